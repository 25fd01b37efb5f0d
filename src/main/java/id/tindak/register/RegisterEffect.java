package id.tindak.register;

import id.tindak.handling.StepEffect;
import id.tindak.handling.Transition;
import id.tindak.sop.Effect;
import org.springframework.stereotype.Component;

/** {@code catat}: the case is entered into a book. Only asks; the number is taken last, by {@link Recording}. */
@Component
class RegisterEffect implements StepEffect {

    @Override
    public String word() {
        return Effect.REGISTER;
    }

    @Override
    public void apply(Transition t, String book) {
        t.record(book);
    }
}
