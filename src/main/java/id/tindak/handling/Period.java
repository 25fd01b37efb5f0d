package id.tindak.handling;

import id.tindak.base.web.Texts;
import id.tindak.base.web.Times;
import id.tindak.sop.Periodic;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The stretch of the calendar that periodic work covers: a week, month, quarter, half-year or year. */
public record Period(Periodic.Every every, LocalDate first) {

    private static final Pattern CODE =
            Pattern.compile("((?:19|20|21)\\d\\d)(?:-(?:(0[1-9]|1[0-2])|([TSW])(\\d{1,2})))?");

    /** The one in which the day lies. */
    public static Period of(Periodic.Every every, LocalDate day) {
        LocalDate month = day.withDayOfMonth(1);
        return new Period(
                every,
                switch (every) {
                    case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
                    case MONTH -> month;
                    case QUARTER -> month.with(month.getMonth().firstMonthOfQuarter());
                    case HALF_YEAR -> month.with(month.getMonthValue() <= 6 ? Month.JANUARY : Month.JULY);
                    case YEAR -> month.withDayOfYear(1);
                });
    }

    /** Reads what {@link #code} writes; empty for anything else. */
    public static Optional<Period> parse(String code) {
        Matcher m = CODE.matcher(code);
        if (!m.matches()) return Optional.empty();
        LocalDate year = LocalDate.of(Integer.parseInt(m.group(1)), 1, 1);
        int n = m.group(4) == null ? 1 : Integer.parseInt(m.group(4));
        Period read = switch (m.group(3) == null ? "" : m.group(3)) {
            case "W" ->
                of(Periodic.Every.WEEK, year.withMonth(1).withDayOfMonth(4).plusWeeks(n - 1L));
            case "T" -> of(Periodic.Every.QUARTER, year.plusMonths((n - 1L) * 3));
            case "S" -> of(Periodic.Every.HALF_YEAR, year.plusMonths((n - 1L) * 6));
            default ->
                m.group(2) == null
                        ? of(Periodic.Every.YEAR, year)
                        : of(Periodic.Every.MONTH, year.withMonth(Integer.parseInt(m.group(2))));
        };
        return read.code().equals(code) ? Optional.of(read) : Optional.empty();
    }

    public Period next() {
        return new Period(
                every,
                switch (every) {
                    case WEEK -> first.plusWeeks(1);
                    case MONTH -> first.plusMonths(1);
                    case QUARTER -> first.plusMonths(3);
                    case HALF_YEAR -> first.plusMonths(6);
                    case YEAR -> first.plusYears(1);
                });
    }

    public Period previous() {
        return of(every, first.minusDays(1));
    }

    /** The last day that belongs to it. */
    public LocalDate last() {
        return next().first().minusDays(1);
    }

    /** The months that lie in it, in order; none of a week. */
    public List<Period> months() {
        List<Period> months = new ArrayList<>();
        if (every == Periodic.Every.WEEK) return months;
        for (Period m = of(Periodic.Every.MONTH, first); !m.first().isAfter(last()); m = m.next()) months.add(m);
        return List.copyOf(months);
    }

    /** Whether it is over on that day. */
    public boolean over(LocalDate today) {
        return !next().first().isAfter(today);
    }

    /** "2026-W48", "2026-11", "2026-T4", "2026-S2", "2026"; as it is kept and sorts. */
    public String code() {
        int year = first.getYear();
        return switch (every) {
            case WEEK ->
                "%d-W%02d"
                        .formatted(first.get(IsoFields.WEEK_BASED_YEAR), first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> "%d-%02d".formatted(year, first.getMonthValue());
            case QUARTER -> "%d-T%d".formatted(year, first.get(IsoFields.QUARTER_OF_YEAR));
            case HALF_YEAR -> "%d-S%d".formatted(year, first.getMonthValue() <= 6 ? 1 : 2);
            case YEAR -> Integer.toString(year);
        };
    }

    /** "November 2026", "triwulan 4 2026", "2026". */
    public String words(Times times, String language) {
        String code = code();
        if (every == Periodic.Every.YEAR) return code;
        if (every == Periodic.Every.MONTH) {
            String day = times.date(first);
            return day.substring(day.indexOf(' ') + 1);
        }
        return Texts.get(
                language,
                "desk.task.period." + code.charAt(5),
                code.substring(6).replaceFirst("^0", ""),
                code.substring(0, 4));
    }
}
