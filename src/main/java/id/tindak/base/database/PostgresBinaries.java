package id.tindak.base.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tukaani.xz.XZInputStream;

/**
 * The programs initdb, pg_ctl and postgres, unpacked once under the data directory. PostgreSQL refuses to run as root: there they run in a
 * user namespace of their own ({@code unshare -U}), where root's files stay readable and nobody is root.
 *
 * @param home directory that holds bin, lib and share
 */
record PostgresBinaries(Path home) {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final int COPY_BUFFER = 1 << 16;

    /** What a program said and how it ended. */
    record Outcome(int exit, String said) {}

    /** Unpacks the binaries, or finds them unpacked. The archive is xz: a minimal Debian has tar, but no xz, so that part is done here. */
    static PostgresBinaries unpacked(Path data) {
        Path home = data.resolve("postgresql-" + EmbeddedPostgres.VERSION);
        if (Files.isExecutable(home.resolve("bin/postgres"))) return new PostgresBinaries(home);
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (packed == null)
                throw new DatabaseTrouble(
                        "PostgreSQL bawaan hanya tersedia untuk Linux x86-64. Di mesin ini pakailah PostgreSQL"
                                + " sendiri melalui TINDAK_DATABASE_URL dan TINDAK_DATABASE_OWNER_URL (lihat docs/pemasangan.md).");
            Path side = Files.createTempDirectory(data, "postgresql-unpack");
            untar(packed, side);
            moved(side, home);
            return new PostgresBinaries(home);
        } catch (IOException failed) {
            throw new DatabaseTrouble(
                    "PostgreSQL bawaan tidak dapat dibuka ke " + data + " (" + failed.getMessage()
                            + "). Periksa ruang cakram dan hak tulis di direktori itu.",
                    failed);
        }
    }

    /** Another program may have been quicker: what it runs from is left alone. */
    private static void moved(Path side, Path home) throws IOException {
        try {
            if (!Files.isExecutable(home.resolve("bin/postgres"))) Trees.delete(home);
            Files.move(side, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException taken) {
            Trees.delete(side);
            if (!Files.isExecutable(home.resolve("bin/postgres"))) throw taken;
        }
    }

    private static void untar(InputStream packed, Path side) throws IOException {
        Process tar = new ProcessBuilder("tar", "-x", "--no-same-owner", "-C", side.toString())
                .redirectErrorStream(true)
                .redirectOutput(side.resolve("tar.log").toFile())
                .start();
        try (OutputStream into = tar.getOutputStream();
                XZInputStream plain = new XZInputStream(packed)) {
            byte[] buffer = new byte[COPY_BUFFER];
            for (int n; (n = plain.read(buffer)) > 0; ) into.write(buffer, 0, n);
        }
        if (waitFor(tar) != 0)
            throw new IOException(Files.readString(side.resolve("tar.log")).strip());
    }

    /** Runs one of the programs to its end; {@code input} goes to its standard input. */
    Outcome run(String input, String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) command.addAll(List.of("unshare", "-U"));
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        try {
            Path said = Files.createTempFile("tindak-" + program, ".log");
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .directory(home.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
                builder.environment()
                        .keySet()
                        .removeIf(name -> name.startsWith("LC_") || name.startsWith("PG") || name.startsWith("LANG"));
                builder.environment().put("LC_ALL", "C");
                Process process = builder.start();
                try (OutputStream into = process.getOutputStream()) {
                    into.write(input.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                }
                return new Outcome(waitFor(process), Files.readString(said).strip());
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException failed) {
            throw new DatabaseTrouble(
                    "Program " + program + " milik PostgreSQL bawaan tidak dapat dijalankan: " + failed.getMessage(),
                    failed);
        }
    }

    /** As {@link #run}, but an exit code other than 0 is trouble, told with what the program said. */
    String must(String input, String program, List<String> arguments) {
        Outcome outcome = run(input, program, arguments);
        if (outcome.exit == 0) return outcome.said;
        if (outcome.said.contains("unshare"))
            throw new DatabaseTrouble(
                    "PostgreSQL bawaan tidak boleh berjalan sebagai root, dan mesin ini tidak mengizinkan ruang nama pengguna"
                            + " (unshare -U). Jalankan Tindak sebagai pengguna biasa, atau pakai PostgreSQL sendiri (docs/pemasangan.md).");
        throw new DatabaseTrouble("Program " + program + " milik PostgreSQL bawaan gagal: " + outcome.said);
    }

    private static boolean isRoot() throws DatabaseTrouble {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid && uid == 0;
        } catch (IOException unknown) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static int waitFor(Process process) {
        boolean interrupted = false;
        try {
            while (true)
                try {
                    if (process.waitFor(1, TimeUnit.HOURS)) return process.exitValue();
                    process.destroyForcibly();
                } catch (InterruptedException again) {
                    interrupted = true; // a half-started or half-stopped server helps nobody: wait for it all the same
                }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }
}
