package id.tindak.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as filed. Who holds it and how far it is stands in the handling; this row keeps what does not depend on it.
 *
 * @param publicNumber what the reporter quotes; unique, not gapless
 * @param kind the agency's kind: pengaduan, aspirasi, saran, kritik, informasi …
 * @param channel key of the SOP's {@code kanal}
 * @param concernsOfficer the reporter said that it concerns a named officer: confidential from the start
 * @param emergency an emergency word was found; puts it on top for a person, routes nothing
 * @param suspect accepted above a rate limit: looked at by a person, no mails
 * @param enteredBy the officer who entered it on the reporter's behalf
 * @param returns how often a colleague returned it
 * @param round 1, and one more for each reopening
 * @param reactUntil after the answer, until then the reporter may reopen
 * @param chainCount number of events; {@code chainHead} is the hash of the last
 */
public record Complaint(
        int agencyId,
        long id,
        String publicNumber,
        String kind,
        String channel,
        String title,
        @Nullable String category,
        @Nullable String district,
        @Nullable String village,
        @Nullable String landmark,
        Privacy privacy,
        boolean concernsOfficer,
        boolean emergency,
        boolean suspect,
        @Nullable Long enteredBy,
        Instant receivedAt,
        int codeRotation,
        int returns,
        int round,
        @Nullable Instant reactUntil,
        @Nullable Instant closedAt,
        @Nullable String outcome,
        @Nullable Long joinedTo,
        int chainCount,
        byte[] chainHead) {

    public boolean confidential() {
        return privacy == Privacy.RAHASIA;
    }

    public boolean closed() {
        return closedAt != null;
    }
}
