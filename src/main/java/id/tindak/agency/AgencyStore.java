package id.tindak.agency;

import static java.util.Arrays.asList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AgencyStore {

    private final JdbcClient db;

    AgencyStore(JdbcClient db) {
        this.db = db;
    }

    List<Agency> all() {
        return db.sql("""
                select id, slug, name, government, number_prefix, zone, host, base_url, calendar_version, demo
                from agency order by id
                """).query(AgencyStore::agency).list();
    }

    int calendarVersion(int agencyId) {
        return db.sql("select calendar_version from agency where id = ?")
                .param(agencyId)
                .query((rs, i) -> rs.getInt(1))
                .single();
    }

    void insert(Agency a) {
        db.sql("""
                insert into agency (id, slug, name, government, number_prefix, zone, host, base_url, calendar_version, demo)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(asList(
                        a.id(),
                        a.slug(),
                        a.name(),
                        a.government(),
                        a.numberPrefix(),
                        a.zone().getId(),
                        a.host(),
                        a.baseUrl(),
                        a.calendarVersion(),
                        a.demo()))
                .update();
    }

    void update(Agency a) {
        db.sql("""
                update agency set name = ?, government = ?, host = ?, base_url = ? where id = ?
                """)
                .params(asList(a.name(), a.government(), a.host(), a.baseUrl(), a.id()))
                .update();
    }

    Map<String, String> settings(int agencyId) {
        Map<String, String> values = new LinkedHashMap<>();
        db.sql("select name, value from agency_setting where agency_id = ? order by name")
                .param(agencyId)
                .query((ResultSet rs) -> {
                    values.put(rs.getString("name"), rs.getString("value"));
                });
        return values;
    }

    void setting(int agencyId, String name, String value) {
        db.sql("""
                insert into agency_setting (agency_id, name, value) values (?, ?, ?)
                on conflict (agency_id, name) do update set value = excluded.value
                """).params(asList(agencyId, name, value)).update();
    }

    List<Category> categories(int agencyId) {
        return db.sql("""
                select code, name, needs_place, unit_id, active, about_service from category where agency_id = ? order by name
                """)
                .param(agencyId)
                .query((rs, i) -> new Category(
                        rs.getString("code"),
                        rs.getString("name"),
                        rs.getBoolean("needs_place"),
                        (Long) rs.getObject("unit_id"),
                        rs.getBoolean("active"),
                        rs.getBoolean("about_service")))
                .list();
    }

    void category(int agencyId, Category c) {
        db.sql("""
                insert into category (agency_id, code, name, needs_place, unit_id, active, about_service) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (agency_id, code) do update
                set name = excluded.name, needs_place = excluded.needs_place, unit_id = excluded.unit_id, active = excluded.active,
                    about_service = excluded.about_service
                """)
                .params(asList(agencyId, c.code(), c.name(), c.needsPlace(), c.unitId(), c.active(), c.aboutService()))
                .update();
    }

    private static Agency agency(ResultSet rs, int i) throws SQLException {
        return new Agency(
                rs.getInt("id"),
                rs.getString("slug"),
                rs.getString("name"),
                rs.getString("government"),
                rs.getString("number_prefix"),
                ZoneId.of(rs.getString("zone")),
                rs.getString("host"),
                rs.getString("base_url"),
                rs.getInt("calendar_version"),
                rs.getBoolean("demo"));
    }
}
