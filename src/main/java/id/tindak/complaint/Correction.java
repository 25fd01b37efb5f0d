package id.tindak.complaint;

import java.time.Instant;

/**
 * What was wrong in a complaint that the office had written down (ralat).
 *
 * @param messageId the reason, in the conversation
 */
public record Correction(
        long id, EnteredField field, String from, String to, long messageId, Instant at, long officerId) {}
