package id.tindak.handling;

import id.tindak.complaint.Event;
import id.tindak.message.Message;
import id.tindak.sop.Effect;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code jawab}: the answer goes to the reporter. It happens whether or not anything is published. */
@Component
class AnswerEffect implements StepEffect {

    @Override
    public String word() {
        return Effect.ANSWER;
    }

    @Override
    public void apply(Transition t, String argument) {
        Message answer = t.answer();
        if (answer == null) return;
        t.add(new Event(Event.Kind.ANSWERED, null, t.withText(Map.of(), answer)));
        t.tellReporter("answered", answer, Map.of("letter", "surat-jawaban"));
    }
}
