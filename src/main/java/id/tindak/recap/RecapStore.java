package id.tindak.recap;

import static id.tindak.base.Columns.longs;
import static id.tindak.base.Columns.texts;
import static java.util.Arrays.asList;

import id.tindak.handling.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RecapStore {

    private static final String COLUMNS = """
            select agency_id, id, period, revision, reason, wanted, wanted_by, trouble, computed_at, until, content, note, signer_title,
                signer_name, signer_nip, tasks, frozen_at, frozen_by, encode(sha256, 'hex') as hash
            from recap
            """;

    private final JdbcClient db;

    RecapStore(JdbcClient db) {
        this.db = db;
    }

    /** All revisions of all periods, newest first, without their figures. */
    List<Recap.Line> all(int agencyId) {
        return db.sql("""
                select period, revision, computed_at, frozen_at, opening, received, finished, closing, timed, kept
                from recap where agency_id = ? order by period desc, revision desc
                """).param(agencyId).query(RecapStore::line).list();
    }

    Optional<Recap> newest(int agencyId, Period period) {
        return db.sql(COLUMNS + "where agency_id = ? and period = ? order by revision desc limit 1")
                .params(agencyId, period.code())
                .query(RecapStore::recap)
                .optional();
    }

    Optional<Recap> find(int agencyId, Period period, int revision) {
        return db.sql(COLUMNS + "where agency_id = ? and period = ? and revision = ?")
                .params(agencyId, period.code(), revision)
                .query(RecapStore::recap)
                .optional();
    }

    /** Drafts of which the job is to do something. */
    List<Recap> wanted(int agencyId) {
        return db.sql(COLUMNS + "where agency_id = ? and wanted is not null order by id")
                .param(agencyId)
                .query(RecapStore::recap)
                .list();
    }

    /** When the agency's first complaint was filed; empty before that. */
    Optional<Instant> begun(int agencyId) {
        return db.sql("select received_at from complaint where agency_id = ? order by id limit 1")
                .param(agencyId)
                .query((rs, i) -> rs.getTimestamp(1).toInstant())
                .optional();
    }

    /** A draft to be worked out; nothing where the period has a draft already. */
    boolean insert(
            int agencyId,
            long id,
            Period period,
            int revision,
            String reason,
            @Nullable Long by,
            @Nullable Recap from) {
        Recap.Signer signer = from == null ? null : from.signer();
        return db.sql("""
                        insert into recap (agency_id, id, period, revision, reason, wanted, wanted_by, note, signer_title, signer_name, signer_nip)
                        values (?, ?, ?, ?, ?, 'HITUNG', ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(asList(
                                agencyId,
                                id,
                                period.code(),
                                revision,
                                reason,
                                by,
                                from == null ? "" : from.note(),
                                signer == null ? "" : signer.title(),
                                signer == null ? "" : signer.name(),
                                signer == null ? "" : signer.nip()))
                        .update()
                > 0;
    }

    /** False when it is frozen already. */
    boolean want(int agencyId, long id, Recap.Wanted what, @Nullable Long by, List<Long> tasks) {
        return db.sql("""
                        update recap set wanted = ?, wanted_by = ?, trouble = null, tasks = ? where agency_id = ? and id = ? and frozen_at is null
                        """)
                        .params(asList(what.name(), by, tasks.toArray(Long[]::new), agencyId, id))
                        .update()
                > 0;
    }

    boolean note(int agencyId, long id, String note, Recap.@Nullable Signer signer) {
        return db.sql("""
                        update recap set note = ?, signer_title = ?, signer_name = ?, signer_nip = ?
                        where agency_id = ? and id = ? and frozen_at is null and wanted is distinct from 'BEKUKAN'
                        """)
                        .params(
                                note,
                                signer == null ? "" : signer.title(),
                                signer == null ? "" : signer.name(),
                                signer == null ? "" : signer.nip(),
                                agencyId,
                                id)
                        .update()
                > 0;
    }

    void trouble(int agencyId, long id, Recap.Trouble trouble) {
        db.sql("update recap set wanted = null, trouble = ? where agency_id = ? and id = ? and frozen_at is null")
                .params(trouble.name(), agencyId, id)
                .update();
    }

    void computed(int agencyId, long id, Figures f, Instant until, Instant at, Recap.@Nullable Trouble trouble) {
        Ledger l = f.ledger();
        db.sql("""
                update recap set wanted = null, trouble = ?, computed_at = ?, until = ?, content = ?, opening = ?, received = ?, finished = ?,
                    closing = ?, timed = ?, kept = ?
                where agency_id = ? and id = ? and frozen_at is null
                """)
                .params(asList(
                        trouble == null ? null : trouble.name(),
                        Timestamp.from(at),
                        Timestamp.from(until),
                        f.written(),
                        l.opening(),
                        l.received(),
                        l.answered(),
                        l.closing(),
                        f.timing().timed(),
                        f.timing().kept(),
                        agencyId,
                        id))
                .update();
    }

    /** False when somebody else froze it. */
    boolean freeze(int agencyId, long id, Recap.Frozen frozen) {
        return db.sql("""
                        update recap set wanted = null, trouble = null, frozen_at = ?, frozen_by = ?, sha256 = ?
                        where agency_id = ? and id = ? and frozen_at is null
                        """)
                        .params(
                                Timestamp.from(frozen.at()),
                                frozen.by(),
                                HexFormat.of().parseHex(frozen.sha256()),
                                agencyId,
                                id)
                        .update()
                > 0;
    }

    void keep(int agencyId, long recapId, List<Recap.Kept> files) {
        db.sql("""
                insert into recap_file (agency_id, recap_id, name, media_type, size, sha256)
                select :agency, :recap, * from unnest(:name, :type, :size, :hash)
                """)
                .param("agency", agencyId)
                .param("recap", recapId)
                .param("name", texts(files, Recap.Kept::name))
                .param("type", texts(files, Recap.Kept::mediaType))
                .param("size", longs(files, Recap.Kept::size))
                .param("hash", texts(files, Recap.Kept::sha256))
                .update();
    }

    List<Recap.Kept> files(int agencyId, long recapId) {
        return db.sql("""
                select name, media_type, size, sha256, withheld_at is not null as withheld from recap_file
                where agency_id = ? and recap_id = ? order by name
                """)
                .params(agencyId, recapId)
                .query((rs, i) -> new Recap.Kept(
                        rs.getString("name"),
                        rs.getString("media_type"),
                        rs.getLong("size"),
                        rs.getString("sha256"),
                        rs.getBoolean("withheld")))
                .list();
    }

    /** Which of these files belong to a recap and may still be handed out. */
    List<String> claimed(int agencyId, List<String> hashes) {
        return db.sql("""
                select distinct sha256 from recap_file where agency_id = ? and sha256 = any (?) and withheld_at is null
                """)
                .params(agencyId, hashes.toArray(String[]::new))
                .query((rs, i) -> rs.getString(1))
                .list();
    }

    private static Recap.Line line(ResultSet rs, int i) throws SQLException {
        Instant frozen = instant(rs, "frozen_at");
        Instant computed = instant(rs, "computed_at");
        return new Recap.Line(
                period(rs),
                rs.getInt("revision"),
                computed != null,
                frozen != null,
                frozen == null ? computed : frozen,
                rs.getLong("opening"),
                rs.getLong("received"),
                rs.getLong("finished"),
                rs.getLong("closing"),
                rs.getLong("timed"),
                rs.getLong("kept"));
    }

    private static Recap recap(ResultSet rs, int i) throws SQLException {
        String wanted = rs.getString("wanted");
        String trouble = rs.getString("trouble");
        String signer = rs.getString("signer_name");
        Instant frozen = instant(rs, "frozen_at");
        return new Recap(
                rs.getInt("agency_id"),
                rs.getLong("id"),
                period(rs),
                rs.getInt("revision"),
                rs.getString("reason"),
                wanted == null ? null : Recap.Wanted.valueOf(wanted),
                (Long) rs.getObject("wanted_by"),
                trouble == null ? null : Recap.Trouble.valueOf(trouble),
                instant(rs, "computed_at"),
                instant(rs, "until"),
                rs.getString("content"),
                rs.getString("note"),
                signer.isEmpty()
                        ? null
                        : new Recap.Signer(rs.getString("signer_title"), signer, rs.getString("signer_nip")),
                List.of((Long[]) rs.getArray("tasks").getArray()),
                frozen == null ? null : new Recap.Frozen(frozen, rs.getLong("frozen_by"), rs.getString("hash")));
    }

    private static Period period(ResultSet rs) throws SQLException {
        return Period.parse(rs.getString("period")).orElseThrow();
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp t = rs.getTimestamp(column);
        return t == null ? null : t.toInstant();
    }
}
