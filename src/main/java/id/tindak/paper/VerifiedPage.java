package id.tindak.paper;

import id.tindak.base.web.Form;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is said to whoever holds a paper.
 *
 * @param letterNumber empty when the paper has none of its own
 * @param number of the complaint; empty when its existence is nobody's business
 * @param subject at most ten words; empty for confidential cases
 * @param genuine whether the file that was sent is a print of this paper; null when none was sent
 */
public record VerifiedPage(
        String code,
        PaperKind kind,
        String letterNumber,
        String number,
        String subject,
        Instant issuedAt,
        int prints,
        int pages,
        State state,
        @Nullable Boolean genuine,
        Form form) {

    public enum State {
        VALID,
        WITHDRAWN,
        SUPERSEDED
    }
}
