package id.tindak.recap;

import id.tindak.handling.Period;
import id.tindak.sop.Periodic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Twelve months as a line, and the same months a year before: the share of answers in time, or where the procedure sets no time for the whole, how many complaints came. Coordinates of the drawing
 * are ready to be written; whoever cannot see it reads the months.
 *
 * @param share whether shares are drawn; else counts
 * @param path of the twelve months
 * @param before of the year before; empty where nothing is known of it
 * @param last where the newest known month stands; null where none is known
 */
public record Trend(
        boolean share,
        List<Month> months,
        List<Tick> ticks,
        List<Label> labels,
        String path,
        String before,
        @Nullable Point last) {

    static final int LEFT = 44;
    static final int RIGHT = 1034;
    static final int TOP = 10;
    static final int BOTTOM = 190;
    private static final int MONTHS = 12;
    private static final int EVERY_OTHER = 2;
    private static final int FEW = 50;

    /** @param before the same month a year earlier */
    public record Month(String name, String value, String before) {}

    public record Tick(int y, String text) {}

    public record Label(int x, String text) {}

    public record Point(int x, int y, String text) {}

    /** @param all revisions of all periods, newest first */
    static Trend of(Period recap, List<Recap.Line> all, RecapWords words) {
        Map<String, Recap.Line> known = new HashMap<>();
        all.stream()
                .filter(l -> l.computed() && l.period().every() == Periodic.Every.MONTH)
                .sorted(Comparator.comparingInt(Recap.Line::revision))
                .forEach(l -> known.put(l.period().code(), l));
        List<Period> months = new ArrayList<>();
        Period month = Period.of(Periodic.Every.MONTH, recap.last());
        for (int i = 0; i < MONTHS; i++, month = month.previous()) months.addFirst(month);
        List<Recap.@Nullable Line> now = lines(known, months, 0);
        List<Recap.@Nullable Line> then = lines(known, months, 1);
        boolean share = now.stream().anyMatch(l -> l != null && l.timed() > 0);
        Scale scale = Scale.of(share, now, then);
        List<Month> named = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++)
            named.add(new Month(
                    months.get(i).words(words.times(), words.language()),
                    value(words, share, now.get(i)),
                    value(words, share, then.get(i))));
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++)
            if (i % EVERY_OTHER == 0 && i < MONTHS - EVERY_OTHER || i == MONTHS - 1)
                labels.add(new Label(x(i), shortened(named.get(i).name(), i == 0)));
        return new Trend(
                share,
                List.copyOf(named),
                scale.ticks(words),
                List.copyOf(labels),
                scale.path(now),
                scale.path(then),
                last(scale, now, words));
    }

    /** Of these months so many years ago; null where nothing is known. */
    private static List<Recap.@Nullable Line> lines(Map<String, Recap.Line> known, List<Period> months, int years) {
        List<Recap.@Nullable Line> lines = new ArrayList<>();
        for (Period p : months)
            lines.add(known.get(new Period(p.every(), p.first().minusYears(years)).code()));
        return lines;
    }

    /** Whether at least one month is known. */
    public boolean drawn() {
        return last != null;
    }

    private static @Nullable Point last(Scale scale, List<Recap.@Nullable Line> months, RecapWords words) {
        for (int i = months.size() - 1; i >= 0; i--) {
            Recap.Line line = months.get(i);
            if (line != null && scale.has(line))
                return new Point(x(i), scale.y(line), value(words, scale.share(), line));
        }
        return null;
    }

    private static String value(RecapWords words, boolean share, Recap.@Nullable Line line) {
        if (line == null) return "–";
        return share ? words.share(line.kept(), line.timed()) : words.number(line.received());
    }

    private static int x(int month) {
        return LEFT + month * (RIGHT - LEFT) / (MONTHS - 1);
    }

    /** "Nov 2025" at the beginning, "Jan" else. */
    private static String shortened(String name, boolean year) {
        String month = name.substring(0, Math.min(3, name.length()));
        return year ? month + name.substring(name.lastIndexOf(' ')) : month;
    }

    /** From which value to which the drawing goes. */
    private record Scale(boolean share, double low, double high) {

        static Scale of(boolean share, List<Recap.@Nullable Line> now, List<Recap.@Nullable Line> then) {
            List<Recap.Line> all = new ArrayList<>();
            now.forEach(l -> add(all, l, share));
            then.forEach(l -> add(all, l, share));
            ToDoubleFunction<Recap.Line> value = l -> share ? 100.0 * l.kept() / l.timed() : l.received();
            double least = all.stream().mapToDouble(value).min().orElse(0);
            double most = all.stream().mapToDouble(value).max().orElse(0);
            if (share) return new Scale(true, Math.min(90, Math.floor(least / 10) * 10), 100);
            return new Scale(false, 0, even(most));
        }

        private static void add(List<Recap.Line> all, Recap.@Nullable Line line, boolean share) {
            if (line != null && (!share || line.timed() > 0)) all.add(line);
        }

        /** The next number that four ticks divide well. */
        private static double even(double most) {
            double unit = 4;
            while (unit * 10 < most) unit *= 10;
            return Math.max(4, Math.ceil(most / unit) * unit);
        }

        boolean has(Recap.Line line) {
            return !share || line.timed() > 0;
        }

        int y(Recap.Line line) {
            return y(share ? 100.0 * line.kept() / line.timed() : line.received());
        }

        private int y(double value) {
            return (int) Math.round(BOTTOM - (value - low) / (high - low) * (BOTTOM - TOP));
        }

        List<Tick> ticks(RecapWords words) {
            double step = !share ? high / 4 : high - low > FEW ? 20 : 10;
            List<Tick> ticks = new ArrayList<>();
            for (double v = high; v > low - step / 2; v -= step) {
                if (v < low) continue;
                ticks.add(new Tick(y(v), share ? words.number(Math.round(v)) + "%" : words.number(Math.round(v))));
            }
            return ticks;
        }

        /** A line with gaps where a month is not known; a month alone is a dot. */
        String path(List<Recap.@Nullable Line> months) {
            StringBuilder path = new StringBuilder();
            boolean drawing = false;
            for (int i = 0; i < months.size(); i++) {
                Recap.Line line = months.get(i);
                boolean here = line != null && has(line);
                if (here)
                    path.append(String.format(
                            Locale.ROOT, "%s%d %d ", drawing ? "L" : "M", x(i), y(Objects.requireNonNull(line))));
                drawing = here;
            }
            return path.toString().strip();
        }
    }
}
