package id.tindak.calendar;

import java.time.Duration;

/**
 * Working time as an officer says it: "2 hari kerja 4 jam 39 menit". Days differ in length (Friday, Ramadan), so only a
 * calendar can make one.
 *
 * @param late whether the time is owed, not left
 * @param days whole working days
 * @param rest working time besides the whole days; never negative
 */
public record WorkingSpan(boolean late, int days, Duration rest) {}
