package id.tindak.base.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.InetAddress;
import java.time.Clock;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Makes the {@link Page} of a request from what the agency filter, the session and the cookies say. */
@Component
public class Pages {

    static final String LANGUAGE_COOKIE = "bahasa";
    private static final String PAGE = Pages.class.getName() + ".page";

    private final FormTokens tokens;
    private final Clock clock;
    private final ObjectProvider<MenuSource> menus;
    private final ObjectProvider<PublicLinks> links;

    Pages(
            FormTokens tokens,
            ObjectProvider<Clock> clock,
            ObjectProvider<MenuSource> menus,
            ObjectProvider<PublicLinks> links) {
        this.tokens = tokens;
        this.menus = menus;
        this.links = links;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** The page of this request, always the same one. */
    public Page of(HttpServletRequest request) {
        if (request.getAttribute(PAGE) instanceof Page page) return page;
        Page page = make(request);
        request.setAttribute(PAGE, page);
        return page;
    }

    /** The page as it is after the session of this very request changed (sign-in, sign-out). */
    public Page renewed(HttpServletRequest request) {
        request.removeAttribute(PAGE);
        return of(request);
    }

    private Page make(HttpServletRequest request) {
        Place place = Place.of(request);
        Brand brand = place.brand();
        return new Page(
                new Page.Request(
                        brand,
                        place.prefix(),
                        place.path(),
                        place.query(),
                        language(request),
                        signed(brand),
                        request.isSecure(),
                        client(request.getRemoteAddr()),
                        Flash.read(request, tokens),
                        tokens,
                        () -> session(request),
                        menus,
                        links),
                clock);
    }

    /** The officer of this session, if the session belongs to this agency and the mandate has not run out; else null. */
    @Nullable
    Signed signed(Brand brand) {
        Authentication a = SecurityContextHolder.getContext().getAuthentication();
        if (a == null || !(a.getPrincipal() instanceof Signed signed) || signed.agencyId() != brand.agencyId())
            return null;
        return signed.until() == null || clock.instant().isBefore(signed.until()) ? signed : null;
    }

    static String client(@Nullable String address) {
        if (address == null || address.indexOf(':') < 0) return String.valueOf(address);
        try {
            byte[] raw = InetAddress.ofLiteral(address).getAddress();
            return raw.length == 16 ? HexFormat.of().formatHex(raw, 0, 8) : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    static @Nullable String session(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : session.getId();
    }

    static String language(HttpServletRequest request) {
        String chosen = cookie(request, LANGUAGE_COOKIE);
        return chosen != null && Texts.LANGUAGES.contains(chosen) ? chosen : Texts.DEFAULT;
    }

    static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return null;
        for (Cookie c : cookies) if (c.getName().equals(name)) return c.getValue();
        return null;
    }
}
