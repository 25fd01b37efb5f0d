package id.tindak.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The files of the repository, for rules that read them. */
final class Tree {

    private Tree() {}

    /** Path → text of all files below a directory whose name ends so; empty when the directory does not exist. */
    static Map<String, String> files(String directory, String end) {
        Map<String, String> found = new TreeMap<>();
        if (!Files.isDirectory(Path.of(directory))) return found;
        try (var paths = Files.walk(Path.of(directory))) {
            for (Path p : paths.filter(Files::isRegularFile)
                    .filter(p -> p.toString().endsWith(end))
                    .toList()) found.put(p.toString(), Files.readString(p));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
