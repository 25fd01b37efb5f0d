package id.tindak.channel;

import static java.util.Arrays.asList;

import id.tindak.base.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ChannelStore {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};
    private static final String ACCOUNT =
            "select id, kind, name, address, settings, secrets, active from channel_account ";
    private static final int LONGEST_ERROR = 500;

    private final JdbcClient db;

    ChannelStore(JdbcClient db) {
        this.db = db;
    }

    /** An account as it lies in the table, its secrets shut. */
    record Row(
            long id,
            String kind,
            String name,
            String address,
            Map<String, String> settings,
            String secrets,
            boolean active) {}

    /** @param attempts that failed before */
    record Raw(long id, int attempts) {}

    /** @param persons whose later messages wait for it, as far as that could be read */
    record PutOff(Instant until, Set<String> persons) {}

    record Came(int agencyId, long id, long accountId, Call call) {}

    List<Row> accounts(int agencyId) {
        return db.sql(ACCOUNT + "where agency_id = ? order by id")
                .param(agencyId)
                .query(ChannelStore::row)
                .list();
    }

    Optional<Row> account(int agencyId, long id) {
        return db.sql(ACCOUNT + "where agency_id = ? and id = ?")
                .params(agencyId, id)
                .query(ChannelStore::row)
                .optional();
    }

    Optional<Row> byDoor(int agencyId, byte[] hash) {
        return db.sql(ACCOUNT + "where agency_id = ? and door_hash = ? and active")
                .params(agencyId, hash)
                .query(ChannelStore::row)
                .optional();
    }

    void write(int agencyId, Row r, byte[] doorHash, Instant now) {
        db.sql("""
                insert into channel_account (agency_id, id, kind, name, address, settings, secrets, door_hash, active, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (agency_id, id) do update set name = excluded.name, address = excluded.address, settings = excluded.settings,
                    secrets = excluded.secrets, door_hash = excluded.door_hash, active = excluded.active
                """)
                .params(
                        agencyId,
                        r.id(),
                        r.kind(),
                        r.name(),
                        r.address(),
                        JSON.writeValueAsString(r.settings()),
                        r.secrets(),
                        doorHash,
                        r.active(),
                        Timestamp.from(now))
                .update();
    }

    void keep(List<Came> calls, Instant now) {
        db.sql("""
                insert into inbound_raw (agency_id, id, account_id, received_at, query, headers, body)
                select c.agency_id, c.id, c.account_id, ?, c.query, c.headers, c.body
                from unnest(?, ?, ?, ?, ?, ?) as c (agency_id, id, account_id, query, headers, body)
                """)
                .params(
                        Timestamp.from(now),
                        Columns.ints(calls, Came::agencyId),
                        Columns.longs(calls, Came::id),
                        Columns.longs(calls, Came::accountId),
                        Columns.texts(
                                calls, c -> JSON.writeValueAsString(c.call().query())),
                        Columns.texts(
                                calls, c -> JSON.writeValueAsString(c.call().headers())),
                        calls.stream().map(c -> c.call().body()).toArray(byte[][]::new))
                .update();
    }

    /** Accounts with something that may be read now. */
    List<ChannelAccount.Key> accountsWithUnread(Instant now) {
        return db.sql("""
                select distinct agency_id, account_id from inbound_raw
                where read_at is null and failed_at is null and (next_at is null or next_at <= ?) order by agency_id, account_id
                """)
                .param(Timestamp.from(now))
                .query((rs, i) -> new ChannelAccount.Key(rs.getInt(1), rs.getLong(2)))
                .list();
    }

    /** How many calls wait to be read, by account. */
    Map<Long, Integer> unreadByAccount(int agencyId) {
        Map<Long, Integer> all = new HashMap<>();
        db.sql("""
                select account_id, count(*) from inbound_raw where agency_id = ? and read_at is null and failed_at is null group by account_id
                """)
                .param(agencyId)
                .query((rs, i) -> all.put(rs.getLong(1), rs.getInt(2)))
                .list();
        return all;
    }

    /** Those that may be read now, in the order in which they came. */
    List<Raw> unread(ChannelAccount.Key of, long after, Instant now, int limit) {
        return db.sql("""
                select id, attempts from inbound_raw
                where agency_id = ? and account_id = ? and read_at is null and failed_at is null
                    and (next_at is null or next_at <= ?) and id > ? order by id limit ?
                """)
                .params(of.agencyId(), of.account(), Timestamp.from(now), after, limit)
                .query((rs, i) -> new Raw(rs.getLong("id"), rs.getInt("attempts")))
                .list();
    }

    /** Persons whose messages wait for an earlier one of theirs, and until when. */
    Map<String, Instant> held(ChannelAccount.Key of, Instant now) {
        Map<String, Instant> all = new HashMap<>();
        db.sql("""
                select p.person, max(r.next_at) from inbound_raw r cross join unnest(r.persons) as p (person)
                where r.agency_id = ? and r.account_id = ? and r.read_at is null and r.failed_at is null and r.next_at > ? group by p.person
                """)
                .params(of.agencyId(), of.account(), Timestamp.from(now))
                .query((rs, i) -> all.put(rs.getString(1), rs.getTimestamp(2).toInstant()))
                .list();
        return all;
    }

    /** One at a time: a mail may be large. */
    Call call(int agencyId, long rawId) {
        return db.sql("select query, headers, body from inbound_raw where agency_id = ? and id = ?")
                .params(agencyId, rawId)
                .query((rs, i) -> new Call(
                        JSON.readValue(rs.getString("query"), MAP),
                        JSON.readValue(rs.getString("headers"), MAP),
                        rs.getBytes("body")))
                .single();
    }

    void read(int agencyId, long rawId, Instant now) {
        db.sql("update inbound_raw set read_at = ?, next_at = null, persons = '{}' where agency_id = ? and id = ?")
                .params(Timestamp.from(now), agencyId, rawId)
                .update();
    }

    void unreadable(int agencyId, long rawId, Instant now, String error) {
        db.sql("""
                update inbound_raw set failed_at = ?, error = ?, next_at = null, persons = '{}' where agency_id = ? and id = ?
                """).params(Timestamp.from(now), cut(error), agencyId, rawId).update();
    }

    /** Another attempt failed for a reason that may pass. */
    void again(int agencyId, long rawId, PutOff off, String error) {
        db.sql("""
                update inbound_raw set attempts = attempts + 1, next_at = ?, persons = ?, error = ? where agency_id = ? and id = ?
                """)
                .params(Timestamp.from(off.until()), off.persons().toArray(String[]::new), cut(error), agencyId, rawId)
                .update();
    }

    /** It was not tried: an earlier message of who wrote it waits. */
    void behind(int agencyId, long rawId, PutOff off) {
        db.sql("update inbound_raw set next_at = ?, persons = ? where agency_id = ? and id = ?")
                .params(Timestamp.from(off.until()), off.persons().toArray(String[]::new), agencyId, rawId)
                .update();
    }

    int countUnreadable(int agencyId, long accountId) {
        return db.sql("""
                select count(*) from inbound_raw where agency_id = ? and account_id = ? and failed_at is not null and read_at is null
                """).params(agencyId, accountId).query(Integer.class).single();
    }

    /** All that failed wait again. */
    int readAgain(int agencyId, long accountId) {
        return db.sql("""
                update inbound_raw set failed_at = null, error = null, attempts = 0
                where agency_id = ? and account_id = ? and failed_at is not null and read_at is null
                """).params(agencyId, accountId).update();
    }

    /** False when the message was there already. */
    boolean first(int agencyId, long accountId, String key, long id, long rawId, Instant at) {
        return db.sql("""
                        insert into inbound (agency_id, account_id, key, id, raw_id, at, became) values (?, ?, ?, ?, ?, ?, '')
                        on conflict (agency_id, account_id, key) do nothing
                        """)
                        .params(agencyId, accountId, key, id, rawId, Timestamp.from(at))
                        .update()
                > 0;
    }

    void became(int agencyId, long accountId, String key, String what, @Nullable Long complaintId) {
        db.sql("update inbound set became = ?, complaint_id = ? where agency_id = ? and account_id = ? and key = ?")
                .params(asList(what, complaintId, agencyId, accountId, key))
                .update();
    }

    /**
     * Notes that the person wrote.
     *
     * @return when he wrote before and was helped before; null for never
     */
    Before wrote(int agencyId, long accountId, Arrival.Said said) {
        return db.sql("""
                with before as (
                    select last_at, helped_at from channel_person where agency_id = :agency and account_id = :account and address = :address
                ), now as (
                    insert into channel_person (agency_id, account_id, address, name, phone, last_at)
                    values (:agency, :account, :address, :name, :phone, :at)
                    on conflict (agency_id, account_id, address) do update set
                        name = case when excluded.name = '' then channel_person.name else excluded.name end,
                        phone = coalesce(excluded.phone, channel_person.phone),
                        last_at = greatest(channel_person.last_at, excluded.last_at)
                ), whose as (
                    update inbound set address = :address, mail_id = :mail where agency_id = :agency and account_id = :account and key = :key
                )
                select (select last_at from before), (select helped_at from before)
                """)
                .param("agency", agencyId)
                .param("account", accountId)
                .param("address", said.address())
                .param("key", said.key())
                .param("name", said.name())
                .param("phone", said.phone())
                .param("at", Timestamp.from(said.at()))
                .param("mail", said.mail() == null ? null : said.mail().id())
                .query((rs, i) -> new Before(instant(rs, 1), instant(rs, 2)))
                .single();
    }

    /** When the person wrote last; empty for one that never did. */
    Optional<Instant> wroteAt(int agencyId, long accountId, String address) {
        return db.sql("select last_at from channel_person where agency_id = ? and account_id = ? and address = ?")
                .params(agencyId, accountId, address)
                .query((rs, i) -> rs.getTimestamp(1).toInstant())
                .optional();
    }

    record Before(@Nullable Instant wroteAt, @Nullable Instant helpedAt) {}

    void helped(int agencyId, long accountId, String address, Instant now) {
        db.sql("update channel_person set helped_at = ? where agency_id = ? and account_id = ? and address = ?")
                .params(Timestamp.from(now), agencyId, accountId, address)
                .update();
    }

    /** The newest case of who writes from there that is not closed. */
    Optional<Long> openCase(int agencyId, String lane, String address) {
        return db.sql("""
                select c.id from reporter r join complaint c on c.agency_id = r.agency_id and c.id = r.complaint_id
                where r.agency_id = ? and r.lane = ? and r.lane_address = ? and c.closed_at is null
                order by r.complaint_id desc limit 1
                """)
                .params(agencyId, lane, address)
                .query((rs, i) -> rs.getLong(1))
                .optional();
    }

    /** Forgets the calls that came for a complaint and, where it is the last of who wrote them, whatever the account knows of him. */
    void forget(int agencyId, long complaintId) {
        db.sql("""
                with gone as (
                    select distinct i.account_id, i.address from inbound i
                    where i.agency_id = :agency and i.complaint_id = :complaint and i.address is not null
                        and not exists (
                            select from inbound o where o.agency_id = :agency and o.account_id = i.account_id and o.address = i.address
                                and o.complaint_id <> :complaint)
                ), theirs as (
                    select i.account_id, i.key, i.raw_id from inbound i
                    where i.agency_id = :agency
                        and (i.complaint_id = :complaint or (i.account_id, i.address) in (select account_id, address from gone))
                ), persons as (
                    delete from channel_person where agency_id = :agency and (account_id, address) in (select account_id, address from gone)
                ), windows as (
                    delete from instagram_person where agency_id = :agency and (account_id, address) in (select account_id, address from gone)
                ), comments as (
                    delete from instagram_comment where agency_id = :agency and (account_id, address) in (select account_id, address from gone)
                ), calls as (
                    update inbound_raw set query = '{}', headers = '{}', body = ''
                    where agency_id = :agency and read_at is not null and id in (select raw_id from theirs)
                )
                update inbound i set address = null, mail_id = null from theirs t
                where i.agency_id = :agency and i.account_id = t.account_id and i.key = t.key
                """).param("agency", agencyId).param("complaint", complaintId).update();
    }

    List<String> mailsOf(int agencyId, long complaintId, String address) {
        return db.sql("""
                select mail_id from (
                    select mail_id, id from inbound
                    where agency_id = ? and complaint_id = ? and address = ? and mail_id is not null order by id desc limit 10
                ) newest order by id
                """)
                .params(agencyId, complaintId, address)
                .query((rs, i) -> rs.getString(1))
                .list();
    }

    /** Throws away what was read before one moment, and what could not be read before the other. */
    void expire(int agencyId, Instant read, Instant failed) {
        db.sql("""
                delete from inbound_raw where agency_id = :agency and (read_at < :read or failed_at < :failed and read_at is null)
                """)
                .param("agency", agencyId)
                .param("read", Timestamp.from(read))
                .param("failed", Timestamp.from(failed))
                .update();
    }

    private static Row row(ResultSet rs, int i) throws SQLException {
        return new Row(
                rs.getLong("id"),
                rs.getString("kind"),
                rs.getString("name"),
                rs.getString("address"),
                JSON.readValue(rs.getString("settings"), MAP),
                rs.getString("secrets"),
                rs.getBoolean("active"));
    }

    private static @Nullable Instant instant(ResultSet rs, int column) throws SQLException {
        Timestamp t = rs.getTimestamp(column);
        return t == null ? null : t.toInstant();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }
}
