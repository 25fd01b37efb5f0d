package id.tindak.base.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that is asked for (RFC 9110, section 14.2), as players do to go on from the middle.
 *
 * @param last included; before {@code first} where the file has no such part
 */
record ByteRange(long first, long last) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Null where the whole file is meant: nothing, several parts or something unknown is asked for. */
    static @Nullable ByteRange read(@Nullable String header, long length) {
        Matcher m = ONE.matcher(header == null ? "" : header.strip());
        if (!m.matches()) return null;
        String from = m.group(1);
        String to = m.group(2);
        if (from.isEmpty()) {
            if (to.isEmpty()) return null;
            long suffix = Long.parseLong(to);
            return suffix == 0
                    ? new ByteRange(length, length - 1)
                    : new ByteRange(Math.max(0, length - suffix), length - 1);
        }
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? length - 1 : Long.parseLong(to);
        if (last < first && !to.isEmpty()) return null;
        return first >= length ? new ByteRange(length, length - 1) : new ByteRange(first, Math.min(last, length - 1));
    }

    boolean none() {
        return last < first;
    }

    long length() {
        return last - first + 1;
    }
}
