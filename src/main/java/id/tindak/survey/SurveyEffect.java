package id.tindak.survey;

import id.tindak.agency.Agencies;
import id.tindak.complaint.Event;
import id.tindak.handling.StepEffect;
import id.tindak.handling.Transition;
import id.tindak.message.Outbox;
import id.tindak.sop.Effect;
import id.tindak.sop.Sop;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * {@code survei}: the reporter is asked how the service was, on the own channel where there is an address; else the tracking page offers it.
 * Nothing waits for the answer, and the chain says only that somebody was asked.
 */
@Component
class SurveyEffect implements StepEffect {

    /** Setting: whether reporters are asked also where the SOP does not say so. */
    private static final String ALWAYS = "survei_selalu";

    private final Surveys surveys;
    private final Agencies agencies;

    SurveyEffect(Surveys surveys, Agencies agencies) {
        this.surveys = surveys;
        this.agencies = agencies;
    }

    @Override
    public String word() {
        return Effect.SURVEY;
    }

    @Override
    public boolean knows(String argument) {
        return Instrument.of(argument).isPresent();
    }

    @Override
    public void apply(Transition t, String argument) {
        boolean filing = t.before().assignments().isEmpty(); // there was no service yet
        if (!filing) t.write(this, argument);
    }

    @Override
    public void write(Transition t, String argument) {
        Instrument instrument = Instrument.of(argument).orElseThrow();
        surveys.invite(t, instrument).ifPresent(set -> {
            t.add(Event.of(Event.Kind.SURVEY_OFFERED, null, "survey", argument));
            t.tellReporter("survey", null, Map.of(Outbox.SURVEY, Integer.toString(set)));
        });
    }

    @Override
    public void ended(Transition t) {
        boolean answered = t.answer() != null || t.before().answered();
        if (!Sop.DONE.equals(t.handling().outcome())
                || !answered
                || says(t.before().sop())) return;
        int agencyId = t.complaint().agencyId();
        if (agencies.settings(agencyId).text(ALWAYS).equals("ya"))
            t.write(this, Instrument.on(surveys.today(agencyId)).code());
    }

    private static boolean says(Sop sop) {
        return sop.steps().stream()
                .flatMap(step -> step.effects().stream())
                .anyMatch(effect -> effect.word().equals(Effect.SURVEY));
    }
}
