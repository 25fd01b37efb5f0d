package id.tindak.calendar;

import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Counts whole working days; as {@link Timeline}, every local year is laid out once, on first need. */
final class WorkingDays {

    /** The working days of one year in order: midnight at which each begins, its first and the end of its last working minute. */
    record Days(long[] midnight, long[] opening, long[] closing) {}

    private final String name;
    private final Years years;
    private final IntFunction<Days> layout;
    private final AtomicReferenceArray<@Nullable Days> laidOut = new AtomicReferenceArray<>(Years.COUNT);

    WorkingDays(String name, Years years, IntFunction<Days> layout) {
        this.name = name;
        this.years = years;
        this.layout = layout;
    }

    /** End of the last working minute of the n-th working day after the local date of the moment. */
    long closingOf(int n, long moment) {
        int y = years.indexOf(moment);
        Days days = year(y);
        int i = firstAfter(days.midnight, moment) + n - 1;
        while (i >= days.midnight.length) {
            i -= days.midnight.length;
            if (++y == Years.COUNT) throw new NoWorkingTimeException(name, "sesudah", Years.instant(moment));
            days = year(y);
        }
        return days.closing[i];
    }

    /** How many working days lie wholly, from the first to the last working minute, between the moments. */
    int wholeBetween(long a, long b) {
        if (b <= a) return 0;
        int last = years.indexOf(b);
        int count = firstAfter(year(last).closing, b);
        int first = years.indexOf(a);
        for (int y = first; y < last; y++) count += year(y).midnight.length;
        return Math.max(0, count - firstAfter(year(first).opening, a - 1));
    }

    /** @return the moments of opening of the first and of closing of the last of the days that {@link #wholeBetween} counts */
    long[] boundsBetween(long a, long b) {
        int y = years.indexOf(a);
        int i = firstAfter(year(y).opening, a - 1);
        while (i == year(y).opening.length) {
            y++;
            i = 0;
        }
        long opening = year(y).opening[i];
        y = years.indexOf(b);
        i = firstAfter(year(y).closing, b) - 1;
        while (i < 0) i = year(--y).closing.length - 1;
        return new long[] {opening, year(y).closing[i]};
    }

    /** Number of working days that begin from the one midnight (included) to the other (not included). */
    int countBetween(Instant from, Instant to) {
        long a = years.moment(from);
        long b = years.moment(to);
        int first = years.indexOf(a);
        int last = years.indexOf(b);
        int count = firstAfter(year(last).midnight, b - 1) - firstAfter(year(first).midnight, a - 1);
        for (int y = first; y < last; y++) count += year(y).midnight.length;
        return count;
    }

    private static int firstAfter(long[] moments, long moment) {
        int i = Arrays.binarySearch(moments, moment);
        return i >= 0 ? i + 1 : -i - 1;
    }

    private Days year(int y) {
        Days known = laidOut.getAcquire(y);
        if (known != null) return known;
        Days made = layout.apply(y);
        laidOut.setRelease(y, made);
        return made;
    }
}
