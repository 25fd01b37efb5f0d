package id.tindak.sop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The flow chart of an SOP over the rows of its table: first all symbols, then all lines between them. */
final class Chart {

    private final Sop sop;
    private final List<String> columns;
    private final List<ChartRow> rows = new ArrayList<>();
    private final Map<String, Integer> rowOf = new HashMap<>();

    private Chart(Sop sop, List<TableRow> table) {
        this.sop = sop;
        this.columns = List.copyOf(sop.actors().keySet());
        table.forEach(this::place);
    }

    /** @param table the rows in the order they are printed; the answer has one drawing for each */
    static List<ChartRow> draw(Sop sop, List<TableRow> table) {
        Chart chart = new Chart(sop, table);
        Router router = new Router(chart.rows, chart.rowOf, chart.columns.size());
        for (int i = 0; i < chart.rows.size(); i++) {
            if (chart.rows.get(i).step() != null) router.route(i);
        }
        chart.rows.forEach(ChartRow::finish);
        chart.entrances(router.farTargets());
        return chart.rows;
    }

    private void place(TableRow row) {
        ChartRow drawn = row instanceof TableRow.OfStep of
                ? new ChartRow(of.step(), Label.shift(of.step()))
                : new ChartRow(null, 0);
        switch (row) {
            case TableRow.Heading heading -> {}
            case TableRow.OfStep of -> {
                rowOf.put(of.step().no(), rows.size());
                step(drawn, of.step());
            }
            case TableRow.OfPeriodic of -> {
                drawn.symbol(column(of.work().actor()), Ink.Shape.PROCESS, true);
                if (of.work().recipient() != null) hand(drawn, column(of.work().recipient()), Ink.Shape.PROCESS, false);
            }
            case TableRow.OfReminder of -> drawn.symbol(column(of.rule().by()), Ink.Shape.PROCESS, true);
        }
        rows.add(drawn);
    }

    private void step(ChartRow row, Step step) {
        @Nullable
        String signer = step.branches().stream()
                .map(Branch::signer)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        int own = column(step.actor());
        if (signer != null && column(signer) != own) {
            row.symbol(own, Ink.Shape.PROCESS, true);
            hand(row, column(signer), Ink.Shape.DECISION, step.addition());
            return;
        }
        row.symbol(own, shape(step), true);
        Set<Integer> copies =
                new TreeSet<>(step.copies().stream().map(this::column).toList());
        copies.stream().filter(copy -> copy != own).forEach(copy -> hand(row, copy, Ink.Shape.PROCESS, true));
        DispositionRule rule = step.disposition();
        if (rule == null || column(rule.to()) == own || row.symbolAt(column(rule.to()))) return;
        boolean performsNext = sop.find(rule.target())
                .filter(next -> next.actor().equals(rule.to()))
                .isPresent();
        if (!performsNext) hand(row, column(rule.to()), Ink.Shape.PROCESS, step.addition());
    }

    private Ink.Shape shape(Step step) {
        if (step.decision()) return Ink.Shape.DECISION;
        boolean last = step.branches().getFirst().target().equals(Sop.DONE);
        return last || startsHere(step) && !ledTo(step) ? Ink.Shape.TERMINAL : Ink.Shape.PROCESS;
    }

    private boolean startsHere(Step step) {
        return sop.channels().values().stream()
                .anyMatch(channel -> channel.start().equals(step.no()));
    }

    /** Only lines from above count: a return leaves the first step a start. */
    private boolean ledTo(Step step) {
        return sop.steps().stream()
                .takeWhile(before -> before != step)
                .anyMatch(before -> before.branches().stream()
                        .anyMatch(branch -> branch.target().equals(step.no())));
    }

    /** A second symbol in the row with an arrow to it: a signer, somebody who is to know, a recipient. */
    private void hand(ChartRow row, int column, Ink.Shape shape, boolean dashed) {
        int from = row.entry();
        boolean toTheLeft = column < from;
        row.draw(new Ink.Across(row.middle(), from + 0.5, column + 0.5, dashed));
        row.symbol(column, shape, shape == Ink.Shape.DECISION);
        int half = shape == Ink.Shape.DECISION ? 28 : 25;
        row.draw(new Ink.Head(
                toTheLeft ? Ink.Shape.LEFT : Ink.Shape.RIGHT, column + 0.5, row.middle(), toTheLeft ? half : -half));
        row.close(shape == Ink.Shape.DECISION ? !toTheLeft : toTheLeft);
    }

    /** Where a case comes in from outside or from a far row: a small sign beside the arrow from above. */
    private void entrances(Set<String> farTargets) {
        Set<String> starts = new HashSet<>();
        sop.channels().values().forEach(channel -> starts.add(channel.start()));
        rowOf.forEach((no, index) -> {
            ChartRow row = rows.get(index);
            Step step = Objects.requireNonNull(row.step());
            boolean capsule = !step.decision() && !ledTo(step);
            List<Ink.Sign> signs = new ArrayList<>();
            double x = row.entry() + (row.fromLeft() ? 0.8 : 0.2);
            if (farTargets.contains(no)) signs.add(new Ink.Sign(Ink.Shape.CONNECTOR, x, 4, no));
            double other = signs.isEmpty() ? x : row.entry() + (row.fromLeft() ? 0.2 : 0.8);
            if (starts.contains(no) && !capsule) signs.add(new Ink.Sign(Ink.Shape.START, other, 4, "Mulai"));
            signs.forEach(sign -> row.enter(sign.x(), false));
            signs.forEach(row::draw);
        });
    }

    private int column(String actor) {
        return Math.max(0, columns.indexOf(actor));
    }
}
