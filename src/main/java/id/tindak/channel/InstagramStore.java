package id.tindak.channel;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When people wrote to an Instagram account, and which of their comments are not answered: that decides what may be sent to them. */
@Repository
class InstagramStore {

    private final JdbcClient db;

    InstagramStore(JdbcClient db) {
        this.db = db;
    }

    void wrote(ChannelAccount a, String address, Instant at) {
        db.sql("""
                insert into instagram_person (agency_id, account_id, address, wrote_at) values (?, ?, ?, ?)
                on conflict (agency_id, account_id, address) do update set wrote_at = greatest(instagram_person.wrote_at, excluded.wrote_at)
                """).params(a.agencyId(), a.id(), address, Timestamp.from(at)).update();
    }

    Optional<Instant> wroteAt(ChannelAccount a, String address) {
        return db.sql("select wrote_at from instagram_person where agency_id = ? and account_id = ? and address = ?")
                .params(a.agencyId(), a.id(), address)
                .query((rs, i) -> rs.getTimestamp(1).toInstant())
                .optional();
    }

    void commented(ChannelAccount a, String commentId, String address, Instant at) {
        db.sql("""
                insert into instagram_comment (agency_id, account_id, comment_id, address, at) values (?, ?, ?, ?, ?)
                on conflict (agency_id, account_id, comment_id) do nothing
                """)
                .params(a.agencyId(), a.id(), commentId, address, Timestamp.from(at))
                .update();
    }

    /** The oldest of the person's comments that was not answered. */
    Optional<String> openComment(ChannelAccount a, String address, Instant since) {
        return db.sql("""
                select comment_id from instagram_comment
                where agency_id = ? and account_id = ? and address = ? and answered_at is null and at > ?
                order by at, comment_id limit 1
                """)
                .params(a.agencyId(), a.id(), address, Timestamp.from(since))
                .query((rs, i) -> rs.getString(1))
                .optional();
    }

    void answered(ChannelAccount a, String commentId, Instant now) {
        db.sql("update instagram_comment set answered_at = ? where agency_id = ? and account_id = ? and comment_id = ?")
                .params(Timestamp.from(now), a.agencyId(), a.id(), commentId)
                .update();
    }
}
