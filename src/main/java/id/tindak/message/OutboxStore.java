package id.tindak.message;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OutboxStore {

    record Row(long id, @Nullable Long complaintId, String lane, String recipient, String template, String params) {}

    private final JdbcClient db;

    OutboxStore(JdbcClient db) {
        this.db = db;
    }

    void insert(int agencyId, Instant now, List<Row> rows) {
        db.sql("""
                insert into outbox (agency_id, id, complaint_id, lane, recipient, template, params, message_id, created_at, next_at)
                select ?, r.id, r.complaint_id, r.lane, r.recipient, r.template, r.params, r.id || '.' || ?, ?, ?
                from unnest(?, ?, ?, ?, ?, ?) as r (id, complaint_id, lane, recipient, template, params)
                """)
                .params(
                        agencyId,
                        agencyId,
                        Timestamp.from(now),
                        Timestamp.from(now),
                        rows.stream().map(Row::id).toArray(Long[]::new),
                        rows.stream().map(Row::complaintId).toArray(Long[]::new),
                        rows.stream().map(Row::lane).toArray(String[]::new),
                        rows.stream().map(Row::recipient).toArray(String[]::new),
                        rows.stream().map(Row::template).toArray(String[]::new),
                        rows.stream().map(Row::params).toArray(String[]::new))
                .update();
    }
}
