package id.tindak.desk;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.handling.CaseFile;
import id.tindak.handling.PhoneCalls;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Telephone calls about a case, written down by whoever may write to its reporter. */
@Controller
class CallPages {

    private final PhoneCalls calls;
    private final CaseShow cases;
    private final CaseAnswers answers;

    CallPages(PhoneCalls calls, CaseShow cases, CaseAnswers answers) {
        this.calls = calls;
        this.cases = cases;
        this.answers = answers;
    }

    @PostMapping("/aduan/{number}/telepon")
    @Access(Who.OFFICER)
    View record(Page page, Signed me, @PathVariable String number, Form form) {
        CaseFile file = cases.file(me, number);
        Typed typed = new Typed(CallForm.NAME, form);
        PhoneCalls.Held call = CallForm.read(page, form, file);
        if (call == null) return answers.again(page, me, number, typed);
        long complaint = file.k().complaint().id();
        return answers.of(
                page,
                me,
                number,
                typed,
                calls.record(me.agencyId(), me.officerId(), complaint, call),
                "desk.done.call");
    }
}
