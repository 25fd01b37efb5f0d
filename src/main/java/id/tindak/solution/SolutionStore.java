package id.tindak.solution;

import id.tindak.complaint.SearchTerms;
import id.tindak.complaint.SearchWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SolutionStore {

    /** So many of the newest finds are ranked (RULES.md, Search). */
    private static final int NEWEST = 200;

    private static final String COLUMNS = """
            n.id, n.question, n.answer, n.basis, n.category, n.valid_until, n.complaint_id, n.made_by, n.made_at, n.written_by,
            n.written_at, n.approved_by, n.approved_at, n.withdrawn_by, n.withdrawn_at, n.withdraw_reason, n.uses, n.version
            """;

    /** {@link SolutionNote#state} once more, for choosing rows. */
    private static final String STATE = """
            case when n.withdrawn_at is not null then 'ditarik' when n.valid_until < :today then 'kedaluwarsa'
                when n.approved_at is null then 'menunggu' else 'berlaku' end
            """;

    private final JdbcClient db;

    SolutionStore(JdbcClient db) {
        this.db = db;
    }

    void insert(int agencyId, SolutionNote n, byte[] salt) {
        texts(db.sql("""
                        insert into solution_note (agency_id, id, question, answer, basis, category, valid_until, complaint_id, made_by,
                            made_at, written_by, written_at, salt, words, question_words, spelling)
                        values (:agency, :id, :question, :answer, :basis, :category, :until, :complaint, :by, :at, :by, :at, :salt,
                            array_to_tsvector(:words), array_to_tsvector(:questionWords), :spelling)
                        """), n.text())
                .param("agency", agencyId)
                .param("id", n.id())
                .param("complaint", n.complaintId(), Types.BIGINT)
                .param("by", n.made().by())
                .param("at", Timestamp.from(n.made().at()))
                .param("salt", salt)
                .update();
    }

    /** The newest note that this officer wrote since then with these very words: the same form sent twice. */
    Optional<Long> written(int agencyId, long officerId, SolutionNote.Text t, Instant since) {
        return db.sql("""
                select id from solution_note
                where agency_id = ? and made_by = ? and made_at >= ? and question = ? and answer = ? and basis = ? and withdrawn_at is null
                order by id desc limit 1
                """)
                .params(agencyId, officerId, Timestamp.from(since), t.question(), t.answer(), t.basis())
                .query((rs, i) -> rs.getLong(1))
                .optional();
    }

    /** A changed text waits for its approval anew. False when somebody else has changed the note meanwhile. */
    boolean change(int agencyId, long id, int version, SolutionNote.Text text, SolutionNote.Act written) {
        return texts(db.sql("""
                        update solution_note set question = :question, answer = :answer, basis = :basis, category = :category,
                            valid_until = :until, words = array_to_tsvector(:words), question_words = array_to_tsvector(:questionWords),
                            spelling = :spelling, written_by = :by, written_at = :at, approved_by = null, approved_at = null,
                            version = version + 1
                        where agency_id = :agency and id = :id and version = :version and withdrawn_at is null
                        """), text)
                        .param("agency", agencyId)
                        .param("id", id)
                        .param("version", version)
                        .param("by", written.by())
                        .param("at", Timestamp.from(written.at()))
                        .update()
                == 1;
    }

    boolean approve(int agencyId, long id, int version, SolutionNote.Act approved) {
        return db.sql("""
                update solution_note set approved_by = ?, approved_at = ?, version = version + 1
                where agency_id = ? and id = ? and version = ? and withdrawn_at is null and approved_at is null
                """)
                        .params(approved.by(), Timestamp.from(approved.at()), agencyId, id, version)
                        .update()
                == 1;
    }

    boolean withdraw(int agencyId, long id, SolutionNote.Withdrawn w) {
        return db.sql("""
                update solution_note set withdrawn_by = ?, withdrawn_at = ?, withdraw_reason = ?, version = version + 1
                where agency_id = ? and id = ? and withdrawn_at is null
                """)
                        .params(w.by(), Timestamp.from(w.at()), w.reason(), agencyId, id)
                        .update()
                == 1;
    }

    void used(int agencyId, long id) {
        db.sql("update solution_note set uses = uses + 1 where agency_id = ? and id = ?")
                .params(agencyId, id)
                .update();
    }

    Optional<SolutionNote> byId(int agencyId, long id) {
        return db.sql("select " + COLUMNS + " from solution_note n where n.agency_id = ? and n.id = ?")
                .params(agencyId, id)
                .query(SolutionStore::note)
                .optional();
    }

    byte[] salt(int agencyId, long id) {
        return db.sql("select salt from solution_note where agency_id = ? and id = ?")
                .params(agencyId, id)
                .query((rs, i) -> rs.getBytes("salt"))
                .single();
    }

    /** Newest first, below this id. */
    List<SolutionNote> list(int agencyId, SolutionNote.State state, LocalDate today, long before, int limit) {
        return db.sql("select " + COLUMNS + " from solution_note n where n.agency_id = :agency and n.id < :before and "
                        + STATE + " = :state order by n.id desc limit :limit")
                .param("agency", agencyId)
                .param("before", before)
                .param("today", today)
                .param("state", state.word())
                .param("limit", limit)
                .query(SolutionStore::note)
                .list();
    }

    /**
     * Best first. A term counts 1 when it or a synonym stands in the question, 0.75 when it is nearly spelt like a word of it, 0.4 when
     * it stands in the answer or the legal basis; the same category counts 0.5.
     *
     * @param least what a note must reach
     */
    List<SolutionNote> search(
            int agencyId,
            SolutionNote.State state,
            LocalDate today,
            SearchTerms terms,
            @Nullable String category,
            double least,
            int limit) {
        String[] near = terms.terms().stream().map(SearchTerms.Term::near).toArray(String[]::new);
        return db.sql("""
                        with hit as materialized (
                            select n.* from solution_note n
                            where n.agency_id = :agency and {state} = :state
                                and (n.words @@ :any::tsquery or n.spelling %> any (array_remove(:near, '')))
                            order by n.id desc limit :newest
                        )
                        select {columns} from hit n
                        cross join lateral (
                            select case when n.category = :category then 0.5 else 0 end + coalesce(sum(case
                                when n.question_words @@ t.query::tsquery then 1
                                when t.near <> '' and word_similarity(t.near, n.spelling) >= 0.6 then 0.75
                                when n.words @@ t.query::tsquery then 0.4 else 0 end), 0) as score
                            from unnest(:queries, :near) as t (query, near)) s
                        where s.score >= :least
                        order by s.score desc, n.uses desc, n.id desc limit :limit
                        """.replace("{state}", STATE).replace("{columns}", COLUMNS))
                .param("agency", agencyId)
                .param("state", state.word())
                .param("today", today)
                .param("any", terms.any())
                .param(
                        "queries",
                        terms.terms().stream().map(SearchTerms.Term::query).toArray(String[]::new))
                .param("near", near)
                .param("category", category, Types.VARCHAR)
                .param("least", least)
                .param("newest", NEWEST)
                .param("limit", limit)
                .query(SolutionStore::note)
                .list();
    }

    private static JdbcClient.StatementSpec texts(JdbcClient.StatementSpec sql, SolutionNote.Text t) {
        return sql.param("question", t.question())
                .param("answer", t.answer())
                .param("basis", t.basis())
                .param("category", t.category(), Types.VARCHAR)
                .param("until", t.validUntil(), Types.DATE)
                .param("words", SearchWords.of(t.question(), t.answer(), t.basis()))
                .param("questionWords", SearchWords.of(t.question()))
                .param(
                        "spelling",
                        String.join(" ", SearchWords.ofPerson(t.question().toLowerCase(Locale.ROOT))));
    }

    private static SolutionNote note(ResultSet rs, int i) throws SQLException {
        Instant withdrawn = instant(rs, "withdrawn_at");
        Instant approved = instant(rs, "approved_at");
        return new SolutionNote(
                rs.getLong("id"),
                new SolutionNote.Text(
                        rs.getString("question"),
                        rs.getString("answer"),
                        rs.getString("basis"),
                        rs.getString("category"),
                        rs.getObject("valid_until", LocalDate.class)),
                new SolutionNote.Act(
                        rs.getLong("made_by"), rs.getTimestamp("made_at").toInstant()),
                new SolutionNote.Act(
                        rs.getLong("written_by"), rs.getTimestamp("written_at").toInstant()),
                approved == null ? null : new SolutionNote.Act(rs.getLong("approved_by"), approved),
                withdrawn == null
                        ? null
                        : new SolutionNote.Withdrawn(
                                rs.getLong("withdrawn_by"), withdrawn, rs.getString("withdraw_reason")),
                (Long) rs.getObject("complaint_id"),
                rs.getInt("uses"),
                rs.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp t = rs.getTimestamp(column);
        return t == null ? null : t.toInstant();
    }
}
