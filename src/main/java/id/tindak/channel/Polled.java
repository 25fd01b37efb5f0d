package id.tindak.channel;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A provider that does not knock but is asked: a modem's tables, a mailbox. What is fetched is stored raw like any call, and only then marked as fetched there. */
interface Polled extends Provider {

    /**
     * One round.
     *
     * @param keep stores a call raw; it is marked as fetched at the provider only after this returned
     * @throws Unreached when the provider cannot be asked now
     */
    void poll(ChannelAccount account, Consumer<List<Call>> keep);

    /** Time between two rounds. */
    default Duration every() {
        return Duration.ZERO;
    }

    /** Waits until there may be something new; false where the provider cannot say. */
    default boolean await(ChannelAccount account) {
        return false;
    }

    final class Unreached extends RuntimeException {
        Unreached(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
