package id.tindak.desk;

import id.tindak.agency.People;
import id.tindak.agency.Unit;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.MomentField;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.StoredFile;
import id.tindak.handling.Alongside;
import id.tindak.handling.Assignment;
import id.tindak.handling.Case;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Decision;
import id.tindak.handling.Drafts;
import id.tindak.handling.Handlings;
import id.tindak.handling.Orders;
import id.tindak.handling.Outcome;
import id.tindak.handling.TextSource;
import id.tindak.sop.Branch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Working on the step of a case: decide it, keep a draft, return it, take it, give it to a colleague. */
@Controller
class StepPages {

    /** Characters of one text. */
    static final int LONGEST = 20_000;

    private final Handlings handlings;
    private final Complaints complaints;
    private final Drafts drafts;
    private final OfficerFiles files;
    private final OrderForms orderForms;
    private final People people;
    private final CaseShow cases;
    private final ReadyAnswers ready;

    StepPages(
            Handlings handlings,
            Complaints complaints,
            Drafts drafts,
            OfficerFiles files,
            OrderForms orderForms,
            People people,
            CaseShow cases,
            ReadyAnswers ready) {
        this.handlings = handlings;
        this.complaints = complaints;
        this.drafts = drafts;
        this.files = files;
        this.orderForms = orderForms;
        this.people = people;
        this.cases = cases;
        this.ready = ready;
    }

    @PostMapping("/aduan/{number}/langkah")
    @Access(Who.OFFICER)
    View decide(Page page, Signed me, @PathVariable String number, Form form) {
        String which = "cabang-" + branch(form);
        String text = form.text("teks", LONGEST);
        long assignment = form.number("penugasan");
        if (form.value("aksi").equals("draf")) return draft(page, me, number, form, assignment);
        List<StoredFile> sent = files.take(me, form, "berkas");
        Alongside beside = beside(me, form);
        if (!form.ok()) return refused(page, me, number, new Typed(which, form));
        Orders orders = orders(me, number, form, assignment);
        if (!form.ok()) return refused(page, me, number, new Typed(which, form));
        Instant pen =
                form.sent("pena") ? MomentField.read(form, "pena", page.times().zone()) : null;
        if (!form.ok()) return refused(page, me, number, new Typed(which, form));
        Decision decision = new Decision(
                complaint(me, number).id(),
                assignment,
                (int) form.number("versi"),
                branch(form),
                form.id("tujuan"),
                text,
                sent,
                form.value("akhir"),
                orders,
                pen,
                beside.from(ready.checked(me, form.value("asal"))));
        Outcome outcome = handlings.decide(me.agencyId(), me.officerId(), decision);
        if (outcome instanceof Outcome.Done) drafts.discard(me.agencyId(), me.officerId(), assignment);
        return answer(page, me, number, which, form, assignment, outcome, "/meja", "desk.done.step");
    }

    @PostMapping("/aduan/{number}/ajukan")
    @Access(Who.OFFICER)
    View submit(Page page, Signed me, @PathVariable String number, Form form) {
        String which = "cabang-" + StepPanel.SUBMISSION;
        String text = form.text("teks", LONGEST);
        long assignment = form.number("penugasan");
        if (form.value("aksi").equals("draf")) return draft(page, me, number, form, assignment);
        List<StoredFile> sent = files.take(me, form, "berkas");
        Alongside beside = beside(me, form);
        if (!form.ok()) return refused(page, me, number, new Typed(which, form));
        Outcome outcome = handlings.submit(
                me.agencyId(),
                me.officerId(),
                complaint(me, number).id(),
                assignment,
                (int) form.number("versi"),
                text,
                sent,
                beside.from(ready.checked(me, form.value("asal"))));
        if (outcome instanceof Outcome.Done) drafts.discard(me.agencyId(), me.officerId(), assignment);
        return answer(page, me, number, which, form, assignment, outcome, "/meja", "desk.done.step");
    }

    @PostMapping("/aduan/{number}/kembalikan")
    @Access(Who.OFFICER)
    View sendBack(Page page, Signed me, @PathVariable String number, Form form) {
        String reason = form.text("alasan", LONGEST);
        if (!form.ok()) return refused(page, me, number, new Typed("kembalikan", form));
        long assignment = form.number("penugasan");
        Outcome outcome = handlings.sendBack(
                me.agencyId(),
                me.officerId(),
                complaint(me, number).id(),
                assignment,
                (int) form.number("versi"),
                form.value("ke"),
                reason);
        return answer(page, me, number, "kembalikan", form, assignment, outcome, "/meja", "desk.done.back");
    }

    @PostMapping("/aduan/{number}/ambil")
    @Access(Who.OFFICER)
    View take(Page page, Signed me, @PathVariable String number, Form form) {
        long assignment = form.number("penugasan");
        Outcome outcome = handlings.take(
                me.agencyId(), me.officerId(), complaint(me, number).id(), assignment, (int) form.number("versi"));
        return answer(page, me, number, "ambil", form, assignment, outcome, here(number), "desk.done.take");
    }

