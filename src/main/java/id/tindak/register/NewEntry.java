package id.tindak.register;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be entered into a book.
 *
 * @param submissionKey makes a second click harmless; null for the engine, whose assignment's version does so
 * @param asked which step of the case asked for it; null when an officer enters it by hand
 */
record NewEntry(
        @Nullable String submissionKey,
        Instant happenedAt,
        @Nullable Long complaintId,
        @Nullable Asked asked,
        @Nullable String externalNumber,
        Map<Field, String> fields) {

    /**
     * @param round of the case; a reopened case writes its letters anew
     * @param addressee who gets what the step hands out; null where the book has one entry for the step
     */
    record Asked(String step, int round, @Nullable String addressee) {}

    NewEntry ofCase(long complaint) {
        return new NewEntry(submissionKey, happenedAt, complaint, asked, externalNumber, fields);
    }
}
