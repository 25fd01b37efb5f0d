package id.tindak.paper;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A paper that left the office.
 *
 * @param number as printed on it, where the officer gave one
 * @param identity whether it says who complained
 * @param content the sheet as it was issued, as markup of our own templates
 * @param code 96 random bits in Crockford base32; stands in the QR
 * @param supersededBy the paper that took its place; null when none did
 * @param round of the case, for letters that answer it
 * @param prints how often it was printed
 * @param pages of the last print
 */
record Paper(
        long id,
        long complaintId,
        PaperKind kind,
        String number,
        boolean identity,
        String content,
        String code,
        Instant issuedAt,
        long issuedBy,
        @Nullable Instant withdrawnAt,
        @Nullable Long supersededBy,
        int round,
        int prints,
        int pages) {

    boolean valid() {
        return withdrawnAt == null;
    }
}
