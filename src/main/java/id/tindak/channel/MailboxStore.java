package id.tindak.channel;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far a mailbox was read. */
@Repository
class MailboxStore {

    private final JdbcClient db;

    MailboxStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * The last mail taken, as the server counts.
     *
     * @param validity under which its numbers hold (UIDVALIDITY)
     */
    record Place(long validity, long uid) {}

    Optional<Place> place(int agencyId, long accountId) {
        return db.sql("select validity, uid from channel_mailbox where agency_id = ? and account_id = ?")
                .params(agencyId, accountId)
                .query((rs, i) -> new Place(rs.getLong("validity"), rs.getLong("uid")))
                .optional();
    }

    void move(int agencyId, long accountId, Place place) {
        db.sql("""
                insert into channel_mailbox (agency_id, account_id, validity, uid) values (?, ?, ?, ?)
                on conflict (agency_id, account_id) do update set validity = excluded.validity, uid = excluded.uid
                """).params(agencyId, accountId, place.validity(), place.uid()).update();
    }
}
