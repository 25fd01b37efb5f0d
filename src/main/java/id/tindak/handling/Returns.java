package id.tindak.handling;

import id.tindak.sop.Actor;
import id.tindak.sop.Sop;
import id.tindak.sop.Standing;
import id.tindak.sop.Step;
import java.util.List;

/**
 * Which ways of a case lead back, and to whom a returned case goes (SOP.md, Return). Pure.
 *
 * @param beforeCoordinator after so many returns between officers the next one goes to the coordinator
 */
record Returns(Case of, int beforeCoordinator) {

    /** Whether the target was passed already in this round, or the reporter's own step: then going there is a return. */
    boolean leadsBack(Assignment a, String target) {
        if (Sop.isEnd(target) || Standing.is(target)) return false;
        if (of.waitsFor(target)) return true;
        List<Step> steps = of.sop().steps();
        return steps.indexOf(of.sop().step(target)) <= steps.indexOf(of.step(a))
                && of.lastDone(target).isPresent();
    }

    /**
     * Who gets a returned case: whom the return names, but after too many of them the coordinator, the nearest earlier actor of the whole agency. Two offices then cannot send it to and fro for
     * ever. Whom the coordinator names has it.
     */
    String receiver(Assignment by, String asked) {
        if (of.waitsFor(asked)
                || coordinates(asked)
                || coordinates(by.step())
                || of.complaint().returns() < beforeCoordinator) return asked;
        List<Step> steps = of.sop().steps();
        return steps.subList(0, steps.indexOf(of.sop().step(asked))).reversed().stream()
                .map(Step::no)
                .filter(no -> coordinates(no) && of.lastDone(no).isPresent())
                .findFirst()
                .orElse(asked);
    }

    private boolean coordinates(String step) {
        return of.sop().actor(of.sop().step(step).actor()).from() == Actor.From.AGENCY;
    }
}