    @PostMapping("/aduan/{number}/serahkan")
    @Access(Who.OFFICER)
    View assign(Page page, Signed me, @PathVariable String number, Form form) {
        boolean queue = form.value("kepada").equals("antrean");
        Long to = queue ? null : form.id("kepada");
        if (to == null && !queue) {
            form.wrong("kepada", "desk.bulk.whom");
            return refused(page, me, number, new Typed("serahkan", form));
        }
        long assignment = form.number("penugasan");
        Outcome outcome = handlings.assign(
                me.agencyId(), me.officerId(), complaint(me, number).id(), assignment, (int) form.number("versi"), to);
        return answer(page, me, number, "serahkan", form, assignment, outcome, here(number), "desk.done.assign");
    }

    /** Puts an answer that lies ready into the step's draft: the officer edits it, nothing is sent by itself. */
    @PostMapping("/aduan/{number}/pakai")
    @Access(Who.OFFICER)
    View use(Page page, Signed me, @PathVariable String number, Form form) {
        CaseFile file = cases.file(me, number);
        String word = form.value("pakai");
        String answer = ready.text(me, TextSource.parse(word)).orElse(null);
        if (answer == null) return View.to(page, here(number)).flash("desk.ready.gone");
        Map<String, List<String>> fields = form.kept();
        fields.put("teks", List.of(ready.joined(me, file, form.value("teks"), form.value("asal"), answer)));
        fields.put("asal", List.of(word));
        keep(me, file, fields, form.number("penugasan"));
        return View.to(page, here(number) + "#tdk").flash("desk.ready.taken");
    }

    @PostMapping("/aduan/{number}/buang-draf")
    @Access(Who.OFFICER)
    View discard(Page page, Signed me, @PathVariable String number, Form form) {
        cases.file(me, number);
        drafts.discard(me.agencyId(), me.officerId(), form.number("penugasan"));
        return View.to(page, here(number)).flash("desk.done.discarded");
    }

    /** Whom the form names: parties of a disposition, or those to whom it goes back. */
    private Orders orders(Signed me, String number, Form form, long assignment) {
        if (form.many("pihak").isEmpty() && form.many("kembali").isEmpty()) return Orders.NONE;
        Case k = cases.file(me, number).k();
        Assignment a = k.open(assignment).orElse(null);
        int branch = branch(form);
        if (a == null || branch < 0 || branch >= k.step(a).branches().size()) return Orders.NONE;
        Branch b = k.step(a).branches().get(branch);
        String actor = k.asks(b).orElse(null);
        if (actor == null)
            return Orders.back(OrderForm.back(
                    form,
                    k.lastParties(b.target()).stream().map(d -> d.order().to()).toList()));
        return Orders.of(actor, orderForms.read(k, actor, form));
    }

    private View draft(Page page, Signed me, String number, Form form, long assignment) {
        keep(me, number, form, assignment);
        return View.to(page, here(number)).flash("desk.done.draft");
    }

    /** Keeps what was typed, for a step of this very case and for an officer who may see it. */
    private void keep(Signed me, String number, Form form, long assignment) {
        Map<String, List<String>> fields = form.kept();
        if (form.value("teks").isEmpty()) fields.put("teks", form.many("alasan"));
        keep(me, cases.file(me, number), fields, assignment);
    }

    private void keep(Signed me, CaseFile file, Map<String, List<String>> fields, long assignment) {
        boolean ofCase = file.k().assignments().stream().anyMatch(a -> a.id() == assignment);
        if (!ofCase) throw Problem.notFound();
        fields.keySet().removeAll(List.of("penugasan", "versi", "aksi", "pakai"));
        drafts.save(me.agencyId(), me.officerId(), assignment, fields);
    }

    private View answer(
            Page page,
            Signed me,
            String number,
            String which,
            Form form,
            long assignment,
            Outcome outcome,
            String then,
            String said) {
        return switch (outcome) {
            case Outcome.Done done ->
                View.to(page, then).flash(said, done.complaint().publicNumber());
            case Outcome.Refused refused -> refused(page, me, number, Typed.refused(which, form, refused));
            // a second click of the same person: it is done, by this very officer
            case Outcome.Conflict(Assignment done)
            when done != null && Objects.equals(done.doneBy(), me.officerId()) ->
                View.to(page, then).flash(said, number);
            case Outcome.Conflict conflict -> {
                boolean written =
                        !form.value("teks").isBlank() || !form.value("alasan").isBlank();
                if (written) keep(me, number, form, assignment);
                yield cases.conflict(page, me, number, assignment, new Typed(which, form));
            }
        };
    }

    private View refused(Page page, Signed me, String number, Typed typed) {
        return cases.page(page, me, number, typed, null).status(422);
    }

    /** Unknown here; whether this officer may touch it is the verb's own question. */
    private Complaint complaint(Signed me, String number) {
        return complaints.byNumber(me.agencyId(), number).orElseThrow(Problem::notFound);
    }

    static String here(String number) {
        return "/aduan/" + number;
    }

    private Alongside beside(Signed me, Form form) {
        List<Unit> units = form.sent("janji_1") ? people.units(me.agencyId()) : List.of();
        return BesideForm.read(form, units, files.take(me, form, "dasar_berkas"));
    }

    private static int branch(Form form) {
        Long typed = form.id("cabang");
        return typed == null || typed > 999 ? -1 : typed.intValue();
    }
}
