package id.tindak.handling;

import id.tindak.agency.RoleHolder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unit is asked for its input (minta masukan; RULES.md, The desk). The case stays where it is and its clocks run on.
 *
 * @param assignmentId the asker's work
 * @param questionId the text that asks
 * @param due until when; null for elected units, and where the asker set no day
 * @param answerId the text that answers; null while there is none
 */
public record InputRequest(
        long id,
        long assignmentId,
        long unitId,
        long askedBy,
        Instant askedAt,
        long questionId,
        @Nullable Instant due,
        @Nullable Instant givenAt,
        @Nullable Long givenBy,
        @Nullable Long answerId,
        @Nullable Instant withdrawnAt) {

    public boolean open() {
        return givenAt == null && withdrawnAt == null;
    }

    /** Whether it asks a unit in which the officer holds a role today. */
    public boolean asks(List<RoleHolder> holdings) {
        return withdrawnAt == null
                && holdings.stream().anyMatch(h -> !h.mandate() && Objects.equals(h.unitId(), unitId));
    }

    InputRequest given(Instant at, long by, long answer) {
        return new InputRequest(id, assignmentId, unitId, askedBy, askedAt, questionId, due, at, by, answer, null);
    }

    InputRequest withdrawn(Instant at) {
        return new InputRequest(id, assignmentId, unitId, askedBy, askedAt, questionId, due, null, null, null, at);
    }
}
