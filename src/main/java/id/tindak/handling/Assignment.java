package id.tindak.handling;

import id.tindak.calendar.TimeStandard;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a step, since when and until when. Open until it is done. Waiting, late, returned and done are read off these times; there is no status that could disagree.
 *
 * @param step number in the SOP
 * @param role actor key of the SOP
 * @param standard the step's time standard as written; null when the SOP sets none
 * @param used time already used before the case went to the reporter (resumed steps), in the standard's own basis
 * @param version counted up by taking and assigning; a form opened on an older version is told what happened
 * @param end null while it is open
 */
public record Assignment(
        long id,
        long complaintId,
        long handlingId,
        @Nullable Long parentId,
        String step,
        String role,
        Reason reason,
        Instant openedAt,
        @Nullable String standard,
        Duration used,
        int priority,
        Holder holder,
        Due due,
        int version,
        @Nullable End end) {

    /** How the case came to this step. */
    public enum Reason {
        FORWARD,
        RETURN,
        RESUME,
        REOPEN,
        /** A disposition gave it to this party. */
        ORDER
    }

    /**
     * @param unitId for roles that exist once per unit
     * @param officerId the person, once taken or assigned
     * @param queue see {@link Queue}
     */
    public record Holder(@Nullable Long unitId, @Nullable Long officerId, String queue) {

        static final Holder REPORTER = new Holder(null, null, Queue.REPORTER);

        /** A person of that role; null leaves it to all who hold it. */
        static Holder of(String role, @Nullable Long unitId, @Nullable Long officerId) {
            return new Holder(
                    unitId, officerId, officerId == null ? Queue.role(role, unitId) : Queue.person(officerId));
        }
    }

    /**
     * @param deadline null without a standard; for a step of the reporter, when waiting ends
     * @param nextReminderAt when the job looks at it: to remind the reporter who is waited for, or whoever holds the step
     * @param reminders how often it was reminded of
     */
    public record Due(
            @Nullable Instant deadline,
            int calendarVersion,
            @Nullable Instant nextReminderAt,
            int reminders) {}

    /**
     * @param by null when the reporter or the program did it
     * @param outcome index of the branch in the SOP, or a word of the engine (DITARIK …)
     * @param remaining what was left; negative when late
     */
    public record End(
            Instant at,
            @Nullable Long by,
            String outcome,
            @Nullable String nextStep,
            @Nullable Duration remaining) {}

    public boolean open() {
        return end == null;
    }

    /** Whether a disposition named this very person: nobody else of the role takes it over. */
    boolean ordersPerson() {
        return reason == Reason.ORDER && officerId() != null && version == 1;
    }

    public boolean waitsForReporter() {
        return open() && queue().equals(Queue.REPORTER);
    }

    public @Nullable TimeStandard timeStandard() {
        return standard == null ? null : TimeStandard.parse(standard);
    }

    public @Nullable Long unitId() {
        return holder.unitId();
    }

    public @Nullable Long officerId() {
        return holder.officerId();
    }

    public String queue() {
        return holder.queue();
    }

    public @Nullable Instant deadline() {
        return due.deadline();
    }

    public @Nullable Instant doneAt() {
        return end == null ? null : end.at();
    }

    public @Nullable Long doneBy() {
        return end == null ? null : end.by();
    }

    public @Nullable String outcome() {
        return end == null ? null : end.outcome();
    }

    public @Nullable String nextStep() {
        return end == null ? null : end.nextStep();
    }

    public @Nullable Duration remaining() {
        return end == null ? null : end.remaining();
    }

    Assignment done(
            Instant at, @Nullable Long by, String outcome, @Nullable String nextStep, @Nullable Duration remaining) {
        Due silent = new Due(due.deadline(), due.calendarVersion(), null, due.reminders());
        return with(holder, silent, version, new End(at, by, outcome, nextStep, remaining));
    }

    /** Open again, as it was before it was done. */
    Assignment undone() {
        return with(holder, due, version + 1, null);
    }

    /** With this person of the role; null gives it to all who hold it. */
    Assignment heldBy(@Nullable Long officer) {
        return with(Holder.of(role, holder.unitId(), officer), due, version + 1, end);
    }

    /** As it begins, but with this holder. */
    Assignment firstWith(Holder other) {
        return with(other, due, version, end);
    }

    /** As it begins, but in the queue of the role instead of a person's. */
    Assignment ofRole() {
        return with(Holder.of(role, holder.unitId(), null), due, version, end);
    }

    /** The same work in another unit: of the same person, or in that unit's queue. */
    Assignment inUnit(long unit, @Nullable Long officer) {
        return with(Holder.of(role, unit, officer), due, version + 1, end);
    }

    Assignment due(@Nullable Instant deadline, int calendarVersion) {
        return with(holder, new Due(deadline, calendarVersion, due.nextReminderAt(), due.reminders()), version, end);
    }

    /** The same work, begun at another moment; its limit was reckoned with this version of the calendar. */
    Assignment begunAt(Instant start, @Nullable Instant deadline, int calendarVersion) {
        return new Assignment(
                id,
                complaintId,
                handlingId,
                parentId,
                step,
                role,
                reason,
                start,
                standard,
                used,
                priority,
                holder,
                new Due(deadline, calendarVersion, due.nextReminderAt(), due.reminders()),
                version,
                end);
    }

    Assignment reminded(@Nullable Instant next) {
        return with(holder, new Due(due.deadline(), due.calendarVersion(), next, due.reminders() + 1), version, end);
    }

    Assignment remindedAt(@Nullable Instant next) {
        Due until = new Due(due.deadline(), due.calendarVersion(), next, due.reminders());
        return with(holder, until, version, end);
    }

    private Assignment with(Holder held, Due until, int counted, @Nullable End ended) {
        return new Assignment(
                id,
                complaintId,
                handlingId,
                parentId,
                step,
                role,
                reason,
                openedAt,
                standard,
                used,
                priority,
                held,
                until,
                counted,
                ended);
    }
}
