package id.tindak.handling;

import static id.tindak.base.Columns.ints;
import static id.tindak.base.Columns.longs;
import static id.tindak.base.Columns.texts;
import static id.tindak.base.Columns.times;

import id.tindak.base.Cells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CommitmentStore {

    /** All commitments of the case {@code a}, for a lateral join; read by {@link #read}. */
    static final String OF_CASE = """
            select array_agg(array[p.id::text, p.assignment_id::text, p.message_id::text, m.body, p.unit_id::text, p.responsible,
                p.due::text, p.first_due::text, p.renewals::text, p.made_by::text, (extract(epoch from p.made_at) * 1000000)::bigint::text,
                (extract(epoch from p.told_at) * 1000000)::bigint::text, (extract(epoch from p.done_at) * 1000000)::bigint::text,
                p.done_by::text] order by p.id) as commitments
            from commitment p join message m on m.agency_id = p.agency_id and m.id = p.message_id
            where p.agency_id = a.agency_id and p.complaint_id = a.complaint_id
            """;

    /** Open commitments from a place on, by day; confidential cases only for who had them in person, none for whom the case accuses. */
    private static final String OPEN = """
            select p.id, p.assignment_id, p.message_id, p.complaint_id, m.body, p.unit_id, p.responsible, p.due, p.first_due, p.renewals,
                p.made_by, p.made_at, p.told_at, c.public_number, c.title
            from commitment p
            join complaint c on c.agency_id = p.agency_id and c.id = p.complaint_id
            join message m on m.agency_id = p.agency_id and m.id = p.message_id
            where p.agency_id = :agency and p.done_at is null and p.told_at is not null
            """;

    private static final String VISIBLE = """
            and (p.due, p.id) > (:due, :id)
            and (c.privacy <> 'RAHASIA' or exists (select from assignment a
                where a.agency_id = c.agency_id and a.complaint_id = c.id and a.done_by = :officer))
            and not exists (select from exclusion e
                where e.agency_id = c.agency_id and e.complaint_id = c.id and e.officer_id = :officer)
            """;

    private final JdbcClient db;

    CommitmentStore(JdbcClient db) {
        this.db = db;
    }

    static List<Commitment> read(@Nullable String[][] rows) {
        return Stream.of(rows).map(Cells::new).map(CommitmentStore::read).toList();
    }

    private static Commitment read(Cells c) {
        return new Commitment(
                c.id(0),
                c.id(1),
                c.id(2),
                c.text(3),
                c.idOrNull(4),
                c.text(5),
                LocalDate.parse(c.text(6)),
                LocalDate.parse(c.text(7)),
                c.count(8),
                c.id(9),
                c.time(10),
                c.timeOrNull(11),
                c.timeOrNull(12),
                c.idOrNull(13));
    }

    /** Writes commitments, new or changed; the texts that they name are written before. */
    void write(int agencyId, long complaintId, List<Commitment> cs) {
        if (cs.isEmpty()) return;
        db.sql("""
                insert into commitment (agency_id, complaint_id, id, assignment_id, message_id, unit_id, responsible, due, first_due, renewals,
                    made_by, made_at, told_at, done_at, done_by)
                select :agency, :complaint, * from unnest(:id, :assignment, :message, :unit, :responsible, :due::date[], :firstDue::date[],
                    :renewals, :madeBy, :madeAt, :toldAt, :doneAt, :doneBy)
                on conflict (agency_id, id) do update set message_id = excluded.message_id, due = excluded.due,
                    renewals = excluded.renewals, told_at = excluded.told_at, done_at = excluded.done_at, done_by = excluded.done_by
                """)
                .param("agency", agencyId)
                .param("complaint", complaintId)
                .param("id", longs(cs, Commitment::id))
                .param("assignment", longs(cs, Commitment::assignmentId))
                .param("message", longs(cs, Commitment::messageId))
                .param("unit", longs(cs, Commitment::unitId))
                .param("responsible", texts(cs, Commitment::responsible))
                .param("due", texts(cs, c -> c.due().toString()))
                .param("firstDue", texts(cs, c -> c.firstDue().toString()))
                .param("renewals", ints(cs, Commitment::renewals))
                .param("madeBy", longs(cs, Commitment::madeBy))
                .param("madeAt", times(cs, Commitment::madeAt))
                .param("toldAt", times(cs, Commitment::toldAt))
                .param("doneAt", times(cs, Commitment::doneAt))
                .param("doneBy", longs(cs, Commitment::doneBy))
                .update();
    }

    /** A page of all open commitments of the agency, the nearest day first. */
    List<Commitments.Listed> open(int agencyId, long officerId, Commitments.Place after, int limit) {
        return db.sql(OPEN + VISIBLE + " order by p.due, p.id limit :limit")
                .param("agency", agencyId)
                .param("officer", officerId)
                .param("due", after.due())
                .param("id", after.id())
                .param("limit", limit)
                .query(CommitmentStore::listed)
                .list();
    }

    /** The same of some units: one short scan of the index for each. */
    List<Commitments.Listed> open(
            int agencyId, long officerId, Collection<Long> units, Commitments.Place after, int limit) {
        return db.sql(
                        "select o.* from unnest(:units::bigint[]) as u (id) cross join lateral (" + OPEN + VISIBLE
                                + " and p.unit_id = u.id order by p.due, p.id limit :limit) o order by o.due, o.id limit :limit")
                .param("units", units.toArray(Long[]::new))
                .param("agency", agencyId)
                .param("officer", officerId)
                .param("due", after.due())
                .param("id", after.id())
                .param("limit", limit)
                .query(CommitmentStore::listed)
                .list();
    }

    List<Commitments.Listed> due(int agencyId, LocalDate until) {
        return db.sql(OPEN + " and p.due <= :until order by p.due, p.id")
                .param("agency", agencyId)
                .param("until", until)
                .query(CommitmentStore::listed)
                .list();
    }

    /** Whether something that the reporter was promised is still to be done. */
    boolean owed(int agencyId, long complaintId) {
        return db.sql("""
                select exists (select from commitment
                    where agency_id = ? and complaint_id = ? and told_at is not null and done_at is null)
                """)
                .params(agencyId, complaintId)
                .query((rs, i) -> rs.getBoolean(1))
                .single();
    }

    void erase(int agencyId, long complaintId) {
        db.sql("update commitment set responsible = '' where agency_id = ? and complaint_id = ?")
                .params(agencyId, complaintId)
                .update();
    }

    private static Commitments.Listed listed(ResultSet rs, int i) throws SQLException {
        Commitment c = new Commitment(
                rs.getLong("id"),
                rs.getLong("assignment_id"),
                rs.getLong("message_id"),
                rs.getString("body"),
                (Long) rs.getObject("unit_id"),
                rs.getString("responsible"),
                rs.getObject("due", LocalDate.class),
                rs.getObject("first_due", LocalDate.class),
                rs.getInt("renewals"),
                rs.getLong("made_by"),
                time(rs.getTimestamp("made_at")),
                time(rs.getTimestamp("told_at")),
                null,
                null);
        return new Commitments.Listed(
                c, rs.getLong("complaint_id"), rs.getString("public_number"), rs.getString("title"));
    }

    private static Instant time(Timestamp t) {
        return t.toInstant();
    }
}
