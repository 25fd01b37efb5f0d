package id.tindak.base.database;

import id.tindak.base.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Backup} into an empty data directory. The database comes last and by a rename: a half restore is never taken for a whole one. */
final class Restore {

    private final BackupCommand.Places places;

    Restore(BackupCommand.Places places) {
        this.places = places;
    }

    /**
     * Restores, then starts the server once so that it recovers.
     *
     * @param passphrase of the keys; null leaves the keys out
     */
    void read(Path file, char @Nullable [] passphrase) throws IOException {
        if (!Files.isRegularFile(file)) throw new DatabaseTrouble("Berkas cadangan %s tidak ada.".formatted(file));
        mustBeEmpty(places.data());
        if (passphrase != null) mustBeEmpty(places.keys());
        Map<String, byte[]> keys = passphrase == null ? Map.of() : keys(file, passphrase);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry(Backup.MANIFEST) == null)
                throw new DatabaseTrouble("%s bukan cadangan Tindak yang lengkap.".formatted(file));
            PrivateFiles.directory(places.data());
            unpack(zip);
        } catch (ZipException damaged) {
            throw new DatabaseTrouble(
                    "%s rusak atau bukan cadangan Tindak (%s).".formatted(file, damaged.getMessage()), damaged);
        } catch (FileSystemException failed) {
            throw new DatabaseTrouble(
                    "Cadangan tidak dapat ditulis ke %s (%s). Periksa ruang cakram dan hak tulis."
                            .formatted(places.data(), failed.getReason()),
                    failed);
        }
        if (!keys.isEmpty()) write(keys);
        Files.move(
                places.data().resolve("database.pulih"),
                EmbeddedPostgres.cluster(places.data()),
                StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.sync(places.data());
        prove();
    }

    private static Map<String, byte[]> keys(Path file, char[] passphrase) throws IOException {
        Path keys = file.resolveSibling(file.getFileName() + Backup.KEYS_SUFFIX);
        if (!Files.isRegularFile(keys))
            throw new DatabaseTrouble(
                    "Cadangan kunci %s tidak ada. Tanpa kunci, data rahasia tidak dapat dibuka; bila kuncinya memang hilang, tambahkan --tanpa-kunci."
                            .formatted(keys));
        return SealedKeys.open(Files.readAllBytes(keys), passphrase);
    }

    private void unpack(ZipFile zip) throws IOException {
        Path cluster = places.data().resolve("database.pulih");
        PrivateFiles.directory(cluster);
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (name.startsWith(Backup.CLUSTER)) place(zip, entry, cluster, name.substring(Backup.CLUSTER.length()));
            else if (name.startsWith(Backup.OTHERS))
                place(zip, entry, places.data(), name.substring(Backup.OTHERS.length()));
        }
    }

    private static void place(ZipFile zip, ZipEntry entry, Path root, String name) throws IOException {
        Path target = root.resolve(name).normalize();
        if (!target.startsWith(root))
            throw new DatabaseTrouble("Cadangan itu memuat nama berkas yang tidak wajar: " + entry.getName());
        if (entry.isDirectory()) {
            PrivateFiles.directory(target);
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Files.createFile(
                    target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream out = Files.newOutputStream(target)) {
                in.transferTo(out);
            }
        }
        PrivateFiles.sync(target);
    }

    private void write(Map<String, byte[]> keys) throws IOException {
        PrivateFiles.directory(places.keys());
        for (var key : keys.entrySet())
            PrivateFiles.write(places.keys().resolve(Path.of(key.getKey()).getFileName()), key.getValue());
    }

    private static void mustBeEmpty(Path directory) throws IOException {
        if (!Files.exists(directory)) return;
        try (var files = Files.list(directory)) {
            if (files.findAny().isPresent())
                throw new DatabaseTrouble(
                        "Direktori %s tidak kosong. Cadangan hanya dipulihkan ke direktori kosong; pilih yang lain dengan TINDAK_DATA."
                                .formatted(directory));
        }
    }

    private void prove() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(places.data());
                var connection =
                        server.server().owner(EmbeddedPostgres.DATABASE).connect();
                var sql = connection.createStatement()) {
            sql.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'");
        } catch (SQLException failed) {
            throw new DatabaseTrouble(
                    "Cadangan sudah ditulis, tetapi basis datanya tidak dapat dibuka: " + failed.getMessage(), failed);
        }
    }
}
