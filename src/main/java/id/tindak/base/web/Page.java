package id.tindak.base.web;

import gg.jte.Content;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** What every template gets: texts, addresses, the form token, the agency's face, times, and who is signed in. One per request. */
public final class Page {

    private final Request request;
    private final Times times;
    private final Clock clock;
    private @Nullable String token;

    /**
     * What a page knows of its request.
     *
     * @param prefix "/cilacap" where the agency is reached by its first path segment, else ""
     * @param path path inside the agency, without the prefix, e.g. "/lapor"
     * @param query raw query text without "?", or null
     */
    record Request(
            Brand brand,
            String prefix,
            String path,
            @Nullable String query,
            String language,
            @Nullable Signed officer,
            boolean secure,
            String client,
            @Nullable String flash,
            FormTokens tokens,
            Supplier<@Nullable String> session,
            ObjectProvider<MenuSource> menus,
            ObjectProvider<PublicLinks> links) {}

    Page(Request request, Clock clock) {
        this.request = request;
        this.times = new Times(request.brand().zone(), request.language());
        this.clock = clock;
    }

    /** The sentence of a key as plain text; the template escapes it. */
    public String t(String key, Object... args) {
        return Texts.get(request.language(), key, args);
    }

    public String t(Fault fault) {
        return t(fault.key(), fault.args());
    }

    /** The sentence of a key that holds markup; the arguments are escaped, or written as they are when they are {@link Content}. */
    public Content h(String key, Object... args) {
        Object[] escaped = new Object[args.length];
        for (int i = 0; i < args.length; i++) escaped[i] = markup(args[i]);
        String html = t(key, escaped);
        return output -> output.writeContent(html);
    }

    private static String markup(Object arg) {
        StringOutput out = new StringOutput();
        if (arg instanceof Content content) content.writeTo(out);
        else Escape.htmlContent(String.valueOf(arg), out);
        return out.toString();
    }

    /** The address of a page of this agency: puts the agency's path segment before it. */
    public String url(String path) {
        return request.prefix() + path;
    }

    /** The address of a stylesheet or picture, e.g. "warga.css": named by its content, so that browsers keep it for ever. */
    public String asset(String name) {
        return Assets.path(name);
    }

    /** Value of the hidden field {@code _t} that every form carries; 24 hours, this agency, this session. */
    public String token() {
        if (token == null)
            token = request.tokens().make(brand().agencyId(), request.session().get());
        return token;
    }

    public Brand brand() {
        return request.brand();
    }

    public Times times() {
        return times;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Who is signed in to this agency; null for a citizen and for officers of other agencies. */
    public @Nullable Signed officer() {
        return request.officer();
    }

    /** The signed-in officer, on routes that only officers reach. */
    public Signed signed() {
        Signed officer = request.officer();
        if (officer == null) throw Problem.forbidden();
        return officer;
    }

    /** The left column of an officer's page, for pages that do not bring one with counts. */
    public Menu menu() {
        Signed officer = request.officer();
        MenuSource source = request.menus().getIfAvailable();
        return officer == null || source == null ? Menu.NONE : source.of(this, officer);
    }

    /** Pages that this agency has for everybody beside those that every agency has. */
    public List<Menu.Entry> links() {
        PublicLinks source = request.links().getIfAvailable();
        return source == null || brand().isPlatform() ? List.of() : source.of(this);
    }

    /** Path inside the agency, e.g. "/lapor". */
    public String path() {
        return request.path();
    }

    /** "id" or "en" */
    public String language() {
        return request.language();
    }

    /** This page in the other language. */
    public String languageLink(String language) {
        String query = request.query();
        return url(request.path()) + "?" + (query == null || query.isEmpty() ? "" : query + "&") + "bahasa=" + language;
    }

    /** The sentence left by the POST that led here; null mostly. */
    public @Nullable String flash() {
        return request.flash();
    }

    /** The visitor's address for rate limits; of an IPv6 address the first 64 bits, which one household or office has. */
    public String client() {
        return request.client();
    }

    public boolean secure() {
        return request.secure();
    }

    FormTokens tokens() {
        return request.tokens();
    }
}
