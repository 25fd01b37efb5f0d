package id.tindak.sop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** SOP texts for tests. */
final class SopTexts {

    private SopTexts() {}

    static String shipped(String name) {
        try (InputStream in = SopTexts.class.getResourceAsStream("/sop/" + name + ".yaml")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Sop sop(String name) {
        return valid(shipped(name));
    }

    static Sop valid(String yaml) {
        return switch (SopFile.read(yaml)) {
            case SopFile.Valid valid -> valid.sop();
            case SopFile.Invalid invalid -> throw new AssertionError(invalid.faults());
        };
    }
}
