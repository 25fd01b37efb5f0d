package id.tindak.agency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which role from when to when. A role is a key of the SOP's {@code pelaksana}.
 *
 * @param unitId the unit for roles that exist once per unit; null for roles of the whole agency
 * @param kind definitive, plt (the post is vacant) or plh (the holder is away)
 * @param substituteFor the officer for whom one acts, when it is held through a stand-in
 * @param mandate only to enter what that officer decided on paper
 */
public record RoleHolder(
        long id,
        String role,
        @Nullable Long unitId,
        long officerId,
        Kind kind,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Long substituteFor,
        boolean mandate) {

    /** A holding of one's own. */
    public RoleHolder(
            long id,
            String role,
            @Nullable Long unitId,
            long officerId,
            Kind kind,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {
        this(id, role, unitId, officerId, kind, validFrom, validTo, null, false);
    }

    public enum Kind {
        DEFINITIF,
        PLT,
        PLH
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** The role as people say it to a queue: the same role in two units is two queues. A mandate is no holding. */
    public boolean holds(String otherRole, @Nullable Long otherUnit) {
        return !mandate && same(otherRole, otherUnit);
    }

    /** Whether decisions of this role that were made on paper may be entered. */
    public boolean enters(String otherRole, @Nullable Long otherUnit) {
        return mandate && same(otherRole, otherUnit);
    }

    private boolean same(String otherRole, @Nullable Long otherUnit) {
        return role.equals(otherRole) && java.util.Objects.equals(unitId, otherUnit);
    }
}
