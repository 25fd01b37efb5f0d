package id.tindak.handling;

import id.tindak.sop.Actor;
import id.tindak.sop.Effect;
import org.springframework.stereotype.Component;

/** {@code kabari}: tells the reporter that the case moved, or the officers of a role by mail. */
@Component
class NotifyEffect implements StepEffect {

    @Override
    public String word() {
        return Effect.NOTIFY;
    }

    @Override
    public void apply(Transition t, String argument) {
        if (t.before().sop().actor(argument).from() != Actor.From.CITIZEN) {
            t.tell(argument);
            return;
        }
        boolean filing = t.before().assignments().isEmpty(); // the receipt says it already
        if (!filing) t.tellReporter("moved", null);
    }
}
