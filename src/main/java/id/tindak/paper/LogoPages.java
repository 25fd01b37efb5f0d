package id.tindak.paper;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.complaint.Uploads;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;

/** The sign on the letterhead: shown to everybody, changed by the administrator. */
@Controller
class LogoPages {

    private static final int PNG = 0x89;

    private final Logos logos;

    LogoPages(Logos logos) {
        this.logos = logos;
    }

    @GetMapping("/lambang")
    @Access(Who.PUBLIC)
    ResponseEntity<byte[]> picture(Page page) {
        byte[] picture = logos.of(page.brand().agencyId());
        if (picture == null) throw Problem.notFound();
        return ResponseEntity.ok()
                .contentType((picture[0] & 0xff) == PNG ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG)
                .header("Cache-Control", "private, no-cache")
                .body(picture);
    }

    @GetMapping("/kelola/lambang")
    @Access(Who.ADMIN)
    View show(Page page, Signed me) {
        return shown(page, me, Form.empty());
    }

    @PostMapping("/kelola/lambang")
    @Access(Who.ADMIN)
    View change(Page page, Signed me, Form form) {
        if (form.checked("tanpa")) {
            logos.remove(me.agencyId(), me.officerId());
            return View.to(page, "/kelola/lambang").flash("paper.logo.removed");
        }
        if (form.files("berkas").isEmpty()) form.wrong("berkas", "paper.logo.missing");
        else take(me, form, form.files("berkas").getFirst());
        return form.ok()
                ? View.to(page, "/kelola/lambang").flash("paper.logo.stored")
                : shown(page, me, form).status(422);
    }

    private void take(Signed me, Form form, MultipartFile file) {
        try (var in = file.getInputStream()) {
            String fault = logos.change(me.agencyId(), String.valueOf(file.getOriginalFilename()), in, me.officerId());
            if (fault != null) form.wrong("berkas", fault);
        } catch (Uploads.Refused refused) {
            form.wrong("berkas", refused.textKey(), refused.args());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private View shown(Page page, Signed me, Form form) {
        return View.of("paper/logo.jte", page, new LogoPage(form, logos.of(me.agencyId()) != null));
    }
}
