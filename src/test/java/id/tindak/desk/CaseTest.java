package id.tindak.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.StatementCount;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.StoredFile;
import id.tindak.complaint.Uploads;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.Assignment;
import id.tindak.handling.Handling;
import id.tindak.handling.Handlings;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One case over real HTTP: what its page shows to whom, and what its forms do. */
@JourneyTest
@Import(Office.class)
class CaseTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Office office;

    @Autowired
    Handlings handlings;

    @Autowired
    Complaints complaints;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;
    Complaint c;

    @BeforeEach
    void open() {
        clock.setWib("2026-11-23T09:31");
        w = office.open();
        c = office.file(w, "Lampu jalan padam di tikungan", "Tiang nomor 117 dan 118 padam sejak Jumat.");
    }

    @Test
    void theHolderSeesExactlyTheBranchesOfTheStepWithTheSuggestedOfficeFirst() {
        Http.Shown shown = show("ratna");
        assertThat(shown.page().select(".tindakan .cabang > details > summary").eachText())
                .containsExactly("Lengkap", "Tidak lengkap");
        assertThat(shown.page().select("select[name=tujuan] option").eachText().get(1))
                .isEqualTo("Dinas Perumahan, Kawasan Permukiman, dan Pertanahan (disarankan)");
        assertThat(shown.text())
                .contains("sisa 15 menit dari 15 menit", "Seluruh SOP: sisa 2 jam 15 menit dari 2 jam 15 menit")
                .contains("Batas menurut peraturan", "belum diverifikasi", "UU 25/2009");
        assertThat(show("dewi.dpupr").status).isEqualTo(404);
    }

    @Test
    void theStepIsDecidedOnThePageAndTheWayShowsTheReturnWithTheTimeItTook() {
        clock.setWib("2026-11-23T09:38");
        Http.Shown sent = show("ratna")
                .submit("form[action$=/langkah]", "tujuan", unit("DISHUB"), "teks", "Mohon segera.", "aksi", "kirim");
        assertThat(sent.url).endsWith("/meja");
        assertThat(sent.text()).contains("Langkah pada " + c.publicNumber() + " selesai dan diteruskan.");
        clock.setWib("2026-11-23T10:02");
        Http.Shown dishub = show("rudi.dishub");
        assertThat(dishub.text()).contains("terlambat 9 menit", "Mohon segera.");
        dishub.submit(form(1), "teks", "Bukan kewenangan kami, ini milik Disperkim.", "aksi", "kirim");
        clock.setWib("2026-11-23T10:05");
        Http.Shown back = show("ratna");
        assertThat(back.text())
                .contains("Kembali dari Dishub".substring(0, 7), "Bukan kewenangan kami")
                .contains("sisa 1 jam 41 menit dari 2 jam 15 menit");
        assertThat(back.page().select(".jalur .balik").text())
                .contains("Periksa disposisi", "Rudi Hartono", "24 menit dari 15 menit", "dikembalikan");
        assertThat(back.page().select(".jalur [aria-current=step]").text())
                .contains("Periksa kelengkapan", "Anda", "kali ke-2", "batas 10.17");
        assertThat(back.text()).contains("Bila tiap langkah tepat waktu selesai", "sasaran 11.46");
        assertThat(world.signedIn(w, "ratna").get("/meja").text()).contains("Kembali dari Dishub");
    }

    @Test
    void anAnswerBeginsWithTheLatestResultAndGoesToTheReporter() {
        walkToAnswer("Dua lampu sudah diganti pagi ini.");
        Http.Shown shown = show("tono.perkim");
        assertThat(shown.page().select("textarea[name=teks]").first().wholeText())
                .contains("Dua lampu sudah diganti pagi ini.");
        assertThat(shown.submit("form[action$=/langkah]", "teks", "", "aksi", "kirim").status)
                .isEqualTo(422);
        shown.submit("form[action$=/langkah]", "aksi", "kirim");
        assertThat(office.now(c).handling().open()).isFalse();
        assertThat(show("tono.perkim").text()).contains("mengirim jawaban kepada pelapor", "Selesai");
    }

    @Test
    void aMissingReasonOrOfficeIsSaidAtItsFieldAndNothingTypedIsLost() {
        Http.Shown first = show("ratna");
        Http.Shown noUnit = first.submit(
                "form[action$=/langkah]", "tujuan", "", "teks", "Catatan panjang untuk OPD.", "aksi", "kirim");
        assertThat(noUnit.status).isEqualTo(422);
        assertThat(noUnit.page().select("#cabang-0-tujuan-salah").text()).isEqualTo("Pilih unit kerja yang dituju.");
        assertThat(noUnit.page().select("#cabang-0-teks").first().wholeText()).contains("Catatan panjang untuk OPD.");
        assertThat(noUnit.page().select("[role=alert] a").attr("href")).isEqualTo("#cabang-0-tujuan");
        Http.Shown noReason = first.submit(form(1), "teks", "", "aksi", "kirim");
        assertThat(noReason.page().select("#cabang-1-teks-salah").text()).isEqualTo("Tulis alasannya.");
    }

    @Test
    void whoComesSecondReadsWhoWasFasterAndKeepsTheText() {
        Http.Shown ratna = show("ratna");
        clock.setWib("2026-11-23T09:40");
        office.decide(w, c, "bagus", 0, "PERKIM", "");
        Http.Shown late = ratna.submit(
                "form[action$=/langkah]",
                "tujuan",
                unit("DPUPR"),
                "teks",
                "Tulisan saya yang panjang.",
                "aksi",
                "kirim");
        assertThat(late.status).isEqualTo(409);
        assertThat(late.page().select("[role=alert]").text())
                .contains("Bagus Setiawan menyelesaikan langkah 2. Periksa kelengkapan: Lengkap, 09.40.");
        assertThat(late.page().select("textarea").eachText()).anyMatch(t -> t.contains("Tulisan saya yang panjang."));
        Http again = world.signedIn(w, "ratna");
        assertThat(again.get("/meja/draf").text())
                .contains("Tulisan saya yang panjang.", "Langkahnya sudah dikerjakan orang lain");
        again.get("/aduan/" + c.publicNumber())
                .submit("form:has(input[name=penugasan])[action$=/catatan]", "isi", "Tulisan saya yang panjang.");
        assertThat(again.get("/meja/draf").text()).contains("Tidak ada draf yang menunggu Anda.");
        assertThat(show("bagus").text()).contains("Tulisan saya yang panjang.");
    }

    @Test
    void aDraftIsKeptForItsWriterAloneAndGoesAwayWithTheStep() {
        Http ratna = world.signedIn(w, "ratna");
        Http.Shown saved = ratna.get("/aduan/" + c.publicNumber())
                .submit(form(1), "teks", "Alamat belum ada, mohon dilengkapi.", "aksi", "draf");
        assertThat(saved.text()).contains("Draf disimpan.");
        assertThat(saved.page().select("#cabang-1-teks").first().wholeText())
                .contains("Alamat belum ada, mohon dilengkapi.");
        assertThat(ratna.get("/meja").page().select(".rel").text()).contains("Draf saya 1");
        assertThat(show("bagus").body).doesNotContain("Alamat belum ada, mohon dilengkapi.");
        saved.submit(form(1), "aksi", "kirim");
        assertThat(office.now(c).waitsForReporter()).isTrue();
        assertThat(ratna.get("/meja").page().select(".rel").text()).contains("Draf saya 0");
    }

    @Test
    void theReportersDataAreNotInThePageUntilTheyAreRevealedWithAReason() {
        Http.Shown masked = show("ratna");
        assertThat(masked.body)
                .doesNotContain("Siti Aminah", "0812-0000-3390", "Jalan Melati", "siti@contoh.invalid")
                .contains("Siti A.");
        assertThat(get("ratna", "/cetak").body).doesNotContain("Siti Aminah", "0812-0000-3390", "Jalan Melati");
        Http.Shown without = masked.submit("form[action$=/buka-identitas]", "alasan", " ");
        assertThat(without.status).isEqualTo(422);
        assertThat(without.body).doesNotContain("0812-0000-3390");
        Http.Shown open = masked.submit("form[action$=/buka-identitas]", "alasan", "Menghubungi pelapor untuk lokasi.");
        assertThat(open.text()).contains("Siti Aminah", "0812-0000-3390", "Jalan Melati 14", "siti@contoh.invalid");
        assertThat(open.headers.get("cache-control")).containsExactly("no-store");
        Http.Shown after = show("ratna");
        assertThat(after.body).doesNotContain("0812-0000-3390");
        assertThat(after.text()).contains("Anda membuka identitas pelapor", "Menghubungi pelapor untuk lokasi.");
    }

    @Test
    void aHiddenIdentityIsNotRevealedToTheUnitComplainedOf() {
        Complaint hidden = office.file(w, "Pelayanan lambat", "Lambat.", Privacy.IDENTITAS_DISEMBUNYIKAN);
        office.decide(w, hidden, "ratna", 0, "DPUPR", "");
        Http dewi = world.signedIn(w, "dewi.dpupr");
        Http.Shown shown = dewi.get("/aduan/" + hidden.publicNumber());
        assertThat(shown.body).doesNotContain("Siti", "buka-identitas").contains("Identitas pelapor tidak terbuka");
        Http.Shown forced = dewi.post(
                "/aduan/" + hidden.publicNumber() + "/buka-identitas",
                Map.of("_t", List.of(token(shown)), "alasan", List.of("Ingin tahu.")));
        assertThat(forced.status).isEqualTo(422);
        assertThat(forced.body).doesNotContain("Siti Aminah", "0812-0000-3390");
    }

    @Test
    void aConfidentialCaseIsSeenByItsHolderOnly() {
        Complaint secret = office.file(w, "Pungutan liar", "Pungutan.", Privacy.RAHASIA);
        assertThat(world.signedIn(w, "ratna").get("/aduan/" + secret.publicNumber()).status)
                .isEqualTo(200);
        office.decide(w, secret, "bagus", 0, "DPUPR", "");
        assertThat(world.signedIn(w, "ratna").get("/aduan/" + secret.publicNumber()).status)
                .isEqualTo(404);
        assertThat(world.signedIn(w, "auditor").get("/aduan/" + secret.publicNumber()).status)
                .isEqualTo(404);
        assertThat(world.signedIn(w, "dewi.dpupr").get("/aduan/" + secret.publicNumber()).status)
                .isEqualTo(200);
    }

    @Test
    void notesStayInTheOfficeAndMessagesGoToTheReporterWhileTheClockRunsOn() {
        Http.Shown shown = show("ratna");
        assertThat(shown.submit("form[action$=/catatan]", "isi", "Cek ke gudang dulu.")
                        .text())
                .contains("Cek ke gudang dulu.", "Internal");
        assertThat(shown.submit("form[action$=/pesan]", "isi", "Petugas ke lokasi siang ini.")
                        .text())
                .contains("Petugas ke lokasi siang ini.");
        assertThat(office.current(c).step()).isEqualTo("2");
        assertThat(shown.submit("form[action$=/catatan]", "isi", "").status).isEqualTo(422);
    }

    @Test
    void aSecondClickOnANoteOrAMessageIsOneAndTheReporterGetsOneMail() {
        Http.Shown shown = show("ratna");
        for (int click = 0; click < 2; click++) shown.submit("form[action$=/catatan]", "isi", "Cek ke gudang dulu.");
        for (int click = 0; click < 2; click++)
            shown.submit("form[action$=/pesan]", "isi", "Petugas ke lokasi siang ini.");
        assertThat(show("ratna").page().select(".utas li:contains(Cek ke gudang)"))
                .hasSize(1);
        assertThat(sent("notice")).isEqualTo(1);
        clock.setWib("2026-11-23T09:45");
        shown.submit("form[action$=/pesan]", "isi", "Petugas ke lokasi siang ini.");
        assertThat(sent("notice")).as("later it is meant").isEqualTo(2);
    }

    @Test
    void whatAColleagueTookMeanwhileIsNotTakenFromUnderHisHands() {
        Http.Shown ratna = show("ratna");
        show("bagus").submit("form[action$=/ambil]");
        Http.Shown late = ratna.submit("form[action$=/ambil]");
        assertThat(late.status).isEqualTo(409);
        assertThat(late.page().select("[role=alert]").text()).contains("Bagus Setiawan");
        assertThat(office.current(c).officerId()).isEqualTo(Office.id(w, "bagus"));
        late.submit("form[action$=/ambil]");
        assertThat(office.current(c).officerId())
                .as("now it was seen, and is meant")
                .isEqualTo(Office.id(w, "ratna"));
    }

    @Test
    void aCategoryThatWasNotSentClearsNothing() {
        Http.Shown shown = show("ratna");
        Http.Shown without = world.signedIn(w, "ratna")
                .post("/aduan/" + c.publicNumber() + "/kategori", Map.of("_t", List.of(token(show("ratna")))));
        assertThat(shown.status).isEqualTo(200);
        assertThat(without.status).isEqualTo(422);
        assertThat(office.now(c).complaint().category()).isEqualTo("pju");
    }

    @Test
    void whoHadTheCaseEarlierSeesNoFormThatWouldBeRefused() {
        office.decide(w, c, "ratna", 0, "PERKIM", "");
        office.decide(w, c, "tono.perkim", 1, null, "Bukan kami.");
        Http.Shown shown = show("tono.perkim");
        assertThat(shown.page().select("form[action$=/catatan]")).hasSize(1);
        assertThat(shown.page().select("form[action$=/pesan], form[action$=/kategori], form[action$=/kerahasiaan]"))
                .isEmpty();
    }

    @Test
    void workIsTakenGivenToAColleagueAndPutBack() {
        show("ratna").submit("form[action$=/ambil]");
        assertThat(office.current(c).officerId()).isEqualTo(Office.id(w, "ratna"));
        assertThat(show("ratna").page().select("#serahkan-kepada option").eachText())
                .contains("Bagus Setiawan")
                .doesNotContain("Dewi Lestari");
        show("ratna").submit("form[action$=/serahkan]", "kepada", Long.toString(Office.id(w, "bagus")));
        assertThat(office.current(c).officerId()).isEqualTo(Office.id(w, "bagus"));
        show("bagus").submit("form[action$=/serahkan]", "kepada", "antrean");
        assertThat(office.current(c).officerId()).isNull();
        Http.Shown wrong =
                show("ratna").submit("form[action$=/serahkan]", "kepada", Long.toString(Office.id(w, "dewi.dpupr")));
        assertThat(wrong.status).isEqualTo(422);
    }

    @Test
    void aHolderReturnsTheCaseToAnEarlierOfficerWhateverTheBranchesAre() {
        walkToAnswer("Hasil.");
        Http.Shown shown = show("tono.perkim");
        assertThat(shown.page().select("#kembalikan-ke option").eachText())
                .anyMatch(t -> t.startsWith("5. Tindak lanjut"));
        shown.submit("form[action$=/kembalikan]", "ke", "5", "alasan", "Hasilnya belum menyebut tanggal.");
        assertThat(office.current(c).step()).isEqualTo("5");
        assertThat(office.current(c).officerId()).isEqualTo(Office.id(w, "agus.perkim"));
        assertThat(show("agus.perkim").text()).contains("Hasilnya belum menyebut tanggal.");
    }

    @Test
    void theCategoryIsChangedAndThePrivacyRaisedButNeverLowered() {
        show("ratna").submit("form[action$=/kategori]", "kategori", "jalan");
        assertThat(office.now(c).complaint().category()).isEqualTo("jalan");
        Http.Shown shown = show("ratna");
        assertThat(shown.text()).contains("Jalan dan jembatan");
        shown.submit("form[action$=/kerahasiaan]", "kerahasiaan", "RAHASIA", "alasan", "Menyebut nama petugas.");
        assertThat(office.now(c).complaint().privacy()).isEqualTo(Privacy.RAHASIA);
        Http.Shown lower = shown.submit("form[action$=/kerahasiaan]", "kerahasiaan", "TERBUKA", "alasan", "Salah.");
        assertThat(lower.status).isEqualTo(422);
        assertThat(office.now(c).complaint().privacy()).isEqualTo(Privacy.RAHASIA);
    }

    @Test
    void duplicatesAreJoinedAndSeparatedAgainWithTheirClocksRunningOn() {
        Complaint twin = office.file(w, "Lampu jalan tikungan padam", "Tiang 118 padam.");
        assertThat(show("ratna").text()).contains("Aduan serupa", "Lampu jalan tikungan padam");
        Assignment before = office.current(c);
        clock.setWib("2026-11-23T09:36");
        Http.Shown shown = show("ratna");
        assertThat(shown.submit("form[action$=/gabung]", "nomor", c.publicNumber(), "alasan", "Sama.")
                        .text())
                .contains("Itu nomor aduan ini sendiri.");
        shown.submit("form[action$=/gabung]", "nomor", twin.publicNumber(), "alasan", "Tiang yang sama.");
        assertThat(office.now(c).handling().outcome()).isEqualTo(Handling.JOINED);
        assertThat(show("ratna").text()).contains("Digabungkan ke " + twin.publicNumber());
        assertThat(world.signedIn(w, "ratna")
                        .get("/aduan/" + twin.publicNumber())
                        .text())
                .contains("Digabungkan ke aduan ini");
        clock.setWib("2026-11-23T09:50");
        show("ratna").submit("form[action$=/lepas]", "alasan", "Ternyata tiang lain.");
        Assignment again = office.current(c);
        assertThat(again.id()).isEqualTo(before.id());
        assertThat(again.deadline()).isEqualTo(before.deadline());
        assertThat(office.now(c).promise().orElseThrow().running()).isTrue();
        assertThat(show("ratna").text()).contains("terlambat 4 menit");
    }

    @Test
    void attachmentsAreSavedNeverShown(@Autowired Uploads uploads) throws Exception {
        Http ratna = world.signedIn(w, "ratna");
        ratna.get("/aduan/" + c.publicNumber())
                .submit(form(0), "tujuan", unit("DPUPR"), "teks", "Lihat catatan.", "aksi", "kirim");
        StoredFile report = uploads.accept(
                w.agency().id(),
                "laporan.txt",
                new ByteArrayInputStream("isi berkas laporan".getBytes(StandardCharsets.UTF_8)),
                Uploads.Origin.OFFICER);
        Assignment a = office.current(c);
        handlings.decide(
                w.agency().id(),
                Office.id(w, "dewi.dpupr"),
                new id.tindak.handling.Decision(c.id(), a.id(), a.version(), 0, null, "Terlampir.", List.of(report)));
        String link = ratna.get("/aduan/" + c.publicNumber())
                .page()
                .select("a[href*=/berkas/]")
                .attr("abs:href");
        var response = ratna.once(HttpRequest.newBuilder(URI.create(link)).GET());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("isi berkas laporan");
        assertThat(response.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        assertThat(world.signedIn(w, "tono.perkim")
                        .once(HttpRequest.newBuilder(URI.create(link)).GET())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theCasePrintsAsACompleteFileWithEveryEventAndItsHash() {
        office.decide(w, c, "ratna", 0, "DPUPR", "Mohon segera.");
        Http.Shown file = get("ratna", "/cetak");
        assertThat(file.text()).contains("BERKAS ADUAN", c.publicNumber(), "Tiang nomor 117", "Mohon segera.");
        var known = complaints.byNumber(w.agency().id(), c.publicNumber()).orElseThrow();
        assertThat(complaints.events(known))
                .isNotEmpty()
                .allSatisfy(e ->
                        assertThat(file.body).contains(java.util.HexFormat.of().formatHex(e.hash())));
    }

    @Test
    void theCasePageAsksSixQuestionsAtMost() {
        Http ratna = world.signedIn(w, "ratna");
        ratna.get("/aduan/" + c.publicNumber());
        List<String> statements =
                StatementCount.during(() -> assertThat(ratna.get("/aduan/" + c.publicNumber()).status)
                                .isEqualTo(200))
                        .stream()
                        .filter(s -> !s.toLowerCase(Locale.ROOT).contains("session"))
                        .toList();
        assertThat(statements).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void markupAndControlCharactersInATextAreShownAsTyped() {
        show("ratna")
                .submit("form[action$=/catatan]", "isi", "<script>alert(1)</script> '; drop table officer; -- \u202e");
        Http.Shown shown = show("ratna");
        assertThat(shown.body).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
        assertThat(world.signedIn(w, "ratna").get("/aduan/ngawur").status).isEqualTo(404);
        assertThat(world.signedIn(w, "ratna").get("/aduan/" + c.publicNumber() + "/berkas/1").status)
                .isEqualTo(404);
    }

    private long sent(String template) {
        return sql.sql("select count(*) from outbox where agency_id = ? and template = ?")
                .params(c.agencyId(), template)
                .query(Long.class)
                .single();
    }

    private void walkToAnswer(String result) {
        office.decide(w, c, "ratna", 0, "PERKIM", "");
        office.decide(w, c, "tono.perkim", 0, null, "");
        office.decide(w, c, "lina.perkim", 0, null, "");
        office.decide(w, c, "agus.perkim", 0, null, result);
        office.decide(w, c, "lina.perkim", 0, null, "");
    }

    private Http.Shown show(String officer) {
        return get(officer, "");
    }

    private Http.Shown get(String officer, String below) {
        return world.signedIn(w, officer).get("/aduan/" + c.publicNumber() + below);
    }

    private String unit(String code) {
        return String.valueOf(w.units().get(code));
    }

    /** The form of a branch. */
    private static String form(int branch) {
        return "form[action$=/langkah]:has(input[name=cabang][value=" + branch + "])";
    }

    private static String token(Http.Shown shown) {
        return shown.page().select("input[name=_t]").first().val();
    }
}
