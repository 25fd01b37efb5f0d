package id.tindak.sop;

import java.util.List;

/** Draws one way from the side of a symbol to where it ends. */
final class Rung {

    private static final double BUS = 0.32;

    private final List<ChartRow> rows;
    private final int from;
    private final ChartRow row;
    private final Way way;
    private final double middle;

    Rung(List<ChartRow> rows, int from, Way way) {
        this.rows = rows;
        this.from = from;
        this.row = rows.get(from);
        this.way = way;
        this.middle = row.exit() + 0.5;
    }

    void draw() {
        boolean sign = way.kind() == Way.Kind.END || way.kind() == Way.Kind.CONNECTOR;
        boolean ownColumn = (int) way.x() == row.exit();
        List<String> words = Label.lines(Label.of(way.branch()), ownColumn ? 18 : width());
        boolean above = !ownColumn && !words.isEmpty();
        int y = row.rung(way.toTheLeft());
        boolean first = y == row.middle();
        if (!first)
            y += 14 + (above ? words.size() * Label.LINE : (words.size() - 1) * Label.LINE / 2) + (sign ? 8 : 0);
        double bus = middle + (way.toTheLeft() ? -BUS : BUS);
        row.draw(new Ink.Across(row.middle(), middle, first ? way.x() : bus, way.dashed()));
        if (!first) {
            row.draw(new Ink.Down(bus, row.middle(), y, way.dashed()));
            row.draw(new Ink.Across(y, bus, way.x(), way.dashed()));
        }
        label(words, y, ownColumn, sign);
        row.leave(way.toTheLeft(), y + (ownColumn ? (words.size() - 1) * Label.LINE / 2 : 0) + (sign ? 8 : 0));
        row.reach(y + 22);
        switch (way.kind()) {
            case END -> row.draw(new Ink.Sign(Ink.Shape.SMALL_TERMINAL, way.x(), y - 9, endWord()));
            case CONNECTOR ->
                row.draw(new Ink.Sign(
                        Ink.Shape.CONNECTOR, way.x(), y - 8, way.branch().target()));
            case ON -> on(y);
            case BACK_UNDER, BACK_SIDE -> back(y);
        }
    }

    private String endWord() {
        return switch (way.branch().target()) {
            case Sop.REFUSED -> "Ditolak";
            case Sop.MOVED -> "Pindah";
            default -> "Selesai";
        };
    }

    private void on(int y) {
        row.draw(new Ink.Down(way.x(), y, Ink.BOTTOM, way.dashed()));
        pass(from + 1, way.to() - 1);
        ChartRow target = rows.get(way.to());
        target.draw(new Ink.Down(way.x(), 0, ChartRow.ENTRY, way.dashed()));
        target.enter(way.x(), way.dashed());
    }

    private void back(int y) {
        row.draw(new Ink.Down(way.x(), 0, y, way.dashed()));
        pass(way.to() + 1, from - 1);
        rows.get(way.to()).comeBack(way.x(), way.kind() == Way.Kind.BACK_UNDER, way.dashed());
    }

    private void pass(int first, int last) {
        for (int i = first; i <= last; i++) rows.get(i).draw(new Ink.Down(way.x(), 0, Ink.BOTTOM, way.dashed()));
    }

    /** Letters between the edge of the own column and the lane, at about six pixels a letter in a column of 96. */
    private int width() {
        double edge = way.toTheLeft() ? row.exit() : row.exit() + 1;
        double room = Math.abs(edge - way.x());
        boolean sign = way.kind() == Way.Kind.END || way.kind() == Way.Kind.CONNECTOR;
        return sign ? Label.SIGN_WIDTH : Math.clamp(Math.round(room * 15) - 1, 8, 24);
    }

    private void label(List<String> words, int y, boolean ownColumn, boolean sign) {
        double edge = way.toTheLeft() ? row.exit() - 0.04 : row.exit() + 1.04;
        boolean tight = !sign && !ownColumn && Math.abs(edge - way.x()) < 0.2;
        double x = tight ? way.x() + (way.toTheLeft() ? -0.04 : 0.04) : edge;
        if (edge < 0) x = way.x() + 0.03;
        boolean up = way.kind() == Way.Kind.BACK_UNDER || way.kind() == Way.Kind.BACK_SIDE;
        int top;
        if (tight && up) top = y + 12;
        else if (ownColumn && edge >= 0) top = y + 4 - (words.size() - 1) * Label.LINE / 2;
        else if (edge < 0) top = y + 14;
        else top = y - (sign ? 12 : 4) - (words.size() - 1) * Label.LINE;
        for (int i = 0; i < words.size(); i++) {
            row.draw(new Ink.Words(x, top + i * Label.LINE, way.toTheLeft() && edge >= 0, 0, words.get(i)));
        }
        row.reach(top + words.size() * Label.LINE);
    }
}
