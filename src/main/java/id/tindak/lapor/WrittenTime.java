package id.tindak.lapor;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A day, with or without an hour, as people and spreadsheets in Indonesia write it. The day stands before the month; what could only be meant the other way round is not guessed. Pure. */
final class WrittenTime {

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("peb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("mei", 5),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("agu", 8),
            Map.entry("agt", 8),
            Map.entry("ags", 8),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("okt", 10),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("nop", 11),
            Map.entry("des", 12),
            Map.entry("dec", 12));

    private static final Map<String, ZoneOffset> ZONES =
            Map.of("wib", ZoneOffset.ofHours(7), "wita", ZoneOffset.ofHours(8), "wit", ZoneOffset.ofHours(9));

    private static final String CLOCK =
            "(?:[ t,]+(?<h>\\d{1,2})[:.](?<min>\\d\\d)(?:[:.](?<s>\\d\\d)(?:\\.\\d{1,9})?)?)?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<y>\\d{4})[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})" + CLOCK);
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<d>\\d{1,2})[-/.](?<m>\\d{1,2})[-/.](?<y>\\d{4})" + CLOCK);
    private static final Pattern MONTH_NAMED =
            Pattern.compile("(?<d>\\d{1,2})[- ](?<name>[a-z]{3,9})\\.?[- ](?<y>\\d{4})" + CLOCK);
    private static final Pattern SERIAL = Pattern.compile("[2-7]\\d{4}([.,]\\d{1,12})?");
    private static final LocalDate SERIAL_START = LocalDate.of(1899, 12, 30);
    private static final int SECONDS_OF_DAY = 86_400;

    private WrittenTime() {}

    /** Empty when it cannot be read for certain. */
    static Optional<Instant> read(String typed, ZoneId zone) {
        String text = typed.strip();
        try {
            if (text.matches("\\d{4}-\\d\\d-\\d\\d[Tt].*([Zz]|[+-]\\d\\d:\\d\\d)"))
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            if (SERIAL.matcher(text).matches())
                return Optional.of(serial(text).atZone(zone).toInstant());
            return words(text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "), zone);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> words(String text, ZoneId zone) {
        ZoneId at = zone;
        for (var z : ZONES.entrySet()) if (text.endsWith(" " + z.getKey())) at = z.getValue();
        String plain = text.replaceFirst(" (wib|wita|wit)$", "")
                .replaceFirst("^[a-z']+, *", "") // the day of the week
                .replaceFirst(",? (pukul|jam|pkl\\.?) ", " ");
        for (Pattern form : new Pattern[] {YEAR_FIRST, DAY_FIRST, MONTH_NAMED}) {
            Matcher m = form.matcher(plain);
            if (m.matches()) {
                Integer month = form == MONTH_NAMED ? month(m.group("name")) : Integer.valueOf(m.group("m"));
                return month == null
                        ? Optional.empty()
                        : Optional.of(moment(m, month).atZone(at).toInstant());
            }
        }
        return Optional.empty();
    }

    private static @Nullable Integer month(String name) {
        return MONTHS.get(name.substring(0, 3));
    }

    private static LocalDateTime moment(Matcher m, int month) {
        LocalDate day = LocalDate.of(number(m, "y"), month, number(m, "d"));
        return m.group("h") == null
                ? day.atStartOfDay()
                : day.atTime(LocalTime.of(number(m, "h"), number(m, "min"), m.group("s") == null ? 0 : number(m, "s")));
    }

    private static int number(Matcher m, String group) {
        return Integer.parseInt(m.group(group));
    }

    /** Days since the last but one of 1899, as spreadsheets count. */
    private static LocalDateTime serial(String text) {
        BigDecimal days = new BigDecimal(text.replace(',', '.'));
        long whole = days.longValue();
        long seconds = Math.round(days.subtract(BigDecimal.valueOf(whole)).doubleValue() * SECONDS_OF_DAY);
        return SERIAL_START.plusDays(whole).atStartOfDay().plusSeconds(seconds);
    }
}
