package id.tindak.calendar;

import id.tindak.base.web.Times;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * What only a calendar can say in words: how much time a clock has left ("2 hari kerja 4 jam 39 menit"), a time standard,
 * the service hours of a week. Dates and times of day are said by {@link Times}.
 */
public final class TimeWords {

    private final String language;
    private final Times times;

    /**
     * @param zone the agency's, its abbreviation stands beside the service hours
     * @param language "en" for English, anything else for Indonesian
     */
    public TimeWords(ZoneId zone, String language) {
        this.language = language;
        this.times = new Times(zone, language);
    }

    public String language() {
        return language;
    }

    /** "2 jam 15 menit": hours and minutes, seconds cut off, never days; the sign is not said. */
    public String duration(Duration time) {
        return times.working(time);
    }

    /** "2 hari kerja 4 jam 39 menit"; whether it is late is not said. */
    public String span(WorkingSpan span) {
        if (span.days() == 0) return duration(span.rest());
        String days = workingDays(span.days());
        return span.rest().toMinutes() == 0 ? days : days + " " + duration(span.rest());
    }

    /**
     * The time between two moments, in any order, as a clock of that basis says it: working days only when it counts
     * working days, days only when it is the clock on the wall.
     */
    public String between(Instant a, Instant b, TimeStandard.Basis basis, WorkCalendar calendar) {
        return switch (basis) {
            case WORKING_DAYS -> span(calendar.span(a, b));
            case WALL_CLOCK -> times.wall(calendar.remaining(a, b, basis));
            case WORKING_TIME, WALL_CLOCK_OPEN_DAYS -> duration(calendar.remaining(a, b, basis));
        };
    }

    /**
     * What a paused clock has left, as {@link #between} would say it if it went on at the moment; needed because working
     * days have no fixed length.
     */
    public String left(Instant now, Duration remaining, TimeStandard.Basis basis, WorkCalendar calendar) {
        return between(now, calendar.resume(now, remaining, basis), basis, calendar);
    }

    /** A time standard: in Indonesian as it is written in the SOP, in English "2 hours 15 minutes" or "3 working days". */
    public String standard(TimeStandard standard) {
        if (!english()) return standard.text();
        Duration time = Duration.ofMinutes(standard.amount());
        return switch (standard.basis()) {
            case WORKING_DAYS -> workingDays(standard.amount());
            case WORKING_TIME -> duration(time);
            case WALL_CLOCK -> time.equals(Duration.ofDays(1)) ? duration(time) : times.wall(time);
            case WALL_CLOCK_OPEN_DAYS -> duration(time) + " of working days";
        };
    }

    /** "Senin–Kamis pukul 07.30–16.00 dan Jumat pukul 07.30–16.30 WIB": opening and closing, breaks not told. */
    public String week(Week week) {
        return WeekWords.say(week, this) + (week.days().isEmpty() ? "" : " " + times.zoneName());
    }

    /** "07.30–12.00", the end of the day as "24.00". */
    public String interval(Interval hours) {
        return interval(hours.fromMinute(), hours.toMinute());
    }

    /** "Senin". */
    public String weekday(DayOfWeek day) {
        return english() ? day.getDisplayName(TextStyle.FULL, Locale.ENGLISH) : IndonesianDays.name(day);
    }

    String interval(int fromMinute, int toMinute) {
        return hour(fromMinute) + "–" + hour(toMinute);
    }

    boolean english() {
        return language.equals("en");
    }

    private String hour(int minute) {
        return (english() ? "%02d:%02d" : "%02d.%02d").formatted(minute / 60, minute % 60);
    }

    private String workingDays(int days) {
        if (!english()) return days + " hari kerja";
        return days + (days == 1 ? " working day" : " working days");
    }
}
