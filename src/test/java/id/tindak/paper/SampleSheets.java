package id.tindak.paper;

import id.tindak.agency.Settings;
import id.tindak.base.web.Qr;
import id.tindak.base.web.Templates;
import id.tindak.base.web.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Papers of an invented office, of which a test changes what it looks at. */
record SampleSheets(
        PaperKind kind,
        String title,
        String reporter,
        List<String> text,
        List<Sheet.Block> blocks,
        List<String> items,
        boolean logo) {

    static final String LINK = "https://aduan.contoh.go.id/periksa/K7MQ49TRX2PD0123ABCD";
    static final Instant RECEIVED = Instant.parse("2026-11-16T01:47:00Z");

    private static final Press PRESS = new Press();

    static SampleSheets of(PaperKind kind) {
        List<Sheet.Receiver> units = List.of(
                new Sheet.Receiver("Bagian Umum dan Keuangan", false),
                new Sheet.Receiver("Bagian Persidangan dan Perundang-undangan", false),
                new Sheet.Receiver("Bagian Fasilitasi Penganggaran dan Pengawasan", false),
                new Sheet.Receiver("Komisi III", true));
        List<Sheet.Block> blocks = List.of(
                new Sheet.Block(
                        "Ketua Dewan Perwakilan Rakyat Daerah",
                        List.of(
                                new Sheet.Receiver("Sekretaris Dewan Perwakilan Rakyat Daerah", false),
                                new Sheet.Receiver("Komisi III", true)),
                        wishes("perintah_disposisi", "permohonan_disposisi"),
                        List.of()),
                new Sheet.Block(
                        "Sekretaris Dewan Perwakilan Rakyat Daerah", units, wishes("perintah_disposisi"), List.of()));
        return new SampleSheets(
                kind,
                "Aspirasi perbaikan drainase Jalan Melati dan permohonan kehadiran anggota DPRD Dapil 3",
                "Siti Aminah",
                List.of(
                        "Saluran air di Jalan Melati RT 03 tersumbat sejak awal bulan sehingga air meluap ke halaman rumah warga setiap hujan.",
                        "Kami mohon saluran diperbaiki sebelum puncak musim hujan, dan anggota dewan berkenan hadir pada rapat warga."),
                kind == PaperKind.LEMBAR_DISPOSISI ? blocks : List.of(),
                List.of("foto-saluran.jpg", "surat-warga.pdf"),
                true);
    }

    /** The words that an agency has before it has its own. */
    static List<String> wishes(String... settings) {
        return Arrays.stream(settings)
                .flatMap(s -> new Settings(Map.of()).list(s).stream())
                .distinct()
                .toList();
    }

    SampleSheets titled(String other) {
        return new SampleSheets(kind, other, reporter, text, blocks, items, logo);
    }

    SampleSheets from(String name) {
        return new SampleSheets(kind, title, name, text, blocks, items, logo);
    }

    SampleSheets saying(String... paragraphs) {
        return new SampleSheets(kind, title, reporter, Arrays.asList(paragraphs), blocks, items, logo);
    }

    SampleSheets saying(int times, String paragraph) {
        return new SampleSheets(kind, title, reporter, Collections.nCopies(times, paragraph), blocks, items, logo);
    }

    SampleSheets ordering(List<Sheet.Block> other) {
        return new SampleSheets(kind, title, reporter, text, other, items, logo);
    }

    SampleSheets withoutLogo() {
        return new SampleSheets(kind, title, reporter, text, blocks, items, false);
    }

    Sheet sheet() {
        Sheet.Approval approval = kind == PaperKind.SURAT_JAWABAN || kind == PaperKind.NOTA_HASIL
                ? new Sheet.Approval(
                        "Kepala Dinas Pekerjaan Umum dan Penataan Ruang",
                        "Ir. Bambang Irawan, M.T.",
                        "19690202 199603 1 002",
                        Instant.parse("2026-11-19T03:21:00Z"))
                : null;
        return new Sheet(
                kind,
                new Letterhead(
                        "PEMERINTAH KABUPATEN TIRTALOKA",
                        "SEKRETARIAT DEWAN PERWAKILAN RAKYAT DAERAH",
                        "Jalan Pahlawan Nomor 3, Karangjati 53999, telepon (0299) 555-0130"),
                new Times(ZoneId.of("Asia/Jakarta"), "id"),
                new Sheet.About(
                        "TL-261116-K7MQ",
                        title,
                        "Aspirasi",
                        "Situs",
                        RECEIVED,
                        "Drainase",
                        "Jalan Melati, Sumberagung",
                        "terbuka",
                        false,
                        "Penanganan dan Pengaduan (060/13/424.050/2022)",
                        "",
                        new Sheet.Letter("", ""),
                        List.of()),
                reporter.isEmpty()
                        ? null
                        : new Sheet.Person("Perseorangan", reporter, "", "", "Jalan Melati 14, Sumberagung"),
                List.of(
                        new Sheet.Passage(Sheet.Of.COMPLAINT, "", RECEIVED, text),
                        new Sheet.Passage(Sheet.Of.RESULT, "Kepala Dinas, Bambang Irawan", RECEIVED, text),
                        new Sheet.Passage(Sheet.Of.ANSWER, "", RECEIVED, text)),
                items,
                blocks,
                kind == PaperKind.LEMBAR_DISPOSISI
                        ? List.of(new Sheet.Aware("Kepala Bagian Umum & Keuangan", "", null))
                        : List.of(),
                approval,
                "Wahyu Nugroho",
                "",
                null);
    }

    Press.Printed pdf() {
        return pdf("Cetakan ke-1, oleh Ratna Wulandari, 16 November 2026 pukul 10.21 WIB.", picture());
    }

    Press.Printed pdf(String line, byte @Nullable [] picture) {
        Colophon colophon = new Colophon(
                sheet().title(),
                "Sekretariat DPRD",
                "TL-261116-K7MQ",
                Templates.text("paper/sheet.jte", Map.of("m", sheet())),
                LINK,
                "K7MQ-49TR-X2PD-0123-ABCD",
                line,
                logo);
        Map<String, byte[]> pictures =
                picture == null || !logo ? Map.of("qr", Qr.png(LINK)) : Map.of("qr", Qr.png(LINK), "lambang", picture);
        return PRESS.pdf(Templates.text("paper/document.jte", Map.of("m", colophon)), "naskah-pdf.css", pictures);
    }

    /** A square that is partly transparent. */
    private static byte[] picture() {
        var image = new java.awt.image.BufferedImage(200, 220, java.awt.image.BufferedImage.TYPE_INT_ARGB);
        var g = image.createGraphics();
        g.setColor(java.awt.Color.BLACK);
        g.fillOval(20, 20, 160, 180);
        g.dispose();
        try {
            var out = new java.io.ByteArrayOutputStream();
            javax.imageio.ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (java.io.IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
