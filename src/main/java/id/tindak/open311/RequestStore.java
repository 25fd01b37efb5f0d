package id.tindak.open311;

import id.tindak.base.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RequestStore {

    private static final String RUN = """
            cross join lateral (
                select h.round, h.ended_at from handling h
                where h.agency_id = c.agency_id and h.complaint_id = c.id order by h.round desc limit 1) h
            left join api_submission s on s.agency_id = c.agency_id and s.complaint_id = c.id
            """;

    /** Confidential cases exist for nobody but the program that filed them. */
    private static final String VISIBLE = """
            c.agency_id = :agency and c.category is not null
                and (c.privacy not in ('RAHASIA', 'TANPA_IDENTITAS') or s.client_id = :client)
            """;

    private static final String NUMBERS = "and c.public_number = any (:numbers)\n";

    private static final String RANGE = """
            and c.id >= :first and c.received_at >= :from and c.received_at <= :to
                and (cardinality(:services::text[]) = 0 or c.category = any (:services))
                and (:open::boolean is null or (h.ended_at is null) = :open)
            """;

    private final JdbcClient db;

    RequestStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A complaint as a service request.
     *
     * @param own filed by the program that asks: then it has its text and place; any other has them, masked, once it is published
     * @param answer last word to the reporter, of an own one that has ended; the published answer of any other
     */
    record Row(
            String number,
            String service,
            Instant requestedAt,
            Instant updatedAt,
            @Nullable Instant endedAt,
            @Nullable Instant expectedAt,
            boolean own,
            @Nullable String text,
            @Nullable String answer,
            @Nullable String address,
            @Nullable String addressId,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /** Newest first. */
    List<Row> requests(int agencyId, long client, Query q) {
        return db.sql("""
                select c.public_number, c.category, c.received_at, h.ended_at, s.client_id = :client as own,
                    coalesce(h.ended_at, (select max(coalesce(a.done_at, a.opened_at)) from assignment a
                        where a.agency_id = c.agency_id and a.complaint_id = c.id), c.received_at) as updated_at,
                    (select k.deadline from clock k where k.agency_id = c.agency_id and k.complaint_id = c.id and k.round = h.round
                        and k.kind = 'JANJI') as expected_at,
                    case when s.client_id = :client then (select m.body from message m
                        where m.agency_id = c.agency_id and m.complaint_id = c.id and m.kind in ('COMPLAINT', 'CORRECTION')
                        order by m.id desc limit 1) else p.shown_complaint end as text,
                    case when s.client_id = :client and h.ended_at is not null then (select m.body from message m
                        where m.agency_id = c.agency_id and m.complaint_id = c.id and m.audience = 'REPORTER' and m.author = 'OFFICER'
                        order by m.id desc limit 1) when h.ended_at is not null then p.shown_answer end as answer,
                    case when s.client_id = :client then s.address else p.district end as address,
                    case when s.client_id = :client then s.address_id end as address_id,
                    case when s.client_id = :client then s.latitude end as latitude,
                    case when s.client_id = :client then s.longitude end as longitude
                from complaint c
                left join publication p on p.agency_id = c.agency_id and p.complaint_id = c.id and p.published_at is not null
                    and p.withdrawn_at is null
                """ + RUN + "where " + VISIBLE + (q.numbers().isEmpty() ? RANGE : NUMBERS) + """
                order by c.id desc limit :limit offset :offset
                """)
                .param("agency", agencyId)
                .param("client", client)
                .param("numbers", q.numbers().toArray(String[]::new))
                .param("first", Ids.first(q.from()))
                .param("from", Timestamp.from(q.from()))
                .param("to", Timestamp.from(q.to()))
                .param("services", q.services().toArray(String[]::new))
                .param("open", q.open())
                .param("limit", q.pageSize())
                .param("offset", q.offset())
                .query(RequestStore::row)
                .list();
    }

    /**
     * Something new of a request.
     *
     * @param text for the program that filed it alone
     */
    record Update(
            String id,
            String number,
            Instant at,
            boolean open,
            @Nullable String text) {}

    /** When requests were taken up and ended; for the program that filed one also what the office wrote to its reporter. Oldest first. */
    List<Update> updates(int agencyId, long client, Query q) {
        return db.sql("""
                with news as (
                    select c.public_number, h.id || 'a' as id, h.started_at as at, true as open, null as text
                    from handling h join complaint c on c.agency_id = h.agency_id and c.id = h.complaint_id
                    left join api_submission s on s.agency_id = c.agency_id and s.complaint_id = c.id
                    where\s""" + VISIBLE + """
                        and h.id >= :first and h.started_at >= :from and h.started_at <= :to
                    union all
                    select c.public_number, h.id || 'z', h.ended_at, false, null
                    from handling h join complaint c on c.agency_id = h.agency_id and c.id = h.complaint_id
                    left join api_submission s on s.agency_id = c.agency_id and s.complaint_id = c.id
                    where\s""" + VISIBLE + """
                        and h.ended_at >= :from and h.ended_at <= :to
                    union all
                    select c.public_number, m.id::text, m.at,
                        not exists (select from handling e where e.agency_id = m.agency_id and e.complaint_id = m.complaint_id
                            and e.ended_at <= m.at and not exists (select from handling l
                                where l.agency_id = e.agency_id and l.complaint_id = e.complaint_id and l.round > e.round
                                    and l.started_at <= m.at)), m.body
                    from api_submission s join complaint c on c.agency_id = s.agency_id and c.id = s.complaint_id
                    join message m on m.agency_id = c.agency_id and m.complaint_id = c.id
                    where s.agency_id = :agency and s.client_id = :client and m.author = 'OFFICER' and m.audience = 'REPORTER'
                        and m.at >= :from and m.at <= :to
                )
                select * from news where cardinality(:numbers::text[]) = 0 or public_number = any (:numbers)
                order by at, id limit :limit offset :offset
                """)
                .param("agency", agencyId)
                .param("client", client)
                .param("first", Ids.first(q.from()))
                .param("from", Timestamp.from(q.from()))
                .param("to", Timestamp.from(q.to()))
                .param("numbers", q.numbers().toArray(String[]::new))
                .param("limit", q.pageSize())
                .param("offset", q.offset())
                .query((rs, i) -> new Update(
                        rs.getString("id"),
                        rs.getString("public_number"),
                        rs.getTimestamp("at").toInstant(),
                        rs.getBoolean("open"),
                        rs.getString("text")))
                .list();
    }

    /** The complaint that this very program filed under the number. */
    Optional<Long> own(int agencyId, long client, String number) {
        return db.sql("""
                select c.id from complaint c join api_submission s on s.agency_id = c.agency_id and s.complaint_id = c.id
                where c.agency_id = ? and c.public_number = ? and s.client_id = ?
                """)
                .params(agencyId, number, client)
                .query((rs, i) -> rs.getLong(1))
                .optional();
    }

    /** The newest text of the reporter in the case. */
    long lastWord(int agencyId, long complaintId) {
        return db.sql("""
                select id from message where agency_id = ? and complaint_id = ? and author = 'REPORTER' order by id desc limit 1
                """).params(agencyId, complaintId).query(Long.class).single();
    }

    private static Row row(ResultSet rs, int i) throws SQLException {
        return new Row(
                rs.getString("public_number"),
                rs.getString("category"),
                rs.getTimestamp("received_at").toInstant(),
                rs.getTimestamp("updated_at").toInstant(),
                instant(rs, "ended_at"),
                instant(rs, "expected_at"),
                rs.getBoolean("own"),
                rs.getString("text"),
                rs.getString("answer"),
                rs.getString("address"),
                rs.getString("address_id"),
                (Double) rs.getObject("latitude"),
                (Double) rs.getObject("longitude"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp t = rs.getTimestamp(column);
        return t == null ? null : t.toInstant();
    }
}
