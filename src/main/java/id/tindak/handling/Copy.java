package id.tindak.handling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has to know of a case and does nothing to it: it never holds the case up (SOP.md, {@code tembusan}).
 *
 * @param assignmentId the work that sent it
 * @param queue on whose list it lies
 * @param sentBy who did the work
 * @param pen when the official decided on paper; null for a copy that the SOP sends
 */
public record Copy(
        long id,
        long assignmentId,
        Kind kind,
        String queue,
        @Nullable Long sentBy,
        Instant sentAt,
        @Nullable Instant pen) {

    public enum Kind {
        /** The SOP sends it. */
        TEMBUSAN,
        /** It was entered in the name of the one who gets it (RULES.md, The desk). */
        ATAS_NAMA,
        /** Input that was asked for has come. */
        MASUKAN,
        /** A message did not reach the reporter. */
        TIDAK_SAMPAI,
        /** What was said to the reporter waits to be pasted into the national system. */
        TEMPEL
    }
}
