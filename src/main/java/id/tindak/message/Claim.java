package id.tindak.message;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that one sender holds until the lease ends: nobody else sends it meanwhile.
 *
 * @param attempts how often it was begun, this time included
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
        int attempts,
        Instant leasedUntil) {}
