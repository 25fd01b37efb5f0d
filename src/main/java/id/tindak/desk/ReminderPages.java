package id.tindak.desk;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.complaint.Complaints;
import id.tindak.handling.Outcome;
import id.tindak.handling.Reminders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Reminding whoever holds a step of a case, by hand. */
@Controller
class ReminderPages {

    /** Characters of a reminder. */
    static final int LONGEST = 2_000;

    private final Reminders reminders;
    private final Complaints complaints;
    private final CaseShow cases;

    ReminderPages(Reminders reminders, Complaints complaints, CaseShow cases) {
        this.reminders = reminders;
        this.complaints = complaints;
        this.cases = cases;
    }

    @PostMapping("/aduan/{number}/ingatkan")
    @Access(Who.OFFICER)
    View remind(Page page, Signed me, @PathVariable String number, Form form) {
        long assignment = form.number("penugasan");
        String which = "ingatkan-" + assignment;
        String text = form.text("teks", LONGEST);
        if (!form.ok())
            return cases.page(page, me, number, new Typed(which, form), null).status(422);
        long complaint = complaints
                .byNumber(me.agencyId(), number)
                .orElseThrow(Problem::notFound)
                .id();
        Outcome outcome = reminders.byHand(me.agencyId(), me.officerId(), complaint, assignment, text);
        return switch (outcome) {
            case Outcome.Done done ->
                View.to(page, StepPages.here(number))
                        .flash("desk.done.reminded", done.complaint().publicNumber());
            case Outcome.Refused refused ->
                cases.page(page, me, number, Typed.refused(which, form, refused), null)
                        .status(422);
            case Outcome.Conflict conflict -> throw Problem.of(409, "web.error.409");
        };
    }
}
