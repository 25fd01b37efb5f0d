package id.tindak.api;

import static id.tindak.base.Columns.longs;
import static id.tindak.base.Columns.texts;

import id.tindak.complaint.Complaints;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HappeningStore {

    private final JdbcClient db;

    HappeningStore(JdbcClient db) {
        this.db = db;
    }

    /** Agencies in which a program in use follows what happens. */
    Set<Integer> followed() {
        return Set.copyOf(
                db.sql("select distinct agency_id from api_client where active and 'peristiwa' = any (scopes)")
                        .query(Integer.class)
                        .list());
    }

    void insert(int agencyId, Instant at, List<Complaints.Linked> all, LongSupplier ids) {
        db.sql("""
                insert into api_event (agency_id, id, complaint_id, kind, at)
                select ?, e.id, e.complaint_id, e.kind, ? from unnest(?, ?, ?) as e (id, complaint_id, kind)
                """)
                .params(
                        agencyId,
                        Timestamp.from(at),
                        longs(all, l -> ids.getAsLong()),
                        longs(all, l -> l.complaint().id()),
                        texts(all, l -> l.event().kind().name()))
                .update();
    }

    /** Of transactions that are over, and before which none can come any more. */
    List<Happenings.Happening> after(Client client, Happenings.Cursor cursor, int limit) {
        return db.sql("""
                select e.tx::text::bigint as tx, e.id, c.public_number, e.kind, e.at
                from api_event e join complaint c on c.agency_id = e.agency_id and c.id = e.complaint_id
                left join api_submission s on s.agency_id = c.agency_id and s.complaint_id = c.id
                where e.agency_id = :agency and (e.tx, e.id) > (:tx::text::xid8, :id) and e.tx < pg_snapshot_xmin(pg_current_snapshot())
                    and (s.client_id = :client or c.privacy not in ('RAHASIA', 'TANPA_IDENTITAS'))
                order by e.tx, e.id limit :limit
                """)
                .param("agency", client.agencyId())
                .param("client", client.id())
                .param("tx", Long.toString(cursor.tx()))
                .param("id", cursor.id())
                .param("limit", limit)
                .query((rs, i) -> new Happenings.Happening(
                        rs.getLong("tx"),
                        rs.getLong("id"),
                        rs.getString("public_number"),
                        rs.getString("kind"),
                        rs.getTimestamp("at").toInstant()))
                .list();
    }

    int forget(Instant before) {
        return db.sql("delete from api_event where at < ?")
                .param(Timestamp.from(before))
                .update();
    }
}
