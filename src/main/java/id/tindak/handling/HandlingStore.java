package id.tindak.handling;

import id.tindak.calendar.TimeStandard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HandlingStore {

    private final JdbcClient db;

    HandlingStore(JdbcClient db) {
        this.db = db;
    }

    /** The newest run of a complaint. */
    Optional<Handling> handling(int agencyId, long complaintId) {
        return db.sql("""
                select id, complaint_id, sop_id, round, target_unit_id, started_at, ended_at, outcome
                from handling where agency_id = ? and complaint_id = ? order by round desc limit 1
                """)
                .params(agencyId, complaintId)
                .query(HandlingStore::handling)
                .optional();
    }

    List<Assignment> assignments(int agencyId, long complaintId) {
        return db.sql("""
                select id, complaint_id, handling_id, parent_id, step, role, unit_id, officer_id, queue, reason, opened_at, deadline,
                    standard, used_seconds, calendar_version, priority, version, done_at, done_by, outcome, next_step,
                    remaining_seconds, next_reminder_at, reminders
                from assignment where agency_id = ? and complaint_id = ? order by id
                """)
                .params(agencyId, complaintId)
                .query(HandlingStore::assignment)
                .list();
    }

    List<CaseClock> clocks(int agencyId, long complaintId) {
        return db.sql("""
                select round, kind, standard, basis, pauses, started_at, deadline, paused_at, remaining_seconds, stopped_at,
                    calendar_version
                from clock where agency_id = ? and complaint_id = ? order by round, started_at, kind
                """)
                .params(agencyId, complaintId)
                .query(HandlingStore::clock)
                .list();
    }

    /** The run, its assignments and its clocks, new or changed, in one statement. */
    void write(int agencyId, Handling h, List<Assignment> as, List<CaseClock> cs) {
        db.sql("""
                with run as (
                    insert into handling (agency_id, id, complaint_id, sop_id, round, target_unit_id, started_at, ended_at, outcome)
                    values (:agency, :hId, :complaint, :sop, :hRound, :hUnit, :hStarted, :hEnded, :hOutcome)
                    on conflict (agency_id, id) do update set target_unit_id = excluded.target_unit_id,
                        ended_at = excluded.ended_at, outcome = excluded.outcome
                ), work as (
                    insert into assignment (agency_id, complaint_id, id, handling_id, parent_id, step, role, unit_id, officer_id, queue,
                        reason, opened_at, deadline, standard, used_seconds, calendar_version, priority, version, done_at, done_by,
                        outcome, next_step, remaining_seconds, next_reminder_at, reminders)
                    select :agency, :complaint, * from unnest(:id, :handling, :parent, :step, :role, :unit, :officer, :queue, :reason,
                        :opened, :deadline, :standard, :used, :calendar, :priority, :version, :done, :doneBy, :outcome, :next, :remaining,
                        :remind, :reminders)
                    on conflict (agency_id, id) do update set officer_id = excluded.officer_id, queue = excluded.queue,
                        deadline = excluded.deadline, calendar_version = excluded.calendar_version, version = excluded.version,
                        done_at = excluded.done_at, done_by = excluded.done_by, outcome = excluded.outcome,
                        next_step = excluded.next_step, remaining_seconds = excluded.remaining_seconds,
                        next_reminder_at = excluded.next_reminder_at, reminders = excluded.reminders
                )
                insert into clock (agency_id, complaint_id, round, kind, standard, basis, pauses, started_at, deadline, paused_at,
                    remaining_seconds, stopped_at, calendar_version)
                select :agency, :complaint, * from unnest(:cRound, :cKind, :cStandard, :cBasis, :cPauses, :cStarted, :cDeadline, :cPaused,
                    :cRemaining, :cStopped, :cCalendar)
                on conflict (agency_id, complaint_id, round, kind) do update set deadline = excluded.deadline,
                    paused_at = excluded.paused_at, remaining_seconds = excluded.remaining_seconds, stopped_at = excluded.stopped_at,
                    calendar_version = excluded.calendar_version
                """)
                .param("agency", agencyId)
                .param("complaint", h.complaintId())
                .param("hId", h.id())
                .param("sop", h.sopId())
                .param("hRound", h.round())
                .param("hUnit", h.targetUnitId())
                .param("hStarted", Timestamp.from(h.startedAt()))
                .param("hEnded", timestamp(h.endedAt()))
                .param("hOutcome", h.outcome())
                .param("id", longs(as, Assignment::id))
                .param("handling", longs(as, Assignment::handlingId))
                .param("parent", longs(as, Assignment::parentId))
                .param("step", texts(as, Assignment::step))
                .param("role", texts(as, Assignment::role))
                .param("unit", longs(as, Assignment::unitId))
                .param("officer", longs(as, Assignment::officerId))
                .param("queue", texts(as, Assignment::queue))
                .param("reason", texts(as, a -> a.reason().name()))
                .param("opened", times(as, Assignment::openedAt))
                .param("deadline", times(as, Assignment::deadline))
                .param("standard", texts(as, Assignment::standard))
                .param("used", longs(as, a -> a.used().toSeconds()))
                .param("calendar", ints(as, Assignment::calendarVersion))
                .param("priority", ints(as, Assignment::priority))
                .param("version", ints(as, Assignment::version))
                .param("done", times(as, Assignment::doneAt))
                .param("doneBy", longs(as, Assignment::doneBy))
                .param("outcome", texts(as, Assignment::outcome))
                .param("next", texts(as, Assignment::nextStep))
                .param("remaining", longs(as, a -> seconds(a.remaining())))
                .param("remind", times(as, Assignment::nextReminderAt))
                .param("reminders", ints(as, Assignment::reminders))
                .param("cRound", ints(cs, CaseClock::round))
                .param("cKind", texts(cs, CaseClock::kind))
                .param("cStandard", texts(cs, CaseClock::standard))
                .param("cBasis", texts(cs, CaseClock::basis))
                .param("cPauses", cs.stream().map(CaseClock::pauses).toArray(Boolean[]::new))
                .param("cStarted", times(cs, CaseClock::startedAt))
                .param("cDeadline", times(cs, CaseClock::deadline))
                .param("cPaused", times(cs, CaseClock::pausedAt))
                .param("cRemaining", longs(cs, c -> seconds(c.remaining())))
                .param("cStopped", times(cs, CaseClock::stoppedAt))
                .param("cCalendar", ints(cs, CaseClock::calendarVersion))
                .update();
    }

    List<StatutoryLimit> limits(int agencyId, LocalDate day) {
        return db.sql("""
                select l.code, l.complaint_kinds, l.name, coalesce(c.standard, l.standard) as standard, l.starts, l.ends,
                    coalesce(c.pauses, l.pauses) as pauses, l.basis, l.status = 'TERVERIFIKASI' or c.code is not null as verified
                from statutory_limit l
                left join statutory_confirmation c on c.agency_id = ? and c.code = l.code
                where l.valid_from <= ? and (l.valid_to is null or l.valid_to >= ?)
                order by l.code
                """)
                .params(agencyId, day, day)
                .query((rs, i) -> new StatutoryLimit(
                        rs.getString("code"),
                        List.of((String[]) rs.getArray("complaint_kinds").getArray()),
                        rs.getString("name"),
                        TimeStandard.parse(rs.getString("standard")),
                        StatutoryLimit.Starts.valueOf(rs.getString("starts")),
                        StatutoryLimit.Ends.valueOf(rs.getString("ends")),
                        rs.getBoolean("pauses"),
                        rs.getString("basis"),
                        rs.getBoolean("verified")))
                .list();
    }

    private static Handling handling(ResultSet rs, int i) throws SQLException {
        return new Handling(
                rs.getLong("id"),
                rs.getLong("complaint_id"),
                rs.getLong("sop_id"),
                rs.getInt("round"),
                (Long) rs.getObject("target_unit_id"),
                rs.getTimestamp("started_at").toInstant(),
                instant(rs, "ended_at"),
                rs.getString("outcome"));
    }

    static Assignment assignment(ResultSet rs, int i) throws SQLException {
        return new Assignment(
                rs.getLong("id"),
                rs.getLong("complaint_id"),
                rs.getLong("handling_id"),
                (Long) rs.getObject("parent_id"),
                rs.getString("step"),
                rs.getString("role"),
                (Long) rs.getObject("unit_id"),
                (Long) rs.getObject("officer_id"),
                rs.getString("queue"),
                Assignment.Reason.valueOf(rs.getString("reason")),
                rs.getTimestamp("opened_at").toInstant(),
                instant(rs, "deadline"),
                rs.getString("standard"),
                Duration.ofSeconds(rs.getLong("used_seconds")),
                rs.getInt("calendar_version"),
                rs.getInt("priority"),
                rs.getInt("version"),
                instant(rs, "done_at"),
                (Long) rs.getObject("done_by"),
                rs.getString("outcome"),
                rs.getString("next_step"),
                duration(rs, "remaining_seconds"),
                instant(rs, "next_reminder_at"),
                rs.getInt("reminders"));
    }

    private static CaseClock clock(ResultSet rs, int i) throws SQLException {
        return new CaseClock(
                rs.getInt("round"),
                rs.getString("kind"),
                rs.getString("standard"),
                rs.getString("basis"),
                rs.getBoolean("pauses"),
                rs.getTimestamp("started_at").toInstant(),
                rs.getTimestamp("deadline").toInstant(),
                instant(rs, "paused_at"),
                duration(rs, "remaining_seconds"),
                instant(rs, "stopped_at"),
                rs.getInt("calendar_version"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp t = rs.getTimestamp(column);
        return t == null ? null : t.toInstant();
    }

    private static @Nullable Duration duration(ResultSet rs, String column) throws SQLException {
        Long seconds = (Long) rs.getObject(column);
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Long seconds(@Nullable Duration d) {
        return d == null ? null : d.toSeconds();
    }

    private static <T> @Nullable Long[] longs(Collection<T> rows, Function<T, @Nullable Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    private static <T> Integer[] ints(Collection<T> rows, Function<T, Integer> column) {
        return rows.stream().map(column).toArray(Integer[]::new);
    }

    private static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> @Nullable Timestamp[] times(Collection<T> rows, Function<T, @Nullable Instant> column) {
        return rows.stream().map(r -> timestamp(column.apply(r))).toArray(Timestamp[]::new);
    }
}
