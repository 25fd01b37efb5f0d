package id.tindak.base.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A running embedded server and the ways into it. */
record Server(int port, Passwords passwords) {

    /** The server of this data directory, if one runs, whichever process started it. */
    static Optional<Server> running(Path data) throws IOException {
        Postmaster postmaster = Postmaster.read(EmbeddedPostgres.cluster(data));
        Path secret = EmbeddedPostgres.passwordFile(data);
        if (!postmaster.isAlive() || !postmaster.isReady() || !Files.exists(secret)) return Optional.empty();
        return Optional.of(new Server(postmaster.port(), Passwords.read(secret)));
    }

    /** Connection of the role that serves: rows only. */
    DatabaseUrl app(String database) {
        return url(database, "tindak_app", passwords.app());
    }

    /** Connection of the role that owns and migrates. */
    DatabaseUrl owner(String database) {
        return url(database, "tindak_owner", passwords.owner());
    }

    /** Connection of the role that may do everything: backup, and making databases for tests. */
    DatabaseUrl superuser(String database) {
        return url(database, "postgres", passwords.superuser());
    }

    private DatabaseUrl url(String database, String role, String password) {
        // It never leaves the machine; asking the server for TLS, which it has not, would cost a round trip for each
        // connection.
        return new DatabaseUrl(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable", role, password);
    }
}
