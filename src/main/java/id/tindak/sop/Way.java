package id.tindak.sop;

/**
 * How one branch leaves its symbol at the side.
 *
 * @param x lane, or the place of the sign, in columns
 * @param to row that it leads to; -1 for ends and connectors
 */
record Way(Branch branch, Kind kind, double x, int to, boolean toTheLeft, boolean dashed) {

    enum Kind {
        BACK_UNDER,
        BACK_SIDE,
        END,
        CONNECTOR,
        ON
    }

    /** Lines that go up leave highest, those that go down lowest and the nearest lane last, so that they seldom cross. */
    double order() {
        return switch (kind) {
            case BACK_UNDER, BACK_SIDE -> toTheLeft ? -x : x;
            case END, CONNECTOR -> 1000;
            case ON -> 3000 + (toTheLeft ? x : -x);
        };
    }
}
