package id.tindak.admin;

import id.tindak.base.SheetCells;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A list as spreadsheets save it: comma or semicolon (whichever the first line has more of), quoted cells, a first line with the
 * names of the columns. Cells that a spreadsheet would run as a formula are refused, not stored.
 */
final class Csv {

    static final int MOST_LINES = 10_000;
    private static final int LONGEST_CELL = 500;

    private final String text;
    private final char separator;
    private final List<LineFault> faults;
    private int at;
    private int line = 1;

    private Csv(String text, List<LineFault> faults) {
        this.text = text;
        this.faults = faults;
        String first = text.lines().findFirst().orElse("");
        this.separator = count(first, ';') > count(first, ',') ? ';' : ',';
    }

    /** One line of the list, cells by column name; a column that the file does not have is "". */
    record Row(int line, Map<String, String> cells) {
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** Reads the rows under the heading; what is wrong goes to {@code faults} and empty lines are passed over. */
    static List<Row> read(String text, Set<String> required, Set<String> optional, List<LineFault> faults) {
        return new Csv(text, faults).rows(required, optional);
    }

    private List<Row> rows(Set<String> required, Set<String> optional) {
        List<String> heading = record().stream()
                .map(c -> c.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_"))
                .toList();
        checkHeading(heading, required, optional);
        List<Row> rows = new ArrayList<>();
        if (!faults.isEmpty()) return rows; // one wrong heading would be a fault on every line
        while (at < text.length()) {
            int begun = line;
            List<String> cells = record();
            if (cells.stream().allMatch(String::isBlank)) continue;
            if (rows.size() == MOST_LINES) {
                faults.add(LineFault.of(begun, "admin.import.too-many", Integer.toString(MOST_LINES)));
                return rows;
            }
            rows.add(new Row(begun, cells(begun, heading, cells)));
        }
        return rows;
    }

    private void checkHeading(List<String> heading, Set<String> required, Set<String> optional) {
        for (String column : required)
            if (!heading.contains(column)) faults.add(LineFault.of(1, "admin.import.column-missing", column));
        Set<String> seen = new HashSet<>();
        for (String column : heading) {
            if (!required.contains(column) && !optional.contains(column))
                faults.add(LineFault.of(1, "admin.import.column-unknown", column));
            else if (!seen.add(column)) faults.add(LineFault.of(1, "admin.import.column-twice", column));
        }
    }

    private Map<String, String> cells(int begun, List<String> heading, List<String> cells) {
        if (cells.size() > heading.size()) faults.add(LineFault.of(begun, "admin.import.too-many-cells"));
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < Math.min(cells.size(), heading.size()); i++) {
            String cell = cells.get(i).strip();
            if (formula(cell)) faults.add(LineFault.of(begun, "admin.import.formula", heading.get(i)));
            if (cell.length() > LONGEST_CELL) faults.add(LineFault.of(begun, "admin.import.cell-long", heading.get(i)));
            row.put(heading.get(i), cell);
        }
        return row;
    }

    /** A telephone number may begin with a plus; a formula begins so as well but does not go on with digits alone. */
    private static boolean formula(String cell) {
        return SheetCells.formula(cell) && !cell.matches("[+-]?[0-9][0-9 ()./-]*") && !cell.equals("-");
    }

    /** One record from here; moves to the start of the next line. */
    private List<String> record() {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\n') line++;
            if (quoted) {
                boolean quote = c == '"';
                if (quote && at < text.length() && text.charAt(at) == '"') at++;
                else if (quote) {
                    quoted = false;
                    continue;
                }
                cell.append(c);
            } else if (c == '"' && cell.toString().isBlank()) {
                cell.setLength(0);
                quoted = true;
            } else if (c == separator) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                break;
            } else cell.append(c);
        }
        cells.add(cell.toString());
        return cells;
    }

    private static long count(String s, char c) {
        return s.chars().filter(x -> x == c).count();
    }
}
