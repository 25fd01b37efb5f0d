package id.tindak.recap;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.tindak.base.SheetCells;
import id.tindak.recap.Table.Cell;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The tables as CSV: UTF-8 with its mark, semicolons, as spreadsheets here read it. */
final class RecapCsv {

    private static final String MARK = "\uFEFF";

    private RecapCsv() {}

    /** One figure a line: part, row, column, value. */
    static byte[] figures(List<Table> tables, RecapWords words) {
        Stream<List<String>> head = Stream.of(Stream.of("part", "row", "column", "value")
                .map(c -> words.t("recap.csv." + c))
                .toList());
        return of(Stream.concat(head, tables.stream().flatMap(RecapCsv::figures)));
    }

    private static Stream<List<String>> figures(Table t) {
        return t.rows().stream()
                .flatMap(row -> java.util.stream.IntStream.range(1, row.cells().size())
                        .mapToObj(c -> List.of(
                                t.title(),
                                row.cells().getFirst().text(),
                                t.columns().get(c),
                                plain(row.cells().get(c)))));
    }

    /** A table as it is. */
    static byte[] table(Table t) {
        return of(Stream.concat(
                Stream.of(t.columns()),
                t.rows().stream()
                        .map(row -> row.cells().stream().map(RecapCsv::plain).toList())));
    }

    private static byte[] of(Stream<List<String>> lines) {
        StringWriter text = new StringWriter();
        text.write(MARK);
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            lines.forEach(line ->
                    csv.writeRecord(line.stream().map(SheetCells::harmless).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String plain(Cell cell) {
        return cell.value() == null ? cell.text() : cell.value().toString().replace('.', ',');
    }
}
