package id.tindak.handling;

import static id.tindak.base.Columns.timestamp;
import static java.util.Arrays.asList;

import id.tindak.base.Cells;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TransferStore {

    /** All of the case of {@code a}, oldest first, as rows of texts beside its other rows. */
    static final String OF_CASE = """
            select array_agg(array[x.id::text, x.kind, x.unit_id::text, x.other_agency::text, x.place,
                (extract(epoch from x.at) * 1000000)::bigint::text, x.by_officer::text, x.other_number, x.other_complaint::text,
                (extract(epoch from x.arrived_at) * 1000000)::bigint::text,
                (extract(epoch from x.answered_at) * 1000000)::bigint::text] order by x.id) as transfers
            from transfer x where x.agency_id = a.agency_id and x.complaint_id = a.complaint_id
            """;

    private final JdbcClient db;

    TransferStore(JdbcClient db) {
        this.db = db;
    }

    void insert(int agencyId, Transfer t) {
        db.sql("""
                insert into transfer (agency_id, id, complaint_id, kind, unit_id, other_agency, place, at, by_officer, other_number,
                    other_complaint, arrived_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(asList(
                        agencyId,
                        t.id(),
                        t.complaintId(),
                        t.kind().name(),
                        t.unitId(),
                        t.otherAgency(),
                        t.place(),
                        Timestamp.from(t.at()),
                        t.by(),
                        t.otherNumber(),
                        t.otherComplaint(),
                        timestamp(t.arrivedAt())))
                .update();
    }

    /** A copy on its way to another agency. */
    record Waiting(long id, long complaintId, int otherAgency) {}

    List<Waiting> waiting(int agencyId, long after, int limit) {
        return db.sql("""
                select id, complaint_id, other_agency from transfer
                where agency_id = ? and kind = 'AGENCY' and arrived_at is null and id > ? order by id limit ?
                """)
                .params(agencyId, after, limit)
                .query((rs, i) -> new Waiting(rs.getLong("id"), rs.getLong("complaint_id"), rs.getInt("other_agency")))
                .list();
    }

    /** False when it had arrived before. */
    boolean arrived(int agencyId, long id, String number, long complaintId, Instant at) {
        return db.sql("""
                update transfer set other_number = ?, other_complaint = ?, arrived_at = ?
                where agency_id = ? and id = ? and arrived_at is null
                """)
                        .params(number, complaintId, Timestamp.from(at), agencyId, id)
                        .update()
                > 0;
    }

    void answered(int agencyId, long id, Instant at) {
        db.sql("update transfer set answered_at = ? where agency_id = ? and id = ?")
                .params(Timestamp.from(at), agencyId, id)
                .update();
    }

    static List<Transfer> read(@Nullable Array rows, long complaintId) throws SQLException {
        List<Transfer> all = new ArrayList<>();
        if (rows != null)
            for (@Nullable String[] r : (@Nullable String[][]) rows.getArray())
                all.add(read(new Cells(r), complaintId));
        return all;
    }

    private static Transfer read(Cells r, long complaintId) {
        return new Transfer(
                r.id(0),
                complaintId,
                Transfer.Kind.valueOf(r.text(1)),
                r.idOrNull(2),
                r.countOrNull(3),
                r.text(4),
                r.time(5),
                r.idOrNull(6),
                r.textOrNull(7),
                r.idOrNull(8),
                r.timeOrNull(9),
                r.timeOrNull(10));
    }
}
