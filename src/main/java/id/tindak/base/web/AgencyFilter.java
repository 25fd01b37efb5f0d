package id.tindak.base.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the agency of a request: by host name, by the first path segment, or because there is only one. With a path segment, the rest of the program sees it as the context path, so that
 * routes, security rules and links are written once. Hosts nobody configured get 421, so that a forged Host header never reaches a page or a mail.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class AgencyFilter extends OncePerRequestFilter {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern SLUG = Pattern.compile("/([a-z0-9][a-z0-9-]{0,62})(/.*)?");

    private final SingletonSupplier<BrandSource> brands;
    private final ObjectProvider<Pages> pages;
    private final Set<String> hosts;
    private final boolean listed;

    AgencyFilter(
            ObjectProvider<BrandSource> brands,
            ObjectProvider<Pages> pages,
            @Value("${tindak.hosts:}") List<String> hosts,
            @Value("${tindak.list-agencies:false}") boolean listed) {
        this.brands = SingletonSupplier.ofNullable(brands::getIfAvailable);
        this.pages = pages;
        this.hosts = Set.copyOf(hosts.stream()
                .map(h -> h.strip().toLowerCase(Locale.ROOT))
                .filter(h -> !h.isEmpty())
                .toList());
        this.listed = listed;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String uri = request.getRequestURI();
        String host = String.valueOf(request.getServerName()).toLowerCase(Locale.ROOT);
        boolean probe = uri.equals("/healthz") || uri.equals("/readyz");
        Brand byHost = brand(host);
        if (byHost == null
                && !probe
                && !LOOPBACK.contains(host)
                && !host.endsWith(".localhost")
                && !hosts.contains(host)) {
            ErrorView.of(421, pages.getObject().of(request)).render(null, request, response);
            return;
        }
        Place place = place(byHost, uri, LanguageSwitch.without(request.getQueryString()));
        place.keep(request);
        if (LanguageSwitch.asked(request)) {
            LanguageSwitch.answer(request, response, place);
            return;
        }
        String path = place.path();
        boolean asIs = place.prefix().isEmpty() && path.equals(uri);
        chain.doFilter(asIs ? request : new Inside(request, place.prefix(), path), response);
    }

    private @Nullable Brand brand(String host) {
        BrandSource source = brands.get();
        return source == null ? null : source.byHost(host).orElse(null);
    }

    private Place place(@Nullable Brand byHost, String uri, @Nullable String query) {
        if (byHost != null) return new Place(byHost, "", uri, query);
        BrandSource source = brands.get();
        List<Brand> all = source == null ? List.of() : source.all();
        var m = SLUG.matcher(uri);
        if (source != null && m.matches()) {
            Brand brand = source.bySlug(m.group(1)).orElse(null);
            String path = m.group(2) == null ? "/" : m.group(2);
            if (brand != null) return new Place(brand, "/" + m.group(1), path, query);
        }
        if (all.size() == 1 && !listed) return new Place(all.getFirst(), "", uri, query);
        return new Place(Brand.platform(), "", uri.equals("/") ? AgencyListPages.PATH : uri, query);
    }

    /** The request as the agency's own pages see it. */
    private static final class Inside extends HttpServletRequestWrapper {
        private final String prefix;
        private final String path;

        Inside(HttpServletRequest request, String prefix, String path) {
            super(request);
            this.prefix = prefix;
            this.path = path;
        }

        @Override
        public String getContextPath() {
            return prefix;
        }

        @Override
        public String getServletPath() {
            // decoded by the container; the prefix is plain ASCII, so its length is the same in both
            String whole = super.getServletPath();
            return whole.length() <= prefix.length() || whole.equals("/") ? path : whole.substring(prefix.length());
        }

        @Override
        public String getRequestURI() {
            return prefix + path;
        }
    }

    /** The link "English" in the footer: remembers the choice and comes back to the same page. */
    private static final class LanguageSwitch {
        private static final Pattern PARAMETER =
                Pattern.compile("(?:^|&)" + Pages.LANGUAGE_COOKIE + "=([a-z]{0,8})(?=&|$)");

        static boolean asked(HttpServletRequest request) {
            String query = request.getQueryString();
            return query != null
                    && request.getMethod().equals("GET")
                    && PARAMETER.matcher(query).find();
        }

        static @Nullable String without(@Nullable String query) {
            if (query == null) return null;
            String rest = PARAMETER.matcher(query).replaceAll("");
            return rest.isEmpty() ? null : rest.startsWith("&") ? rest.substring(1) : rest;
        }

        static void answer(HttpServletRequest request, HttpServletResponse response, Place place) {
            var m = PARAMETER.matcher(request.getQueryString());
            String language = m.find() && Texts.LANGUAGES.contains(m.group(1)) ? m.group(1) : Texts.DEFAULT;
            response.addHeader(
                    "Set-Cookie",
                    ResponseCookie.from(Pages.LANGUAGE_COOKIE, language)
                            .path("/")
                            .maxAge(java.time.Duration.ofDays(365))
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .sameSite("Lax")
                            .build()
                            .toString());
            String path = place.path().equals(AgencyListPages.PATH) ? "/" : place.path();
            response.setStatus(303);
            response.setHeader("Location", place.prefix() + path + (place.query() == null ? "" : "?" + place.query()));
        }
    }
}
