package id.tindak.recap;

import id.tindak.handling.CaseClock;
import id.tindak.handling.Handling;
import id.tindak.handling.Queue;
import id.tindak.sop.Sop;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What the engine has written, counted over a stretch of time: a handful of statements whatever the number of complaints. */
@Repository
class FigureStore {

    /** The runs that were unfinished at some moment of the time: begun before its end, and not ended before its beginning. */
    private static final String RUN = """
            with run as materialized (
                select h.id, h.complaint_id, h.sop_id, h.target_unit_id as unit_id, h.outcome, h.ground, h.started_at, h.ended_at,
                    c.channel, c.kind, c.category, c.district, h.started_at >= :from as began, coalesce(h.ended_at < :until, false) as ended,
                    h.round > 1 as again,
                    h.round > 1 and exists (select from handling p where p.agency_id = h.agency_id and p.complaint_id = h.complaint_id
                        and p.round = h.round - 1 and p.outcome = :moved and p.ended_at = h.started_at) as came_over,
                    coalesce(h.outcome = :moved, false) and exists (select from handling n where n.agency_id = h.agency_id
                        and n.complaint_id = h.complaint_id and n.round = h.round + 1 and n.started_at = h.ended_at) as went_over,
                    case when h.round = 1 then 1 else (select 1 + count(*) from handling b where b.agency_id = h.agency_id
                        and b.complaint_id = h.complaint_id and b.round between 2 and h.round
                        and not exists (select from handling p where p.agency_id = b.agency_id and p.complaint_id = b.complaint_id
                            and p.round = b.round - 1 and p.outcome = :moved and p.ended_at = b.started_at)) end as clock_round
                from handling h join complaint c on c.agency_id = h.agency_id and c.id = h.complaint_id
                where h.agency_id = :agency and coalesce(h.ended_at, 'infinity'::timestamptz) >= :from and h.started_at < :until
            ), standard as (select * from unnest(:standards::text[], :seconds::bigint[]) as s (standard, seconds)
            ), work as (select :begins::bigint[] as begins, :ends::bigint[] as ends, :before::bigint[] as before)
            """;

    private final JdbcClient db;

    FigureStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * What is counted, and how time is measured.
     *
     * @param standards time standards as written, with what they are in seconds; those that have no fixed length are left out
     * @param begins of the stretches of working time, in seconds since 1970
     * @param before working time before each
     * @param elected units to which no time is held
     */
    record Span(
            int agencyId,
            Instant from,
            Instant until,
            LocalDate untilDay,
            String zone,
            List<String> standards,
            List<Long> seconds,
            List<Long> begins,
            List<Long> ends,
            List<Long> before,
            List<Long> elected) {}

    /** What a row of the balance is of. */
    enum Part {
        ALL,
        CHANNEL,
        UNIT,
        CATEGORY,
        KIND,
        DISTRICT
    }

    /** @param code null for cases that have none, and over all */
    record Balance(Part part, @Nullable String code, Ledger ledger, Timing timing) {}

