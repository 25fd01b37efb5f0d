package id.tindak.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Exports as they come, and files that only look like one. */
class ExportFileTest {

    private static final String CSV = "Tracking ID,Isi Laporan,Nama Pelapor\n8123456,Jalan berlubang,Wati\n";

    @Test
    void commaSemicolonAndTabAreRead() throws Exception {
        for (String separator : List.of(",", ";", "\t")) {
            Export read = read(CSV.replace(",", separator));
            assertThat(read.headings()).as(separator).containsExactly("Tracking ID", "Isi Laporan", "Nama Pelapor");
            assertThat(read.rows().getFirst().cells()).containsExactly("8123456", "Jalan berlubang", "Wati");
        }
    }

    @Test
    void aTextFullOfCommasDoesNotHideTheSemicolons() throws Exception {
        Export read = read("Tracking ID;Isi Laporan\n1111;satu, dua, tiga, empat, lima, enam\n2222;a, b, c, d\n");
        assertThat(read.headings()).hasSize(2);
        assertThat(read.rows().getLast().cells()).containsExactly("2222", "a, b, c, d");
    }

    @Test
    void quotedLineBreaksAndQuotesStayInTheirCell() throws Exception {
        Export read = read("Tracking ID;Isi\r\n8123456;\"Baris satu\r\nbaris dua; \"\"katanya\"\"\"\r\n8123457;b\r\n");
        assertThat(read.rows().getFirst().cells().get(1)).isEqualTo("Baris satu\nbaris dua; \"katanya\"");
        assertThat(read.rows()).extracting(Export.Row::line).containsExactly(2, 4);
    }

