package id.tindak.recap;

import java.time.Instant;

/**
 * A case that ended, with what was done about it: one line of the table of complaints and solutions.
 *
 * @param run by which the list goes on after it, with {@code endedAt}
 * @param hidden confidential, or kept from somebody whom it accuses: neither number nor subject nor solution is told
 * @param unit short name; empty when none was chosen
 * @param outcome in words
 * @param subject without the reporter's data
 * @param solution the beginning of the answer, likewise
 */
public record SolvedCase(
        long run,
        long complaintId,
        boolean hidden,
        String number,
        Instant receivedAt,
        Instant endedAt,
        String kind,
        String category,
        String channel,
        String unit,
        String outcome,
        String subject,
        String solution) {}
