package id.tindak.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message to the reporter on its way: what it was, where it went and how far it came.
 *
 * @param template names what it says
 * @param text the text of the conversation that it carries or tells of; null where it carries none
 * @param at when it came to that state; for one that waits, when it is tried next
 * @param reason what the provider said when it failed; empty otherwise
 */
public record Sending(
        long id, String lane, String template, @Nullable Long text, State state, Instant at, String reason) {

    public enum State {
        WAITING,
        SENT,
        DELIVERED,
        READ,
        FAILED,
        /** Cut off while it was handed over: nobody can say (mungkin terkirim). */
        PERHAPS
    }

    /** Whether somebody has to look at it. */
    public boolean troubled() {
        return state == State.FAILED || state == State.PERHAPS;
    }
}
