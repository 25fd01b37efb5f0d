package id.tindak.sop;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One row of the table while its part of the flow chart is being drawn. */
final class ChartRow {

    /** Where lines arrive from above, and where the symbol begins if no words stand beside it: pixels. */
    static final int ENTRY = 12;

    private static final int SYMBOL = 30;
    private static final int HALF = 14;

    /** Where lines that come back from below enter a symbol, in parts of the column. */
    static final double UNDER_LEFT = 0.34;

    static final double UNDER_RIGHT = 0.66;

    private final @Nullable Step step;
    private final List<Ink> ink = new ArrayList<>();
    private final Set<Integer> symbols = new TreeSet<>();
    private final Set<Integer> signs = new TreeSet<>();
    private final Set<Double> returns = new TreeSet<>();
    private boolean leavesLeft;
    private boolean leavesRight;
    private int entry = -1;
    private int exit = -1;
    private final int symbol;
    private int left;
    private int right;
    private int height = 0;
    private boolean fromLeft;
    private boolean fromRight;
    private String bottomLabel = "";

    /** @param shift pixels by which the symbol stands lower, to leave room for words above the lines beside it */
    ChartRow(@Nullable Step step, int shift) {
        this.step = step;
        this.symbol = SYMBOL + shift;
        this.left = middle();
        this.right = middle();
    }

    /** Half the height of the symbol: where lines leave and enter at its sides. */
    int middle() {
        return symbol + HALF;
    }

    /** Lower end of the symbol. */
    int under() {
        return symbol + 2 * HALF;
    }

    @Nullable
    Step step() {
        return step;
    }

    void draw(Ink stroke) {
        ink.add(stroke);
    }

    List<Ink> ink() {
        return List.copyOf(ink);
    }

    /** Lowest pixel that is used; the row must be at least that high. */
    int height() {
        return height;
    }

    void reach(int y) {
        height = Math.max(height, y);
    }

    /** Puts a symbol into a column; the first one is where lines enter, the last decision or first symbol where they leave. */
    void symbol(int column, Ink.Shape shape, boolean leaves) {
        draw(new Ink.Sign(shape, column + 0.5, symbol, ""));
        symbols.add(column);
        if (entry < 0) entry = column;
        if (exit < 0 || leaves) exit = column;
        reach(under() + 14);
    }

    /** A sign of this row will stand here; lines of other rows keep away. */
    void occupyLater(int column) {
        signs.add(column);
    }

    int entry() {
        return entry;
    }

    int exit() {
        return exit;
    }

    boolean holds(int column) {
        return symbols.contains(column) || signs.contains(column);
    }

    boolean symbolAt(int column) {
        return symbols.contains(column);
    }

    /** True when a line between the two places, at the height of the symbols, would run through a symbol. */
    boolean blocked(double from, double to) {
        double low = Math.min(from, to);
        double high = Math.max(from, to);
        return symbols.stream().anyMatch(column -> column + 0.5 > low + 0.01 && column + 0.5 < high - 0.01);
    }

    /** Nothing leaves or arrives on this side of the symbol yet. */
    boolean open(boolean toTheLeft) {
        return (toTheLeft ? left : right) == middle();
    }

    /** The side belongs to a line that does not leave the row. */
    void close(boolean toTheLeft) {
        if (toTheLeft) left = middle() + 1;
        else right = middle() + 1;
    }

    /** Some way already leaves on this side; further ones branch off below it. */
    boolean leaves(boolean toTheLeft) {
        return toTheLeft ? leavesLeft : leavesRight;
    }

    /** Height of the lowest line that leaves on this side; {@link #middle} when there is none. */
    int rung(boolean toTheLeft) {
        return toTheLeft ? left : right;
    }

    void leave(boolean toTheLeft, int lowest) {
        if (toTheLeft) left = Math.max(left, lowest + 1);
        else right = Math.max(right, lowest + 1);
        leavesLeft |= toTheLeft;
        leavesRight |= !toTheLeft;
    }

    /** A line that comes back from below on this lane already enters the symbol. */
    boolean returns(double x) {
        return returns.contains(x);
    }

    /** A line comes back from below at {@code x} and enters the symbol from under it or from its side. */
    void comeBack(double x, boolean under, boolean dashed) {
        double middle = entry + 0.5;
        returns.add(x);
        int half = entryIsDiamond() ? 28 : 25;
        if (under) {
            int tip = entryIsDiamond() ? under() - 6 : under();
            draw(new Ink.Down(x, tip, Ink.BOTTOM, dashed));
            draw(new Ink.Head(Ink.Shape.UP, x, tip, 0));
            return;
        }
        boolean fromTheLeft = x < middle;
        close(fromTheLeft);
        draw(new Ink.Down(x, middle(), Ink.BOTTOM, dashed));
        draw(new Ink.Across(middle(), x, middle, dashed));
        draw(new Ink.Head(
                fromTheLeft ? Ink.Shape.RIGHT : Ink.Shape.LEFT, middle, middle(), fromTheLeft ? -half : half));
    }

    /** The words on the way straight down; drawn last, when it is known which side is free. */
    void bottom(String label) {
        this.bottomLabel = label;
    }

    void finish() {
        boolean crowded = right > middle() + 1;
        boolean underLeft = returns.contains(entry + UNDER_LEFT);
        boolean underRight = returns.contains(entry + UNDER_RIGHT);
        boolean toTheLeft = underRight || crowded && !underLeft && left <= middle() + 1;
        List<String> words = Label.lines(bottomLabel, crowded ? 7 : 12);
        int top = crowded && !toTheLeft ? Math.max(left, right) + 18 : under() + 16;
        for (int i = 0; i < words.size(); i++) {
            draw(new Ink.Words(exit + 0.5, top + i * Label.LINE, toTheLeft, toTheLeft ? -5 : 5, words.get(i)));
        }
        if (!words.isEmpty()) reach(top + words.size() * Label.LINE);
    }

    /** A line comes in from above at {@code x} and turns to the symbol. */
    void enter(double x, boolean dashed) {
        double middle = entry + 0.5;
        if (x < middle) fromLeft = true;
        if (x > middle) fromRight = true;
        if (x != middle) draw(new Ink.Across(ENTRY, x, middle, dashed));
        draw(new Ink.Down(middle, ENTRY, symbol, dashed));
        draw(new Ink.Head(Ink.Shape.DOWN, middle, headY(), 0));
    }

    boolean fromLeft() {
        return fromLeft;
    }

    boolean fromRight() {
        return fromRight;
    }

    /** The diamond begins two pixels higher than box and capsule. */
    private int headY() {
        return entryIsDiamond() ? symbol - 2 : symbol;
    }

    boolean entryIsDiamond() {
        return ink.stream()
                .anyMatch(stroke -> stroke instanceof Ink.Sign sign
                        && sign.shape() == Ink.Shape.DECISION
                        && sign.x() == entry + 0.5);
    }
}
