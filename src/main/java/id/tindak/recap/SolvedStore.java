package id.tindak.recap;

import static id.tindak.base.Columns.flags;
import static id.tindak.base.Columns.ints;
import static id.tindak.base.Columns.longs;
import static id.tindak.base.Columns.texts;
import static id.tindak.base.Columns.times;

import id.tindak.complaint.Reporter;
import id.tindak.message.Message;
import id.tindak.sop.Sop;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases that ended in a stretch of time, with what was done about each: as they are, and as a frozen recap keeps them. */
@Repository
class SolvedStore {

    private final JdbcClient db;

    SolvedStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * As it lies in the cases: nothing is masked yet.
     *
     * @param place where it was passed on to; null where it was not
     * @param answer the whole text; null where there is none
     */
    record Row(
            long run,
            long complaintId,
            boolean hidden,
            String number,
            Instant receivedAt,
            Instant endedAt,
            String kind,
            @Nullable String category,
            String channel,
            @Nullable Long unitId,
            String outcome,
            @Nullable String ground,
            @Nullable String place,
            String title,
            @Nullable String answer,
            Reporter reporter) {}

    /** Where the list goes on. */
    record After(Instant endedAt, long run) {

        static final After NOTHING = new After(Instant.EPOCH, 0);
    }

    /** Oldest end first. What only moved to another unit of the agency has not ended. */
    List<Row> ended(int agencyId, Instant from, Instant until, After after, int limit) {
        return db.sql("""
                select h.id, h.complaint_id, c.privacy = 'RAHASIA' or exists (select from exclusion e
                        where e.agency_id = h.agency_id and e.complaint_id = h.complaint_id) as hidden,
                    c.public_number, c.received_at, h.ended_at, c.kind, c.category, c.channel, h.target_unit_id, h.outcome, h.ground,
                    t.place, c.title, m.body, p.kind as reporter_kind, p.name, p.address, p.phone, p.email, p.represents
                from handling h
                join complaint c on c.agency_id = h.agency_id and c.id = h.complaint_id
                join reporter p on p.agency_id = h.agency_id and p.complaint_id = h.complaint_id
                left join lateral (select place from transfer t where t.agency_id = h.agency_id and t.complaint_id = h.complaint_id
                    and t.at = h.ended_at order by id desc limit 1) t on true
                left join lateral (select body from message m where m.agency_id = h.agency_id and m.complaint_id = h.complaint_id
                    and m.kind = :answer and m.audience = 'REPORTER' and m.at <= h.ended_at order by id desc limit 1) m on true
                where h.agency_id = :agency and coalesce(h.ended_at, 'infinity'::timestamptz) >= :from
                    and coalesce(h.ended_at, 'infinity'::timestamptz) < :until
                    and (coalesce(h.ended_at, 'infinity'::timestamptz), h.id) > (:after, :run)
                    and not (h.outcome = :moved and exists (select from handling n where n.agency_id = h.agency_id
                        and n.complaint_id = h.complaint_id and n.round = h.round + 1 and n.started_at = h.ended_at))
                order by coalesce(h.ended_at, 'infinity'::timestamptz), h.id limit :limit
                """)
                .param("agency", agencyId)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("after", Timestamp.from(after.endedAt()))
                .param("run", after.run())
                .param("answer", Message.Kind.ANSWER.name())
                .param("moved", Sop.MOVED)
                .param("limit", limit)
                .query(SolvedStore::row)
                .list();
    }

    void keep(int agencyId, long recapId, List<SolvedCase> cases) {
        if (cases.isEmpty()) return;
        List<Integer> lines = IntStream.rangeClosed(1, cases.size()).boxed().toList();
        db.sql("""
                insert into recap_case (agency_id, recap_id, line, complaint_id, hidden, number, received_at, ended_at, kind, category, channel,
                    unit, outcome, subject, solution)
                select :agency, :recap, * from unnest(:line, :complaint, :hidden, :number, :received, :ended, :kind, :category, :channel, :unit,
                    :outcome, :subject, :solution)
                """)
                .param("agency", agencyId)
                .param("recap", recapId)
                .param("line", ints(lines, l -> l))
                .param("complaint", longs(cases, SolvedCase::complaintId))
                .param("hidden", flags(cases, SolvedCase::hidden))
                .param("number", texts(cases, SolvedCase::number))
                .param("received", times(cases, SolvedCase::receivedAt))
                .param("ended", times(cases, SolvedCase::endedAt))
                .param("kind", texts(cases, SolvedCase::kind))
                .param("category", texts(cases, SolvedCase::category))
                .param("channel", texts(cases, SolvedCase::channel))
                .param("unit", texts(cases, SolvedCase::unit))
                .param("outcome", texts(cases, SolvedCase::outcome))
                .param("subject", texts(cases, SolvedCase::subject))
                .param("solution", texts(cases, SolvedCase::solution))
                .update();
    }

