package id.tindak.agency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the agency: OPD/SKPD, bagian, komisi. Reorganised units end and name their successor; old papers keep old names.
 *
 * @param elected leaders, komisi or members of a council: a disposition asks them ("mohon"), and no clock runs against them
 */
public record Unit(
        long id,
        String code,
        String name,
        String shortName,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Long successorId,
        boolean elected) {

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
