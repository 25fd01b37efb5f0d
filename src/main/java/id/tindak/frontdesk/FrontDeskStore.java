package id.tindak.frontdesk;

import static java.util.Arrays.asList;

import id.tindak.base.web.Signed;
import id.tindak.register.Field;
import id.tindak.register.HandEntries;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FrontDeskStore {

    private final JdbcClient db;

    FrontDeskStore(JdbcClient db) {
        this.db = db;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the same form came before */
    void insert(Signed me, long id, Incoming in, Instant now, @Nullable Long complaint) {
        db.sql("""
                insert into counter_entry (agency_id, id, submission_key, way, happened_at, entered_at, entered_by, received_by, complaint_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(asList(
                        me.agencyId(),
                        id,
                        in.key(),
                        in.way().name(),
                        Timestamp.from(in.at()),
                        Timestamp.from(now),
                        me.officerId(),
                        in.receivedBy(),
                        complaint))
                .update();
    }

    Optional<Long> bySubmission(int agencyId, String key) {
        return db.sql("select id from counter_entry where agency_id = ? and submission_key = ?")
                .params(agencyId, key)
                .query((rs, i) -> rs.getLong(1))
                .optional();
    }

    void books(int agencyId, long id, List<HandEntries.Entered> entered) {
        for (HandEntries.Entered e : entered)
            db.sql("insert into counter_entry_book (agency_id, entry_id, book, year, number) values (?, ?, ?, ?, ?)")
                    .params(agencyId, id, e.book(), e.year(), e.number())
                    .update();
    }

    private static final String ENTRIES = """
            select e.id, e.way, e.happened_at, e.entered_at, e.entered_by, e.received_by, e.complaint_id, c.public_number, c.code_rotation,
                b.books, b.fields, k.number as blank, k.year as blank_year
            from counter_entry e
            left join complaint c on c.agency_id = e.agency_id and c.id = e.complaint_id
            left join blank_receipt k on k.agency_id = e.agency_id and k.entry_id = e.id
            cross join lateral (
                select array_agg(distinct array[x.book, x.year::text, x.number::text, y.printed]) as books,
                    array_agg(array[x.book, f.field, f.value]) filter (where f.field is not null) as fields
                from counter_entry_book x
                join book_entry y on y.agency_id = x.agency_id and y.book = x.book and y.year = x.year and y.number = x.number
                left join book_field f on f.agency_id = x.agency_id and f.book = x.book and f.year = x.year and f.number = x.number
                where x.agency_id = e.agency_id and x.entry_id = e.id) b
            where e.agency_id = :agency
            """;

    /** Newest first. */
    List<CounterEntry> since(int agencyId, Instant from, int limit) {
        return db.sql(ENTRIES + " and e.entered_at >= :from order by e.entered_at desc, e.id desc limit :limit")
                .param("agency", agencyId)
                .param("from", Timestamp.from(from))
                .param("limit", limit)
                .query(FrontDeskStore::entry)
                .list();
    }

    Optional<CounterEntry> find(int agencyId, long id) {
        return db.sql(ENTRIES + " and e.id = :id")
                .param("agency", agencyId)
                .param("id", id)
                .query(FrontDeskStore::entry)
                .optional();
    }

    /** Printed numbers of entries of the agenda with this letter number from this sender that no complaint stands behind. */
    List<String> agendaOfLetter(int agencyId, String letterNumber, String sender, int sinceYear) {
        return db.sql("""
                select distinct e.printed from book_field n
                join book_entry e on e.agency_id = n.agency_id and e.book = n.book and e.year = n.year and e.number = n.number
                join book_field s on s.agency_id = n.agency_id and s.book = n.book and s.year = n.year and s.number = n.number
                where n.agency_id = :agency and n.book = 'buku-agenda' and n.field = 'nomor_surat' and lower(n.value) = lower(:number)
                    and s.field in ('nama', 'asal') and lower(s.value) = lower(:sender)
                    and e.complaint_id is null and e.cancelled_at is null and n.year >= :year
                limit 5
                """)
                .param("agency", agencyId)
                .param("number", letterNumber)
                .param("sender", sender)
                .param("year", sinceYear)
                .query((rs, i) -> rs.getString(1))
                .list();
    }

    /** Takes the number for this entry; false when it was never printed, is used or spoilt. */
    boolean use(int agencyId, BlankNumber blank, long entry) {
        return db.sql("""
                update blank_receipt set entry_id = ?
                where agency_id = ? and year = ? and number = ? and entry_id is null and spoilt_at is null
                """).params(entry, agencyId, blank.year(), blank.number()).update() == 1;
    }

    private static CounterEntry entry(ResultSet rs, int i) throws SQLException {
        return new CounterEntry(
                rs.getLong("id"),
                Way.valueOf(rs.getString("way")),
                rs.getTimestamp("happened_at").toInstant(),
                rs.getTimestamp("entered_at").toInstant(),
                rs.getLong("entered_by"),
                rs.getLong("received_by"),
                (Long) rs.getObject("complaint_id"),
                rs.getString("public_number"),
                rs.getInt("code_rotation"),
                places(rs.getArray("books")),
                fields(rs.getArray("fields")),
                rs.getObject("blank") == null ? null : new BlankNumber(rs.getInt("blank_year"), rs.getInt("blank")));
    }

    private static List<HandEntries.Entered> places(@Nullable Array array) throws SQLException {
        List<HandEntries.Entered> all = new ArrayList<>();
        if (array == null) return all;
        for (String[] b : (String[][]) array.getArray())
            all.add(new HandEntries.Entered(b[0], Integer.parseInt(b[1]), Integer.parseInt(b[2]), b[3]));
        return all;
    }

    /** The agenda says more of a letter than the guest book. */
    private static Map<Field, String> fields(@Nullable Array array) throws SQLException {
        Map<Field, String> all = new EnumMap<>(Field.class);
        if (array == null) return all;
        for (String[] f : (String[][]) array.getArray()) {
            Field field = Field.valueOf(f[1].toUpperCase(Locale.ROOT));
            if (f[0].equals("buku-agenda")) all.put(field, f[2]);
            else all.putIfAbsent(field, f[2]);
        }
        return all;
    }
}
