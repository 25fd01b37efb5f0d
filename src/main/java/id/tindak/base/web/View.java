package id.tindak.base.web;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answer of a handler: a template with its page and model, or a redirect after a POST. */
public final class View implements org.springframework.web.servlet.View {

    private final Page page;
    private final @Nullable String template;
    private final Map<String, Object> params = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private int status = 200;
    private @Nullable String location;
    private @Nullable String flash;
    private boolean noStore;

    private View(Page page, @Nullable String template) {
        this.page = page;
        this.template = template;
        params.put("page", page);
    }

    /** @param template path below src/main/jte, e.g. "portal/home.jte"; it declares {@code @param Page page} and {@code @param X m} */
    public static View of(String template, Page page, Object model) {
        View view = new View(page, template);
        view.params.put("m", model);
        return view;
    }

    /** A template that needs the page alone. */
    public static View of(String template, Page page) {
        return new View(page, template);
    }

    /** After a successful POST: 303 to a page of this agency, e.g. "/meja". */
    public static View to(Page page, String path) {
        View view = new View(page, null);
        view.status = 303;
        view.location = page.url(path);
        return view;
    }

    public View status(int status) {
        this.status = status;
        return this;
    }

    /** A sentence for the top of the page that the browser is sent to. */
    public View flash(String key, Object... args) {
        this.flash = page.t(key, args);
        return this;
    }

    public View header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** For pages that show a secret: nothing of them stays in the browser. */
    public View noStore() {
        this.noStore = true;
        return this;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(status);
        response.setLocale(Locale.of(page.language()));
        headers.forEach(response::setHeader);
        // an officer's page must not come back on a shared machine after signing out; a citizen's half-filled form
        // should
        boolean secret = noStore || page.officer() != null;
        response.setHeader("Cache-Control", secret ? "no-store" : "private, no-cache");
        response.addHeader("Vary", "Cookie");
        Flash.write(page, flash, response);
        if (location != null) {
            response.setHeader("Location", location);
            return;
        }
        Utf8ByteOutput out = Templates.bytes(Objects.requireNonNull(template), params);
        response.setContentType(getContentType());
        response.setContentLength(out.getContentLength());
        if (!"HEAD".equals(request.getMethod())) out.writeTo(response.getOutputStream());
    }
}
