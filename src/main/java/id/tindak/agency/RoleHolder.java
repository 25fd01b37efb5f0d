package id.tindak.agency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which role from when to when. A role is a key of the SOP's {@code pelaksana}.
 *
 * @param unitId the unit for roles that exist once per unit; null for roles of the whole agency
 * @param kind definitive, plt (the post is vacant) or plh (the holder is away)
 * @param substituteFor the absent officer whose work this is, when it is held through an absence
 */
public record RoleHolder(
        long id,
        String role,
        @Nullable Long unitId,
        long officerId,
        Kind kind,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Long substituteFor) {

    public enum Kind {
        DEFINITIF,
        PLT,
        PLH
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** The role as people say it to a queue: the same role in two units is two queues. */
    public boolean holds(String otherRole, @Nullable Long otherUnit) {
        return role.equals(otherRole) && java.util.Objects.equals(unitId, otherUnit);
    }
}
