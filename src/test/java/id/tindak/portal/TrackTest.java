package id.tindak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.account.MailProof;
import id.tindak.base.StatementCount;
import id.tindak.base.web.Limits;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.Assignment;
import id.tindak.handling.Case;
import id.tindak.handling.CaseFiles;
import id.tindak.handling.Decision;
import id.tindak.handling.Handlings;
import id.tindak.handling.Outcome;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A reporter follows the own complaint over real HTTP; others learn nothing of it. */
@JourneyTest
class TrackTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Complaints complaints;

    @Autowired
    CaseFiles files;

    @Autowired
    Handlings handlings;

    @Autowired
    MailProof mailProof;

    @Autowired
    Limits limits;

    DemoWorld.Founded w;
    Http http;

    @BeforeEach
    void found() {
        clock.setWib("2026-11-23T09:00");
        limits.forget();
        w = world.agency();
        http = world.browser(w);
    }

    @Test
    void numberAndCodeOpenTheCaseAndTheAddressHoldsNoSecret() {
        Filed f = file(Map.of());
        Http.Shown page = open(f);
        assertThat(page.status).isEqualTo(200);
        assertThat(page.url).endsWith("/lacak/" + f.number());
        assertThat(page.page().select("h1").text()).isEqualTo("Lampu jalan padam");
        assertThat(page.text()).contains("Lampu jalan di tikungan padam", "Perjalanan aduan", "Admin Utama");
        assertThat(page.headers.get("cache-control")).containsExactly("no-store");
    }

    @Test
    void aTypedNumberAndCodeAreForgivenTheirCaseAndBlanks() {
        Filed f = file(Map.of());
        Http.Shown page = find(
                f.number().toLowerCase(java.util.Locale.ROOT).replace("-", " "),
                f.code().toLowerCase(java.util.Locale.ROOT).replace("-", " "));
        assertThat(page.page().select("h1").text()).isEqualTo("Lampu jalan padam");
    }

    @Test
    void aWrongCodeAndAnUnknownNumberAreTheSameAnswer() {
        Filed f = file(Map.of());
        Http.Shown wrongCode = find(f.number(), "AAAA-BBBB-CCCC");
        Http.Shown unknown = find("CLP-261123-ZZZZ", "AAAA-BBBB-CCCC");
        assertThat(wrongCode.status).isEqualTo(unknown.status).isEqualTo(422);
        assertThat(told(wrongCode)).isEqualTo(told(unknown)).contains("tidak cocok");
        assertThat(http.get("/lacak/" + f.number()).text()).doesNotContain("Lampu jalan padam");
        assertThat(told(http.get("/lacak/" + f.number()))).isEqualTo(told(http.get("/lacak/CLP-261123-ZZZZ")));
    }

    @Test
    void theNumberAloneShowsStateAndDatesOnly() {
        Filed f = file(Map.of("nama", "Siti Aminah", "kategori", "pju", "kecamatan", "Maos", "patokan", "Tiang 117"));
        Http.Shown page = find(f.number(), "");
        assertThat(page.status).isEqualTo(200);
        assertThat(page.text())
                .contains("Sedang ditangani", "Senin, 23 November 2026")
                .doesNotContain("Lampu jalan padam", "Siti", "Maos", "tikungan", "Admin Utama");
    }

    @Test
    void theNumberAloneOfAConfidentialCaseAnswersLikeAnUnknownOne() {
        Filed f = file(Map.of("sifat", "RAHASIA"));
        Http.Shown hidden = find(f.number(), "");
        Http.Shown unknown = find("CLP-261123-ZZZZ", "");
        assertThat(hidden.status).isEqualTo(unknown.status).isEqualTo(422);
        assertThat(told(hidden)).isEqualTo(told(unknown));
        assertThat(open(f).page().select("h1").text()).isEqualTo("Lampu jalan padam");
    }

    @Test
    void guessingIsSlowedDownAndMeanwhileEvenTheRightCodeIsNotTried() {
        Filed f = file(Map.of());
        for (int i = 0; i < 10; i++)
            assertThat(find(f.number(), "AAAA-BBBB-CCC" + i).status).isEqualTo(422);
        Http.Shown page = find(f.number(), f.code());
        assertThat(page.status).isEqualTo(429);
        assertThat(page.headers.get("retry-after")).containsExactly("60");
        limits.forget();
        assertThat(open(f).status).isEqualTo(200);
    }

    @Test
    void theProofOfOneCaseOpensNoOtherAndEndsAfterTwoHours() {
        Filed mine = file(Map.of());
        Filed other = file(Map.of("judul", "Urusan orang lain"));
        open(mine);
        assertThat(http.get("/lacak/" + other.number()).text()).doesNotContain("Urusan orang lain");
        assertThat(new Sender(open(mine), "form[action$=" + mine.number() + "]")
                        .with("isi", "Halo")
                        .by(world.browser(w))
                        .text())
                .contains("tertutup lagi");
        open(mine);
        String proof = http.cookies().get("bukti");
        http.cookies().put("bukti", "x" + proof);
        assertThat(http.get("/lacak/" + mine.number()).text()).doesNotContain("Perjalanan");
        http.cookies().put("bukti", proof);
        assertThat(http.get("/lacak/" + mine.number()).text()).contains("Perjalanan");
        Http elsewhere = world.browser(world.agency());
        elsewhere.cookies().put("bukti", proof);
        assertThat(elsewhere.get("/lacak/" + mine.number()).text()).doesNotContain("Perjalanan");
        clock.forward(Duration.ofHours(3));
        assertThat(http.get("/lacak/" + mine.number()).text()).doesNotContain("Perjalanan");
    }

    @Test
    void afterAReturnThePageSaysWhyAndTakesWhatIsMissing() {
        Filed f = file(Map.of("nama", "Siti Aminah"));
        clock.setWib("2026-11-23T09:06");
        decide(f, "ratna", 1, null, "Mohon lengkapi alamat Anda.");
        Http.Shown page = open(f);
        assertThat(page.text())
                .contains("Kami menunggu Anda", "Mohon lengkapi alamat Anda.", "Waktu berhenti dihitung");
        assertThat(page.page().select("input[name=alamat], input[name=hp], input[name=email]"))
                .hasSize(3);
        assertThat(page.page().select("input[name=nama]")).isEmpty();
        Http.Shown faulty = new Sender(page, "main form[enctype]")
                .with("alamat", "Jalan Melati 14")
                .with("hp", "123")
                .by(http);
        assertThat(faulty.status).isEqualTo(422);
        assertThat(faulty.page().selectFirst("#alamat").attr("value")).isEqualTo("Jalan Melati 14");
        Http.Shown sent = new Sender(faulty, "main form[enctype]")
                .with("hp", "0812 3456 7890")
                .by(http);
        assertThat(sent.text()).contains("Kiriman Anda sudah masuk").doesNotContain("Kami menunggu Anda");
        assertThat(known(f).reporter().address()).isEqualTo("Jalan Melati 14");
        assertThat(known(f).reporter().phone()).isEqualTo("081234567890");
        assertThat(sent.text()).contains("dikembalikan", "Anda melengkapi", "sisa 9 menit dari 15 menit");
    }

    @Test
    void theAnswerIsShownAndAReactionOpensTheCaseAgain() {
        Filed f = answered();
        Http.Shown page = open(f);
        assertThat(page.page().select("section.kartu").text()).contains("Dua lampu diganti.", "Senin, 7 Desember 2026");
        assertThat(page.text()).contains("selesai dalam 25 menit dari 2 jam 15 menit", "Sudah dijawab");
        Http.Shown again = new Sender(page, "main form[enctype]")
                .with("isi", "Masih padam.")
                .by(http);
        assertThat(again.text()).contains("Sedang ditangani", "tanggapan atas jawaban", "Masih padam.");
        assertThat(known(f).complaint().round()).isEqualTo(2);
    }

    @Test
    void afterTenWorkingDaysTheCaseTakesNoReaction() {
        Filed f = answered();
        Http.Shown page = open(f);
        clock.forward(Duration.ofDays(20));
        Http.Shown late = find(f.number(), f.code());
        assertThat(late.page().select("main form[enctype]")).isEmpty();
        assertThat(late.text()).contains("sudah ditutup dan tidak dapat ditambah lagi");
        // somebody who kept the old page open is told, and keeps the text
        Http.Shown told = new Sender(page, "main form[enctype]")
                .with("isi", "Lampunya masih padam sampai sekarang.")
                .by(http);
        assertThat(told.status).isEqualTo(422);
        assertThat(told.text()).contains("Lampunya masih padam sampai sekarang.");
        assertThat(known(f).complaint().round()).isEqualTo(1);
    }

    @Test
    void nobodysNameStandsOnThePage() {
        Filed f = answered();
        String text = open(f).body;
        for (String name : List.of("Ratna", "Dewi", "Joko", "Handayani", "Wulandari"))
            assertThat(text).doesNotContain(name);
        assertThat(text).contains("Admin OPD, Dinas Pekerjaan Umum dan Penataan Ruang");
    }

    @Test
    void theOfficesOwnWordsStayInTheOffice() {
        Filed f = file(Map.of());
        decide(f, "ratna", 0, "DPUPR", "");
        decide(f, "dewi.dpupr", 1, null, "Salah kirim, ini urusan Disperkim.");
        assertThat(open(f).text()).contains("mengembalikan").doesNotContain("Salah kirim");
    }

    @Test
    void aComplaintIsWithdrawnOnlyAfterASecondYes() {
        Filed f = file(Map.of());
        Http.Shown ask = http.get(open(f).page().selectFirst("a[href$=/tarik]").absUrl("href"));
        assertThat(ask.page().select("h1").text()).isEqualTo("Tarik aduan?");
        assertThat(known(f).complaint().closed()).isFalse();
        Http.Shown done = ask.submit("main form", "alasan", "Sudah beres sendiri.");
        assertThat(done.text()).contains("Aduan sudah ditarik.", "Ditarik pelapor", "Sudah beres sendiri.");
        assertThat(known(f).complaint().closed()).isTrue();
        assertThat(http.get("/lacak/" + f.number() + "/tarik").text()).contains("sudah ditutup");
    }

    @Test
    void aSecondClickOnSendIsOneMessageAndAnEmptyOneIsTold() {
        Filed f = file(Map.of());
        Sender reply = new Sender(open(f), "main form[enctype]").with("isi", "Tambahan: tiang 118 juga padam.");
        reply.by(http);
        Http.Shown page = reply.by(http);
        assertThat(page.page().select(".pesan:contains(tiang 118)")).hasSize(1);
        Http.Shown empty = new Sender(page, "main form[enctype]").by(http);
        assertThat(empty.status).isEqualTo(422);
        assertThat(empty.page().select(".galat a").attr("href")).isEqualTo("#isi");
    }

    @Test
    void whatWasWrittenAfterTheTwoHoursWaitsUntilTheCodeIsShownAgain() {
        Filed f = file(Map.of());
        Http.Shown page = open(f);
        clock.forward(Duration.ofHours(3));
        Http.Shown asked = new Sender(page, "main form[enctype]")
                .with("isi", "Tiang 118 juga padam sejak tadi malam.")
                .by(http);
        assertThat(asked.status).isEqualTo(422);
        assertThat(asked.text()).contains("tertutup lagi");
        Http.Shown wrong = asked.submit("form[action$=/lacak]", "kode", "AAAA-BBBB-CCCC");
        Http.Shown kept = wrong.submit("form[action$=/lacak]", "kode", f.code());
        assertThat(kept.text()).contains("Tiang 118 juga padam sejak tadi malam.");
        Http.Shown sent = kept.submit("main form");
        assertThat(sent.url).endsWith("/lacak/" + f.number());
        assertThat(sent.page().select(".pesan").text()).contains("Tiang 118 juga padam sejak tadi malam.");
    }

    @Test
    void whatReachesAClosedCaseIsShownForCopying() {
        Filed f = file(Map.of());
        Http.Shown page = open(f);
        http.get(page.page().selectFirst("a[href$=/tarik]").absUrl("href")).submit("main form");
        Http.Shown late = new Sender(page, "main form[enctype]")
                .with("isi", "Tiang 118 juga padam.")
                .by(http);
        assertThat(late.status).isEqualTo(422);
        assertThat(late.page().select("#isi").val()).as(late.text()).isEqualTo("Tiang 118 juga padam.");
        assertThat(late.text()).contains("Tulisan Anda yang belum terkirim");
    }

    @Test
    void theSameWordsLaterAreMeantAndACompletionTwiceIsOne() {
        Filed f = file(Map.of());
        Sender reply = new Sender(open(f), "main form[enctype]").with("isi", "Masih padam.");
        reply.by(http);
        clock.forward(Duration.ofMinutes(20));
        assertThat(reply.by(http).page().select(".pesan:contains(Masih padam.)"))
                .hasSize(2);
        decide(f, "ratna", 1, null, "Mohon lengkapi alamat.");
        Sender completion = new Sender(open(f), "main form[enctype]").with("isi", "Alamat saya di bawah.");
        completion.by(http);
        assertThat(completion.by(http).page().select(".pesan:contains(Alamat saya)"))
                .hasSize(1);
    }

    @Test
    void aWithdrawnCaseBoastsNoPromiseKept() {
        Filed f = file(Map.of());
        open(f);
        http.get("/lacak/" + f.number() + "/tarik").submit("main form");
        assertThat(open(f).text()).contains("Ditarik pelapor").doesNotContain("selesai dalam", "2 jam 15 menit");
    }

    @Test
    void attachmentsGoToTheirReporterAsDownloadsOnly() throws Exception {
        Http.Shown receipt = Sender.complaint(http)
                .file("lampu.png", "image/png", ComplaintFormTest.photo(12))
                .by(http);
        Filed f = new Filed(ComplaintFormTest.number(receipt), ComplaintFormTest.code(receipt));
        String link = open(f).page().selectFirst("a[href*=/berkas/]").absUrl("href");
        var answer = http.once(HttpRequest.newBuilder(URI.create(link)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                .startsWith("attachment")
                .contains("lampu.png");
        assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(http.get(link.replaceAll("\\d+$", "1")).status).isEqualTo(404);
        assertThat(http.get(link.replaceAll("\\d+$", "abc")).status).isEqualTo(404);
        assertThat(world.browser(w).get(link).status).isEqualTo(404);
        Filed other = file(Map.of());
        open(other);
        assertThat(http.get(link.replace(f.number(), other.number())).status).isEqualTo(404);
    }

    @Test
    void theLinkOfAMailOpensTheCaseAndConfirmsItsAddress() {
        Filed f = file(Map.of("email", "siti@contoh.invalid"));
        Complaint c = known(f).complaint();
        String proof = mailProof.of(c.agencyId(), c.id(), "siti@contoh.invalid");
        String link = "/lacak/" + f.number() + "?kode=" + f.code() + "&surel=";
        http.get(link + mailProof.of(c.agencyId(), c.id(), "lain@contoh.invalid"));
        assertThat(known(f).reporter().emailConfirmedAt()).isNull();
        http.get("/lacak/" + f.number() + "?kode=AAAA-BBBB-CCCC&surel=" + proof);
        assertThat(known(f).reporter().emailConfirmedAt()).isNull();
        Http.Shown page = http.get(link + proof);
        assertThat(page.url).endsWith("/lacak/" + f.number());
        assertThat(known(f).reporter().emailConfirmedAt()).isEqualTo(clock.instant());
    }

    @Test
    void hostileNumbersAndCodesAreOnlyUnknownOnes() {
        for (String evil : List.of(
                "' or 1=1 --",
                "<script>alert(1)</script>",
                "\u0000\u0000",
                "../../lapor",
                "\uD83D\uDE21",
                "x".repeat(39))) {
            limits.forget();
            Http.Shown page = find(evil, evil);
            assertThat(page.status).isEqualTo(422);
            assertThat(page.page().select("main script")).isEmpty();
        }
        assertThat(find("x".repeat(5000), "y".repeat(5000)).status).isEqualTo(422);
        assertThat(http.get("/lacak/%00%00").status).isLessThan(500);
        assertThat(http.get("/lacak/%E2%80%AE?kode=%27").status).isLessThan(500);
    }

    @Test
    void thePageOfACaseTakesFourStatements() {
        Filed f = answered();
        open(f);
        List<String> statements = StatementCount.during(() -> http.get("/lacak/" + f.number()));
        assertThat(statements).as(String.join("\n", statements)).hasSizeLessThanOrEqualTo(4);
    }

    private record Filed(String number, String code) {}

    private Filed file(Map<String, String> fields) {
        Sender form = Sender.complaint(http);
        fields.forEach(form::with);
        Http.Shown receipt = form.by(http);
        assertThat(receipt.status).as(receipt.text()).isEqualTo(200);
        return new Filed(ComplaintFormTest.number(receipt), ComplaintFormTest.code(receipt));
    }

    private Filed answered() {
        Filed f = file(Map.of());
        decide(f, "ratna", 0, "DPUPR", "");
        for (String officer : List.of("dewi.dpupr", "joko.dpupr", "sri.dpupr", "joko.dpupr", "dewi.dpupr")) {
            clock.forward(Duration.ofMinutes(5));
            decide(f, officer, 0, null, officer.startsWith("dewi") ? "Dua lampu diganti." : "Sudah dikerjakan.");
        }
        return f;
    }

    private void decide(Filed f, String officer, int branch, String unit, String text) {
        Case k = files.forReporter(known(f)).k();
        Assignment a = k.current().orElseThrow();
        Long target = unit == null ? null : w.units().get(unit);
        Decision d = new Decision(k.complaint().id(), a.id(), a.version(), branch, target, text, List.of());
        assertThat(handlings.decide(w.agency().id(), w.officers().get(officer), d))
                .isInstanceOf(Outcome.Done.class);
    }

    private Complaints.Known known(Filed f) {
        return complaints.knownByNumber(w.agency().id(), f.number()).orElseThrow();
    }

    private Http.Shown open(Filed f) {
        return find(f.number(), f.code());
    }

    private Http.Shown find(String number, String code) {
        return http.get("/lacak").submit("form[action$=/lacak]", "nomor", number, "kode", code);
    }

    /** What the page says, without the number that was typed. */
    private static String told(Http.Shown page) {
        return page.page().selectFirst("main").text();
    }
}
