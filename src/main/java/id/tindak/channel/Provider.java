package id.tindak.channel;

import id.tindak.message.Carrier;
import id.tindak.message.Delivered;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Headers, names in small letters, by which it proves itself beyond those that are usual. */
    default Set<String> headers(ChannelAccount account) {
        return Set.of();
    }

    /** What is stored of a call: all but the secret that proved it. */
    default Call kept(ChannelAccount account, Call call) {
        return call.without("authorization");
    }

    /** What an administrator filled in wrongly: field, and text key of the sentence that says so. */
    default Map<String, String> faults(Map<String, String> settings) {
        return Map.of();
    }

    Capabilities capabilities(ChannelAccount account);

    /** @param reference by which the provider reports on it later */
    Delivered send(ChannelAccount account, String to, String text, String reference);

    /** The same, for those to whom it matters what kind of message it is. */
    default Delivered send(ChannelAccount account, Leaving message) {
        return send(account, message.to(), message.text(), message.reference());
    }

    /**
     * @param longest letters in one message
     * @param pace for one person
     * @param bytes whether {@code longest} counts bytes of UTF-8 instead
     */
    record Capabilities(int longest, Carrier.Pace pace, boolean bytes) {

        Capabilities(int longest, Carrier.Pace pace) {
            this(longest, pace, false);
        }

        /** How much of one message a text takes. */
        int size(String text) {
            return bytes ? text.getBytes(StandardCharsets.UTF_8).length : text.length();
        }

        /** As much of the beginning as fits, no letter cut in two; a text that goes on ends with an ellipsis. */
        String cut(String text, int most) {
            if (size(text) <= most) return text;
            int end = 0;
            int used = size(MORE);
            if (used > most) return "";
            while (end < text.length()) {
                String letter = Character.toString(text.codePointAt(end));
                used += size(letter);
                if (used > most) break;
                end += letter.length();
            }
            return end == 0 ? "" : text.substring(0, end) + MORE;
        }
    }

    String MORE = "…";

    /** Not in the provider's format. The raw call is kept and can be read again. */
    final class Unreadable extends RuntimeException {
        Unreadable(String message) {
            super(message);
        }
    }
}
