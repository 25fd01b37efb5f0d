package id.tindak.base.database;

import id.tindak.base.PrivateFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An online backup of the embedded server, made while the program writes: PostgreSQL's own protocol (pg_backup_start, copy of the files,
 * pg_backup_stop, backup_label), the write-ahead log of that time, which a temporary replication slot keeps from being recycled, and every other file of
 * the data directory. It is as of its end: whatever was acknowledged before the backup ended is in it.
 *
 * <p>One zip file, which needs no program of ours to look into. The keys go apart, sealed with a passphrase.
 */
final class Backup {

    static final String KEYS_SUFFIX = ".keys";
    static final String MANIFEST = "cadangan.txt";
    static final String CLUSTER = "database/";
    static final String OTHERS = "data/";

    /** What PostgreSQL says not to copy, or makes anew: it would be of no use, or harmful, in the copy. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "backup_label",
            "tablespace_map",
            "backup_manifest",
            "pg_internal.init");
    private static final int COPY_BUFFER = 1 << 16;

    private final BackupCommand.Places places;
    private final Set<String> written = new HashSet<>();
    private long entries;

    /** What was written. */
    record Summary(long entries, long bytes) {}

    private record Span(String firstSegment, String lastSegment, String label) {}

    Backup(BackupCommand.Places places) {
        this.places = places;
    }

