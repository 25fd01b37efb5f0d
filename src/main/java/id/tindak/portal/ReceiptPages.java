package id.tindak.portal;

import id.tindak.account.ReporterCode;
import id.tindak.base.web.Access;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.handling.CaseFile;
import id.tindak.handling.CaseFiles;
import id.tindak.intake.Proofs;
import id.tindak.paper.CounterReceipts;
import id.tindak.paper.PaperKind;
import id.tindak.paper.Sheets;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The receipt, on screen and on paper. It opens with a signed proof of half an hour, which only the answer to the form itself gives out. */
@Controller
class ReceiptPages {

    private final Complaints complaints;
    private final CaseFiles caseFiles;
    private final ReporterCode codes;
    private final Proofs proofs;
    private final PublicService service;
    private final Sheets sheets;
    private final CounterReceipts receipts;

    ReceiptPages(
            Complaints complaints,
            CaseFiles caseFiles,
            ReporterCode codes,
            Proofs proofs,
            PublicService service,
            Sheets sheets,
            CounterReceipts receipts) {
        this.complaints = complaints;
        this.caseFiles = caseFiles;
        this.codes = codes;
        this.proofs = proofs;
        this.service = service;
        this.sheets = sheets;
        this.receipts = receipts;
    }

    @GetMapping("/lapor/diterima")
    @Access(Access.Who.PUBLIC)
    View received(Page page, @RequestParam(defaultValue = "") String bukti) {
        return View.of("portal/received.jte", page, receipt(page, Proofs.Of.RECEIPT, bukti, true))
                .noStore();
    }

    @GetMapping("/lapor/tanda-terima")
    @Access(Access.Who.PUBLIC)
    View paper(Page page, @RequestParam(defaultValue = "") String bukti) {
        return View.of("portal/paper.jte", page, receipt(page, Proofs.Of.RECEIPT, bukti, true))
                .noStore();
    }

    /** For the officer who entered it: everything but the code. */
    @GetMapping("/meja/catat/diterima")
    @Access(Access.Who.OFFICER)
    View entered(Page page, @RequestParam(defaultValue = "") String bukti) {
        return View.of("portal/entered.jte", page, receipt(page, Proofs.Of.COUNTER, bukti, false))
                .noStore();
    }

    /** The sheet for the reporter: the code stands on the part that is folded away and is not shown on the screen. Where a copy goes by mail, the code goes there alone. */
    @GetMapping("/meja/catat/tanda-terima")
    @Access(Access.Who.OFFICER)
    View sheet(Page page, @RequestParam(defaultValue = "") String bukti) {
        Receipt mailed = receipt(page, Proofs.Of.COUNTER, bukti, false);
        Receipt shown = mailed.mailed() ? mailed : receipt(page, Proofs.Of.COUNTER, bukti, true);
        return View.of("portal/paper.jte", page, shown).noStore();
    }

    /** Printing it is counted; the sheet itself then opens. */
    @PostMapping("/meja/catat/tanda-terima")
    @Access(Access.Who.OFFICER)
    View print(Page page, Signed me, Form form) {
        String proof = form.value("bukti");
        receipts.print(proven(page, Proofs.Of.COUNTER, proof), me.officerId());
        return View.to(page, "/meja/catat/tanda-terima?bukti=" + proof);
    }

    private Receipt receipt(Page page, Proofs.Of kind, String proof, boolean withCode) {
        CaseFile file = caseFiles.forReporter(complaints.known(proven(page, kind, proof)));
        Complaint c = file.k().complaint();
        boolean counter = kind == Proofs.Of.COUNTER;
        String code = withCode ? codes.of(c.agencyId(), c.id(), c.codeRotation()) : null;
        var frame = new Receipt.Frame(
                code,
                proof,
                counter,
                service.settingList(page, "nomor_darurat"),
                sheets.of(file, new Sheets.Wish(PaperKind.TANDA_TERIMA, true, receiver(page, kind), "")),
                !service.setting(page, "kop_lambang").isEmpty(),
                counter ? receipts.colophon(c).orElse(null) : null);
        return Receipt.of(page, file, frame);
    }

    private Complaint proven(Page page, Proofs.Of kind, String proof) {
        int agency = page.brand().agencyId();
        return Optional.ofNullable(proofs.complaint(kind, agency, proof))
                .flatMap(id -> complaints.byId(agency, id))
                .filter(c -> proofs.opens(kind, c, proof))
                .orElseThrow(() -> Problem.of(410, "portal.receipt.gone"));
    }

    /** The officer who sits opposite; nobody takes what came over the website. */
    private static String receiver(Page page, Proofs.Of kind) {
        return kind == Proofs.Of.COUNTER ? page.signed().name() : "";
    }
}
