package id.tindak.handling;

import static java.util.Arrays.asList;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ExclusionStore {

    private final JdbcClient db;

    ExclusionStore(JdbcClient db) {
        this.db = db;
    }

    /** @param by null when the program did it */
    void add(int agencyId, long complaintId, Collection<Long> officers, Instant since, @Nullable Long by) {
        db.sql("""
                insert into exclusion (agency_id, complaint_id, officer_id, since, by_officer)
                select ?, ?, officer, ?, ? from unnest(?) as officer on conflict do nothing
                """)
                .params(asList(agencyId, complaintId, Timestamp.from(since), by, officers.toArray(Long[]::new)))
                .update();
    }

    void remove(int agencyId, long complaintId, long officer) {
        db.sql("delete from exclusion where agency_id = ? and complaint_id = ? and officer_id = ?")
                .params(agencyId, complaintId, officer)
                .update();
    }

    boolean excluded(int agencyId, long complaintId, long officer) {
        return db.sql(
                        "select exists (select from exclusion where agency_id = ? and complaint_id = ? and officer_id = ?)")
                .params(agencyId, complaintId, officer)
                .query((rs, i) -> rs.getBoolean(1))
                .single();
    }
}
