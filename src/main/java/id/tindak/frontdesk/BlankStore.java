package id.tindak.frontdesk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BlankStore {

    private final JdbcClient db;

    BlankStore(JdbcClient db) {
        this.db = db;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody took the same numbers at that moment */
    List<BlankNumber> next(int agencyId, int year, int count, Instant now, long officer) {
        return db.sql("""
                insert into blank_receipt (agency_id, year, number, printed_at, printed_by)
                select :agency, :year, l.number + g, :now, :officer
                from (select coalesce(max(number), 0) as number from blank_receipt where agency_id = :agency and year = :year) l,
                    generate_series(1, :count) g
                returning number
                """)
                .param("agency", agencyId)
                .param("year", year)
                .param("count", count)
                .param("now", Timestamp.from(now))
                .param("officer", officer)
                .query((rs, i) -> new BlankNumber(year, rs.getInt("number")))
                .list();
    }

    List<Blanks.Blank> since(int agencyId, int year) {
        return db.sql("""
                select year, number, printed_at, printed_by, entry_id, spoilt_why from blank_receipt
                where agency_id = ? and year >= ? order by printed_at desc, year, number
                """)
                .params(agencyId, year)
                .query((rs, i) -> new Blanks.Blank(
                        new BlankNumber(rs.getInt("year"), rs.getInt("number")),
                        rs.getTimestamp("printed_at").toInstant(),
                        rs.getLong("printed_by"),
                        (Long) rs.getObject("entry_id"),
                        rs.getString("spoilt_why")))
                .list();
    }

    boolean spoil(int agencyId, BlankNumber blank, Instant now, long officer, String why) {
        return db.sql("""
                update blank_receipt set spoilt_at = ?, spoilt_by = ?, spoilt_why = ?
                where agency_id = ? and year = ? and number = ? and entry_id is null and spoilt_at is null
                """)
                        .params(Timestamp.from(now), officer, why, agencyId, blank.year(), blank.number())
                        .update()
                == 1;
    }
}
