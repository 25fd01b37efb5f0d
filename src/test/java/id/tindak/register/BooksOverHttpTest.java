package id.tindak.register;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.Chain;
import id.tindak.base.StatementCount;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Privacy;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.SopReadiness;
import id.tindak.handling.Sops;
import id.tindak.journey.Http;
import id.tindak.journey.Http.Shown;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.paper.PdfJudge;
import id.tindak.sop.SopFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The books over real HTTP: what a step enters, what officers enter, correct, cancel and close, and who sees what of it. */
@JourneyTest
@Import(BookWorld.class)
class BooksOverHttpTest {

    private static final String AGENDA = "/buku/buku-agenda";

    @Autowired
    BookWorld books;

    @Autowired
    TestWorld world;

    @Autowired
    Complaints complaints;

    @Autowired
    SopReadiness readiness;

    @Autowired
    Sops sops;

    @Autowired
    SettableClock clock;

    DemoWorld.Founded w;

    @BeforeEach
    void open() {
        clock.setWib("2026-11-23T09:31");
        w = books.open();
    }

    private Http as(String officer) {
        return world.signedIn(w, officer);
    }

    private Shown enter(Http who, String book, String... fields) {
        return who.get("/buku/" + book + "/baru").submit("form[action$=/baru]", fields);
    }

    /** Cells of the first rows of a table, joined. */
    private static List<String> rows(Shown shown) {
        return shown.page().select("tbody tr").eachText();
    }

    private List<Chain> events(Complaint c, String kind) {
        return complaints.events(c).stream().filter(e -> e.kind().equals(kind)).toList();
    }

    @Test
    void aStepWithCatatGivesTheCaseANumberThatStandsInTheBook() {
        Complaint c = books.file(w, "Lampu jalan padam", Privacy.TERBUKA);
        Shown sent = as("ratna")
                .get("/aduan/" + c.publicNumber())
                .submit(
                        "form[action$=/langkah]:has(input[name=cabang][value=0])",
                        "tujuan",
                        String.valueOf(w.units().get("PERKIM")),
                        "aksi",
                        "kirim");
        assertThat(sent.status).isEqualTo(200);
        Shown book = as("ratna").get(AGENDA);
        assertThat(rows(book))
                .singleElement()
                .asString()
                .contains("1 23-11-2026 09.31", c.publicNumber(), "Lampu jalan padam");
        assertThat(book.text()).contains("Buku agenda 2026", "Nomor terakhir 1, dibatalkan 0.");
        Shown entry = as("ratna").get(AGENDA + "/2026/1");
        assertThat(entry.text())
                .contains("Situs", "Siti A.", "Dinas Perumahan, Kawasan Permukiman, dan Pertanahan", c.publicNumber())
                .doesNotContain("Siti Aminah", "Melati");
        assertThat(events(c, "BOOK_ENTERED"))
                .singleElement()
                .satisfies(e -> assertThat(e.facts())
                        .containsOnly(
                                java.util.Map.entry("book", "buku-agenda"),
                                java.util.Map.entry("year", "2026"),
                                java.util.Map.entry("entry", "1"),
                                java.util.Map.entry("printed", "1")));
        Shown page = as("ratna").get("/aduan/" + c.publicNumber());
        assertThat(page.page().select("a[href$=" + AGENDA + "/2026/1]").text()).isEqualTo("Buku agenda: 1");
        assertThat(page.text()).contains("mencatat aduan ini di Buku agenda dengan nomor 1");
        Shown opd = as("tono.perkim").get("/aduan/" + c.publicNumber());
        assertThat(opd.text()).contains("Buku agenda: 1");
        assertThat(opd.page().select("a[href*=/buku/]"))
                .as("the books are not open to an office")
                .isEmpty();
    }

