package id.tindak.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountStore {

    private static final String BY_NAME = """
            select id, name, username, nip, password_hash, active_from, active_until, admin, auditor_until
            from officer where agency_id = :agency and (lower(username) = lower(:name) or nip = :name)
            order by lower(username) = lower(:name) desc limit 1
            """;
    private static final String BY_ID = """
            select id, name, username, nip, password_hash, active_from, active_until, admin, auditor_until
            from officer where agency_id = :agency and id = :id
            """;
    private static final String SET_PASSWORD = """
            update officer set password_hash = :hash where agency_id = :agency and id = :id
            """;
    private static final String LOG_SIGN_IN = """
            insert into sign_in (agency_id, id, officer_id, at, accepted, client)
            values (:agency, :id, :officer, :at, :accepted, :client)
            """;
    private static final String ADD_LINK = """
            insert into password_link (agency_id, token_hash, officer_id, expires_at)
            values (:agency, :hash, :officer, :expires)
            """;
    private static final String END_LINKS = """
            delete from password_link where agency_id = :agency and (officer_id = :officer or expires_at < :now)
            """;
    private static final String LINK_OWNER = """
            select officer_id from password_link where agency_id = :agency and token_hash = :hash and expires_at > :now
            """;

    private final JdbcClient sql;

    AccountStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** An officer as sign-in sees him; {@code hash} is null until the first password is set. */
    record Account(
            long id,
            String name,
            String username,
            @Nullable String nip,
            @Nullable String hash,
            LocalDate activeFrom,
            @Nullable LocalDate activeUntil,
            boolean admin,
            @Nullable Instant auditorUntil) {

        /** Within the dates of the appointment, and of the mandate for an auditor. */
        boolean active(LocalDate today, Instant now) {
            boolean appointed = !today.isBefore(activeFrom) && (activeUntil == null || !today.isAfter(activeUntil));
            return appointed && (auditorUntil == null || now.isBefore(auditorUntil));
        }

        static Account of(ResultSet row, int n) throws SQLException {
            Timestamp auditor = row.getTimestamp("auditor_until");
            return new Account(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("username"),
                    row.getString("nip"),
                    row.getString("password_hash"),
                    row.getObject("active_from", LocalDate.class),
                    row.getObject("active_until", LocalDate.class),
                    row.getBoolean("admin"),
                    auditor == null ? null : auditor.toInstant());
        }
    }

    /** @param name user name, letter case ignored, or NIP */
    Optional<Account> byName(int agencyId, String name) {
        return sql.sql(BY_NAME)
                .param("agency", agencyId)
                .param("name", name)
                .query(Account::of)
                .optional();
    }

    Optional<Account> byId(int agencyId, long officerId) {
        return sql.sql(BY_ID)
                .param("agency", agencyId)
                .param("id", officerId)
                .query(Account::of)
                .optional();
    }

    void setPassword(int agencyId, long officerId, String hash) {
        sql.sql(SET_PASSWORD)
                .param("agency", agencyId)
                .param("id", officerId)
                .param("hash", hash)
                .update();
    }

    void logSignIn(int agencyId, long id, long officerId, Instant at, boolean accepted, String client) {
        sql.sql(LOG_SIGN_IN)
                .param("agency", agencyId)
                .param("id", id)
                .param("officer", officerId)
                .param("at", Timestamp.from(at))
                .param("accepted", accepted)
                .param("client", client)
                .update();
    }

    /** A new link ends the older ones of the same person. */
    void addLink(int agencyId, byte[] tokenHash, long officerId, Instant now, Instant expires) {
        endLinks(agencyId, officerId, now);
        sql.sql(ADD_LINK)
                .param("agency", agencyId)
                .param("hash", tokenHash)
                .param("officer", officerId)
                .param("expires", Timestamp.from(expires))
                .update();
    }

    void endLinks(int agencyId, long officerId, Instant now) {
        sql.sql(END_LINKS)
                .param("agency", agencyId)
                .param("officer", officerId)
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Long> linkOwner(int agencyId, byte[] tokenHash, Instant now) {
        return sql.sql(LINK_OWNER)
                .param("agency", agencyId)
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional();
    }
}
