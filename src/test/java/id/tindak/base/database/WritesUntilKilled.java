package id.tindak.base.database;

import java.nio.file.Path;

/** A program of its own that starts the embedded server and writes rows, saying each number once it is committed, until it is killed. */
final class WritesUntilKilled {

    private WritesUntilKilled() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]));
        try (var owner = server.server().owner("tindak").connect();
                var sql = owner.createStatement()) {
            sql.execute("CREATE TABLE IF NOT EXISTS said (number bigint PRIMARY KEY, words text)");
        }
        try (var app = server.server().app("tindak").connect();
                var insert = app.prepareStatement(
                        "INSERT INTO said SELECT coalesce(max(number), 0) + 1, repeat('aduan ', 50) FROM said RETURNING number")) {
            while (true)
                try (var row = insert.executeQuery()) {
                    row.next();
                    System.out.println(row.getLong(1));
                }
        }
    }
}
