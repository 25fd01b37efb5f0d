package id.tindak.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Times and durations as pages, mails and papers say them, in the agency's zone: "10.05 WIB", "2 jam 15 menit".
 *
 * @param zone the agency's, its abbreviation stands beside the time of day
 * @param language "en" for English, anything else for Indonesian
 */
public record TimeWords(ZoneId zone, String language) {

    private static final List<String> MONTHS = List.of(
            "Januari",
            "Februari",
            "Maret",
            "April",
            "Mei",
            "Juni",
            "Juli",
            "Agustus",
            "September",
            "Oktober",
            "November",
            "Desember");

    private static final DateTimeFormatter NUMERIC = DateTimeFormatter.ofPattern("dd-MM-uuuu", Locale.ROOT);

    private boolean english() {
        return language.equals("en");
    }

    /** "WIB", "WITA" or "WIT". */
    public String zoneName() {
        return TimeZones.abbreviation(zone);
    }

    /** "10.05", in English "10:05". */
    public String hour(Instant moment) {
        return hour(moment.atZone(zone).getHour(), moment.atZone(zone).getMinute());
    }

    /** "10.05 WIB". */
    public String clock(Instant moment) {
        return hour(moment) + " " + zoneName();
    }

    /** "23 November 2026". */
    public String date(LocalDate day) {
        return dayAndMonth(day) + " " + day.getYear();
    }

    /** "Senin, 23 November 2026". */
    public String day(LocalDate day) {
        return weekday(day) + ", " + date(day);
    }

    /** "Senin, 23 November 2026 pukul 10.05 WIB". */
    public String full(Instant moment) {
        return day(local(moment)) + (english() ? " at " : " pukul ") + clock(moment);
    }

    /** "23 November, 10.05": for lists, where the year is plain. */
    public String brief(Instant moment) {
        return dayAndMonth(local(moment)) + ", " + hour(moment);
    }

    /** "23-11-2026 10.05", as official papers write it. */
    public String numeric(Instant moment) {
        return NUMERIC.format(local(moment)) + " " + hour(moment);
    }

    /** "2026-11-23T10:05+07:00", for the datetime attribute of a page. */
    public String iso(Instant moment) {
        ZonedDateTime minute = moment.atZone(zone).truncatedTo(ChronoUnit.MINUTES);
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(minute).replaceFirst("(T..:..):00", "$1");
    }

    /** The local day of a moment. */
    public LocalDate local(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** "2 jam 15 menit": hours and minutes, seconds cut off, never days; the sign is not said. */
    public String duration(Duration time) {
        List<String> words = new ArrayList<>();
        hoursAndMinutes(time, words);
        return said(words, time);
    }

    /** "2 hari kerja 4 jam 39 menit"; whether it is late is not said. */
    public String span(WorkingSpan span) {
        List<String> words = new ArrayList<>();
        if (span.days() > 0) words.add(count(span.days(), "hari kerja", "working day"));
        hoursAndMinutes(span.rest(), words);
        return said(words, span.rest());
    }

    /**
     * The time between two moments as a clock of that basis says it, the earlier and the later in any order: working days
     * only when the basis is working days; clock on the wall from two days on as "29 hari 3 jam".
     */
    public String between(Instant a, Instant b, TimeStandard.Basis basis, WorkCalendar calendar) {
        if (basis == TimeStandard.Basis.WORKING_DAYS) return span(calendar.span(a, b));
        Duration time = calendar.remaining(a, b, basis).abs();
        if (basis != TimeStandard.Basis.WALL_CLOCK || time.toDays() < 2) return duration(time);
        List<String> words = new ArrayList<>(List.of(count(time.toDays(), "hari", "day")));
        if (time.toHoursPart() > 0) words.add(count(time.toHoursPart(), "jam", "hour"));
        return String.join(" ", words);
    }

    /** A time standard: in Indonesian as it is written in the SOP, in English "2 hours 15 minutes" or "3 working days". */
    public String standard(TimeStandard standard) {
        if (!english()) return standard.text();
        Duration time = Duration.ofMinutes(standard.amount());
        return switch (standard.basis()) {
            case WORKING_DAYS -> count(standard.amount(), "", "working day");
            case WORKING_TIME -> duration(time);
            case WALL_CLOCK ->
                time.toHours() % 24 == 0 && time.toDays() > 1 ? count(time.toDays(), "", "day") : duration(time);
            case WALL_CLOCK_OPEN_DAYS -> duration(time) + " of working days";
        };
    }

    /** "Senin–Kamis pukul 07.30–16.00 dan Jumat pukul 07.30–16.30 WIB": opening and closing, breaks not told. */
    public String week(Week week) {
        return WeekWords.say(week, this);
    }

    String hour(int hour, int minute) {
        return (english() ? "%02d:%02d" : "%02d.%02d").formatted(hour, minute);
    }

    String weekday(java.time.DayOfWeek day) {
        return english()
                ? day.getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH)
                : IndonesianDays.name(day);
    }

    private String weekday(LocalDate day) {
        return weekday(day.getDayOfWeek());
    }

    private String dayAndMonth(LocalDate day) {
        String month = english()
                ? day.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH)
                : MONTHS.get(day.getMonthValue() - 1);
        return day.getDayOfMonth() + " " + month;
    }

    private void hoursAndMinutes(Duration time, List<String> words) {
        Duration positive = time.abs();
        if (positive.toHours() > 0) words.add(count(positive.toHours(), "jam", "hour"));
        if (positive.toMinutesPart() > 0) words.add(count(positive.toMinutesPart(), "menit", "minute"));
    }

    private String said(List<String> words, Duration time) {
        if (!words.isEmpty()) return String.join(" ", words);
        if (time.isZero()) return count(0, "menit", "minute");
        return english() ? "less than 1 minute" : "kurang dari 1 menit";
    }

    private String count(long number, String indonesian, String english) {
        if (!english()) return number + " " + indonesian;
        return number + " " + english + (number == 1 ? "" : "s");
    }
}
