package id.tindak.base.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/** The database of this process: an external one, or the embedded one, which then starts and stops with it. */
interface Database extends AutoCloseable {

    DatabaseUrl app();

    DatabaseUrl owner();

    @Override
    void close();

    /**
     * The embedded server below the data directory, which this process starts and stops. It also stops when the program is ended while it is still
     * starting: Spring then closes no beans, but runs this handler, after the web server has finished.
     */
    static Embedded embedded(Path data) {
        Object turn = new Object();
        AtomicReference<@Nullable EmbeddedPostgres> started = new AtomicReference<>();
        Runnable stop = () -> {
            synchronized (turn) { // waits for a start that is under way
                EmbeddedPostgres own = started.getAndSet(null);
                if (own != null) own.close();
            }
        };
        SpringApplication.getShutdownHandlers().add(stop);
        synchronized (turn) {
            EmbeddedPostgres own = EmbeddedPostgres.start(data);
            started.set(own);
            return new Embedded(own.server(), stop);
        }
    }

    /** The embedded server for a command: that of the program that runs, or else one of our own for as long as we need it. */
    static Embedded visited(Path data) {
        try {
            return Server.running(data.toAbsolutePath())
                    .map(server -> new Embedded(server, () -> {}))
                    .orElseGet(() -> embedded(data));
        } catch (IOException failed) {
            throw new DatabaseTrouble("Direktori data %s tidak dapat dibaca (%s).".formatted(data, failed), failed);
        }
    }

    /** A server below our data directory, and what to do when we need it no more. */
    record Embedded(Server server, Runnable stop) implements Database {

        @Override
        public DatabaseUrl app() {
            return server.app(EmbeddedPostgres.DATABASE);
        }

        @Override
        public DatabaseUrl owner() {
            return server.owner(EmbeddedPostgres.DATABASE);
        }

        @Override
        public void close() {
            stop.run();
        }
    }

    /** A server that somebody else runs: PostgreSQL 15 to 18, with a role that owns and another that only serves. */
    static Database external(String appUrl, String ownerUrl) {
        if (appUrl.isBlank() || ownerUrl.isBlank())
            throw new DatabaseTrouble(
                    ("Baru satu alamat basis data yang diisi: %s belum ada. Tindak memerlukan dua peran: TINDAK_DATABASE_URL untuk"
                                    + " tindak_app yang melayani, TINDAK_DATABASE_OWNER_URL untuk tindak_owner yang memiliki tabel (docs/pemasangan.md).")
                            .formatted(appUrl.isBlank() ? "TINDAK_DATABASE_URL" : "TINDAK_DATABASE_OWNER_URL"));
        External external = new External(
                DatabaseUrl.parse("TINDAK_DATABASE_URL", appUrl),
                DatabaseUrl.parse("TINDAK_DATABASE_OWNER_URL", ownerUrl));
        external.check();
        return external;
    }

    /** Two addresses of one database; nothing of ours to stop. */
    record External(DatabaseUrl app, DatabaseUrl owner) implements Database {

        private static final int OLDEST = 15;
        private static final int NEWEST = 18;
        private static final int PER_MAJOR = 10_000;

        private static final String WHO = """
                SELECT current_setting('server_version_num')::int, rolsuper OR pg_has_role(current_user, ?, 'MEMBER'), current_setting('server_encoding')
                FROM pg_roles WHERE rolname = current_user""";

        void check() {
            try (Connection connection = app.connect();
                    var query = connection.prepareStatement(WHO)) {
                query.setString(1, owner.user());
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    judge(row.getInt(1) / PER_MAJOR, row.getBoolean(2), row.getString(3));
                }
                try (Connection other = owner.connect();
                        Statement rights = other.createStatement()) {
                    for (String statement : EmbeddedPostgres.RIGHTS) rights.execute(statement);
                }
            } catch (SQLException failed) {
                throw new DatabaseTrouble(
                        "PostgreSQL di TINDAK_DATABASE_URL tidak dapat dipakai (%s). Periksa alamat, sandi, dan peran seperti di docs/pemasangan.md."
                                .formatted(failed.getMessage()),
                        failed);
            }
        }

        private void judge(int major, boolean mighty, String encoding) {
            if (major < OLDEST || major > NEWEST)
                throw new DatabaseTrouble(
                        "PostgreSQL %d tidak didukung. Pakailah versi %d sampai %d.".formatted(major, OLDEST, NEWEST));
            if (mighty)
                throw new DatabaseTrouble(
                        ("Peran %s di TINDAK_DATABASE_URL adalah superuser atau anggota %s. Untuk melayani, pakailah peran tindak_app"
                                        + " yang hanya boleh membaca dan menulis baris (docs/pemasangan.md).")
                                .formatted(app.user(), owner.user()));
            if (!encoding.equals("UTF8"))
                throw new DatabaseTrouble(
                        "Basis data itu memakai pengodean " + encoding + ". Buatlah basis data dengan pengodean UTF8.");
        }

        @Override
        public void close() {
            // its server goes on without us
        }
    }
}
