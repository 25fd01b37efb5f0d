package id.tindak.base;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only the owner of the process may read and that survive a power cut. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /** Makes a directory of mode 0700 with its parents; one that is there is left as it is. */
    public static void directory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) return;
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null) Files.createDirectories(parent);
        Files.createDirectory(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Writes a file of mode 0600; after a crash it is there wholly, or as it was before. */
    public static void write(Path file, byte[] content) throws IOException {
        Path side = file.resolveSibling(file.getFileName() + ".baru");
        Files.deleteIfExists(side);
        Files.createFile(side, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(side, content);
        sync(side);
        Files.move(side, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) sync(parent);
    }

    /** Makes a file, or the names in a directory, durable. */
    public static void sync(Path path) throws IOException {
        StandardOpenOption way = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, way)) {
            channel.force(true);
        }
    }
}
