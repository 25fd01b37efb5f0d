package id.tindak.recap;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.StatementCount;
import id.tindak.base.web.Limits;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Privacy;
import id.tindak.demo.DemoWorld;
import id.tindak.desk.Office;
import id.tindak.handling.ReporterVerbs;
import id.tindak.handling.Rounds;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.paper.PdfJudge;
import id.tindak.survey.Surveys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The monthly recap over HTTP, from the task on the first working day to the frozen paper, and what comes after it. */
@JourneyTest
@Import(Office.class)
class RecapTest {

    private static final String NOVEMBER = "/rekap/2026-11";

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Office office;

    @Autowired
    ReporterVerbs reporter;

    @Autowired
    Limits limits;

    @Autowired
    Surveys surveys;

    @Autowired
    ApplicationContext program;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;
    Http ratna;

    @BeforeEach
    void founded() {
        clock.setWib("2026-10-01T08:00");
        limits.forget();
        w = office.open();
        ratna = world.signedIn(w, "ratna");
    }

    @Test
    void theTaskOfTheFirstWorkingDayLeadsToTheRecapAndFreezingItFinishesTheTask() {
        twoMonths();
        Rounds.openSideTasks(program);
        Http.Shown task = ratna.get(ratna.get("/meja/tugas")
                .page()
                .select("main a:contains(November 2026)")
                .attr("abs:href"));
        Http.Shown recap = ratna.get(
                task.page().select("main a:contains(Buka rekap November 2026)").attr("abs:href"));
        assertThat(recap.text()).contains("Rekap masa ini belum dihitung.");
        RecapRound.run(program);
        recap = ratna.get(NOVEMBER);
        assertThat(rows(recap, "Neraca aduan"))
                .containsExactly(
                        "Sisa awal 1",
                        "Aduan masuk 2",
                        "Dibuka kembali 1",
                        "Jumlah ditangani 4",
                        "Selesai dijawab 1",
                        "Ditolak 0",
                        "Dialihkan ke luar instansi 0",
                        "Ditarik pelapor 2",
                        "Dianggap mencabut (tidak dilengkapi) 0",
                        "Digabungkan ke aduan lain 0",
                        "Jumlah keluar 3",
                        "Sisa akhir 1");
        assertThat(recap.text())
                .contains("Rekap bulanan, November 2026", "konsep", "Dihitung 1 Desember 2026 pukul 08.00 WIB.")
                .contains("sama dengan masa sebelumnya")
                .doesNotContain("masih berjalan");
        assertThat(rows(recap, "Waktu menurut langkah SOP"))
                .anySatisfy(row -> assertThat(row).contains("Admin Utama", "15 menit"));

        Http.Shown missing = recap.submit("form:has([value=bekukan])", "aksi", "bekukan", "catatan", "Hujan lebat.");
        assertThat(missing.status).isEqualTo(422);
        assertThat(missing.text()).contains("Pilih pejabat yang mengetahui rekap ini.");
        Http.Shown freezing = freeze(recap, "Hujan lebat tiga hari.");
        assertThat(freezing.text()).contains("Rekap sedang dibekukan.", "Sedang dibekukan");
        RecapRound.work(program);

        Http.Shown frozen = ratna.get(NOVEMBER);
        assertThat(frozen.text())
                .contains("dibekukan", "Dibekukan oleh Ratna Wulandari, 1 Desember 2026 pukul 08.00 WIB.")
                .contains("Hujan lebat tiga hari.", "Mengetahui: Kepala OPD")
                .doesNotContain("tidak cocok");
        assertThat(frozen.page().select("form [value=bekukan]")).isEmpty();
        assertThat(ratna.get("/meja/tugas").text()).doesNotContain("November 2026");
        assertThat(ratna.get("/meja/tugas/riwayat").text()).contains("November 2026", "dikerjakan Ratna Wulandari");
        assertThat(ratna.get(task.url).text()).contains("Rekap November 2026 dibekukan (revisi 1).");
        assertThat(world.signedIn(w, "admin").get("/kelola/peristiwa").text())
                .contains("Rekap dibekukan", "masa: 2026-11", "Tugas berkala selesai");
    }

