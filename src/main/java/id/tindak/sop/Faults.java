package id.tindak.sop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a file while it is read and checked. */
final class Faults {

    private final List<Fault> all = new ArrayList<>();
    private boolean flowBroken;
    private boolean stepsBroken;
    private boolean actorsBroken;

    void error(int line, String sentence) {
        all.add(new Fault(line, sentence, true));
    }

    /** An error after which the flow cannot be judged: checks of the whole flow would only repeat it in other words. */
    void flowError(int line, String sentence) {
        error(line, sentence);
        flowBroken = true;
    }

    /** The flow cannot be judged; the error that says why is reported elsewhere. */
    void breakFlow() {
        flowBroken = true;
    }

    /** Some step has no number of its own: a target that seems to be missing may be that very step. */
    void breakSteps() {
        stepsBroken = true;
        flowBroken = true;
    }

    /** Some actor is not named rightly: an actor that seems unused may be that very one. */
    void breakActors() {
        actorsBroken = true;
    }

    void note(int line, String sentence) {
        all.add(new Fault(line, sentence, false));
    }

    boolean flowBroken() {
        return flowBroken;
    }

    boolean stepsBroken() {
        return stepsBroken;
    }

    boolean actorsBroken() {
        return actorsBroken;
    }

    boolean anyError() {
        return all.stream().anyMatch(Fault::error);
    }

    List<Fault> byLine() {
        return all.stream()
                .sorted(Comparator.comparingInt(Fault::line))
                .distinct()
                .toList();
    }
}
