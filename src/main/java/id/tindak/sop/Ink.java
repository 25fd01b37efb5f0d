package id.tindak.sop;

/**
 * A stroke of the flow chart inside one row of the table. Across, positions count columns: 2.5 is the middle of the third
 * actor's column, so that the drawing follows the columns whatever their width. Down, they are pixels from the row's top,
 * or {@link #BOTTOM}, because only the browser knows how high a row becomes.
 */
public sealed interface Ink {

    int BOTTOM = -1;

    record Across(int y, double from, double to, boolean dashed) implements Ink {}

    record Down(double x, int from, int to, boolean dashed) implements Ink {}

    /** A symbol with its own name on it, if any. */
    record Sign(Shape shape, double x, int y, String text) implements Ink {}

    /** @param aside pixels to the right of x, to touch the side of a symbol */
    record Head(Shape shape, double x, int y, int aside) implements Ink {}

    record Words(double x, int y, boolean toTheLeft, int aside, String text) implements Ink {}

    /** The symbols of the form (PermenPANRB 35/2012), drawn from the middle of their upper edge, and the arrow heads. */
    enum Shape {
        TERMINAL("mulai"),
        PROCESS("proses"),
        DECISION("putus"),
        SMALL_TERMINAL("ujung"),
        START("awal"),
        CONNECTOR("sambung"),
        DOWN("turun"),
        UP("naik"),
        RIGHT("kanan"),
        LEFT("kiri");

        private final String id;

        Shape(String id) {
            this.id = id;
        }

        String id() {
            return "sop-" + id;
        }
    }
}
