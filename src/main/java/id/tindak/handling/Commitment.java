package id.tindak.handling;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an answer promises beyond itself (janji tindak lanjut): what, who, until when. It outlives the case: an answered complaint is done only
 * when its commitments are.
 *
 * @param assignmentId the work in which it was written
 * @param messageId the text that says what is promised
 * @param what that text; empty once it is erased
 * @param unitId the unit that owes it; null when it is the agency as a whole
 * @param responsible who keeps it, in words that the reporter reads
 * @param due the last day; later than {@code firstDue} once it was renewed
 * @param toldAt when the reporter was told; null while the answer is still being worded
 */
public record Commitment(
        long id,
        long assignmentId,
        long messageId,
        String what,
        @Nullable Long unitId,
        String responsible,
        LocalDate due,
        LocalDate firstDue,
        int renewals,
        long madeBy,
        Instant madeAt,
        @Nullable Instant toldAt,
        @Nullable Instant doneAt,
        @Nullable Long doneBy) {

    public boolean told() {
        return toldAt != null;
    }

    /** Promised and not kept yet. */
    public boolean open() {
        return told() && doneAt == null;
    }

    public boolean renewed() {
        return renewals > 0;
    }

    public boolean overdue(LocalDate today) {
        return open() && due.isBefore(today);
    }

    Commitment told(long message, Instant at) {
        return new Commitment(
                id,
                assignmentId,
                message,
                what,
                unitId,
                responsible,
                due,
                firstDue,
                renewals,
                madeBy,
                madeAt,
                at,
                doneAt,
                doneBy);
    }

    Commitment done(Instant at, long by) {
        return new Commitment(
                id,
                assignmentId,
                messageId,
                what,
                unitId,
                responsible,
                due,
                firstDue,
                renewals,
                madeBy,
                madeAt,
                toldAt,
                at,
                by);
    }

    Commitment renewed(LocalDate until) {
        return new Commitment(
                id,
                assignmentId,
                messageId,
                what,
                unitId,
                responsible,
                until,
                firstDue,
                renewals + 1,
                madeBy,
                madeAt,
                toldAt,
                doneAt,
                doneBy);
    }
}
