package id.tindak.desk;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.DateField;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.complaint.Complaint;
import id.tindak.handling.CaseFile;
import id.tindak.lapor.LaporReports;
import id.tindak.lapor.Report;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What an officer who keeps LAPOR! in step writes down on a case: how it stands there, and that our answer stands there now. */
@Controller
class LaporCasePages {

    private static final int LINE = 60;

    private final CaseShow cases;
    private final CaseAnswers answers;
    private final LaporReports reports;

    LaporCasePages(CaseShow cases, CaseAnswers answers, LaporReports reports) {
        this.cases = cases;
        this.answers = answers;
        this.reports = reports;
    }

    @PostMapping("/aduan/{number}/sp4n/keadaan")
    @Access(Who.OFFICER)
    View state(Page page, Signed me, @PathVariable String number, Form form) {
        Complaint c = kept(me, number);
        Report report = reports.of(c).orElseThrow(Problem::notFound);
        String word = form.line("keadaan", LINE);
        boolean known = word.equals(report.state())
                || reports.states(me.agencyId()).all().contains(word);
        if (!known) form.wrong("keadaan", "desk.lapor.state-unknown");
        Instant since = since(page, form, report);
        if (!form.ok()) return answers.again(page, me, number, new Typed(LaporCard.STATE, form));
        reports.state(me.agencyId(), c.id(), word, since, me.officerId());
        return View.to(page, StepPages.here(number)).flash("desk.lapor.state-kept", word);
    }

    @PostMapping("/aduan/{number}/sp4n/ditempel")
    @Access(Who.OFFICER)
    View pasted(Page page, Signed me, @PathVariable String number, Form form) {
        Complaint c = kept(me, number);
        boolean done = reports.told(me.agencyId(), c.id(), form.number("teks"), me.officerId());
        return View.to(page, StepPages.here(number)).flash(done ? "desk.lapor.pasted" : "desk.lapor.pasted-before");
    }

    /** The day since when it stands so there; null for now. */
    private static @Nullable Instant since(Page page, Form form, Report report) {
        LocalDate day = DateField.read(form, "sejak", true);
        if (day == null) return null;
        LocalDate first = LocalDate.ofInstant(report.reportedAt(), page.brand().zone());
        if (day.isAfter(LocalDate.ofInstant(page.now(), page.brand().zone())) || day.isBefore(first))
            form.wrong("sejak", "desk.lapor.since-wrong");
        return day.atStartOfDay(page.brand().zone()).toInstant();
    }

    /** Whoever acts on the case, or sits at a desk of the whole agency: LAPOR! has one account for the agency. */
    private Complaint kept(Signed me, String number) {
        CaseFile file = cases.file(me, number);
        if (!may(file)) throw Problem.notFound();
        return file.k().complaint();
    }

    static boolean may(CaseFile file) {
        return file.sight().acts() || file.agencyDesk();
    }
}
