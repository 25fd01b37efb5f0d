package id.tindak.register;

import static java.util.Arrays.asList;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BookStore {

    private final JdbcClient db;

    BookStore(JdbcClient db) {
        this.db = db;
    }

    /** The books that the agency named itself. */
    List<Book> books(int agencyId) {
        return db.sql("""
                select key, kind, name, template, classification, unit, code from book where agency_id = ? order by name, key
                """)
                .param(agencyId)
                .query((rs, i) -> new Book(
                        rs.getString("key"),
                        BookKind.valueOf(rs.getString("kind")),
                        rs.getString("name"),
                        NumberTemplate.parse(rs.getString("template")),
                        rs.getString("classification"),
                        rs.getString("unit"),
                        rs.getString("code")))
                .list();
    }

    void store(int agencyId, Book b) {
        db.sql("""
                insert into book (agency_id, key, kind, name, template, classification, unit, code) values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (agency_id, key) do update set name = excluded.name, template = excluded.template,
                    classification = excluded.classification, unit = excluded.unit, code = excluded.code
                """)
                .params(
                        agencyId,
                        b.key(),
                        b.kind().name(),
                        b.name(),
                        b.template().toString(),
                        b.classification(),
                        b.unit(),
                        b.code())
                .update();
    }

    /**
     * @param number null when the book is closed for that year, or the entry stands there already
     * @param known it stands there already: the step that asked for it was done before
     */
    record Next(@Nullable Integer number, boolean known) {}

    /** Takes the next number and holds the counter until the transaction ends. */
    Next next(int agencyId, String book, int year, NewEntry e) {
        NewEntry.Asked asked = e.asked();
        return db.sql("""
                with known as (
                    select number from book_entry
                    where agency_id = :agency and complaint_id = :complaint::bigint and book = :book and step = :step::text
                        and round = :round::int and addressee is not distinct from :addressee::text and cancelled_at is null limit 1
                ), given as (
                    insert into book_counter (agency_id, book, year, last)
                    select :agency, :book, :year, 1 where not exists (select from known)
                    on conflict (agency_id, book, year) do update set last = book_counter.last + 1 where not book_counter.closed
                    returning last
                )
                select (select last from given) as last, exists (select from known) as known
                """)
                .param("agency", agencyId)
                .param("book", book)
                .param("year", year)
                .param("complaint", e.complaintId())
                .param("step", asked == null ? null : asked.step())
                .param("round", asked == null ? null : asked.round())
                .param("addressee", asked == null ? null : asked.addressee())
                .query((rs, i) -> new Next((Integer) rs.getObject("last"), rs.getBoolean("known")))
                .single();
    }

    void insert(
            int agencyId,
            String book,
            int year,
            int number,
            String printed,
            NewEntry e,
            Instant now,
            @Nullable Long officer) {
        NewEntry.Asked asked = e.asked();
        db.sql("""
                with entry as (
                    insert into book_entry (agency_id, book, year, number, printed, complaint_id, step, round, addressee, submission_key,
                        happened_at, entered_at, entered_by, external_number)
                    values (:agency, :book, :year, :number, :printed, :complaint, :step, :round, :addressee, :key, :happened, :entered, :officer,
                        :external)
                )
                insert into book_field (agency_id, book, year, number, field, value)
                select :agency, :book, :year, :number, f.field, f.value from unnest(:fields, :values) as f (field, value)
                where f.value <> ''
                """)
                .param("agency", agencyId)
                .param("book", book)
                .param("year", year)
                .param("number", number)
                .param("printed", printed)
                .param("complaint", e.complaintId())
                .param("step", asked == null ? null : asked.step())
                .param("round", asked == null ? null : asked.round())
                .param("addressee", asked == null ? null : asked.addressee())
                .param("key", e.submissionKey())
                .param("happened", Timestamp.from(e.happenedAt()))
                .param("entered", Timestamp.from(now))
                .param("officer", officer)
                .param("external", e.externalNumber())
                .param("fields", e.fields().keySet().stream().map(Field::key).toArray(String[]::new))
                .param("values", e.fields().values().toArray(String[]::new))
                .update();
    }

    Optional<Written.Done> bySubmission(int agencyId, String submissionKey) {
        return db.sql("select year, number, printed from book_entry where agency_id = ? and submission_key = ?")
                .params(agencyId, submissionKey)
                .query((rs, i) -> new Written.Done(rs.getInt("year"), rs.getInt("number"), rs.getString("printed")))
                .optional();
    }

    /** All years of all books that have begun or are closed, newest first. */
    List<BookYear> years(int agencyId) {
        return db.sql("""
                select c.book, c.year, c.last, c.closed, (select count(*) from book_entry e where e.agency_id = c.agency_id
                    and e.book = c.book and e.year = c.year and e.cancelled_at is not null) as cancelled
                from book_counter c where c.agency_id = ? order by c.year desc, c.book
                """)
                .param(agencyId)
                .query((rs, i) -> new BookYear(
                        rs.getString("book"),
                        rs.getInt("year"),
                        rs.getInt("last"),
                        rs.getInt("cancelled"),
                        rs.getBoolean("closed")))
                .list();
    }

    private static final String ENTRIES = """
            select e.book, e.year, e.number, e.printed, e.complaint_id, e.happened_at, e.entered_at, e.entered_by, e.external_number,
                e.cancelled_at, e.cancelled_by, e.cancel_reason, f.fields, r.corrections, h.ended_at, o.letters
            from book_entry e
            cross join lateral (select array_agg(array[x.field, x.value]) as fields from book_field x
                where x.agency_id = e.agency_id and x.book = e.book and x.year = e.year and x.number = e.number) f
            cross join lateral (select array_agg(array[x.field, x.old_value, x.reason,
                    (extract(epoch from x.at) * 1000000)::bigint::text, x.officer_id::text] order by x.id) as corrections
                from book_correction x
                where x.agency_id = e.agency_id and x.book = e.book and x.year = e.year and x.number = e.number) r
            left join lateral (select x.ended_at from handling x
                where x.agency_id = e.agency_id and x.complaint_id = e.complaint_id order by x.round desc limit 1) h on true
            left join lateral (select string_agg(coalesce(x.external_number, x.printed), ', ' order by x.entered_at, x.number) as letters
                from book_entry x where x.agency_id = e.agency_id and x.complaint_id = e.complaint_id and x.book = any (:outgoing)
                    and x.cancelled_at is null and e.book <> all (:outgoing)) o on true
            where e.agency_id = :agency and e.book = :book and e.year = :year
            """;

    /**
     * Entries of one year, newest first. Searched are numbers; fields only where no case is behind them that could be hidden from the
     * asking officer, and of a case's entries nothing that is personal.
     */
    List<Entry> page(int agencyId, long officerId, Shelf shelf, Filter filter, int before, int limit) {
        return db.sql(ENTRIES + """
                    and e.number < :before
                    and (:from::timestamptz is null or e.happened_at >= :from) and (:to::timestamptz is null or e.happened_at < :to)
                    and (not :cancelled or e.cancelled_at is not null)
                    and (:words = '' or strpos(lower(e.printed), :words) > 0 or strpos(lower(coalesce(e.external_number, '')), :words) > 0
                        or exists (select from book_field x
                            where x.agency_id = e.agency_id and x.book = e.book and x.year = e.year and x.number = e.number
                                and strpos(lower(x.value), :words) > 0
                                and (e.complaint_id is null or x.field <> all (:personal) and not exists (
                                    select from complaint c where c.agency_id = e.agency_id and c.id = e.complaint_id and c.privacy = 'RAHASIA')
                                    and not exists (select from exclusion n where n.agency_id = e.agency_id
                                        and n.complaint_id = e.complaint_id and n.officer_id = :officer))))
                order by e.number desc limit :limit
                """)
                .param("agency", agencyId)
                .param("officer", officerId)
                .param("book", shelf.book().key())
                .param("year", shelf.year())
                .param("outgoing", shelf.outgoing())
                .param("before", before)
                .param("from", timestamp(filter.from()))
                .param("to", timestamp(filter.to()))
                .param("cancelled", filter.cancelled())
                .param("words", filter.words())
                .param("personal", Filter.PERSONAL)
                .param("limit", limit)
                .query(BookStore::entry)
                .list();
    }

    Optional<Entry> entry(int agencyId, Shelf shelf, int number) {
        return db.sql(ENTRIES + " and e.number = :number")
                .param("agency", agencyId)
                .param("book", shelf.book().key())
                .param("year", shelf.year())
                .param("outgoing", shelf.outgoing())
                .param("number", number)
                .query(BookStore::entry)
                .optional();
    }

    /** Locks the entry until the transaction ends. */
    void lock(int agencyId, String book, int year, int number) {
        db.sql("""
                select number from book_entry where agency_id = ? and book = ? and year = ? and number = ? for no key update
                """)
                .params(agencyId, book, year, number)
                .query((rs, i) -> rs.getInt(1))
                .list();
    }

    /** @param value what the column holds, empty where nothing does */
    record Told(Place at, String printed, String value) {}

    /** What the books say of a case in this column, cancelled entries left out; in the order of the books' names. */
    List<Told> told(int agencyId, long complaintId, Field field) {
        return db.sql("""
                select e.book, e.year, e.number, e.printed, coalesce(f.value, '') as value from book_entry e
                left join book_field f on f.agency_id = e.agency_id and f.book = e.book and f.year = e.year and f.number = e.number
                    and f.field = :field
                where e.agency_id = :agency and e.complaint_id = :complaint and e.cancelled_at is null
                order by e.book, e.year, e.number for no key update of e
                """)
                .param("field", field.key())
                .param("agency", agencyId)
                .param("complaint", complaintId)
                .query((rs, i) -> new Told(
                        new Place(rs.getString("book"), rs.getInt("year"), rs.getInt("number")),
                        rs.getString("printed"),
                        rs.getString("value")))
                .list();
    }

    /** Keeps what stood there. */
    void correction(int agencyId, long id, Place at, Entry.Correction c) {
        db.sql("""
                insert into book_correction (agency_id, id, book, year, number, field, old_value, reason, at, officer_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        agencyId,
                        id,
                        at.book(),
                        at.year(),
                        at.number(),
                        c.field(),
                        c.old(),
                        c.reason(),
                        Timestamp.from(c.at()),
                        c.by())
                .update();
    }

    void field(int agencyId, Place at, Field field, String value) {
        db.sql("""
                insert into book_field (agency_id, book, year, number, field, value) values (?, ?, ?, ?, ?, ?)
                on conflict (agency_id, book, year, number, field) do update set value = excluded.value
                """)
                .params(agencyId, at.book(), at.year(), at.number(), field.key(), value)
                .update();
    }

    /** Words of the entries of a case, and what stood there before corrections. */
    void erase(int agencyId, long complaintId) {
        db.sql("""
                with entry as (
                    select book, year, number from book_entry where agency_id = :agency and complaint_id = :complaint
                ), corrected as (
                    update book_correction c set old_value = '' from entry e
                    where c.agency_id = :agency and c.book = e.book and c.year = e.year and c.number = e.number
                )
                update book_field f set value = '' from entry e
                where f.agency_id = :agency and f.book = e.book and f.year = e.year and f.number = e.number and f.field = any (:words)
                """)
                .param("agency", agencyId)
                .param("complaint", complaintId)
                .param("words", Field.OF_PEOPLE)
                .update();
    }

    void time(int agencyId, Entry e, Instant happenedAt) {
        db.sql("update book_entry set happened_at = ? where agency_id = ? and book = ? and year = ? and number = ?")
                .params(Timestamp.from(happenedAt), agencyId, e.book(), e.year(), e.number())
                .update();
    }

    void externalNumber(int agencyId, Entry e, @Nullable String external) {
        db.sql("update book_entry set external_number = ? where agency_id = ? and book = ? and year = ? and number = ?")
                .params(asList(external, agencyId, e.book(), e.year(), e.number()))
                .update();
    }

    void cancel(int agencyId, Entry e, Entry.Cancelled c) {
        db.sql("""
                update book_entry set cancelled_at = ?, cancelled_by = ?, cancel_reason = ?
                where agency_id = ? and book = ? and year = ? and number = ? and cancelled_at is null
                """)
                .params(Timestamp.from(c.at()), c.by(), c.reason(), agencyId, e.book(), e.year(), e.number())
                .update();
    }

    /** Shuts the counter for ever and answers the last number; empty when it was shut before. */
    Optional<Integer> shut(int agencyId, String book, int year) {
        return db.sql("""
                insert into book_counter (agency_id, book, year, last, closed) values (?, ?, ?, 0, true)
                on conflict (agency_id, book, year) do update set closed = true where not book_counter.closed
                returning last
                """)
                .params(agencyId, book, year)
                .query((rs, i) -> rs.getInt(1))
                .optional();
    }

    void insert(int agencyId, Closing c) {
        db.sql("""
                insert into book_closing (agency_id, book, year, closed_on, last, first_signer, second_signer, at, officer_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        agencyId,
                        c.book(),
                        c.year(),
                        c.closedOn(),
                        c.last(),
                        c.firstSigner(),
                        c.secondSigner(),
                        Timestamp.from(c.at()),
                        c.officerId())
                .update();
    }

    Optional<Closing> closing(int agencyId, String book, int year) {
        return db.sql("""
                select book, year, closed_on, last, first_signer, second_signer, at, officer_id from book_closing
                where agency_id = ? and book = ? and year = ?
                """)
                .params(agencyId, book, year)
                .query((rs, i) -> new Closing(
                        rs.getString("book"),
                        rs.getInt("year"),
                        rs.getObject("closed_on", java.time.LocalDate.class),
                        rs.getInt("last"),
                        rs.getString("first_signer"),
                        rs.getString("second_signer"),
                        rs.getTimestamp("at").toInstant(),
                        rs.getLong("officer_id")))
                .optional();
    }

    private static Entry entry(ResultSet rs, int i) throws SQLException {
        return new Entry(
                rs.getString("book"),
                rs.getInt("year"),
                rs.getInt("number"),
                rs.getString("printed"),
                (Long) rs.getObject("complaint_id"),
                rs.getTimestamp("happened_at").toInstant(),
                rs.getTimestamp("entered_at").toInstant(),
                (Long) rs.getObject("entered_by"),
                rs.getString("external_number"),
                cancelled(rs),
                fields(rs.getArray("fields")),
                corrections(rs.getArray("corrections")),
                rs.getTimestamp("ended_at") == null
                        ? null
                        : rs.getTimestamp("ended_at").toInstant(),
                rs.getString("letters") == null ? "" : rs.getString("letters"));
    }

    private static Entry.@Nullable Cancelled cancelled(ResultSet rs) throws SQLException {
        Timestamp at = rs.getTimestamp("cancelled_at");
        return at == null
                ? null
                : new Entry.Cancelled(at.toInstant(), rs.getLong("cancelled_by"), rs.getString("cancel_reason"));
    }

    private static Map<Field, String> fields(@Nullable Array array) throws SQLException {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        if (array == null) return fields;
        for (String[] f : (String[][]) array.getArray())
            fields.put(Field.valueOf(f[0].toUpperCase(java.util.Locale.ROOT)), f[1]);
        return fields;
    }

    private static List<Entry.Correction> corrections(@Nullable Array array) throws SQLException {
        List<Entry.Correction> all = new ArrayList<>();
        if (array == null) return all;
        for (String[] c : (String[][]) array.getArray())
            all.add(new Entry.Correction(c[0], c[1], c[2], micros(c[3]), Long.parseLong(c[4])));
        return all;
    }

    private static Instant micros(String text) {
        return Instant.EPOCH.plus(Long.parseLong(text), java.time.temporal.ChronoUnit.MICROS);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
