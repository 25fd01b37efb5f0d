package id.tindak.handling;

import id.tindak.calendar.TimeStandard;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a step, since when and until when. Open while {@code doneAt} is null. Waiting, late, returned and done are read off
 * these times; there is no status that could disagree.
 *
 * @param step number in the SOP
 * @param role actor key of the SOP
 * @param unitId for roles that exist once per unit
 * @param officerId the person, once taken or assigned
 * @param queue see {@link Queue}
 * @param standard the step's time standard as written; null when the SOP sets none
 * @param deadline null without a standard; for a step of the reporter, when waiting ends
 * @param used time already used before the case went to the reporter (resumed steps), in the standard's own basis
 * @param version counted up by taking and assigning; a form opened on an older version is told what happened
 * @param outcome index of the branch in the SOP, or a word of the engine (DITARIK …)
 * @param remaining what was left when it was done; negative when late
 */
public record Assignment(
        long id,
        long complaintId,
        long handlingId,
        @Nullable Long parentId,
        String step,
        String role,
        @Nullable Long unitId,
        @Nullable Long officerId,
        String queue,
        Reason reason,
        Instant openedAt,
        @Nullable Instant deadline,
        @Nullable String standard,
        Duration used,
        int calendarVersion,
        int priority,
        int version,
        @Nullable Instant doneAt,
        @Nullable Long doneBy,
        @Nullable String outcome,
        @Nullable String nextStep,
        @Nullable Duration remaining,
        @Nullable Instant nextReminderAt,
        int reminders) {

    /** How the case came to this step. */
    public enum Reason {
        FORWARD,
        RETURN,
        RESUME,
        REOPEN
    }

    public boolean open() {
        return doneAt == null;
    }

    public boolean waitsForReporter() {
        return open() && queue.equals(Queue.REPORTER);
    }

    public @Nullable TimeStandard timeStandard() {
        return standard == null ? null : TimeStandard.parse(standard);
    }

    Assignment done(
            Instant at, @Nullable Long by, String outcome, @Nullable String nextStep, @Nullable Duration remaining) {
        return new Assignment(
                id,
                complaintId,
                handlingId,
                parentId,
                step,
                role,
                unitId,
                officerId,
                queue,
                reason,
                openedAt,
                deadline,
                standard,
                used,
                calendarVersion,
                priority,
                version,
                at,
                by,
                outcome,
                nextStep,
                remaining,
                null,
                reminders);
    }

    /** Open again, as it was before it was done. */
    Assignment undone() {
        return new Assignment(
                id,
                complaintId,
                handlingId,
                parentId,
                step,
                role,
                unitId,
                officerId,
                queue,
                reason,
                openedAt,
                deadline,
                standard,
                used,
                calendarVersion,
                priority,
                version + 1,
                null,
                null,
                null,
                null,
                null,
                nextReminderAt,
                reminders);
    }

    Assignment heldBy(@Nullable Long officer, String inQueue) {
        return new Assignment(
                id,
                complaintId,
                handlingId,
                parentId,
                step,
                role,
                unitId,
                officer,
                inQueue,
                reason,
                openedAt,
                deadline,
                standard,
                used,
                calendarVersion,
                priority,
                version + 1,
                doneAt,
                doneBy,
                outcome,
                nextStep,
                remaining,
                nextReminderAt,
                reminders);
    }

    /** The same work in another unit: of the same person, or in that unit's queue. */
    Assignment inUnit(long unit, @Nullable Long officer) {
        Assignment held = heldBy(officer, officer == null ? Queue.role(role, unit) : Queue.person(officer));
        return new Assignment(
                id,
                complaintId,
                handlingId,
                parentId,
                step,
                role,
                unit,
                held.officerId,
                held.queue,
                reason,
                openedAt,
                deadline,
                standard,
                used,
                calendarVersion,
                priority,
                held.version,
                doneAt,
                doneBy,
                outcome,
                nextStep,
                remaining,
                nextReminderAt,
                reminders);
    }

    Assignment due(@Nullable Instant newDeadline, int newCalendarVersion) {
        return new Assignment(
                id,
                complaintId,
                handlingId,
                parentId,
                step,
                role,
                unitId,
                officerId,
                queue,
                reason,
                openedAt,
                newDeadline,
                standard,
                used,
                newCalendarVersion,
                priority,
                version,
                doneAt,
                doneBy,
                outcome,
                nextStep,
                remaining,
                nextReminderAt,
                reminders);
    }

    Assignment reminded(@Nullable Instant next) {
        return new Assignment(
                id,
                complaintId,
                handlingId,
                parentId,
                step,
                role,
                unitId,
                officerId,
                queue,
                reason,
                openedAt,
                deadline,
                standard,
                used,
                calendarVersion,
                priority,
                version,
                doneAt,
                doneBy,
                outcome,
                nextStep,
                remaining,
                next,
                reminders + 1);
    }
}
