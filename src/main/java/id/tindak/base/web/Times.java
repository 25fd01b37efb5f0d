package id.tindak.base.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates, times and durations in words, in the zone of one agency and the language of one reader. */
public final class Times {

    private final ZoneId zone;
    private final boolean english;
    private final DateTimeFormatter day;
    private final DateTimeFormatter longDay;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter numeric;

    public Times(ZoneId zone, String language) {
        this.zone = zone;
        this.english = "en".equals(language);
        Locale locale = english ? Locale.UK : Locale.of("id", "ID");
        this.day = DateTimeFormatter.ofPattern("d MMMM yyyy", locale);
        this.longDay = DateTimeFormatter.ofPattern(english ? "EEEE d MMMM yyyy" : "EEEE, d MMMM yyyy", locale);
        this.clock = DateTimeFormatter.ofPattern(english ? "HH:mm" : "HH.mm", locale);
        this.numeric = DateTimeFormatter.ofPattern(english ? "dd/MM/yyyy" : "dd-MM-yyyy", locale);
    }

    public ZoneId zone() {
        return zone;
    }

    /** "WIB", "WITA" or "WIT"; elsewhere the offset. */
    public String zoneName() {
        ZonedDateTime sample = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, zone);
        return switch (sample.getOffset().getTotalSeconds() / 3600) {
            case 7 -> "WIB";
            case 8 -> "WITA";
            case 9 -> "WIT";
            default -> sample.getOffset().getId();
        };
    }

    /** "23 November 2026" */
    public String date(Instant t) {
        return date(t.atZone(zone).toLocalDate());
    }

    public String date(LocalDate d) {
        return day.format(d);
    }

    /** "Senin, 23 November 2026" */
    public String longDate(Instant t) {
        return longDate(t.atZone(zone).toLocalDate());
    }

    public String longDate(LocalDate d) {
        return longDay.format(d);
    }

    /** "23-11-2026", for tables and sheets */
    public String shortDate(Instant t) {
        return shortDate(t.atZone(zone).toLocalDate());
    }

    public String shortDate(LocalDate d) {
        return numeric.format(d);
    }

    /** "10.05", without the zone, for rows that stand under a heading that names it */
    public String clock(Instant t) {
        return clock.format(t.atZone(zone));
    }

    /** "10.05 WIB" */
    public String time(Instant t) {
        return clock(t) + " " + zoneName();
    }

    /** "23 November 2026 pukul 10.05 WIB" */
    public String moment(Instant t) {
        return date(t) + (english ? " at " : " pukul ") + time(t);
    }

    /** "Senin, 23 November 2026 pukul 10.05 WIB" */
    public String longMoment(Instant t) {
        return longDate(t) + (english ? " at " : " pukul ") + time(t);
    }

    /** "10.05" when t lies on the same day as now, else "23 November, 10.05" or with the year when it is another. */
    public String near(Instant t, Instant now) {
        LocalDate that = t.atZone(zone).toLocalDate();
        LocalDate today = now.atZone(zone).toLocalDate();
        if (that.equals(today)) return clock(t);
        String date = date(that);
        if (that.getYear() == today.getYear()) date = date.substring(0, date.length() - 5);
        return date + ", " + clock(t);
    }

    /** For {@code <time datetime>}: "2026-11-23T10:05+07:00" */
    public String iso(Instant t) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmXXX").format(t.atZone(zone));
    }

    /** Hours and minutes, never days, because a working day has no fixed length: "2 jam 15 menit", "kurang dari 1 menit". The sign is ignored. */
    public String working(Duration d) {
        long minutes = d.abs().toMinutes();
        if (minutes == 0) return english ? "less than a minute" : "kurang dari 1 menit";
        long hours = minutes / 60;
        String rest = minutes % 60 == 0 ? "" : count(minutes % 60, "menit", "minute");
        if (hours == 0) return rest;
        return (count(hours, "jam", "hour") + " " + rest).strip();
    }

    /** Days, hours and minutes of the clock on the wall; above two days without the minutes: "3 hari 4 jam". The sign is ignored. */
    public String wall(Duration d) {
        Duration abs = d.abs();
        long days = abs.toDays();
        if (days == 0) return working(abs);
        Duration rest = abs.minusDays(days);
        if (days >= 2) rest = Duration.ofHours(rest.toHours());
        String tail = rest.toMinutes() == 0 ? "" : " " + working(rest);
        return count(days, "hari", "day") + tail;
    }

    /** "12.345" in Indonesian, "12,345" in English */
    public String number(long n) {
        return String.format(english ? Locale.UK : Locale.of("id", "ID"), "%,d", n);
    }

    /** "94,3%", "100%"; the whole is above zero. */
    public String percent(long part, long whole) {
        BigDecimal percent = BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        String words = part == whole ? "100" : percent.toPlainString();
        return (english ? words : words.replace('.', ',')) + "%";
    }

    /** "1,2 MB" and the like, for attachments. */
    public String size(long bytes) {
        Locale locale = english ? Locale.UK : Locale.of("id", "ID");
        if (bytes < 1000) return bytes + " B";
        if (bytes < 1_000_000) return String.format(locale, "%d kB", bytes / 1000);
        return String.format(locale, "%.1f MB", bytes / 1e6);
    }

    private String count(long n, String id, String en) {
        return n + " " + (english ? (n == 1 ? en : en + "s") : id);
    }
}