    List<Balance> balances(Span s) {
        return bound(db.sql(RUN + """
                select grouping(r.channel, r.unit_id, r.category, r.kind, r.district) as part,
                    coalesce(r.channel, r.unit_id::text, r.category, r.kind, r.district) as code,
                    count(*) filter (where not r.began) as opening,
                    count(*) filter (where r.began and not r.again) as received,
                    count(*) filter (where r.began and r.again and not r.came_over) as reopened,
                    count(*) filter (where r.began and r.came_over) as came_over,
                    count(*) filter (where x.answered) as answered,
                    count(*) filter (where r.ended and r.outcome = :refused) as refused,
                    count(*) filter (where r.ended and r.outcome = :moved and not r.went_over) as passed_on,
                    count(*) filter (where r.ended and r.went_over) as went_over,
                    count(*) filter (where r.ended and r.outcome = :withdrawn) as withdrawn,
                    count(*) filter (where r.ended and r.outcome = :expired) as expired,
                    count(*) filter (where r.ended and r.outcome = :joined) as joined,
                    count(*) filter (where r.ended and (r.outcome is null
                        or r.outcome not in (:done, :refused, :moved, :withdrawn, :expired, :joined))) as other,
                    count(*) filter (where not r.ended) as closing,
                    count(*) filter (where x.answered and x.stopped) as timed,
                    count(*) filter (where x.answered and x.stopped and k.remaining_seconds >= 0) as kept,
                    count(*) filter (where not r.ended and k.deadline < :until and (k.stopped_at is null or k.stopped_at >= :until)
                        and (k.paused_at is null or k.paused_at >= :until)) as late_open,
                    percentile_cont(0.5) within group (order by x.spent) filter (where x.answered) as median
                from run r cross join work w
                left join clock k on k.agency_id = :agency and k.complaint_id = r.complaint_id and k.round = r.clock_round and k.kind = :promise
                left join standard s on s.standard = k.standard
                cross join lateral (select r.ended and r.outcome = :done as answered, k.stopped_at is not null and k.remaining_seconds is not null as stopped,
                    case when not r.ended or r.outcome <> :done then null
                        when k.stopped_at is not null and s.seconds is not null then s.seconds - k.remaining_seconds
                        else working_seconds(w.begins, w.ends, w.before, r.ended_at) - working_seconds(w.begins, w.ends, w.before, r.started_at)
                            - (select coalesce(sum(working_seconds(w.begins, w.ends, w.before, coalesce(a.done_at, r.ended_at))
                                - working_seconds(w.begins, w.ends, w.before, a.opened_at)), 0)
                            from assignment a where a.agency_id = :agency and a.complaint_id = r.complaint_id and a.handling_id = r.id
                                and a.queue = :reporter)
                        end as spent) x
                group by grouping sets ((), (r.channel), (r.unit_id), (r.category), (r.kind), (r.district))
                """), s)
                .param("done", Sop.DONE)
                .param("refused", Sop.REFUSED)
                .param("withdrawn", Handling.WITHDRAWN)
                .param("expired", Handling.EXPIRED)
                .param("joined", Handling.JOINED)
                .param("promise", CaseClock.PROMISE)
                .query(FigureStore::balance)
                .list();
    }

    /**
     * @param elected whether it was done by a unit to which no time is held
     * @param opened how often it was begun
     */
    record Step(
            long sopId,
            String step,
            String role,
            @Nullable String standard,
            boolean reporter,
            boolean elected,
            long done,
            long late,
            @Nullable Long median,
            @Nullable Long ninth,
            long returned,
            long reminders,
            long opened,
            long waiting,
            long waitingLate) {}

    /** Work that was decided on in the time, came back in it, or lay there at its end. Parts of a step that its signer took over are not counted twice. */
    List<Step> steps(Span s) {
        return bound(db.sql(RUN + """
                select r.sop_id, a.step, a.role, a.standard, a.queue = :reporter as reporter,
                    coalesce(a.unit_id = any (:elected::bigint[]), false) as elected,
                    count(*) filter (where x.done) as done,
                    count(*) filter (where x.done and a.remaining_seconds < 0) as late,
                    percentile_cont(array[0.5, 0.9]) within group (order by x.spent) filter (where x.done) as spent,
                    coalesce(sum(a.reminders) filter (where x.done), 0) as reminders,
                    count(*) filter (where a.opened_at >= :from) as opened,
                    count(*) filter (where a.opened_at >= :from and a.reason = 'RETURN') as returned,
                    count(*) filter (where x.waiting) as waiting,
                    count(*) filter (where x.waiting and a.deadline < :until) as waiting_late
                from run r cross join work w
                join assignment a on a.agency_id = :agency and a.complaint_id = r.complaint_id and a.handling_id = r.id
                left join standard s on s.standard = a.standard
                cross join lateral (select a.done_at is null or a.done_at >= :until as waiting,
                    coalesce(a.done_at < :until and (a.outcome ~ '^[0-9]+$' or a.outcome = 'KEMBALI'), false) as done,
                    case when a.done_at is null then null
                        when s.seconds is not null and a.remaining_seconds is not null and a.reason <> 'ORDER' then s.seconds - a.remaining_seconds
                        else working_seconds(w.begins, w.ends, w.before, a.done_at) - working_seconds(w.begins, w.ends, w.before, a.opened_at)
                        end as spent) x
                where a.opened_at < :until and (a.done_at is null or a.done_at >= :from)
                group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3
                """), s)
                .param("elected", s.elected().toArray(Long[]::new))
                .query(FigureStore::step)
                .list();
    }

