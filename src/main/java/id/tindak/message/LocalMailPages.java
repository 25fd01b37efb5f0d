package id.tindak.message;

import id.tindak.agency.Agencies;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Download;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.View;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /surat-keluar}: the mail that a demo would have sent. Elsewhere the page does not exist. */
@Controller
class LocalMailPages {

    private static final int PER_PAGE = 25;
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final LocalMailStore store;
    private final Agencies agencies;

    LocalMailPages(LocalMailStore store, Agencies agencies) {
        this.store = store;
        this.agencies = agencies;
    }

    @GetMapping("/surat-keluar")
    @Access(Who.PUBLIC)
    View list(Page page, @RequestParam(name = "sebelum", defaultValue = "" + Long.MAX_VALUE) long before) {
        List<LocalMail> mails = store.page(demo(page), before, PER_PAGE + 1);
        boolean more = mails.size() > PER_PAGE;
        List<LocalMail> shown = more ? mails.subList(0, PER_PAGE) : mails;
        return View.of(
                "mail/local.jte",
                page,
                new LocalMail.Listed(shown, more ? shown.getLast().id() : null));
    }

    @GetMapping("/surat-keluar/{id}")
    @Access(Who.PUBLIC)
    View open(Page page, @PathVariable long id) {
        LocalMail mail = mail(page, id);
        Matcher link = LINK.matcher(mail.plain());
        return View.of("mail/opened.jte", page, new LocalMail.Opened(mail, link.find() ? link.group() : null))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; "
                                + "base-uri 'none'; frame-ancestors 'none'");
    }

    /** The HTML part alone, where it can run nothing and load nothing. */
    @GetMapping("/surat-keluar/{id}/html")
    @Access(Who.PUBLIC)
    ResponseEntity<byte[]> html(Page page, @PathVariable long id, HttpServletResponse response) {
        // set on the answer itself: headers of the entity would stand beside the stricter ones of every page
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'self'");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .body(mail(page, id).html().getBytes(StandardCharsets.UTF_8));
    }

    /** The file that would have gone along. */
    @GetMapping("/surat-keluar/{id}/lampiran")
    @Access(Who.PUBLIC)
    Download enclosure(Page page, @PathVariable long id) {
        LocalMail mail = mail(page, id);
        byte[] content = store.enclosure(demo(page), id).orElseThrow(Problem::notFound);
        return new Download(
                String.valueOf(mail.enclosure()),
                "application/pdf",
                content.length,
                () -> new ByteArrayInputStream(content));
    }

    private LocalMail mail(Page page, long id) {
        return store.byId(demo(page), id).orElseThrow(Problem::notFound);
    }

    private int demo(Page page) {
        int agencyId = page.brand().agencyId();
        boolean demo = agencies.all().stream().anyMatch(a -> a.id() == agencyId && a.demo());
        if (!demo) throw Problem.notFound();
        return agencyId;
    }
}
