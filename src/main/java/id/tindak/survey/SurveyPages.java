package id.tindak.survey;

import id.tindak.account.SurveyLink;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Limits;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.View;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The form of a reporter who was asked: his address opens it once. It shows nothing of the case. */
@Controller
class SurveyPages {

    private static final String THANKS = SurveyLink.PATH + "terima-kasih";

    private final Surveys surveys;
    private final Limits limits;

    SurveyPages(Surveys surveys, Limits limits) {
        this.surveys = surveys;
        this.limits = limits;
    }

    @GetMapping("/survei/{token}")
    @Access(Who.PUBLIC)
    View form(Page page, @PathVariable String token) {
        return invited(page, token, i -> shown(page, i, token, Form.empty()));
    }

    @PostMapping("/survei/{token}")
    @Access(Who.PUBLIC)
    View answer(Page page, @PathVariable String token, Form form) {
        int agency = page.brand().agencyId();
        return invited(page, token, i -> {
            Instrument instrument = Instrument.of(i.instrument()).orElseThrow();
            SurveyForm.Filled filled = SurveyForm.parse(form, instrument, surveys.elements(agency, instrument));
            if (filled == null) return shown(page, i, token, form).status(422);
            return surveys.answer(agency, i, response(agency, i, filled)) ? View.to(page, THANKS) : closed(page, true);
        });
    }

    @GetMapping(THANKS)
    @Access(Who.PUBLIC)
    View thanks(Page page) {
        return View.of("survey/thanks.jte", page, surveys.published(page.brand().agencyId()));
    }

    /** An address that is none, or was one, costs the guesser; what was answered is told kindly. */
    private View invited(Page page, String token, Function<Invitation, View> use) {
        if (!limits.left(Limits.Of.CODE, page.client())) throw Problem.of(429, "web.error.429");
        Invitation i =
                surveys.invitation(page.brand().agencyId(), Form.clean(token)).orElse(null);
        if (i == null) limits.take(Limits.Of.CODE, page.client());
        return i != null && i.open() ? use.apply(i) : closed(page, i != null);
    }

    private View shown(Page page, Invitation i, String token, Form form) {
        Instrument instrument = Instrument.of(i.instrument()).orElseThrow();
        return View.of(
                "survey/form.jte",
                page,
                new Questionnaire(
                        form,
                        instrument,
                        surveys.elements(page.brand().agencyId(), instrument),
                        SurveyLink.PATH + Form.clean(token),
                        ""));
    }

    private static View closed(Page page, boolean answered) {
        return View.of("survey/closed.jte", page, answered).status(answered ? 200 : 404);
    }

    private Response response(int agency, Invitation i, SurveyForm.Filled filled) {
        return new Response(
                Surveys.randomId(),
                i.instrument(),
                surveys.today(agency),
                surveys.half(agency),
                Response.Origin.UNDANGAN,
                i.channel(),
                i.unitId(),
                surveys.services(agency).getFirst(),
                filled.values(),
                filled.person(),
                filled.suggestion(),
                null);
    }
}
