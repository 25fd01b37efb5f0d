package id.tindak.account;

import id.tindak.base.web.AccessRules.Verdict;
import id.tindak.base.web.ErrorView;
import id.tindak.base.web.LostPosts;
import id.tindak.base.web.Page;
import id.tindak.base.web.Pages;
import id.tindak.base.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Answers those who are not let in: to the sign-in page and back, with what they typed; or a page that says no. */
@Component
class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Pages pages;
    private final LostPosts lostPosts;

    Doorkeeper(Pages pages, LostPosts lostPosts) {
        this.pages = pages;
        this.lostPosts = lostPosts;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        answer(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        answer(request, response);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Page page = pages.of(request);
        View view = switch (Verdict.of(request)) {
            case SIGN_IN -> signIn(request, page);
            case NOT_FOUND -> ErrorView.of(404, page);
            case FORBIDDEN, GRANTED -> ErrorView.of(403, page);
        };
        view.render(null, request, response);
    }

    private View signIn(HttpServletRequest request, Page page) {
        if (request.getMethod().equals("POST"))
            return SignInPages.show(page, SignInPage.lost(kept(request, page))).status(401);
        String query = request.getQueryString();
        String wanted = page.path() + (query == null ? "" : "?" + query);
        return View.to(page, "/masuk?ke=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }

    /** Empty when the body is beyond reading: too large, too many parts, or damaged. */
    private String kept(HttpServletRequest request, Page page) {
        try {
            return lostPosts.keep(request, page);
        } catch (IllegalStateException e) {
            return "";
        }
    }
}
