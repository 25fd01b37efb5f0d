package id.tindak.api;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that an agency lets in.
 *
 * @param keyHint the beginning of its key, by which people tell keys apart
 * @param rate calls a minute
 * @param officerId in whose name it decides; null where it does not
 */
public record Client(
        int agencyId,
        long id,
        String name,
        String keyHint,
        Set<Scope> scopes,
        int rate,
        @Nullable Long officerId,
        boolean active,
        Instant createdAt,
        @Nullable Instant usedAt) {

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
