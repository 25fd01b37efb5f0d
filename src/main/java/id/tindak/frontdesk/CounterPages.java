package id.tindak.frontdesk;

import id.tindak.account.ReporterCode;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Qr;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.handling.CaseFile;
import id.tindak.handling.CaseFiles;
import id.tindak.handling.CounterVerbs;
import id.tindak.handling.CounterVerbs.Document;
import id.tindak.handling.Outcome;
import id.tindak.intake.Proofs;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For a reporter who stands at the counter: a lost code anew after a look at a document, the printed answer to take along. */
@Controller
public class CounterPages {

    private static final int LINE = 200;
    private static final int REASON = 500;

    private final Entrance entrance;
    private final CaseFiles cases;
    private final CounterVerbs verbs;
    private final Handout handout;
    private final Complaints complaints;
    private final Proofs proofs;
    private final ReporterCode codes;

    CounterPages(
            Entrance entrance,
            CaseFiles cases,
            CounterVerbs verbs,
            Handout handout,
            Complaints complaints,
            Proofs proofs,
            ReporterCode codes) {
        this.entrance = entrance;
        this.cases = cases;
        this.verbs = verbs;
        this.handout = handout;
        this.complaints = complaints;
        this.proofs = proofs;
        this.codes = codes;
    }

    /**
     * @param mail whether there is an address to which a code could go
     * @param which form was sent: kode, ambil; empty when none was
     */
    public record Counter(String number, String title, boolean mail, boolean answered, Form form, String which) {

        /** What was typed into this form, or an untouched one. */
        public Form form(String name) {
            return which.equals(name) ? form : Form.empty();
        }

        public Map<String, String> documents(Page page) {
            Map<String, String> names = new LinkedHashMap<>();
            for (Document d : Document.values()) names.put(d.name(), page.t("frontdesk.document." + d.name()));
            return names;
        }

        public Map<String, String> ways(Page page) {
            Map<String, String> names = new LinkedHashMap<>();
            names.put("kertas", page.t("frontdesk.code.slip"));
            if (mail) names.put("surel", page.t("frontdesk.code.mail"));
            return names;
        }
    }

    /** The part to tear off: the code is printed and not shown. */
    public record Slip(String number, String code, String link, Qr qr) {}

    @GetMapping("/meja-depan/aduan/{number}")
    @Access(Who.OFFICER)
    View counter(Page page, Signed me, @PathVariable String number) {
        return shown(page, file(me, number), Form.empty(), "");
    }

    @PostMapping("/meja-depan/aduan/{number}/kode")
    @Access(Who.OFFICER)
    View newCode(Page page, Signed me, @PathVariable String number, Form form) {
        CaseFile file = file(me, number);
        Document document = document(form, "dokumen");
        String name = form.required("nama", LINE, "handling.nameMissing");
        String note = form.text("catatan", REASON);
        boolean mail = form.value("cara").equals("surel");
        if (!form.ok() || document == null)
            return shown(page, file, form, "kode").status(422);
        long id = file.k().complaint().id();
        Outcome outcome = verbs.newCode(me.agencyId(), me.officerId(), id, document, name, note, mail);
        if (outcome instanceof Outcome.Done done)
            return mail
                    ? View.to(page, "/meja-depan/aduan/" + number).flash("frontdesk.code.mailed")
                    : View.to(page, "/meja-depan/kode?bukti=" + proofs.make(Proofs.Of.COUNTER, done.complaint()));
        return refused(page, file, form, "kode", outcome);
    }

    /** The slip with the new code; only the answer to the check itself leads here. */
    @GetMapping("/meja-depan/kode")
    @Access(Who.OFFICER)
    View slip(Page page, Signed me, @RequestParam(defaultValue = "") String bukti) {
        Complaint c = Optional.ofNullable(proofs.complaint(Proofs.Of.COUNTER, me.agencyId(), bukti))
                .flatMap(id -> complaints.byId(me.agencyId(), id))
                .filter(found -> proofs.opens(Proofs.Of.COUNTER, found, bukti))
                .orElseThrow(() -> Problem.of(410, "portal.receipt.gone"));
        String link = page.brand().baseUrl() + "/lacak/" + c.publicNumber();
        String code = codes.of(me.agencyId(), c.id(), c.codeRotation());
        return View.of("frontdesk/slip.jte", page, new Slip(c.publicNumber(), code, link, Qr.of(link)))
                .noStore();
    }

    @PostMapping("/meja-depan/aduan/{number}/ambil")
    @Access(Who.OFFICER)
    View collected(Page page, Signed me, @PathVariable String number, Form form) {
        CaseFile file = file(me, number);
        Document document = document(form, "dokumen_ambil");
        String who = form.required("pengambil", LINE, "handling.nameMissing").replaceAll("\\s+", " ");
        String relation = form.line("hubungan", LINE);
        if (!form.ok() || document == null)
            return shown(page, file, form, "ambil").status(422);
        Outcome outcome = handout.handOut(me, file.k().complaint(), document, who, relation);
        return outcome instanceof Outcome.Done
                ? View.to(page, "/meja-depan/aduan/" + number).flash("frontdesk.collect.done")
                : refused(page, file, form, "ambil", outcome);
    }

    private static @Nullable Document document(Form form, String field) {
        Document chosen = Arrays.stream(Document.values())
                .filter(d -> d.name().equals(form.value(field)))
                .findFirst()
                .orElse(null);
        if (chosen == null) form.wrong(field, "frontdesk.document-missing");
        return chosen;
    }

    private View refused(Page page, CaseFile file, Form form, String which, Outcome outcome) {
        if (!(outcome instanceof Outcome.Refused refused)) throw Problem.of(409, "web.error.409");
        String whole = which.equals("kode") ? "dokumen" : "dokumen_ambil";
        form.wrong(refused.field().isEmpty() ? whole : refused.field(), refused.reason());
        return shown(page, file, form, which).status(422);
    }

    private View shown(Page page, CaseFile file, Form form, String which) {
        Complaint c = file.k().complaint();
        return View.of(
                "frontdesk/counter.jte",
                page,
                new Counter(
                        c.publicNumber(),
                        c.title(),
                        file.k().reporter().email() != null,
                        file.k().answered(),
                        form,
                        which));
    }

    private CaseFile file(Signed me, String number) {
        entrance.open(me);
        return cases.forOfficer(me.agencyId(), me.officerId(), me.auditor(), number)
                .orElseThrow(Problem::notFound);
    }
}
