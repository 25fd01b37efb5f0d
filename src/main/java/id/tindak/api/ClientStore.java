package id.tindak.api;

import static java.util.Arrays.asList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ClientStore {

    private static final String CLIENT = """
            select agency_id, id, name, key_hint, scopes, rate, officer_id, active, created_at, used_at from api_client
            """;

    private final JdbcClient db;

    ClientStore(JdbcClient db) {
        this.db = db;
    }

    List<Client> all(int agencyId) {
        return db.sql(CLIENT + "where agency_id = ? order by active desc, id")
                .param(agencyId)
                .query(ClientStore::client)
                .list();
    }

    Optional<Client> find(int agencyId, long id) {
        return db.sql(CLIENT + "where agency_id = ? and id = ?")
                .params(agencyId, id)
                .query(ClientStore::client)
                .optional();
    }

    Optional<Client> byKey(int agencyId, byte[] hash) {
        return db.sql(CLIENT + "where agency_id = ? and key_hash = ? and active")
                .params(agencyId, hash)
                .query(ClientStore::client)
                .optional();
    }

    void insert(Client c, byte[] hash, long by) {
        db.sql("""
                insert into api_client (agency_id, id, name, key_hash, key_hint, scopes, rate, officer_id, active, created_at, created_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(asList(
                        c.agencyId(),
                        c.id(),
                        c.name(),
                        hash,
                        c.keyHint(),
                        words(c.scopes()),
                        c.rate(),
                        c.officerId(),
                        c.active(),
                        Timestamp.from(c.createdAt()),
                        by))
                .update();
    }

    void update(Client c) {
        db.sql("""
                update api_client set name = ?, scopes = ?, rate = ?, officer_id = ?, active = ? where agency_id = ? and id = ?
                """)
                .params(asList(c.name(), words(c.scopes()), c.rate(), c.officerId(), c.active(), c.agencyId(), c.id()))
                .update();
    }

    void key(int agencyId, long id, byte[] hash, String hint) {
        db.sql("update api_client set key_hash = ?, key_hint = ? where agency_id = ? and id = ?")
                .params(hash, hint, agencyId, id)
                .update();
    }

    void used(int agencyId, long id, Instant at) {
        db.sql("update api_client set used_at = ? where agency_id = ? and id = ?")
                .params(Timestamp.from(at), agencyId, id)
                .update();
    }

    private static String[] words(Set<Scope> scopes) {
        return scopes.stream().map(Scope::word).sorted().toArray(String[]::new);
    }

    private static Client client(ResultSet rs, int i) throws SQLException {
        Timestamp used = rs.getTimestamp("used_at");
        return new Client(
                rs.getInt("agency_id"),
                rs.getLong("id"),
                rs.getString("name"),
                rs.getString("key_hint"),
                Stream.of((String[]) rs.getArray("scopes").getArray())
                        .flatMap(word -> Scope.of(word).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                rs.getInt("rate"),
                (Long) rs.getObject("officer_id"),
                rs.getBoolean("active"),
                rs.getTimestamp("created_at").toInstant(),
                used == null ? null : used.toInstant());
    }
}
