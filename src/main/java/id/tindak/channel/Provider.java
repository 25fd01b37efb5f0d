package id.tindak.channel;

import id.tindak.message.Carrier;
import id.tindak.message.Delivered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One provider's formats: how its calls are proven, what they say, and how a message leaves through it. Knows nothing of complaints. */
interface Provider {

    ChannelKind kind();

    /** Whether the call really comes from the provider; in constant time. The door's own address is secret too, for those that sign nothing. */
    boolean authentic(ChannelAccount account, Call call);

    /**
     * Reads what came, later, by a job.
     *
     * @throws Unreadable when it is not in the provider's format
     */
    List<Arrival> read(ChannelAccount account, Call call);

    /** What a provider wants to hear when the door is first shown to it; null where it asks nothing, empty where it did not prove itself. */
    default @Nullable String handshake(ChannelAccount account, Call call) {
        return null;
    }

    Capabilities capabilities(ChannelAccount account);

    /** @param reference by which the provider reports on it later */
    Delivered send(ChannelAccount account, String to, String text, String reference);

    /**
     * @param longest letters in one message
     * @param pace for one person
     */
    record Capabilities(int longest, Carrier.Pace pace) {}

    /** Not in the provider's format. The raw call is kept and can be read again. */
    final class Unreadable extends RuntimeException {
        Unreadable(String message) {
            super(message);
        }
    }
}
