package id.tindak.sop;

import org.jspecify.annotations.Nullable;

/**
 * A column of the SOP table: a role, never a person.
 *
 * @param key short name that the steps use
 * @param name as printed
 * @param unit name of the unit when {@code from} is {@link From#NAMED_UNIT}
 * @param fallback actor who performs the step when nobody else was named
 */
public record Actor(
        String key,
        String name,
        From from,
        @Nullable String unit,
        @Nullable String fallback) {

    /** Whether the role exists once in each unit, not once in the agency. */
    public boolean perUnit() {
        return from == From.TARGET_UNIT || from == From.DISPOSITION;
    }

    /** Where the persons of a role are found. */
    public enum From {
        /** The reporter. */
        CITIZEN,
        /** Officers of the agency who hold the role. */
        AGENCY,
        /** Officers of the unit chosen by a branch that fills {@code tujuan}. */
        TARGET_UNIT,
        /** Whoever the disposition names. */
        DISPOSITION,
        /** Officers of one unit that the SOP names. */
        NAMED_UNIT
    }
}
