package id.tindak.handling;

import static id.tindak.base.Columns.flags;
import static id.tindak.base.Columns.ints;
import static id.tindak.base.Columns.longs;
import static id.tindak.base.Columns.texts;
import static id.tindak.base.Columns.times;
import static id.tindak.base.Columns.timestamp;

import id.tindak.base.Cells;
import id.tindak.calendar.TimeStandard;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HandlingStore {

    private final JdbcClient db;

    HandlingStore(JdbcClient db) {
        this.db = db;
    }

    /** The newest run of a case, and of all its runs the assignments, orders and clocks. */
    record Stored(
            Handling handling,
            List<Assignment> assignments,
            List<Disposition> dispositions,
            List<Commitment> commitments,
            List<InputRequest> inputs,
            List<CaseClock> clocks,
            Set<Long> excluded,
            List<Transfer> transfers) {}

    /** One statement: each row is an assignment with its run; the clocks come along with every row. */
    Stored stored(int agencyId, long complaintId) {
        List<Handling> runs = new ArrayList<>();
        List<CaseClock> clocks = new ArrayList<>();
        List<Disposition> dispositions = new ArrayList<>();
        List<Commitment> commitments = new ArrayList<>();
        List<InputRequest> inputs = new ArrayList<>();
        List<Transfer> transfers = new ArrayList<>();
        Set<Long> excluded = new HashSet<>();
        List<Assignment> assignments = db.sql("""
                select a.id, a.complaint_id, a.handling_id, a.parent_id, a.step, a.role, a.unit_id, a.officer_id, a.queue, a.reason,
                    a.opened_at, a.deadline, a.standard, a.used_seconds, a.calendar_version, a.priority, a.version, a.done_at, a.done_by,
                    a.outcome, a.next_step, a.remaining_seconds, a.next_reminder_at, a.reminders,
                    h.sop_id, h.round, h.target_unit_id, h.started_at, h.ended_at, h.outcome as run_outcome, h.ground, k.clocks, e.excluded, o.dispositions,
                    p.commitments, q.inputs, m.transfers
                from assignment a
                join handling h on h.agency_id = a.agency_id and h.id = a.handling_id
                cross join lateral (
                    select array_agg(array[c.round::text, c.kind, c.standard, c.basis, c.pauses::text, c.outside::text,
                        (extract(epoch from c.started_at) * 1000000)::bigint::text, (extract(epoch from c.deadline) * 1000000)::bigint::text,
                        (extract(epoch from c.paused_at) * 1000000)::bigint::text, c.remaining_seconds::text,
                        (extract(epoch from c.stopped_at) * 1000000)::bigint::text, c.calendar_version::text]
                        order by c.round, c.started_at, c.kind) as clocks
                    from clock c where c.agency_id = a.agency_id and c.complaint_id = a.complaint_id) k
                cross join lateral (
                    select array_agg(e.officer_id) as excluded from exclusion e
                    where e.agency_id = a.agency_id and e.complaint_id = a.complaint_id) e
                cross join lateral (""" + DispositionStore.OF_CASE + """
                ) o
                cross join lateral (""" + CommitmentStore.OF_CASE + """
                ) p
                cross join lateral ("""
                        + InputStore.OF_CASE + """
                ) q
                cross join lateral (""" + TransferStore.OF_CASE + """
                ) m
                where a.agency_id = ? and a.complaint_id = ? order by a.id
                """)
                .params(agencyId, complaintId)
                .query((rs, i) -> {
                    runs.add(run(rs));
                    if (i == 0) clocks.addAll(clocks(rs.getArray("clocks")));
                    if (i == 0) transfers.addAll(TransferStore.read(rs.getArray("transfers"), complaintId));
                    if (i == 0) dispositions.addAll(dispositions(rs.getArray("dispositions")));
                    if (i == 0) commitments.addAll(commitments(rs.getArray("commitments")));
                    if (i == 0 && rs.getArray("inputs") != null)
                        inputs.addAll(InputStore.read(
                                (@Nullable String[][]) rs.getArray("inputs").getArray()));
                    if (i == 0 && rs.getArray("excluded") != null)
                        Collections.addAll(
                                excluded, (Long[]) rs.getArray("excluded").getArray());
                    return assignment(rs, i);
                })
                .list();
        Handling newest = runs.stream()
                .max(Comparator.comparingInt(Handling::round))
                .orElseThrow(() -> new IllegalStateException("complaint " + complaintId + " has no handling"));
        return new Stored(
                newest, assignments, dispositions, commitments, inputs, clocks, Set.copyOf(excluded), transfers);
    }

    /** The run, its assignments and its clocks, new or changed, in one statement. */
    void write(int agencyId, Handling h, List<Assignment> as, List<CaseClock> cs) {
        db.sql("""
                with run as (
                    insert into handling (agency_id, id, complaint_id, sop_id, round, target_unit_id, started_at, ended_at, outcome, ground)
                    values (:agency, :hId, :complaint, :sop, :hRound, :hUnit, :hStarted, :hEnded, :hOutcome, :hGround)
                    on conflict (agency_id, id) do update set target_unit_id = excluded.target_unit_id,
                        ended_at = excluded.ended_at, outcome = excluded.outcome, ground = excluded.ground
                ), work as (
                    insert into assignment (agency_id, complaint_id, id, handling_id, parent_id, step, role, unit_id, officer_id, queue,
                        reason, opened_at, deadline, standard, used_seconds, calendar_version, priority, version, done_at, done_by,
                        outcome, next_step, remaining_seconds, next_reminder_at, reminders)
                    select :agency, :complaint, * from unnest(:id, :handling, :parent, :step, :role, :unit, :officer, :queue, :reason,
                        :opened, :deadline, :standard, :used, :calendar, :priority, :version, :done, :doneBy, :outcome, :next, :remaining,
                        :remind, :reminders)
                    on conflict (agency_id, id) do update set unit_id = excluded.unit_id, officer_id = excluded.officer_id,
                        queue = excluded.queue, opened_at = excluded.opened_at,
                        deadline = excluded.deadline, calendar_version = excluded.calendar_version, version = excluded.version,
                        done_at = excluded.done_at, done_by = excluded.done_by, outcome = excluded.outcome,
                        next_step = excluded.next_step, remaining_seconds = excluded.remaining_seconds,
                        next_reminder_at = excluded.next_reminder_at, reminders = excluded.reminders
                )
                insert into clock (agency_id, complaint_id, round, kind, standard, basis, pauses, outside, started_at, deadline, paused_at,
                    remaining_seconds, stopped_at, calendar_version)
                select :agency, :complaint, * from unnest(:cRound, :cKind, :cStandard, :cBasis, :cPauses, :cOutside, :cStarted, :cDeadline, :cPaused,
                    :cRemaining, :cStopped, :cCalendar)
                on conflict (agency_id, complaint_id, round, kind) do update set standard = excluded.standard, started_at = excluded.started_at,
                    deadline = excluded.deadline, paused_at = excluded.paused_at, remaining_seconds = excluded.remaining_seconds,
                    stopped_at = excluded.stopped_at, calendar_version = excluded.calendar_version
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
                .param("hGround", h.ground())
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
                .param("calendar", ints(as, a -> a.due().calendarVersion()))
                .param("priority", ints(as, Assignment::priority))
                .param("version", ints(as, Assignment::version))
                .param("done", times(as, Assignment::doneAt))
                .param("doneBy", longs(as, Assignment::doneBy))
                .param("outcome", texts(as, Assignment::outcome))
                .param("next", texts(as, Assignment::nextStep))
                .param("remaining", longs(as, a -> seconds(a.remaining())))
                .param("remind", times(as, a -> a.due().nextReminderAt()))
                .param("reminders", ints(as, a -> a.due().reminders()))
                .param("cRound", ints(cs, CaseClock::round))
                .param("cKind", texts(cs, CaseClock::kind))
                .param("cStandard", texts(cs, CaseClock::standard))
                .param("cBasis", texts(cs, CaseClock::basis))
                .param("cPauses", flags(cs, CaseClock::pauses))
                .param("cOutside", flags(cs, CaseClock::outside))
                .param("cStarted", times(cs, CaseClock::startedAt))
                .param("cDeadline", times(cs, CaseClock::deadline))
                .param("cPaused", times(cs, CaseClock::pausedAt))
                .param("cRemaining", longs(cs, c -> seconds(c.remaining())))
                .param("cStopped", times(cs, CaseClock::stoppedAt))
                .param("cCalendar", ints(cs, CaseClock::calendarVersion))
                .update();
    }

    /** Complaints that wait for their reporter and whose next reminder, or end, has come; by id from {@code after} on. */
    List<Long> reminderDue(int agencyId, Instant now, long after, int limit) {
        return db.sql("""
                select distinct complaint_id from assignment
                where next_reminder_at <= ? and agency_id = ? and done_at is null and queue = ? and complaint_id > ?
                order by complaint_id limit ?
                """)
                .params(Timestamp.from(now), agencyId, Queue.REPORTER, after, limit)
                .query((rs, i) -> rs.getLong(1))
                .list();
    }

    /** Open work and running clocks that were reckoned with an older calendar; by id from {@code after} on. */
    List<Long> reckonedBefore(int agencyId, int calendarVersion, long after, int limit) {
        return db.sql("""
                select complaint_id from (
                    select complaint_id from assignment
                    where agency_id = :agency and calendar_version < :version and done_at is null and deadline is not null
                    union
                    select complaint_id from clock
                    where agency_id = :agency and calendar_version < :version and stopped_at is null
                ) as old where complaint_id > :after order by complaint_id limit :limit
                """)
                .param("agency", agencyId)
                .param("version", calendarVersion)
                .param("after", after)
                .param("limit", limit)
                .query((rs, i) -> rs.getLong(1))
                .list();
    }

    List<StatutoryLimit> limits(int agencyId, LocalDate day) {
        return db.sql("""
                select l.code, l.complaint_kinds, l.name, coalesce(c.standard, l.standard) as standard, l.starts, l.ends,
                    coalesce(c.pauses, l.pauses) as pauses, l.basis, l.status = 'TERVERIFIKASI' or c.code is not null as verified, l.extension
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
                        rs.getBoolean("verified"),
                        rs.getString("extension") == null ? null : TimeStandard.parse(rs.getString("extension"))))
                .list();
    }

    /** The agency's own word on a statutory limit; it stands over the national row until it is changed again. */
    void confirm(int agencyId, String code, TimeStandard standard, boolean pauses, long by, Instant at) {
        db.sql("""
                insert into statutory_confirmation (agency_id, code, standard, pauses, confirmed_by, confirmed_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (agency_id, code) do update set standard = excluded.standard, pauses = excluded.pauses,
                    confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at
                """)
                .params(agencyId, code, standard.text(), pauses, by, Timestamp.from(at))
                .update();
    }

    private static Handling run(ResultSet rs) throws SQLException {
        return new Handling(
                rs.getLong("handling_id"),
                rs.getLong("complaint_id"),
                rs.getLong("sop_id"),
                rs.getInt("round"),
                (Long) rs.getObject("target_unit_id"),
                rs.getTimestamp("started_at").toInstant(),
                instant(rs, "ended_at"),
                rs.getString("run_outcome"),
                rs.getString("ground"));
    }

    static Assignment assignment(ResultSet rs, int i) throws SQLException {
        Instant done = instant(rs, "done_at");
        return new Assignment(
                rs.getLong("id"),
                rs.getLong("complaint_id"),
                rs.getLong("handling_id"),
                (Long) rs.getObject("parent_id"),
                rs.getString("step"),
                rs.getString("role"),
                Assignment.Reason.valueOf(rs.getString("reason")),
                rs.getTimestamp("opened_at").toInstant(),
                rs.getString("standard"),
                Duration.ofSeconds(rs.getLong("used_seconds")),
                rs.getInt("priority"),
                new Assignment.Holder(
                        (Long) rs.getObject("unit_id"), (Long) rs.getObject("officer_id"), rs.getString("queue")),
                new Assignment.Due(
                        instant(rs, "deadline"),
                        rs.getInt("calendar_version"),
                        instant(rs, "next_reminder_at"),
                        rs.getInt("reminders")),
                rs.getInt("version"),
                done == null
                        ? null
                        : new Assignment.End(
                                done,
                                (Long) rs.getObject("done_by"),
                                rs.getString("outcome"),
                                rs.getString("next_step"),
                                duration(rs, "remaining_seconds")));
    }

    private static List<Disposition> dispositions(@Nullable Array rows) throws SQLException {
        return rows == null ? List.of() : DispositionStore.read((@Nullable String[][]) rows.getArray());
    }

    private static List<Commitment> commitments(@Nullable Array rows) throws SQLException {
        return rows == null ? List.of() : CommitmentStore.read((@Nullable String[][]) rows.getArray());
    }

    private static List<CaseClock> clocks(@Nullable Array rows) throws SQLException {
        if (rows == null) return List.of();
        List<CaseClock> clocks = new ArrayList<>();
        for (@Nullable String[] row : (@Nullable String[][]) rows.getArray()) {
            Cells c = new Cells(row);
            Long remaining = c.idOrNull(9);
            clocks.add(new CaseClock(
                    c.count(0),
                    c.text(1),
                    c.text(2),
                    c.text(3),
                    c.flag(4),
                    c.flag(5),
                    c.time(6),
                    c.time(7),
                    c.timeOrNull(8),
                    remaining == null ? null : Duration.ofSeconds(remaining),
                    c.timeOrNull(10),
                    c.count(11)));
        }
        return clocks;
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp t = rs.getTimestamp(column);
        return t == null ? null : t.toInstant();
    }

    private static @Nullable Duration duration(ResultSet rs, String column) throws SQLException {
        Long seconds = (Long) rs.getObject(column);
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private static @Nullable Long seconds(@Nullable Duration d) {
        return d == null ? null : d.toSeconds();
    }
}
