package id.tindak.desk;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
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
    private final CaseAnswers answers;

    ReminderPages(Reminders reminders, CaseAnswers answers) {
        this.reminders = reminders;
        this.answers = answers;
    }

    @PostMapping("/aduan/{number}/ingatkan")
    @Access(Who.OFFICER)
    View remind(Page page, Signed me, @PathVariable String number, Form form) {
        long assignment = form.number("penugasan");
        String which = "ingatkan-" + assignment;
        String text = form.text("teks", LONGEST);
        Typed typed = new Typed(which, form);
        if (!form.ok()) return answers.again(page, me, number, typed);
        Outcome outcome = reminders.byHand(me.agencyId(), me.officerId(), answers.id(me, number), assignment, text);
        return answers.of(page, me, number, typed, outcome, "desk.done.reminded");
    }
}
