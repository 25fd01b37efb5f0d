package id.tindak.desk;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.handling.Assignment;
import id.tindak.handling.Case;
import id.tindak.handling.Disposition;
import id.tindak.handling.Dispositions;
import id.tindak.handling.Outcome;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Orders beside the step: further parties, passing on, taking back. */
@Controller
class DispositionPages {

    private final Dispositions dispositions;
    private final OrderForms orders;
    private final CaseShow cases;

    DispositionPages(Dispositions dispositions, OrderForms orders, CaseShow cases) {
        this.dispositions = dispositions;
        this.orders = orders;
        this.cases = cases;
    }

    @PostMapping("/aduan/{number}/disposisi/tambah")
    @Access(Who.OFFICER)
    View add(Page page, Signed me, @PathVariable String number, Form form) {
        Case k = cases.file(me, number).k();
        long givenIn = form.number("diberi");
        String actor = k.dispositions().stream()
                .filter(d -> d.givenIn() == givenIn)
                .map(Disposition::actor)
                .findFirst()
                .orElseThrow(Problem::notFound);
        String note = form.text("teks", StepPages.LONGEST);
        List<Disposition.Order> given = orders.read(k, actor, form);
        Typed typed = new Typed("tambah-" + givenIn, form);
        if (!form.ok()) return cases.page(page, me, number, typed, null).status(422);
        return answer(
                page,
                me,
                number,
                typed,
                dispositions.add(me.agencyId(), me.officerId(), k.complaint().id(), givenIn, given, note));
    }

    @PostMapping("/aduan/{number}/disposisi/teruskan")
    @Access(Who.OFFICER)
    View passOn(Page page, Signed me, @PathVariable String number, Form form) {
        Case k = cases.file(me, number).k();
        Assignment work = k.open(form.number("penugasan")).orElseThrow(() -> Problem.of(409, "web.error.409"));
        String note = form.text("teks", StepPages.LONGEST);
        List<Disposition.Order> given = orders.read(k, work.role(), form);
        Typed typed = new Typed("teruskan", form);
        if (!form.ok()) return cases.page(page, me, number, typed, null).status(422);
        return answer(
                page,
                me,
                number,
                typed,
                dispositions.passOn(me.agencyId(), me.officerId(), k.complaint().id(), work.id(), given, note));
    }

    @PostMapping("/aduan/{number}/disposisi/tarik")
    @Access(Who.OFFICER)
    View recall(Page page, Signed me, @PathVariable String number, Form form) {
        Case k = cases.file(me, number).k();
        long order = form.number("disposisi");
        String reason = form.text("alasan", StepPages.LONGEST);
        Typed typed = new Typed("tarik-" + order, form);
        if (!form.ok()) return cases.page(page, me, number, typed, null).status(422);
        return answer(
                page,
                me,
                number,
                typed,
                dispositions.recall(me.agencyId(), me.officerId(), k.complaint().id(), order, reason));
    }

    private View answer(Page page, Signed me, String number, Typed typed, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> View.to(page, StepPages.here(number)).flash("desk.done.order", number);
            case Outcome.Refused refused ->
                cases.page(page, me, number, Typed.refused(typed.which(), typed.form(), refused), null)
                        .status(422);
            case Outcome.Conflict conflict -> throw Problem.of(409, "web.error.409");
        };
    }
}
