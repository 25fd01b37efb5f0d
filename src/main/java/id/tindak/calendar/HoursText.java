package id.tindak.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Working hours as a clerk writes them: "07.30-16.00, istirahat 12.00-13.00" or "07.30-12.00, 13.00-16.00" or "libur". */
final class HoursText {

    private static final Pattern PART =
            Pattern.compile("(istirahat )?(\\d{1,2})[.:](\\d{2}) ?[-–] ?(\\d{1,2})[.:](\\d{2})");

    private HoursText() {}

    /** @throws IllegalArgumentException with a sentence for the clerk */
    static List<Interval> parse(String text) {
        String words = text.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("\\s+", " ");
        if (words.equals("libur")) return List.of();
        List<Interval> hours = new ArrayList<>();
        List<Interval> breaks = new ArrayList<>();
        for (String part : words.split(", ?", -1)) {
            Matcher m = PART.matcher(part);
            if (!m.matches()) throw unknown(text);
            (m.group(1) == null ? hours : breaks).add(interval(m, text));
        }
        if (hours.isEmpty()) throw unknown(text);
        try {
            return without(Week.inOrder(hours), Week.inOrder(breaks));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Jam \"" + text + "\" bertumpuk, atau istirahatnya di luar jam kerja.", e);
        }
    }

    static String write(List<Interval> hours) {
        if (hours.isEmpty()) return "libur";
        List<String> parts = new ArrayList<>();
        for (Interval i : hours) parts.add(time(i.fromMinute()) + "-" + time(i.toMinute()));
        return String.join(", ", parts);
    }

    /** "07.30"; 1440 minutes are "24.00". */
    static String time(int minute) {
        return "%02d.%02d".formatted(minute / 60, minute % 60);
    }

    private static Interval interval(Matcher m, String text) {
        int from = minute(m.group(2), m.group(3), text);
        int to = minute(m.group(4), m.group(5), text);
        if (from >= to) throw new IllegalArgumentException("Jam \"" + text + "\" harus mulai sebelum selesai.");
        return Interval.ofMinutes(from, to);
    }

    private static int minute(String hour, String minute, String text) {
        int all = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
        if (Integer.parseInt(minute) > 59 || all > Interval.DAY)
            throw new IllegalArgumentException("Jam \"" + text + "\" memuat waktu yang tidak ada; paling akhir 24.00.");
        return all;
    }

    private static List<Interval> without(List<Interval> hours, List<Interval> breaks) {
        List<Interval> left = new ArrayList<>(hours);
        for (Interval pause : breaks) {
            Interval around = left.stream()
                    .filter(i -> i.fromMinute() < pause.fromMinute() && pause.toMinute() < i.toMinute())
                    .findAny()
                    .orElseThrow(() -> new IllegalArgumentException("istirahat " + pause));
            left.remove(around);
            left.add(new Interval(around.from(), pause.from()));
            left.add(new Interval(pause.to(), around.to()));
        }
        return Week.inOrder(left);
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException(
                "Jam \"" + text + "\" tidak dikenal. Tulis misalnya 07.30-16.00, istirahat 12.00-13.00; atau libur.");
    }
}
