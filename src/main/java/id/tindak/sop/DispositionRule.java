package id.tindak.sop;

import org.jspecify.annotations.Nullable;

/**
 * How a step hands orders out to one or more parties.
 *
 * @param to actor that the named parties become
 * @param target step that follows
 * @param through actor who hands the sheets out, when not the giver
 */
public record DispositionRule(
        String to, String target, @Nullable String through, Completion completion) {

    /** When the parties have done their part. */
    public enum Completion {
        ALL,
        ONE,
        /** Sending is enough, nobody is waited for. */
        SENT
    }
}
