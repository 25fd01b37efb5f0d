package id.tindak.channel;

import java.util.List;

/** A provider that does not knock but is asked: a modem's tables, a mailbox. What is fetched is stored raw like any call, and only then marked as fetched there. */
interface Polled extends Provider {

    /**
     * One round.
     *
     * @param keep stores a call raw; it is marked as fetched at the provider only after this returned
     * @throws Unreached when the provider cannot be asked now
     */
    void poll(ChannelAccount account, java.util.function.Consumer<List<Call>> keep);

    final class Unreached extends RuntimeException {
        Unreached(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
