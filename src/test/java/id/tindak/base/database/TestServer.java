package id.tindak.base.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The one embedded server of a test run, below target/ and kept between runs. It is the real thing but for fsync: a power cut may cost it its
 * data, which are made again.
 */
public final class TestServer {

    private static final Map<String, String> QUICK = Map.of(
            "fsync",
            "off",
            "full_page_writes",
            "off",
            "synchronous_commit",
            "off",
            "max_connections",
            "200",
            "shared_buffers",
            "64MB");
    private static final String MIGRATIONS = "classpath:db/migration";
    private static final int MANY = 5;
    private static final Server SERVER = started();
    private static final String TEMPLATE = template();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestServer() {}

    /** Makes a database from the migrated template and tells its name. */
    public static String migratedDatabase() {
        String name = "uji_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " OWNER tindak_owner");
        return name;
    }

    public static DataSource app(String database) {
        return source(SERVER.app(database));
    }

    public static DataSource owner(String database) {
        return source(SERVER.owner(database));
    }

    public static DataSource superuser() {
        return source(SERVER.superuser("postgres"));
    }

    public static String url(String database) {
        return SERVER.app(database).complete();
    }

    public static String ownerUrl(String database) {
        return SERVER.owner(database).complete();
    }

    /** First column of what a query finds in the data directory of a program that has ended. */
    public static List<String> rowsOf(Path data, String sql) {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data);
                Connection connection = server.server().app("tindak").connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return first(rows);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<String> first(ResultSet rows) throws SQLException {
        List<String> first = new ArrayList<>();
        while (rows.next()) first.add(rows.getString(1));
        return first;
    }

    private static Server started() {
        String external = System.getenv("TINDAK_TEST_POSTGRES");
        return external == null ? embedded() : prepared(DatabaseUrl.parse("TINDAK_TEST_POSTGRES", external));
    }

    /** A server of another version, given by the address of its superuser. */
    private static Server prepared(DatabaseUrl superuser) {
        int port = Integer.parseInt(superuser.jdbc().replaceAll(".*:([0-9]+)/.*", "$1"));
        Passwords made = Passwords.made();
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            for (String role : List.of("tindak_owner '" + made.owner() + "'", "tindak_app '" + made.app() + "'")) {
                String name = role.substring(0, role.indexOf(' '));
                statement.execute("DO $$ BEGIN CREATE ROLE " + name
                        + " LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
                statement.execute("ALTER ROLE " + role.replace(" '", " PASSWORD '"));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return new Server(port, new Passwords(superuser.password(), made.owner(), made.app()));
    }

    private static Server embedded() {
        for (int number = 1; ; number++) // a second test run beside this one takes the next directory
        try {
                Path data = Path.of("target", "postgres-" + number);
                shareBinaries(data);
                EmbeddedPostgres server = EmbeddedPostgres.start(data, QUICK);
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                return server.server();
            } catch (DatabaseTrouble taken) {
                if (number == MANY) throw taken;
            }
    }

    /** One template per state of the migrations, whichever branch is checked out. */
    private static String template() {
        String name = "templat_" + fingerprint();
        List<String> names = names();
        for (String old : names)
            if (old.startsWith("uji_") || old.equals(name + "_baru")) execute("DROP DATABASE " + old + " WITH (FORCE)");
        if (names.contains(name)) return name;
        String side = name + "_baru";
        execute("CREATE DATABASE " + side + " OWNER tindak_owner");
        try (Connection connection = source(SERVER.superuser(side)).getConnection();
                Statement statement = connection.createStatement()) {
            for (String right : EmbeddedPostgres.RIGHTS) statement.execute(right);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        Flyway.configure().dataSource(owner(side)).locations(MIGRATIONS).load().migrate();
        execute("ALTER DATABASE " + side + " RENAME TO " + name);
        return name;
    }

    private static String fingerprint() {
        CRC32 sum = new CRC32();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/*.sql")) {
                sum.update(String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
                sum.update(file.getContentAsByteArray());
            }
        } catch (java.io.FileNotFoundException none) {
            return "kosong";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Long.toHexString(sum.getValue());
    }

    /** Links the programs, unpacked once below target/, into a data directory. */
    public static void shareBinaries(Path data) {
        Path shared =
                PostgresBinaries.unpacked(Path.of("target").toAbsolutePath()).home();
        try {
            Files.createDirectories(data);
            Path link = data.resolve(shared.getFileName());
            if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) Files.createSymbolicLink(link, shared);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> names() {
        try (Connection connection = superuser().getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT datname FROM pg_database")) {
            return first(rows);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void execute(String sql) {
        try (Connection connection = superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private static DataSource source(DatabaseUrl url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url.jdbc());
        source.setUser(url.user());
        source.setPassword(url.password());
        return source;
    }
}
