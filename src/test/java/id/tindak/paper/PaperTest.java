package id.tindak.paper;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.web.Limits;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.FileStore;
import id.tindak.complaint.Privacy;
import id.tindak.demo.DemoWorld;
import id.tindak.desk.Office;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Papers of a case over real HTTP: who may print what, what is counted, and what a stranger who holds one is told. */
@JourneyTest
@Import(Office.class)
class PaperTest {

    private static final Pattern CODE = Pattern.compile("periksa/([0-9A-Z]{20})");

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Office office;

    @Autowired
    Complaints complaints;

    @Autowired
    FileStore files;

    @Autowired
    PaperClaims claims;

    @Autowired
    Limits limits;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;
    Complaint c;
    Http ratna;

    @BeforeEach
    void open() {
        clock.setWib("2026-11-23T09:31");
        limits.forget();
        w = office.open();
        c = office.file(
                w,
                "Lampu jalan padam di tikungan sekolah dasar negeri dua Karangjati sejak hari Jumat malam",
                "Tiang nomor 117 dan 118 padam.");
        ratna = world.signedIn(w, "ratna");
    }

    @Test
    void theFirstPrintIssuesThePaperAndEveryOtherSaysWhichItIs() throws Exception {
        byte[] first = print(ratna, "data-pengaduan");
        byte[] second = print(ratna, "data-pengaduan");
        assertThat(text(first)).contains("DATA PENGADUAN", "Tiang nomor 117", "Cetakan ke-1, oleh Ratna");
        assertThat(text(second)).contains("Cetakan ke-2");
        assertThat(code(first)).isEqualTo(code(second));
        assertThat(page("data-pengaduan").text()).contains("dicetak 2 kali, 1 halaman", "Salinan layar");
        assertThat(show().page().select("#cetakan + ul").text()).contains("Data pengaduan2 kali dicetak");
        assertThat(show().text())
                .contains("menerbitkan naskah: Data pengaduan", "mencetak ulang naskah: Data pengaduan");
        assertThat(PdfJudge.faults(first)).isEmpty();
    }

    @Test
    void aReprintSaysWhatWasIssuedEvenWhenTheCaseHasMovedOn() throws Exception {
        print(ratna, "data-pengaduan");
        sql.sql("update complaint set title = 'Judul lain' where agency_id = ? and id = ?")
                .params(c.agencyId(), c.id())
                .update();
        assertThat(text(print(ratna, "data-pengaduan")))
                .contains("Lampu jalan padam")
                .doesNotContain("Judul lain");
    }

