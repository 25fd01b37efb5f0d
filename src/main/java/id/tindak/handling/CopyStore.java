package id.tindak.handling;

import static id.tindak.base.Columns.longs;
import static id.tindak.base.Columns.texts;
import static id.tindak.base.Columns.times;

import id.tindak.base.Ids;
import id.tindak.complaint.Privacy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CopyStore {

    private final JdbcClient db;

    CopyStore(JdbcClient db) {
        this.db = db;
    }

    void write(int agencyId, long complaintId, List<Copy> copies) {
        if (copies.isEmpty()) return;
        db.sql("""
                insert into case_copy (agency_id, complaint_id, id, assignment_id, kind, queue, sent_by, sent_at, pen_at)
                select :agency, :complaint, c.* from unnest(:id, :assignment, :kind, :queue, :sentBy, :sentAt, :pen) as c
                """)
                .param("agency", agencyId)
                .param("complaint", complaintId)
                .param("id", longs(copies, Copy::id))
                .param("assignment", longs(copies, Copy::assignmentId))
                .param("kind", texts(copies, c -> c.kind().name()))
                .param("queue", texts(copies, Copy::queue))
                .param("sentBy", longs(copies, Copy::sentBy))
                .param("sentAt", times(copies, Copy::sentAt))
                .param("pen", times(copies, Copy::pen))
                .update();
    }

    /** The oldest that nobody of these queues has acknowledged, those of cases that accuse the officer left out. */
    List<Copies.Listed> unread(Desk.Owner owner, int rows) {
        return listed(owner, """
                select k.* from unnest(:queues::text[]) as own (queue) cross join lateral (
                    select k.* from case_copy k
                    where k.agency_id = :agency and k.queue = own.queue and k.acknowledged_at is null
                        and not exists (select from exclusion e
                            where e.agency_id = k.agency_id and e.complaint_id = k.complaint_id and e.officer_id = :me)
                    order by k.id limit :rows) k
                order by k.id limit :rows
                """, rows, List.of());
    }

    /** These, as far as they are still unread and lie on this officer's list. */
    List<Copies.Listed> byIds(Desk.Owner owner, Collection<Long> ids) {
        return listed(owner, """
                select k.* from case_copy k
                where k.agency_id = :agency and k.id = any (:ids) and k.queue = any (:queues) and k.acknowledged_at is null
                    and not exists (select from exclusion e
                        where e.agency_id = k.agency_id and e.complaint_id = k.complaint_id and e.officer_id = :me)
                """, ids.size(), ids);
    }

    void acknowledge(int agencyId, Collection<Long> ids, long by, Instant at) {
        db.sql("""
                update case_copy set acknowledged_at = :at, acknowledged_by = :by
                where agency_id = :agency and id = any (:ids) and acknowledged_at is null
                """)
                .param("agency", agencyId)
                .param("ids", ids.toArray(Long[]::new))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** How many officers no longer have to find another way to this reporter, because he was reached. */
    int reached(int agencyId, long complaintId, long by, Instant at) {
        return db.sql("""
                update case_copy set acknowledged_at = :at, acknowledged_by = :by
                where agency_id = :agency and complaint_id = :complaint and kind = 'TIDAK_SAMPAI' and acknowledged_at is null
                """)
                .param("agency", agencyId)
                .param("complaint", complaintId)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Something waits to be carried over: to the role that held the case first, unless that lies there unread. */
    void carryOver(int agencyId, long complaintId, Instant at) {
        db.sql("""
                insert into case_copy (agency_id, complaint_id, id, assignment_id, kind, queue, sent_at)
                select :agency, :complaint, :id, a.id, 'TEMPEL', 'r:' || a.role || coalesce(':' || a.unit_id, ''), :at
                from assignment a
                where a.agency_id = :agency and a.complaint_id = :complaint and a.queue <> :reporter
                    and not exists (select from case_copy k where k.agency_id = :agency and k.complaint_id = :complaint
                        and k.kind = 'TEMPEL' and k.acknowledged_at is null)
                order by a.id limit 1
                """)
                .param("agency", agencyId)
                .param("complaint", complaintId)
                .param("id", Ids.next(at))
                .param("reporter", Queue.REPORTER)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** @param by null for the program */
    void carriedOver(int agencyId, long complaintId, @Nullable Long by, Instant at) {
        db.sql("""
                update case_copy set acknowledged_at = :at, acknowledged_by = :by
                where agency_id = :agency and complaint_id = :complaint and kind = 'TEMPEL' and acknowledged_at is null
                """)
                .param("agency", agencyId)
                .param("complaint", complaintId)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    private List<Copies.Listed> listed(Desk.Owner owner, String copies, int rows, Collection<Long> ids) {
        return db.sql("""
                select k.*, c.public_number, c.title, c.privacy, a.step, h.sop_id, o.name as sender
                from (%s) k
                join complaint c on c.agency_id = k.agency_id and c.id = k.complaint_id
                join assignment a on a.agency_id = k.agency_id and a.id = k.assignment_id
                join handling h on h.agency_id = k.agency_id and h.id = a.handling_id
                left join officer o on o.agency_id = k.agency_id and o.id = k.sent_by
                order by k.complaint_id, k.id
                """.formatted(copies))
                .param("agency", owner.agencyId())
                .param("me", owner.officerId())
                .param("queues", owner.ownQueues().toArray(String[]::new))
                .param("rows", rows)
                .param("ids", ids.toArray(Long[]::new))
                .query(CopyStore::listed)
                .list();
    }

    private static Copies.Listed listed(ResultSet rs, int i) throws SQLException {
        Timestamp pen = rs.getTimestamp("pen_at");
        @Nullable String sender = rs.getString("sender");
        return new Copies.Listed(
                new Copy(
                        rs.getLong("id"),
                        rs.getLong("assignment_id"),
                        Copy.Kind.valueOf(rs.getString("kind")),
                        rs.getString("queue"),
                        (Long) rs.getObject("sent_by"),
                        rs.getTimestamp("sent_at").toInstant(),
                        pen == null ? null : pen.toInstant()),
                rs.getLong("complaint_id"),
                rs.getString("public_number"),
                rs.getString("title"),
                Privacy.valueOf(rs.getString("privacy")),
                rs.getString("step"),
                rs.getLong("sop_id"),
                sender == null ? "" : sender);
    }
}
