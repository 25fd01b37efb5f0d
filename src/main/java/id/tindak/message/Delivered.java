package id.tindak.message;

/** What became of an attempt to hand a message over. */
sealed interface Delivered {

    /** The server took it. */
    record Sent() implements Delivered {}

    /** This message could not be taken now. */
    record Later(String reason) implements Delivered {}

    /** This message will never be taken: wrong address, or refused for good. */
    record Never(String reason) implements Delivered {}

    /** The server cannot be reached or does not let us in; the other messages would fare no better. */
    record NoServer(String reason) implements Delivered {}
}
