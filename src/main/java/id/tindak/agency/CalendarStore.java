package id.tindak.agency;

import static java.util.Arrays.asList;

import id.tindak.calendar.Holiday;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CalendarStore {

    private final JdbcClient db;

    CalendarStore(JdbcClient db) {
        this.db = db;
    }

    String definition(int agencyId, int version) {
        return db.sql("select definition from calendar_version where agency_id = ? and version = ?")
                .params(asList(agencyId, version))
                .query(String.class)
                .single();
    }

    int insert(int agencyId, String definition, String reason, @Nullable Long by) {
        int version = db.sql("select coalesce(max(version), 0) + 1 from calendar_version where agency_id = ?")
                .param(agencyId)
                .query((rs, i) -> rs.getInt(1))
                .single();
        db.sql("""
                insert into calendar_version (agency_id, version, definition, reason, created_by) values (?, ?, ?, ?, ?)
                """).params(asList(agencyId, version, definition, reason, by)).update();
        db.sql("update agency set calendar_version = ? where id = ?")
                .params(asList(version, agencyId))
                .update();
        return version;
    }

    List<CalendarVersion> versions(int agencyId) {
        return db.sql("""
                select version, reason, created_at, created_by from calendar_version where agency_id = ? order by version desc
                """)
                .param(agencyId)
                .query((rs, i) -> new CalendarVersion(
                        rs.getInt("version"),
                        rs.getString("reason"),
                        rs.getTimestamp("created_at").toInstant(),
                        (Long) rs.getObject("created_by")))
                .list();
    }

    /** Days that are in the list already stay as they are. */
    void insertHolidays(List<Holiday> days) {
        db.sql("insert into holiday (day, kind, name, basis) select * from unnest(?, ?, ?, ?) on conflict do nothing")
                .params(asList(
                        days.stream().map(h -> Date.valueOf(h.date())).toArray(Date[]::new),
                        days.stream()
                                .map(h -> h.kind() == Holiday.Kind.JOINT_LEAVE ? "CUTI_BERSAMA" : "LIBUR_NASIONAL")
                                .toArray(String[]::new),
                        days.stream().map(Holiday::name).toArray(String[]::new),
                        days.stream().map(Holiday::basis).toArray(String[]::new)))
                .update();
    }

    List<Holiday> holidays() {
        return db.sql("select day, kind, name, basis from holiday order by day")
                .query((rs, i) -> new Holiday(
                        rs.getObject("day", LocalDate.class),
                        rs.getString("kind").equals("CUTI_BERSAMA") ? Holiday.Kind.JOINT_LEAVE : Holiday.Kind.NATIONAL,
                        rs.getString("name"),
                        rs.getString("basis")))
                .list();
    }
}
