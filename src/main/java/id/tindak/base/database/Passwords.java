package id.tindak.base.database;

import id.tindak.base.PrivateFiles;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords of the three roles of the embedded server, made on this machine and kept in a 0600 file beside it. */
record Passwords(String superuser, String owner, String app) {

    private static final int BYTES = 24;

    static Passwords made() {
        return new Passwords(random(), random(), random());
    }

    static Passwords read(Path file) throws IOException {
        Properties all = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            all.load(reader);
        }
        return new Passwords(
                text(all, "postgres", file), text(all, "tindak_owner", file), text(all, "tindak_app", file));
    }

    void write(Path file) throws IOException {
        String lines = "postgres=%s%ntindak_owner=%s%ntindak_app=%s%n".formatted(superuser, owner, app);
        PrivateFiles.write(file, lines.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Properties all, String role, Path file) {
        String value = all.getProperty(role);
        if (value == null)
            throw new DatabaseTrouble(
                    "Berkas %s rusak: sandi %s tidak ada. Hapus berkas itu; sandi baru dibuat saat mulai."
                            .formatted(file, role));
        return value;
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Passwords[…]";
    }
}
