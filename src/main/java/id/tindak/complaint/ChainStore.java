package id.tindak.complaint;

import static java.util.Arrays.asList;

import id.tindak.base.Chain;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The event chains as a whole: for sealing their heads, and for verifying them. */
@Repository
class ChainStore {

    /** Head of a complaint's chain as its row says. */
    record Head(int agencyId, long complaintId, String number, int count, byte[] hash) {

        String name() {
            return agencyId + "/" + complaintId;
        }
    }

    record Link(long complaintId, Chain chain) {}

    private final JdbcClient db;

    ChainStore(JdbcClient db) {
        this.db = db;
    }

    /** Heads that changed since they were sealed last. */
    List<Head> unsealed(int agencyId, int limit) {
        return db.sql("""
                select c.id, c.public_number, c.chain_count, c.chain_head
                from unsealed_head u join complaint c on c.agency_id = u.agency_id and c.id = u.complaint_id
                where u.agency_id = ? order by u.complaint_id limit ?
                """)
                .params(asList(agencyId, limit))
                .query((rs, i) -> new Head(agencyId, rs.getLong(1), rs.getString(2), rs.getInt(3), rs.getBytes(4)))
                .list();
    }

    /** Forgets those that did not change again meanwhile. */
    void sealed(int agencyId, List<Head> heads) {
        if (heads.isEmpty()) return;
        db.sql("""
                delete from unsealed_head u using unnest(?, ?) as s (id, count)
                where u.agency_id = ? and u.complaint_id = s.id and u.chain_count = s.count
                """)
                .params(asList(
                        heads.stream().map(Head::complaintId).toArray(Long[]::new),
                        heads.stream().map(Head::count).toArray(Integer[]::new),
                        agencyId))
                .update();
    }

    /** By id from {@code after} on. */
    List<Head> heads(int agencyId, long after, int limit) {
        return db.sql("""
                select id, public_number, chain_count, chain_head from complaint
                where agency_id = ? and id > ? order by id limit ?
                """)
                .params(asList(agencyId, after, limit))
                .query((rs, i) -> new Head(agencyId, rs.getLong(1), rs.getString(2), rs.getInt(3), rs.getBytes(4)))
                .list();
    }

    /** All links of the complaints with these ids and those between them, complaint by complaint in order. */
    List<Link> links(int agencyId, long first, long last) {
        return db.sql("""
                select complaint_id, seq, line, hash from complaint_event
                where agency_id = ? and complaint_id between ? and ? order by complaint_id, seq
                """)
                .params(asList(agencyId, first, last))
                .query((rs, i) -> new Link(
                        rs.getLong("complaint_id"),
                        new Chain(rs.getInt("seq"), rs.getString("line"), rs.getBytes("hash"))))
                .list();
    }

    Optional<byte[]> hash(int agencyId, long complaintId, int seq) {
        return db.sql("select hash from complaint_event where agency_id = ? and complaint_id = ? and seq = ?")
                .params(asList(agencyId, complaintId, seq))
                .query((rs, i) -> rs.getBytes(1))
                .optional();
    }

    boolean exists(int agencyId, long complaintId) {
        return db.sql("select exists (select from complaint where agency_id = ? and id = ?)")
                .params(asList(agencyId, complaintId))
                .query((rs, i) -> rs.getBoolean(1))
                .single();
    }
}
