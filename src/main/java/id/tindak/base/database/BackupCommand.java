package id.tindak.base.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** {@code bin/backup FILE}: saves the database and all files while the program goes on serving, and the keys apart in FILE.keys. */
final class BackupCommand {

    private BackupCommand() {}

    @SuppressWarnings("SystemOut")
    static void main(String[] arguments) {
        try {
            if (arguments.length != 1)
                throw new DatabaseTrouble(
                        "Sebutkan berkas cadangan yang akan dibuat, misalnya: bin/backup /srv/cadangan/tindak-2026-11-22.zip");
            if (!setting("TINDAK_DATABASE_URL", "").isEmpty())
                throw new DatabaseTrouble(
                        "Basis data ini berada di PostgreSQL sendiri: cadangkan dengan alatnya (pg_basebackup atau pg_dump),"
                                + " lalu salin direktori data dan direktori kunci (docs/pemasangan.md).");
            Places places = Places.ofEnvironment();
            long start = System.nanoTime();
            Backup.Summary made = new Backup(places).write(Path.of(arguments[0]).toAbsolutePath(), Passphrase.forNew());
            System.out.printf(
                    "Cadangan selesai dalam %d detik: %s (%d MB, %d berkas) dan %s%n",
                    (System.nanoTime() - start) / 1_000_000_000,
                    arguments[0],
                    made.bytes() / 1_000_000,
                    made.entries(),
                    arguments[0] + Backup.KEYS_SUFFIX);
            System.out.println(
                    "Simpan kata sandi cadangan di tempat lain; tanpa kata sandi itu kunci tidak dapat dipulihkan.");
        } catch (DatabaseTrouble trouble) {
            System.err.println("tindak: " + trouble.getMessage());
            System.exit(1);
        } catch (IOException | SQLException failed) {
            System.err.println("tindak: Cadangan tidak jadi dibuat: " + failed.getMessage());
            System.exit(1);
        }
    }

    static String setting(String variable, String otherwise) {
        String value = System.getenv(variable);
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** The two directories that hold all that must not be lost. */
    record Places(Path data, Path keys) {

        static Places ofEnvironment() {
            Path data = Path.of(setting("TINDAK_DATA", "data")).toAbsolutePath().normalize();
            String keys = setting("TINDAK_KEYS", "");
            return new Places(
                    data,
                    keys.isEmpty()
                            ? data.resolve("keys")
                            : Path.of(keys).toAbsolutePath().normalize());
        }

        void mustExist() {
            if (!Files.isDirectory(EmbeddedPostgres.cluster(data)))
                throw new DatabaseTrouble(
                        "Di %s tidak ada data Tindak. Sebutkan direktorinya dengan TINDAK_DATA.".formatted(data));
            if (!Files.isDirectory(keys))
                throw new DatabaseTrouble(
                        "Direktori kunci %s tidak ada. Sebutkan letaknya dengan TINDAK_KEYS.".formatted(keys));
        }
    }
}
