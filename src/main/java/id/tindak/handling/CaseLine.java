package id.tindak.handling;

import id.tindak.complaint.Privacy;
import id.tindak.sop.Sop;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One case in a list of cases, whoever holds it: search results, similar cases, the auditor's list.
 *
 * @param step who holds it now; null when nothing is open
 * @param unit short name of the unit that holds it
 * @param outcome how the last run ended; null while one runs
 */
public record CaseLine(
        long complaintId,
        String number,
        String title,
        String kind,
        String channel,
        @Nullable String place,
        Privacy privacy,
        Instant receivedAt,
        Sop sop,
        @Nullable String step,
        @Nullable String role,
        String unit,
        @Nullable String holder,
        @Nullable Instant since,
        @Nullable Instant deadline,
        @Nullable String outcome) {

    /** "3. Periksa disposisi"; empty when nothing is open. */
    public String stepName() {
        return step == null ? "" : step + ". " + sop.step(step).title();
    }

    /** "Admin OPD, DLH"; the reporter's role while the case waits for him. */
    public String roleName() {
        if (role == null) return "";
        String name = sop.actor(role).name();
        return unit.isEmpty() ? name : name + ", " + unit;
    }
}
