package id.tindak.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The local years that calendars compute, as nanoseconds since 1970-01-01T00:00Z, the unit of all arithmetic in this
 * package: exact for every Instant, and a long holds it far beyond {@link #LAST}.
 */
final class Years {

    static final int FIRST = 1970;
    static final int LAST = 2199;
    static final int COUNT = LAST - FIRST + 1;

    private static final long NANOS = 1_000_000_000L;
    private static final long MEAN_YEAR = 31_556_952L * NANOS;

    private final ZoneId zone;
    private final long[] starts = new long[COUNT + 1];

    Years(ZoneId zone) {
        this.zone = zone;
        for (int i = 0; i <= COUNT; i++) starts[i] = midnight(LocalDate.of(FIRST + i, 1, 1));
    }

    long start(int year) {
        return starts[year];
    }

    /** Number of the local year in which the moment lies, 0 for {@link #FIRST}. */
    int indexOf(long moment) {
        int i = (int) Math.clamp((moment - starts[0]) / MEAN_YEAR, 0, COUNT - 1);
        while (i > 0 && moment < starts[i]) i--;
        while (i < COUNT - 1 && moment >= starts[i + 1]) i++;
        return i;
    }

    /** @throws DateTimeException when the moment lies outside the local years that calendars compute */
    long moment(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < starts[0] / NANOS || second >= starts[COUNT] / NANOS)
            throw new DateTimeException(
                    "Kalender hanya menghitung tahun " + FIRST + " sampai " + LAST + ", bukan " + instant);
        return second * NANOS + instant.getNano();
    }

    static Instant instant(long moment) {
        return Instant.ofEpochSecond(Math.floorDiv(moment, NANOS), Math.floorMod(moment, NANOS));
    }

    long midnight(LocalDate day) {
        return day.atStartOfDay(zone).toEpochSecond() * NANOS;
    }

    /** The moment so many minutes after midnight on the clock on the wall; 1440 is the next midnight. */
    long minute(LocalDate day, int minute) {
        if (minute == Interval.DAY) return midnight(day.plusDays(1));
        return day.atTime(minute / 60, minute % 60).atZone(zone).toEpochSecond() * NANOS;
    }
}
