package id.tindak.base.database;

import id.tindak.base.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own below the data directory, for trial and for small offices: started and stopped with the program, reachable on
 * 127.0.0.1 alone and with a password alone. It survives kill -9 of the program and of itself: the next start takes over a server that is
 * still there, or lets PostgreSQL recover.
 *
 * <p>The cluster belongs to role {@code postgres}; {@code tindak_owner} owns the database and migrates it; {@code tindak_app} reads and writes
 * rows and can do nothing else.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The version of the binaries on the class path. */
    static final String VERSION = "18.6";

    static final String DATABASE = "tindak";
    private static final String MAJOR = VERSION.substring(0, VERSION.indexOf('.'));
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int START_TRIES = 10;
    private static final long PAUSE_MILLIS = 500;
    private static final long LOG_LIMIT_BYTES = 10_000_000;
    private static final String PORT_TAKEN = "Address already in use";
    private static final String STILL_DYING = "pre-existing shared memory block";

    /** Durable and small; a caller may set others on top (the tests do, for speed). */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "60"),
            Map.entry("shared_buffers", "128MB"),
            Map.entry("wal_level", "replica"), // online backup needs it
            Map.entry("max_wal_senders", "2"),
            Map.entry("max_replication_slots", "4"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_line_prefix", "%m [%p] %u@%d "),
            Map.entry("log_checkpoints", "off"));

    private final Path data;
    private final Path cluster;
    private final PostgresBinaries binaries;
    private final FileChannel lock;
    private final Server server;

    private EmbeddedPostgres(Path data, PostgresBinaries binaries, FileChannel lock, Map<String, String> settings)
            throws IOException {
        this.data = data;
        this.cluster = cluster(data);
        this.binaries = binaries;
        this.lock = lock;
        Passwords passwords = initialised();
        this.server = new Server(started(settings), passwords);
    }

    /** Starts the server of this data directory, making directory and cluster when there are none. */
    public static EmbeddedPostgres start(Path dataDirectory) {
        return start(dataDirectory, Map.of());
    }

    static EmbeddedPostgres start(Path dataDirectory, Map<String, String> moreSettings) {
        Path data = dataDirectory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(data);
            FileChannel lock = locked(data);
            try {
                return new EmbeddedPostgres(data, PostgresBinaries.unpacked(data), lock, moreSettings);
            } catch (IOException | RuntimeException failed) {
                stopWhatStarted(data);
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new DatabaseTrouble(
                    "Direktori data %s tidak dapat dipakai (%s). Periksa ruang cakram dan hak aksesnya."
                            .formatted(data, failed),
                    failed);
        }
    }

    /** A start that was interrupted may have left a server behind. */
    private static void stopWhatStarted(Path data) throws IOException {
        Path cluster = cluster(data);
        if (!Postmaster.read(cluster).isAlive()) return;
        PostgresBinaries.unpacked(data)
                .run("", "pg_ctl", List.of("stop", "-D", cluster.toString(), "-m", "fast", "-w"));
    }

    /** Where the cluster of a data directory lies. */
    static Path cluster(Path data) {
        return data.resolve("database");
    }

    static Path passwordFile(Path data) {
        return data.resolve("database.rahasia");
    }

    /** The ways into it. */
    Server server() {
        return server;
    }

    /** Stops the server; connections that are still open are cut, what was committed is on disk. */
    @Override
    public void close() {
        PostgresBinaries.Outcome stopped =
                binaries.run("", "pg_ctl", List.of("stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60"));
        if (stopped.exit() != 0) {
            LOG.warn("PostgreSQL bawaan tidak mau berhenti dengan baik, dihentikan seketika: {}", stopped.said());
            binaries.run("", "pg_ctl", List.of("stop", "-D", cluster.toString(), "-m", "immediate", "-w"));
        }
        try {
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One process per data directory. The system lets go of the lock when the process dies, however it dies. */
    static FileChannel locked(Path data) throws IOException {
        FileChannel channel = FileChannel.open(
                data.resolve("database.kunci"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ourOwn) {
            LOG.debug("Locked by this very process", ourOwn);
        }
        if (lock != null) return channel;
        channel.close();
        throw new DatabaseTrouble(
                "Direktori data %s sedang dipakai oleh proses Tindak yang lain. Hentikan proses itu, atau pilih direktori lain dengan TINDAK_DATA."
                        .formatted(data));
    }

    private Passwords initialised() throws IOException {
        Path file = passwordFile(data);
        boolean known = Files.exists(file);
        Passwords used = known ? Passwords.read(file) : Passwords.made();
        if (!known) used.write(file);
        Path version = cluster.resolve("PG_VERSION");
        if (!Files.exists(version)) initialise(used);
        else if (!Files.readString(version).strip().equals(MAJOR))
            throw new DatabaseTrouble(
                    ("Data di %s dibuat oleh PostgreSQL %s, sedangkan program ini membawa PostgreSQL %s. Jalankan versi Tindak yang"
                                    + " lama, pindahkan datanya dengan pg_dump, lalu mulai lagi dengan direktori data yang kosong.")
                            .formatted(cluster, Files.readString(version).strip(), MAJOR));
        else if (!known) newPasswords(used); // a restored cluster, or a lost file
        return used;
    }

    /** Makes the cluster beside its place and moves it there when it is whole: a half-made one is never taken for a database. */
    private void initialise(Passwords used) throws IOException {
        if (Files.exists(cluster) && !isEmpty(cluster))
            throw new DatabaseTrouble(
                    "Direktori %s berisi berkas, tetapi bukan data PostgreSQL. Kosongkan, atau pilih direktori lain dengan TINDAK_DATA."
                            .formatted(cluster));
        Path side = data.resolve("database.baru");
        Trees.delete(side);
        Path secret = data.resolve("database.sandi");
        PrivateFiles.write(secret, used.superuser().getBytes(StandardCharsets.UTF_8));
        try {
            binaries.must(
                    "",
                    "initdb",
                    List.of(
                            "-D",
                            side.toString(),
                            "-U",
                            "postgres",
                            "--pwfile=" + secret,
                            "-A",
                            "scram-sha-256",
                            "-E",
                            "UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--data-checksums",
                            "--no-instructions"));
        } finally {
            Files.delete(secret);
        }
        single(
                side,
                "postgres",
                List.of(
                        "CREATE ROLE tindak_owner LOGIN PASSWORD '" + used.owner() + "'",
                        "CREATE ROLE tindak_app LOGIN PASSWORD '" + used.app() + "'",
                        "CREATE DATABASE " + DATABASE + " OWNER tindak_owner",
                        "REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC",
                        "GRANT CONNECT ON DATABASE " + DATABASE + " TO tindak_app"));
        single(side, DATABASE, RIGHTS);
        Files.move(side, cluster, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.sync(data);
    }

    /** What tindak_app may do with the tables that tindak_owner will make; a migration takes away what is too much. */
    static final List<String> RIGHTS = List.of(
            "GRANT USAGE ON SCHEMA public TO tindak_app",
            "ALTER DEFAULT PRIVILEGES FOR ROLE tindak_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO tindak_app",
            "ALTER DEFAULT PRIVILEGES FOR ROLE tindak_owner IN SCHEMA public GRANT USAGE ON SEQUENCES TO tindak_app");

    private void newPasswords(Passwords used) {
        single(
                cluster,
                "postgres",
                List.of(
                        "ALTER ROLE postgres PASSWORD '" + used.superuser() + "'",
                        "ALTER ROLE tindak_owner PASSWORD '" + used.owner() + "'",
                        "ALTER ROLE tindak_app PASSWORD '" + used.app() + "'"));
    }

    /** Runs statements without a server (single-user mode), so that no half-configured server ever listens. */
    private void single(Path where, String database, List<String> statements) {
        String said = binaries.must(
                String.join("\n", statements) + "\n",
                "postgres",
                List.of("--single", "-D", where.toString(), "-c", "exit_on_error=on", database));
        if (said.contains("ERROR:")) throw new DatabaseTrouble("PostgreSQL bawaan tidak dapat disiapkan: " + said);
    }

    private int started(Map<String, String> moreSettings) throws IOException {
        Postmaster left = Postmaster.read(cluster);
        if (left.isAlive() && left.isReady()) {
            LOG.info("PostgreSQL yang masih berjalan diambil alih (PID {}, port {})", left.pid(), left.port());
            return left.port();
        }
        if (left.isAlive())
            binaries.must("", "pg_ctl", List.of("stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60"));
        else Files.deleteIfExists(cluster.resolve("postmaster.pid")); // its number may be another program's by now
        PrivateFiles.write(
                cluster.resolve("pg_hba.conf"),
                "host all all 127.0.0.1/32 scram-sha-256\n".getBytes(StandardCharsets.UTF_8));
        Path log = data.resolve("database.log");
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES)
            Files.move(log, data.resolve("database.log.1"), StandardCopyOption.REPLACE_EXISTING);
        for (int attempt = 1; ; attempt++) {
            long before = Files.exists(log) ? Files.size(log) : 0;
            PostgresBinaries.Outcome outcome =
                    binaries.run("", "pg_ctl", startArguments(log, freePort(), moreSettings));
            if (outcome.exit() == 0) return Postmaster.read(cluster).port();
            String told = outcome.said() + "\n" + tail(log, before);
            boolean passes = told.contains(PORT_TAKEN) || told.contains(STILL_DYING);
            if (!passes || attempt == START_TRIES)
                throw new DatabaseTrouble("PostgreSQL bawaan tidak dapat dimulai: " + told);
            pause();
        }
    }

    private List<String> startArguments(Path log, int wanted, Map<String, String> moreSettings) {
        Map<String, String> settings = new LinkedHashMap<>(SETTINGS);
        settings.putAll(moreSettings);
        settings.put("port", Integer.toString(wanted));
        List<String> options = new ArrayList<>();
        settings.forEach((name, value) -> options.add("-c \"" + name + "=" + value + "\""));
        return List.of(
                "start",
                "-D",
                cluster.toString(),
                "-l",
                log.toString(),
                "-w",
                "-t",
                "600",
                "-o",
                String.join(" ", options));
    }

    private static String tail(Path log, long from) throws IOException {
        if (!Files.exists(log)) return "";
        byte[] all = Files.readAllBytes(log);
        return new String(
                        all,
                        (int) Math.min(from, all.length),
                        (int) Math.max(0, all.length - from),
                        StandardCharsets.UTF_8)
                .strip();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DatabaseTrouble("PostgreSQL bawaan tidak jadi dimulai.", stopped);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }
}
