package id.tindak.calendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time standard (mutu baku: waktu) as an SOP, a promise or a law writes it: "15 menit", "2 jam 15 menit", "5 jam",
 * "12 jam kalender", "1 x 24 jam", "1 x 24 jam hari kerja", "1 hari", "3 hari kerja".
 *
 * @param text as written, printed verbatim
 * @param basis what the amount counts
 * @param amount minutes, or days when the basis is {@link Basis#WORKING_DAYS}; always positive
 */
public record TimeStandard(String text, Basis basis, int amount) {

    public enum Basis {
        /** Minutes inside the agency's working hours. */
        WORKING_TIME,
        /** Whole working days; the first counted day is the one after the start, it ends with that day's last working minute. */
        WORKING_DAYS,
        /** Minutes of the clock on the wall, nights and holidays included. */
        WALL_CLOCK,
        /** Minutes of the clock on the wall, but days on which the agency is closed count nothing. */
        WALL_CLOCK_OPEN_DAYS
    }

    private static final int DAY = 24 * 60;
    private static final Pattern OPEN_DAYS = Pattern.compile("(\\d{1,3}) x 24 jam hari kerja");
    private static final Pattern TIMES_24 = Pattern.compile("(\\d{1,3}) x 24 jam(?: kalender)?");
    private static final Pattern WORKING_DAYS = Pattern.compile("(\\d{1,3}) hari kerja");
    private static final Pattern DAYS = Pattern.compile("(\\d{1,3}) hari(?: kalender)?");
    private static final Pattern HOURS = Pattern.compile("(?:(\\d{1,4}) jam)? ?(?:(\\d{1,4}) menit)?( kalender)?");

    /** @throws IllegalArgumentException with a sentence for the clerk when the text is not a time standard */
    public static TimeStandard parse(String text) {
        String words = text.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("\\s+", " ");
        Matcher m;
        if ((m = OPEN_DAYS.matcher(words)).matches()) return of(text, Basis.WALL_CLOCK_OPEN_DAYS, number(m, 1) * DAY);
        if ((m = TIMES_24.matcher(words)).matches()) return of(text, Basis.WALL_CLOCK, number(m, 1) * DAY);
        if ((m = WORKING_DAYS.matcher(words)).matches()) return of(text, Basis.WORKING_DAYS, number(m, 1));
        if ((m = DAYS.matcher(words)).matches()) return of(text, Basis.WALL_CLOCK, number(m, 1) * DAY);
        if (!words.isEmpty() && (m = HOURS.matcher(words)).matches()) {
            Basis basis = m.group(3) == null ? Basis.WORKING_TIME : Basis.WALL_CLOCK;
            return of(text, basis, number(m, 1) * 60 + number(m, 2));
        }
        throw new IllegalArgumentException(
                "Waktu \"" + text
                        + "\" tidak dikenal. Tulis misalnya 15 menit, 5 jam, 12 jam kalender, 1 x 24 jam, 1 hari, atau 3 hari kerja.");
    }

    /**
     * So many working days and so many more.
     *
     * @throws IllegalArgumentException when one of them counts anything but working days
     */
    public TimeStandard plus(TimeStandard more) {
        if (basis != Basis.WORKING_DAYS || more.basis != Basis.WORKING_DAYS)
            throw new IllegalArgumentException(text + " + " + more.text);
        return parse(amount + more.amount + " hari kerja");
    }

    private static TimeStandard of(String text, Basis basis, int amount) {
        if (amount < 1) throw new IllegalArgumentException("Waktu \"" + text + "\" harus lebih dari nol.");
        return new TimeStandard(text.strip(), basis, amount);
    }

    private static int number(Matcher m, int group) {
        return m.group(group) == null ? 0 : Integer.parseInt(m.group(group));
    }
}
