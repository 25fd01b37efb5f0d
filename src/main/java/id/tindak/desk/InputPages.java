package id.tindak.desk;

import id.tindak.agency.Calendars;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Menu;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.complaint.StoredFile;
import id.tindak.handling.Desk;
import id.tindak.handling.Inputs;
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
    private final Calendars calendars;
    private final OfficerFiles files;
    private final Desk desk;
    private final CaseAnswers answers;

    InputPages(Inputs inputs, Calendars calendars, OfficerFiles files, Desk desk, CaseAnswers answers) {
        this.inputs = inputs;
        this.calendars = calendars;
        this.files = files;
        this.desk = desk;
        this.answers = answers;
    }

    /** @param list what the officer's units are asked, oldest first */
    public record Listing(Menu menu, List<Inputs.Listed> list) {}

    @GetMapping("/meja/masukan")
    @Access(Who.OFFICER)
    View list(Page page, Signed me) {
        boolean books = desk.ofWholeAgency(me.agencyId(), me.officerId());
        return View.of(
                "desk/inputs.jte",
                page,
                new Listing(DeskMenu.plain(page, "/meja/masukan", books), inputs.open(me.agencyId(), me.officerId())));
    }

    @PostMapping("/aduan/{number}/masukan/minta")
    @Access(Who.OFFICER)
    View ask(Page page, Signed me, @PathVariable String number, Form form) {
        String question = form.text("teks", StepPages.LONGEST);
        Instant due = OrderForm.due(form, calendars.current(me.agencyId()));
        Typed typed = new Typed("masukan", form);
        if (!form.ok()) return answers.again(page, me, number, typed);
        return answers.of(
                page,
                me,
                number,
                typed,
                inputs.ask(
                        me.agencyId(),
                        me.officerId(),
                        answers.id(me, number),
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
        if (!form.ok()) return answers.again(page, me, number, typed);
        return answers.of(
                page,
                me,
                number,
                typed,
                inputs.give(me.agencyId(), me.officerId(), answers.id(me, number), id, text, attached),
                "desk.done.given");
    }

    @PostMapping("/aduan/{number}/masukan/{id}/batal")
    @Access(Who.OFFICER)
    View withdraw(Page page, Signed me, @PathVariable String number, @PathVariable long id, Form form) {
        return answers.of(
                page,
                me,
                number,
                new Typed("batal-" + id, form),
                inputs.withdraw(me.agencyId(), me.officerId(), answers.id(me, number), id),
                "desk.done.unasked");
    }
}
