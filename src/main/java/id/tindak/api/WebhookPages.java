package id.tindak.api;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /kelola/webhook}: the addresses to which an agency tells what happens. */
@Controller
public class WebhookPages {

    private static final int NAME = 100;
    private static final int URL = 500;

    private final Webhooks webhooks;

    WebhookPages(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    public record Row(String path, String name, String url, boolean active) {}

    /** @param form of a new one */
    public record Listing(List<Row> rows, Form form) {}

    public record Editing(String path, String name, Form form) {}

    /** The one time that a secret is seen. */
    public record Shown(String name, String secret, String path) {}

    @GetMapping("/kelola/webhook")
    @Access(Who.ADMIN)
    View list(Page page, Signed me) {
        return View.of("api/webhooks.jte", page, listing(me, Form.empty()));
    }

    @PostMapping("/kelola/webhook")
    @Access(Who.ADMIN)
    View add(Page page, Signed me, Form form) {
        Typed typed = typed(form);
        if (!form.ok())
            return View.of("api/webhooks.jte", page, listing(me, form)).status(422);
        Webhooks.Sealed added = webhooks.add(me.agencyId(), typed.name(), typed.url(), me.officerId());
        return shown(page, added.webhook(), added.secret());
    }

    @GetMapping("/kelola/webhook/{id}")
    @Access(Who.ADMIN)
    View show(Page page, Signed me, @PathVariable long id) {
        Webhook h = webhook(me, id);
        return View.of("api/webhook.jte", page, new Editing(path(h), h.name(), filled(h)));
    }

    private static Form filled(Webhook h) {
        return Form.empty().with("nama", h.name()).with("url", h.url()).with("aktif", h.active() ? "ya" : "");
    }

    @PostMapping("/kelola/webhook/{id}")
    @Access(Who.ADMIN)
    View change(Page page, Signed me, @PathVariable long id, Form form) {
        Webhook h = webhook(me, id);
        Typed typed = typed(form);
        if (!form.ok())
            return View.of("api/webhook.jte", page, new Editing(path(h), h.name(), form))
                    .status(422);
        webhooks.change(h, typed.name(), typed.url(), form.checked("aktif"), me.officerId());
        return View.to(page, "/kelola/webhook").flash("api.client.changed", typed.name());
    }

    @PostMapping("/kelola/webhook/{id}/rahasia")
    @Access(Who.ADMIN)
    View renew(Page page, Signed me, @PathVariable long id, Form form) {
        Webhook h = webhook(me, id);
        if (!form.checked("yakin")) {
            Form filled = filled(h);
            filled.wrong("yakin", "api.renew.tick");
            return View.of("api/webhook.jte", page, new Editing(path(h), h.name(), filled))
                    .status(422);
        }
        return shown(page, h, webhooks.renew(h, me.officerId()));
    }

    private record Typed(String name, String url) {}

    private static Typed typed(Form form) {
        String name = form.line("nama", NAME);
        if (name.isEmpty()) form.wrong("nama", "api.client.name-missing");
        String url = form.line("url", URL);
        if (!https(url)) form.wrong("url", "api.webhook.url-wrong");
        return new Typed(name, url);
    }

    /** Whether it leads to the open internet is asked each time it is called: names change. */
    private static boolean https(String url) {
        try {
            URI uri = new URI(url);
            return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (java.net.URISyntaxException crooked) {
            return false;
        }
    }

    private static View shown(Page page, Webhook h, String secret) {
        return View.of("api/secret.jte", page, new Shown(h.name(), secret, path(h)))
                .noStore();
    }

    private Listing listing(Signed me, Form form) {
        List<Row> rows = webhooks.all(me.agencyId()).stream()
                .map(h -> new Row(path(h), h.name(), h.url(), h.active()))
                .toList();
        return new Listing(rows, form);
    }

    private Webhook webhook(Signed me, long id) {
        return webhooks.find(me.agencyId(), id).orElseThrow(Problem::notFound);
    }

    private static String path(Webhook h) {
        return "/kelola/webhook/" + h.id();
    }
}
