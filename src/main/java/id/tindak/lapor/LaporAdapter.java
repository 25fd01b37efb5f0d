package id.tindak.lapor;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * A way to talk to SP4N-LAPOR! itself. Nobody ships one: its documentation is given only to developers whom an agency names to the ministry, and none of it is public. Whoever has it writes a bean of
 * this kind; the program then does by itself what officers otherwise do by hand. No call runs inside a transaction.
 */
public interface LaporAdapter {

    /** Whether it has what it needs for this agency. */
    boolean serves(int agencyId);

    /** Reports that are new or changed since then, the oldest change first. May tell one again. */
    List<Change> since(int agencyId, Instant moment) throws IOException;

    /** @param at when it changed there */
    record Change(Reported report, Instant at) {}

    /**
     * Puts an answer under a report.
     *
     * @param key the same for the same answer: after a crash it may be told once more
     */
    void answer(int agencyId, String trackingId, String text, String key) throws IOException;

    /** Says how a case stands with us: {@link Meaning#PROSES} or {@link Meaning#SELESAI}. */
    void state(int agencyId, String trackingId, Meaning ours) throws IOException;
}
