package id.tindak.api;

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
class CaseStore {

    private static final String CASE = """
            select c.id, c.public_number, c.kind, c.category, c.title, c.district, c.village, c.landmark, c.privacy, c.received_at,
                h.ended_at, h.outcome, s.latitude, s.longitude,
                coalesce(h.ended_at, (select max(coalesce(a.done_at, a.opened_at)) from assignment a
                    where a.agency_id = c.agency_id and a.complaint_id = c.id), c.received_at) as updated_at,
                exists (select from assignment a where a.agency_id = c.agency_id and a.complaint_id = c.id and a.done_at is null
                    and a.queue = 'reporter') as waits
            from complaint c
            cross join lateral (
                select h.ended_at, h.outcome from handling h
                where h.agency_id = c.agency_id and h.complaint_id = c.id order by h.round desc limit 1) h
            left join api_submission s on s.agency_id = c.agency_id and s.complaint_id = c.id
            where c.agency_id = :agency
                and (s.client_id = :client or :all and c.privacy not in ('RAHASIA', 'TANPA_IDENTITAS'))
            """;

    private final JdbcClient db;

    CaseStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A complaint as programs see it.
     *
     * @param waits for its reporter
     * @param outcome null while it is open
     */
    record Row(
            long id,
            String number,
            String kind,
            @Nullable String category,
            String title,
            @Nullable String district,
            @Nullable String village,
            @Nullable String landmark,
            String privacy,
            Instant receivedAt,
            Instant updatedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            boolean waits,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /**
     * Newest first.
     *
     * @param before id from which to read on
     * @param open null for both
     */
    List<Row> list(Client c, long before, @Nullable Boolean open, @Nullable String category, int limit) {
        return db.sql(CASE + """
                    and c.id < :before and (:open::boolean is null or (h.ended_at is null) = :open)
                    and (:category::text is null or c.category = :category)
                order by c.id desc limit :limit
                """)
                .param("agency", c.agencyId())
                .param("client", c.id())
                .param("all", c.may(Scope.READ))
                .param("before", before)
                .param("open", open)
                .param("category", category)
                .param("limit", limit)
                .query(CaseStore::row)
                .list();
    }

    /** Empty where there is none, and where this program may not know of it. */
    Optional<Row> find(Client c, String number) {
        return db.sql(CASE + "and c.public_number = :number")
                .param("agency", c.agencyId())
                .param("client", c.id())
                .param("all", c.may(Scope.READ))
                .param("number", number)
                .query(CaseStore::row)
                .optional();
    }

    private static Row row(ResultSet rs, int i) throws SQLException {
        Timestamp ended = rs.getTimestamp("ended_at");
        return new Row(
                rs.getLong("id"),
                rs.getString("public_number"),
                rs.getString("kind"),
                rs.getString("category"),
                rs.getString("title"),
                rs.getString("district"),
                rs.getString("village"),
                rs.getString("landmark"),
                rs.getString("privacy"),
                rs.getTimestamp("received_at").toInstant(),
                rs.getTimestamp("updated_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                rs.getString("outcome"),
                rs.getBoolean("waits"),
                (Double) rs.getObject("latitude"),
                (Double) rs.getObject("longitude"));
    }
}
