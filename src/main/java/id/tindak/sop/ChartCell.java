package id.tindak.sop;

import java.util.Locale;

/** Turns the part of a row's drawing that lies in one column into SVG. Positions across become percent of the cell. */
final class ChartCell {

    /** The symbols; once on a page, before the tables that use them. */
    static final String SYMBOLS = """
            <svg class="sr" width="0" height="0" aria-hidden="true">\
            <g id="sop-mulai"><rect x="-25" width="50" height="28" rx="14"/></g>\
            <g id="sop-proses"><rect x="-25" width="50" height="28"/></g>\
            <g id="sop-putus"><path d="M0-2 28 14 0 30-28 14z"/></g>\
            <g id="sop-ujung"><rect x="-25" width="50" height="18" rx="9"/></g>\
            <g id="sop-awal"><rect x="-18" width="36" height="16" rx="8"/></g>\
            <g id="sop-sambung"><path d="M-13 0h26v10L0 18l-13-8z"/></g>\
            <g id="sop-turun"><path d="M-4-7h8L0 0z"/></g>\
            <g id="sop-naik"><path d="M-4 7h8L0 0z"/></g>\
            <g id="sop-kanan"><path d="M-7-4v8L0 0z"/></g>\
            <g id="sop-kiri"><path d="M7-4v8L0 0z"/></g></svg>
            """;

    private final int column;
    private final StringBuilder lines = new StringBuilder();
    private final StringBuilder signs = new StringBuilder();
    private final StringBuilder words = new StringBuilder();

    private ChartCell(int column) {
        this.column = column;
    }

    /** Empty when nothing is drawn in this column. */
    static String svg(ChartRow row, int column) {
        ChartCell cell = new ChartCell(column);
        row.ink().forEach(cell::draw);
        String all = "" + cell.lines + cell.signs + cell.words;
        return all.isEmpty() ? "" : "<svg aria-hidden=\"true\">" + all + "</svg>";
    }

    private void draw(Ink stroke) {
        switch (stroke) {
            case Ink.Across across -> across(across);
            case Ink.Down down -> down(down);
            case Ink.Sign sign -> sign(sign);
            case Ink.Head head -> head(head);
            case Ink.Words text -> words(text);
        }
    }

    private void across(Ink.Across stroke) {
        double low = Math.max(Math.min(stroke.from(), stroke.to()), column);
        double high = Math.min(Math.max(stroke.from(), stroke.to()), column + 1.0);
        if (high - low < 0.001) return;
        line(percent(low), stroke.y() + "", percent(high), stroke.y() + "", stroke.dashed());
    }

    private void down(Ink.Down stroke) {
        if (!here(stroke.x())) return;
        String x = percent(stroke.x());
        line(x, height(stroke.from()), x, height(stroke.to()), stroke.dashed());
    }

    private void line(String x1, String y1, String x2, String y2, boolean dashed) {
        lines.append("<line x1=\"").append(x1).append("\" y1=\"").append(y1);
        lines.append("\" x2=\"").append(x2).append("\" y2=\"").append(y2).append('"');
        lines.append(dashed ? " stroke-dasharray=\"5 3\"/>" : "/>");
    }

    private void sign(Ink.Sign sign) {
        if (!here(sign.x())) return;
        signs.append("<use href=\"#").append(sign.shape().id()).append('"');
        signs.append(" x=\"")
                .append(percent(sign.x()))
                .append("\" y=\"")
                .append(sign.y())
                .append("\"/>");
        if (sign.text().isEmpty()) return;
        int base = sign.y() + (sign.shape() == Ink.Shape.START ? 12 : sign.shape() == Ink.Shape.CONNECTOR ? 11 : 13);
        words.append("<text text-anchor=\"middle\" x=\"")
                .append(percent(sign.x()))
                .append("\" y=\"")
                .append(base);
        int widest = sign.shape() == Ink.Shape.START ? 28 : 22;
        if (sign.shape() == Ink.Shape.START || sign.text().length() > 3) {
            if (sign.shape() != Ink.Shape.SMALL_TERMINAL) {
                words.append("\" textLength=\"").append(widest).append("\" lengthAdjust=\"spacingAndGlyphs");
            }
        }
        words.append("\">").append(Html.escape(sign.text())).append("</text>");
    }

    private void head(Ink.Head head) {
        if (!here(head.x())) return;
        signs.append("<use class=\"p\" href=\"#").append(head.shape().id()).append('"');
        signs.append(" x=\"")
                .append(percent(head.x()))
                .append("\" y=\"")
                .append(head.y())
                .append('"');
        if (head.aside() != 0)
            signs.append(" transform=\"translate(").append(head.aside()).append(")\"");
        signs.append("/>");
    }

    private void words(Ink.Words text) {
        if (!here(text.x())) return;
        words.append("<text x=\"")
                .append(percent(text.x()))
                .append("\" y=\"")
                .append(text.y())
                .append('"');
        if (text.aside() != 0) words.append(" dx=\"").append(text.aside()).append('"');
        if (text.toTheLeft()) words.append(" text-anchor=\"end\"");
        words.append('>').append(Html.escape(text.text())).append("</text>");
    }

    private boolean here(double x) {
        return (int) Math.floor(x) == column;
    }

    private String percent(double x) {
        String text = String.format(Locale.ROOT, "%.1f", (x - column) * 100);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + "%";
    }

    private static String height(int y) {
        return y == Ink.BOTTOM ? "100%" : y + "";
    }
}
