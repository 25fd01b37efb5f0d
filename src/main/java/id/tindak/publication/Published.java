package id.tindak.publication;

import id.tindak.calendar.TimeStandard;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case as the public reads it. Texts are masked; see {@link Masking#parts}.
 *
 * @param standard the SOP's aim over the whole case; null where it sets none
 * @param remaining what was left of it at the answer, negative when late
 * @param reopened when the reporter reopened it; null when that did not happen
 * @param followers how many said that they experience the same
 */
public record Published(
        long complaintId,
        String number,
        String kind,
        @Nullable String category,
        @Nullable Long unitId,
        @Nullable String district,
        String title,
        String complaint,
        String answer,
        Instant receivedAt,
        Instant answeredAt,
        Instant publishedAt,
        @Nullable TimeStandard standard,
        @Nullable Duration remaining,
        @Nullable Instant reopened,
        int followers) {

    public boolean late() {
        return remaining != null && remaining.isNegative();
    }
}
