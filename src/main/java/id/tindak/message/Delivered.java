package id.tindak.message;

import org.jspecify.annotations.Nullable;

/** What became of an attempt to hand a message over. */
public sealed interface Delivered {

    /**
     * The server took it.
     *
     * @param providerId under which the provider reports on it later; null where it reports nothing
     */
    record Sent(@Nullable String providerId) implements Delivered {}

    /** It may have left, and nobody can say (mungkin terkirim): what cannot be recognised as a repetition is not sent twice by itself. */
    record Perhaps(String reason) implements Delivered {}

    /** This message could not be taken now. */
    record Later(String reason) implements Delivered {}

    /** This message will never be taken: wrong address, or refused for good. */
    record Never(String reason) implements Delivered {}

    /** The server cannot be reached or does not let us in; the other messages would fare no better. */
    record NoServer(String reason) implements Delivered {}
}
