package id.tindak.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of an account last.
 *
 * @param refused calls that could not prove themselves
 */
public record AccountState(
        @Nullable Instant in,
        @Nullable Instant out,
        long refused,
        @Nullable String error,
        @Nullable Instant errorAt) {

    static final AccountState UNSEEN = new AccountState(null, null, 0, null, null);
}
