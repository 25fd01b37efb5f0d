package id.tindak.handling;

import id.tindak.calendar.TimeStandard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limit set by law or by the national complaint system, dated, with its source.
 *
 * @param kinds complaint kinds it holds for; "*" for all
 * @param pauses whether waiting for the reporter stops it
 * @param extension so many working days more the rule allows, once and with a reason in writing; null where it allows none
 * @param verified whether the text of the rule was read, or an administrator of the agency confirmed it
 */
public record StatutoryLimit(
        String code,
        List<String> kinds,
        String name,
        TimeStandard standard,
        Starts starts,
        Ends ends,
        boolean pauses,
        String basis,
        boolean verified,
        @Nullable TimeStandard extension) {

    public enum Starts {
        RECEIVED,
        FORWARDED,
        /** With those who examine an alleged abuse of power: its file is complete. */
        EXAMINED,
        /** When the national system got it, which may be days before us. */
        REPORTED,
        /** The same, from when on it is said to allege abuse of power; takes the place of the answer's other limit. */
        ALLEGED;

        /** Whether the clock is the other system's: what ends a case here does not end it. */
        boolean outside() {
            return this == REPORTED || this == ALLEGED;
        }
    }

    public enum Ends {
        /** The receiving desk has sent it on to the unit that handles it. */
        FORWARDED,
        /** That unit has done its first step. */
        FOLLOW_UP,
        ANSWER,
        /** The national system shows that somebody is at it. */
        SHOWN,
        /** The national system has the answer. */
        TOLD
    }

    /** Whether this clock, which runs by the limit, may still be made longer. */
    public boolean lengthens(CaseClock c) {
        return extension != null
                && c.kind().equals(code)
                && c.running()
                && !c.pauses()
                && c.standard().equals(standard.text());
    }

    boolean holdsFor(String complaintKind) {
        return kinds.contains("*") || kinds.contains(complaintKind);
    }
}