    @Test
    void theReportersNameIsPrintedOnlyWithAReasonAndThatIsAReveal() throws Exception {
        assertThat(text(print(ratna, "tanda-terima")))
                .contains("Identitas ada pada meja penerima")
                .doesNotContain("Siti");
        Http.Shown refused = page("tanda-terima").submit("form[action$=/pdf]", "identitas", "ya", "alasan", "");
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.text()).contains("Naskah belum dicetak.", "Tulis alasannya.");
        byte[] named = print(ratna, "tanda-terima", "identitas", "ya", "alasan", "Diserahkan kepada pelapor.");
        assertThat(text(named)).contains("Siti Aminah", "Jalan Melati 14").doesNotContain("0812-0000-3390");
        assertThat(show().text()).contains("Anda membuka identitas pelapor", "Diserahkan kepada pelapor.");
        assertThat(page("tanda-terima").body).doesNotContain("Siti Aminah");
    }

    @Test
    void whoMayNotKnowTheReporterGetsNoNameOnPaper() throws Exception {
        Complaint hidden = office.file(w, "Pelayanan lambat", "Lambat.", Privacy.IDENTITAS_DISEMBUNYIKAN);
        office.decide(w, hidden, "ratna", 0, "DPUPR", "");
        c = hidden;
        Http dewi = world.signedIn(w, "dewi.dpupr");
        Http.Shown shown = page(dewi, "tanda-terima");
        assertThat(shown.page().select("[name=identitas]")).isEmpty();
        Http.Shown forced = dewi.post(
                path("tanda-terima") + "/pdf",
                Map.of("_t", List.of(token(shown)), "identitas", List.of("ya"), "alasan", List.of("Ingin tahu.")));
        assertThat(forced.status).isEqualTo(422);
        assertThat(forced.body).doesNotContain("Siti Aminah");
        assertThat(text(print(dewi, "data-pengaduan"))).doesNotContain("Siti");
    }

    @Test
    void papersOfAConfidentialCaseAreForItsHoldersAndTellStrangersNothing() throws Exception {
        c = office.file(w, "Pungutan liar di loket", "Pungutan.", Privacy.RAHASIA);
        byte[] pdf = print(ratna, "data-pengaduan");
        office.decide(w, c, "bagus", 0, "DPUPR", "");
        assertThat(page("data-pengaduan").status).isEqualTo(404);
        assertThat(page(world.signedIn(w, "auditor"), "data-pengaduan").status).isEqualTo(404);
        assertThat(page(world.signedIn(w, "dewi.dpupr"), "data-pengaduan").status)
                .isEqualTo(200);
        Http.Shown told = stranger().get("/periksa/" + code(pdf));
        assertThat(told.text())
                .contains("masih berlaku", "Data pengaduan")
                .doesNotContain("Pungutan", c.publicNumber());
    }

    @Test
    void aStrangerLearnsWhetherAPaperIsGenuineAndNothingPersonal() throws Exception {
        byte[] first = print(ratna, "data-pengaduan");
        byte[] second = print(ratna, "data-pengaduan");
        Http.Shown told = stranger().get("/periksa/" + code(first).toLowerCase());
        assertThat(told.text())
                .contains("masih berlaku", "Data pengaduan", c.publicNumber(), "1 halaman", "2 kali")
                .contains("Lampu jalan padam di tikungan sekolah dasar negeri dua Karangjati …")
                .doesNotContain("sejak hari Jumat", "Tiang", "Siti", "Ratna");
        assertThat(compare(code(first), first).text()).contains("sama persis");
        assertThat(compare(code(first), second).text()).contains("sama persis");
        first[first.length - 20] ^= 1;
        assertThat(compare(code(second), first).text()).contains("tidak sama");
        assertThat(compare(code(second), new byte[0]).status).isEqualTo(422);
    }

    @Test
    void unknownCodesAreAnsweredPolitelyAndGuessingIsSlowed() throws Exception {
        byte[] pdf = print(ratna, "data-pengaduan");
        Http stranger = stranger();
        Http.Shown unknown = stranger.get("/periksa/AAAAAAAAAAAAAAAAAAAA");
        assertThat(unknown.status).isEqualTo(404);
        assertThat(unknown.text()).contains("Kami tidak menerbitkan naskah dengan kode ini.");
        assertThat(world.browser(office.open()).get("/periksa/" + code(pdf)).status)
                .isEqualTo(404);
        for (int i = 0; i < 10; i++) stranger.get("/periksa/BBBBBBBBBBBBBBBBBBB" + i);
        assertThat(stranger.get("/periksa/CCCCCCCCCCCCCCCCCCCC").status).isEqualTo(429);
        limits.forget();
        String typed = code(pdf).replaceAll("(.{4})", "$1-");
        assertThat(stranger.get("/periksa").submit("main form", "kode", typed).text())
                .contains("masih berlaku");
    }

    @Test
    void aWithdrawnPaperSaysSoAndTheNextPrintTakesItsPlace() throws Exception {
        byte[] old = print(ratna, "data-pengaduan");
        Http.Shown empty = page("data-pengaduan").submit("form[action$=/tarik]", "alasan_tarik", " ");
        assertThat(empty.status).isEqualTo(422);
        assertThat(page("data-pengaduan")
                        .submit("form[action$=/tarik]", "alasan_tarik", "Salah kategori.")
                        .text())
                .contains("Naskah ditarik.");
        assertThat(stranger().get("/periksa/" + code(old)).text()).contains("sudah ditarik");
        assertThat(show().text()).contains("menarik naskah: Data pengaduan", "Salah kategori.");
        byte[] fresh = print(ratna, "data-pengaduan");
        assertThat(text(fresh)).contains("Cetakan ke-1");
        assertThat(code(fresh)).isNotEqualTo(code(old));
        assertThat(stranger().get("/periksa/" + code(old)).text()).contains("sudah diganti");
        assertThat(stranger().get("/periksa/" + code(fresh)).text()).contains("masih berlaku");
        assertThat(compare(code(old), old).text()).contains("sama persis", "sudah diganti");
    }

    @Test
    void theLetterOfAnswerIsThereOnceThereIsAnAnswerWithWhoDecidedIt() throws Exception {
        assertThat(page("surat-jawaban").status).isEqualTo(404);
        office.decide(w, c, "ratna", 0, "PERKIM", "");
        office.decide(w, c, "tono.perkim", 0, null, "");
        office.decide(w, c, "lina.perkim", 0, null, "");
        clock.setWib("2026-11-23T10:05");
        office.decide(w, c, "agus.perkim", 0, null, "Dua lampu sudah diganti pagi ini.");
        office.decide(w, c, "lina.perkim", 0, null, "");
        office.decide(w, c, "tono.perkim", 0, null, "Dua lampu sudah kami ganti.");
        Http tono = world.signedIn(w, "tono.perkim");
        byte[] letter = print(tono, "surat-jawaban", "nomor_naskah", "600.1/1184/PERKIM/2026");
        assertThat(text(letter))
                .contains("600.1/1184/PERKIM/2026", "Yth. Pelapor Aduan Nomor " + c.publicNumber())
                .contains("Dua lampu sudah kami ganti.")
                .contains("Agus", "Kepala OPD")
                .containsPattern("Dicetak dari Tindak, disetujui Agus [^,]+, 23 November 2026 pukul 10.05 WIB");
        assertThat(stranger().get("/periksa/" + code(letter)).text()).contains("600.1/1184/PERKIM/2026");
        byte[] note = print(tono, "nota-hasil");
        assertThat(text(note)).contains("NOTA HASIL", "Dua lampu sudah diganti pagi ini.");
    }

    @Test
    void whatWasHandedOutIsKeptAndTheChainHoldsItsHash() throws Exception {
        byte[] pdf = print(ratna, "data-pengaduan");
        String hash = HexFormat.of().formatHex(PaperCode.sha256(pdf));
        assertThat(claims.claimed(c.agencyId(), List.of(hash, "0".repeat(64)))).containsExactly(hash);
        try (var kept = files.open(c.agencyId(), hash).orElseThrow()) {
            assertThat(kept.readAllBytes()).isEqualTo(pdf);
        }
        assertThat(complaints.events(complaints.byId(c.agencyId(), c.id()).orElseThrow()))
                .anySatisfy(e -> assertThat(e.facts()).containsEntry("sha256", hash));
    }

    @Test
    void anAuditorLooksButDoesNotPrint() {
        Http auditor = world.signedIn(w, "auditor");
        Http.Shown shown = page(auditor, "data-pengaduan");
        assertThat(shown.status).isEqualTo(200);
        assertThat(shown.page().select("form[action$=/pdf], form[action$=/tarik]"))
                .isEmpty();
    }

    @Test
    void kindsThatDoNotFitTheCaseAreNotThere() {
        assertThat(page("lembar-disposisi").status).isEqualTo(404);
        assertThat(page("ngawur").status).isEqualTo(404);
        assertThat(ratna.get("/aduan/ngawur/naskah/data-pengaduan").status).isEqualTo(404);
    }

    @Test
    void theAgencysSignStandsOnItsPapersAsSoonAsThereIsOne() throws Exception {
        assertThat(stranger().get("/lambang").status).isEqualTo(404);
        byte[] without = print(ratna, "data-pengaduan");
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new java.awt.image.BufferedImage(60, 66, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", png);
        Http admin = world.signedIn(w, "admin");
        Http.Shown form = admin.get("/kelola/lambang");
        assertThat(upload(admin, form, "/kelola/lambang", "lambang.pdf", without)
                        .text())
                .contains("harus berupa gambar");
        assertThat(upload(admin, form, "/kelola/lambang", "lambang.png", png.toByteArray())
                        .text())
                .contains("Lambang disimpan.");
        assertThat(stranger().get("/lambang").status).isEqualTo(200);
        byte[] with = print(ratna, "data-pengaduan");
        assertThat(pictures(with)).isEqualTo(pictures(without) + 1);
        assertThat(PdfJudge.faults(with)).isEmpty();
        admin.get("/kelola/lambang").submit("form[action$=/lambang]", "tanpa", "ya");
        assertThat(stranger().get("/lambang").status).isEqualTo(404);
    }

    private Http.Shown show() {
        return ratna.get("/aduan/" + c.publicNumber());
    }

    private Http.Shown page(String kind) {
        return page(ratna, kind);
    }

    private Http.Shown page(Http officer, String kind) {
        return officer.get(path(kind));
    }

    private String path(String kind) {
        return "/aduan/" + c.publicNumber() + "/naskah/" + kind;
    }

    private Http stranger() {
        return world.browser(w);
    }

    /** The file that the button gives. */
    private byte[] print(Http officer, String kind, String... fields) {
        Http.Shown page = page(officer, kind);
        assertThat(page.status).as(page.text()).isEqualTo(200);
        String body = page.values("form[action$=/pdf]", fields).entrySet().stream()
                .flatMap(e ->
                        e.getValue().stream().map(v -> e.getKey() + "=" + URLEncoder.encode(v, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        HttpResponse<byte[]> answer = officer.bytes(HttpRequest.newBuilder(
                        URI.create(page.page().selectFirst("form[action$=/pdf]").absUrl("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/pdf");
        return answer.body();
    }

    private Http.Shown compare(String code, byte[] file) {
        Http stranger = stranger();
        return upload(stranger, stranger.get("/periksa/" + code), "/periksa/" + code, "naskah.pdf", file);
    }

    private Http.Shown upload(Http who, Http.Shown page, String path, String name, byte[] file) {
        String edge =
                "batas" + Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        String head =
                "--" + edge + "\r\nContent-Disposition: form-data; name=\"_t\"\r\n\r\n" + token(page) + "\r\n--" + edge
                        + "\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return who.send(HttpRequest.newBuilder(URI.create(
                        page.page().selectFirst("form[action$=" + path + "]").absUrl("action")))
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static String token(Http.Shown shown) {
        return shown.page().selectFirst("input[name=_t]").val();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static int pictures(byte[] pdf) throws IOException {
        int n = 0;
        try (var document = Loader.loadPDF(pdf)) {
            for (var name : document.getPage(0).getResources().getXObjectNames())
                if (document.getPage(0).getResources().isImageXObject(name)) n++;
        }
        return n;
    }

    private static String code(byte[] pdf) throws IOException {
        var m = CODE.matcher(text(pdf).replaceAll("\\s", ""));
        assertThat(m.find()).isTrue();
        return m.group(1);
    }
}
