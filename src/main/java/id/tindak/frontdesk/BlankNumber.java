package id.tindak.frontdesk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Number of a receipt printed in advance: K-0012/2026. */
public record BlankNumber(int year, int number) implements Comparable<BlankNumber> {

    private static final Pattern TYPED = Pattern.compile("(?i)(?:k-?)?0{0,6}([1-9]\\d{0,5})(?:/(\\d{4}))?");

    /** As somebody types it: K-0012/2026, 12/2026, or 12 of this year. */
    static Optional<BlankNumber> parse(String typed, int thisYear) {
        Matcher m = TYPED.matcher(typed.strip());
        if (!m.matches()) return Optional.empty();
        int year = m.group(2) == null ? thisYear : Integer.parseInt(m.group(2));
        return Optional.of(new BlankNumber(year, Integer.parseInt(m.group(1))));
    }

    @Override
    public int compareTo(BlankNumber o) {
        return year == o.year ? Integer.compare(number, o.number) : Integer.compare(year, o.year);
    }

    @Override
    public String toString() {
        return "K-%04d/%d".formatted(number, year);
    }
}