    @Test
    void aStepDoneAgainAfterAReturnKeepsItsNumberAndACancelledOneGivesWayToAnother() {
        Complaint c = books.file(w, "Kembali dari OPD", Privacy.TERBUKA);
        books.decide(w, c, "ratna", 0, "DISHUB", "");
        books.decide(w, c, "rudi.dishub", 1, null, "Bukan kewenangan kami.");
        books.decide(w, c, "ratna", 0, "PERKIM", "");
        assertThat(books.lines(w, "ratna", "buku-agenda", 2026)).hasSize(1);
        as("ratna").get(AGENDA + "/2026/1").submit("form[action$=/batal]", "alasan_batal", "Salah buku.");
        books.decide(w, c, "tono.perkim", 1, null, "Belum jelas tempatnya.");
        books.decide(w, c, "ratna", 0, "PERKIM", "");
        assertThat(books.lines(w, "ratna", "buku-agenda", 2026))
                .extracting(l -> l.entry().number())
                .containsExactly(1, 2);
        Shown page = as("ratna").get("/aduan/" + c.publicNumber());
        assertThat(page.page().select("#cetakan + ul li").eachText())
                .containsSubsequence("Berkas lengkap", "Buku agenda: 1 dibatalkan", "Buku agenda: 2");
    }

    @Test
    void theAnswersLetterNumberStandsInTheAgendaBookWhenTheCaseHasEnded() {
        Complaint c = books.file(w, "Selesai dengan surat", Privacy.TERBUKA);
        books.decide(w, c, "ratna", 0, "PERKIM", "");
        assertThat(as("ratna").get(AGENDA + "/2026/1").text()).doesNotContain("CLP/XI");
        for (String officer : List.of("tono.perkim", "lina.perkim", "agus.perkim", "lina.perkim"))
            books.decide(w, c, officer, 0, null, officer.startsWith("agus") ? "Sudah diganti." : "");
        books.decide(w, c, "tono.perkim", 0, null, "Lampu sudah kami ganti.");
        assertThat(as("ratna").get(AGENDA + "/2026/1").text()).contains("berakhir 23-11-2026, surat 001/CLP/XI/2026");
        assertThat(rows(as("ratna").get("/buku/surat-keluar")))
                .singleElement()
                .asString()
                .contains("001/CLP/XI/2026");
    }

