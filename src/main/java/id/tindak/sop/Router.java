package id.tindak.sop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Draws the lines between the steps. The nearest step below is reached straight down; every other way leaves the symbol
 * at its side, runs along an upright lane beside the symbols, and enters from above (on) or from the side or below (back).
 * What is too far, or finds no lane, ends in a connector with the number of the step.
 */
final class Router {

    private static final int FAR = 8;
    private static final double[] OUTER = {0.88, 0.12, 0.95, 0.05};

    private final List<ChartRow> rows;
    private final Map<String, Integer> rowOf;
    private final int columns;
    private final Lanes lanes = new Lanes();
    private final Set<String> farTargets = new HashSet<>();

    Router(List<ChartRow> rows, Map<String, Integer> rowOf, int columns) {
        this.rows = rows;
        this.rowOf = rowOf;
        this.columns = columns;
    }

    /** Steps that some connector leads to. */
    Set<String> farTargets() {
        return Set.copyOf(farTargets);
    }

    void route(int from) {
        ChartRow row = rows.get(from);
        Step step = java.util.Objects.requireNonNull(row.step());
        List<Branch> open = new ArrayList<>(step.branches());
        straight(from, row, step, open).ifPresent(open::remove);
        open.removeIf(branch -> !step.decision() && branch.target().equals(Sop.DONE));
        List<Way> ways = new ArrayList<>();
        for (Branch branch : open) ways.add(way(from, row, branch, step.addition() || branch.addition()));
        ways.sort(Comparator.comparing(Way::order));
        ways.forEach(way -> new Rung(rows, from, way).draw());
    }

    /** The way straight down from the symbol, for the nearest step below that can be reached so. */
    private Optional<Branch> straight(int from, ChartRow row, Step step, List<Branch> open) {
        double x = row.exit() + 0.5;
        Optional<Branch> found = open.stream()
                .filter(branch -> !Sop.isEnd(branch.target()) && at(branch) > from && at(branch) - from <= FAR)
                .filter(branch -> clear(row.exit(), from + 1, at(branch) - 1)
                        && lanes.free(x, from + 1, at(branch), branch.target()))
                .min(Comparator.comparingInt(this::at));
        found.ifPresent(branch -> {
            boolean dashed = step.addition() || branch.addition();
            row.draw(new Ink.Down(x, row.under(), Ink.BOTTOM, dashed));
            pass(x, from + 1, at(branch) - 1, dashed);
            ChartRow target = rows.get(at(branch));
            target.draw(new Ink.Down(x, 0, ChartRow.ENTRY, dashed));
            target.enter(x, dashed);
            lanes.take(x, from + 1, at(branch), branch.target());
            row.bottom(Label.of(branch));
        });
        return found;
    }

    private Way way(int from, ChartRow row, Branch branch, boolean dashed) {
        if (Sop.isEnd(branch.target())) return side(from, row, branch, dashed, Way.Kind.END);
        int to = at(branch);
        if (Math.abs(to - from) <= FAR) {
            Optional<Way> lane = to > from ? on(from, to, row, branch, dashed) : back(from, to, row, branch, dashed);
            if (lane.isPresent()) {
                lanes.take(lane.get().x(), Math.min(from, to), Math.max(from, to), branch.target());
                return lane.get();
            }
        }
        farTargets.add(branch.target());
        return side(from, row, branch, dashed, Way.Kind.CONNECTOR);
    }

    /** A small sign in a column beside the symbol: the nearest that no symbol and no line of another row stands in. */
    private Way side(int from, ChartRow row, Branch branch, boolean dashed, Way.Kind kind) {
        double middle = row.exit() + 0.5;
        double x = Stream.of(middle + 1, middle - 1, middle + 2, middle - 2, middle + 3, middle - 3)
                .filter(place -> place > 0 && place < columns)
                .filter(place -> !row.blocked(middle, place) && !row.symbolAt((int) Math.floor(place)))
                .filter(place -> row.open(place < middle) && lanes.free(place, from, from, ""))
                .findFirst()
                .orElse(middle + (row.exit() + 1 < columns ? 1 : -1));
        row.occupyLater((int) Math.floor(x));
        return new Way(branch, kind, x, -1, x < middle, dashed);
    }

    private Optional<Way> on(int from, int to, ChartRow row, Branch branch, boolean dashed) {
        ChartRow target = rows.get(to);
        List<Way> ways = new ArrayList<>();
        double middle = target.entry() + 0.5;
        if (target.entry() != row.exit() && clear(target.entry(), from, to - 1)) {
            ways.add(new Way(branch, Way.Kind.ON, middle, to, middle < row.exit() + 0.5, dashed));
        }
        outer(row, target).forEach(x -> ways.add(new Way(branch, Way.Kind.ON, x, to, x < row.exit() + 0.5, dashed)));
        return best(ways, from, row, target);
    }

    private Optional<Way> back(int from, int to, ChartRow row, Branch branch, boolean dashed) {
        ChartRow target = rows.get(to);
        List<Way> ways = new ArrayList<>();
        double under = target.entry() + (target.entry() > row.exit() ? ChartRow.UNDER_RIGHT : ChartRow.UNDER_LEFT);
        if (target.entry() != row.exit() && clear(target.entry(), to + 1, from)) {
            ways.add(new Way(branch, Way.Kind.BACK_UNDER, under, to, under < row.exit() + 0.5, dashed));
        }
        for (double x : outer(row, target)) {
            boolean fromLeft = x < target.entry() + 0.5;
            if ((target.open(fromLeft) || target.returns(x)) && !target.blocked(x, target.entry() + 0.5)) {
                ways.add(new Way(branch, Way.Kind.BACK_SIDE, x, to, x < row.exit() + 0.5, dashed));
            }
        }
        return best(ways, from, row, target);
    }

    private Optional<Way> best(List<Way> ways, int from, ChartRow row, ChartRow target) {
        return ways.stream()
                .filter(way -> row.open(way.toTheLeft()) || row.leaves(way.toTheLeft()))
                .filter(way -> !row.blocked(row.exit() + 0.5, way.x()))
                .filter(way -> lanes.free(
                        way.x(),
                        Math.min(from, way.to()),
                        Math.max(from, way.to()),
                        way.branch().target()))
                .min(Comparator.comparingDouble(way -> Math.abs(way.x() - row.exit() - 0.5)
                        + Math.abs(way.x() - target.entry() - 0.5)
                        + (way.kind() == Way.Kind.BACK_SIDE ? 0.5 : 0)
                        + (row.leaves(way.toTheLeft()) ? 0.2 : 0)));
    }

    private List<Double> outer(ChartRow row, ChartRow target) {
        List<Double> places = new ArrayList<>();
        for (double place : OUTER) {
            places.add(target.entry() + place);
            if (row.exit() != target.entry()) places.add(row.exit() + place);
        }
        return places;
    }

    /** No symbol stands in the column from one row to the other, both included. */
    private boolean clear(int column, int from, int to) {
        for (int i = from; i <= to; i++) {
            if (rows.get(i).holds(column)) return false;
        }
        return true;
    }

    private void pass(double x, int from, int to, boolean dashed) {
        for (int i = from; i <= to; i++) rows.get(i).draw(new Ink.Down(x, 0, Ink.BOTTOM, dashed));
    }

    private int at(Branch branch) {
        return rowOf.getOrDefault(branch.target(), -1);
    }
}
