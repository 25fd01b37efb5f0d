package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The complaints that one agency has, for tests that see how many messages became. */
record AgencyComplaints(JdbcClient sql, Complaints complaints, int agencyId) {

    /** Oldest first. */
    List<Complaint> all() {
        return sql
                .sql("select id from complaint where agency_id = ? order by id")
                .param(agencyId)
                .query(Long.class)
                .list()
                .stream()
                .map(id -> complaints.byId(agencyId, Objects.requireNonNull(id)).orElseThrow())
                .toList();
    }

    Complaint only() {
        List<Complaint> all = all();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
