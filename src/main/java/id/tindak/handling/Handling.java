package id.tindak.handling;

import id.tindak.sop.Sop;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run of one SOP version over a complaint. A reopened complaint gets a further run.
 *
 * @param targetUnitId the unit (OPD) chosen to handle it, once chosen
 * @param outcome SELESAI, DITOLAK, PINDAH of the SOP, or DITARIK, DIANGGAP_DITARIK of the engine
 * @param ground code of the {@link RefusalGround} of a refused run; null for every other
 */
public record Handling(
        long id,
        long complaintId,
        long sopId,
        int round,
        @Nullable Long targetUnitId,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        @Nullable String ground) {

    /** One that was not refused. */
    public Handling(
            long id,
            long complaintId,
            long sopId,
            int round,
            @Nullable Long targetUnitId,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome) {
        this(id, complaintId, sopId, round, targetUnitId, startedAt, endedAt, outcome, null);
    }

    public static final String WITHDRAWN = "DITARIK";
    public static final String EXPIRED = "DIANGGAP_DITARIK";
    public static final String JOINED = "DIGABUNG";
    private static final Set<String> DROPPED = Set.of(WITHDRAWN, EXPIRED, JOINED);

    Handling to(long unit) {
        return new Handling(id, complaintId, sopId, round, unit, startedAt, endedAt, outcome, ground);
    }

    Handling ended(Instant at, String how) {
        return new Handling(id, complaintId, sopId, round, targetUnitId, startedAt, at, how, ground);
    }

    /** To be refused, on this ground. */
    Handling onGround(String code) {
        return new Handling(id, complaintId, sopId, round, targetUnitId, startedAt, endedAt, outcome, code);
    }

    /** As if it had never ended. */
    Handling unended() {
        return new Handling(id, complaintId, sopId, round, targetUnitId, startedAt, null, null);
    }

    /** Whether it ended without an answer, by no doing of the office: withdrawn, never completed, or joined with another. */
    public boolean dropped() {
        return outcome != null && DROPPED.contains(outcome);
    }

    /** Whether it ended because its reporter did not complete it in time. */
    public boolean expired() {
        return EXPIRED.equals(outcome);
    }

    /** Whether it ended refused: then it is kept for those who dealt with it and the desk alone. */
    public boolean refused() {
        return Sop.REFUSED.equals(outcome);
    }

    public boolean open() {
        return endedAt == null;
    }
}
