package id.tindak.api;

import java.time.Instant;

/**
 * An address to which an agency tells what happens.
 *
 * @param secret sealed
 */
record Webhook(int agencyId, long id, String name, String url, String secret, boolean active, Instant createdAt) {

    private static final String LANE = "H";

    /** Its lane in the outbox. */
    String lane() {
        return LANE + id;
    }

    /** Webhook of a lane; -1 where the lane is no webhook's. */
    static long ofLane(String lane) {
        return lane.matches(LANE + "\\d{1,18}") ? Long.parseLong(lane.substring(LANE.length())) : -1;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Webhook[" + agencyId + "/" + id + "]";
    }
}
