package id.tindak.survey;

import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Download;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.paper.SheetPress;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Results of a period: for the office, as a sheet for the wall, as the regulation's table, and for everybody where the agency shows them. */
@Controller
class ResultPages {

    private static final String HERE = "/meja/survei";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Surveys surveys;
    private final SurveyStore store;
    private final Results results;
    private final SheetPress press;

    ResultPages(Surveys surveys, SurveyStore store, Results results, SheetPress press) {
        this.surveys = surveys;
        this.store = store;
        this.results = results;
        this.press = press;
    }

    @GetMapping(HERE)
    @Access({Who.OFFICER, Who.AUDITOR})
    View show(Page page, Signed me, Form form) {
        return View.of("survey/results.jte", page, result(page, me, form));
    }

    /** The sheet on which the index is published. */
    @GetMapping(HERE + "/lembar")
    @Access({Who.OFFICER, Who.AUDITOR})
    Download sheet(Page page, Signed me, Form form) {
        Result r = result(page, me, form);
        return press.download(
                me.agencyId(),
                "survey/sheet-pdf.jte",
                Map.of("page", page, "m", r),
                "ikm-" + r.span().code() + ".pdf");
    }

    @GetMapping(HERE + "/tabel.xlsx")
    @Access({Who.OFFICER, Who.AUDITOR})
    Download xlsx(Page page, Signed me, Form form) {
        ResponseTable table = table(page, me, form);
        byte[] bytes = table.xlsx(page);
        return new Download(table.name() + ".xlsx", XLSX, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    @GetMapping(HERE + "/tabel.csv")
    @Access({Who.OFFICER, Who.AUDITOR})
    Download csv(Page page, Signed me, Form form) {
        ResponseTable table = table(page, me, form);
        byte[] bytes = table.csv(page);
        return new Download(
                table.name() + ".csv", "text/csv;charset=UTF-8", bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    @PostMapping(HERE + "/saran/{id}/hapus")
    @Access(Who.OFFICER)
    View erase(Page page, Signed me, @PathVariable long id, Form form) {
        Result r = result(page, me, form);
        if (!surveys.eraseSuggestion(me.agencyId(), me.officerId(), id)) throw Problem.notFound();
        return View.to(page, HERE + "?" + r.query()).flash("survey.suggestion.erased");
    }

    /** For everybody, where the agency shows it. */
    @GetMapping("/survei")
    @Access(Who.PUBLIC)
    View published(Page page, Form form) {
        int agency = page.brand().agencyId();
        if (!surveys.published(agency)) throw Problem.notFound();
        return View.of("survey/published.jte", page, results.of(page, agency, form, false));
    }

    private Result result(Page page, Signed me, Form form) {
        results.open(me);
        return results.of(page, me.agencyId(), form, !me.auditor());
    }

    /** Forms of so few that each could be recognised are not handed out. */
    private ResponseTable table(Page page, Signed me, Form form) {
        Result r = result(page, me, form);
        if (r.few()) throw Problem.of(404, "survey.tooFew", Respondents.LEAST);
        Long unit = r.unit().isEmpty() ? null : Long.valueOf(r.unit());
        return new ResponseTable(
                r,
                store.rows(
                        me.agencyId(),
                        r.instrument().code(),
                        r.span().first(),
                        r.span().last(),
                        unit));
    }
}
