package id.tindak.lapor;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.tindak.base.web.Form;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads the file that somebody exported and uploaded: CSV of any usual kind, or XLSX. Looks at the content, not at the name; nothing in it is run. Every refusal is a sentence that says what to do. Pure. */
final class ExportFile {

    static final int LARGEST = 10_000_000;
    static final int MOST_ROWS = 20_000;
    static final int MOST_COLUMNS = 300;
    static final int LONGEST_CELL = 32_767;

    /** What an XLSX may weigh unpacked: a file of zeros packs a thousandfold. */
    private static final long MOST_UNPACKED = 80_000_000;

    private static final int MOST_PARTS = 2_000;
    /** Letters in all cells: one shared text may stand in every row. */
    private static final int MOST_LETTERS = 20_000_000;
    /** XFD is the last column of Excel. */
    private static final int LONGEST_COLUMN = 3;
    /** Digits before and after the point; written out, 1E999999999 would fill the memory. */
    private static final int MOST_ZEROS = 30;

    private static final int LONGEST_HEADING = 100;
    /** What stands in rows and over no column: a number, a day, an address. */
    private static final Pattern DATA = Pattern.compile("#?\\d[\\d./: -]{3,}.*|\\S+@\\S+\\.\\S+");

    /** Above the table there may stand a title and the day of the export. */
    private static final int HEAD = 10;

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private ExportFile() {}

    /** A file that cannot be taken, with the sentence for whoever sent it. */
    static final class Refused extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        private final String textKey;
        private final transient Object[] args;

        Refused(String textKey, Object... args) {
            super(textKey, null, false, false);
            this.textKey = textKey;
            this.args = args;
        }

        String textKey() {
            return textKey;
        }

