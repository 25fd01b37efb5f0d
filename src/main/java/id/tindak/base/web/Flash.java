package id.tindak.base.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/** One sentence carried over a redirect in a signed cookie, so that it needs no session. */
final class Flash {

    private static final String COOKIE = "kabar";

    private Flash() {}

    static @Nullable String read(HttpServletRequest request, FormTokens tokens) {
        return tokens.open(COOKIE, Pages.cookie(request, COOKIE));
    }

    /** Leaves a sentence for the next page, or takes away the one that this page shows. */
    static void write(Page page, @Nullable String sentence, HttpServletResponse response) {
        if (sentence != null) set(page, page.tokens().sign(COOKIE, sentence), Duration.ofMinutes(1), response);
        else if (page.flash() != null) set(page, "", Duration.ZERO, response);
    }

    private static void set(Page page, String value, Duration life, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .maxAge(life)
                .httpOnly(true)
                .secure(page.secure())
                .sameSite("Lax")
                .build();
        response.addHeader("Set-Cookie", cookie.toString());
    }
}
