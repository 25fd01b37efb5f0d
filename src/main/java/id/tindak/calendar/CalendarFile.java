package id.tindak.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * An agency's calendar as a YAML 1.2 file that a clerk can read and write. The two that come with the program,
 * {@code calendar/lima-hari.yaml} and {@code calendar/enam-hari.yaml}, show every word.
 */
public final class CalendarFile {

    /** What reading a file gives: a definition or the faults to mend. */
    public sealed interface Result {}

    public record Valid(CalendarDefinition definition) implements Result {}

    /** @param faults in the order of their lines, never empty */
    public record Invalid(List<Fault> faults) implements Result {}

    /**
     * @param line of the file, from 1
     * @param sentence what is wrong and what to write instead, in Indonesian, for the clerk
     */
    public record Fault(int line, String sentence) {}

    private CalendarFile() {}

    public static Result read(String yaml) {
        return new CalendarReader().read(yaml);
    }

    /** The file of a definition; reading it gives an equal definition. */
    public static String write(CalendarDefinition definition) {
        return new CalendarWriter(definition).yaml();
    }

    /** Text of a calendar that comes with the program: {@code lima-hari} or {@code enam-hari}. */
    public static String bundled(String name) {
        try (InputStream file =
                Objects.requireNonNull(CalendarFile.class.getResourceAsStream("/calendar/" + name + ".yaml"), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
