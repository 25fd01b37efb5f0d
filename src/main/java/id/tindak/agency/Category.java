package id.tindak.agency;

import org.jspecify.annotations.Nullable;

/**
 * A category of complaints of one agency.
 *
 * @param needsPlace whether the form asks for the place (a road does, an identity card does not)
 * @param unitId the unit that usually handles it; a suggestion to the officer, never a routing rule
 * @param aboutService about the complaint service itself: goes to the superior of the desk, not to the desk
 */
public record Category(
        String code,
        String name,
        boolean needsPlace,
        @Nullable Long unitId,
        boolean active,
        boolean aboutService) {}