    /** @param since the oldest time limit */
    record Late(@Nullable Long unitId, long count, Instant since, long reminders) {}

    /** Work of officers that was late at the end, by unit, most first. */
    List<Late> overdue(Span s) {
        return bound(db.sql(RUN + """
                select a.unit_id, count(*) as late, min(a.deadline) as since, sum(a.reminders) as reminders
                from run r join assignment a on a.agency_id = :agency and a.complaint_id = r.complaint_id and a.handling_id = r.id
                where a.opened_at < :until and (a.done_at is null or a.done_at >= :until) and a.deadline < :until and a.queue <> :reporter
                    and not coalesce(a.unit_id = any (:elected::bigint[]), false)
                group by a.unit_id order by late desc, since
                """), s)
                .param("elected", s.elected().toArray(Long[]::new))
                .query((rs, i) -> new Late(
                        (Long) rs.getObject("unit_id"),
                        rs.getLong("late"),
                        rs.getTimestamp("since").toInstant(),
                        rs.getLong("reminders")))
                .list();
    }

    /** @param what GROUND, or the kind of a move */
    record Counted(String what, String code, long count) {}

    /** Grounds of refusals, and where cases were passed on to. */
    List<Counted> counts(Span s) {
        return bound(db.sql(RUN + """
                select 'GROUND' as what, coalesce(r.ground, '') as code, count(*) as n from run r
                where r.ended and r.outcome = :refused group by 2
                union all
                select t.kind, t.place, count(*) from transfer t
                where t.agency_id = :agency and t.at >= :from and t.at < :until and t.kind in ('UNIT', 'AGENCY', 'BODY') group by 1, 2
                order by n desc, what, code
                """), s)
                .param("refused", Sop.REFUSED)
                .query((rs, i) -> new Counted(rs.getString("what"), rs.getString("code"), rs.getLong("n")))
                .list();
    }

    record Limit(String code, String basis, long ended, long late, long lateOpen) {}

    /** Clocks that a law or the national system sets. */
    List<Limit> limits(Span s) {
        return bound(db.sql(RUN + """
                select k.kind, max(k.basis) as basis, count(*) filter (where x.ended) as ended,
                    count(*) filter (where x.ended and k.remaining_seconds < 0) as late,
                    count(*) filter (where k.deadline < :until and (k.stopped_at is null or k.stopped_at >= :until)
                        and (k.paused_at is null or k.paused_at >= :until)) as late_open
                from (select distinct complaint_id from run) r
                join clock k on k.agency_id = :agency and k.complaint_id = r.complaint_id and k.kind <> :promise and k.started_at < :until
                cross join lateral (select coalesce(k.stopped_at >= :from and k.stopped_at < :until, false) as ended) x
                group by k.kind order by k.kind
                """), s)
                .param("promise", CaseClock.PROMISE)
                .query((rs, i) -> new Limit(
                        rs.getString("kind"),
                        rs.getString("basis"),
                        rs.getLong("ended"),
                        rs.getLong("late"),
                        rs.getLong("late_open")))
                .list();
    }

