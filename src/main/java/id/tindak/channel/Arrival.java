package id.tindak.channel;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a provider tells: that somebody wrote, or what became of a message of ours. */
sealed interface Arrival {

    /**
     * Somebody wrote.
     *
     * @param key of this message within the account; the same message again has the same
     * @param address of the person, as the provider writes it and answers go to
     * @param name that the person goes by there; empty where none is known
     * @param phone in international form; null where the provider tells none
     * @param mute never answered: a short code or a name in place of a number, an automatic sender
     * @param mail what only a mail has; null for anything else
     */
    record Said(
            String key,
            String address,
            String name,
            @Nullable String phone,
            Instant at,
            String text,
            List<Sent> files,
            boolean mute,
            @Nullable Mail mail)
            implements Arrival {

        Said(
                String key,
                String address,
                String name,
                @Nullable String phone,
                Instant at,
                String text,
                List<Sent> files,
                boolean mute) {
            this(key, address, name, phone, at, text, files, mute, null);
        }
    }

    /**
     * @param id what it calls itself, in angle brackets; null where that is nothing to refer to
     * @param thread addresses and references, in which the token of a case may stand
     * @param left names of what came along and was not taken
     * @param encrypted its words are shut
     */
    record Mail(@Nullable String id, String subject, String thread, List<String> left, boolean encrypted) {}

    /**
     * A file that came along.
     *
     * @param content fetches it, from wherever the provider keeps it; null where it cannot be had
     */
    record Sent(String name, Supplier<byte @Nullable []> content) {

        Sent(String name, byte[] content) {
            this(name, () -> content);
        }
    }

    /** What became of a message of ours. */
    record Report(String providerId, State state, Instant at, String reason) implements Arrival {}

    enum State {
        DELIVERED,
        READ,
        FAILED
    }
}
