package id.tindak.agency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When and why a version of the working calendar came in force. */
public record CalendarVersion(
        int version,
        String reason,
        Instant createdAt,
        @Nullable Long createdBy) {}
