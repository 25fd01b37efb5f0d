package id.tindak.recap;

import id.tindak.base.SheetCells;
import id.tindak.recap.Table.Cell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The tables as a spreadsheet (XLSX), each on a sheet of its own. */
final class RecapXlsx {

    private static final int LONGEST_NAME = 31;
    private static final double FIRST = 34;
    private static final double WIDTH = 16;

    private RecapXlsx() {}

    static byte[] of(List<Table> tables) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Tindak", null)) {
            for (Table t : tables) sheet(book, t);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void sheet(Workbook book, Table t) throws IOException {
        String name = t.title().replaceAll("[\\[\\]:*?/\\\\']", " ");
        Worksheet sheet = book.newWorksheet(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
        for (int c = 0; c < t.columns().size(); c++) {
            sheet.value(0, c, SheetCells.harmless(t.columns().get(c)));
            sheet.style(0, c).bold().wrapText(true).set();
            sheet.width(c, c == 0 ? FIRST : WIDTH);
        }
        for (int r = 0; r < t.rows().size(); r++) {
            List<Cell> cells = t.rows().get(r).cells();
            for (int c = 0; c < cells.size(); c++) {
                Number value = cells.get(c).value();
                if (value == null)
                    sheet.value(r + 1, c, SheetCells.harmless(cells.get(c).text()));
                else sheet.value(r + 1, c, value);
            }
        }
        sheet.freezePane(0, 1);
        sheet.finish();
    }
}
