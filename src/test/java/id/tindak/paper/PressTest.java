package id.tindak.paper;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.handling.Disposition;
import id.tindak.sop.Sop;
import id.tindak.sop.SopFile;
import id.tindak.sop.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Papers as files: what the standards ask, what may stand in them, and what they may not reach. */
class PressTest {

    @Test
    void theDispositionSheetKeepsBothStandards() throws Exception {
        keepsBothStandards(PaperKind.LEMBAR_DISPOSISI);
    }

    @ParameterizedTest
    @EnumSource(PaperKind.class)
    @Tag("lengkap")
    void everyKindKeepsBothStandards(PaperKind kind) throws Exception {
        keepsBothStandards(kind);
        assertThat(PdfJudge.faults(
                        SampleSheets.of(kind).withoutLogo().from("").pdf().content()))
                .isEmpty();
    }

    @Test
    void aFileThatKeepsNoStandardIsFound() throws Exception {
        try (PDDocument bare = new PDDocument();
                var out = new java.io.ByteArrayOutputStream()) {
            bare.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            bare.save(out);
            assertThat(PdfJudge.faults(out.toByteArray())).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(PaperKind.class)
    void everyPaperNamesItselfAndItsLanguageAndIsOnePage(PaperKind kind) throws IOException {
        Press.Printed printed = SampleSheets.of(kind).pdf();
        picture(kind.code(), printed);
        try (PDDocument pdf = Loader.loadPDF(printed.content())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(printed.pages()).isEqualTo(1);
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("id");
            assertThat(pdf.getDocumentInformation().getTitle()).contains("TL-261116-K7MQ");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains("SEKRETARIAT DEWAN PERWAKILAN RAKYAT", "Halaman 1 dari 1", SampleSheets.LINK)
                    .contains("Cetakan ke-1, oleh Ratna Wulandari")
                    .doesNotContainIgnoringCase("ditandatangani secara elektronik")
                    .doesNotContainIgnoringCase("sah tanpa tanda tangan")
                    .doesNotContain("sisa", "terlambat");
            for (var page : pdf.getPages())
                for (COSName font : page.getResources().getFontNames())
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
        }
    }

    @Test
    void theSheetHasABlockForEachRoleThatGivesOrdersAndAsksTheElected() throws IOException {
        String text = text(SampleSheets.of(PaperKind.LEMBAR_DISPOSISI).pdf());
        String leader = text.substring(
                text.indexOf("Disposisi Ketua Dewan Perwakilan"),
                text.indexOf("Disposisi Sekretaris Dewan Perwakilan"));
        String secretary = text.substring(text.indexOf("Disposisi Sekretaris Dewan Perwakilan"));
        assertThat(leader)
                .contains("☐ Sekretaris Dewan", "☐ Komisi III (mohon)")
                .doesNotContain("☐ Bagian Umum");
        assertThat(secretary).contains("☐ Bagian Umum dan Keuangan").doesNotContain("☐ Ketua");
        assertThat(text).contains("Mengetahui: Kepala Bagian Umum & Keuangan");
    }

    @Test
    void ordersThatWereGivenAreTicked() throws IOException {
        List<String> thirty = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> "Perintah nomor " + i)
                .toList();
        var order = new Sheet.Order(
                "Sekretaris DPRD",
                List.of("Bagian Persidangan"),
                thirty,
                "Jadwalkan peninjauan.",
                Instant.parse("2026-11-18T09:00:00Z"),
                Disposition.Urgency.SANGAT_SEGERA,
                Disposition.Classification.TERBATAS,
                SampleSheets.RECEIVED);
        Press.Printed printed = SampleSheets.of(PaperKind.LEMBAR_DISPOSISI)
                .ordering(List.of(new Sheet.Block("Sekretaris DPRD", List.of(), List.of(), List.of(order))))
                .pdf();
        picture("lembar-disposisi-30", printed);
        assertThat(text(printed))
                .contains("☒ Bagian Persidangan", "☒ Perintah nomor 1 ", "☒ Perintah nomor 30", "Jadwalkan peninjauan.")
                .contains("☐ Biasa", "☒ Sangat segera", "☒ Terbatas", "☐ Rahasia")
                .contains("Batas waktu: 18 November 2026 pukul 16.00 WIB");
        assertThat(printed.pages()).isLessThanOrEqualTo(2);
        assertThat(PdfJudge.faults(printed.content())).isEmpty();
    }

    @Test
    void fivePagesOfTextAreNumberedAndComplete() throws IOException {
        String paragraph =
                "Saluran air tersumbat dan meluap ke halaman rumah warga setiap kali hujan turun deras. ".repeat(6);
        Press.Printed printed = SampleSheets.of(PaperKind.DATA_PENGADUAN)
                .saying(IntStream.rangeClosed(1, 45)
                        .mapToObj(i -> "Alinea " + i + ". " + paragraph)
                        .toArray(String[]::new))
                .pdf();
        picture("data-pengaduan-panjang", printed);
        assertThat(printed.pages()).isBetween(5, 9);
        String text = text(printed);
        for (int i = 1; i <= 45; i++) assertThat(text).contains("Alinea " + i + ".");
        assertThat(text)
                .contains(
                        "Halaman 1 dari " + printed.pages(), "Halaman " + printed.pages() + " dari " + printed.pages());
    }

    @Test
    void otherScriptsAndSignsAreReadableAndWhatNoFontHasIsABox() throws IOException {
        Press.Printed printed = SampleSheets.of(PaperKind.DATA_PENGADUAN)
                .from("Abdul عبد الله")
                .saying("السلام عليكم ورحمة الله", "Terima kasih 😀 🚧", "שלום", "Nama\u0000 aneh\u0007")
                .pdf();
        picture("data-pengaduan-aksara", printed);
        String text = Normalizer.normalize(text(printed), Normalizer.Form.NFKC);
        assertThat(text).contains("السلام عليكم", "😀", "□", "שלום", "Nama aneh");
        assertThat(PdfJudge.faults(printed.content())).isEmpty();
    }

    @Test
    void longWordsAndNamesStayOnThePaper() throws IOException {
        Press.Printed printed = SampleSheets.of(PaperKind.TANDA_TERIMA)
                .titled("x".repeat(300))
                .from("Raden Mas Haryo " + "Panjang".repeat(12))
                .pdf();
        picture("tanda-terima-panjang", printed);
        assertThat(printed.pages()).isEqualTo(1);
        assertThat(text(printed).replaceAll("\\s", "")).contains("x".repeat(300));
    }

    @Test
    void hostileTextIsTextAndReachesNothing() throws IOException {
        String hostile =
                "</p><script>alert(1)</script><img src=\"file:///etc/passwd\"/><link rel=\"stylesheet\" href=\"http://127.0.0.1:1/x.css\"/><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;";
        Press.Printed printed = SampleSheets.of(PaperKind.DATA_PENGADUAN)
                .saying(hostile)
                .titled(hostile)
                .from(hostile)
                .pdf();
        String text = text(printed).replaceAll("\\s", "");
        assertThat(text)
                .contains("file:///etc/passwd", "<script>alert(1)</script>")
                .doesNotContain("root:x:0:0");
        assertThat(printed.content().length).isLessThan(400_000);
    }

    @Test
    void evenATemplateThatNamesAFileOrAnAddressGetsNothing() throws Exception {
        Path secret = Files.createTempFile("rahasia", ".css");
        try (var server = new java.net.ServerSocket(0)) {
            Files.writeString(secret, "body:before{content:'BOCOR'}");
            server.setSoTimeout(300);
            String http = "http://127.0.0.1:" + server.getLocalPort() + "/";
            String markup = "<html lang=\"id\"><head><title>x</title><link rel=\"stylesheet\" href=\"" + secret.toUri()
                    + "\"/><link rel=\"stylesheet\" href=\"" + http
                    + "a.css\"/></head><body><p>isi</p><img alt=\"x\" src=\"" + http
                    + "b.png\"/><img alt=\"y\" src=\"" + secret.toUri()
                    + "\"/><img alt=\"z\" src=\"gambar:lain\"/></body></html>";
            Press.Printed printed = new Press().pdf(markup, "naskah-pdf.css", Map.of());
            assertThat(text(printed)).contains("isi").doesNotContain("BOCOR");
            org.junit.jupiter.api.Assertions.assertThrows(java.net.SocketTimeoutException.class, server::accept);
        } finally {
            Files.delete(secret);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"000-sipesut-kukar", "001-sms-wa", "002-dprd-pasuruan", "003-mojokerto", "004-cilacap-laporbup"})
    void theOfficialTableIsAFileWithItsFlowChart(String name) throws IOException {
        Sop sop = ((SopFile.Valid) SopFile.read(shipped(name))).sop();
        Press.Printed printed = new ProcedureSheets(new Press()).print(sop);
        picture("sop-" + name, printed);
        String text = text(printed).replaceAll("\\s+", " ");
        assertThat(text)
                .contains("Mutu baku", "Dasar hukum", "Lambang: ujung bulat", "Halaman 1 dari " + printed.pages());
        for (Step step : sop.steps()) assertThat(text).contains(step.activity().split(" ")[0]);
        assertThat(PdfJudge.faults(printed.content())).isEmpty();
        try (PDDocument pdf = Loader.loadPDF(printed.content())) {
            for (var page : pdf.getPages())
                assertThat(page.getMediaBox().getWidth()).isGreaterThan(800);
        }
    }

    private static String shipped(String name) throws IOException {
        try (var in = PressTest.class.getResourceAsStream("/sop/" + name + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void keepsBothStandards(PaperKind kind) {
        assertThat(PdfJudge.faults(SampleSheets.of(kind).pdf().content())).isEmpty();
    }

    private static String text(Press.Printed printed) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(printed.content())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    /** With -Dtindak.naskah=DIRECTORY the papers are left there to be looked at. */
    private static void picture(String name, Press.Printed printed) throws IOException {
        String directory = System.getProperty("tindak.naskah");
        if (directory != null) Files.write(Path.of(directory, name + ".pdf"), printed.content());
    }
}
