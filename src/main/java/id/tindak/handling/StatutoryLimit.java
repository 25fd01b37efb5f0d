package id.tindak.handling;

import id.tindak.calendar.TimeStandard;
import java.util.List;

/**
 * A limit set by law or by the national complaint system, dated, with its source.
 *
 * @param kinds complaint kinds it holds for; "*" for all
 * @param pauses whether waiting for the reporter stops it
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
        boolean verified) {

    public enum Starts {
        RECEIVED,
        FORWARDED
    }

    public enum Ends {
        /** The receiving desk has sent it on to the unit that handles it. */
        FORWARDED,
        /** That unit has done its first step. */
        FOLLOW_UP,
        ANSWER
    }

    boolean holdsFor(String complaintKind) {
        return kinds.contains("*") || kinds.contains(complaintKind);
    }
}
