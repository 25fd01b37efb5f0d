package id.tindak.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WebhookStore {

    private static final String WEBHOOK = "select agency_id, id, name, url, secret, active, created_at from webhook ";

    private final JdbcClient db;

    WebhookStore(JdbcClient db) {
        this.db = db;
    }

    List<Webhook> all(int agencyId) {
        return db.sql(WEBHOOK + "where agency_id = ? order by id")
                .param(agencyId)
                .query(WebhookStore::webhook)
                .list();
    }

    /** Those in use, of all agencies: few, and kept in memory. */
    List<Webhook> inUse() {
        return db.sql(WEBHOOK + "where active order by agency_id, id")
                .query(WebhookStore::webhook)
                .list();
    }

    Optional<Webhook> find(int agencyId, long id) {
        return db.sql(WEBHOOK + "where agency_id = ? and id = ?")
                .params(agencyId, id)
                .query(WebhookStore::webhook)
                .optional();
    }

    void write(Webhook h, long by) {
        db.sql("""
                insert into webhook (agency_id, id, name, url, secret, active, created_at, created_by) values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (agency_id, id) do update set name = excluded.name, url = excluded.url, secret = excluded.secret,
                    active = excluded.active
                """)
                .params(
                        h.agencyId(),
                        h.id(),
                        h.name(),
                        h.url(),
                        h.secret(),
                        h.active(),
                        Timestamp.from(h.createdAt()),
                        by)
                .update();
    }

    private static Webhook webhook(ResultSet rs, int i) throws SQLException {
        return new Webhook(
                rs.getInt("agency_id"),
                rs.getLong("id"),
                rs.getString("name"),
                rs.getString("url"),
                rs.getString("secret"),
                rs.getBoolean("active"),
                rs.getTimestamp("created_at").toInstant());
    }
}
