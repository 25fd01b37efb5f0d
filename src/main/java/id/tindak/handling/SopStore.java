package id.tindak.handling;

import static java.util.Arrays.asList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SopStore {

    private final JdbcClient db;

    SopStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Long> inForce(int agencyId, Instant now) {
        return db.sql("""
                select id from sop_version where agency_id = ? and in_force_from <= ? order by in_force_from desc, id desc limit 1
                """)
                .params(asList(agencyId, Timestamp.from(now)))
                .query(Long.class)
                .optional();
    }

    Sops.Version version(int agencyId, long id) {
        return db.sql("""
                select id, code, version, yaml, sha256, in_force_from, uploaded_at from sop_version where agency_id = ? and id = ?
                """).params(asList(agencyId, id)).query(SopStore::version).single();
    }

    List<Sops.Version> versions(int agencyId) {
        return db.sql("""
                select id, code, version, yaml, sha256, in_force_from, uploaded_at from sop_version where agency_id = ? order by id desc
                """).param(agencyId).query(SopStore::version).list();
    }

    int nextNumber(int agencyId, String code) {
        return db.sql("select coalesce(max(version), 0) + 1 from sop_version where agency_id = ? and code = ?")
                .params(asList(agencyId, code))
                .query((rs, i) -> rs.getInt(1))
                .single();
    }

    void insert(int agencyId, Sops.Version v, @Nullable Long by) {
        db.sql("""
                insert into sop_version (agency_id, id, code, version, yaml, sha256, uploaded_at, uploaded_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(asList(
                        agencyId,
                        v.id(),
                        v.code(),
                        v.number(),
                        v.yaml(),
                        v.sha256(),
                        Timestamp.from(v.uploadedAt()),
                        by))
                .update();
    }

    boolean putInForce(int agencyId, long id, Instant from) {
        return db.sql(
                                "update sop_version set in_force_from = ? where agency_id = ? and id = ? and in_force_from is null")
                        .params(asList(Timestamp.from(from), agencyId, id))
                        .update()
                == 1;
    }

    private static Sops.Version version(ResultSet rs, int i) throws SQLException {
        Timestamp from = rs.getTimestamp("in_force_from");
        return new Sops.Version(
                rs.getLong("id"),
                rs.getString("code"),
                rs.getInt("version"),
                rs.getString("yaml"),
                rs.getBytes("sha256"),
                from == null ? null : from.toInstant(),
                rs.getTimestamp("uploaded_at").toInstant());
    }
}