    @Test
    void aFrozenRecapIsReprintedByteForByteAndItsFilesAreTheOnesThatItsPageNames() throws Exception {
        twoMonths();
        RecapRound.run(program);
        freeze(ratna.get(NOVEMBER), "");
        RecapRound.work(program);
        String page = ratna.get(NOVEMBER).text();
        Map<String, byte[]> first = Map.of(
                "rekap.pdf", file("rekap.pdf"),
                "rekap.xlsx", file("rekap.xlsx"),
                "angka.csv", file("angka.csv"),
                "daftar.csv", file("daftar.csv"));
        clock.setWib("2027-02-01T08:00");
        sql.sql("update category set name = 'Nama lain' where agency_id = ?")
                .param(w.agency().id())
                .update();
        for (var f : first.entrySet()) {
            assertThat(file(f.getKey())).as(f.getKey()).isEqualTo(f.getValue());
            assertThat(page)
                    .contains(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(f.getValue())));
        }
        byte[] pdf = first.get("rekap.pdf");
        assertThat(PdfJudge.faults(pdf)).as("PDF/A-2a and PDF/UA-1").isEmpty();
        String text = text(pdf);
        assertThat(text)
                .contains("1 November 2026 sampai 30 November 2026", "Sisa awal", "Mengetahui,", "Kepala OPD")
                .contains("Dicetak dari Tindak, dibekukan oleh Ratna Wulandari")
                .contains("dirahasiakan")
                .doesNotContainIgnoringCase("ditandatangani")
                .doesNotContain("Siti Aminah", "Pejabat memungut uang");
        String list = new String(first.get("daftar.csv"), StandardCharsets.UTF_8);
        assertThat(list)
                .startsWith("\uFEFFNomor;")
                .contains("dirahasiakan")
                .doesNotContain("Siti Aminah", "Pejabat memungut");
        assertThat(new String(first.get("angka.csv"), StandardCharsets.UTF_8))
                .contains("Neraca aduan;Sisa awal;Jumlah;1")
                .contains("Menurut unit kerja;DPUPR;Selesai;1");
        assertThat(sheet(first.get("rekap.xlsx"))).contains("Neraca aduan", "Aduan dan solusi", "dirahasiakan");
        assertThat(ratna.bytes(NOVEMBER + "/berkas/rekap.pdf").headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(v -> assertThat(v).contains("rekap-2026-11.pdf"));
    }

    @Test
    void aCorrectionIsARevisionWithAReasonAndTheOlderOneStaysReadable() {
        List<Complaint> cases = twoMonths();
        RecapRound.run(program);
        freeze(ratna.get(NOVEMBER), "");
        RecapRound.work(program);
        byte[] before = file("rekap.pdf");
        assertThat(ratna.get(NOVEMBER).submit("form[action$=/revisi]", "alasan", "").status)
                .isEqualTo(422);
        changeCategory(cases.getFirst());
        Http.Shown revising =
                ratna.get(NOVEMBER).submit("form[action$=/revisi]", "alasan", "Kategori satu aduan keliru.");
        assertThat(revising.text()).contains("Revisi dibuat dan sedang dihitung.");
        RecapRound.work(program);
        Http.Shown draft = ratna.get(NOVEMBER);
        assertThat(draft.text()).contains("revisi 2", "Alasan revisi: Kategori satu aduan keliru.");
        freeze(draft, "Dibetulkan.");
        RecapRound.work(program);
        assertThat(ratna.get(NOVEMBER).text()).contains("dibekukan", "revisi 2");
        Http.Shown older = ratna.get(NOVEMBER + "?revisi=1");
        assertThat(older.text())
                .contains("Ada revisi yang lebih baru")
                .doesNotContain("Alasan revisi")
                .contains("dibekukan");
        assertThat(ratna.bytes(NOVEMBER + "/berkas/rekap.pdf?revisi=1").body()).isEqualTo(before);
        assertThat(text(file("rekap.pdf"))).contains("Revisi 2: Kategori satu aduan keliru.");
        assertThat(world.signedIn(w, "admin").get("/kelola/peristiwa").text()).contains("Rekap direvisi", "revisi: 2");
        assertThat(ratna.get(NOVEMBER + "?revisi=3").status).isEqualTo(404);
    }

