package id.tindak.base;

import id.tindak.base.database.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A fresh database with all migrations, for a test without Spring; made in some 50 ms from a template that is kept between runs.
 *
 * <p>Tests with Spring need none of this: every Spring context of the tests gets a fresh database of its own by itself
 * ({@link TestDatabaseInitializer}), served as tindak_app like in production.
 */
public final class TestDatabase implements AutoCloseable {

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A new migrated database. */
    public static TestDatabase fresh() {
        return new TestDatabase(TestServer.migratedDatabase());
    }

    /** Connections as tindak_app, as the program has them. Each is a connection of its own; close it. */
    public DataSource app() {
        return TestServer.app(name);
    }

    /** Connections as tindak_owner, to look at or to break what tindak_app cannot. */
    public DataSource owner() {
        return TestServer.owner(name);
    }

    /** Statements as tindak_app. */
    public JdbcClient sql() {
        return JdbcClient.create(app());
    }

    /** {@code postgresql://user:password@…} of tindak_app, as TINDAK_DATABASE_URL wants it. */
    public String url() {
        return TestServer.url(name);
    }

    /** {@code postgresql://user:password@…} of tindak_owner. */
    public String ownerUrl() {
        return TestServer.ownerUrl(name);
    }

    @Override
    public void close() {
        try (Connection admin = TestServer.superuser().getConnection();
                var statement = admin.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
