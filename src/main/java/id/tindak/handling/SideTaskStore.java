package id.tindak.handling;

import static id.tindak.base.Columns.ints;
import static id.tindak.base.Columns.longs;
import static id.tindak.base.Columns.texts;
import static id.tindak.base.Columns.times;
import static java.util.Arrays.asList;

import id.tindak.complaint.StoredFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SideTaskStore {

    private static final String COLUMNS = """
            s.id, s.kind, s.role, s.unit_id, s.sop_id, s.item, s.period, s.opened_at, s.deadline, s.done_at, s.done_by, s.note,
            s.file_name, s.file_type, s.file_size, s.file_sha256, s.assignment_id, a.step, a.role as watched_role, a.unit_id as watched_unit,
            a.deadline as watched_deadline, a.reminders, c.public_number, c.title, p.done_at as made_at, p.done_by as made_by,
            p.note as made_note, p.file_name as made_name, p.file_type as made_type, p.file_size as made_size, p.file_sha256 as made_sha256
            from side_task s
            left join lateral (select w.step, w.role, w.unit_id, w.deadline, w.reminders, w.done_at from assignment w
                where w.agency_id = s.agency_id and w.id = s.assignment_id limit 1) a on true
            left join lateral (select k.public_number, k.title, k.privacy from complaint k
                where k.agency_id = s.agency_id and k.id = s.complaint_id limit 1) c on true
            left join side_task p on p.agency_id = s.agency_id and p.id = s.source_id
            """;

    private final JdbcClient db;

    SideTaskStore(JdbcClient db) {
        this.db = db;
    }

    /** A task to open. */
    record Opening(
            long id,
            SideTask.Kind kind,
            String queue,
            String role,
            @Nullable Long unitId,
            long sopId,
            String sopCode,
            int item,
            @Nullable String period,
            @Nullable Long complaintId,
            @Nullable Long assignmentId,
            @Nullable Long sourceId,
            Instant openedAt,
            @Nullable Instant deadline) {}

    /** @param watched with the SOP's keys in place of names */
    record Row(
            long id,
            SideTask.Kind kind,
            String role,
            @Nullable Long unitId,
            long sopId,
            int item,
            @Nullable String period,
            SideTask.@Nullable Watched watched,
            SideTask.@Nullable Done received,
            Instant openedAt,
            @Nullable Instant deadline,
            SideTask.@Nullable Done done) {}

    /** Those that were not there yet; two programs at once open each once. */
    List<Opening> open(int agencyId, List<Opening> wanted) {
        if (wanted.isEmpty()) return List.of();
        Set<Long> opened = Set.copyOf(db.sql("""
                insert into side_task (agency_id, id, kind, queue, role, unit_id, sop_id, sop_code, item, period, complaint_id, assignment_id,
                    source_id, opened_at, deadline)
                select :agency, * from unnest(:id, :kind, :queue, :role, :unit, :sop, :code, :item, :period, :complaint, :assignment, :source,
                    :opened, :deadline)
                on conflict do nothing returning id
                """)
                .param("agency", agencyId)
                .param("id", longs(wanted, Opening::id))
                .param("kind", texts(wanted, o -> o.kind().name()))
                .param("queue", texts(wanted, Opening::queue))
                .param("role", texts(wanted, Opening::role))
                .param("unit", longs(wanted, Opening::unitId))
                .param("sop", longs(wanted, Opening::sopId))
                .param("code", texts(wanted, Opening::sopCode))
                .param("item", ints(wanted, Opening::item))
                .param("period", texts(wanted, Opening::period))
                .param("complaint", longs(wanted, Opening::complaintId))
                .param("assignment", longs(wanted, Opening::assignmentId))
                .param("source", longs(wanted, Opening::sourceId))
                .param("opened", times(wanted, Opening::openedAt))
                .param("deadline", times(wanted, Opening::deadline))
                .query((rs, i) -> rs.getLong(1))
                .list());
        return wanted.stream().filter(o -> opened.contains(o.id())).toList();
    }

    void reminded(int agencyId, long assignmentId, long by, Instant now) {
        db.sql("""
                update side_task set done_at = ?, done_by = ? where agency_id = ? and assignment_id = ? and done_at is null
                """).params(Timestamp.from(now), by, agencyId, assignmentId).update();
    }

    /** Reminders of work that is done are over. */
    void endReminders(int agencyId, Instant now) {
        db.sql("""
                update side_task s set done_at = ? from assignment a
                where s.agency_id = ? and s.kind = 'PENGINGAT' and s.done_at is null
                    and a.agency_id = s.agency_id and a.id = s.assignment_id and a.done_at is not null
                """).params(Timestamp.from(now), agencyId).update();
    }

    List<Row> open(int agencyId, long officerId, List<String> queues, int limit) {
        return db.sql("select " + COLUMNS + """
                where s.agency_id = :agency and s.queue = any (:queues) and s.done_at is null
                    and (s.assignment_id is null or a.done_at is null and c.privacy <> 'RAHASIA')
                    and not exists (select from exclusion e
                        where e.agency_id = s.agency_id and e.complaint_id = s.complaint_id and e.officer_id = :officer)
                order by coalesce(s.deadline, 'infinity'::timestamptz), s.id limit :limit
                """)
                .param("agency", agencyId)
                .param("queues", queues.toArray(String[]::new))
                .param("officer", officerId)
                .param("limit", limit)
                .query(SideTaskStore::row)
                .list();
    }

    /** Periodic work only: that somebody was reminded stands in the case. */
    List<Row> done(int agencyId, List<String> queues, int limit) {
        return db.sql("select " + COLUMNS + """
                where s.agency_id = :agency and s.queue = any (:queues) and s.done_at is not null and s.kind = 'BERKALA'
                order by s.done_at desc, s.id desc limit :limit
                """)
                .param("agency", agencyId)
                .param("queues", queues.toArray(String[]::new))
                .param("limit", limit)
                .query(SideTaskStore::row)
                .list();
    }

    Optional<Row> find(int agencyId, long id, List<String> queues) {
        return db.sql("select " + COLUMNS + """
                where s.agency_id = :agency and s.id = :id and s.queue = any (:queues) and s.kind = 'BERKALA'
                """)
                .param("agency", agencyId)
                .param("id", id)
                .param("queues", queues.toArray(String[]::new))
                .query(SideTaskStore::row)
                .optional();
    }

    /** False when somebody did it before. */
    boolean finish(int agencyId, long id, long by, String note, @Nullable StoredFile file, Instant now) {
        return db.sql("""
                        update side_task set done_at = ?, done_by = ?, note = ?, file_name = ?, file_type = ?, file_size = ?, file_sha256 = ?
                        where agency_id = ? and id = ? and done_at is null
                        """)
                        .params(asList(
                                Timestamp.from(now),
                                by,
                                note,
                                file == null ? null : file.name(),
                                file == null ? null : file.mediaType(),
                                file == null ? null : file.size(),
                                file == null ? null : file.sha256(),
                                agencyId,
                                id))
                        .update()
                > 0;
    }

    /** Which of these files belong to a task. */
    List<String> claimed(int agencyId, List<String> hashes) {
        return db.sql("select distinct file_sha256 from side_task where agency_id = ? and file_sha256 = any (?)")
                .params(agencyId, hashes.toArray(String[]::new))
                .query((rs, i) -> rs.getString(1))
                .list();
    }

    private static Row row(ResultSet rs, int i) throws SQLException {
        String number = rs.getString("public_number");
        return new Row(
                rs.getLong("id"),
                SideTask.Kind.valueOf(rs.getString("kind")),
                rs.getString("role"),
                (Long) rs.getObject("unit_id"),
                rs.getLong("sop_id"),
                rs.getInt("item"),
                rs.getString("period"),
                number == null
                        ? null
                        : new SideTask.Watched(
                                rs.getLong("assignment_id"),
                                number,
                                rs.getString("title"),
                                rs.getString("step"),
                                rs.getString("watched_role"),
                                (Long) rs.getObject("watched_unit"),
                                instant(rs, "watched_deadline"),
                                rs.getInt("reminders")),
                done(rs, "made_at", "made_by", "made_note", "made"),
                rs.getTimestamp("opened_at").toInstant(),
                instant(rs, "deadline"),
                done(rs, "done_at", "done_by", "note", "file"));
    }

    private static SideTask.@Nullable Done done(ResultSet rs, String at, String by, String note, String file)
            throws SQLException {
        Instant done = instant(rs, at);
        String hash = rs.getString(file + "_sha256");
        if (done == null) return null;
        return new SideTask.Done(
                done,
                (Long) rs.getObject(by),
                rs.getString(note),
                hash == null
                        ? null
                        : new StoredFile(
                                rs.getString(file + "_name"),
                                rs.getString(file + "_type"),
                                rs.getLong(file + "_size"),
                                hash));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp t = rs.getTimestamp(column);
        return t == null ? null : t.toInstant();
    }
}
