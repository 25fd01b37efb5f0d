package id.tindak.calendar;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;

/** Says the service hours of a week, days with the same opening and closing drawn together. */
final class WeekWords {

    /** Neighbouring days with the same hours. */
    private record Run(DayOfWeek first, DayOfWeek last, int opening, int closing) {}

    private WeekWords() {}

    static String say(Week week, TimeWords words) {
        List<String> parts = new ArrayList<>();
        for (Run run : runs(week)) {
            String days = words.weekday(run.first());
            if (run.last() != run.first()) days += "–" + words.weekday(run.last());
            parts.add(days + (words.english() ? " " : " pukul ") + words.interval(run.opening(), run.closing()));
        }
        if (parts.isEmpty()) return words.english() ? "closed" : "tutup";
        if (parts.size() == 1) return parts.getFirst();
        String and = words.english() ? " and " : parts.size() > 2 ? ", dan " : " dan ";
        return String.join(", ", parts.subList(0, parts.size() - 1)) + and + parts.getLast();
    }

    private static List<Run> runs(Week week) {
        List<Run> runs = new ArrayList<>();
        week.days().forEach((day, hours) -> {
            int opening = hours.getFirst().fromMinute();
            int closing = hours.getLast().toMinute();
            Run before = runs.isEmpty() ? null : runs.getLast();
            if (before != null
                    && before.last().plus(1) == day
                    && before.opening() == opening
                    && before.closing() == closing)
                runs.set(runs.size() - 1, new Run(before.first(), day, opening, closing));
            else runs.add(new Run(day, day, opening, closing));
        });
        return runs;
    }
}