    @Test
    void figuresThatChangedSinceTheyWereLookedAtAreShownAgainBeforeTheyAreFrozen() {
        List<Complaint> cases = twoMonths();
        RecapRound.run(program);
        Http.Shown looked = ratna.get(NOVEMBER);
        changeCategory(cases.getFirst());
        freeze(looked, "");
        RecapRound.work(program);
        Http.Shown after = ratna.get(NOVEMBER);
        assertThat(after.text()).contains("Angkanya berubah sejak konsep terakhir", "konsep");
        freeze(after, "");
        RecapRound.work(program);
        assertThat(ratna.get(NOVEMBER).text()).contains("Dibekukan oleh Ratna Wulandari");
    }

    @Test
    void whatIsFrozenCannotBeChangedByTheProgramOrItsOwner() {
        twoMonths();
        RecapRound.run(program);
        freeze(ratna.get(NOVEMBER), "");
        RecapRound.work(program);
        for (String change : List.of(
                "update recap set content = '{}' where agency_id = :a and period = '2026-11'",
                "update recap set note = 'lain' where agency_id = :a and period = '2026-11'",
                "delete from recap where agency_id = :a and period = '2026-11'",
                "update recap_case set number = 'X' where agency_id = :a",
                "delete from recap_file where agency_id = :a"))
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> sql.sql(change).param("a", w.agency().id()).update()))
                    .as(change)
                    .isNotNull();
    }

    @Test
    void aMonthThatStillRunsSaysSoAndCannotBeFrozen() {
        office.file(w, "Lampu padam", "Tiang 117.");
        Http.Shown list = ratna.get("/rekap");
        assertThat(list.text()).contains("Oktober 2026 masih berjalan");
        ratna.get("/rekap/2026-10").submit("form[action$=/hitung]");
        RecapRound.work(program);
        Http.Shown running = ratna.get("/rekap/2026-10");
        assertThat(running.text())
                .contains("Oktober 2026 masih berjalan sampai 31 Oktober 2026")
                .contains("Mencakup kejadian sampai 1 Oktober 2026 pukul 08.00 WIB.");
        assertThat(rows(running, "Neraca aduan")).contains("Aduan masuk 0");
        assertThat(running.page().select("[value=bekukan]")).isEmpty();
        Http.Shown forced =
                running.submit("form:has([name=mengetahui])", "aksi", "bekukan", "mengetahui", signer(running));
        assertThat(forced.status).isEqualTo(422);
        assertThat(forced.text()).contains("Masa ini belum berakhir.");
        clock.setWib("2026-11-02T08:00");
        Http.Shown over = ratna.get("/rekap/2026-10");
        assertThat(over.page().select("[value=bekukan]")).isEmpty();
        assertThat(over.text()).contains("dihitung sebelum masanya berakhir");
        over.submit("form[action$=/hitung]");
        RecapRound.work(program);
        assertThat(rows(ratna.get("/rekap/2026-10"), "Neraca aduan")).contains("Aduan masuk 1", "Sisa akhir 1");
    }

    @Test
    void anEmptyMonthIsARecapToo() {
        clock.setWib("2026-11-02T08:00");
        RecapRound.run(program);
        Http.Shown empty = ratna.get("/rekap/2026-10");
        assertThat(empty.text()).contains("Tidak ada aduan yang masuk, selesai, atau tersisa dalam masa ini.");
        freeze(empty, "Nihil.");
        RecapRound.work(program);
        byte[] pdf = ratna.bytes("/rekap/2026-10/berkas/rekap.pdf").body();
        assertThat(text(pdf)).contains("Tidak ada aduan yang berakhir dalam masa ini.", "Nihil.");
        assertThat(PdfJudge.faults(pdf)).isEmpty();
    }

    @Test
    void quarterHalfYearAndYearAreMadeTheSameWayAndNameTheirMonths() {
        twoMonths();
        RecapRound.run(program);
        for (String period : List.of("2026-T4", "2026-S2", "2026")) {
            ratna.get("/rekap").submit("form[action$=/rekap]", "masa", period);
            RecapRound.work(program);
            Http.Shown longer = ratna.get("/rekap/" + period);
            assertThat(rows(longer, "Neraca aduan"))
                    .as(period)
                    .contains("Sisa awal 0", "Aduan masuk 4", "Dibuka kembali 1", "Selesai dijawab 2", "Sisa akhir 1");
            assertThat(longer.page().select("section:has(#bulan) a").eachText())
                    .contains("Oktober 2026", "November 2026");
            assertThat(longer.text()).contains("masih berjalan");
        }
        assertThat(ratna.get("/rekap").text()).contains("triwulan 4 2026", "semester 2 2026");
        assertThat(ratna.bytes("/rekap/2026-T4/berkas/rekap.xlsx").statusCode()).isEqualTo(200);
        assertThat(ratna.get("/rekap/2026-T4/daftar").status).isEqualTo(404);
    }

    @Test
    void itIsOpenToTheDeskOfTheWholeAgencyTheAdministratorAndTheAuditorOnly() {
        twoMonths();
        RecapRound.run(program);
        Http dewi = world.signedIn(w, "dewi.dpupr");
        assertThat(dewi.get("/rekap").status).isEqualTo(404);
        assertThat(dewi.get(NOVEMBER).text()).contains("tidak terbuka untuk peran Anda");
        assertThat(dewi.get(NOVEMBER + "/berkas/angka.csv").status).isEqualTo(404);
        Http admin = world.signedIn(w, "admin");
        Http.Shown read = admin.get(NOVEMBER);
        assertThat(read.text()).contains("Sisa awal", "Daftar aduan tidak terbuka untuk peran Anda.");
        assertThat(read.page().select("main form")).isEmpty();
        assertThat(admin.get(NOVEMBER + "/daftar").status).isEqualTo(404);
        assertThat(admin.get(NOVEMBER + "/berkas/rekap.pdf").status).isEqualTo(404);
        assertThat(admin.get(NOVEMBER + "/berkas/angka.csv").status).isEqualTo(200);
        Http auditor = world.signedIn(w, "auditor");
        assertThat(auditor.get(NOVEMBER).page().select("main form")).isEmpty();
        assertThat(auditor.get(NOVEMBER + "/daftar").status).isEqualTo(200);
        assertThat(ratna.get(NOVEMBER + "/daftar").text())
                .contains("dirahasiakan")
                .doesNotContain("Pejabat memungut uang", "Siti Aminah");
    }

    @Test
    void whatIsNoPeriodIsNotFoundAndWhatIsChosenBadlyIsSaid() {
        for (String bad : List.of("2026-13", "2026-W48", "oktober", "2026-T5", "1", "2026-11/berkas/lain.exe"))
            assertThat(ratna.get("/rekap/" + bad).status).as(bad).isEqualTo(404);
        Http.Shown none = ratna.get("/rekap").submit("form[action$=/rekap]", "masa", "besok");
        assertThat(none.status).isEqualTo(422);
        assertThat(none.text()).contains("Pilih masa dari daftar.");
        Http.Shown ahead = ratna.get("/rekap").submit("form[action$=/rekap]", "masa", "2031-01");
        assertThat(ahead.text()).contains("Masa itu belum mulai.");
        RecapRound.run(program);
        clock.setWib("2026-11-02T08:00");
        RecapRound.run(program);
        Http.Shown october = ratna.get("/rekap/2026-10");
        Http.Shown stranger = october.submit("form:has([value=bekukan])", "aksi", "bekukan", "mengetahui", "999");
        assertThat(stranger.text()).contains("Pilih pejabat yang mengetahui rekap ini.");
        assertThat(october.submit("form:has([value=bekukan])", "aksi", "simpan", "catatan", "x".repeat(4001)).status)
                .isEqualTo(422);
        assertThat(ratna.get("/rekap/2026-10/daftar?sesudah=x&pada=-1&revisi=abc").status)
                .isEqualTo(200);
    }

    @Test
    void aCaseThatBecomesSecretTakesTheFilesWithItAndARevisionMakesOthers() {
        List<Complaint> cases = twoMonths();
        RecapRound.run(program);
        freeze(ratna.get(NOVEMBER), "");
        RecapRound.work(program);
        assertThat(ratna.get(NOVEMBER + "/daftar").text()).contains(cases.get(3).publicNumber());
        sql.sql("update complaint set privacy = 'RAHASIA' where agency_id = ? and id = ?")
                .params(w.agency().id(), cases.get(3).id())
                .update();
        assertThat(ratna.get(NOVEMBER + "/daftar").text())
                .doesNotContain(cases.get(3).publicNumber());
        assertThat(ratna.get(NOVEMBER + "/berkas/rekap.pdf").status).isEqualTo(410);
        assertThat(ratna.get(NOVEMBER + "/berkas/angka.csv").status).isEqualTo(200);
        ratna.get(NOVEMBER).submit("form[action$=/revisi]", "alasan", "Satu aduan menjadi rahasia.");
        RecapRound.work(program);
        freeze(ratna.get(NOVEMBER), "");
        RecapRound.work(program);
        assertThat(text(file("rekap.pdf"))).doesNotContain(cases.get(3).publicNumber());
    }

    @Test
    void anErasedReporterLeavesTheFiguresAndTakesTheTextsAndFilesAlong() {
        List<Complaint> cases = twoMonths();
        RecapRound.run(program);
        freeze(ratna.get(NOVEMBER), "");
        RecapRound.work(program);
        Complaint withdrawn = cases.get(3);
        List<String> hashes = ratna.get(NOVEMBER).page().select("#berkas ~ ul .sidik").eachText().stream()
                .map(t -> t.substring(t.lastIndexOf(' ') + 1))
                .toList();
        assertThat(hashes).hasSize(4);
        assertThat(ratna.get(NOVEMBER + "/daftar").text()).contains("Sampah menumpuk di pasar");
        Http admin = world.signedIn(w, "admin");
        Http.Shown erased = admin.get("/kelola/hapus-data")
                .submit(
                        "main form[action$=/hapus-data]",
                        "nomor",
                        withdrawn.publicNumber(),
                        "ulangi",
                        withdrawn.publicNumber(),
                        "alasan",
                        "Permintaan pelapor.");
        assertThat(erased.text()).contains("sudah dihapus.");
        Http.Shown page = ratna.get(NOVEMBER);
        assertThat(page.text())
                .contains("tidak diberikan lagi, karena memuat data yang sudah dihapus")
                .doesNotContain("Sampah menumpuk di pasar")
                .contains("Ditarik pelapor 2");
        assertThat(ratna.get(NOVEMBER + "/berkas/rekap.pdf").status).isEqualTo(404);
        assertThat(program.getBean(RecapClaims.class).claimed(w.agency().id(), hashes))
                .as("the sweep takes whatever nobody claims")
                .hasSize(1);
        assertThat(ratna.get(NOVEMBER + "/berkas/angka.csv").status).isEqualTo(200);
    }

    @Test
    void theSurveyOfTheMonthStandsInItAndIsAbsentWhereNobodyAnswered() {
        twoMonths();
        RecapRound.run(program);
        assertThat(ratna.get(NOVEMBER).text()).doesNotContain("responden");
        clock.setWib("2026-11-10T09:00");
        surveys.enter(w.agency().id(), Office.id(w, "ratna"), null, List.of("444444444", "333333333"));
        clock.setWib("2026-12-01T08:00");
        ratna.get(NOVEMBER).submit("form[action$=/hitung]");
        RecapRound.work(program);
        Http.Shown asked = ratna.get(NOVEMBER);
        assertThat(asked.text()).contains("87,50 B, Baik", "2 responden");
        assertThat(rows(asked, "Survei kepuasan masyarakat"))
                .hasSize(10)
                .anySatisfy(row -> assertThat(row).startsWith("U1 ").contains("3,50", "87,50"))
                .last()
                .asString()
                .isEqualTo("IKM, 2 responden (B, Baik) 87,50");
        assertThat(ratna.get("/rekap/2026-10").text()).doesNotContain("responden");
    }

    @Test
    void openingARecapCountsNothingHoweverManyComplaintsThereAre() {
        twoMonths();
        RecapRound.run(program);
        ratna.get(NOVEMBER);
        List<String> draft = statements(NOVEMBER);
        assertThat(draft).hasSizeLessThanOrEqualTo(16);
        assertThat(draft).noneMatch(s -> s.contains("grouping sets"));
        freeze(ratna.get(NOVEMBER), "");
        RecapRound.work(program);
        ratna.get(NOVEMBER);
        List<String> frozen = statements(NOVEMBER);
        for (int i = 0; i < 5; i++) office.file(w, "Aduan " + i, "Isi.");
        assertThat(statements(NOVEMBER)).hasSameSizeAs(frozen);
        assertThat(frozen).hasSizeLessThanOrEqualTo(14);
    }

    private List<String> statements(String path) {
        return StatementCount.during(() -> assertThat(ratna.get(path).status).isEqualTo(200)).stream()
                .filter(s -> !s.toLowerCase(Locale.ROOT).contains("session"))
                .toList();
    }

    /**
     * October: one is answered, one stays. November: the answered one is reopened, the other and a new one are withdrawn, a confidential one is answered.
     *
     * @return in this order: reopened, stayed, confidential, new
     */
    private List<Complaint> twoMonths() {
        List<Complaint> all = new ArrayList<>();
        clock.setWib("2026-10-20T09:00");
        Complaint reopened = office.file(w, "Lampu padam di depan rumah Siti Aminah", "Tiang 117 padam.");
        all.add(reopened);
        clock.setWib("2026-10-26T09:00");
        answer(reopened, "Ibu Siti Aminah, lampu sudah diganti.");
        Complaint stays = office.file(w, "Jalan rusak", "Berlubang.");
        all.add(stays);
        clock.setWib("2026-11-03T09:00");
        reporter.write(
                w.agency().id(),
                reopened.id(),
                "Lampu padam lagi.",
                new ReporterVerbs.Supplied(null, null, null, null),
                List.of());
        Complaint confidential = office.file(w, "Pejabat memungut uang", "Saya diminta membayar.", Privacy.RAHASIA);
        all.add(confidential);
        clock.setWib("2026-11-04T09:00");
        answer(confidential, "Sudah diperiksa.");
        Complaint fresh = office.file(w, "Sampah menumpuk di pasar", "Sudah seminggu.");
        all.add(fresh);
        clock.setWib("2026-11-05T09:00");
        reporter.withdraw(w.agency().id(), stays.id(), "");
        reporter.withdraw(w.agency().id(), fresh.id(), "");
        clock.setWib("2026-12-01T08:00");
        return all;
    }

    private void answer(Complaint c, String text) {
        office.decide(w, c, "ratna", 0, "DPUPR", "");
        office.decide(w, c, "dewi.dpupr", 0, null, "");
        office.decide(w, c, "joko.dpupr", 0, null, "Mohon arahan.");
        office.decide(w, c, "sri.dpupr", 0, null, "Kerjakan.");
        office.decide(w, c, "joko.dpupr", 0, null, "");
        office.decide(w, c, "dewi.dpupr", 0, null, text);
    }

    private void changeCategory(Complaint c) {
        sql.sql("update complaint set category = 'jalan' where agency_id = ? and id = ?")
                .params(w.agency().id(), c.id())
                .update();
    }

    /** The first official of the list whose office is a head's. */
    private static String signer(Http.Shown recap) {
        return recap.page()
                .select("#mengetahui option:contains(Kepala OPD)")
                .first()
                .attr("value");
    }

    private static Http.Shown freeze(Http.Shown recap, String note) {
        List<String> fields = new ArrayList<>(List.of("aksi", "bekukan", "mengetahui", signer(recap), "catatan", note));
        return recap.submit("form:has([value=bekukan])", fields.toArray(String[]::new));
    }

    private byte[] file(String name) {
        return ratna.bytes(NOVEMBER + "/berkas/" + name).body();
    }

    private static List<String> rows(Http.Shown page, String caption) {
        return page.page()
                .select("table:has(caption:contains(" + caption + ")) tbody tr")
                .eachText();
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Everything that stands in a spreadsheet, names of its sheets included. */
    private static String sheet(byte[] xlsx) {
        StringBuilder all = new StringBuilder();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            for (Sheet sheet : book.getSheets().toList()) {
                all.append(sheet.getName()).append('\n');
                for (Row row : sheet.read())
                    row.forEach(c -> all.append(c == null ? "" : c.getText()).append(';'));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return all.toString();
    }
}
