package id.tindak.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The working hours of a week: for each weekday the intervals between the breaks, in order. A weekday that is absent is
 * free.
 */
public record Week(Map<DayOfWeek, List<Interval>> days) {

    /** @throws IllegalArgumentException when intervals of one day overlap */
    public Week {
        Map<DayOfWeek, List<Interval>> ordered = new EnumMap<>(DayOfWeek.class);
        days.forEach((day, hours) -> {
            if (!hours.isEmpty()) ordered.put(day, inOrder(hours));
        });
        days = java.util.Collections.unmodifiableMap(ordered);
    }

    public List<Interval> hours(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    /** Working time of the whole week, breaks not counted. */
    public Duration length() {
        return days.values().stream()
                .flatMap(List::stream)
                .map(Interval::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The same intervals in order, those that touch joined into one. */
    static List<Interval> inOrder(List<Interval> hours) {
        List<Interval> ordered = new ArrayList<>();
        for (Interval next : hours.stream()
                .sorted(Comparator.comparingInt(Interval::fromMinute))
                .toList()) {
            Interval last = ordered.isEmpty() ? null : ordered.getLast();
            if (last == null || last.toMinute() < next.fromMinute()) ordered.add(next);
            else if (last.toMinute() == next.fromMinute())
                ordered.set(ordered.size() - 1, new Interval(last.from(), next.to()));
            else throw new IllegalArgumentException("Jam kerja bertumpuk: " + last + " dan " + next);
        }
        return List.copyOf(ordered);
    }
}
