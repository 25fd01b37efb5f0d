package id.tindak.message;

import static java.util.Arrays.asList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mail of a demo, kept here in place of being sent. */
@Repository
class LocalMailStore {

    private final JdbcClient db;

    LocalMailStore(JdbcClient db) {
        this.db = db;
    }

    /** Keeps it once, however often it is delivered. */
    void keep(Claim claim, Letter letter, Instant at) {
        Enclosures.Enclosure file = letter.enclosure();
        db.sql("""
                insert into local_mail (agency_id, id, at, recipient, subject, message_id, plain, html, enclosure_name, enclosure)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
                .params(asList(
                        claim.agencyId(),
                        claim.id(),
                        Timestamp.from(at),
                        claim.recipient(),
                        letter.subject(),
                        claim.messageId(),
                        letter.plain(),
                        letter.html(),
                        file == null ? null : file.name(),
                        file == null ? null : file.content()))
                .update();
    }

    /** Newest first. */
    List<LocalMail> page(int agencyId, long before, int limit) {
        return db.sql("""
                select id, at, recipient, subject, message_id, plain, html, enclosure_name from local_mail
                where agency_id = ? and id < ? order by id desc limit ?
                """)
                .params(asList(agencyId, before, limit))
                .query(LocalMailStore::mail)
                .list();
    }

    Optional<LocalMail> byId(int agencyId, long id) {
        return db.sql("""
                select id, at, recipient, subject, message_id, plain, html, enclosure_name from local_mail where agency_id = ? and id = ?
                """)
                .params(asList(agencyId, id))
                .query(LocalMailStore::mail)
                .optional();
    }

    Optional<byte[]> enclosure(int agencyId, long id) {
        return db.sql("select enclosure from local_mail where agency_id = ? and id = ? and enclosure is not null")
                .params(asList(agencyId, id))
                .query((rs, i) -> rs.getBytes(1))
                .optional();
    }

    private static LocalMail mail(ResultSet rs, int i) throws SQLException {
        return new LocalMail(
                rs.getLong("id"),
                rs.getTimestamp("at").toInstant(),
                rs.getString("recipient"),
                rs.getString("subject"),
                rs.getString("message_id"),
                rs.getString("plain"),
                rs.getString("html"),
                rs.getString("enclosure_name"));
    }
}
