package id.tindak.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tindak.base.Keys;
import id.tindak.base.PrivateFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Backup under write load and restore, for real. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTest {

    private static final char[] WORDS = "tujuh belas agustus".toCharArray();
    private static final String SHAPES =
            "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1";

    @TempDir
    static Path place;

    private Path data = Path.of("");
    private BackupCommand.Places places = new BackupCommand.Places(data, data);
    private EmbeddedPostgres server;
    private Keys keys;

    @BeforeAll
    void programRuns() throws Exception {
        data = place.resolve("data");
        places = new BackupCommand.Places(data, data.resolve("keys"));
        TestServer.shareBinaries(data);
        server = EmbeddedPostgres.start(data, Map.of("max_wal_size", "64MB", "min_wal_size", "32MB"));
        keys = new Keys(data.resolve("keys"));
        EmbeddedPostgresTest.as(
                server.server().owner("tindak"),
                "CREATE TABLE settled (number int PRIMARY KEY, words text)",
                "INSERT INTO settled SELECT n, md5(n::text) FROM generate_series(1, 200000) n",
                "CREATE TABLE secret (closed text)",
                "CREATE TABLE attachment (hash text PRIMARY KEY, number int)",
                "CREATE TABLE churned (number int PRIMARY KEY, words text)",
                "INSERT INTO churned SELECT n, '' FROM generate_series(1, 20000) n");
        EmbeddedPostgresTest.as(
                server.server().app("tindak"),
                "INSERT INTO secret VALUES ('" + keys.encrypt("3301010101010001", "nik:1") + "')");
        PrivateFiles.directory(data.resolve("files"));
    }

    @AfterAll
    void programEnds() {
        server.close();
    }

    @Test
    void everythingAcknowledgedBeforeTheBackupIsInItThoughTheProgramWroteAllTheWhile() throws Exception {
        Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
        AtomicBoolean stop = new AtomicBoolean();
        Thread attachments = load(stop, connection -> attach(connection, acknowledged));
        Thread churn = load(stop, BackupTest::churn);
        while (acknowledged.size() < 50) Thread.sleep(10);

        Path file = place.resolve("cadangan.zip");
        Map<String, Integer> before = new TreeMap<>(acknowledged);
        String shapes = all(server.server().app("tindak"), SHAPES);
        String settled = EmbeddedPostgresTest.one(
                server.server().app("tindak"),
                "SELECT md5(string_agg(number || words, ',' ORDER BY number)) FROM settled");
        new Backup(places).write(file, WORDS);
        int after = acknowledged.size();
        stop.set(true);
        attachments.join();
        churn.join();
        assertThat(after).as("rows written while the backup ran").isGreaterThan(before.size() + 50);

        BackupCommand.Places other = new BackupCommand.Places(place.resolve("pulih"), place.resolve("pulih/keys"));
        new Restore(other).read(file, WORDS);
        try (EmbeddedPostgres restored = EmbeddedPostgres.start(other.data())) {
            DatabaseUrl app = restored.server().app("tindak");
            assertThat(all(app, SHAPES)).isEqualTo(shapes);
            assertThat(EmbeddedPostgresTest.one(
                            app, "SELECT md5(string_agg(number || words, ',' ORDER BY number)) FROM settled"))
                    .isEqualTo(settled);
            assertThat(EmbeddedPostgresTest.one(app, "SELECT count(*) || ' ' || count(DISTINCT words) FROM churned"))
                    .isEqualTo("20000 1");
            assertThat(all(app, "SELECT hash FROM attachment").split("\n")).containsAll(before.keySet());
            for (String hash : all(app, "SELECT hash FROM attachment").split("\n"))
                assertThat(sha256(
                                Files.readAllBytes(other.data().resolve("files").resolve(hash))))
                        .isEqualTo(hash);
            assertThat(new Keys(other.keys())
                            .decrypt(EmbeddedPostgresTest.one(app, "SELECT closed FROM secret"), "nik:1"))
                    .isEqualTo("3301010101010001");
            EmbeddedPostgresTest.as(app, "INSERT INTO attachment VALUES ('sesudah', 0)");
            assertThat(EmbeddedPostgresTest.one(app, "SHOW data_checksums")).isEqualTo("on");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(EmbeddedPostgresTest.one(
                        server.server().superuser("tindak"), "SELECT count(*) FROM pg_replication_slots"))
                .isEqualTo("0");
    }

    @Test
    void whatCannotBeDoneIsSaidAndLeavesNothingBehind() throws Exception {
        Path file = place.resolve("lain.zip");
        assertThatThrownBy(() -> new Backup(places).write(place.resolve("tiada/lain.zip"), WORDS))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("Direktori");
        assertThatThrownBy(() -> new Backup(places).write(data.resolve("files/lain.zip"), WORDS))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("direktori data");
        new Backup(places).write(file, WORDS);
        assertThatThrownBy(() -> new Backup(places).write(file, WORDS))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("tidak ditimpa");

        Path target = place.resolve("target");
        BackupCommand.Places empty = new BackupCommand.Places(target, target.resolve("keys"));
        assertThatThrownBy(() -> new Restore(empty).read(file, "kata sandi salah".toCharArray()))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("salah");
        assertThatThrownBy(() -> new Restore(empty).read(place.resolve("tiada.zip"), WORDS))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("tidak ada");
        assertThatThrownBy(() -> new Restore(places).read(file, WORDS))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("tidak kosong");
        assertThat(target).doesNotExist();

        Path cut = place.resolve("potong.zip");
        byte[] whole = Files.readAllBytes(file);
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
        Files.copy(place.resolve("lain.zip.keys"), place.resolve("potong.zip.keys"));
        assertThatThrownBy(() -> new Restore(empty).read(cut, WORDS))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("rusak");
        Files.delete(place.resolve("potong.zip.keys"));
        assertThatThrownBy(() -> new Restore(empty).read(cut, WORDS))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("--tanpa-kunci");
        assertThat(target).doesNotExist();
    }

    @Test
    void keysLeaveTheMachineOnlySealed() throws Exception {
        byte[] sealed = SealedKeys.seal(data.resolve("keys"), WORDS);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain("induk")
                .doesNotContain("kunci-1");
        assertThat(SealedKeys.open(sealed, WORDS).get("kunci-1"))
                .isEqualTo(Files.readAllBytes(data.resolve("keys/kunci-1")));
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> SealedKeys.open(sealed, WORDS)).isInstanceOf(DatabaseTrouble.class);
    }

    private interface Work {
        void on(Connection connection) throws Exception;
    }

    private Thread load(AtomicBoolean stop, Work work) {
        return Thread.ofPlatform().start(() -> {
            try (Connection connection = server.server().app("tindak").connect()) {
                while (!stop.get()) work.on(connection);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private void attach(Connection connection, Map<String, Integer> acknowledged) throws Exception {
        int number = acknowledged.size();
        byte[] content = ("lampiran " + number + " " + "x".repeat(number % 5000)).getBytes(StandardCharsets.UTF_8);
        String hash = sha256(content);
        PrivateFiles.write(data.resolve("files").resolve(hash), content);
        try (var insert = connection.prepareStatement("INSERT INTO attachment VALUES (?, ?)")) {
            insert.setString(1, hash);
            insert.setInt(2, number);
            insert.execute();
        }
        acknowledged.put(hash, number);
    }

    /** Every row gets the same words in one transaction: a restore that shows two words is torn. */
    private static void churn(Connection connection) throws Exception {
        try (var update = connection.prepareStatement("UPDATE churned SET words = ?")) {
            update.setString(1, Long.toString(System.nanoTime()));
            update.execute();
        }
    }

    private static String all(DatabaseUrl url, String sql) throws Exception {
        StringBuilder lines = new StringBuilder();
        try (Connection connection = url.connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) lines.append(lines.isEmpty() ? "" : "\n").append(rows.getString(1));
        }
        return lines.toString();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
