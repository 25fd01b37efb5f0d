package id.tindak.handling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order of a disposition (lembar disposisi): what one party was asked to do, by whom, and when it was read. What came of it stands on its assignment.
 *
 * @param givenIn the giver's assignment
 * @param giver the officer who gave it
 * @param actor what the party becomes in the SOP
 * @param order whom and what
 * @param messageId the giver's note; null without one
 * @param assignmentId the party's work; null when it was only told, or while it waits to be handed out
 */
public record Disposition(
        long id,
        long givenIn,
        long giver,
        String actor,
        Order order,
        @Nullable Long messageId,
        Instant givenAt,
        @Nullable Long assignmentId,
        @Nullable Instant readAt,
        @Nullable Long readBy,
        @Nullable Instant recalledAt) {

    /** How soon (derajat). */
    public enum Urgency {
        BIASA,
        SEGERA,
        SANGAT_SEGERA
    }

    /** Who may know (sifat). */
    public enum Classification {
        BIASA,
        TERBATAS,
        RAHASIA
    }

    /**
     * To whom: a unit, and in it one person where one is named; neither for the one whom the SOP itself names.
     *
     * @param elected asked, not ordered; no time is counted
     */
    public record Party(@Nullable Long unitId, @Nullable Long officerId, boolean elected) {}

    /**
     * @param inCharge penanggung jawab among the parties
     * @param instructions the agency's own words, as ticked
     * @param deadline the giver's own; never for elected ones
     */
    public record Order(
            Party to,
            boolean inCharge,
            List<String> instructions,
            Urgency urgency,
            Classification classification,
            @Nullable Instant deadline) {}

    boolean handedOut() {
        return assignmentId != null;
    }

    public boolean recalled() {
        return recalledAt != null;
    }

    Disposition in(long assignment) {
        return new Disposition(
                id, givenIn, giver, actor, order, messageId, givenAt, assignment, readAt, readBy, recalledAt);
    }

    Disposition read(long by, Instant at) {
        return new Disposition(id, givenIn, giver, actor, order, messageId, givenAt, assignmentId, at, by, recalledAt);
    }

    Disposition recalled(Instant at) {
        return new Disposition(id, givenIn, giver, actor, order, messageId, givenAt, assignmentId, readAt, readBy, at);
    }
}
