package id.tindak.agency;

import static java.util.Arrays.asList;

import id.tindak.calendar.Holiday;
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
