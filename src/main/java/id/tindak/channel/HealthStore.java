package id.tindak.channel;

import id.tindak.base.Addresses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HealthStore {

    private final JdbcClient db;

    HealthStore(JdbcClient db) {
        this.db = db;
    }

    void add(int agencyId, long account, Health.Seen s) {
        db.sql("""
                insert into channel_health (agency_id, account_id, last_in, last_out, refused, error, error_at)
                values (:agency, :account, :in, :out, :refused, :error, :errorAt)
                on conflict (agency_id, account_id) do update set
                    last_in = coalesce(excluded.last_in, channel_health.last_in),
                    last_out = coalesce(excluded.last_out, channel_health.last_out),
                    refused = channel_health.refused + excluded.refused,
                    error = coalesce(excluded.error, channel_health.error),
                    error_at = coalesce(excluded.error_at, channel_health.error_at)
                """)
                .param("agency", agencyId)
                .param("account", account)
                .param("in", timestamp(s.in()))
                .param("out", timestamp(s.out()))
                .param("refused", s.refused())
                .param("error", s.error() == null ? null : Addresses.without(s.error()))
                .param("errorAt", timestamp(s.errorAt()))
                .update();
    }

    Map<Long, AccountState> of(int agencyId) {
        Map<Long, AccountState> all = new HashMap<>();
        db.sql("select account_id, last_in, last_out, refused, error, error_at from channel_health where agency_id = ?")
                .param(agencyId)
                .query((rs, i) -> all.put(
                        rs.getLong("account_id"),
                        new AccountState(
                                instant(rs, "last_in"),
                                instant(rs, "last_out"),
                                rs.getLong("refused"),
                                rs.getString("error"),
                                instant(rs, "error_at"))))
                .list();
        return all;
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp t = rs.getTimestamp(column);
        return t == null ? null : t.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant t) {
        return t == null ? null : Timestamp.from(t);
    }
}
