package id.tindak.calendar;

import static org.quicktheories.generators.SourceDSL.longs;

import id.tindak.calendar.CalendarDefinition.ClosedDay;
import id.tindak.calendar.CalendarDefinition.Disturbance;
import id.tindak.calendar.CalendarDefinition.OpenDay;
import id.tindak.calendar.CalendarDefinition.Period;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.quicktheories.core.Gen;

/** Calendars as no agency would dare: any hours, breaks, special weeks, own days, disturbances, in all three zones. */
final class RandomCalendars {

    static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 3 * 365;
    private static final List<ZoneId> ZONES = List.of(TimeZones.WIB, TimeZones.WITA, TimeZones.WIT);

    private final Random random;

    private RandomCalendars(long seed) {
        random = new Random(seed);
    }

    /** Definitions with eight hours or more in a usual week. */
    static Gen<CalendarDefinition> definitions() {
        return longs().all().map(seed -> new RandomCalendars(seed).definition()).describedAs(CalendarFile::write);
    }

    /** Moments of 2025 to 2027, most of them on a whole minute, where boundaries lie. */
    static Gen<Instant> moments() {
        return longs().between(0, DAYS * 24L * 60 * 3)
                .map(n -> n % 3 == 0
                        ? FIRST.plus(Duration.ofMinutes(n / 3)).plusNanos(n * 7_919_000_003L % 60_000_000_000L)
                        : FIRST.plus(Duration.ofMinutes(n / 3)));
    }

    /** None up to about a year of usual working time. */
    static Gen<Duration> durations() {
        return longs().between(0, 120_000)
                .map(n -> n % 20 == 0
                        ? Duration.ZERO
                        : n % 4 == 0 ? Duration.ofMillis(n * 59_999L) : Duration.ofMinutes(n % 4 == 1 ? n : n / 40));
    }

    private CalendarDefinition definition() {
        Set<LocalDate> used = new HashSet<>();
        return new CalendarDefinition(
                "Acak " + random.nextInt(),
                ZONES.get(random.nextInt(3)),
                usualWeek(),
                random.nextBoolean(),
                some(3, this::period),
                some(20, () -> new ClosedDay(unused(used), "tutup: \"sendiri\"")),
                some(10, () -> new OpenDay(unused(used), "masuk", hours(1))),
                some(6, this::disturbance));
    }

    private Period period() {
        LocalDate from = day();
        return new Period(
                "Masa", from, from.plusDays(random.nextInt(40)), week(0), random.nextBoolean() ? "" : "catatan");
    }

    private Disturbance disturbance() {
        Instant from = FIRST.plus(Duration.ofMinutes(random.nextInt(DAYS * 24 * 60)));
        int longest = random.nextInt(4) == 0 ? 20 * 24 * 60 : 10 * 60;
        return new Disturbance(from, from.plus(Duration.ofMinutes(1 + random.nextInt(longest))), "Listrik", "BA");
    }

    /** At least eight hours, so that a year of time to add does not run out of the calendar. */
    private Week usualWeek() {
        Week week = week(1);
        while (week.length().toHours() < 8) week = week(1);
        return week;
    }

    private Week week(int least) {
        Map<DayOfWeek, List<Interval>> days = new EnumMap<>(DayOfWeek.class);
        int count = least + random.nextInt(8 - least);
        for (int i = 0; i < count; i++) days.put(DayOfWeek.of(random.nextInt(7) + 1), hours(1));
        return new Week(days);
    }

    /** Up to four intervals, sometimes from midnight or to midnight, sometimes of one minute. */
    private List<Interval> hours(int least) {
        Set<Integer> bounds = new java.util.TreeSet<>();
        if (random.nextInt(6) == 0) bounds.add(0);
        if (random.nextInt(6) == 0) bounds.add(Interval.DAY);
        int wanted = 2 * (least + random.nextInt(4));
        int step = random.nextInt(5) == 0 ? 1 : 15;
        while (bounds.size() < wanted) bounds.add(random.nextInt(Interval.DAY / step + 1) * step);
        if (bounds.size() % 2 == 1)
            bounds.remove(bounds.stream().skip(1).findFirst().orElseThrow());
        List<Integer> sorted = List.copyOf(bounds);
        List<Interval> hours = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i += 2) hours.add(Interval.ofMinutes(sorted.get(i), sorted.get(i + 1)));
        return hours;
    }

    private LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    private LocalDate unused(Set<LocalDate> used) {
        LocalDate day = day();
        while (!used.add(day)) day = day();
        return day;
    }

    private <T> List<T> some(int most, Supplier<T> one) {
        List<T> all = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) all.add(one.get());
        return all;
    }
}
