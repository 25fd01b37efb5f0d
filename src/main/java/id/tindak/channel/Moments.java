package id.tindak.channel;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Times as providers write them: seconds or thousandths since 1970, or ISO 8601 with its offset, as Meta does also without the colon. */
final class Moments {

    private static final DateTimeFormatter META = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXX");

    private Moments() {}

    /** @param otherwise where none is written, or none that can be read */
    static Instant of(String written, Instant otherwise) {
        if (written.matches("\\d{9,11}")) return Instant.ofEpochSecond(Long.parseLong(written));
        if (written.matches("\\d{12,14}")) return Instant.ofEpochMilli(Long.parseLong(written));
        for (DateTimeFormatter format : new DateTimeFormatter[] {DateTimeFormatter.ISO_OFFSET_DATE_TIME, META})
            try {
                return OffsetDateTime.parse(written, format).toInstant();
            } catch (DateTimeParseException other) {
                // the next form
            }
        return otherwise;
    }
}
