package id.tindak.account;

import id.tindak.base.web.FormTokens;
import id.tindak.base.web.Page;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Devices on which an account has signed in before carry a signed cookie. Their wrong passwords are counted apart, so that guessing from elsewhere cannot keep the owner out (OWASP,
 * "Slow Down Online Guessing Attacks with Device Cookies").
 */
@Component
class KnownDevices {

    private static final String COOKIE = "perangkat";
    private static final Duration LIFE = Duration.ofDays(180);

    private final FormTokens signer;

    KnownDevices(FormTokens signer) {
        this.signer = signer;
    }

    /** The device's own number if this account has signed in on it, else null. */
    @Nullable
    String of(HttpServletRequest request, int agencyId, long officerId) {
        if (request.getCookies() == null) return null;
        for (Cookie cookie : request.getCookies()) {
            String text = cookie.getName().equals(COOKIE) ? signer.open(COOKIE, cookie.getValue()) : null;
            String owner = agencyId + ":" + officerId + ":";
            if (text != null && text.startsWith(owner)) return text.substring(owner.length());
        }
        return null;
    }

    void remember(Page page, int agencyId, long officerId, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(
                        COOKIE, signer.sign(COOKIE, agencyId + ":" + officerId + ":" + UUID.randomUUID()))
                .path(page.url("/masuk"))
                .maxAge(LIFE)
                .httpOnly(true)
                .secure(page.secure())
                .sameSite("Strict")
                .build();
        response.addHeader("Set-Cookie", cookie.toString());
    }
}
