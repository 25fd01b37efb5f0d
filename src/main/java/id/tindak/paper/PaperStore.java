package id.tindak.paper;

import static java.util.Arrays.asList;

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
class PaperStore {

    private static final String PAPER = """
            select p.id, p.complaint_id, p.kind, p.number, p.identity, p.content, p.code, p.issued_at, p.issued_by,
                   p.withdrawn_at, p.superseded_by, p.round, last.n, last.pages
            from paper p
            join lateral (select n, pages from paper_print x where x.agency_id = p.agency_id and x.paper_id = p.id
                          order by n desc limit 1) last on true
            """;

    private final JdbcClient db;

    PaperStore(JdbcClient db) {
        this.db = db;
    }

    /** Papers of a complaint, newest first. */
    List<Paper> of(int agencyId, long complaintId) {
        return db.sql(PAPER + "where p.agency_id = ? and p.complaint_id = ? order by p.id desc")
                .params(agencyId, complaintId)
                .query(PaperStore::paper)
                .list();
    }

    Optional<Paper> byCode(int agencyId, byte[] codeHash) {
        return db.sql(PAPER + "where p.agency_id = ? and p.code_hash = ?")
                .params(agencyId, codeHash)
                .query(PaperStore::paper)
                .optional();
    }

    void insert(int agencyId, Paper p) {
        db.sql("""
                insert into paper (agency_id, id, complaint_id, kind, number, identity, content, code, code_hash, issued_at, issued_by,
                    round)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        agencyId,
                        p.id(),
                        p.complaintId(),
                        p.kind().name(),
                        p.number(),
                        p.identity(),
                        p.content(),
                        p.code(),
                        PaperCode.hash(p.code()),
                        Timestamp.from(p.issuedAt()),
                        p.issuedBy(),
                        p.round())
                .update();
    }

    /** Papers of that kind which were withdrawn without another in their place have one now. */
    void supersede(int agencyId, Paper by) {
        db.sql("""
                update paper set superseded_by = ?
                where agency_id = ? and complaint_id = ? and kind = ? and identity = ? and round = ? and withdrawn_at is not null
                    and superseded_by is null
                """)
                .params(by.id(), agencyId, by.complaintId(), by.kind().name(), by.identity(), by.round())
                .update();
    }

    /** False when it was withdrawn before. */
    boolean withdraw(int agencyId, long id, Instant at, long by) {
        return db.sql("""
                        update paper set withdrawn_at = ?, withdrawn_by = ? where agency_id = ? and id = ? and withdrawn_at is null
                        """).params(asList(Timestamp.from(at), by, agencyId, id)).update() > 0;
    }

    void print(int agencyId, long paperId, int n, Instant at, long by, String sha256, int pages) {
        db.sql("""
                insert into paper_print (agency_id, paper_id, n, printed_at, printed_by, sha256, pages) values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        agencyId,
                        paperId,
                        n,
                        Timestamp.from(at),
                        by,
                        HexFormat.of().parseHex(sha256),
                        pages)
                .update();
    }

    /** Hashes of all prints of a paper, hexadecimal. */
    List<String> files(int agencyId, long paperId) {
        return db.sql("select encode(sha256, 'hex') from paper_print where agency_id = ? and paper_id = ?")
                .params(agencyId, paperId)
                .query((rs, i) -> rs.getString(1))
                .list();
    }

    /** The texts of a case's papers. */
    void erase(int agencyId, long complaintId) {
        db.sql("update paper set content = '' where agency_id = ? and complaint_id = ?")
                .params(agencyId, complaintId)
                .update();
    }

    Papers.Print newest(int agencyId, long paperId) {
        return db.sql("""
                select encode(sha256, 'hex') as hash, printed_at, printed_by from paper_print
                where agency_id = ? and paper_id = ? order by n desc limit 1
                """)
                .params(agencyId, paperId)
                .query((rs, i) -> new Papers.Print(
                        rs.getString("hash"), rs.getTimestamp("printed_at").toInstant(), rs.getLong("printed_by")))
                .single();
    }

    /** Which of these files are prints. */
    List<String> claimed(int agencyId, List<String> hashes) {
        return db.sql("""
                select distinct encode(x.sha256, 'hex') from paper_print x
                join paper p on p.agency_id = x.agency_id and p.id = x.paper_id and p.content <> ''
                where x.agency_id = ? and x.sha256 = any (select decode(h, 'hex') from unnest(?) as h)
                """)
                .params(agencyId, hashes.toArray(String[]::new))
                .query((rs, i) -> rs.getString(1))
                .list();
    }

    private static Paper paper(ResultSet rs, int row) throws SQLException {
        return new Paper(
                rs.getLong("id"),
                rs.getLong("complaint_id"),
                PaperKind.valueOf(rs.getString("kind")),
                rs.getString("number"),
                rs.getBoolean("identity"),
                rs.getString("content"),
                rs.getString("code"),
                rs.getTimestamp("issued_at").toInstant(),
                rs.getLong("issued_by"),
                instant(rs.getTimestamp("withdrawn_at")),
                rs.getObject("superseded_by", Long.class),
                rs.getInt("round"),
                rs.getInt("n"),
                rs.getInt("pages"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp t) {
        return t == null ? null : t.toInstant();
    }
}
