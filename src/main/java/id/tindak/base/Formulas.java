package id.tindak.base;

/** Texts that a spreadsheet would run, once they stand in a cell of a table that we write (RULES.md, Security). Pure. */
public final class Formulas {

    private static final String BEGINNINGS = "=+-@\t\r";

    private Formulas() {}

    public static boolean begins(String cell) {
        return !cell.isEmpty() && BEGINNINGS.indexOf(cell.charAt(0)) >= 0;
    }

    /** With an apostrophe in front where it would be run. */
    public static String defused(String cell) {
        return begins(cell) ? "'" + cell : cell;
    }
}
