package id.tindak.register;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a year.
 *
 * @param to not included
 * @param cancelled only cancelled ones
 * @param words in lower case; empty for all
 */
record Filter(@Nullable Instant from, @Nullable Instant to, boolean cancelled, String words) {

    static final Filter ALL = new Filter(null, null, false, "");

    /** Keys of fields that are not searched where a case is behind the entry: searching for a reporter is logged elsewhere. */
    static final String[] PERSONAL = Arrays.stream(Field.values())
            .filter(Field::personal)
            .map(Field::key)
            .toArray(String[]::new);

    Filter {
        words = words.toLowerCase(Locale.ROOT);
    }
}
