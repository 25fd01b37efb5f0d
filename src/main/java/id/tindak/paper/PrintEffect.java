package id.tindak.paper;

import id.tindak.complaint.Event;
import id.tindak.handling.StepEffect;
import id.tindak.handling.Transition;
import id.tindak.sop.Effect;
import org.springframework.stereotype.Component;

/**
 * {@code cetak}: the case asks for a paper. Nothing is made here, a step takes milliseconds: the event is what the case's page reads as "untuk
 * dicetak" until somebody has printed it.
 */
@Component
class PrintEffect implements StepEffect {

    @Override
    public String word() {
        return Effect.PRINT;
    }

    @Override
    public boolean knows(String argument) {
        return PaperKind.of(argument).isPresent();
    }

    @Override
    public void apply(Transition t, String argument) {
        t.add(Event.of(Event.Kind.PAPER_DUE, null, "paper", argument));
    }
}
