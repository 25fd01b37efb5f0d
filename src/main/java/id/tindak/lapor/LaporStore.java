package id.tindak.lapor;

import static id.tindak.base.Columns.timestamp;

import id.tindak.handling.CaseClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LaporStore {

    private static final String REPORT = """
            r.tracking_id, r.complaint_id, r.reported_at, r.state, r.meaning, r.state_at, r.state_by, r.told_message, r.told_at, r.told_by
            """;

    /** What an officer said to the reporter. */
    private static final String SAID = """
            m.agency_id = r.agency_id and m.complaint_id = r.complaint_id and m.audience = 'REPORTER' and m.author = 'OFFICER'
                and m.kind in ('ANSWER', 'REASON', 'NOTICE') and m.body <> ''
            """;

    /** The newest of it that LAPOR! does not show yet. */
    private static final String WAITING = "select m.id from message m where " + SAID
            + " and m.id > coalesce(r.told_message, 0) order by m.id desc limit 1";

    private final JdbcClient db;

    LaporStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Report> ofCase(int agencyId, long complaintId) {
        return db.sql("select " + REPORT + " from lapor_report r where r.agency_id = ? and r.complaint_id = ?")
                .params(agencyId, complaintId)
                .query(LaporStore::report)
                .optional();
    }

    Optional<Report> find(int agencyId, TrackingId id) {
        return find(agencyId, List.of(id)).stream().findFirst();
    }

    /** Those of these numbers that are here, also the forgotten ones. */
    List<Report> find(int agencyId, Collection<TrackingId> ids) {
        return db.sql("select " + REPORT + " from lapor_report r where r.agency_id = ? and r.tracking_id = any (?)")
                .params(
                        agencyId,
                        ids.stream()
                                .flatMap(id -> List.of(id.value(), id.afterErasure(agencyId)).stream())
                                .toArray(String[]::new))
                .query(LaporStore::report)
                .list();
    }

    /** Waits for whoever writes the same number at this moment. False when it is taken. */
    boolean insert(int agencyId, Report r) {
        return db.sql("""
                insert into lapor_report (agency_id, tracking_id, complaint_id, reported_at, state, meaning, state_at, state_by, stirred_at)
                values (:agency, :id, :complaint, :reported, :state, :meaning, :at, :by, :at) on conflict do nothing
                """)
                        .param("agency", agencyId)
                        .param("id", r.id().value())
                        .param("complaint", r.complaintId())
                        .param("reported", Timestamp.from(r.reportedAt()))
                        .param("state", r.state())
                        .param("meaning", r.meaning().name())
                        .param("at", Timestamp.from(r.stateAt()))
                        .param("by", r.stateBy())
                        .update()
                == 1;
    }

    /**
     * False when it stands so already.
     *
     * @param at since when
     */
    boolean state(
            int agencyId, long complaintId, String state, Meaning meaning, Instant at, @Nullable Long by, Instant now) {
        return db.sql("""
                update lapor_report set state = :state, meaning = :meaning, state_at = :at, state_by = :by, stirred_at = :now
                where agency_id = :agency and complaint_id = :complaint and (state <> :state or meaning <> :meaning)
                """)
                        .param("agency", agencyId)
                        .param("complaint", complaintId)
                        .param("state", state)
                        .param("meaning", meaning.name())
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Something happened to these cases: they are looked at until both sides are done with them. */
    void stir(int agencyId, Collection<Long> complaints, Instant now) {
        db.sql("update lapor_report set stirred_at = ? where agency_id = ? and complaint_id = any (?)")
                .params(Timestamp.from(now), agencyId, complaints.toArray(Long[]::new))
                .update();
    }

    /** Puts aside what is over on both sides, so that lists and jobs cost as much as there is to do. What was stirred since is left alone: whoever stirs it may not be done. */
    void settle(int agencyId, Instant stirredBefore) {
        db.sql("""
                update lapor_report r set stirred_at = null from complaint c
                where r.agency_id = :agency and r.stirred_at < :before and r.meaning in ('SELESAI', 'TUTUP')
                    and c.agency_id = r.agency_id and c.id = r.complaint_id and c.outcome is not null
                    and not exists (select from clock k where k.agency_id = r.agency_id and k.complaint_id = r.complaint_id
                        and k.outside and k.stopped_at is null)
                    and not exists ({waiting})
                """.replace("{waiting}", WAITING))
                .param("agency", agencyId)
                .param("before", Timestamp.from(stirredBefore))
                .update();
    }

    /** False when this text, or a newer one, stands there already. */
    boolean told(int agencyId, long complaintId, long message, Instant at, @Nullable Long by) {
        return db.sql("""
                update lapor_report set told_message = :message, told_at = :at, told_by = :by, stirred_at = :at
                where agency_id = :agency and complaint_id = :complaint and coalesce(told_message, 0) < :message
                """)
                        .param("agency", agencyId)
                        .param("complaint", complaintId)
                        .param("message", message)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** After an erasure it is a fingerprint. */
    void renumber(int agencyId, long complaintId, String to) {
        db.sql("update lapor_report set tracking_id = ? where agency_id = ? and complaint_id = ?")
                .params(to, agencyId, complaintId)
                .update();
    }

    /** Id of the text that waits to be told there. */
    Optional<Long> waiting(int agencyId, long complaintId) {
        return db.sql("select w.id from lapor_report r cross join lateral (" + WAITING
                        + ") w where r.agency_id = ? and r.complaint_id = ?")
                .params(agencyId, complaintId)
                .query((rs, i) -> rs.getLong(1))
                .optional();
    }

    /**
     * Whether this text answers the complaint, or ended the case; empty when it is none that an officer said in it to the reporter.
     */
    Optional<Boolean> answers(int agencyId, long complaintId, long message) {
        return db.sql("""
                select m.kind = 'ANSWER' or c.outcome is not null and not exists (
                    select from message later where later.agency_id = m.agency_id and later.complaint_id = m.complaint_id and later.id > m.id
                        and later.audience = 'REPORTER' and later.author = 'OFFICER' and later.kind in ('ANSWER', 'REASON'))
                from lapor_report r
                join complaint c on c.agency_id = r.agency_id and c.id = r.complaint_id
                join message m on {said}
                where r.agency_id = :agency and r.complaint_id = :complaint and m.id = :message
                """.replace("{said}", SAID))
                .param("agency", agencyId)
                .param("complaint", complaintId)
                .param("message", message)
                .query(Boolean.class)
                .optional();
    }

    /** What an adapter has to carry over. */
    record Due(Report report, String number, @Nullable Long message, boolean begun, boolean ended) {}

    /** Cases of which LAPOR! does not know what we know; by complaint from {@code after} on. */
    List<Due> due(int agencyId, long after, int limit) {
        return db.sql("""
                select *  from (
                    select {report}, c.public_number, w.id as waiting, c.outcome is not null as ended,
                        exists (select from assignment a where a.agency_id = r.agency_id and a.complaint_id = r.complaint_id
                            and a.done_by is not null) as begun
                    from lapor_report r
                    join complaint c on c.agency_id = r.agency_id and c.id = r.complaint_id
                    left join lateral ({waiting}) w on true
                    where r.agency_id = :agency and r.complaint_id > :after and r.stirred_at is not null) r
                where r.waiting is not null or (r.ended and r.meaning not in ('SELESAI', 'TUTUP')) or (r.begun and r.meaning = 'BARU')
                order by r.complaint_id limit :limit
                """.replace("{report}", REPORT).replace("{waiting}", WAITING))
                .param("agency", agencyId)
                .param("after", after)
                .param("limit", limit)
                .query((rs, i) -> new Due(
                        report(rs, i),
                        rs.getString("public_number"),
                        (Long) rs.getObject("waiting"),
                        rs.getBoolean("begun"),
                        rs.getBoolean("ended")))
                .list();
    }

    /** A case in this list. */
    private static final String LINE = """
            select {report}, w.id is not null as waiting, c.outcome is not null as ended, k.kind, k.standard, k.basis,
                k.started_at, k.deadline, coalesce(k.deadline, 'infinity'::timestamptz) as due,
                exists (select from assignment a where a.agency_id = r.agency_id and a.complaint_id = r.complaint_id
                    and a.done_by is not null) as begun
            from lapor_report r
            join complaint c on c.agency_id = r.agency_id and c.id = r.complaint_id
            left join lateral (select k.kind, k.standard, k.basis, k.started_at, k.deadline from clock k
                where k.agency_id = r.agency_id and k.complaint_id = r.complaint_id and k.outside and k.stopped_at is null
                order by k.deadline limit 1) k on true
            left join lateral ({waiting}) w on true
            where r.agency_id = :agency and not exists (select from exclusion e
                where e.agency_id = r.agency_id and e.complaint_id = r.complaint_id and e.officer_id = :me)
            """.replace("{report}", REPORT).replace("{waiting}", WAITING);

    /** Those that were put aside stand behind all others: no clock of theirs runs. */
    private static final String ASIDE = """
            union all (select * from ({line} and r.stirred_at is null and r.complaint_id > :aside order by r.complaint_id limit :rows) aside)
            """.replace("{line}", LINE);

    /** Which cases, in the order in which their clocks at LAPOR! run out. */
    List<LaporLine> list(int agencyId, long me, LaporQuery query, Instant soon, int rows) {
        boolean all = query.part() == LaporQuery.Part.SEMUA;
        return db.sql("""
                select * from (
                    select * from ({line} and r.stirred_at is not null) r where ({part}) and (r.due, r.complaint_id) > (:due::timestamptz, :id::bigint)
                    {aside}) r
                order by r.due, r.complaint_id limit :rows
                """.replace("{line}", LINE)
                        .replace("{part}", part(query.part()))
                        .replace("{aside}", all ? ASIDE : ""))
                .param("agency", agencyId)
                .param("me", me)
                .param("soon", Timestamp.from(soon))
                .param("due", query.after().due())
                .param("id", query.after().id())
                .param(
                        "aside",
                        query.after().due().equals("infinity") ? query.after().id() : 0)
                .param("rows", rows)
                .query((rs, i) -> new LaporLine(
                        report(rs, i),
                        rs.getBoolean("waiting"),
                        rs.getBoolean("begun"),
                        rs.getBoolean("ended"),
                        clock(rs)))
                .list();
    }

    private static String part(LaporQuery.Part part) {
        return switch (part) {
            case BEDA -> """
                    r.waiting or r.ended <> (r.meaning in ('SELESAI', 'TUTUP')) or (r.begun and r.meaning = 'BARU')
                    """;
            case TEMPEL -> "r.waiting";
            case JAM -> "r.deadline < :soon";
            case SEMUA -> "true";
        };
    }

    private static @Nullable CaseClock clock(ResultSet rs) throws SQLException {
        String kind = rs.getString("kind");
        return kind == null
                ? null
                : CaseClock.running(
                        kind,
                        rs.getString("standard"),
                        rs.getString("basis"),
                        true,
                        rs.getTimestamp("started_at").toInstant(),
                        rs.getTimestamp("deadline").toInstant());
    }

    private static Report report(ResultSet rs, int i) throws SQLException {
        Timestamp told = rs.getTimestamp("told_at");
        return new Report(
                new TrackingId(rs.getString("tracking_id")),
                rs.getLong("complaint_id"),
                rs.getTimestamp("reported_at").toInstant(),
                rs.getString("state"),
                Meaning.of(rs.getString("meaning")),
                rs.getTimestamp("state_at").toInstant(),
                (Long) rs.getObject("state_by"),
                (Long) rs.getObject("told_message"),
                told == null ? null : told.toInstant(),
                (Long) rs.getObject("told_by"));
    }

    /** How far an adapter has read for this agency. */
    Optional<Instant> readUntil(int agencyId) {
        return db.sql("select read_until from lapor_sync where agency_id = ?")
                .params(agencyId)
                .query((rs, i) -> rs.getTimestamp(1).toInstant())
                .optional();
    }

    /** @param error what went wrong; null when nothing did */
    void synced(int agencyId, Instant until, @Nullable String error, Instant now) {
        db.sql("""
                insert into lapor_sync (agency_id, read_until, error, error_at) values (:agency, :until, :error, :at)
                on conflict (agency_id) do update set read_until = excluded.read_until, error = excluded.error, error_at = excluded.error_at
                """)
                .param("agency", agencyId)
                .param("until", Timestamp.from(until))
                .param("error", error)
                .param("at", timestamp(error == null ? null : now))
                .update();
    }

    /** What went wrong last; empty when nothing did, or there is no adapter. */
    Optional<String> trouble(int agencyId) {
        return db.sql("select error from lapor_sync where agency_id = ? and error is not null")
                .params(agencyId)
                .query((rs, i) -> rs.getString(1))
                .optional();
    }
}
