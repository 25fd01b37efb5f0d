package id.tindak.handling;

import id.tindak.base.Ids;
import id.tindak.calendar.TimeStandard;
import id.tindak.sop.Actor;
import id.tindak.sop.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The assignments that a transition opens: whose they are, and until when (SOP.md, Rules of the engine). Pure. */
final class NewWork {

    private final Transition t;
    private final Case from;

    NewWork(Transition t) {
        this.t = t;
        this.from = t.before();
    }

    /** A step of the SOP: back with whoever did it last where it comes back, and with the minutes that were left where it goes on. */
    Assignment of(Step step, Assignment.Reason reason, @Nullable Assignment giver) {
        Long unit = unit(step.actor());
        Assignment last = reason == Assignment.Reason.FORWARD
                ? null
                : from.lastOfAnyRound(step.no(), step.actor()).orElse(null);
        Long person = last == null || !Objects.equals(last.unitId(), unit) ? null : last.doneBy();
        TimeStandard standard = timed(step.actor()) ? step.time() : null;
        Duration left = reason == Assignment.Reason.RESUME && giver != null ? giver.remaining() : null;
        Instant deadline = null;
        Duration used = Duration.ZERO;
        if (standard != null && left != null && giver != null) {
            deadline = from.calendar().resume(t.now(), left, standard.basis());
            used = from.used(giver, t.now());
        } else if (standard != null) {
            deadline = from.calendar().deadline(t.now(), standard);
        }
        return of(
                step,
                reason,
                giver,
                standard == null ? null : standard.text(),
                used,
                Assignment.Holder.of(step.actor(), unit, person),
                due(deadline));
    }

    /** The reporter has the case; it expires when nothing comes (RULES.md, Clocks). */
    Assignment ofReporter(Step step, @Nullable Assignment giver) {
        Duration wait = Duration.ofDays(t.rules().daysToComplete());
        return of(
                step,
                Assignment.Reason.FORWARD,
                giver,
                null,
                Duration.ZERO,
                Assignment.Holder.REPORTER,
                new Assignment.Due(
                        t.now().plus(wait), from.calendarVersion(), t.now().plus(wait.dividedBy(3)), 0));
    }

    /** Somebody confirms what was proposed, in what is left of the step's time. */
    Assignment ofConfirmation(Assignment proposed, String role, Assignment.Holder holder) {
        return sameStep(proposed, role, holder);
    }

    /** The signer decides on what the actor prepared; one standard covers both (SOP.md, {@code oleh}). */
    Assignment ofSigner(Assignment prepared, String signer) {
        return sameStep(prepared, signer, Assignment.Holder.of(signer, unit(signer), null));
    }

    private Assignment sameStep(Assignment prepared, String role, Assignment.Holder holder) {
        return new Assignment(
                Ids.next(t.now()),
                t.complaint().id(),
                t.handling().id(),
                prepared.id(),
                prepared.step(),
                role,
                Assignment.Reason.FORWARD,
                t.now(),
                timed(role) ? prepared.standard() : null,
                from.used(prepared, t.now()),
                prepared.priority(),
                holder,
                due(timed(role) ? prepared.deadline() : null),
                1,
                null);
    }

    /** A party's share of a step, until the step's time or the giver's own, whichever is sooner; an elected one gets no time at all (RULES.md, The desk). */
    Assignment ofParty(Disposition.Order order, Step step, @Nullable Assignment giver, Assignment.Reason reason) {
        Disposition.Party to = order.to();
        TimeStandard standard = to.elected() ? null : step.time();
        Instant limit = standard == null ? null : from.calendar().deadline(t.now(), standard);
        Instant own = order.deadline();
        return of(
                step,
                reason,
                giver,
                standard == null ? null : standard.text(),
                Duration.ZERO,
                Assignment.Holder.of(step.actor(), to.unitId(), to.officerId()),
                due(own != null && (limit == null || own.isBefore(limit)) ? own : limit));
    }

    private Assignment of(
            Step step,
            Assignment.Reason reason,
            @Nullable Assignment giver,
            @Nullable String standard,
            Duration used,
            Assignment.Holder holder,
            Assignment.Due due) {
        return new Assignment(
                Ids.next(t.now()),
                t.complaint().id(),
                t.handling().id(),
                giver == null ? null : giver.id(),
                step.no(),
                step.actor(),
                reason,
                t.now(),
                standard,
                used,
                t.complaint().emergency() ? 0 : 1,
                holder,
                due,
                1,
                null);
    }

    /** Whatever time a procedure writes down for an elected person, none is counted. */
    private boolean timed(String role) {
        Actor actor = from.sop().actors().get(role);
        return actor == null || !Elected.is(actor);
    }

    private @Nullable Long unit(String actor) {
        return from.sop().actor(actor).from() == Actor.From.TARGET_UNIT
                ? t.handling().targetUnitId()
                : null;
    }

    private Assignment.Due due(@Nullable Instant deadline) {
        return new Assignment.Due(deadline, from.calendarVersion(), null, 0);
    }
}
