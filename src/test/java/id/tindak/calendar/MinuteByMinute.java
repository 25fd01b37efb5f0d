package id.tindak.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A second, slow clock that walks minute by minute and shares no computation with {@link WorkCalendar}. */
final class MinuteByMinute {

    private final CalendarDefinition definition;
    private final Collection<Holiday> holidays;
    private final Map<LocalDate, List<Interval>> known = new HashMap<>();

    MinuteByMinute(CalendarDefinition definition, Collection<Holiday> holidays) {
        this.definition = definition;
        this.holidays = holidays;
    }

    /** Minutes that count from a to b, both on whole minutes. */
    long between(Instant a, Instant b, TimeStandard.Basis basis) {
        long minutes = 0;
        for (Instant t = a; t.isBefore(b); t = t.plus(1, ChronoUnit.MINUTES)) if (counts(t, basis)) minutes++;
        return minutes;
    }

    /** End of the last working minute of the n-th counted day after the start's. */
    Instant closing(Instant start, int n) {
        LocalDate day = start.atZone(definition.zone()).toLocalDate();
        while (n > 0) if (counted(day = day.plusDays(1))) n--;
        return minutes(day).stream()
                .filter(minute -> counts(minute, TimeStandard.Basis.WORKING_TIME))
                .reduce((first, second) -> second)
                .orElseThrow()
                .plus(1, ChronoUnit.MINUTES);
    }

    boolean counts(Instant minute, TimeStandard.Basis basis) {
        LocalDateTime local = minute.atZone(definition.zone()).toLocalDateTime();
        boolean stopped =
                definition.disturbances().stream().anyMatch(d -> !minute.isBefore(d.from()) && minute.isBefore(d.to()));
        if (stopped) return false;
        return switch (basis) {
            case WALL_CLOCK -> true;
            case WALL_CLOCK_OPEN_DAYS -> !hours(local.toLocalDate()).isEmpty();
            case WORKING_TIME, WORKING_DAYS -> inHours(local);
        };
    }

    private boolean counted(LocalDate day) {
        List<Instant> hours = minutes(day).stream()
                .filter(minute -> inHours(minute.atZone(definition.zone()).toLocalDateTime()))
                .toList();
        if (hours.isEmpty() || !counts(hours.getLast(), TimeStandard.Basis.WORKING_TIME)) return false;
        return hours.stream()
                                .filter(minute -> counts(minute, TimeStandard.Basis.WORKING_TIME))
                                .count()
                        * 2
                >= hours.size();
    }

    private List<Instant> minutes(LocalDate day) {
        return java.util.stream.Stream.iterate(
                        day.atStartOfDay(definition.zone()).toInstant(), minute -> minute.plus(1, ChronoUnit.MINUTES))
                .limit(Interval.DAY)
                .toList();
    }

    private boolean inHours(LocalDateTime local) {
        int minute = local.getHour() * 60 + local.getMinute();
        return hours(local.toLocalDate()).stream().anyMatch(i -> i.fromMinute() <= minute && minute < i.toMinute());
    }

    private List<Interval> hours(LocalDate day) {
        return known.computeIfAbsent(day, this::hoursLaidDown);
    }

    private List<Interval> hoursLaidDown(LocalDate day) {
        if (definition.closedDays().stream().anyMatch(closed -> closed.date().equals(day))) return List.of();
        List<CalendarDefinition.OpenDay> own =
                definition.openDays().stream().filter(d -> d.date().equals(day)).toList();
        if (!own.isEmpty() && !own.getFirst().hours().isEmpty())
            return own.getFirst().hours();
        boolean holiday = holidays.stream()
                .anyMatch(h ->
                        h.date().equals(day) && (h.kind() == Holiday.Kind.NATIONAL || definition.jointLeaveCloses()));
        if (own.isEmpty() && holiday) return List.of();
        return definition.periods().reversed().stream()
                .filter(p -> !day.isBefore(p.from()) && !day.isAfter(p.to()))
                .findFirst()
                .map(CalendarDefinition.Period::week)
                .orElse(definition.week())
                .hours(day.getDayOfWeek());
    }
}
