package id.tindak.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who answered, by one property. A cell of few is covered, since it could tell who somebody is; where one alone would be, the next smallest is
 * covered with it, or the total would give it away.
 *
 * @param key of its heading: sex, education, occupation, service, origin
 */
public record Respondents(String key, List<Cell> cells) {

    /** Fewer than this could be recognised. */
    public static final int LEAST = 5;

    /** @param count null where it is covered */
    public record Cell(String name, @Nullable Integer count) {}

    static Respondents of(String key, List<Cell> counted) {
        List<Cell> cells = new ArrayList<>(counted);
        long covered = counted.stream().filter(Respondents::few).count();
        cells.replaceAll(c -> few(c) ? new Cell(c.name(), null) : c);
        if (covered == 1)
            cells.stream()
                    .filter(c -> c.count() != null && c.count() > 0)
                    .min(Comparator.comparing(c -> c.count() == null ? 0 : c.count()))
                    .ifPresent(next -> cells.replaceAll(c -> c.equals(next) ? new Cell(c.name(), null) : c));
        return new Respondents(key, List.copyOf(cells));
    }

    private static boolean few(Cell c) {
        Integer count = c.count();
        return count != null && count > 0 && count < LEAST;
    }
}
