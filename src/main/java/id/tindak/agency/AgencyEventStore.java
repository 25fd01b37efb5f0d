package id.tindak.agency;

import id.tindak.base.Chain;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AgencyEventStore {

    private final JdbcClient db;

    AgencyEventStore(JdbcClient db) {
        this.db = db;
    }

    /** The last link of the chain, with the agency's row locked so that the next number is ours. */
    Chain lockedLast(int agencyId) {
        db.sql("select id from agency where id = ? for no key update")
                .param(agencyId)
                .query((rs, i) -> rs.getInt(1))
                .list();
        return db.sql("""
                select seq, line, hash from agency_event where agency_id = ? order by seq desc limit 1
                """)
                .param(agencyId)
                .query((rs, i) -> new Chain(rs.getInt("seq"), rs.getString("line"), rs.getBytes("hash")))
                .optional()
                .orElse(new Chain(0, "", Chain.START));
    }

    void insert(int agencyId, Chain link) {
        db.sql("insert into agency_event (agency_id, seq, line, hash) values (?, ?, ?, ?)")
                .params(agencyId, link.seq(), link.line(), link.hash())
                .update();
    }

    void insert(int agencyId, List<Chain> links) {
        db.sql("insert into agency_event (agency_id, seq, line, hash) select ?, * from unnest(?, ?, ?)")
                .params(
                        agencyId,
                        links.stream().map(Chain::seq).toArray(Integer[]::new),
                        links.stream().map(Chain::line).toArray(String[]::new),
                        links.stream().map(Chain::hash).toArray(byte[][]::new))
                .update();
    }

    List<Chain> page(int agencyId, int before, int limit) {
        return db.sql("""
                select seq, line, hash from agency_event where agency_id = ? and seq < ? order by seq desc limit ?
                """)
                .params(agencyId, before, limit)
                .query((rs, i) -> new Chain(rs.getInt("seq"), rs.getString("line"), rs.getBytes("hash")))
                .list();
    }
}