    Figures.Promises promises(Span s) {
        return db.sql("""
                select count(*) filter (where told_at >= :from and told_at < :until) as made,
                    count(*) filter (where x.fulfilled and x.day <= due) as kept,
                    count(*) filter (where x.fulfilled and x.day > due) as kept_late,
                    count(*) filter (where x.open) as open,
                    count(*) filter (where x.open and due < :today) as overdue
                from commitment
                cross join lateral (select (done_at at time zone :zone)::date as day,
                    coalesce(done_at >= :from and done_at < :until, false) as fulfilled,
                    coalesce(told_at < :until, false) and (done_at is null or done_at >= :until) as open) x
                where agency_id = :agency and told_at is not null
                """)
                .param("agency", s.agencyId())
                .param("from", Timestamp.from(s.from()))
                .param("until", Timestamp.from(s.until()))
                .param("today", s.untilDay())
                .param("zone", s.zone())
                .query((rs, i) -> new Figures.Promises(
                        rs.getLong("made"),
                        rs.getLong("kept"),
                        rs.getLong("kept_late"),
                        rs.getLong("open"),
                        rs.getLong("overdue")))
                .single();
    }

    private static StatementSpec bound(StatementSpec sql, Span s) {
        return sql.param("agency", s.agencyId())
                .param("from", Timestamp.from(s.from()))
                .param("until", Timestamp.from(s.until()))
                .param("moved", Sop.MOVED)
                .param("reporter", Queue.REPORTER)
                .param("standards", s.standards().toArray(String[]::new))
                .param("seconds", s.seconds().toArray(Long[]::new))
                .param("begins", s.begins().toArray(Long[]::new))
                .param("ends", s.ends().toArray(Long[]::new))
                .param("before", s.before().toArray(Long[]::new));
    }

    private static Balance balance(ResultSet rs, int i) throws SQLException {
        Part part = switch (rs.getInt("part")) {
            case 0b01111 -> Part.CHANNEL;
            case 0b10111 -> Part.UNIT;
            case 0b11011 -> Part.CATEGORY;
            case 0b11101 -> Part.KIND;
            case 0b11110 -> Part.DISTRICT;
            default -> Part.ALL;
        };
        Ledger ledger = new Ledger(
                rs.getLong("opening"),
                rs.getLong("received"),
                rs.getLong("reopened"),
                rs.getLong("came_over"),
                rs.getLong("answered"),
                rs.getLong("refused"),
                rs.getLong("passed_on"),
                rs.getLong("went_over"),
                rs.getLong("withdrawn"),
                rs.getLong("expired"),
                rs.getLong("joined"),
                rs.getLong("other"),
                rs.getLong("closing"));
        return new Balance(
                part,
                rs.getString("code"),
                part == Part.UNIT ? ledger : ledger.ofAgency(),
                new Timing(rs.getLong("timed"), rs.getLong("kept"), rs.getLong("late_open"), rounded((Double)
                        rs.getObject("median"))));
    }

    private static Step step(ResultSet rs, int i) throws SQLException {
        @Nullable
        Double @Nullable [] spent = rs.getArray("spent") == null
                ? null
                : (@Nullable Double[]) rs.getArray("spent").getArray();
        return new Step(
                rs.getLong("sop_id"),
                rs.getString("step"),
                rs.getString("role"),
                rs.getString("standard"),
                rs.getBoolean("reporter"),
                rs.getBoolean("elected"),
                rs.getLong("done"),
                rs.getLong("late"),
                spent == null ? null : rounded(spent[0]),
                spent == null ? null : rounded(spent[1]),
                rs.getLong("returned"),
                rs.getLong("reminders"),
                rs.getLong("opened"),
                rs.getLong("waiting"),
                rs.getLong("waiting_late"));
    }

    private static @Nullable Long rounded(@Nullable Double seconds) {
        return seconds == null ? null : Math.round(seconds);
    }
}
