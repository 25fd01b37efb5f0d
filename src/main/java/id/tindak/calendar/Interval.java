package id.tindak.calendar;

import java.time.Duration;
import java.time.LocalTime;

/**
 * Working hours without a break on one local day, in whole minutes; the end does not belong to it.
 *
 * @param to the end; midnight means 24.00, the end of the same day
 */
public record Interval(LocalTime from, LocalTime to) {

    static final int DAY = 24 * 60;

    /** @throws IllegalArgumentException when it is empty, runs backwards or has seconds */
    public Interval {
        if (from.toSecondOfDay() % 60 != 0 || from.getNano() != 0 || to.toSecondOfDay() % 60 != 0 || to.getNano() != 0)
            throw new IllegalArgumentException("Jam kerja ditulis dalam menit penuh: " + from + "-" + to);
        if (start(from) >= end(to))
            throw new IllegalArgumentException("Jam kerja harus mulai sebelum selesai: " + from + "-" + to);
    }

    static Interval ofMinutes(int from, int to) {
        return new Interval(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to % DAY * 60L));
    }

    /** Minutes after midnight at which it begins. */
    int fromMinute() {
        return start(from);
    }

    /** Minutes after midnight at which it ends, 1440 for 24.00. */
    int toMinute() {
        return end(to);
    }

    public Duration length() {
        return Duration.ofMinutes(toMinute() - fromMinute());
    }

    private static int start(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static int end(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? DAY : start(time);
    }
}
