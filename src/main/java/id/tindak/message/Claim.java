package id.tindak.message;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that one sender holds until the lease ends: nobody else sends it meanwhile.
 *
 * @param attempts how often it was begun, this time included
 * @param cutOff the one who held it before never said what became of it: the program ended meanwhile
 */
public record Claim(
        int agencyId,
        long id,
        String lane,
        @Nullable Long complaintId,
        String recipient,
        String template,
        Map<String, String> params,
        String messageId,
        Instant stagedAt,
        int attempts,
        boolean cutOff,
        Instant leasedUntil) {}