    /** Writes {@code file} and {@code file.keys}; neither is there when it fails. */
    Summary write(Path file, char[] passphrase) throws IOException, SQLException {
        places.mustExist();
        Path keys = file.resolveSibling(file.getFileName() + KEYS_SUFFIX);
        Path parent = file.getParent();
        if (parent == null || !Files.isDirectory(parent))
            throw new DatabaseTrouble("Direktori untuk %s tidak ada. Buatlah lebih dahulu.".formatted(file));
        if (Files.exists(file) || Files.exists(keys))
            throw new DatabaseTrouble(
                    "%s sudah ada dan tidak ditimpa. Pilih nama lain.".formatted(Files.exists(file) ? file : keys));
        if (parent.startsWith(places.data()))
            throw new DatabaseTrouble(
                    "Cadangan tidak boleh disimpan di dalam direktori data sendiri. Pilih tempat lain, sebaiknya cakram lain.");
        Path side = file.resolveSibling(file.getFileName() + ".sebagian");
        try {
            PrivateFiles.write(side, new byte[0]);
            try (ZipOutputStream zip =
                    new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(side), COPY_BUFFER))) {
                zip.setLevel(Deflater.BEST_SPEED);
                fill(zip);
            }
            PrivateFiles.sync(side);
            PrivateFiles.write(keys, SealedKeys.seal(places.keys(), passphrase));
            Files.move(side, file, StandardCopyOption.ATOMIC_MOVE);
            PrivateFiles.sync(parent);
            return new Summary(entries, Files.size(file));
        } catch (IOException | SQLException | RuntimeException failed) {
            Files.deleteIfExists(side);
            if (!Files.exists(file)) Files.deleteIfExists(keys);
            throw failed;
        }
    }

    private void fill(ZipOutputStream zip) throws IOException, SQLException {
        try (Database.Embedded database = Database.visited(places.data());
                Connection connection = database.server().superuser("postgres").connect();
                Statement sql = connection.createStatement()) {
            others(zip);
            sql.execute(
                    "SELECT pg_create_physical_replication_slot('tindak_cadangan_' || pg_backend_pid(), true, true)");
            String first = text(sql, "SELECT pg_walfile_name(pg_backup_start('tindak', true))");
            cluster(zip);
            Span span = stopped(sql, first);
            bytes(zip, CLUSTER + "backup_label", span.label.getBytes(StandardCharsets.UTF_8));
            log(zip, span);
            others(zip); // attachments of the rows that came while the database was copied; they are never changed,
            // only added
            String manifest = "program=tindak%npostgresql=%s%nwaktu=%s%n"
                    .formatted(EmbeddedPostgres.VERSION, Instant.now().truncatedTo(ChronoUnit.SECONDS));
            bytes(
                    zip,
                    MANIFEST,
                    manifest.getBytes(StandardCharsets.UTF_8)); // last: whoever finds it has the whole file
        }
    }

    private static Span stopped(Statement sql, String first) throws SQLException {
        try (ResultSet row = sql.executeQuery("SELECT pg_walfile_name(lsn), labelfile FROM pg_backup_stop(false)")) {
            row.next();
            return new Span(first, row.getString(1), row.getString(2));
        }
    }

    private void cluster(ZipOutputStream zip) throws IOException {
        Path root = EmbeddedPostgres.cluster(places.data());
        copy(zip, root, CLUSTER, relative -> {
            String top = relative.getName(0).toString();
            String name = relative.getFileName().toString();
            if (EMPTIED.contains(top) && relative.getNameCount() > 1) return false;
            return !LEFT_OUT.contains(name) && !name.startsWith("pgsql_tmp");
        });
        directory(zip, CLUSTER + "pg_wal/archive_status/");
        directory(zip, CLUSTER + "pg_wal/summaries/");
    }

    private void log(ZipOutputStream zip, Span span) throws IOException {
        Path wal = EmbeddedPostgres.cluster(places.data()).resolve("pg_wal");
        List<Path> segments;
        try (var files = Files.list(wal)) {
            segments = files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.matches("[0-9A-F]{24}")
                                && name.compareTo(span.firstSegment) >= 0
                                && name.compareTo(span.lastSegment) <= 0;
                    })
                    .sorted()
                    .toList();
        }
        if (segments.isEmpty()
                || !segments.getFirst().endsWith(span.firstSegment)
                || !segments.getLast().endsWith(span.lastSegment))
            throw new DatabaseTrouble(
                    "Catatan tulis PostgreSQL dari saat pencadangan tidak lengkap. Ulangi pencadangan.");
        for (Path segment : segments) file(zip, segment, CLUSTER + "pg_wal/" + segment.getFileName());
    }

    /** Everything else in the data directory: attachments and what other parts keep there. */
    private void others(ZipOutputStream zip) throws IOException {
        Path keys = places.keys();
        copy(zip, places.data(), OTHERS, relative -> {
            String top = relative.getName(0).toString();
            return !top.startsWith("database")
                    && !top.startsWith("postgresql-")
                    && !places.data().resolve(relative).equals(keys);
        });
    }

    private interface Choice {
        boolean takes(Path relative);
    }

    private void copy(ZipOutputStream zip, Path root, String prefix, Choice choice) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Path relative = root.relativize(directory);
                if (directory.equals(root)) return FileVisitResult.CONTINUE;
                if (!choice.takes(relative)) return FileVisitResult.SKIP_SUBTREE;
                directory(zip, prefix + relative + "/");
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path relative = root.relativize(file);
                if (attributes.isRegularFile() && choice.takes(relative)) file(zip, file, prefix + relative);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException)
                    return FileVisitResult.CONTINUE; // a table was dropped; the log knows
                throw failed;
            }
        });
    }

    private void file(ZipOutputStream zip, Path file, String name) throws IOException {
        if (written.contains(name)) return;
        try (InputStream in = Files.newInputStream(file)) {
            written.add(name);
            zip.putNextEntry(new ZipEntry(name));
            in.transferTo(zip);
            zip.closeEntry();
            entries++;
        } catch (NoSuchFileException gone) {
            if (written.contains(name)) throw gone;
        }
    }

    private void directory(ZipOutputStream zip, String name) throws IOException {
        if (!written.add(name)) return;
        zip.putNextEntry(new ZipEntry(name));
        zip.closeEntry();
    }

    private void bytes(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
        entries++;
    }

    private static String text(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
