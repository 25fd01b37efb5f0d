package id.tindak.handling;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run of one SOP version over a complaint. A reopened complaint gets a further run.
 *
 * @param targetUnitId the unit (OPD) chosen to handle it, once chosen
 * @param outcome SELESAI, DITOLAK, PINDAH of the SOP, or DITARIK, DIANGGAP_DITARIK of the engine
 */
public record Handling(
        long id,
        long complaintId,
        long sopId,
        int round,
        @Nullable Long targetUnitId,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String outcome) {

    public static final String WITHDRAWN = "DITARIK";
    public static final String EXPIRED = "DIANGGAP_DITARIK";
    public static final String JOINED = "DIGABUNG";
    private static final Set<String> DROPPED = Set.of(WITHDRAWN, EXPIRED, JOINED);

    Handling to(long unit) {
        return new Handling(id, complaintId, sopId, round, unit, startedAt, endedAt, outcome);
    }

    Handling ended(Instant at, String how) {
        return new Handling(id, complaintId, sopId, round, targetUnitId, startedAt, at, how);
    }

    /** As if it had never ended. */
    Handling unended() {
        return new Handling(id, complaintId, sopId, round, targetUnitId, startedAt, null, null);
    }

    /** Whether it ended without an answer, by no doing of the office: withdrawn, never completed, or joined with another. */
    public boolean dropped() {
        return outcome != null && DROPPED.contains(outcome);
    }

    public boolean open() {
        return endedAt == null;
    }
}
