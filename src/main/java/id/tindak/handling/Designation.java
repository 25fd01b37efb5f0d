package id.tindak.handling;

import id.tindak.sop.Actor;
import id.tindak.sop.Branch;
import id.tindak.sop.Sop;
import id.tindak.sop.Step;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom the coordinator names after too many returns keeps the case (SOP.md, Return): two offices that both refuse come to an end. Pure.
 *
 * @param after so many times a case has to have come back before a designation binds
 */
record Designation(Case of, int after) {

    /** Whether the holder's unit may not give the case away any more. */
    boolean binds(Assignment holder) {
        if (holder.unitId() == null) return false;
        return of.assignments().stream()
                .filter(a -> !a.open() && a.doneBy() != null && a.id() < holder.id() && coordinates(a.step()))
                .max(Comparator.comparingLong(Assignment::id))
                .filter(named -> Math.max(returnsUntil(named), cameBackUntil(named)) >= after)
                .isPresent();
    }

    /** Whether this way out of the step leaves the unit for the coordinator with a reason: the unit says that it is not its matter. */
    boolean givesAway(Assignment holder, Branch branch) {
        if (!branch.reasonRequired()) return false;
        String at = branch.target();
        Set<String> seen = new HashSet<>();
        while (!Sop.isEnd(at) && seen.add(at)) {
            if (coordinates(at)) return true;
            Step step = of.sop().step(at);
            if (!step.actor().equals(holder.role()) || step.branches().size() > 1) return false;
            at = step.branches().getFirst().target();
        }
        return false;
    }

    /** The same of a return that no branch of the SOP provides for. */
    boolean givesAway(String step) {
        return coordinates(step);
    }

    private long returnsUntil(Assignment named) {
        return of.assignments().stream()
                .filter(a -> a.reason() == Assignment.Reason.RETURN && a.id() <= named.id())
                .filter(a -> !a.queue().equals(Queue.REPORTER))
                .count();
    }

    /** How often a unit handed it to the coordinator, by whatever branches. */
    private long cameBackUntil(Assignment named) {
        return of.assignments().stream()
                .filter(a -> a.id() <= named.id() && coordinates(a.step()))
                .filter(a -> of.assignments().stream().anyMatch(p -> isParent(p, a.parentId()) && p.unitId() != null))
                .count();
    }

    private static boolean isParent(Assignment p, @Nullable Long id) {
        return id != null && p.id() == id;
    }

    private boolean coordinates(String step) {
        return of.sop().actor(of.sop().step(step).actor()).from() == Actor.From.AGENCY;
    }
}
