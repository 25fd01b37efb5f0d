package id.tindak.agency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One officer acts for another from–to, both days included. Nothing moves: the work of the one lies on the desk of the other too.
 *
 * @param substituteId who acts; null for the first of the person's own list of substitutes who is there that day
 */
public record StandIn(
        long id,
        long officerId,
        @Nullable Long substituteId,
        Kind kind,
        LocalDate fromDay,
        LocalDate toDay,
        String reason) {

    public enum Kind {
        /** Does the work of somebody who is away. */
        PENGGANTI,
        /** Enters what the official decided on paper, with a photo of the signed sheet (RULES.md, The desk). */
        MANDAT
    }
}