        Object[] args() {
            return args.clone();
        }
    }

    static Export read(byte[] content) throws Refused {
        if (content.length == 0) throw new Refused("bridge.file.empty");
        if (content.length > LARGEST) throw new Refused("bridge.file.too-large", LARGEST / 1_000_000);
        String head = new String(content, 0, Math.min(content.length, 512), StandardCharsets.ISO_8859_1);
        if (head.startsWith("%PDF")) throw new Refused("bridge.file.pdf");
        if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) throw new Refused("bridge.file.old-excel");
        List<Export.Row> rows = head.startsWith("PK") ? workbook(content) : csv(text(content, head));
        return table(rows);
    }

    private static String text(byte[] content, String head) throws Refused {
        String text = head.startsWith("\u00ff\u00fe")
                ? new String(content, 2, content.length - 2, StandardCharsets.UTF_16LE)
                : head.startsWith("\u00fe\u00ff")
                        ? new String(content, 2, content.length - 2, StandardCharsets.UTF_16BE)
                        : decoded(content);
        if (text.startsWith("\ufeff")) text = text.substring(1);
        if (text.stripLeading().startsWith("<")) throw new Refused("bridge.file.html");
        long odd = text.chars()
                .filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f')
                .count();
        if (text.indexOf('\0') >= 0 || odd * 100 > text.length()) throw new Refused("bridge.file.no-table");
        if (text.isBlank()) throw new Refused("bridge.file.empty");
        return text;
    }

    /** UTF-8 where it is; else as Windows saves it, where every byte is some letter. */
    private static String decoded(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(content, WINDOWS);
        }
    }

    /** The lines of a table, as many and as long as can be kept. */
    private static final class Lines {

        private final List<Export.Row> rows = new ArrayList<>();
        private long letters;

        void add(int line, List<String> cells) throws Refused {
            List<String> clean = cells.stream().map(ExportFile::clean).toList();
            if (clean.stream().allMatch(String::isEmpty)) return;
            if (rows.size() > MOST_ROWS + HEAD) throw new Refused("bridge.file.too-long", MOST_ROWS);
            letters += clean.stream().mapToInt(String::length).sum();
            if (letters > MOST_LETTERS) throw new Refused("bridge.file.bomb");
            rows.add(new Export.Row(line, clean));
        }
    }

    private static List<Export.Row> csv(String text) throws Refused {
        Lines lines = new Lines();
        boolean open = text.chars().filter(c -> c == '"').count() % 2 == 1;
        try (CsvReader<CsvRecord> reader = reader(text, separator(text))) {
            var each = reader.iterator();
            while (each.hasNext()) {
                CsvRecord record = each.next();
                List<String> cells = record.getFields();
                checkWidth(cells.size());
                boolean swallowed = open && !each.hasNext() && cells.getLast().indexOf('\n') >= 0;
                if (swallowed || cells.stream().anyMatch(c -> c.length() > LONGEST_CELL))
                    throw new Refused("bridge.file.quotes", record.getStartingLineNumber());
                lines.add((int) record.getStartingLineNumber(), cells);
            }
        } catch (CsvParseException unreadable) {
            throw new Refused(
                    "bridge.file.quotes",
                    lines.rows.isEmpty() ? 1 : lines.rows.getLast().line());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return lines.rows;
    }

    /** Whichever of the usual ones shows the most headings that are known; of two that show as many, the one that divides more. */
    private static char separator(String text) {
        char best = ',';
        long most = -1;
        for (char c : new char[] {',', ';', '\t'}) {
            long score = 0;
            try (CsvReader<CsvRecord> reader = reader(text, c)) {
                score = reader.stream()
                        .limit(HEAD)
                        .mapToLong(r -> score(r.getFields()) * 1_000L + Math.min(MOST_COLUMNS, r.getFieldCount()))
                        .max()
                        .orElse(0);
            } catch (CsvParseException unreadable) {
                score = 0;
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            if (score > most) {
                most = score;
                best = c;
            }
        }
        return best;
    }

    private static CsvReader<CsvRecord> reader(String text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text);
    }

    private static List<Export.Row> workbook(byte[] content) throws Refused {
        checkPackage(content);
        Lines lines = new Lines();
        try (ReadableWorkbook book =
                        new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true));
                Stream<org.dhatim.fastexcel.reader.Row> read = filled(book).openStream()) {
            var each = read.iterator();
            while (each.hasNext()) {
                var row = each.next();
                checkWidth(row.getCellCount());
                lines.add(row.getRowNum(), row.stream().map(c -> text(book, c)).toList());
            }
        } catch (IOException | RuntimeException unreadable) {
            // whatever a reader of XML makes of a broken or hostile package, the sender learns the same
            throw new Refused("bridge.file.broken");
        }
        return lines.rows;
    }

    /** The first sheet that people see. */
    private static Sheet filled(ReadableWorkbook book) {
        return book.getActiveSheet().orElseGet(book::getFirstSheet);
    }

    /** An XLSX that stays small when it is unpacked. Looked at with the reader's own eyes, so that it cannot see another package. */
    private static void checkPackage(byte[] content) throws Refused {
        long unpacked = 0;
        int parts = 0;
        boolean book = false;
        byte[] buffer = new byte[65_536];
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            Enumeration<ZipArchiveEntry> entries = zip.getEntries();
            while (entries.hasMoreElements()) {
                ZipArchiveEntry entry = entries.nextElement();
                book |= entry.getName().toLowerCase(Locale.ROOT).endsWith("xl/workbook.xml");
                if (++parts > MOST_PARTS) throw new Refused("bridge.file.bomb");
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        unpacked += n;
                        if (unpacked > MOST_UNPACKED) throw new Refused("bridge.file.bomb");
                    }
                }
                if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".xml")) checkPlaces(zip, entry);
            }
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            throw new Refused("bridge.file.broken");
        }
        if (!book) throw new Refused("bridge.file.no-table");
    }

    /** The reader makes room for every column before the place that a cell names: beyond the last one there is none. */
    private static void checkPlaces(ZipFile zip, ZipArchiveEntry entry)
            throws IOException, XMLStreamException, Refused {
        XMLInputFactory plain = XMLInputFactory.newDefaultFactory();
        plain.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        plain.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = plain.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT
                        || !xml.getLocalName().equals("c")) continue;
                String place = xml.getAttributeValue(null, "r");
                if (place != null && place.replaceAll("[0-9$].*", "").length() > LONGEST_COLUMN)
                    throw new Refused("bridge.file.too-wide", MOST_COLUMNS);
            }
        }
    }

    /** What the sheet shows; of a formula the value that was last reckoned, for it is never run here. */
    private static String text(ReadableWorkbook book, @Nullable Cell cell) {
        if (cell == null) return "";
        return switch (cell.getType()) {
            case NUMBER -> number(cell);
            case BOOLEAN -> "TRUE".equalsIgnoreCase(cell.getText()) ? "ya" : "tidak";
            case STRING -> cell.getText();
            case FORMULA -> cell.getRawValue() == null ? "" : cell.getRawValue();
            case ERROR, EMPTY -> "";
        };
    }

    private static String number(Cell cell) {
        String format = cell.getDataFormatString();
        BigDecimal number = cell.asNumber();
        boolean date = format != null
                && format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "")
                        .toLowerCase(Locale.ROOT)
                        .matches(".*(yy|d{1,4}.*m|m.*d).*");
        return date ? cell.asDate().toString() : plain(number.stripTrailingZeros());
    }

    private static String plain(BigDecimal number) {
        return Math.abs(number.scale()) > MOST_ZEROS ? number.toString() : number.toPlainString();
    }

    private static void checkWidth(int columns) throws Refused {
        if (columns > MOST_COLUMNS) throw new Refused("bridge.file.too-wide", MOST_COLUMNS);
    }

    private static String clean(String cell) {
        String text = Form.clean(cell);
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
    }

    /** The headings are the first line that says enough; what stands above is no table. */
    private static Export table(List<Export.Row> all) throws Refused {
        int head = 0;
        int best = 0;
        for (int i = 0; i < Math.min(HEAD, all.size()); i++) {
            int score = score(all.get(i).cells());
            if (score > best) {
                best = score;
                head = i;
            }
        }
        if (all.isEmpty()
                || all.get(head).cells().stream().filter(c -> !c.isEmpty()).count() < 2)
            throw new Refused("bridge.file.no-table");
        List<String> headings = all.get(head).cells();
        if (headings.stream()
                .anyMatch(h -> h.length() > LONGEST_HEADING || DATA.matcher(h).matches()))
            throw new Refused("bridge.file.no-headings");
        List<Export.Row> rows = all.subList(head + 1, all.size());
        if (rows.isEmpty()) throw new Refused("bridge.file.no-rows");
        if (rows.size() > MOST_ROWS) throw new Refused("bridge.file.too-long", MOST_ROWS);
        int width = rows.stream().mapToInt(r -> r.cells().size()).max().orElse(0);
        return new Export(
                fitted(headings, Math.max(width, headings.size())),
                rows.stream()
                        .map(r -> new Export.Row(r.line(), fitted(r.cells(), Math.max(width, headings.size()))))
                        .toList());
    }

    /** How much of a line is known to be a heading; a line with more cells counts a little more. */
    private static int score(List<String> cells) {
        int known = (int) Column.guess(cells, Map.of()).stream()
                .filter(java.util.Optional::isPresent)
                .count();
        long filled = cells.stream().filter(c -> !c.isEmpty()).count();
        return filled < 2 ? 0 : known * 1_000 + 1;
    }

    private static List<String> fitted(List<String> cells, int width) {
        if (cells.size() == width) return cells;
        List<String> all = new ArrayList<>(cells);
        while (all.size() < width) all.add("");
        return List.copyOf(all);
    }
}
