package id.tindak.sop;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the printed table: a heading, a step, or work beside the cases that has a number of its own. */
sealed interface TableRow {

    record Heading(String text) implements TableRow {}

    record OfStep(Step step) implements TableRow {}

    record OfPeriodic(Periodic work) implements TableRow {}

    record OfReminder(ReminderRule rule) implements TableRow {}

    static List<TableRow> of(Sop sop) {
        List<TableRow> rows = new ArrayList<>();
        for (Step step : sop.steps()) rows.add(new OfStep(step));
        sop.periodics().forEach(work -> insert(rows, new OfPeriodic(work), work.no()));
        sop.reminders().forEach(rule -> insert(rows, new OfReminder(rule), rule.no()));
        List<TableRow> withHeadings = new ArrayList<>();
        String waiting = null;
        for (TableRow row : rows) {
            String part = row instanceof OfStep of ? of.step().part() : null;
            if (part != null && !part.equals(waiting)) withHeadings.add(new Heading(part));
            if (part != null) waiting = part;
            withHeadings.add(row);
        }
        return withHeadings;
    }

    /** Before the step whose number comes next in the same series ("6" before "7", "C1" before "C2"), else at the end. */
    private static void insert(List<TableRow> rows, TableRow row, @Nullable String no) {
        if (no == null) return;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof OfStep of && comesBefore(no, of.step().no())) {
                rows.add(i, row);
                return;
            }
        }
        rows.add(row);
    }

    private static boolean comesBefore(String no, String other) {
        String series = no.replaceAll("[0-9].*", "");
        String digits = no.substring(series.length()).replaceAll("[^0-9].*", "");
        String otherSeries = other.replaceAll("[0-9].*", "");
        String otherDigits = other.substring(otherSeries.length()).replaceAll("[^0-9].*", "");
        if (!series.equals(otherSeries) || digits.isEmpty() || otherDigits.isEmpty()) return false;
        return Integer.parseInt(digits) < Integer.parseInt(otherDigits);
    }
}
