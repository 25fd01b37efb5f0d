package id.tindak.base.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code bin/restore FILE}: puts a backup into an empty data directory and starts the database once, so that it is known to be whole. */
final class RestoreCommand {

    private static final String WITHOUT_KEYS = "--tanpa-kunci";

    private RestoreCommand() {}

    @SuppressWarnings("SystemOut")
    static void main(String[] arguments) {
        try {
            List<String> words = new ArrayList<>(Arrays.asList(arguments));
            boolean withKeys = !words.remove(WITHOUT_KEYS);
            if (words.size() != 1)
                throw new DatabaseTrouble(
                        "Sebutkan berkas cadangan yang akan dipulihkan, misalnya: bin/restore /srv/cadangan/tindak-2026-11-22.zip");
            BackupCommand.Places places = BackupCommand.Places.ofEnvironment();
            new Restore(places).read(Path.of(words.getFirst()).toAbsolutePath(), withKeys ? Passphrase.forOld() : null);
            System.out.printf("Cadangan dipulihkan ke %s. Mulai seperti biasa dengan bin/run.%n", places.data());
            if (!withKeys)
                System.out.println(
                        "Kunci tidak dipulihkan: kode rahasia lama tidak berlaku lagi dan data yang dienkripsi tidak dapat dibuka.");
        } catch (DatabaseTrouble trouble) {
            System.err.println("tindak: " + trouble.getMessage());
            System.exit(1);
        } catch (IOException failed) {
            System.err.println("tindak: Cadangan tidak dapat dipulihkan: " + failed.getMessage());
            System.exit(1);
        }
    }
}
