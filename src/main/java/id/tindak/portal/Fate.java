package id.tindak.portal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a case outside the steps of its procedure, for its reporter: refused or never completed and why, passed on and where to, sent to and fro. Roles and units, never
 * names.
 *
 * @param refusal why it ended without being acted upon; null when it did not
 */
public record Fate(@Nullable Refusal refusal, List<Place> places, List<Step> moves) {

    /**
     * @param objects whether it is a decision that one may object to; what was never completed may be filed anew
     * @param objectUntil null when the time for objecting is over
     * @param route where else the reporter can turn
     */
    public record Refusal(
            String name,
            String explanation,
            String reason,
            boolean objects,
            @Nullable Instant objectUntil,
            String route) {}

    /**
     * @param link to the tracking page of another agency; null where there is none
     * @param code that opens it; empty where there is none
     */
    public record Place(String text, String code, @Nullable String link, String name) {}

    public record Step(String what, String when) {}
}
