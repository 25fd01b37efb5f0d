package id.tindak.handling;

import static id.tindak.base.Columns.ints;
import static id.tindak.base.Columns.longs;
import static id.tindak.base.Columns.texts;
import static id.tindak.base.Columns.timestamp;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Many joined cases at once: what one answer changes of each of them. */
@Repository
class JoinStore {

    private final JdbcClient db;

    JoinStore(JdbcClient db) {
        this.db = db;
    }

    record Running(long complaintId, CaseClock clock) {}

    /** Clocks that have not stopped, but for those of the national system. */
    List<Running> running(int agencyId, Collection<Long> complaints) {
        return db.sql("""
                select complaint_id, round, kind, standard, basis, pauses, started_at, deadline, paused_at, remaining_seconds, calendar_version
                from clock where agency_id = ? and complaint_id = any (?) and stopped_at is null and not outside
                """)
                .params(agencyId, complaints.toArray(Long[]::new))
                .query((rs, i) -> {
                    Timestamp paused = rs.getTimestamp("paused_at");
                    Long left = (Long) rs.getObject("remaining_seconds");
                    return new Running(
                            rs.getLong("complaint_id"),
                            new CaseClock(
                                    rs.getInt("round"),
                                    rs.getString("kind"),
                                    rs.getString("standard"),
                                    rs.getString("basis"),
                                    rs.getBoolean("pauses"),
                                    false,
                                    rs.getTimestamp("started_at").toInstant(),
                                    rs.getTimestamp("deadline").toInstant(),
                                    paused == null ? null : paused.toInstant(),
                                    left == null ? null : Duration.ofSeconds(left),
                                    null,
                                    rs.getInt("calendar_version")));
                })
                .list();
    }

    void stop(int agencyId, List<Running> stopped, Instant at) {
        if (stopped.isEmpty()) return;
        db.sql("""
                update clock c set stopped_at = :at, remaining_seconds = s.remaining
                from unnest(:complaints, :rounds, :kinds, :remaining) as s (complaint_id, round, kind, remaining)
                where c.agency_id = :agency and c.complaint_id = s.complaint_id and c.round = s.round and c.kind = s.kind
                """)
                .param("agency", agencyId)
                .param("at", timestamp(at))
                .param("complaints", longs(stopped, Running::complaintId))
                .param("rounds", ints(stopped, s -> s.clock().round()))
                .param("kinds", texts(stopped, s -> s.clock().kind()))
                .param("remaining", longs(stopped, JoinStore::left))
                .update();
    }

    private static Long left(Running r) {
        Duration left = r.clock().remaining();
        return left == null ? 0L : left.toSeconds();
    }
}
