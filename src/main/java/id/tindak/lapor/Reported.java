package id.tindak.lapor;

import id.tindak.complaint.Privacy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What LAPOR! tells of one report, from its export or through an adapter.
 *
 * @param reportedAt when LAPOR! got it; null where that is not told
 * @param state as LAPOR! calls it; empty where that is not told
 * @param kind the agency's kind of complaint
 * @param category code of the agency's category; null where none fits
 */
public record Reported(
        TrackingId id,
        @Nullable Instant reportedAt,
        String state,
        String kind,
        @Nullable String category,
        String title,
        String body,
        Privacy privacy,
        @Nullable String name,
        @Nullable String district,
        @Nullable String village,
        @Nullable String place) {}
