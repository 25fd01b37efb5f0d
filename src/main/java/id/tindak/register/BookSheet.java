package id.tindak.register;

import id.tindak.base.SheetCells;
import id.tindak.base.web.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A year of a book as a spreadsheet (XLSX). */
final class BookSheet {

    private static final double WIDTH = 22;

    private BookSheet() {}

    static byte[] of(Book book, List<Line> oldestFirst, Page page, EntryWords words) {
        List<Field> fields = book.kind().fields();
        return of(book.name(), headings(fields, page, words), rows(oldestFirst, fields, words));
    }

    private static List<String> headings(List<Field> fields, Page page, EntryWords words) {
        List<String> headings = new ArrayList<>();
        for (String h : List.of("seq", "number", "external", "time", "complaint"))
            headings.add(page.t("register.column." + h));
        fields.forEach(f -> headings.add(words.label(f)));
        headings.add(page.t("register.column.remark"));
        return headings;
    }

    /** @param rows the first cell of each is a number, the others are texts */
    private static byte[] of(String name, List<String> headings, List<List<String>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Tindak", null);
                Worksheet sheet = book.newWorksheet(name.replaceAll("[\\[\\]:*?/\\\\']", " "))) {
            for (int c = 0; c < headings.size(); c++) {
                sheet.value(0, c, SheetCells.harmless(headings.get(c)));
                sheet.style(0, c).bold().wrapText(true).set();
                sheet.width(c, WIDTH);
            }
            for (int r = 0; r < rows.size(); r++) {
                List<String> row = rows.get(r);
                sheet.value(r + 1, 0, Integer.valueOf(row.getFirst()));
                for (int c = 1; c < row.size(); c++) sheet.value(r + 1, c, SheetCells.harmless(row.get(c)));
            }
            sheet.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<List<String>> rows(List<Line> oldestFirst, List<Field> fields, EntryWords words) {
        List<List<String>> rows = new ArrayList<>();
        for (Line line : oldestFirst) {
            Entry e = line.entry();
            List<String> row = new ArrayList<>(List.of(
                    Integer.toString(e.number()),
                    e.printed(),
                    e.externalNumber() == null ? "" : e.externalNumber(),
                    words.time(e),
                    words.complaint(line)));
            for (Field f : fields) row.add(cell(line, f, words));
            Entry.Cancelled cancelled = e.cancelled();
            row.add(cancelled == null ? words.late(e) : words.cancelled(cancelled, line));
            rows.add(row);
        }
        return rows;
    }

    /** What stands there, and in brackets what stood there before. */
    private static String cell(Line line, Field f, EntryWords words) {
        List<String> before = words.struck(line, f);
        String now = words.value(line, f);
        return before.isEmpty() ? now : now + " [" + String.join("; ", before) + "]";
    }
}
