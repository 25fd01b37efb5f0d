package id.tindak.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Lays out one local year of a schedule as stretches in which time runs, disturbances cut out. */
final class YearLayout {

    private record Stretch(long from, long to) {
        long length() {
            return to - from;
        }
    }

    /** A day with working hours: from midnight to midnight, and the hours as laid down. */
    private record Day(Stretch whole, List<Stretch> hours) {
        long opening() {
            return hours.getFirst().from();
        }

        long closing() {
            return hours.getLast().to();
        }
    }

    private final Schedule schedule;
    private final Years years;
    private final List<Stretch> disturbances;

    YearLayout(Schedule schedule, Years years) {
        this.schedule = schedule;
        this.years = years;
        disturbances = schedule.definition().disturbances().stream()
                .map(d -> new Stretch(years.moment(d.from()), years.moment(d.to())))
                .sorted(Comparator.comparingLong(Stretch::from))
                .toList();
    }

    Timeline.Stretches working(int year) {
        return running(openDaysOf(year).flatMap(day -> day.hours().stream()));
    }

    Timeline.Stretches openDays(int year) {
        return running(openDaysOf(year).map(Day::whole));
    }

    Timeline.Stretches wall(int year) {
        return running(Stream.of(new Stretch(years.start(year), years.start(year + 1))));
    }

    WorkingDays.Days open(int year) {
        return workingDays(openDaysOf(year).toList());
    }

    /** Working days without those of which a disturbance took the end or more than half of the hours. */
    WorkingDays.Days counted(int year) {
        return workingDays(openDaysOf(year).filter(this::counts).toList());
    }

    private boolean counts(Day day) {
        List<Stretch> left = day.hours().stream().flatMap(this::undisturbed).toList();
        return !left.isEmpty() && left.getLast().to() == day.closing() && 2 * length(left) >= length(day.hours());
    }

    private static long length(List<Stretch> stretches) {
        return stretches.stream().mapToLong(Stretch::length).sum();
    }

    private Stream<Day> openDaysOf(int year) {
        LocalDate first = LocalDate.ofYearDay(Years.FIRST + year, 1);
        return first.datesUntil(first.plusYears(1))
                .map(this::day)
                .filter(day -> !day.hours().isEmpty());
    }

    private Day day(LocalDate date) {
        List<Stretch> hours = schedule.hours(date).stream()
                .map(i -> new Stretch(years.minute(date, i.fromMinute()), years.minute(date, i.toMinute())))
                .filter(stretch -> stretch.length() > 0) // summer time may swallow one, elsewhere than in Indonesia
                .toList();
        return new Day(new Stretch(years.midnight(date), years.midnight(date.plusDays(1))), hours);
    }

    private static WorkingDays.Days workingDays(List<Day> days) {
        return new WorkingDays.Days(
                days.stream().mapToLong(day -> day.whole().from()).toArray(),
                days.stream().mapToLong(Day::opening).toArray(),
                days.stream().mapToLong(Day::closing).toArray());
    }

    private Timeline.Stretches running(Stream<Stretch> stretches) {
        return new Timeline.Stretches(stretches
                .flatMap(this::undisturbed)
                .flatMapToLong(stretch -> LongStream.of(stretch.from(), stretch.to()))
                .toArray());
    }

    /** What the disturbances, which may overlap one another, leave of a stretch. */
    private Stream<Stretch> undisturbed(Stretch stretch) {
        List<Stretch> left = new ArrayList<>();
        long from = stretch.from();
        for (Stretch disturbance : disturbances) {
            if (disturbance.to() <= from) continue;
            if (disturbance.from() >= stretch.to()) break;
            if (disturbance.from() > from) left.add(new Stretch(from, disturbance.from()));
            from = disturbance.to();
        }
        if (from < stretch.to()) left.add(new Stretch(from, stretch.to()));
        return left.stream();
    }
}
