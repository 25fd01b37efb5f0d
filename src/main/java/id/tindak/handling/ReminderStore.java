package id.tindak.handling;

import static id.tindak.base.Columns.flags;
import static id.tindak.base.Columns.longs;

import id.tindak.notice.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What reminding asks of the database: whose time has come, and what a mail may say of it. */
@Repository
class ReminderStore {

    private final JdbcClient db;

    ReminderStore(JdbcClient db) {
        this.db = db;
    }

    /** Complaints with open work of officers whose next reminder has come; by id from {@code after} on. */
    List<Long> due(int agencyId, Instant now, long after, int limit) {
        return db.sql("""
                select distinct complaint_id from assignment
                where next_reminder_at <= ? and agency_id = ? and done_at is null and queue <> ? and complaint_id > ?
                order by complaint_id limit ?
                """)
                .params(Timestamp.from(now), agencyId, Queue.REPORTER, after, limit)
                .query((rs, i) -> rs.getLong(1))
                .list();
    }

    /** What stands behind a notice now; {@code step}, {@code role} and {@code deadline} of its open work. */
    record Subject(
            long notice,
            String number,
            boolean confidential,
            @Nullable String category,
            @Nullable String step,
            @Nullable String role,
            @Nullable Long unitId,
            @Nullable Instant deadline,
            long sopId) {}

    /** Without work that is done, new work that somebody else took, ended cases, and cases from which the officer is kept away. What is due first comes first. */
    List<Subject> subjects(int agencyId, long officerId, LocalDate today, List<Notice> notices) {
        return db.sql("""
                select n.id, c.public_number, c.privacy = 'RAHASIA' as confidential, c.category, a.step, a.role, a.unit_id, a.deadline,
                    h.sop_id
                from unnest(:ids, :complaints, :assignments, :fresh) as n (id, complaint_id, assignment_id, fresh)
                join complaint c on c.agency_id = :agency and c.id = n.complaint_id and c.closed_at is null
                left join assignment a on a.agency_id = :agency and a.id = n.assignment_id
                join lateral (select r.sop_id from handling r where r.agency_id = :agency and r.complaint_id = n.complaint_id
                    and (a.handling_id is null or r.id = a.handling_id) order by r.round desc limit 1) h on true
                where (n.assignment_id is null or a.done_at is null)
                    and (not n.fresh or a.officer_id is null or a.officer_id = :officer or exists (select
                        from standing_in(:agency, :today) s where s.officer_id = a.officer_id and s.substitute_id = :officer))
                    and not exists (select from exclusion e
                        where e.agency_id = :agency and e.complaint_id = c.id and e.officer_id = :officer)
                order by coalesce(a.deadline, 'infinity'::timestamptz), n.id
                """)
                .param("agency", agencyId)
                .param("officer", officerId)
                .param("today", today)
                .param("ids", longs(notices, Notice::id))
                .param("complaints", longs(notices, Notice::complaintId))
                .param("assignments", longs(notices, Notice::assignmentId))
                .param("fresh", flags(notices, n -> n.kind() == Notice.Kind.NEW))
                .query(ReminderStore::subject)
                .list();
    }

    private static Subject subject(ResultSet rs, int i) throws SQLException {
        Timestamp deadline = rs.getTimestamp("deadline");
        return new Subject(
                rs.getLong("id"),
                rs.getString("public_number"),
                rs.getBoolean("confidential"),
                rs.getString("category"),
                rs.getString("step"),
                rs.getString("role"),
                (Long) rs.getObject("unit_id"),
                deadline == null ? null : deadline.toInstant(),
                rs.getLong("sop_id"));
    }
}
