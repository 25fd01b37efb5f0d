package id.tindak.message;

import java.time.Instant;

/**
 * A call about a case. What was said is the text that it belongs to.
 *
 * @param messageId that text
 * @param at when it was held, not when it was written down
 * @param with whom, where it was not the reporter himself; may be empty
 */
public record PhoneCall(long messageId, Direction direction, Instant at, String with) {

    public enum Direction {
        /** The office was called. */
        MASUK,
        /** The office called. */
        KELUAR,
        /** The office called and nobody answered. */
        TIDAK_TERSAMBUNG;

        /** Whether two people spoke. */
        public boolean reached() {
            return this != TIDAK_TERSAMBUNG;
        }
    }
}
