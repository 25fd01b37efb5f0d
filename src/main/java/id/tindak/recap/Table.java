package id.tindak.recap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the recap as a table; page, PDF, spreadsheet and CSV are made of the same ones.
 *
 * @param key of its heading's text: "recap.part.&lt;key&gt;"
 * @param note what has to be known to read it; empty when nothing
 * @param columns headings; the first is that of the rows' names
 */
public record Table(String key, String title, String note, List<String> columns, List<Row> rows) {

    /** Whether figures stand in the column. */
    public boolean numeric(int column) {
        return rows.stream().anyMatch(r -> r.cells().get(column).number());
    }

    /** @param strong for a sum */
    public record Row(List<Cell> cells, boolean strong) {

        static Row of(Cell... cells) {
            return new Row(List.of(cells), false);
        }

        static Row strong(Cell... cells) {
            return new Row(List.of(cells), true);
        }
    }

    /**
     * @param text as people read it
     * @param value as a spreadsheet reckons with it; null for a text
     */
    public record Cell(String text, @Nullable Number value) {

        static Cell of(String text) {
            return new Cell(text, null);
        }

        public boolean number() {
            return value != null;
        }
    }
}
