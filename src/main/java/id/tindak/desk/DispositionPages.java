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
    private final CaseAnswers answers;

    DispositionPages(Dispositions dispositions, OrderForms orders, CaseShow cases, CaseAnswers answers) {
        this.dispositions = dispositions;
        this.orders = orders;
        this.cases = cases;
        this.answers = answers;
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
        if (!form.ok()) return answers.again(page, me, number, typed);
        return answers.of(
                page,
                me,
                number,
                typed,
                dispositions.add(me.agencyId(), me.officerId(), k.complaint().id(), givenIn, given, note),
                "desk.done.order");
    }

    @PostMapping("/aduan/{number}/disposisi/teruskan")
    @Access(Who.OFFICER)
    View passOn(Page page, Signed me, @PathVariable String number, Form form) {
        Case k = cases.file(me, number).k();
        Assignment work = k.open(form.number("penugasan")).orElseThrow(() -> Problem.of(409, "web.error.409"));
        String note = form.text("teks", StepPages.LONGEST);
        List<Disposition.Order> given = orders.read(k, work.role(), form);
        Typed typed = new Typed("teruskan", form);
        if (!form.ok()) return answers.again(page, me, number, typed);
        return answers.of(
                page,
                me,
                number,
                typed,
                dispositions.passOn(me.agencyId(), me.officerId(), k.complaint().id(), work.id(), given, note),
                "desk.done.order");
    }

    @PostMapping("/aduan/{number}/disposisi/tarik")
    @Access(Who.OFFICER)
    View recall(Page page, Signed me, @PathVariable String number, Form form) {
        Case k = cases.file(me, number).k();
        long order = form.number("disposisi");
        String reason = form.text("alasan", StepPages.LONGEST);
        Typed typed = new Typed("tarik-" + order, form);
        if (!form.ok()) return answers.again(page, me, number, typed);
        return answers.of(
                page,
                me,
                number,
                typed,
                dispositions.recall(me.agencyId(), me.officerId(), k.complaint().id(), order, reason),
                "desk.done.order");
    }
}
