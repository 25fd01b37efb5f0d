package id.tindak.base.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses posts that did not come from a form of ours: sent by another site, or without a valid form token. */
@Component
class FormGuard implements HandlerInterceptor {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Pages pages;
    private final FormTokens tokens;

    FormGuard(Pages pages, FormTokens tokens) {
        this.pages = pages;
        this.tokens = tokens;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (SAFE.contains(request.getMethod()) || !(handler instanceof HandlerMethod method)) return true;
        Access access = method.getMethodAnnotation(Access.class);
        if (access == null || !access.formToken()) return true;
        if (fromElsewhere(request)) throw Problem.of(403, "web.error.elsewhere");
        if (!valid(request, access)) throw new Problems.ExpiredForm();
        return true;
    }

    private boolean valid(HttpServletRequest request, Access access) {
        String token = request.getParameter(FormTokens.FIELD);
        int agency = pages.of(request).brand().agencyId();
        if (tokens.valid(token, agency, Pages.session(request))) return true;
        // a public form opened before signing in, or sent after signing out, is still good
        return List.of(access.value()).contains(Access.Who.PUBLIC) && tokens.valid(token, agency, null);
    }

    private static boolean fromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return !site.equals("same-origin") && !site.equals("none");
        String origin = request.getHeader("Origin");
        return origin != null && !sameHost(origin, request.getHeader("Host"));
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
