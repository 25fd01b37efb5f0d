package id.tindak.handling;

import id.tindak.complaint.Privacy;
import id.tindak.sop.Sop;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One line of a desk: an open assignment with what tells the case apart.
 *
 * @param work the open assignment
 * @param sop the version under which the case runs
 * @param unit short name of the unit that holds it, empty for roles of the agency
 * @param holder name of the person who holds it; null when nobody took it
 * @param from short name of the unit that returned it, where it came back from one
 * @param asked standard and remaining time of the step that waits for the reporter; null for all other work
 * @param limit the limit set by law, or by the national system, that runs out first; null where none runs
 * @param mandate whether it is another's to decide on paper, and only entered here
 */
public record DeskRow(
        Assignment work,
        String number,
        String title,
        String kind,
        String channel,
        @Nullable String place,
        Privacy privacy,
        int returns,
        Sop sop,
        String unit,
        @Nullable String holder,
        String from,
        @Nullable Asked asked,
        @Nullable CaseClock limit,
        boolean mandate) {

    /** The step that waits for the reporter. */
    public record Asked(
            String step,
            @Nullable String standard,
            @Nullable Duration remaining) {}

    public boolean emergency() {
        return work.priority() == 0;
    }

    /** "2. Periksa kelengkapan": the step of the office, also while the reporter is asked. */
    public String stepName() {
        String no = asked == null ? work.step() : asked.step();
        return no + ". " + sop.step(no).title();
    }

    /** "Admin OPD, DLH" */
    public String roleName() {
        String role = sop.actor(work.role()).name();
        return unit.isEmpty() ? role : role + ", " + unit;
    }
}