    @Test
    void everyUsualEncodingIsRead() throws Exception {
        String text = "Tracking ID,Isi\n8123456,Café di “alun-alun”\n";
        for (byte[] content : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(Charset.forName("windows-1252")),
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE))) {
            Export read = ExportFile.read(content);
            assertThat(read.headings().getFirst()).isEqualTo("Tracking ID");
            assertThat(read.rows().getFirst().cells().get(1)).isEqualTo("Café di “alun-alun”");
        }
    }

    @Test
    void aTitleAboveTheTableIsNoHeading() throws Exception {
        Export read = read("Laporan SP4N-LAPOR!,,\nDiekspor 23/11/2026,oleh admin,\n\n" + CSV);
        assertThat(read.headings().getFirst()).isEqualTo("Tracking ID");
        assertThat(read.rows()).hasSize(1);
    }

    @Test
    void aShortRowIsFilledAndALongOneKept() throws Exception {
        Export read = read("Tracking ID,Isi\n8123456\n8123457,b,c\n");
        assertThat(read.rows()).allMatch(r -> r.cells().size() == 3);
        assertThat(read.headings()).containsExactly("Tracking ID", "Isi", "");
    }

    @Test
    void aWorkbookIsReadAsItShows() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "uji", "1.0")) {
            Worksheet sheet = book.newWorksheet("Laporan");
            List<String> headings =
                    List.of("Tracking ID", "Isi Laporan", "Tanggal Laporan", "Anonim", "Jumlah", "Rumus");
            for (int c = 0; c < headings.size(); c++) sheet.value(0, c, headings.get(c));
            sheet.value(1, 0, 8123456);
            sheet.value(1, 1, "Lampu padam");
            sheet.value(1, 2, LocalDateTime.parse("2026-11-12T08:15"));
            sheet.style(1, 2).format("dd/mm/yyyy hh:mm").set();
            sheet.value(1, 3, true);
            sheet.value(1, 4, 1.5);
            sheet.formula(1, 5, "SUM(E2:E2)");
        }
        Export read = ExportFile.read(out.toByteArray());
        List<String> cells = read.rows().getFirst().cells();
        assertThat(cells.subList(0, 5)).containsExactly("8123456", "Lampu padam", "2026-11-12T08:15", "ya", "1.5");
        assertThat(cells.size() < 6 || !cells.get(5).contains("SUM"))
                .as("no formula is taken for a value")
                .isTrue();
    }

    @Test
    void whatIsNoTableIsRefusedWithWhatToDo() throws Exception {
        assertThat(refused(new byte[0])).isEqualTo("bridge.file.empty");
        assertThat(refused("  \n ".getBytes(StandardCharsets.UTF_8))).isEqualTo("bridge.file.empty");
        assertThat(refused("%PDF-1.7 jalan".getBytes(StandardCharsets.UTF_8))).isEqualTo("bridge.file.pdf");
        assertThat(refused(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0}))
                .isEqualTo("bridge.file.old-excel");
        assertThat(refused("<html><table><tr><td>Tracking ID".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("bridge.file.html");
        assertThat(refused("satu kolom\nsaja\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("bridge.file.no-table");
        assertThat(refused(new byte[] {1, 2, 3, 0, 5, 6})).isEqualTo("bridge.file.no-table");
        assertThat(refused("Tracking ID,Isi\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("bridge.file.no-rows");
        assertThat(refused("Tracking ID,Isi\n1111,\"terbuka\n2222,b\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("bridge.file.quotes");
        assertThat(refused(zip("isi.txt", "bukan buku kerja".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("bridge.file.no-table");
        assertThat(refused("PK\u0003\u0004rusak".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("bridge.file.broken");
    }

    @Test
    void tooMuchIsRefused() throws Exception {
        assertThat(refused(new byte[ExportFile.LARGEST + 1])).isEqualTo("bridge.file.too-large");
        String wide = IntStream.rangeClosed(0, 300).mapToObj(i -> "k" + i).collect(Collectors.joining(","));
        assertThat(refused((wide + "\n" + wide).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("bridge.file.too-wide");
        String rows = "Tracking ID,Isi\n" + "8123456,a\n".repeat(ExportFile.MOST_ROWS + 1);
        assertThat(refused(rows.getBytes(StandardCharsets.UTF_8))).isEqualTo("bridge.file.too-long");
        assertThat(read("Tracking ID,Isi\n" + "8123456,a\n".repeat(ExportFile.MOST_ROWS))
                        .rows())
                .hasSize(ExportFile.MOST_ROWS);
        assertThat(refused(zip("xl/workbook.xml", new byte[90_000_000])))
                .as("ninety million zeros weigh ninety thousand bytes")
                .isEqualTo("bridge.file.bomb");
    }

    @Test
    void oneSharedTextInEveryRowIsWeighedAsOftenAsItStandsThere() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String text = "x".repeat(32_000);
        try (Workbook book = new Workbook(out, "uji", "1.0")) {
            Worksheet sheet = book.newWorksheet("Laporan");
            sheet.value(0, 0, "Tracking ID");
            sheet.value(0, 1, "Isi Laporan");
            for (int r = 1; r < 700; r++) {
                sheet.value(r, 0, 8_123_456 + r);
                sheet.value(r, 1, text);
            }
        }
        assertThat(out.size()).isLessThan(100_000);
        assertThat(refused(out.toByteArray())).isEqualTo("bridge.file.bomb");
    }

    @Test
    void aPlaceBeyondTheLastColumnMakesNoRoom() throws Exception {
        assertThat(refused(changed("r=\"B2\"", "r=\"AAAAAAA2\""))).isEqualTo("bridge.file.too-wide");
    }

    @Test
    void aNumberOfABillionZerosIsNotWrittenOut() throws Exception {
        assertThat(ExportFile.read(changed("<v>8123456</v>", "<v>1E999999999</v>"))
                        .rows()
                        .getFirst()
                        .cells()
                        .getFirst())
                .isEqualTo("1E+999999999");
    }

    @Test
    void theFirstComplaintIsNoHeading() {
        assertThat(refused("8123456;Jalan berlubang;Wati Contoh\n8123457;Lampu padam;Joko Contoh\n"
                        .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("bridge.file.no-headings");
        assertThat(refused(("Wati;12/11/2026 08:15;" + "Jalan rusak\na;b;c\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("bridge.file.no-headings");
        assertThat(refused(("Tracking ID;" + "Jalan rusak ".repeat(1_000) + "\n8123456;b\n")
                        .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("bridge.file.no-headings");
    }

    /** A workbook of one row whose sheet says something else. */
    private static byte[] changed(String from, String to) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(plain, "uji", "1.0")) {
            Worksheet sheet = book.newWorksheet("Laporan");
            sheet.value(0, 0, "Tracking ID");
            sheet.value(0, 1, "Isi Laporan");
            sheet.value(1, 0, 8123456);
            sheet.value(1, 1, "Lampu padam");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean found = false;
        try (ZipFile parts = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(plain.toByteArray()))
                        .get();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
                String text = new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                found |= text.contains(from);
                zip.putNextEntry(new ZipEntry(part.getName()));
                zip.write(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        assertThat(found).isTrue();
        return out.toByteArray();
    }

    @Test
    void entitiesOfAHostileWorkbookAreNotOpened() throws Exception {
        String evil =
                "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c SYSTEM \"file:///etc/passwd\">]><workbook>&b;&c;</workbook>";
        assertThat(refused(zip("xl/workbook.xml", evil.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("bridge.file.broken");
    }

    @Test
    void noRandomBytesDoMoreThanBeRefused() {
        Random random = new Random(4);
        for (int i = 0; i < 300; i++) {
            byte[] content = new byte[1 + random.nextInt(3_000)];
            random.nextBytes(content);
            if (i % 3 == 0) System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, content, 0, Math.min(4, content.length));
            try {
                ExportFile.read(content);
            } catch (ExportFile.Refused refused) {
                assertThat(refused.textKey()).startsWith("bridge.file.");
            }
        }
    }

    private static Export read(String text) throws ExportFile.Refused {
        return ExportFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String refused(byte[] content) {
        return catchThrowableOfType(ExportFile.Refused.class, () -> ExportFile.read(content))
                .textKey();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
