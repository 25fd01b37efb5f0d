package id.tindak.open311;

import id.tindak.base.web.Page;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as the specification writes them: to the second, with the agency's offset. */
final class Moment {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    private Moment() {}

    static @Nullable String of(Page page, @Nullable Instant at) {
        return at == null
                ? null
                : FORMAT.format(
                        at.truncatedTo(ChronoUnit.SECONDS).atZone(page.times().zone()));
    }
}
