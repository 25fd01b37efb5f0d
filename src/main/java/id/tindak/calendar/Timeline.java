package id.tindak.calendar;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Counts time that runs in stretches only. Every local year is laid out once, on first need, as sorted stretches with the
 * running total before each, so that adding and measuring are two binary searches and one step per year passed.
 *
 * <p>Results "land": of all moments with the same amount of counted time before them the earliest is taken, so that a
 * deadline lies inside a stretch or on its end (16.00), never on the beginning of the following one (07.30 next day).
 */
final class Timeline {

    private final String name;
    private final Years years;
    private final IntFunction<Stretches> layout;
    private final AtomicReferenceArray<@Nullable Stretches> laidOut = new AtomicReferenceArray<>(Years.COUNT);

    /** @param layout gives the stretches of a year, counted from {@link Years#FIRST}; must always give the same */
    Timeline(String name, Years years, IntFunction<Stretches> layout) {
        this.name = name;
        this.years = years;
        this.layout = layout;
    }

    boolean runsAt(long moment) {
        return year(years.indexOf(moment)).contains(moment);
    }

    /** The moment itself when time runs there, else the beginning of the next stretch. */
    long next(long moment) {
        int y = years.indexOf(moment);
        Stretches year = year(y);
        int i = year.firstEndingAfter(moment);
        while (i == year.size()) {
            if (++y == Years.COUNT) throw new NoWorkingTimeException(name, "sesudah", Years.instant(moment));
            year = year(y);
            i = 0;
        }
        return Math.max(moment, year.from(i));
    }

    /** Counted time from a to b, negative when b lies before a. */
    long between(long a, long b) {
        if (b < a) return -between(b, a);
        int first = years.indexOf(a);
        int last = years.indexOf(b);
        long sum = year(last).before(b) - year(first).before(a);
        for (int y = first; y < last; y++) sum += year(y).total();
        return sum;
    }

    /** Where so much counted time after the moment (before it, when negative) lands; see the class for which moment that is. */
    long land(long moment, long amount) {
        int y = years.indexOf(moment);
        Stretches year = year(y);
        long rest = year.before(moment) + amount;
        while (rest > year.total()) {
            rest -= year.total();
            if (++y == Years.COUNT) throw new NoWorkingTimeException(name, "sesudah", Years.instant(moment));
            year = year(y);
        }
        while (rest <= 0) {
            if (--y < 0) throw new NoWorkingTimeException(name, "sebelum", Years.instant(moment));
            year = year(y);
            rest += year.total();
        }
        return year.landing(rest);
    }

    /** Like {@link #land}, but nothing added to a moment is the moment itself, or the next at which time runs. */
    long add(long moment, long amount) {
        if (amount != 0) return land(moment, amount);
        Stretches year = year(years.indexOf(moment));
        return year.endsAt(moment) ? moment : next(moment);
    }

    private Stretches year(int y) {
        Stretches known = laidOut.getAcquire(y);
        if (known != null) return known;
        Stretches made = layout.apply(y); // two threads may both do it: the results are equal
        laidOut.setRelease(y, made);
        return made;
    }

    /** Stretches of one year in order; they may touch one another. */
    static final class Stretches {

        private final long[] from;
        private final long[] to;
        private final long[] before;
        private final long total;

        /** @param bounds from, to, from, to … in order; empty stretches are left out */
        Stretches(long[] bounds) {
            long[] starts = new long[bounds.length / 2];
            long[] ends = new long[bounds.length / 2];
            int n = 0;
            for (int i = 0; i < bounds.length; i += 2) {
                if (bounds[i] >= bounds[i + 1]) continue;
                starts[n] = bounds[i];
                ends[n++] = bounds[i + 1];
            }
            from = Arrays.copyOf(starts, n);
            to = Arrays.copyOf(ends, n);
            before = new long[n];
            long sum = 0;
            for (int i = 0; i < n; i++) {
                before[i] = sum;
                sum += to[i] - from[i];
            }
            total = sum;
        }

        int size() {
            return from.length;
        }

        long from(int i) {
            return from[i];
        }

        long total() {
            return total;
        }

        boolean contains(long moment) {
            int i = firstEndingAfter(moment);
            return i < to.length && from[i] <= moment;
        }

        boolean endsAt(long moment) {
            return Arrays.binarySearch(to, moment) >= 0;
        }

        int firstEndingAfter(long moment) {
            int i = Arrays.binarySearch(to, moment);
            return i >= 0 ? i + 1 : -i - 1;
        }

        /** Counted time of this year before the moment. */
        long before(long moment) {
            int i = firstEndingAfter(moment);
            if (i == to.length) return total;
            return before[i] + Math.max(0, moment - from[i]);
        }

        /** The earliest moment with so much counted time of this year before it; more than 0, at most the total. */
        long landing(long amount) {
            int i = Arrays.binarySearch(before, amount);
            int stretch = i >= 0 ? i - 1 : -i - 2;
            return from[stretch] + amount - before[stretch];
        }
    }
}
