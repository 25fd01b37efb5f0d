package id.tindak.lapor;

import static id.tindak.base.Columns.ints;
import static id.tindak.base.Columns.texts;

import id.tindak.lapor.LaporIntake.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ImportStore {

    /** Between the cells of a row; no text that was read holds it. */
    private static final String BETWEEN = "\u001f";

    private static final int AT_ONCE = 1_000;

    private final JdbcClient db;

    ImportStore(JdbcClient db) {
        this.db = db;
    }

    void insert(int agencyId, long id, String fileName, Export export, List<String> columns, long officer, Instant at) {
        db.sql("""
                insert into lapor_import (agency_id, id, file_name, headings, columns, created_at, created_by)
                values (:agency, :id, :name, :headings, :columns, :at, :by)
                """)
                .param("agency", agencyId)
                .param("id", id)
                .param("name", fileName)
                .param("headings", export.headings().toArray(String[]::new))
                .param("columns", columns.toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .param("by", officer)
                .update();
        List<Export.Row> all = export.rows();
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            List<Export.Row> some = all.subList(i, Math.min(all.size(), i + AT_ONCE));
            db.sql("""
                    insert into lapor_import_row (agency_id, import_id, line, cells)
                    select :agency, :id, r.* from unnest(:lines, :cells) as r on conflict do nothing
                    """)
                    .param("agency", agencyId)
                    .param("id", id)
                    .param("lines", ints(some, Export.Row::line))
                    .param("cells", texts(some, r -> String.join(BETWEEN, r.cells())))
                    .update();
        }
    }

    private static final String IMPORT = """
            select i.*, (select count(*) from lapor_import_row r where r.agency_id = i.agency_id and r.import_id = i.id) as rows
            from lapor_import i where i.agency_id = ?
            """;

    /** The own import of this officer: its rows hold names that others may not know. */
    Optional<Import> find(int agencyId, long id, long officer) {
        return db.sql(IMPORT + " and i.id = ? and i.created_by = ?")
                .params(agencyId, id, officer)
                .query(ImportStore::read)
                .optional();
    }

    /** Newest first. */
    List<Import> newest(int agencyId, long officer, int limit) {
        return db.sql(IMPORT + " and i.created_by = ? order by i.id desc limit ?")
                .params(agencyId, officer, limit)
                .query(ImportStore::read)
                .list();
    }

    /** Oldest first. */
    List<Import> running(int agencyId) {
        return db.sql(IMPORT + " and i.started_at is not null and i.finished_at is null order by i.id")
                .params(agencyId)
                .query(ImportStore::read)
                .list();
    }

    void columns(int agencyId, long id, List<String> columns) {
        db.sql("update lapor_import set columns = ? where agency_id = ? and id = ? and started_at is null")
                .params(columns.toArray(String[]::new), agencyId, id)
                .update();
    }

    /** False when it was begun before. */
    boolean start(int agencyId, long id, boolean endedToo, Instant at) {
        return db.sql("""
                update lapor_import set started_at = ?, ended_too = ? where agency_id = ? and id = ? and started_at is null
                """).params(Timestamp.from(at), endedToo, agencyId, id).update() == 1;
    }

    void finish(int agencyId, long id, Instant at) {
        db.sql("update lapor_import set finished_at = ? where agency_id = ? and id = ? and finished_at is null")
                .params(Timestamp.from(at), agencyId, id)
                .update();
    }

    /** All rows in their order, one after the other. */
    void each(int agencyId, long id, Consumer<Export.Row> row) {
        db.sql("select line, cells from lapor_import_row where agency_id = ? and import_id = ? order by line")
                .params(agencyId, id)
                .query((ResultSet rs) -> row.accept(row(rs)));
    }

    List<Export.Row> first(int agencyId, long id, int limit) {
        return db.sql(
                        "select line, cells from lapor_import_row where agency_id = ? and import_id = ? order by line limit ?")
                .params(agencyId, id, limit)
                .query((rs, i) -> row(rs))
                .list();
    }

    /** The next ones that nothing became of yet. */
    List<Export.Row> waiting(int agencyId, long id, int limit) {
        return db.sql("""
                select line, cells from lapor_import_row where agency_id = ? and import_id = ? and outcome is null
                order by line limit ?
                """).params(agencyId, id, limit).query((rs, i) -> row(rs)).list();
    }

    /** What became of a row. Its cells go with it, unless somebody has to look at them. False when that was noted before. */
    boolean done(int agencyId, long id, int line, Outcome outcome, @Nullable String reason, String of) {
        return db.sql("""
                update lapor_import_row set outcome = :outcome, reason = :reason, reason_of = :of,
                    cells = case when :outcome = 'DITOLAK' then cells else '' end
                where agency_id = :agency and import_id = :id and line = :line and outcome is null
                """)
                        .param("agency", agencyId)
                        .param("id", id)
                        .param("line", line)
                        .param("outcome", outcome.name())
                        .param("reason", reason)
                        .param("of", of)
                        .update()
                == 1;
    }

    Map<Outcome, Integer> counts(int agencyId, long id) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        db.sql("""
                select outcome, count(*) as n from lapor_import_row
                where agency_id = ? and import_id = ? and outcome is not null group by outcome
                """).params(agencyId, id).query((ResultSet rs) -> {
            counts.put(Outcome.valueOf(rs.getString("outcome")), rs.getInt("n"));
        });
        return counts;
    }

    record Refused(int line, List<String> cells, String reason, String of) {}

    List<Refused> refused(int agencyId, long id, int limit) {
        return db.sql("""
                select line, cells, reason, reason_of from lapor_import_row
                where agency_id = ? and import_id = ? and outcome = 'DITOLAK' order by line limit ?
                """)
                .params(agencyId, id, limit)
                .query((rs, i) -> new Refused(
                        rs.getInt("line"), row(rs).cells(), rs.getString("reason"), rs.getString("reason_of")))
                .list();
    }

    /** What the agency's exports called their columns last time. */
    Map<String, String> remembered(int agencyId) {
        Map<String, String> all = new HashMap<>();
        db.sql("select heading, meaning from lapor_column where agency_id = ?")
                .params(agencyId)
                .query((ResultSet rs) -> {
                    all.put(rs.getString(1), rs.getString(2));
                });
        return all;
    }

    void remember(int agencyId, Map<String, String> meanings) {
        db.sql("""
                insert into lapor_column (agency_id, heading, meaning)
                select :agency, r.* from unnest(:headings, :meanings) as r
                on conflict (agency_id, heading) do update set meaning = excluded.meaning
                """)
                .param("agency", agencyId)
                .param("headings", texts(meanings.keySet(), h -> h))
                .param("meanings", texts(meanings.values(), m -> m))
                .update();
    }

    /** Throws away what was never begun, and what was finished before; rows and headings go with it. */
    void expire(int agencyId, Instant unbegun, Instant finished) {
        db.sql(
                        "delete from lapor_import where agency_id = ? and (started_at is null and created_at < ? or finished_at < ?)")
                .params(agencyId, Timestamp.from(unbegun), Timestamp.from(finished))
                .update();
    }

    private static Export.Row row(ResultSet rs) throws SQLException {
        return new Export.Row(rs.getInt("line"), List.of(rs.getString("cells").split(BETWEEN, -1)));
    }

    private static Import read(ResultSet rs, int i) throws SQLException {
        Timestamp started = rs.getTimestamp("started_at");
        Timestamp finished = rs.getTimestamp("finished_at");
        return new Import(
                rs.getInt("agency_id"),
                rs.getLong("id"),
                rs.getString("file_name"),
                List.of((String[]) rs.getArray("headings").getArray()),
                List.of((String[]) rs.getArray("columns").getArray()),
                rs.getInt("rows"),
                rs.getBoolean("ended_too"),
                rs.getTimestamp("created_at").toInstant(),
                rs.getLong("created_by"),
                started == null ? null : started.toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
