package id.tindak.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

/**
 * The clock of an agency: where deadlines fall, how much time is left, how a pause shifts them. Immutable, safe for many
 * threads; make it once per calendar version and keep it, it remembers every year that it has laid out.
 *
 * <p>Four ways of counting ({@link TimeStandard.Basis}). Working time runs inside the working hours. Whole working days
 * begin with the day after the start and end with the last working minute. The clock on the wall runs through nights and
 * holidays, for {@code WALL_CLOCK_OPEN_DAYS} only on days with working hours. A declared disturbance stops every one of
 * them: it is cut out of the time that runs, and a day counts as a working day only if its last working minute and at
 * least half of its hours are left.
 *
 * <p>A time span that ends with the hours of a day ends there (16.00), not at the beginning of the next (07.30). All local
 * years from 1970 to 2199 are computed; moments outside throw {@link java.time.DateTimeException}, and where the calendar
 * has no time left to give, {@link NoWorkingTimeException}.
 */
public final class WorkCalendar {

    private final Schedule schedule;
    private final Years years;
    private final Timeline working;
    private final Timeline openDays;
    private final Timeline wall;
    private final WorkingDays open;
    private final WorkingDays counted;

    private WorkCalendar(Schedule schedule) {
        String name = schedule.definition().name();
        this.schedule = schedule;
        years = new Years(zone());
        YearLayout layout = new YearLayout(schedule, years);
        working = new Timeline(name, years, layout::working);
        openDays = new Timeline(name, years, layout::openDays);
        wall = new Timeline(name, years, layout::wall);
        open = new WorkingDays(name, years, layout::open);
        counted = schedule.definition().disturbances().isEmpty() ? open : new WorkingDays(name, years, layout::counted);
    }

    /** @param holidays of all years that the agency computes; a year without holidays has only weekends */
    public static WorkCalendar of(CalendarDefinition definition, Collection<Holiday> holidays) {
        return new WorkCalendar(new Schedule(definition, holidays));
    }

    /** What it was made of, without the holidays. */
    public CalendarDefinition definition() {
        return schedule.definition();
    }

    public ZoneId zone() {
        return schedule.definition().zone();
    }

    /** Whether the agency has working hours on the local day; disturbances do not close a day. */
    public boolean isOpen(LocalDate day) {
        return !hours(day).isEmpty();
    }

    /** The working hours of the local day as laid down, in order, breaks and disturbances: breaks are gaps, disturbances are not seen. */
    public List<Interval> hours(LocalDate day) {
        return schedule.hours(day);
    }

    /** The week that holds on the local day: the usual one or that of a dated period; holidays are not seen. */
    public Week week(LocalDate day) {
        return schedule.week(day);
    }

    /** Whether working time runs; the end of an interval no longer belongs to it. */
    public boolean isWorking(Instant moment) {
        return working.runsAt(years.moment(moment));
    }

    /** The moment itself inside working time, else the beginning of the next interval. */
    public Instant nextWorking(Instant moment) {
        return Years.instant(working.next(years.moment(moment)));
    }

    /**
     * The moment when so much working time has passed; counts backwards when negative. A start outside working time starts
     * at the next working moment, adding nothing included; only the end of an interval stays itself when nothing is added.
     */
    public Instant addWorking(Instant start, Duration time) {
        return add(working, start, time.toNanos());
    }

    /** Working time from a to b, negative when b lies before a. */
    public Duration workingBetween(Instant a, Instant b) {
        return Duration.ofNanos(working.between(years.moment(a), years.moment(b)));
    }

    /** When something begun at the moment must be done. */
    public Instant deadline(Instant start, TimeStandard standard) {
        if (standard.basis() == TimeStandard.Basis.WORKING_DAYS)
            return Years.instant(counted.closingOf(standard.amount(), years.moment(start)));
        return add(timeline(standard.basis()), start, standard.amount() * 60_000_000_000L);
    }

    /**
     * Time left until the deadline, negative when it is past; whole working days are measured in working time.
     * {@link #resume} turns it back into the same deadline at any moment, early or late.
     */
    public Duration remaining(Instant now, Instant deadline, TimeStandard.Basis basis) {
        return Duration.ofNanos(timeline(basis).between(years.moment(now), years.moment(deadline)));
    }

    /**
     * The deadline after a pause that began with so much time left. {@code resume(now, remaining(now, d, b), b)} is d for
     * every now and every d that a deadline of the basis can be; a time that was negative stays as late as it was.
     */
    public Instant resume(Instant now, Duration remaining, TimeStandard.Basis basis) {
        return Years.instant(timeline(basis).land(years.moment(now), remaining.toNanos()));
    }

    /** Number of days with working hours from the first to the last day, both included. */
    public int workingDays(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) return 0;
        return open.countBetween(
                first.atStartOfDay(zone()).toInstant(),
                last.plusDays(1).atStartOfDay(zone()).toInstant());
    }

    /** The working time between now and the deadline in whole working days and the rest, for showing it in words. */
    public WorkingSpan span(Instant now, Instant deadline) {
        boolean late = deadline.isBefore(now);
        long a = years.moment(late ? deadline : now);
        long b = years.moment(late ? now : deadline);
        long rest = working.between(a, b);
        int days = counted.wholeBetween(a, b);
        if (days > 0) {
            long[] whole = counted.boundsBetween(a, b);
            rest -= working.between(whole[0], whole[1]);
        }
        if (rest > 0) {
            LocalDate begun = Years.instant(working.next(a)).atZone(zone()).toLocalDate();
            long full = working.between(years.midnight(begun), years.midnight(begun.plusDays(1)));
            if (rest >= full) {
                days++;
                rest -= full;
            }
        }
        return new WorkingSpan(late, days, Duration.ofNanos(rest));
    }

    private Instant add(Timeline timeline, Instant start, long nanos) {
        return Years.instant(timeline.add(years.moment(start), nanos));
    }

    private Timeline timeline(TimeStandard.Basis basis) {
        return switch (basis) {
            case WORKING_TIME, WORKING_DAYS -> working;
            case WALL_CLOCK -> wall;
            case WALL_CLOCK_OPEN_DAYS -> openDays;
        };
    }
}
