package id.tindak.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.account.ReporterCode;
import id.tindak.base.web.Limits;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.EnteredField;
import id.tindak.journey.Http.Shown;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was written down wrongly, what was lost, what was printed before the power went, and what is collected in person. */
@JourneyTest
class CounterServiceTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Complaints complaints;

    @Autowired
    ReporterCode codes;

    @Autowired
    Limits limits;

    Counter rina;

    @BeforeEach
    void found() {
        clock.setWib("2026-11-23T09:00");
        limits.forget();
        var w = world.agency("demo/pasuruan.yaml");
        rina = new Counter(w, world.signedIn(w, "rina"), complaints);
    }

    @Test
    void aWrongNameIsCorrectedOnTheCaseAndInTheBooksWithTheOldOneStruckThrough() {
        String number = rina.number(rina.letter("1/X"));
        Shown after = correct(number, "nama", "Sitti Aminah", "Ejaan menurut KTP");
        assertThat(after.text()).contains("Ralat disimpan: Nama.");
        assertThat(after.page().select("s").text()).contains("Siti A.");
        assertThat(after.text()).contains("Ejaan menurut KTP", "meralat Nama");
        assertThat(complaints.known(rina.complaint(number)).reporter().name()).isEqualTo("Sitti Aminah");
        Shown guest = rina.clerk.get("/buku/buku-tamu/2026/1");
        assertThat(guest.page().select("s").text()).contains("Siti A.");
        assertThat(guest.text()).contains("Ejaan menurut KTP");
        assertThat(rina.event(number, "FIELD_CORRECTED"))
                .containsEntry("field", "nama")
                .doesNotContainValue("Sitti Aminah");
        assertThat(rina.happened(number, "BOOK_CORRECTED")).isTrue();
        assertThat(rina.clerk
                        .get("/meja/cari")
                        .submit("form[action$=/pelapor]", "nama", "Sitti")
                        .text())
                .as("search knows the right name")
                .contains(number);
    }

    @Test
    void everyFieldThatWasEnteredCanBeCorrected() {
        String number = rina.number(rina.letter("2/X", "lampiran", "1 lembar"));
        correct(number, "judul", "Drainase Jalan Mawar", "Salah jalan");
        correct(number, "nomor_surat", "2/X/2026", "Kurang tahun");
        correct(number, "tanggal_surat", "19-11-2026", "Salah baca");
        correct(number, "alamat", "Jalan Mawar 3", "Semula kosong");
        correct(number, "hp", "0812-0000-5566", "Semula kosong");
        Complaint c = rina.complaint(number);
        assertThat(c.title()).isEqualTo("Drainase Jalan Mawar");
        assertThat(complaints.reception(c).value(EnteredField.NOMOR_SURAT)).isEqualTo("2/X/2026");
        assertThat(complaints.reception(c).value(EnteredField.TANGGAL_SURAT)).isEqualTo("2026-11-19");
        assertThat(complaints.known(c).reporter().phone()).isEqualTo("081200005566");
        assertThat(complaints.corrections(c))
                .hasSize(5)
                .allSatisfy(x ->
                        assertThat(x.officerId()).isEqualTo(rina.w.officers().get("rina")));
        assertThat(rina.clerk.get("/buku/buku-tamu/2026/1").page().select("s").text())
                .contains("Drainase Jalan Melati");
    }

    @Test
    void aCorrectionThatIsNoneOrThatSomebodyElseMadeMeanwhileIsRefused() {
        String number = rina.number(rina.letter("3/X"));
        assertThat(correct(number, "nama", "Siti Aminah", "sama").text()).contains("Nilai itu sudah tertulis");
        assertThat(correct(number, "judul", "", "kosong").text()).contains("tidak boleh kosong");
        assertThat(correct(number, "tanggal_surat", "24-11-2026", "x").text()).contains("ada di depan");
        assertThat(correct(number, "tanggal_surat", "31-02-2026", "x").status).isEqualTo(422);
        assertThat(correct(number, "hp", "12ab", "x").status).isEqualTo(422);
        assertThat(correct(number, "nama", "x".repeat(201), "x").status).isEqualTo(422);
        assertThat(correct(number, "nama", "Budi", "").status).isEqualTo(422);
        assertThat(correct(number, "penerima", "1", "x").status).as("a fact").isEqualTo(422);
        Shown open = rina.clerk.get("/aduan/" + number + "/ralat");
        correct(number, "nama", "Sitti", "KTP");
        assertThat(open.submit("form[action$=/ralat]", "isian", "nama", "nilai", "Budi", "alasan", "lain")
                        .text())
                .contains("sudah ada ralat lain");
        assertThat(complaints.corrections(rina.complaint(number))).hasSize(1);
    }

    @Test
    void whatWasToldIsWrittenAnewAndBothTheOfficeAndTheReporterSeeThatItWas() {
        String number = rina.number(rina.letter("30/X"));
        String before = rina.clerk
                .get("/aduan/" + number + "/ralat")
                .page()
                .selectFirst("textarea[name=uraian]")
                .text();
        Shown after = correctText(
                number, "Selokan di depan Pasar Besar tersumbat.\n\nSudah tiga minggu.", "Salah dengar nama tempat");
        assertThat(after.text()).contains("Ralat disimpan: Uraian.", "Sudah tiga minggu", "Salah dengar nama tempat");
        assertThat(after.page().select("s").text()).as("the old words stay").contains(before);
        assertThat(correctText(number, "", "kosong").text()).contains("tidak boleh kosong");
        assertThat(correctText(number, "x".repeat(10_001), "panjang").status).isEqualTo(422);
        assertThat(rina.event(number, "TEXT_CORRECTED")).doesNotContainValue("Sudah tiga minggu");
        assertThat(track(number, code(number)).text())
                .contains("Pasar Besar", "uraiannya diralat petugas")
                .doesNotContain(before);
    }

    @Test
    void theTimeOfReceiptIsCorrectedAndTheClocksThatBeganThenBeginAnew() {
        String number = rina.number(rina.letter("31/X"));
        assertThat(correct(number, "diterima", "20-11-2026 14.00", "Dicatat hari berikutnya")
                        .text())
                .contains("Ralat disimpan: Waktu diterima.");
        Complaint c = rina.complaint(number);
        assertThat(c.receivedAt()).isEqualTo(Instant.parse("2026-11-20T07:00:00Z"));
        Map<String, String> moved = rina.event(number, "DEADLINE_MOVED");
        assertThat(Instant.parse(moved.get("to"))).isBefore(Instant.parse(moved.get("from")));
        assertThat(rina.clerk.get("/aduan/" + number).text()).contains("20 November 2026 pukul 14.00");
        assertThat(correct(number, "diterima", "24-11-2026 08.00", "x").text()).contains("Waktu itu ada di depan");
        assertThat(correct(number, "diterima", "24-11-1998 08.00", "x").text()).contains("lebih dari setahun");
        clock.setWib("2026-11-23T10:00");
        assertThat(correct(number, "diterima", "23-11-2026 09.30", "x").text())
                .as("its first step was done at nine")
                .contains("sesudah aduan mulai ditangani");
        assertThat(correct(number, "diterima", "kemarin", "x").text()).contains("Tulis waktu seperti");
        assertThat(correct(number, "diterima", "", "x").status).isEqualTo(422);
    }

    @Test
    void whatTheReporterWroteHimselfIsNotCorrected() {
        Shown filed = world.browser(rina.w)
                .get("/lapor")
                .submit(
                        "form[action$=/lapor]",
                        "judul",
                        "Usul",
                        "uraian",
                        "Mohon dibuatkan taman bermain.",
                        "nama",
                        "Wahyu",
                        "jenis_pelapor",
                        "perseorangan",
                        "benar",
                        "ya");
        String number = filed.page().selectFirst("dd.nomor").text();
        assertThat(rina.clerk.get("/aduan/" + number).page().select("a[href$=/ralat]"))
                .isEmpty();
        assertThat(rina.clerk.get("/aduan/" + number + "/ralat").status).isEqualTo(404);
    }

    @Test
    void aLostCodeIsReplacedAfterALookAtADocumentAndTheOldOneDies() {
        String number = rina.number(rina.letter("4/X"));
        String old = code(number);
        Shown slip = newCode(number, "siti  aminah", "", "kertas");
        String fresh = code(number);
        assertThat(fresh).isNotEqualTo(old);
        assertThat(slip.page().select(".hanya-cetak").text()).contains(fresh);
        assertThat(slip.page().select("*:not(.hanya-cetak) > b:contains(" + fresh + ")"))
                .isEmpty();
        assertThat(track(number, old).text()).doesNotContain("Drainase Jalan Melati");
        assertThat(track(number, fresh).text()).contains("Drainase Jalan Melati");
        assertThat(rina.event(number, "IDENTITY_CHECKED"))
                .containsEntry("document", "KTP")
                .containsEntry("name", "same");
        assertThat(rina.event(number, "CODE_ROTATED")).containsEntry("by", "slip");
        assertThat(rina.clerk.get("/aduan/" + number).body).doesNotContain(fresh);
        clock.setWib("2026-11-23T09:31");
        assertThat(rina.clerk.get(slip.url).status)
                .as("the slip is not for later")
                .isEqualTo(410);
    }

    @Test
    void anotherNameNeedsAReasonAndWithoutADocumentNothingHappens() {
        String number = rina.number(rina.letter("5/X"));
        String old = code(number);
        assertThat(newCode(number, "Orang Lain", "", "kertas").text()).contains("tidak sama dengan nama pelapor");
        Shown form = rina.clerk.get("/meja-depan/aduan/" + number);
        assertThat(form.submit("form[action$=/kode]", "nama", "Siti Aminah").status)
                .isEqualTo(422);
        assertThat(newCode(number, "Siti Aminah", "", "surel").status)
                .as("no address")
                .isEqualTo(422);
        assertThat(code(number)).isEqualTo(old);
        newCode(number, "Siti Aminah, S.Pd.", "Gelar di KTP, alamat sama", "kertas");
        assertThat(code(number)).isNotEqualTo(old);
        assertThat(rina.event(number, "IDENTITY_CHECKED")).containsEntry("name", "other");
    }

    @Test
    void whereThereIsAnAddressTheNewCodeGoesThere() {
        String number = rina.number(rina.letter("6/X", "email", "siti@contoh.invalid"));
        Shown done = newCode(number, "Siti Aminah", "", "surel");
        assertThat(done.text()).contains("Kode baru dikirim ke surel pelapor");
        assertThat(done.body).doesNotContain(code(number));
        assertThat(rina.event(number, "CODE_ROTATED")).containsEntry("by", "mail");
        assertThat(world.signedIn(rina.w, "admin").get("/kelola/kiriman").text())
                .contains("Kode baru");
    }

    @Test
    void beforeThereIsAnAnswerThereIsNothingToCollect() {
        String number = rina.number(rina.letter("7/X"));
        Shown counter = rina.clerk.get("/meja-depan/aduan/" + number);
        assertThat(counter.text()).contains("Belum ada jawaban untuk diambil");
        assertThat(counter.page().select("form[action$=/ambil]")).isEmpty();
    }

    @Test
    void receiptsPrintedInAdvanceAreUsedOnceAndTheOthersStayVisible() throws Exception {
        Shown sheets = rina.clerk.get("/meja-depan/cadangan").submit("form[action$=/cadangan]", "jumlah", "3");
        assertThat(sheets.text()).contains("K-0001/2026", "K-0002/2026", "K-0003/2026");
        clock.setWib("2026-11-23T15:00");
        String lutfi = String.valueOf(rina.w.officers().get("lutfi"));
        Shown saved =
                rina.letter("8/X", "tanggal", "2026-11-23", "jam", "10:20", "nomor_cetak", "k-2", "penerima", lutfi);
        String number = rina.number(saved);
        Complaint c = rina.complaint(number);
        assertThat(c.receivedAt()).as("the real time").isEqualTo("2026-11-23T03:20:00Z");
        assertThat(saved.text()).contains("K-0002/2026", "Lutfi Rahman");
        assertThat(rina.event(number, "ENTERED_LATE"))
                .containsEntry("blank", "K-0002/2026")
                .containsEntry("officer", lutfi);
        assertThat(rina.clerk.get("/buku/buku-tamu/2026/1").text()).contains("10.20");
        assertThat(rina.clerk.get("/aduan/" + number).text()).contains("mencatat susulan", "Lutfi Rahman");

        Shown again = rina.letter("9/X", "tanggal", "2026-11-23", "jam", "10:30", "nomor_cetak", "2");
        assertThat(again.text()).contains("sudah dipakai");
        assertThat(rina.letter("9/X", "tanggal", "2026-11-23", "jam", "10:30", "nomor_cetak", "4")
                        .text())
                .contains("tidak pernah dicetak");
        assertThat(complaints.byLetter(rina.w.agency().id(), "9/X", "Siti Aminah"))
                .as("the refused ones left nothing")
                .isEmpty();
        rina.clerk
                .get("/meja-depan/cadangan")
                .submit("form[action$=/rusak]", "nomor", "K-0003/2026", "alasan", "Terkena kopi");
        Shown stock = rina.clerk.get("/meja-depan/cadangan");
        assertThat(stock.text())
                .contains("Belum dipakai (1)", "K-0001/2026", "Dipakai (1)", "Rusak (1)", "Terkena kopi");
        assertThat(rina.letter("9/X", "tanggal", "2026-11-23", "jam", "10:30", "nomor_cetak", "3").status)
                .as("spoilt")
                .isEqualTo(422);
        Shown reprint = rina.clerk.get("/meja-depan/cadangan/2026/1-3");
        assertThat(reprint.text()).contains("K-0001/2026").doesNotContain("K-0002/2026", "K-0003/2026");
    }

    @Test
    void oneNumberTakenByTwoAtOnceIsUsedOnce() throws Exception {
        rina.clerk.get("/meja-depan/cadangan").submit("form[action$=/cadangan]", "jumlah", "1");
        clock.setWib("2026-11-23T15:00");
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> clerks = List.of(() -> late("10/X"), () -> late("11/X"));
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> f : both.invokeAll(clerks)) answers.add(f.get());
            assertThat(answers).containsExactlyInAnyOrder(200, 422);
        }
    }

    @Test
    void twoWhoPrintAtOnceGetDifferentNumbers() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<String>> clerks = Stream.of("rina", "siska")
                    .map(name -> world.signedIn(rina.w, name))
                    .<Callable<String>>map(clerk -> () ->
                            clerk.get("/meja-depan/cadangan").submit("form[action$=/cadangan]", "jumlah", "5").url)
                    .toList();
            var urls =
                    both.invokeAll(clerks).stream().map(CounterServiceTest::got).toList();
            assertThat(urls.stream().map(u -> u.replaceAll(".*/", ""))).containsExactlyInAnyOrder("1-5", "6-10");
        }
        Shown stock = rina.clerk.get("/meja-depan/cadangan");
        String first = stock.submit("form[action$=/cadangan]", "jumlah", "2").url;
        assertThat(first).endsWith("/11-12");
        assertThat(stock.submit("form[action$=/cadangan]", "jumlah", "2").url)
                .as("the second click prints the same sheets")
                .isEqualTo(first);
        assertThat(rina.clerk.get("/meja-depan/cadangan").submit("form[action$=/cadangan]", "jumlah", "61").status)
                .isEqualTo(422);
        assertThat(rina.clerk.get("/meja-depan/cadangan").submit("form[action$=/cadangan]", "jumlah", "x").status)
                .isEqualTo(422);
    }

    @Test
    void thePaperFormHasRoomForEverything() {
        assertThat(rina.clerk.get("/meja-depan/formulir").text())
                .contains(
                        "Formulir pengaduan",
                        "Nomor tanda terima",
                        "Nama",
                        "Perihal",
                        "Isi pengaduan",
                        "dibacakan kembali");
    }

    private int late(String letter) {
        return rina.letter(letter, "tanggal", "2026-11-23", "jam", "10:20", "nomor_cetak", "1").status;
    }

    private Shown correct(String number, String field, String value, String reason) {
        return rina.clerk
                .get("/aduan/" + number + "/ralat")
                .submit("form[action$=/ralat]", "isian", field, "nilai", value, "alasan", reason);
    }

    private Shown correctText(String number, String text, String reason) {
        return rina.clerk
                .get("/aduan/" + number + "/ralat")
                .submit("form[action$=/ralat]:has(textarea)", "uraian", text, "alasan", reason);
    }

    private Shown newCode(String number, String name, String note, String way) {
        return rina.clerk
                .get("/meja-depan/aduan/" + number)
                .submit("form[action$=/kode]", "dokumen", "KTP", "nama", name, "catatan", note, "cara", way);
    }

    private String code(String number) {
        Complaint c = rina.complaint(number);
        return codes.of(c.agencyId(), c.id(), c.codeRotation());
    }

    private Shown track(String number, String code) {
        limits.forget();
        return world.browser(rina.w).get("/lacak").submit("form[action$=/lacak]", "nomor", number, "kode", code);
    }

    private static <T> T got(Future<T> f) {
        try {
            return f.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
