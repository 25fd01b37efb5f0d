package id.tindak.message;

import static java.util.Arrays.asList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ConversationStore {

    private final JdbcClient db;

    ConversationStore(JdbcClient db) {
        this.db = db;
    }

    void insert(int agencyId, List<Message> m) {
        db.sql("""
                insert into message (agency_id, id, complaint_id, at, author, officer_id, audience, kind, body, salt)
                select ?, * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        agencyId,
                        m.stream().map(Message::id).toArray(Long[]::new),
                        m.stream().map(Message::complaintId).toArray(Long[]::new),
                        m.stream().map(x -> Timestamp.from(x.at())).toArray(Timestamp[]::new),
                        m.stream().map(x -> x.author().name()).toArray(String[]::new),
                        m.stream().map(Message::officerId).toArray(Long[]::new),
                        m.stream().map(x -> x.audience().name()).toArray(String[]::new),
                        m.stream().map(x -> x.kind().name()).toArray(String[]::new),
                        m.stream().map(Message::body).toArray(String[]::new),
                        m.stream().map(Message::salt).toArray(byte[][]::new))
                .update();
    }

    List<Message> of(int agencyId, long complaintId, boolean forReporter) {
        return db.sql("""
                select id, complaint_id, at, author, officer_id, audience, kind, body, salt from message
                where agency_id = ? and complaint_id = ? and (not ? or audience = 'REPORTER')
                order by at, id
                """)
                .params(agencyId, complaintId, forReporter)
                .query(ConversationStore::message)
                .list();
    }

    void insert(int agencyId, long complaintId, PhoneCall c) {
        db.sql("""
                insert into phone_call (agency_id, message_id, complaint_id, direction, held_at, spoke_with) values (?, ?, ?, ?, ?, ?)
                """)
                .params(agencyId, c.messageId(), complaintId, c.direction().name(), Timestamp.from(c.at()), c.with())
                .update();
    }

    void insert(int agencyId, long complaintId, Transcript t) {
        db.sql("""
                insert into transcript (agency_id, message_id, complaint_id, of_message, of_attachment, language) values (?, ?, ?, ?, ?, ?)
                """)
                .params(asList(
                        agencyId,
                        t.messageId(),
                        complaintId,
                        t.of(),
                        t.attachment(),
                        t.language().name()))
                .update();
    }

    Optional<PhoneCall> call(int agencyId, long messageId) {
        return db.sql(
                        "select message_id as id, direction, held_at, spoke_with from phone_call where agency_id = ? and message_id = ?")
                .params(agencyId, messageId)
                .query((rs, i) -> call(rs))
                .optional();
    }

    List<Message> sought(int agencyId, long complaintId) {
        return db.sql("""
                select id, complaint_id, at, author, officer_id, audience, kind, body, salt from message m
                where agency_id = :agency and complaint_id = :complaint and (audience = 'REPORTER' or kind = 'CALL'
                    or kind = 'TRANSCRIPT' and not exists (
                        select from transcript t join transcript later using (agency_id, of_message, language)
                        where t.agency_id = m.agency_id and t.message_id = m.id and later.message_id > t.message_id
                            and later.of_attachment is not distinct from t.of_attachment))
                order by at, id
                """)
                .param("agency", agencyId)
                .param("complaint", complaintId)
                .query(ConversationStore::message)
                .list();
    }

    /** Texts, calls, transcripts and sendings in one statement: all stand on the page of a case. Of a call the reporter gets no words of the office. */
    Conversation with(int agencyId, long complaintId, boolean forReporter) {
        List<Message> texts = new ArrayList<>();
        List<Sending> sendings = new ArrayList<>();
        List<PhoneCall> calls = new ArrayList<>();
        List<Transcript> transcripts = new ArrayList<>();
        db.sql("""
                select m.id, m.complaint_id, m.at, m.author, m.officer_id, m.audience, m.kind, m.body, m.salt,
                    p.direction, p.held_at, p.spoke_with, t.of_message, t.of_attachment, t.language,
                    null as lane, null as template, null::bigint as text, null as state, null as reason
                from message m left join phone_call p on p.agency_id = m.agency_id and p.message_id = m.id
                    left join transcript t on t.agency_id = m.agency_id and t.message_id = m.id
                where m.agency_id = :agency and m.complaint_id = :complaint
                    and (not :reporter or m.audience = 'REPORTER' or p.message_id is not null)
                union all
                (select id, complaint_id, coalesce(failed_at, perhaps_at, read_at, delivered_at, sent_at, next_at, created_at),
                    null, null, null, null, null, null, null, null, null, null, null, null, lane, template, (params::jsonb ->> 'text')::bigint,
                    case when failed_at is not null then 'FAILED' when perhaps_at is not null then 'PERHAPS'
                        when read_at is not null then 'READ' when delivered_at is not null then 'DELIVERED'
                        when sent_at is not null then 'SENT' else 'WAITING' end,
                    case when failed_at is not null or perhaps_at is not null then coalesce(last_error, '') else '' end
                from outbox where agency_id = :agency and complaint_id = :complaint and params::jsonb -> 'complaint' is not null
                    and not :reporter
                order by id desc limit 50)
                order by at, id
                """)
                .param("agency", agencyId)
                .param("complaint", complaintId)
                .param("reporter", forReporter)
                .query((RowCallbackHandler) rs -> {
                    if (rs.getString("state") != null) {
                        sendings.addFirst(sending(rs));
                        return;
                    }
                    Message m = message(rs, 0);
                    if (!forReporter || m.audience() == Message.Audience.REPORTER) texts.add(m);
                    if (rs.getString("direction") != null) calls.add(call(rs));
                    if (rs.getString("language") != null) transcripts.add(transcript(rs));
                });
        return new Conversation(texts, sendings, calls, transcripts);
    }

    private static Transcript transcript(ResultSet rs) throws SQLException {
        return new Transcript(
                rs.getLong("id"),
                rs.getLong("of_message"),
                (Long) rs.getObject("of_attachment"),
                Transcript.Language.valueOf(rs.getString("language")));
    }

    private static PhoneCall call(ResultSet rs) throws SQLException {
        return new PhoneCall(
                rs.getLong("id"),
                PhoneCall.Direction.valueOf(rs.getString("direction")),
                rs.getTimestamp("held_at").toInstant(),
                rs.getString("spoke_with"));
    }

    private static Sending sending(ResultSet rs) throws SQLException {
        return new Sending(
                rs.getLong("id"),
                rs.getString("lane"),
                rs.getString("template"),
                (Long) rs.getObject("text"),
                Sending.State.valueOf(rs.getString("state")),
                rs.getTimestamp("at").toInstant(),
                rs.getString("reason"));
    }

    List<Message> between(int agencyId, long firstComplaint, long lastComplaint) {
        return db.sql("""
                select id, complaint_id, at, author, officer_id, audience, kind, body, salt from message
                where agency_id = ? and complaint_id between ? and ?
                """)
                .params(agencyId, firstComplaint, lastComplaint)
                .query(ConversationStore::message)
                .list();
    }

    /** The newest text that this officer, or for null the reporter, wrote in the case. */
    Optional<Message> last(int agencyId, long complaintId, @Nullable Long officerId) {
        return db.sql("""
                select id, complaint_id, at, author, officer_id, audience, kind, body, salt from message
                where agency_id = ? and complaint_id = ? and officer_id is not distinct from ? and author = ?
                order by id desc limit 1
                """)
                .params(asList(
                        agencyId,
                        complaintId,
                        officerId,
                        (officerId == null ? Message.Author.REPORTER : Message.Author.OFFICER).name()))
                .query(ConversationStore::message)
                .optional();
    }

    Optional<Message> last(int agencyId, long complaintId, Message.Kind kind) {
        return db.sql("""
                select id, complaint_id, at, author, officer_id, audience, kind, body, salt from message
                where agency_id = ? and complaint_id = ? and kind = ? order by id desc limit 1
                """)
                .params(agencyId, complaintId, kind.name())
                .query(ConversationStore::message)
                .optional();
    }

    Optional<Message> find(int agencyId, long id) {
        return db.sql("""
                select id, complaint_id, at, author, officer_id, audience, kind, body, salt from message
                where agency_id = ? and id = ? and audience = 'REPORTER'
                """)
                .params(agencyId, id)
                .query(ConversationStore::message)
                .optional();
    }

    private static Message message(ResultSet rs, int i) throws SQLException {
        return new Message(
                rs.getLong("id"),
                rs.getLong("complaint_id"),
                rs.getTimestamp("at").toInstant(),
                Message.Author.valueOf(rs.getString("author")),
                (Long) rs.getObject("officer_id"),
                Message.Audience.valueOf(rs.getString("audience")),
                Message.Kind.valueOf(rs.getString("kind")),
                rs.getString("body"),
                rs.getBytes("salt"));
    }

    void forget(int agencyId, long complaintId) {
        db.sql("""
                with called as (
                    update phone_call set spoke_with = '' where agency_id = :agency and complaint_id = :complaint
                )
                update message set body = '', salt = ''::bytea where agency_id = :agency and complaint_id = :complaint
                """).param("agency", agencyId).param("complaint", complaintId).update();
    }

    void erase(int agencyId, long messageId) {
        db.sql("update message set body = '', salt = ''::bytea where agency_id = ? and id = ?")
                .params(agencyId, messageId)
                .update();
    }
}
