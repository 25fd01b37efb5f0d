package id.tindak.notice;

import static id.tindak.base.Columns.flags;
import static id.tindak.base.Columns.longs;
import static id.tindak.base.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NoticeStore {

    private final JdbcClient db;

    NoticeStore(JdbcClient db) {
        this.db = db;
    }

    void insert(int agencyId, List<Notice> notices, Instant now) {
        db.sql("""
                insert into officer_notice (agency_id, created_at, id, officer_id, complaint_id, assignment_id, kind, copied)
                select :agency, :now, * from unnest(:id, :officer, :complaint, :assignment, :kind, :copied)
                """)
                .param("agency", agencyId)
                .param("now", Timestamp.from(now))
                .param("id", longs(notices, Notice::id))
                .param("officer", longs(notices, Notice::officerId))
                .param("complaint", longs(notices, Notice::complaintId))
                .param("assignment", longs(notices, Notice::assignmentId))
                .param("kind", texts(notices, n -> n.kind().name()))
                .param("copied", flags(notices, Notice::copied))
                .update();
    }

    /** Officers for whom something is gathered, by id from {@code after} on. */
    List<Long> waiting(int agencyId, long after, int limit) {
        return db.sql("""
                select distinct officer_id from officer_notice
                where agency_id = ? and officer_id > ? and ended_at is null order by officer_id limit ?
                """)
                .params(agencyId, after, limit)
                .query((rs, i) -> rs.getLong(1))
                .list();
    }

    /** Oldest first. */
    List<Notice> gathered(int agencyId, long officerId) {
        return db.sql("""
                select id, officer_id, complaint_id, assignment_id, kind, copied from officer_notice
                where agency_id = ? and officer_id = ? and ended_at is null order by id
                """)
                .params(agencyId, officerId)
                .query(NoticeStore::notice)
                .list();
    }

    /** What was gathered is over: it was mailed, or there was no reason to any more. */
    void end(int agencyId, Collection<Notice> notices, Collection<Long> mailed, Instant now) {
        db.sql("""
                update officer_notice set ended_at = :now, mailed = id = any (:mailed)
                where agency_id = :agency and id = any (:ids)
                """)
                .param("agency", agencyId)
                .param("now", Timestamp.from(now))
                .param("mailed", mailed.toArray(Long[]::new))
                .param("ids", longs(notices, Notice::id))
                .update();
    }

    Optional<Wish> wish(int agencyId, long officerId) {
        return db.sql("""
                select new_work, reminders, daily, last_mail_at from notice_wish where agency_id = ? and officer_id = ?
                """).params(agencyId, officerId).query(NoticeStore::wish).optional();
    }

    void wish(int agencyId, long officerId, Wish w) {
        db.sql("""
                insert into notice_wish (agency_id, officer_id, new_work, reminders, daily) values (?, ?, ?, ?, ?)
                on conflict (agency_id, officer_id) do update
                set new_work = excluded.new_work, reminders = excluded.reminders, daily = excluded.daily
                """)
                .params(agencyId, officerId, w.newWork(), w.reminders(), w.daily())
                .update();
    }

    /** The officer's wish, locked until the transaction ends; empty when another sender has it. */
    Optional<Wish> claim(int agencyId, long officerId) {
        db.sql("insert into notice_wish (agency_id, officer_id) values (?, ?) on conflict do nothing")
                .params(agencyId, officerId)
                .update();
        return db.sql("""
                select new_work, reminders, daily, last_mail_at from notice_wish where agency_id = ? and officer_id = ?
                for update skip locked
                """).params(agencyId, officerId).query(NoticeStore::wish).optional();
    }

    void mailed(int agencyId, long officerId, Instant now) {
        db.sql("update notice_wish set last_mail_at = ? where agency_id = ? and officer_id = ?")
                .params(Timestamp.from(now), agencyId, officerId)
                .update();
    }

    private static Notice notice(ResultSet rs, int i) throws SQLException {
        return new Notice(
                rs.getLong("id"),
                rs.getLong("officer_id"),
                rs.getLong("complaint_id"),
                (Long) rs.getObject("assignment_id"),
                Notice.Kind.valueOf(rs.getString("kind")),
                rs.getBoolean("copied"));
    }

    private static Wish wish(ResultSet rs, int i) throws SQLException {
        Timestamp last = rs.getTimestamp("last_mail_at");
        return new Wish(
                rs.getBoolean("new_work"),
                rs.getBoolean("reminders"),
                rs.getBoolean("daily"),
                last == null ? null : last.toInstant());
    }
}
