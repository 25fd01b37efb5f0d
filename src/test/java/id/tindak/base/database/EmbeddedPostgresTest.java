package id.tindak.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    static Path data;

    @BeforeAll
    static void shareTheUnpackedBinaries() {
        TestServer.shareBinaries(data);
    }

    @Test
    void keepsWhatWasWrittenFromOneStartToTheNext() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            as(server.server().owner("tindak"), "CREATE TABLE IF NOT EXISTS kept (word text)", "TRUNCATE kept");
            as(server.server().app("tindak"), "INSERT INTO kept VALUES ('aduan')");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            assertThat(one(server.server().app("tindak"), "SELECT word FROM kept"))
                    .isEqualTo("aduan");
        }
    }

    @Test
    void theServingRoleReadsAndWritesRowsAndNothingElse() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            as(server.server().owner("tindak"), "CREATE TABLE IF NOT EXISTS mine (word text)");
            as(
                    server.server().app("tindak"),
                    "INSERT INTO mine VALUES ('a')",
                    "UPDATE mine SET word = 'b'",
                    "DELETE FROM mine");
            for (String forbidden : new String[] {
                "CREATE TABLE other (word text)",
                "DROP TABLE mine",
                "TRUNCATE mine",
                "ALTER TABLE mine ADD more text",
                "CREATE ROLE friend",
                "SET ROLE tindak_owner",
                "SET ROLE postgres",
                "COPY mine TO '/dev/null'",
                "CREATE SCHEMA other"
            })
                assertThatThrownBy(() -> as(server.server().app("tindak"), forbidden))
                        .as(forbidden)
                        .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void clusterIsUtf8WithChecksumsAndTheBuiltinLocaleAndListensOnLoopbackOnly() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            DatabaseUrl url = server.server().app("tindak");
            assertThat(one(url, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(one(url, "SHOW data_checksums")).isEqualTo("on");
            assertThat(one(url, "SHOW fsync")).isEqualTo("on");
            assertThat(one(url, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(one(url, "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = 'tindak'"))
                    .isEqualTo("bC.UTF-8");
        }
    }

    @Test
    void nobodyEntersWithoutThePassword() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            DatabaseUrl right = server.server().app("tindak");
            assertThatThrownBy(() -> new DatabaseUrl(right.jdbc(), right.user(), "salah").connect())
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void passwordsAreReadableByTheOwnerOnlyAndAreMadeAnewWhenTheFileIsLost() throws Exception {
        EmbeddedPostgres.start(data).close();
        Path file = EmbeddedPostgres.passwordFile(data);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String before = Files.readString(file);
        Files.delete(file);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            assertThat(one(server.server().app("tindak"), "SELECT 'masuk'")).isEqualTo("masuk");
        }
        assertThat(Files.readString(file)).isNotEqualTo(before);
    }

    @Test
    void secondProcessIsRefusedWithASentence() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            assertThat(server.server().port()).isPositive();
            assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                    .isInstanceOf(DatabaseTrouble.class)
                    .hasMessageContaining("sedang dipakai");
        }
    }

    @Test
    void dataOfAnotherMajorVersionAreRefusedWithASentence() throws Exception {
        EmbeddedPostgres.start(data).close();
        Path version = EmbeddedPostgres.cluster(data).resolve("PG_VERSION");
        Files.writeString(version, "17\n");
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                    .isInstanceOf(DatabaseTrouble.class)
                    .hasMessageContaining("PostgreSQL 17");
        } finally {
            Files.writeString(version, "18\n");
        }
    }

    @Test
    void binariesAreUnpackedWithoutXz(@TempDir Path other) {
        PostgresBinaries unpacked = PostgresBinaries.unpacked(other);
        assertThat(unpacked.must("", "postgres", List.of("--version"))).contains(EmbeddedPostgres.VERSION);
        assertThat(other.toFile().list()).containsExactly("postgresql-" + EmbeddedPostgres.VERSION);
    }

    @Test
    void halfMadeClusterIsNeverTakenForADatabase(@TempDir Path other) throws Exception {
        TestServer.shareBinaries(other);
        Files.createDirectories(other.resolve("database.baru/base"));
        Files.writeString(other.resolve("database.baru/PG_VERSION"), "18\n");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(other)) {
            assertThat(one(server.server().app("tindak"), "SELECT 'utuh'")).isEqualTo("utuh");
        }
        assertThat(other.resolve("database.baru")).doesNotExist();
    }

    static void as(DatabaseUrl url, String... statements) throws SQLException {
        try (Connection connection = url.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }

    static String one(DatabaseUrl url, String sql) throws SQLException {
        try (Connection connection = url.connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