    /** Of a frozen recap, from a line on; what became secret since is hidden. {@code run} is the line. */
    List<SolvedCase> kept(int agencyId, long recapId, long after, int limit) {
        return db.sql("""
                select k.line, k.complaint_id, k.hidden or c.privacy = 'RAHASIA' or exists (select from exclusion e
                        where e.agency_id = k.agency_id and e.complaint_id = k.complaint_id) as hidden,
                    k.number, k.received_at, k.ended_at, k.kind, k.category, k.channel, k.unit, k.outcome, k.subject, k.solution
                from recap_case k join complaint c on c.agency_id = k.agency_id and c.id = k.complaint_id
                where k.agency_id = ? and k.recap_id = ? and k.line > ? order by k.line limit ?
                """)
                .params(agencyId, recapId, after, limit)
                .query((rs, i) -> {
                    boolean hidden = rs.getBoolean("hidden");
                    return new SolvedCase(
                            rs.getLong("line"),
                            rs.getLong("complaint_id"),
                            hidden,
                            hidden ? "" : rs.getString("number"),
                            rs.getTimestamp("received_at").toInstant(),
                            rs.getTimestamp("ended_at").toInstant(),
                            rs.getString("kind"),
                            rs.getString("category"),
                            rs.getString("channel"),
                            rs.getString("unit"),
                            rs.getString("outcome"),
                            hidden ? "" : rs.getString("subject"),
                            hidden ? "" : rs.getString("solution"));
                })
                .list();
    }

    /** Whether the files tell of a case that became secret after they were made. */
    boolean secretSince(int agencyId, long recapId) {
        return db.sql("""
                        select exists (select from recap_case k join complaint c on c.agency_id = k.agency_id and c.id = k.complaint_id
                            where k.agency_id = ? and k.recap_id = ? and not k.hidden and (c.privacy = 'RAHASIA' or exists (select from exclusion e
                                where e.agency_id = k.agency_id and e.complaint_id = k.complaint_id)))
                        """).params(agencyId, recapId).query(Boolean.class).single();
    }

    /** The texts of an erased case, and the files that tell of it. */
    void erase(int agencyId, long complaintId, Instant now) {
        db.sql("""
                with told as (
                    update recap_case set subject = '', solution = '' where agency_id = :agency and complaint_id = :complaint and not hidden
                    returning recap_id)
                update recap_file f set withheld_at = :now
                where f.agency_id = :agency and f.recap_id in (select recap_id from told) and f.withheld_at is null and f.name <> :figures
                """)
                .param("agency", agencyId)
                .param("complaint", complaintId)
                .param("now", Timestamp.from(now))
                .param("figures", RecapFiles.FIGURES)
                .update();
    }

    private static Row row(ResultSet rs, int i) throws SQLException {
        return new Row(
                rs.getLong("id"),
                rs.getLong("complaint_id"),
                rs.getBoolean("hidden"),
                rs.getString("public_number"),
                rs.getTimestamp("received_at").toInstant(),
                rs.getTimestamp("ended_at").toInstant(),
                rs.getString("kind"),
                rs.getString("category"),
                rs.getString("channel"),
                (Long) rs.getObject("target_unit_id"),
                String.valueOf(rs.getString("outcome")),
                rs.getString("ground"),
                rs.getString("place"),
                rs.getString("title"),
                rs.getString("body"),
                new Reporter(
                        rs.getString("reporter_kind"),
                        rs.getString("name"),
                        null,
                        rs.getString("address"),
                        rs.getString("phone"),
                        rs.getString("email"),
                        null,
                        "SENDIRI",
                        rs.getString("represents"),
                        null,
                        null));
    }
}
