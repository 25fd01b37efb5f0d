package id.tindak.desk;

import id.tindak.agency.Calendars;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.StoredFile;
import id.tindak.handling.Desk;
import id.tindak.handling.Inputs;
import id.tindak.handling.Outcome;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Asking other units for their input, and giving it (minta masukan). */
@Controller
public class InputPages {

    private final Inputs inputs;
    private final Complaints complaints;
    private final Calendars calendars;
    private final OfficerFiles files;
    private final Desk desk;
    private final CaseShow cases;

    InputPages(
            Inputs inputs, Complaints complaints, Calendars calendars, OfficerFiles files, Desk desk, CaseShow cases) {
        this.inputs = inputs;
        this.complaints = complaints;
        this.calendars = calendars;
        this.files = files;
        this.desk = desk;
        this.cases = cases;
    }

    /** @param list what the officer's units are asked, oldest first */
    public record Listing(Rail rail, List<Inputs.Listed> list) {}

    @GetMapping("/meja/masukan")
    @Access(Who.OFFICER)
    View list(Page page, Signed me) {
        boolean books = desk.ofWholeAgency(me.agencyId(), me.officerId());
        return View.of(
                "desk/inputs.jte",
                page,
                new Listing(Rail.plain(page, "/meja/masukan", books), inputs.open(me.agencyId(), me.officerId())));
    }

    @PostMapping("/aduan/{number}/masukan/minta")
    @Access(Who.OFFICER)
    View ask(Page page, Signed me, @PathVariable String number, Form form) {
        String question = form.text("teks", StepPages.LONGEST);
        Instant due = OrderForm.due(form, calendars.current(me.agencyId()));
        Typed typed = new Typed("masukan", form);
        if (!form.ok()) return refused(page, me, number, typed);
        return answer(
                page,
                me,
                number,
                typed,
                inputs.ask(
                        me.agencyId(),
                        me.officerId(),
                        complaint(me, number),
                        form.number("penugasan"),
                        form.id("unit"),
                        due,
                        question),
                "desk.done.asked");
    }

    @PostMapping("/aduan/{number}/masukan/{id}/beri")
    @Access(Who.OFFICER)
    View give(Page page, Signed me, @PathVariable String number, @PathVariable long id, Form form) {
        String text = form.text("teks", StepPages.LONGEST);
        List<StoredFile> attached = files.take(me, form, "berkas");
        Typed typed = new Typed("beri-" + id, form);
        if (!form.ok()) return refused(page, me, number, typed);
        return answer(
                page,
                me,
                number,
                typed,
                inputs.give(me.agencyId(), me.officerId(), complaint(me, number), id, text, attached),
                "desk.done.given");
    }

    @PostMapping("/aduan/{number}/masukan/{id}/batal")
    @Access(Who.OFFICER)
    View withdraw(Page page, Signed me, @PathVariable String number, @PathVariable long id, Form form) {
        return answer(
                page,
                me,
                number,
                new Typed("batal-" + id, form),
                inputs.withdraw(me.agencyId(), me.officerId(), complaint(me, number), id),
                "desk.done.unasked");
    }

    private View answer(Page page, Signed me, String number, Typed typed, Outcome outcome, String said) {
        return switch (outcome) {
            case Outcome.Done done ->
                View.to(page, StepPages.here(done.complaint().publicNumber())).flash(said);
            case Outcome.Refused r -> refused(page, me, number, Typed.refused(typed.which(), typed.form(), r));
            case Outcome.Conflict conflict -> throw Problem.of(409, "web.error.409");
        };
    }

    private View refused(Page page, Signed me, String number, Typed typed) {
        return cases.page(page, me, number, typed, null).status(422);
    }

    private long complaint(Signed me, String number) {
        return complaints
                .byNumber(me.agencyId(), number)
                .orElseThrow(Problem::notFound)
                .id();
    }
}
