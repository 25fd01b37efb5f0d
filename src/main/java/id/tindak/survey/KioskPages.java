package id.tindak.survey;

import id.tindak.agency.Agencies;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Limits;
import id.tindak.base.web.Page;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Qr;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The survey for visitors on a tablet: start, form, thanks, and back to the start by itself. No page stays in the browser, and a form that was
 * left alone is gone after some minutes, so that nobody sees what the one before wrote.
 */
@Controller
public class KioskPages {

    private static final String HERE = "/survei/loket/";
    /** One visitor after the other fills in no more than this. */
    private static final int AN_HOUR = 60;

    private static final int SECONDS_LEFT_ALONE = 300;
    private static final int SECONDS_OF_THANKS = 20;

    private final Surveys surveys;
    private final Results results;
    private final KioskTokens tokens;
    private final Agencies agencies;
    private final Limits limits;

    KioskPages(Surveys surveys, Results results, KioskTokens tokens, Agencies agencies, Limits limits) {
        this.surveys = surveys;
        this.results = results;
        this.tokens = tokens;
        this.agencies = agencies;
        this.limits = limits;
    }

    /**
     * @param address of today's tablet; empty until unit and service are chosen
     * @param qr the same to be read by the tablet's camera; null together with it
     */
    public record Opening(
            Form form,
            Map<String, String> units,
            List<String> services,
            String address,
            @Nullable Qr qr) {}

    /**
     * A page of the tablet.
     *
     * @param token of its address
     * @param place unit or agency that is asked about
     * @param minutes after which a form that was left alone is gone
     */
    public record Tablet(
            String token,
            String place,
            String service,
            int minutes,
            @Nullable Questionnaire questions) {

        public String path() {
            return HERE + token;
        }
    }

    /** Where an officer makes today's address. */
    @GetMapping("/meja/survei/loket")
    @Access(Who.OFFICER)
    View open(Page page, Signed me, Form form) {
        results.open(me);
        Map<String, String> units = results.units(me.agencyId());
        List<String> services = surveys.services(me.agencyId());
        String service = form.value("layanan");
        boolean chosen =
                services.contains(service) && (form.id("unit") == null || units.containsKey(form.value("unit")));
        String address = !chosen
                ? ""
                : agencies.byId(me.agencyId()).baseUrl()
                        + HERE
                        + tokens.of(new Kiosk(me.agencyId(), form.id("unit"), service, surveys.today(me.agencyId())));
        return View.of(
                "survey/tablet.jte",
                page,
                new Opening(form, units, services, address, address.isEmpty() ? null : Qr.of(address)));
    }

    @GetMapping("/survei/loket/{kiosk}")
    @Access(Who.PUBLIC)
    View start(Page page, @PathVariable("kiosk") String token) {
        return View.of("survey/start.jte", page, tablet(page, token, null)).noStore();
    }

    @GetMapping("/survei/loket/{kiosk}/isi")
    @Access(Who.PUBLIC)
    View form(Page page, @PathVariable("kiosk") String token) {
        return asked(page, token, Form.empty());
    }

    @PostMapping("/survei/loket/{kiosk}/isi")
    @Access(Who.PUBLIC)
    View answer(Page page, @PathVariable("kiosk") String token, Form form) {
        int agency = page.brand().agencyId();
        Kiosk kiosk = kiosk(page, token);
        Instrument instrument = Instrument.on(kiosk.day());
        SurveyForm.Filled filled = SurveyForm.parse(form, instrument, surveys.elements(agency, instrument));
        if (filled == null) return asked(page, token, form).status(422);
        if (!limits.take("survei " + token, AN_HOUR, Duration.ofHours(1)).granted()) {
            form.wrong("kirim", "web.error.429");
            return asked(page, token, form).status(429);
        }
        surveys.answer(agency, response(agency, kiosk, instrument, key(form), filled));
        return View.to(page, HERE + token + "/selesai").noStore();
    }

    @GetMapping("/survei/loket/{kiosk}/selesai")
    @Access(Who.PUBLIC)
    View thanks(Page page, @PathVariable("kiosk") String token) {
        return View.of("survey/tablet-thanks.jte", page, tablet(page, token, null))
                .header("Refresh", SECONDS_OF_THANKS + "; url=" + page.url(HERE + token))
                .noStore();
    }

    private View asked(Page page, String token, Form form) {
        Kiosk kiosk = kiosk(page, token);
        Instrument instrument = Instrument.on(kiosk.day());
        Questionnaire questions = new Questionnaire(
                form,
                instrument,
                surveys.elements(kiosk.agencyId(), instrument),
                HERE + token + "/isi",
                Long.toString(key(form)));
        return View.of("survey/tablet-form.jte", page, tablet(page, token, questions))
                .header("Refresh", SECONDS_LEFT_ALONE + "; url=" + page.url(HERE + token))
                .noStore();
    }

    private Tablet tablet(Page page, String token, @Nullable Questionnaire questions) {
        Kiosk kiosk = kiosk(page, token);
        Long unit = kiosk.unitId();
        String place = unit == null
                ? page.brand().name()
                : results.units(kiosk.agencyId())
                        .getOrDefault(Long.toString(unit), page.brand().name());
        return new Tablet(token, place, kiosk.service(), SECONDS_LEFT_ALONE / 60, questions);
    }

    private Kiosk kiosk(Page page, String token) {
        int agency = page.brand().agencyId();
        return tokens.read(token, agency, surveys.today(agency))
                .orElseThrow(() -> Problem.of(404, "survey.tablet.over"));
    }

    /** Of the form that was shown, so that a second click is the same answer. */
    private static long key(Form form) {
        Long key = form.id("kunci");
        return key == null ? Surveys.randomId() : key;
    }

    private Response response(int agency, Kiosk kiosk, Instrument instrument, long id, SurveyForm.Filled filled) {
        return new Response(
                id,
                instrument.code(),
                kiosk.day(),
                surveys.half(agency),
                Response.Origin.LOKET,
                null,
                kiosk.unitId(),
                kiosk.service(),
                filled.values(),
                filled.person(),
                filled.suggestion(),
                null);
    }
}
