package id.tindak.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which hours a local day has when definition and holidays are put together. */
final class Schedule {

    private final CalendarDefinition definition;
    private final Set<LocalDate> closed = new HashSet<>();
    private final Map<LocalDate, List<Interval>> opened = new HashMap<>();

    Schedule(CalendarDefinition definition, Collection<Holiday> holidays) {
        this.definition = definition;
        for (Holiday holiday : holidays)
            if (holiday.kind() == Holiday.Kind.NATIONAL || definition.jointLeaveCloses()) closed.add(holiday.date());
        for (CalendarDefinition.OpenDay day : definition.openDays()) {
            closed.remove(day.date());
            if (!day.hours().isEmpty()) opened.put(day.date(), day.hours());
        }
        for (CalendarDefinition.ClosedDay day : definition.closedDays()) closed.add(day.date());
    }

    CalendarDefinition definition() {
        return definition;
    }

    List<Interval> hours(LocalDate day) {
        if (closed.contains(day)) return List.of();
        List<Interval> own = opened.get(day);
        return own != null ? own : week(day).hours(day.getDayOfWeek());
    }

    Week week(LocalDate day) {
        Week week = definition.week();
        for (CalendarDefinition.Period period : definition.periods()) if (period.covers(day)) week = period.week();
        return week;
    }
}
