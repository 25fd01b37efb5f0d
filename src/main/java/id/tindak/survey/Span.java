package id.tindak.survey;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A month, quarter, half-year or year: results are shown of these alone. Two days chosen at will would single out who answered between them.
 *
 * @param code "2026-11", "2026-T4", "2026-S2", "2026"
 * @param last its last day
 */
record Span(String code, LocalDate first, LocalDate last) {

    private static final Pattern CODE = Pattern.compile("(20\\d\\d)(?:-(0[1-9]|1[0-2])|-T([1-4])|-S([12]))?");

    static Optional<Span> of(String code) {
        Matcher m = CODE.matcher(code);
        if (!m.matches()) return Optional.empty();
        int year = Integer.parseInt(m.group(1));
        if (m.group(2) != null) return Optional.of(span(code, year, Integer.parseInt(m.group(2)), 1));
        if (m.group(3) != null) return Optional.of(span(code, year, Integer.parseInt(m.group(3)) * 3 - 2, 3));
        if (m.group(4) != null) return Optional.of(span(code, year, Integer.parseInt(m.group(4)) * 6 - 5, 6));
        return Optional.of(span(code, year, 1, 12));
    }

    /** The month, quarter, half-year and year in which the day lies. */
    static List<Span> around(LocalDate day) {
        int year = day.getYear();
        return List.of(
                span("%d-%02d".formatted(year, day.getMonthValue()), year, day.getMonthValue(), 1),
                quarter(day),
                span(
                        "%d-S%d".formatted(year, day.getMonthValue() <= 6 ? 1 : 2),
                        year,
                        day.getMonthValue() <= 6 ? 1 : 7,
                        6),
                span(Integer.toString(year), year, 1, 12));
    }

    static Span quarter(LocalDate day) {
        int quarter = day.get(IsoFields.QUARTER_OF_YEAR);
        return span("%d-T%d".formatted(day.getYear(), quarter), day.getYear(), quarter * 3 - 2, 3);
    }

    /** The one of the same length before it. */
    Span before() {
        return like(first.minusDays(1));
    }

    Span after() {
        return like(last.plusDays(1));
    }

    private Span like(LocalDate day) {
        return around(day).stream()
                .filter(s -> s.months() == months())
                .findFirst()
                .orElseThrow();
    }

    /** 1, 3, 6 or 12. */
    int months() {
        return YearMonth.from(last).compareTo(YearMonth.from(first)) + 1;
    }

    int year() {
        return first.getYear();
    }

    /** Which of the year: of a month 1 to 12, of a quarter 1 to 4, of a half 1 or 2. */
    int which() {
        return (first.getMonthValue() - 1) / months() + 1;
    }

    private static Span span(String code, int year, int month, int months) {
        LocalDate first = LocalDate.of(year, Month.of(month), 1);
        return new Span(code, first, first.plusMonths(months).minusDays(1));
    }
}
