package id.tindak.handling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a case went (PINDAH), or from where it came.
 *
 * @param unitId of a move within the agency
 * @param otherAgency of a move within the installation
 * @param place name of the unit, the agency or the outside body as it was then
 * @param by null for the program
 * @param otherNumber the number there, once the case has arrived
 * @param arrivedAt null while a copy for another agency is still on its way
 * @param answeredAt when the answer of an outside body was recorded
 */
public record Transfer(
        long id,
        long complaintId,
        Kind kind,
        @Nullable Long unitId,
        @Nullable Integer otherAgency,
        String place,
        Instant at,
        @Nullable Long by,
        @Nullable String otherNumber,
        @Nullable Long otherComplaint,
        @Nullable Instant arrivedAt,
        @Nullable Instant answeredAt) {

    public enum Kind {
        /** A unit of this agency. */
        UNIT,
        /** Another agency of this installation. */
        AGENCY,
        /** PLN, the province, the police …: by letter. */
        BODY,
        /** The other way round: the case came from another agency. */
        ORIGIN
    }

    /** Whether an outside body still owes an answer. */
    public boolean awaited() {
        return kind == Kind.BODY && answeredAt == null;
    }
}
