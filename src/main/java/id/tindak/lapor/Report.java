package id.tindak.lapor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as LAPOR! knows it.
 *
 * @param reportedAt when LAPOR! got it
 * @param state as LAPOR! calls it
 * @param stateAt since when, as far as we were told
 * @param stateBy who wrote it down; null for the program
 * @param toldMessage the newest text of ours that stands there; null when none does
 */
public record Report(
        TrackingId id,
        long complaintId,
        Instant reportedAt,
        String state,
        Meaning meaning,
        Instant stateAt,
        @Nullable Long stateBy,
        @Nullable Long toldMessage,
        @Nullable Instant toldAt,
        @Nullable Long toldBy) {

    /** The number for people; empty once the reporter was erased. */
    public String number() {
        return id.erased() ? "" : id.value();
    }
}
