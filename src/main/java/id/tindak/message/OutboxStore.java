package id.tindak.message;

import static java.util.Arrays.asList;

import id.tindak.base.Addresses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class OutboxStore {

    record Row(long id, @Nullable Long complaintId, String lane, String recipient, String template, String params) {}

    private final JdbcClient db;

    OutboxStore(JdbcClient db) {
        this.db = db;
    }

    void insert(int agencyId, Instant now, List<Row> rows) {
        db.sql("""
                insert into outbox (agency_id, id, complaint_id, lane, recipient, template, params, message_id, created_at, next_at)
                select ?, r.id, r.complaint_id, r.lane, r.recipient, r.template, r.params, r.id || '.' || ?, ?, ?
                from unnest(?, ?, ?, ?, ?, ?) as r (id, complaint_id, lane, recipient, template, params)
                """)
                .params(
                        agencyId,
                        agencyId,
                        Timestamp.from(now),
                        Timestamp.from(now),
                        rows.stream().map(Row::id).toArray(Long[]::new),
                        rows.stream().map(Row::complaintId).toArray(Long[]::new),
                        rows.stream().map(Row::lane).toArray(String[]::new),
                        rows.stream().map(Row::recipient).toArray(String[]::new),
                        rows.stream().map(Row::template).toArray(String[]::new),
                        rows.stream().map(Row::params).toArray(String[]::new))
                .update();
    }

    void forget(int agencyId, long complaintId) {
        db.sql("""
                with gone as (delete from outbox where agency_id = :agency and complaint_id = :complaint returning id)
                delete from local_mail where agency_id = :agency and id in (select id from gone)
                """).param("agency", agencyId).param("complaint", complaintId).update();
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> PARAMS = new TypeReference<>() {};

    /** Lanes in which something is due, agency by agency. */
    List<Postman.Lane> due(Instant now) {
        return db.sql("""
                select distinct agency_id, lane from outbox
                where next_at <= ? and (leased_until is null or leased_until <= ?) order by agency_id, lane
                """)
                .params(asList(Timestamp.from(now), Timestamp.from(now)))
                .query((rs, i) -> new Postman.Lane(rs.getInt("agency_id"), rs.getString("lane")))
                .list();
    }

    /**
     * Claims the lane's next message: due, held by nobody, and the first that waits for its person. One that would be too many for that
     * person at this pace is put off instead, and the one after it is looked at.
     */
    @Transactional
    Optional<Claim> claim(Postman.Lane lane, Carrier.Pace pace, Instant now, Instant leasedUntil) {
        for (int tries = 0; tries < 50; tries++) {
            Optional<Claim> due = lockDue(lane, now, leasedUntil);
            if (due.isEmpty()) return due;
            Claim claim = due.get();
            Optional<Instant> free = freeAt(lane, claim.recipient(), pace, now);
            if (free.isEmpty()) {
                lease(claim);
                return due;
            }
            putOff(lane.agencyId(), claim.id(), free.get());
        }
        return Optional.empty();
    }

    void sent(Claim c, Instant at, @Nullable String providerId) {
        db.sql("""
                update outbox set sent_at = ?, provider_id = ?, next_at = null, leased_until = null, last_error = null
                where agency_id = ? and id = ? and leased_until = ?
                """)
                .params(asList(Timestamp.from(at), providerId, c.agencyId(), c.id(), Timestamp.from(c.leasedUntil())))
                .update();
    }

    /** It may have left; whether it is sent once more is for an officer to say, unless the provider reports on it first. */
    void perhaps(Claim c, Instant at, String reason) {
        db.sql("""
                update outbox set perhaps_at = ?, next_at = null, leased_until = null, last_error = ?
                where agency_id = ? and id = ? and leased_until = ?
                """)
                .params(asList(Timestamp.from(at), told(reason), c.agencyId(), c.id(), Timestamp.from(c.leasedUntil())))
                .update();
    }

    /**
     * Reports may come late and out of order: the first of a kind stands, and read is delivered too.
     *
     * @return the message when it is known only now that it failed
     */
    Optional<Outbox.Outgoing> reported(
            int agencyId, String lane, String providerId, DeliveryReports.Fate fate, Instant at, String reason) {
        Timestamp t = Timestamp.from(at);
        return db.sql("""
                with told as (
                    select id, :fate = 'FAILED' and delivered_at is null and failed_at is null as fails from outbox
                    where agency_id = :agency and lane = :lane
                      and (provider_id = :provider or perhaps_at is not null and id::text = :provider) for update
                ), noted as (
                    update outbox o set
                        delivered_at = case when :fate <> 'FAILED' then coalesce(delivered_at, :at) else delivered_at end,
                        read_at = case when :fate = 'READ' then coalesce(read_at, :at) else read_at end,
                        failed_at = case when fails then :at when :fate <> 'FAILED' then null else failed_at end,
                        last_error = case when fails then :reason else last_error end,
                        perhaps_at = null
                    from told where o.agency_id = :agency and o.id = told.id
                    returning fails, complaint_id, lane, recipient, template, params
                )
                select complaint_id, lane, recipient, template, params from noted where fails
                """)
                .param("fate", fate.name())
                .param("at", t)
                .param("reason", told(reason))
                .param("agency", agencyId)
                .param("lane", lane)
                .param("provider", providerId)
                .query((rs, i) -> new Outbox.Outgoing(
                        (Long) rs.getObject("complaint_id"),
                        rs.getString("lane"),
                        rs.getString("recipient"),
                        rs.getString("template"),
                        JSON.readValue(rs.getString("params"), PARAMS)))
                .optional();
    }

    void postponed(Claim c, Instant next, String reason) {
        db.sql("""
                update outbox set next_at = ?, leased_until = null, last_error = ?
                where agency_id = ? and id = ? and leased_until = ?
                """)
                .params(asList(
                        Timestamp.from(next), told(reason), c.agencyId(), c.id(), Timestamp.from(c.leasedUntil())))
                .update();
    }

    /** As if it had not been begun. */
    void untried(Claim c, Instant next, String reason) {
        db.sql("""
                update outbox set next_at = ?, leased_until = null, attempts = ?, last_error = ?
                where agency_id = ? and id = ? and leased_until = ?
                """)
                .params(asList(
                        Timestamp.from(next),
                        c.attempts() - 1,
                        told(reason),
                        c.agencyId(),
                        c.id(),
                        Timestamp.from(c.leasedUntil())))
                .update();
    }

    void failed(Claim c, Instant at, String reason) {
        db.sql("""
                update outbox set failed_at = ?, next_at = null, leased_until = null, last_error = ?
                where agency_id = ? and id = ? and leased_until = ?
                """)
                .params(asList(Timestamp.from(at), told(reason), c.agencyId(), c.id(), Timestamp.from(c.leasedUntil())))
                .update();
    }

    /** A failed one waits again from now on, with all attempts before it. */
    boolean again(int agencyId, long id, Instant now) {
        return db.sql("""
                        update outbox set failed_at = null, next_at = ?, attempts = 0, provider_id = null
                        where agency_id = ? and id = ? and failed_at is not null
                        """).params(Timestamp.from(now), agencyId, id).update() > 0;
    }

    /** Failed since then, and nothing went out in its place by another way; see {@link Undelivered}. */
    private static final String WORTH_REPEATING = """
            o.agency_id = :agency and o.failed_at >= :since and not exists (
                select from outbox later where later.agency_id = o.agency_id and later.complaint_id = o.complaint_id and later.id > o.id
                    and later.template = o.template and later.lane <> o.lane and later.params::jsonb ->> 'tried' is not null
                    and later.params::jsonb ->> 'text' is not distinct from o.params::jsonb ->> 'text')
            """;

    int countFailedSince(int agencyId, Instant since) {
        return db.sql("select count(*) from outbox o where " + WORTH_REPEATING)
                .param("agency", agencyId)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    int againSince(int agencyId, Instant since, Instant now) {
        return db.sql("update outbox o set failed_at = null, next_at = :now, attempts = 0, provider_id = null where "
                        + WORTH_REPEATING)
                .param("agency", agencyId)
                .param("since", Timestamp.from(since))
                .param("now", Timestamp.from(now))
                .update();
    }

    boolean again(int agencyId, long complaintId, long id, Instant now) {
        return db.sql("""
                        update outbox set failed_at = null, perhaps_at = null, next_at = ?, attempts = 0, provider_id = null
                        where agency_id = ? and complaint_id = ? and id = ? and (failed_at is not null or perhaps_at is not null)
                        """)
                        .params(asList(Timestamp.from(now), agencyId, complaintId, id))
                        .update()
                > 0;
    }

    boolean arrived(int agencyId, long complaintId, long id, Instant now) {
        return db.sql("""
                        update outbox set perhaps_at = null, sent_at = coalesce(sent_at, ?), delivered_at = ?
                        where agency_id = ? and complaint_id = ? and id = ? and perhaps_at is not null
                        """)
                        .params(asList(Timestamp.from(now), Timestamp.from(now), agencyId, complaintId, id))
                        .update()
                > 0;
    }

    /** Oldest first. */
    List<Deliveries.Waiting> waiting(int agencyId, int limit) {
        return db.sql("""
                select id, complaint_id, lane, recipient, template, created_at, next_at, attempts, last_error from outbox
                where agency_id = ? and next_at is not null order by id limit ?
                """)
                .params(asList(agencyId, limit))
                .query((rs, i) -> waiting(rs, "next_at"))
                .list();
    }

    /** Newest first. */
    List<Deliveries.Waiting> failed(int agencyId, int limit) {
        return db.sql("""
                select id, complaint_id, lane, recipient, template, created_at, failed_at, attempts, last_error from outbox
                where agency_id = ? and failed_at is not null order by failed_at desc limit ?
                """)
                .params(asList(agencyId, limit))
                .query((rs, i) -> waiting(rs, "failed_at"))
                .list();
    }

    Map<String, Integer> waitingByLane(int agencyId) {
        Map<String, Integer> all = new HashMap<>();
        db.sql("select lane, count(*) from outbox where agency_id = ? and next_at is not null group by lane")
                .param(agencyId)
                .query((rs, i) -> all.put(rs.getString(1), rs.getInt(2)))
                .list();
        return all;
    }

    Optional<Instant> lastSent(int agencyId) {
        return db.sql("select max(sent_at) from outbox where agency_id = ?")
                .param(agencyId)
                .query((rs, i) -> Optional.ofNullable(rs.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    private Optional<Claim> lockDue(Postman.Lane lane, Instant now, Instant leasedUntil) {
        Timestamp t = Timestamp.from(now);
        return db.sql("""
                select o.id, o.complaint_id, o.recipient, o.template, o.params, o.message_id, o.created_at, o.attempts, o.leased_until is not null as cut_off
                from outbox o
                where o.agency_id = ? and o.lane = ? and o.next_at <= ? and (o.leased_until is null or o.leased_until <= ?)
                  and not exists (select from outbox e where e.agency_id = o.agency_id and lower(e.recipient) = lower(o.recipient)
                      and e.lane = o.lane and e.next_at is not null and e.id < o.id)
                order by o.next_at, o.id limit 1 for update skip locked
                """)
                .params(asList(lane.agencyId(), lane.name(), t, t))
                .query((rs, i) -> new Claim(
                        lane.agencyId(),
                        rs.getLong("id"),
                        lane.name(),
                        (Long) rs.getObject("complaint_id"),
                        rs.getString("recipient"),
                        rs.getString("template"),
                        JSON.readValue(rs.getString("params"), PARAMS),
                        rs.getString("message_id"),
                        rs.getTimestamp("created_at").toInstant(),
                        rs.getInt("attempts") + 1,
                        rs.getBoolean("cut_off"),
                        leasedUntil))
                .optional();
    }

    /** When this person may get the next one; empty when now. */
    private Optional<Instant> freeAt(Postman.Lane lane, String recipient, Carrier.Pace pace, Instant now) {
        List<Instant> latest = db.sql("""
                select sent_at from outbox where agency_id = ? and lower(recipient) = lower(?) and lane = ? and sent_at > ?
                order by sent_at desc limit ?
                """)
                .params(asList(
                        lane.agencyId(), recipient, lane.name(), Timestamp.from(now.minus(pace.window())), pace.most()))
                .query((rs, i) -> rs.getTimestamp(1).toInstant())
                .list();
        return latest.size() < pace.most()
                ? Optional.empty()
                : Optional.of(latest.getLast().plus(pace.window()));
    }

    private void lease(Claim c) {
        db.sql("update outbox set leased_until = ?, attempts = ? where agency_id = ? and id = ?")
                .params(asList(Timestamp.from(c.leasedUntil()), c.attempts(), c.agencyId(), c.id()))
                .update();
    }

    private void putOff(int agencyId, long id, Instant until) {
        db.sql("update outbox set next_at = ? where agency_id = ? and id = ?")
                .params(asList(Timestamp.from(until), agencyId, id))
                .update();
    }

    private static Deliveries.Waiting waiting(ResultSet rs, String at) throws SQLException {
        return new Deliveries.Waiting(
                rs.getLong("id"),
                (Long) rs.getObject("complaint_id"),
                rs.getString("lane"),
                rs.getString("recipient"),
                rs.getString("template"),
                rs.getTimestamp("created_at").toInstant(),
                rs.getTimestamp(at).toInstant(),
                rs.getInt("attempts"),
                rs.getString("last_error"));
    }

    /** Whoever sees the case reads it, also who may not know the reporter. */
    private static String told(String reason) {
        String words = Addresses.without(reason);
        return words.length() <= 500 ? words : words.substring(0, 500);
    }
}
