package id.tindak.handling;

import id.tindak.sop.Periodic;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.IsoFields;

/** The stretch of the calendar that periodic work covers: a week, month, quarter, half-year or year. */
record Period(Periodic.Every every, LocalDate first) {

    /** The one in which the day lies. */
    static Period of(Periodic.Every every, LocalDate day) {
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

    Period next() {
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

    /** Whether it is over on that day. */
    boolean over(LocalDate today) {
        return !next().first().isAfter(today);
    }

    /** "2026-W48", "2026-11", "2026-T4", "2026-S2", "2026"; as it is kept and sorts. */
    String code() {
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
}