    @Test
    void aStepWithCatatCostsTwoStatementsMoreAndTheCasePageNone() {
        Http ratna = as("ratna");
        Complaint c = books.file(w, "Hitung", Privacy.TERBUKA);
        books.decide(w, books.file(w, "Pemanasan", Privacy.TERBUKA), "ratna", 0, "PERKIM", "");
        List<String> step = StatementCount.during(() -> books.decide(w, c, "ratna", 0, "PERKIM", "Mohon segera."));
        assertThat(step.stream().filter(s -> s.contains("book_")).toList()).hasSize(2);
        ratna.get("/aduan/" + c.publicNumber());
        List<String> page = StatementCount.during(() -> ratna.get("/aduan/" + c.publicNumber())).stream()
                .filter(s -> !s.toLowerCase(Locale.ROOT).contains("session"))
                .toList();
        assertThat(page).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void anSopThatNamesAnUnknownBookIsNotReady() {
        String yaml = BookWorld.sop().replace("catat: buku-agenda", "catat: buku-ajaib");
        assertThat(SopFile.read(yaml))
                .isInstanceOfSatisfying(
                        SopFile.Valid.class,
                        valid -> assertThat(readiness.of(w.agency().id(), valid.sop()))
                                .filteredOn(f -> f.key().equals("handling.ready.no-book"))
                                .singleElement()
                                .satisfies(f -> {
                                    assertThat(f.blocks()).isTrue();
                                    assertThat(f.args()).containsExactly("2", "Periksa kelengkapan", "buku-ajaib");
                                }));
        assertThat(SopFile.read(BookWorld.sop()))
                .isInstanceOfSatisfying(
                        SopFile.Valid.class,
                        valid -> assertThat(readiness.of(w.agency().id(), valid.sop()))
                                .noneMatch(f -> f.key().contains("no-book")));
    }

    @Test
    void aLetterIsEnteredByHandWithItsRealTimeAndMayBelongToACase() {
        Complaint c = books.file(w, "Aduan bersurat", Privacy.TERBUKA);
        Shown done = enter(
                as("ratna"),
                "buku-agenda",
                "tanggal",
                "2026-11-20",
                "jam",
                "14:05",
                "nomor_surat",
                "112/SDN1/XI/2026",
                "tanggal_surat",
                "2026-11-13",
                "nama",
                "SDN 1 Giriharja",
                "perihal",
                "Permohonan penambahan ruang kelas",
                "luar",
                "SRK/2026/77",
                "aduan",
                c.publicNumber().toLowerCase(Locale.ROOT));
        assertThat(done.url).endsWith(AGENDA + "/2026/1");
        assertThat(done.text())
                .contains(
                        "Tercatat dengan nomor 1.",
                        "20 November 2026 pukul 14.05 WIB",
                        "23 November 2026 pukul 09.31 WIB")
                .contains("112/SDN1/XI/2026", "13-11-2026", "SRK/2026/77", c.publicNumber());
        assertThat(rows(as("ratna").get(AGENDA)))
                .singleElement()
                .asString()
                .startsWith("SRK/2026/771 20-11-2026 14.05");
        assertThat(events(c, "BOOK_ENTERED")).hasSize(1);
    }

    @Test
    void badInputGetsASentenceAndKeepsWhatWasTyped() {
        Http ratna = as("ratna");
        Shown empty = enter(ratna, "buku-agenda", "tanggal", "", "jam", "25:99");
        assertThat(empty.status).isEqualTo(422);
        assertThat(empty.text())
                .contains("Isi tanggalnya.", "Tulis jam seperti 08:30.", "Tulis perihal atau isi ringkasnya.");
        Shown wrong = enter(
                ratna,
                "buku-agenda",
                "tanggal",
                "2026-02-31",
                "perihal",
                "<script>alert(1)</script> '; drop table book_entry; --",
                "klasifikasi",
                "a b",
                "tanggal_surat",
                "kemarin",
                "aduan",
                "CLP-000000-XXXX");
        assertThat(wrong.text())
                .contains(
                        "Tanggal tidak terbaca",
                        "tanpa spasi",
                        "<script>alert(1)</script> '; drop table book_entry; --");
        assertThat(wrong.body).doesNotContain("<script>alert");
        assertThat(enter(ratna, "buku-agenda", "tanggal", "2026-11-24", "perihal", "Besok")
                        .text())
                .contains("Waktu itu belum tiba.");
        assertThat(enter(ratna, "buku-agenda", "perihal", "x", "aduan", "CLP-000000-XXXX")
                        .text())
                .contains("Tidak ada aduan dengan nomor itu");
        Shown longText = enter(ratna, "buku-agenda", "perihal", "y".repeat(20_000));
        assertThat(longText.status).isEqualTo(422);
        assertThat(longText.page().select("textarea[name=perihal]").text()).hasSize(20_000);
        assertThat(rows(ratna.get(AGENDA)))
                .as("nothing of all that took a number")
                .isEmpty();
        for (String nowhere : List.of(
                "/buku/buku-ajaib",
                AGENDA + "/2026/1",
                AGENDA + "/2026/99999999999",
                AGENDA + "/abc/1",
                AGENDA + "?tahun=1",
                AGENDA + "?tahun=99999999999"))
            assertThat(ratna.get(nowhere).status).as(nowhere).isEqualTo(404);
        assertThat(ratna.get(AGENDA + "?bulan=13").status).isEqualTo(422);
        assertThat(ratna.get(AGENDA + "?cari=" + "z".repeat(5_000)).status).isEqualTo(422);
        assertThat(ratna.get(AGENDA + "/cetak?dari=2026-11-30&sampai=2026-11-01").status)
                .isEqualTo(422);
        assertThat(ratna.get(AGENDA + "/cetak?dari=kapan").status).isEqualTo(422);
    }

    @Test
    void aCorrectionStrikesThroughWhatStoodThereAndSaysWhyWhoAndWhen() {
        books.letter(w, "Penyampaian hasil reses", clock.instant());
        Shown before = as("ratna").get(AGENDA + "/2026/1");
        String form = "form[action$=/ralat]:has(select)";
        assertThat(before.submit(form, "isian", "perihal", "nilai", "Menanyakan hasil reses", "alasan", "")
                        .text())
                .contains("Tulis alasannya.");
        assertThat(before.submit(form, "isian", "perihal", "nilai", "", "alasan", "Kosongkan")
                        .text())
                .contains("Tulis perihal atau isi ringkasnya.");
        assertThat(before.submit(form, "isian", "bukan-kolom", "nilai", "x", "alasan", "y")
                        .text())
                .contains("Pilih kolom yang diralat.");
        clock.setWib("2026-11-23T10:00");
        Shown after =
                before.submit(form, "isian", "perihal", "nilai", "Menanyakan hasil reses", "alasan", "Salah tulis.");
        assertThat(after.text())
                .contains(
                        "Ralat pada nomor 1 tersimpan.",
                        "Salah tulis. Oleh Ratna Wulandari, 23 November 2026 pukul 10.00 WIB");
        assertThat(after.page().select("dl s").text()).isEqualTo("Penyampaian hasil reses");
        assertThat(as("bagus").get(AGENDA).page().select("td s").text()).isEqualTo("Penyampaian hasil reses");
        Shown second = before.submit(form, "isian", "perihal", "nilai", "Lain lagi", "alasan", "Dari halaman lama.");
        assertThat(second.status).isEqualTo(422);
        assertThat(second.text()).contains("sudah diralat orang lain", "Lain lagi");
        Shown time = after.submit(
                "form[action$=/ralat]:has([name=isian][value=waktu])",
                "tanggal",
                "2026-11-20",
                "jam",
                "08:15",
                "alasan_waktu",
                "Stempel pos.");
        assertThat(time.text()).contains("Waktu pada nomor 1 sudah diralat.", "20 November 2026 pukul 08.15 WIB");
        assertThat(time.submit(
                                "form[action$=/ralat]:has([name=isian][value=waktu])",
                                "tanggal",
                                "2025-12-31",
                                "jam",
                                "08:15",
                                "alasan_waktu",
                                "Tahun lalu")
                        .text())
                .contains("Tahunnya harus tetap sama");
    }

    @Test
    void aCancelledNumberStaysVisibleAndIsNeverGivenAgain() {
        books.letter(w, "Satu", clock.instant());
        Http ratna = as("ratna");
        Shown entry = ratna.get(AGENDA + "/2026/1");
        assertThat(entry.submit("form[action$=/batal]", "alasan_batal", "").text())
                .contains("Tulis alasannya.");
        Shown gone = entry.submit("form[action$=/batal]", "alasan_batal", "Tercatat dua kali.");
        assertThat(gone.text())
                .contains("Nomor 1 dibatalkan.", "Dibatalkan 23-11-2026: Tercatat dua kali. Oleh Ratna Wulandari");
        assertThat(gone.page().select("form[action*=/buku/]"))
                .as("nothing more can be done to it")
                .isEmpty();
        assertThat(entry.submit("form[action$=/batal]", "alasan_batal", "Lagi").status)
                .isEqualTo(409);
        assertThat(books.letter(w, "Dua", clock.instant()).number()).isEqualTo(2);
        assertThat(rows(ratna.get(AGENDA))).hasSize(2).last().asString().contains("1 dibatalkan");
        assertThat(rows(ratna.get(AGENDA + "?batal=1"))).hasSize(1);
    }

    @Test
    void theNumberOfAnotherSystemStandsBesideOurOwn() {
        books.letter(w, "Dari SRIKANDI", clock.instant());
        Shown entry = as("ratna").get(AGENDA + "/2026/1");
        String form = "form[action$=/nomor-luar]";
        assertThat(entry.submit(form, "luar", "").text()).contains("Tulis nomor dari sistem lain.");
        Shown noted = entry.submit(form, "luar", "B/12/SRK/2026");
        assertThat(noted.text()).contains("Nomor dari sistem lain pada 1 tersimpan.", "B/12/SRK/2026");
        assertThat(noted.submit(form, "luar", "B/13/SRK/2026").text()).contains("Tulis alasannya.");
        Shown replaced = noted.submit(form, "luar", "B/13/SRK/2026", "alasan_luar", "Salah ketik.");
        assertThat(replaced.page().select("#riwayat-ralat + ul s").eachText())
                .containsExactly("(kosong)", "B/12/SRK/2026");
        assertThat(rows(as("ratna").get(AGENDA + "?cari=b/13/srk"))).hasSize(1);
    }

    @Test
    void fiftyRowsAPageNewestFirstSearchedAndByMonth() {
        for (int i = 1; i <= 53; i++)
            books.letter(w, i == 7 ? "Drainase Jalan Melati" : "Surat biasa", Instant.parse("2026-10-05T03:00:00Z"));
        books.letter(w, "Bulan lain", clock.instant());
        Http ratna = as("ratna");
        Shown first = ratna.get(AGENDA);
        assertThat(rows(first)).hasSize(50).first().asString().startsWith("54 ");
        Shown second = ratna.get(first.page().select("a[rel=next]").attr("abs:href"));
        assertThat(rows(second)).hasSize(4).last().asString().startsWith("1 ");
        assertThat(second.page().select("a[rel=next]")).isEmpty();
        assertThat(rows(ratna.get(AGENDA + "?cari=DRAINASE")))
                .singleElement()
                .asString()
                .startsWith("7 ");
        assertThat(rows(ratna.get(AGENDA + "?bulan=11")))
                .singleElement()
                .asString()
                .contains("Bulan lain");
        assertThat(rows(ratna.get(AGENDA + "?cari=100%25"))).isEmpty();
        assertThat(ratna.get(AGENDA + "?bulan=10").page().select("a[rel=next]").attr("href"))
                .contains("bulan=10");
        assertThat(rows(ratna.get(AGENDA + "/cetak?dari=2026-11-01&sampai=2026-11-30")))
                .hasSize(1);
    }

    @Test
    void aConfidentialCaseSaysOnlyThatItIsOneInBookPrintAndFile() throws IOException {
        Complaint c = books.file(w, "Pungutan oleh pejabat", Privacy.RAHASIA);
        books.decide(w, c, "ratna", 0, "PERKIM", "");
        books.letter(w, "Surat biasa", clock.instant());
        assertThat(as("ratna").get(AGENDA).text())
                .as("who did the step sees the case")
                .contains("Pungutan oleh pejabat");
        for (String stranger : List.of("bagus", "auditor")) {
            Http http = as(stranger);
            List<Shown> shown = List.of(
                    http.get(AGENDA),
                    http.get(AGENDA + "/cetak"),
                    http.get(AGENDA + "/2026/1"),
                    http.get(AGENDA + "?cari=rahasia"));
            assertThat(shown).allSatisfy(s -> {
                assertThat(s.status).isEqualTo(200);
                assertThat(s.body).doesNotContain("Pungutan", "Siti", c.publicNumber());
            });
            assertThat(shown.subList(0, 3)).allSatisfy(s -> assertThat(s.text()).contains("rahasia"));
            assertThat(rows(http.get(AGENDA + "?cari=pungutan")))
                    .as("nor is it found")
                    .isEmpty();
            assertThat(sheet(http, "buku-agenda").toString())
                    .contains("rahasia", "Surat biasa")
                    .doesNotContain("Pungutan", "Siti", c.publicNumber());
        }
        assertThat(as("ratna").get(AGENDA + "/cetak").text())
                .as("paper is read by others than who printed it")
                .contains("rahasia", "Surat biasa")
                .doesNotContain("Pungutan", "Siti", c.publicNumber());
        Shown entry = as("bagus").get(AGENDA + "/2026/1");
        assertThat(entry.page().select("form[action*=/buku/]")).isEmpty();
        Http bagus = as("bagus");
        Shown other = bagus.get(AGENDA + "/2026/2");
        String token = other.page().select("form[action$=/batal] [name=_t]").attr("value");
        Shown tried = bagus.post(
                AGENDA + "/2026/1/batal", java.util.Map.of("_t", List.of(token), "alasan_batal", List.of("Coba-coba")));
        assertThat(tried.status).isEqualTo(404);
        assertThat(as("ratna").get(AGENDA + "/2026/1").text()).doesNotContain("Dibatalkan");
    }

    @Test
    void aBookIsAFileThatLasts() throws IOException {
        for (int i = 0; i < 40; i++) {
            Complaint c = books.file(w, i == 7 ? "x".repeat(120) : "Lampu padam di tiang " + i, Privacy.TERBUKA);
            books.decide(w, c, "ratna", 0, "PERKIM", "");
        }
        byte[] pdf = as("ratna").bytes(AGENDA + "/pdf").body();
        assertThat(PdfJudge.faults(pdf)).as("PDF/A-2a and PDF/UA-1").isEmpty();
        try (PDDocument file = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(file).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("Keadaan per Senin, 23 November 2026", "Lampu padam di tiang 39", "Siti Aminah")
                    .contains("Halaman 2 dari " + file.getNumberOfPages());
        }
        assertThat(as("ratna").get(AGENDA + "/pdf?dari=kapan").status).isEqualTo(422);
        assertThat(as("admin").get("/kelola/peristiwa").text()).contains("sebagai: pdf");
    }

    @Test
    void aNameIsMaskedOnScreenWholeOnThePaperThatIsTakenAlongAndCoveredForTheAuditor() throws IOException {
        Complaint c = books.file(w, "Lampu padam", Privacy.TERBUKA);
        books.decide(w, c, "ratna", 0, "PERKIM", "");
        Http ratna = as("ratna");
        assertThat(ratna.get(AGENDA).text()).contains("Siti A.").doesNotContain("Siti Aminah");
        assertThat(rows(ratna.get(AGENDA + "?cari=siti")))
                .as("names of reporters are searched elsewhere")
                .isEmpty();
        Shown print = ratna.get(AGENDA + "/cetak");
        assertThat(print.text())
                .contains(
                        "Keadaan per Senin, 23 November 2026 pukul 09.31 WIB",
                        "Siti Aminah",
                        "Dicetak dari Tindak oleh Ratna Wulandari");
        assertThat(sheet(ratna, "buku-agenda").toString()).contains("Siti Aminah");
        assertThat(as("admin").get("/kelola/peristiwa").text())
                .contains("Buku dicetak atau diunduh", "sebagai: cetak", "sebagai: xlsx");
        Http auditor = as("auditor");
        assertThat(auditor.get(AGENDA + "/cetak").text())
                .contains("Lampu padam", "disamarkan")
                .doesNotContain("Siti");
        assertThat(sheet(auditor, "buku-agenda").toString()).doesNotContain("Siti");
    }

    @Test
    void theSpreadsheetReadsBackAndNoCellIsAFormula() throws IOException {
        for (String subject :
                List.of("=HYPERLINK(\"http://contoh.invalid\")", "+62", "-1", "@SUM(A1)", "biasa; \"kutip\""))
            books.letter(w, subject, clock.instant());
        List<List<String>> rows = sheet(as("ratna"), "buku-agenda");
        assertThat(rows.getFirst())
                .startsWith("No. urut", "Nomor", "Nomor sistem lain", "Waktu", "Nomor aduan", "Kanal");
        int subject = rows.getFirst().indexOf("Perihal atau isi ringkas");
        assertThat(rows.subList(1, rows.size()))
                .extracting(r -> r.get(0) + " " + r.get(subject))
                .containsExactly(
                        "1 '=HYPERLINK(\"http://contoh.invalid\")",
                        "2 '+62",
                        "3 '-1",
                        "4 '@SUM(A1)",
                        "5 biasa; \"kutip\"");
    }

    /** Rows of the first sheet, headings first. */
    private List<List<String>> sheet(Http who, String book) throws IOException {
        var answer = who.bytes("/buku/" + book + "/xlsx?tahun=2026");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains(book + "-2026.xlsx");
        List<List<String>> rows = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.body()));
                Stream<Row> stream = workbook.getFirstSheet().openStream()) {
            stream.forEach(r -> rows.add(r.stream()
                    .map(cell -> cell == null || cell.getRawValue() == null ? "" : cell.getText())
                    .toList()));
        }
        return rows;
    }

    @Test
    void aYearIsClosedByTwoSignersAndThenNothingIsAddedOrCancelled() {
        books.letter(w, "Terakhir", clock.instant());
        Http ratna = as("ratna");
        assertThat(ratna.get(AGENDA + "/tutup?tahun=2026").text()).contains("dapat ditutup mulai 1 Desember 2026");
        clock.setWib("2026-12-31T10:00");
        Shown form = ratna.get(AGENDA + "/tutup?tahun=2026");
        String to = "form[action$=/tutup]";
        assertThat(form.submit(to, "pertama", "", "kedua", "").text()).contains("Tulis nama dan jabatannya.");
        assertThat(form.submit(to, "pertama", "Tono", "kedua", "tono").text()).contains("dua orang yang berbeda");
        assertThat(form.submit(to, "tanggal", "2026-11-30", "pertama", "A", "kedua", "B")
                        .text())
                .contains("paling awal 1 Desember");
        assertThat(form.submit(to, "tanggal", "2027-01-01", "pertama", "A", "kedua", "B")
                        .text())
                .contains("belum tiba");
        Shown closed = form.submit(to, "pertama", "Tono, Pengadministrasi", "kedua", "Rina, Kepala Bagian");
        assertThat(closed.text()).contains("Buku 2026 ditutup pada nomor 1.", "sudah ditutup");
        assertThat(form.submit(to, "pertama", "A", "kedua", "B").status).isEqualTo(409);
        assertThat(ratna.get(AGENDA + "/tutup?tahun=2026").text())
                .contains("Kamis, 31 Desember 2026", "Rina, Kepala Bagian");
        assertThat(ratna.get(AGENDA + "/2026/1").text()).contains("tidak dapat dibatalkan lagi");
        assertThat(ratna.get(AGENDA + "/cetak?tahun=2026&dari=2026-01-01&sampai=2026-12-31")
                        .text())
                .contains("Buku ini ditutup pada Kamis, 31 Desember 2026 dengan nomor terakhir 1.");
        Shown late = enter(ratna, "buku-agenda", "tanggal", "2026-12-30", "perihal", "Terlambat");
        assertThat(late.url).endsWith(AGENDA + "/2027/1");
        assertThat(late.text()).contains("Kejadian 30-12-2026, dicatat di buku 2027 karena buku 2026 sudah ditutup");
        assertThat(as("admin").get("/kelola/peristiwa").text()).contains("Buku ditutup");
    }

    @Test
    void theAdministratorNamesBooksAndShapesNumbersAndMayAddABook() {
        Http admin = as("admin");
        Shown page = admin.get("/kelola/buku?ubah=surat-keluar");
        String form = "form[action$=/kelola/buku]";
        assertThat(page.submit(form, "templat", "{nomor}").text()).contains("{nomor} tidak dikenal");
        assertThat(page.submit(form, "templat", "{klasifikasi}/{urut}").text()).contains("jadi isinya harus ada");
        Shown stored = page.submit(
                form,
                "nama",
                "Buku Surat Keluar Setwan",
                "templat",
                "{klasifikasi}/{urut:0000}/{unit}/{bulan:romawi}/{tahun}",
                "klasifikasi",
                "300.1",
                "unit",
                "Setwan");
        assertThat(stored.text()).contains("Buku Surat Keluar Setwan tersimpan.", "300.1/0012/Setwan/XI/2026");
        Shown added = admin.get("/kelola/buku")
                .submit(
                        form,
                        "kunci",
                        "agenda-dprd",
                        "jenis",
                        "AGENDA",
                        "nama",
                        "Agenda DPRD",
                        "templat",
                        "DPRD-{urut}");
        assertThat(added.text()).contains("Agenda DPRD tersimpan.");
        assertThat(admin.get("/kelola/buku")
                        .submit(form, "kunci", "agenda-dprd", "nama", "x", "templat", "{urut}")
                        .text())
                .contains("Kunci itu sudah dipakai");
        Shown letter = enter(as("ratna"), "surat-keluar", "penerima", "Camat Maos", "perihal", "Undangan");
        assertThat(letter.text()).contains("Tercatat dengan nomor 300.1/0001/Setwan/XI/2026.");
        Shown own = enter(as("ratna"), "surat-keluar", "penerima", "B", "perihal", "C", "klasifikasi", "005");
        assertThat(own.text()).contains("005/0002/Setwan/XI/2026");
        books.inForce(w, BookWorld.sop().replace("catat: buku-agenda", "catat: agenda-dprd"));
        Complaint c = books.file(w, "Ke buku sendiri", Privacy.TERBUKA);
        books.decide(w, c, "ratna", 0, "PERKIM", "");
        assertThat(as("ratna").get("/aduan/" + c.publicNumber()).text()).contains("Agenda DPRD: DPRD-1");
    }

    @Test
    void theBooksAreOpenToTheDeskOfTheAgencyAndToBeReadByTheAuditor() {
        books.letter(w, "Satu", clock.instant());
        for (String outside : List.of("tono.perkim", "admin"))
            for (String path : List.of("/buku", AGENDA, AGENDA + "/2026/1", AGENDA + "/xlsx", AGENDA + "/baru"))
                assertThat(as(outside).get(path).status)
                        .as(outside + " " + path)
                        .isEqualTo(404);
        Http auditor = as("auditor");
        assertThat(auditor.get("/buku").text()).contains("Buku agenda").doesNotContain("Tindakan Catat");
        assertThat(auditor.get(AGENDA).page().select("a[href$=/baru], a[href*=/tutup]"))
                .isEmpty();
        assertThat(auditor.get(AGENDA + "/2026/1").page().select("form[action*=/buku/]"))
                .isEmpty();
        assertThat(auditor.get(AGENDA + "/baru").status).isEqualTo(403);
        assertThat(as("ratna").get("/meja").page().select("nav a[href$=/buku]").text())
                .isEqualTo("Buku instansi");
        assertThat(as("tono.perkim").get("/meja").page().select("nav a[href$=/buku]"))
                .isEmpty();
        DemoWorld.Founded other = books.open();
        assertThat(world.signedIn(other, "ratna").get(AGENDA + "/2026/1").status)
                .as("a number of another agency")
                .isEqualTo(404);
        assertThat(world.browser(w).get(AGENDA).url).as("nobody").contains("/masuk");
    }
}
