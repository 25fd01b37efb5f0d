package id.tindak.portal;

import id.tindak.base.web.Access;
import id.tindak.base.web.Form;
import id.tindak.base.web.Limits;
import id.tindak.base.web.Page;
import id.tindak.base.web.View;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Uploads;
import id.tindak.intake.Intake;
import id.tindak.intake.KeptFile;
import id.tindak.intake.Proofs;
import id.tindak.intake.SentFiles;
import id.tindak.intake.SubmissionKey;
import id.tindak.sop.Sop;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The form on which a complaint is written: the citizen's own, and the officer's on a person's behalf. */
@Controller
class ComplaintFormPages {

    private final PublicService service;
    private final Offers offers;
    private final SentFiles sentFiles;
    private final Intake intake;
    private final Limits limits;
    private final Proofs proofs;
    private final Similar similar;

    ComplaintFormPages(
            PublicService service,
            Offers offers,
            SentFiles sentFiles,
            Intake intake,
            Limits limits,
            Proofs proofs,
            Similar similar) {
        this.service = service;
        this.offers = offers;
        this.sentFiles = sentFiles;
        this.intake = intake;
        this.limits = limits;
        this.proofs = proofs;
        this.similar = similar;
    }

    @GetMapping("/lapor")
    @Access(Access.Who.PUBLIC)
    View form(Page page) {
        Sop sop = service.sop(page);
        Offer offer = offers.of(page.brand().agencyId(), sop);
        return View.of("portal/form.jte", page, shown(page, sop, offer, ComplaintForm.fresh(offer), List.of()));
    }

    @PostMapping("/lapor")
    @Access(Access.Who.PUBLIC)
    View submit(Page page, Form form, HttpServletRequest request) {
        Sop sop = service.sop(page);
        Offer offer = offers.of(page.brand().agencyId(), sop);
        List<KeptFile> kept = new ArrayList<>();
        if (form.value("aksi").equals(FormPage.SIMILAR)) {
            take(page, form, Uploads.Origin.PUBLIC, kept);
            return View.of("portal/form.jte", page, shown(page, sop, offer, form, kept));
        }
        var source = new ComplaintForm.Source(
                ServiceTimes.ownChannel(sop),
                null,
                () -> take(page, form, Uploads.Origin.PUBLIC, kept),
                () -> !limits.take(Limits.Of.COMPLAINT, visitor(page, request)));
        Complaint filed = file(page, form, offer, source);
        if (filed == null)
            return View.of("portal/form.jte", page, shown(page, sop, offer, form, kept))
                    .status(422);
        return View.to(page, "/lapor/diterima?bukti=" + proofs.make(Proofs.Of.RECEIPT, filed));
    }

    @GetMapping("/meja/catat")
    @Access(Access.Who.OFFICER)
    View entry(Page page) {
        Sop sop = service.sop(page);
        Offer offer = offers.forOfficer(page.brand().agencyId(), sop);
        return View.of("portal/entry.jte", page, shown(page, sop, offer, ComplaintForm.fresh(offer), List.of()));
    }

    @PostMapping("/meja/catat")
    @Access(Access.Who.OFFICER)
    View enter(Page page, Form form) {
        Sop sop = service.sop(page);
        Offer offer = offers.forOfficer(page.brand().agencyId(), sop);
        List<KeptFile> kept = new ArrayList<>();
        var source = new ComplaintForm.Source(
                "langsung",
                page.signed().officerId(),
                () -> take(page, form, Uploads.Origin.OFFICER, kept),
                () -> false);
        Complaint filed = file(page, form, offer, source);
        if (filed == null)
            return View.of("portal/entry.jte", page, shown(page, sop, offer, form, kept))
                    .status(422);
        return View.to(page, "/meja/catat/diterima?bukti=" + proofs.make(Proofs.Of.COUNTER, filed));
    }

    private @Nullable Complaint file(Page page, Form form, Offer offer, ComplaintForm.Source source) {
        return switch (ComplaintForm.parse(form, offer, source)) {
            case ComplaintForm.Accepted accepted -> intake.accept(page.brand().agencyId(), accepted.complaint());
            case ComplaintForm.Faulty faulty -> null;
        };
    }

    private List<id.tindak.complaint.StoredFile> take(
            Page page, Form form, Uploads.Origin origin, List<KeptFile> kept) {
        kept.addAll(sentFiles.take(page, form, origin));
        return SentFiles.files(kept);
    }

    private FormPage shown(Page page, Sop sop, Offer offer, Form form, List<KeptFile> kept) {
        return FormPage.of(
                page,
                form.with(SubmissionKey.FIELD, SubmissionKey.fresh()),
                offer,
                kept,
                service.times(page, sop),
                offer.clerk() ? null : similar.to(page, sop, form));
    }

    /** Whom the limits count: an address at one agency. */
    static String visitor(Page page, HttpServletRequest request) {
        return page.brand().agencyId() + " " + request.getRemoteAddr();
    }
}
