package id.tindak.handling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DraftStore {

    private final JdbcClient db;

    DraftStore(JdbcClient db) {
        this.db = db;
    }

    void save(int agencyId, long officerId, long assignmentId, String fields, Instant now) {
        db.sql("""
                insert into draft (agency_id, officer_id, assignment_id, fields, saved_at) values (?, ?, ?, ?, ?)
                on conflict (agency_id, officer_id, assignment_id) do update
                set fields = excluded.fields, saved_at = excluded.saved_at
                """)
                .params(agencyId, officerId, assignmentId, fields, Timestamp.from(now))
                .update();
    }

    List<Drafts.Draft> of(int agencyId, long officerId, long complaintId) {
        return db.sql("""
                select d.assignment_id, d.fields, d.saved_at from assignment a
                join draft d on d.agency_id = a.agency_id and d.officer_id = ? and d.assignment_id = a.id
                where a.agency_id = ? and a.complaint_id = ? order by d.saved_at desc
                """)
                .params(officerId, agencyId, complaintId)
                .query(DraftStore::draft)
                .list();
    }

    List<Drafts.Listed> all(int agencyId, long officerId) {
        return db.sql("""
                select d.assignment_id, d.fields, d.saved_at, c.public_number,
                    case when c.privacy = 'RAHASIA' then '' else c.title end as title, a.done_at is null as open from draft d
                join assignment a on a.agency_id = d.agency_id and a.id = d.assignment_id
                join complaint c on c.agency_id = a.agency_id and c.id = a.complaint_id
                where d.agency_id = ? and d.officer_id = ? and not exists (select from exclusion e
                    where e.agency_id = c.agency_id and e.complaint_id = c.id and e.officer_id = d.officer_id)
                order by d.saved_at desc limit 200
                """)
                .params(agencyId, officerId)
                .query((rs, i) -> new Drafts.Listed(
                        draft(rs, i), rs.getString("public_number"), rs.getString("title"), rs.getBoolean("open")))
                .list();
    }

    void delete(int agencyId, long officerId, long assignmentId) {
        db.sql("delete from draft where agency_id = ? and officer_id = ? and assignment_id = ?")
                .params(agencyId, officerId, assignmentId)
                .update();
    }

    /** All officers' drafts of a case. */
    void erase(int agencyId, long complaintId) {
        db.sql("""
                delete from draft d using assignment a
                where d.agency_id = ? and a.agency_id = d.agency_id and a.id = d.assignment_id and a.complaint_id = ?
                """).params(agencyId, complaintId).update();
    }

    static Drafts.Draft draft(ResultSet rs, int i) throws SQLException {
        return Drafts.read(
                rs.getLong("assignment_id"),
                rs.getString("fields"),
                rs.getTimestamp("saved_at").toInstant());
    }
}
