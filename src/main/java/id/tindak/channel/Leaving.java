package id.tindak.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as it leaves, with what some providers want to know of it.
 *
 * @param reference by which the provider reports on it later
 * @param topic what it is about, for providers that take laid-down wordings only
 * @param number of the complaint, or empty
 * @param link to read more, with the reporter's code; or empty
 * @param typed whether a person of the office wrote it, not the program
 * @param wroteAt when the person himself wrote last; null where that is not known
 */
record Leaving(
        String to,
        String text,
        String reference,
        Topic topic,
        String number,
        String link,
        boolean typed,
        @Nullable Instant wroteAt) {

    enum Topic {
        /** It was received. */
        RECEIVED,
        /** The office waits for the reporter. */
        WAITING,
        /** It was answered, or ended otherwise. */
        ANSWERED,
        OTHER
    }

    static Topic topic(String template) {
        return switch (template) {
            case "receipt" -> Topic.RECEIVED;
            case "returned", "reminder", "notice" -> Topic.WAITING;
            case "answered", "refused" -> Topic.ANSWERED;
            default -> Topic.OTHER;
        };
    }

    /** Questions, answers and what an officer says of a promise are written by a person; the rest is the program's. */
    static boolean typed(String template) {
        return switch (template) {
            case "returned", "notice", "answered", "refused", "commitment-done", "commitment-renewed" -> true;
            default -> false;
        };
    }
}
