package id.tindak.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an officer wants to hear by mail.
 *
 * @param daily all of it in one mail in the morning
 * @param lastMailAt null before the first
 */
record Wish(
        boolean newWork,
        boolean reminders,
        boolean daily,
        @Nullable Instant lastMailAt) {

    /** Of an officer who has never said anything. */
    static final Wish DEFAULT = new Wish(true, true, false, null);

    boolean wants(Notice n) {
        return n.kind() == Notice.Kind.TOLD || (n.kind().reminds() ? reminders : newWork);
    }
}
