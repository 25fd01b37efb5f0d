package id.tindak.recap;

import org.jspecify.annotations.Nullable;

/**
 * How the answers of a stretch of time kept the procedure's time.
 *
 * @param timed answered cases to which the procedure sets a time for the whole
 * @param kept of those, answered within it
 * @param lateOpen unfinished at the end, and over that time
 * @param medianSeconds half of the answers took no longer, time with the reporter left out; null without answers
 */
public record Timing(
        long timed, long kept, long lateOpen, @Nullable Long medianSeconds) {

    public long late() {
        return timed - kept;
    }
}
