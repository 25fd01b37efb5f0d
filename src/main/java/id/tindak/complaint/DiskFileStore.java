package id.tindak.complaint;

import id.tindak.base.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Files below the data directory: {@code files/<agency>/<first two digits>/<hash>}, readable by the program's own user alone. */
@Component
class DiskFileStore implements FileStore {

    private static final int HASH_DIGITS = 64;
    private static final String SIDE = "baru-";

    private final Path root;
    private final Clock clock;

    DiskFileStore(@Value("${tindak.data}") Path data, Clock clock) {
        this.root = data.resolve("files");
        this.clock = clock;
    }

    @Override
    public String put(int agencyId, byte[] content) {
        String sha256 = sha256(content);
        Path directory = directory(agencyId, sha256);
        Path file = directory.resolve(sha256);
        try {
            if (touch(file)) return sha256;
            durableDirectory(directory);
            Path side = Files.createTempFile(directory, SIDE, ""); // mode 0600
            try {
                Files.write(side, content);
                PrivateFiles.sync(side);
                place(side, file);
            } finally {
                Files.deleteIfExists(side);
            }
            PrivateFiles.sync(directory);
            return sha256;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public Optional<InputStream> open(int agencyId, String sha256) {
        try {
            return Optional.of(Files.newInputStream(directory(agencyId, sha256).resolve(sha256)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public List<String> olderThan(int agencyId, Instant time) {
        Path agency = root.resolve(Integer.toString(agencyId));
        if (!Files.isDirectory(agency)) return List.of();
        try (var files = Files.walk(agency, 2)) {
            List<String> old = new ArrayList<>();
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (!storedAt(file).isBefore(time)) continue;
                String name = file.getFileName().toString();
                if (name.startsWith(SIDE)) Files.deleteIfExists(file); // of a program that was killed while it wrote
                else old.add(name);
            }
            return old;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Under the same lock as storing, so that a file cannot vanish between being found there and being claimed. */
    @Override
    public synchronized void remove(int agencyId, String sha256, Instant unlessStoredSince) {
        Path file = directory(agencyId, sha256).resolve(sha256);
        try {
            if (Files.exists(file) && storedAt(file).isBefore(unlessStoredSince)) Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether it is there already; then it counts as stored now. */
    private synchronized boolean touch(Path file) throws IOException {
        if (!Files.exists(file)) return false;
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        return true;
    }

    private synchronized void place(Path side, Path file) throws IOException {
        if (touch(file)) return;
        Files.setLastModifiedTime(side, FileTime.from(clock.instant()));
        Files.move(side, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Instant storedAt(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    private Path directory(int agencyId, String sha256) {
        if (sha256.length() != HASH_DIGITS || !sha256.matches("[0-9a-f]+"))
            throw new IllegalArgumentException("not a hash: " + sha256);
        return root.resolve(Integer.toString(agencyId)).resolve(sha256.substring(0, 2));
    }

    /** Makes the directory; its name is durable in its parent before a file is put into it. */
    private static void durableDirectory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) return;
        Path parent = directory.getParent();
        if (parent != null) durableDirectory(parent);
        try {
            PrivateFiles.directory(directory);
        } catch (java.nio.file.FileAlreadyExistsException meanwhile) {
            return;
        }
        if (parent != null) PrivateFiles.sync(parent);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
