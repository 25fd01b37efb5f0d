package id.tindak.admin;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Erasures;
import id.tindak.handling.Exclusions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Erasing a reporter who asked for it. The number is typed twice: it cannot be undone. */
@Controller
class ErasurePages {

    private static final int NUMBER = 40;
    private static final int REASON = 2_000;

    private final Erasures erasures;
    private final Complaints complaints;
    private final Exclusions exclusions;

    ErasurePages(Erasures erasures, Complaints complaints, Exclusions exclusions) {
        this.erasures = erasures;
        this.complaints = complaints;
        this.exclusions = exclusions;
    }

    @GetMapping("/kelola/hapus-data")
    @Access(Who.ADMIN)
    View ask(Page page) {
        return View.of("admin/erasure.jte", page, Form.empty());
    }

    @PostMapping("/kelola/hapus-data")
    @Access(Who.ADMIN)
    View erase(Page page, Signed me, Form form) {
        String number = form.required("nomor", NUMBER, "admin.erasure.number-missing");
        String reason = form.required("alasan", REASON, "handling.reasonMissing");
        // whom a case accuses does not erase it, nor learns that there is one
        Complaint c = complaints
                .byNumber(me.agencyId(), number)
                .filter(found -> !exclusions.accuses(me.agencyId(), found.id(), me.officerId()))
                .orElse(null);
        if (c == null) form.wrong("nomor", "admin.erasure.unknown");
        if (!form.line("ulangi", NUMBER).equals(form.line("nomor", NUMBER)))
            form.wrong("ulangi", "admin.erasure.again-wrong");
        if (c != null && form.ok()) {
            String refused = erasures.erase(me.agencyId(), me.officerId(), c.id(), reason);
            if (refused == null)
                return View.to(page, "/kelola/hapus-data").flash("admin.erasure.done", c.publicNumber());
            form.wrong("nomor", refused);
        }
        return View.of("admin/erasure.jte", page, form).status(422);
    }
}
