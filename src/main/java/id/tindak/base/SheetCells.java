package id.tindak.base;

/** Texts for the cells of spreadsheets and CSV files. */
public final class SheetCells {

    private static final String FORMULA = "=+-@\t\r";

    private SheetCells() {}

    /** Whether it begins as a formula does. */
    public static boolean formula(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
    }

    /** A text that a spreadsheet would run as a formula, once it is saved as CSV, gets an apostrophe in front (RULES.md, Security). */
    public static String harmless(String cell) {
        return formula(cell) ? "'" + cell : cell;
    }
}
