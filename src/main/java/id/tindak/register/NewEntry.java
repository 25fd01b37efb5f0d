package id.tindak.register;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be entered into a book.
 *
 * @param submissionKey makes a second click harmless; null for the engine, whose assignment's version does so
 */
record NewEntry(
        @Nullable String submissionKey,
        Instant happenedAt,
        @Nullable Long complaintId,
        @Nullable String externalNumber,
        Map<Field, String> fields) {}
