package id.tindak.handling;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RefusalStore {

    private final JdbcClient db;

    RefusalStore(JdbcClient db) {
        this.db = db;
    }

    /** The agency's own grounds as they hold on that day. */
    List<RefusalGround> grounds(int agencyId, LocalDate day) {
        return db.sql("""
                select distinct on (code) code, name, explanation, basis, second_person, active from refusal_ground
                where agency_id = ? and valid_from <= ? order by code, valid_from desc
                """)
                .params(agencyId, day)
                .query((rs, i) -> new RefusalGround(
                        rs.getString("code"),
                        rs.getString("name"),
                        rs.getString("explanation"),
                        rs.getString("basis"),
                        rs.getBoolean("second_person"),
                        rs.getBoolean("active")))
                .list();
    }

    /** Holds from that day on; what held before stays for the refusals of before. */
    void set(int agencyId, RefusalGround g, LocalDate from) {
        db.sql("""
                insert into refusal_ground (agency_id, code, valid_from, name, explanation, basis, second_person, active)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (agency_id, code, valid_from) do update set name = excluded.name, explanation = excluded.explanation,
                    basis = excluded.basis, second_person = excluded.second_person, active = excluded.active
                """)
                .params(agencyId, g.code(), from, g.name(), g.explanation(), g.basis(), g.secondPerson(), g.active())
                .update();
    }
}
