package id.tindak.api;

import static java.util.Arrays.asList;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SubmissionStore {

    private final JdbcClient db;

    SubmissionStore(JdbcClient db) {
        this.db = db;
    }

    void insert(int agencyId, long complaintId, long clientId, Place p, byte[] digest) {
        db.sql("""
                insert into api_submission (agency_id, complaint_id, client_id, latitude, longitude, address, address_id, digest)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(asList(
                        agencyId,
                        complaintId,
                        clientId,
                        p.latitude(),
                        p.longitude(),
                        p.address(),
                        p.addressId(),
                        digest))
                .update();
    }

    Optional<byte[]> digest(int agencyId, long complaintId) {
        return db.sql("select digest from api_submission where agency_id = ? and complaint_id = ?")
                .params(agencyId, complaintId)
                .query((rs, i) -> rs.getBytes(1))
                .optional();
    }

    void erase(int agencyId, long complaintId) {
        db.sql("""
                update api_submission set latitude = null, longitude = null, address = null, address_id = null, digest = ''::bytea
                where agency_id = ? and complaint_id = ?
                """).params(agencyId, complaintId).update();
    }
}
