package id.tindak.publication;

import id.tindak.calendar.TimeStandard;
import id.tindak.complaint.SearchWords;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PublicationStore {

    /** So many of the newest finds are looked at (RULES.md, Search). */
    private static final int NEWEST = 200;

    private static final String STANDS =
            "p.agency_id = :agency and p.published_at is not null and p.withdrawn_at is null\n";

    private static final String SHOWN = """
            p.complaint_id, c.public_number, p.kind, p.category, p.unit_id, p.district, p.shown_title, p.shown_complaint, p.shown_answer,
            p.received_at, p.answered_at, p.published_at, p.standard, p.remaining_seconds, p.reopened_at, p.followers
            from publication p join complaint c on c.agency_id = p.agency_id and c.id = p.complaint_id
            """;

    private final JdbcClient db;

    PublicationStore(JdbcClient db) {
        this.db = db;
    }

    Publication find(int agencyId, long complaintId) {
        return db.sql("""
                select title, complaint, answer, left_open, shown_title, shown_complaint, shown_answer, version, worded_by, worded_at,
                    published_by, published_at, withdrawn_why, withdrawn_by, withdrawn_at
                from publication where agency_id = ? and complaint_id = ?
                """)
                .params(agencyId, complaintId)
                .query(PublicationStore::publication)
                .optional()
                .orElse(Publication.NONE);
    }

    /** The salt of its fingerprints, made when it is first asked for. */
    byte[] salt(int agencyId, long complaintId, byte[] fresh) {
        return db.sql("""
                insert into publication (agency_id, complaint_id, salt) values (?, ?, ?)
                on conflict (agency_id, complaint_id) do update set salt = publication.salt returning salt
                """)
                .params(agencyId, complaintId, fresh)
                .query((rs, i) -> rs.getBytes(1))
                .single();
    }

    /** False when somebody else worded it meanwhile. */
    boolean word(int agencyId, long complaintId, int version, Wording w, Publication.Shown shown, Publication.Act act) {
        return db.sql("""
                update publication set title = :title, complaint = :complaint, answer = :answer, left_open = :open, shown_title = :sTitle,
                    shown_complaint = :sComplaint, shown_answer = :sAnswer, words = array_to_tsvector(:words), worded_by = :by, worded_at = :at,
                    version = version + 1
                where agency_id = :agency and complaint_id = :id and version = :version
                """)
                        .param("agency", agencyId)
                        .param("id", complaintId)
                        .param("version", version)
                        .param("title", w.title())
                        .param("complaint", w.complaint())
                        .param("answer", w.answer())
                        .param("open", w.open().toArray(String[]::new))
                        .param("sTitle", shown.title())
                        .param("sComplaint", shown.complaint())
                        .param("sAnswer", shown.answer())
                        .param("words", SearchWords.of(shown.title(), shown.complaint(), shown.answer()))
                        .param("by", act.by())
                        .param("at", Timestamp.from(act.at()))
                        .update()
                == 1;
    }

    /** The public reads it from now on, with the case's clock as it stands. Called behind the link that says so, when the case's rows are written. */
    void publish(int agencyId, long complaintId, Publication.Act act) {
        db.sql("""
                update publication p set published_at = :at, published_by = :by, withdrawn_at = null, withdrawn_by = null, withdrawn_why = null,
                    kind = c.kind, category = c.category, district = c.district, received_at = c.received_at, unit_id = h.target_unit_id,
                    answered_at = coalesce((select max(m.at) from message m where m.agency_id = c.agency_id and m.complaint_id = c.id
                        and m.kind = 'ANSWER'), :at),
                    standard = k.standard, remaining_seconds = k.remaining_seconds
                from complaint c
                join handling h on h.agency_id = c.agency_id and h.complaint_id = c.id and h.round = c.round
                left join clock k on k.agency_id = c.agency_id and k.complaint_id = c.id and k.round = c.round and k.kind = 'JANJI'
                    and k.stopped_at is not null
                where p.agency_id = :agency and p.complaint_id = :id and c.agency_id = p.agency_id and c.id = p.complaint_id
                """)
                .param("agency", agencyId)
                .param("id", complaintId)
                .param("by", act.by())
                .param("at", Timestamp.from(act.at()))
                .update();
    }

    /** Not to be read by the public any more, or at all; a row is made for a case that nobody worded. */
    void withdraw(int agencyId, long complaintId, Publication.Withdrawn w, byte[] fresh) {
        db.sql("""
                insert into publication (agency_id, complaint_id, salt, withdrawn_at, withdrawn_by, withdrawn_why)
                values (:agency, :id, :salt, :at, :by, :why)
                on conflict (agency_id, complaint_id) do update set withdrawn_at = excluded.withdrawn_at, withdrawn_by = excluded.withdrawn_by,
                    withdrawn_why = excluded.withdrawn_why
                """)
                .param("agency", agencyId)
                .param("id", complaintId)
                .param("salt", fresh)
                .param("at", Timestamp.from(w.at()))
                .param("by", w.by(), Types.BIGINT)
                .param("why", w.why().name())
                .update();
    }

    /** No longer held back. */
    void allow(int agencyId, long complaintId) {
        db.sql("""
                update publication set withdrawn_at = null, withdrawn_by = null, withdrawn_why = null
                where agency_id = ? and complaint_id = ? and withdrawn_why = 'PETUGAS' and published_at is null
                """).params(agencyId, complaintId).update();
    }

    /** Where it stands, it stands no more: the case has become confidential. */
    void hide(int agencyId, long complaintId, Instant at) {
        db.sql("""
                update publication set withdrawn_at = ?, withdrawn_by = null, withdrawn_why = 'RAHASIA'
                where agency_id = ? and complaint_id = ? and withdrawn_at is null
                """).params(Timestamp.from(at), agencyId, complaintId).update();
    }

    void reopened(int agencyId, long complaintId, Instant at) {
        db.sql(
                        "update publication set reopened_at = ? where agency_id = ? and complaint_id = ? and published_at is not null")
                .params(Timestamp.from(at), agencyId, complaintId)
                .update();
    }

    void categorised(int agencyId, long complaintId, @Nullable String category) {
        db.sql(
                        "update publication set category = :category where agency_id = :agency and complaint_id = :id and published_at is not null")
                .param("category", category, Types.VARCHAR)
                .param("agency", agencyId)
                .param("id", complaintId)
                .update();
    }

    /** All texts go, and with them what the public read. */
    void erase(int agencyId, long complaintId, Instant at) {
        db.sql("""
                update publication set title = '', complaint = '', answer = '', left_open = '{}', shown_title = '', shown_complaint = '',
                    shown_answer = '', words = ''::tsvector, salt = ''::bytea, district = null, withdrawn_at = coalesce(withdrawn_at, ?),
                    withdrawn_why = 'DIHAPUS'
                where agency_id = ? and complaint_id = ?
                """).params(Timestamp.from(at), agencyId, complaintId).update();
    }

    /** Newest first. */
    List<Published> list(int agencyId, PublicQuery q, int rows) {
        String[] words = SearchWords.of(q.words());
        PublicQuery.After after = q.after();
        StringBuilder sql = new StringBuilder();
        if (words.length > 0) sql.append("""
                    with hit as materialized (
                        select complaint_id from publication
                        where agency_id = :agency and words @@ :words::tsquery and published_at is not null and withdrawn_at is null
                        order by complaint_id desc limit :newest)
                    """);
        sql.append("select ").append(SHOWN).append("where ").append(STANDS);
        if (words.length > 0) sql.append("and p.complaint_id in (select complaint_id from hit)\n");
        if (q.category() != null) sql.append("and p.category = :category\n");
        if (q.unit() != null) sql.append("and p.unit_id = :unit\n");
        if (q.district() != null) sql.append("and p.district = :district\n");
        if (q.late() != null) sql.append(q.late() ? "and p.remaining_seconds < 0\n" : "and p.remaining_seconds >= 0\n");
        if (after != null)
            sql.append("and (p.published_at, p.complaint_id) < (:published::timestamptz, :id::bigint)\n");
        return db.sql(sql.append("order by p.published_at desc, p.complaint_id desc limit :rows")
                        .toString())
                .param("agency", agencyId)
                .param("words", SearchWords.query(words, " & "))
                .param("newest", NEWEST)
                .param("category", q.category(), Types.VARCHAR)
                .param("unit", q.unit(), Types.BIGINT)
                .param("district", q.district(), Types.VARCHAR)
                .param("published", after == null ? null : Timestamp.from(after.published()), Types.TIMESTAMP)
                .param("id", after == null ? null : after.id(), Types.BIGINT)
                .param("rows", rows)
                .query(PublicationStore::published)
                .list();
    }

    Optional<Published> item(int agencyId, String number) {
        return db.sql("select " + SHOWN + "where " + STANDS + "and c.public_number = :number")
                .param("agency", agencyId)
                .param("number", number)
                .query(PublicationStore::published)
                .optional();
    }

    /** Those that say nearly the same, best first. */
    List<Published> similar(int agencyId, String[] words, int rows) {
        return db.sql("""
                with hit as materialized (
                    select complaint_id, (select count(*) from unnest(:each::text[]) w where p.words @@ w::tsquery) as score
                    from publication p where {stands} and p.words @@ :any::tsquery
                    order by p.complaint_id desc limit :newest)
                select {shown} join hit on hit.complaint_id = p.complaint_id
                where p.agency_id = :agency and hit.score * 2 >= :words
                order by hit.score desc, p.complaint_id desc limit :rows
                """.replace("{stands}", STANDS).replace("{shown}", SHOWN))
                .param("agency", agencyId)
                .param("any", SearchWords.query(words, " | "))
                .param(
                        "each",
                        java.util.stream.Stream.of(words)
                                .map(w -> SearchWords.query(new String[] {w}, ""))
                                .toArray(String[]::new))
                .param("words", words.length)
                .param("newest", NEWEST)
                .param("rows", rows)
                .query(PublicationStore::published)
                .list();
    }

    /** When the first of those that stand was published. */
    Optional<Instant> first(int agencyId) {
        return db.sql("select p.published_at from publication p where " + STANDS
                        + "order by p.published_at, p.complaint_id limit 1")
                .param("agency", agencyId)
                .query((rs, i) -> rs.getTimestamp(1).toInstant())
                .optional();
    }

    /** Number, and when the public read it first. */
    record Stood(String number, Instant since) {}

    List<Stood> between(int agencyId, Instant from, Instant to, int rows) {
        return db.sql("""
                select c.public_number, p.published_at from publication p
                join complaint c on c.agency_id = p.agency_id and c.id = p.complaint_id
                where {stands} and p.published_at >= :from and p.published_at < :to
                order by p.published_at desc, p.complaint_id desc limit :rows
                """.replace("{stands}", STANDS))
                .param("agency", agencyId)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("rows", rows)
                .query((rs, i) -> new Stood(rs.getString(1), rs.getTimestamp(2).toInstant()))
                .list();
    }

    /** False when this browser said so before. */
    boolean follow(int agencyId, long complaintId, byte[] fingerprint, LocalDate day) {
        return db.sql("""
                with said as (
                    insert into publication_follower (agency_id, complaint_id, fingerprint, since) values (:agency, :id, :who, :day)
                    on conflict do nothing returning 1)
                update publication set followers = followers + 1
                where agency_id = :agency and complaint_id = :id and exists (select from said)
                """)
                        .param("agency", agencyId)
                        .param("id", complaintId)
                        .param("who", fingerprint)
                        .param("day", day)
                        .update()
                == 1;
    }

    Optional<Figures> figures(int agencyId, int year) {
        return db.sql("""
                select year, counted_at, received, published, timed, on_time, reopened from publication_figures
                where agency_id = ? and year = ?
                """)
                .params(agencyId, year)
                .query((rs, i) -> new Figures(
                        rs.getInt(1),
                        rs.getTimestamp(2).toInstant(),
                        rs.getInt(3),
                        rs.getInt(4),
                        rs.getInt(5),
                        rs.getInt(6),
                        rs.getInt(7)))
                .optional();
    }

    /** @param firstId no complaint that came in the year has a smaller id; {@code lastId} none a greater one */
    void count(int agencyId, int year, long firstId, long lastId, Instant now) {
        db.sql("""
                insert into publication_figures (agency_id, year, counted_at, received, published, timed, on_time, reopened)
                select :agency, :year, :now, count(*), count(p.published_at),
                    count(*) filter (where p.remaining_seconds is not null),
                    count(*) filter (where p.remaining_seconds >= 0 and p.reopened_at is null),
                    count(*) filter (where p.reopened_at is not null)
                from complaint c
                left join publication p on p.agency_id = c.agency_id and p.complaint_id = c.id and p.published_at is not null
                    and p.withdrawn_at is null
                where c.agency_id = :agency and c.id >= :first and c.id < :last
                on conflict (agency_id, year) do update set counted_at = excluded.counted_at, received = excluded.received,
                    published = excluded.published, timed = excluded.timed, on_time = excluded.on_time, reopened = excluded.reopened
                """)
                .param("agency", agencyId)
                .param("year", year)
                .param("first", firstId)
                .param("last", lastId)
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Publication publication(ResultSet rs, int i) throws SQLException {
        Instant worded = instant(rs, "worded_at");
        Instant published = instant(rs, "published_at");
        Instant withdrawn = instant(rs, "withdrawn_at");
        Array open = rs.getArray("left_open");
        return new Publication(
                worded == null
                        ? null
                        : new Wording(
                                rs.getString("title"), rs.getString("complaint"), rs.getString("answer"), Set.of((String
                                                [])
                                        open.getArray())),
                new Publication.Shown(
                        rs.getString("shown_title"), rs.getString("shown_complaint"), rs.getString("shown_answer")),
                rs.getInt("version"),
                worded == null ? null : new Publication.Act(rs.getLong("worded_by"), worded),
                published == null ? null : new Publication.Act(rs.getLong("published_by"), published),
                withdrawn == null
                        ? null
                        : new Publication.Withdrawn(
                                Publication.Why.valueOf(rs.getString("withdrawn_why")),
                                (Long) rs.getObject("withdrawn_by"),
                                withdrawn));
    }

    private static Published published(ResultSet rs, int i) throws SQLException {
        String standard = rs.getString("standard");
        Long left = (Long) rs.getObject("remaining_seconds");
        return new Published(
                rs.getLong("complaint_id"),
                rs.getString("public_number"),
                rs.getString("kind"),
                rs.getString("category"),
                (Long) rs.getObject("unit_id"),
                rs.getString("district"),
                rs.getString("shown_title"),
                rs.getString("shown_complaint"),
                rs.getString("shown_answer"),
                rs.getTimestamp("received_at").toInstant(),
                rs.getTimestamp("answered_at").toInstant(),
                rs.getTimestamp("published_at").toInstant(),
                standard == null ? null : TimeStandard.parse(standard),
                left == null ? null : Duration.ofSeconds(left),
                instant(rs, "reopened_at"),
                rs.getInt("followers"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp t = rs.getTimestamp(column);
        return t == null ? null : t.toInstant();
    }
}
