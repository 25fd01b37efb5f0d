package id.tindak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.agency.Agencies;
import id.tindak.base.StatementCount;
import id.tindak.base.web.Limits;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Privacy;
import id.tindak.demo.DemoWorld;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.message.Conversations;
import id.tindak.message.Message;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A citizen files a complaint over real HTTP, without account and without JavaScript. */
@JourneyTest
class ComplaintFormTest {

    private static final String NUMBER = "[A-Z]{2,5}-\\d{6}-[0-9A-Z]{4}";
    private static final String CODE = "[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}";

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Complaints complaints;

    @Autowired
    Conversations conversations;

    @Autowired
    Agencies agencies;

    @Autowired
    Limits limits;

    DemoWorld.Founded w;
    Http http;

    @BeforeEach
    void found() {
        clock.set(SettableClock.START);
        limits.forget();
        w = world.agency();
        http = world.browser(w);
    }

    @Test
    void whoSendsTheFormGetsNumberCodeAndTheFirstClock() {
        Http.Shown receipt = Sender.complaint(http).by(http);
        assertThat(receipt.status).isEqualTo(200);
        assertThat(receipt.url).contains("/lapor/diterima?bukti=");
        assertThat(receipt.page().select("dd.nomor").eachText()).hasSize(2);
        assertThat(receipt.page().select("dd.nomor").getFirst().text()).matches(NUMBER);
        assertThat(receipt.page().select("dd.nomor").getLast().text()).matches(CODE);
        assertThat(receipt.page().select("svg.qr path")).hasSize(1);
        assertThat(receipt.text()).contains("sisa 15 menit dari 15 menit", "Admin Utama", "09.50 WIB");
        assertThat(receipt.headers.get("cache-control")).containsExactly("no-store");
        Complaint c = filed(receipt);
        assertThat(c.title()).isEqualTo("Lampu jalan padam");
        assertThat(c.channel()).isEqualTo("web");
        assertThat(c.suspect()).isFalse();
    }

    @Test
    void theReceiptPrintsWithTheHeadOfTheOffice() {
        Http.Shown receipt = Sender.complaint(http).with("nama", "Siti Aminah").by(http);
        Http.Shown paper =
                http.get(receipt.page().selectFirst("a[href*=tanda-terima]").absUrl("href"));
        assertThat(paper.text())
                .contains("TANDA TERIMA ADUAN", "Pemerintah Kabupaten Cilacap", "Siti Aminah", "Dicetak dari Tindak")
                .doesNotContain("sah tanpa tanda tangan", "ditandatangani");
        assertThat(paper.text()).contains(code(receipt));
    }

    @Test
    void theReceiptOpensForNobodyElseAndNotForLong() {
        Http.Shown receipt = Sender.complaint(http).by(http);
        String proof = receipt.url.replaceAll(".*bukti=", "");
        assertThat(http.get("/lapor/diterima").status).isEqualTo(410);
        assertThat(http.get("/lapor/diterima?bukti=" + "A" + proof.substring(1)).status)
                .isEqualTo(410);
        assertThat(world.browser(world.agency()).get("/lapor/diterima?bukti=" + proof).status)
                .isEqualTo(410);
        clock.forward(Duration.ofMinutes(31));
        assertThat(http.get("/lapor/diterima?bukti=" + proof).status).isEqualTo(410);
    }

    @Test
    void whatIsMissingIsToldAtTheTopAndNothingTypedIsLost() {
        Http.Shown page = Sender.complaint(http)
                .with("judul", "")
                .with("uraian", "gelap")
                .with("nama", "Siti \"Aminah\" <b>")
                .with("hp", "08120000")
                .without("benar")
                .by(http);
        assertThat(page.status).isEqualTo(422);
        assertThat(page.page().select(".galat a").eachAttr("href"))
                .containsExactly("#judul", "#uraian", "#hp", "#benar");
        page.page()
                .select(".galat a")
                .eachAttr("href")
                .forEach(id -> assertThat(page.page().select(id)).as(id).hasSize(1));
        assertThat(page.text()).contains("Aduan belum terkirim. Ada 4 isian yang perlu diperbaiki.", "baru 8 angka");
        assertThat(page.page().selectFirst("#uraian").wholeText().strip()).isEqualTo("gelap");
        assertThat(page.page().selectFirst("#nama").attr("value")).isEqualTo("Siti \"Aminah\" <b>");
        assertThat(page.page().selectFirst("#hp").attr("aria-describedby")).isEqualTo("hp-salah");
    }

    @ParameterizedTest
    @CsvSource({
        "jenis, informasi, maksud",
        "kategori, jalan, kecamatan",
        "kategori, jalan, patokan",
        "menyangkut, ya, terlapor",
        "jenis_pelapor, ormas, lembaga",
        "hubungan, WALI, diwakili",
        "hubungan, KUASA, diwakili",
        "email, bukan alamat, email",
        "email, a@b, email",
        "hp, 0812abc4567, hp",
        "hp, 081234567890123456, hp",
        "jenis, rekaan, jenis",
        "kategori, rekaan, kategori",
        "kecamatan, Atlantis, kecamatan",
        "sifat, TANPA_IDENTITAS, sifat",
        "sifat, '', sifat",
        "jenis_pelapor, rekaan, jenis_pelapor",
        "hubungan, rekaan, hubungan"
    })
    void whatDependsOnAChoiceIsAskedForByTheServer(String field, String value, String faulty) {
        Http.Shown page = Sender.complaint(http).with(field, value).by(http);
        assertThat(page.status).isEqualTo(422);
        assertThat(page.page().select(".galat a").eachAttr("href")).contains("#" + faulty);
    }

    @Test
    void aComplaintAboutAnOfficerIsConfidential() {
        Complaint c = filed(Sender.complaint(http)
                .with("menyangkut", "ya")
                .with("terlapor", "Petugas loket 3")
                .by(http));
        assertThat(c.privacy()).isEqualTo(Privacy.RAHASIA);
        assertThat(texts(c)).contains("Petugas loket 3");
    }

    @Test
    void aNameTypedAsTheAccusedCountsWhateverWasTicked() {
        for (String ticked : List.of("tidak", "YA")) {
            Complaint c = filed(Sender.complaint(http)
                    .with("menyangkut", ticked)
                    .with("terlapor", "Petugas loket 3")
                    .by(http));
            assertThat(c.privacy()).as(ticked).isEqualTo(Privacy.RAHASIA);
            assertThat(texts(c)).contains("Petugas loket 3");
        }
    }

    @Test
    void textThatNobodySeesIsNoText() {
        Http.Shown page = Sender.complaint(http)
                .with("judul", "\u200b\u2060")
                .with("uraian", "\u200b".repeat(25))
                .by(http);
        assertThat(page.status).isEqualTo(422);
        assertThat(page.page().select(".galat a").eachAttr("href")).contains("#judul", "#uraian");
    }

    @Test
    void withoutIdentityNothingOfItIsStored() {
        agencies.set(agency(), Map.of("kerahasiaan", "TERBUKA, TANPA_IDENTITAS"), null);
        Complaint c = filed(Sender.complaint(http)
                .with("sifat", "TANPA_IDENTITAS")
                .with("nama", "Siti Aminah")
                .with("email", "siti@contoh.invalid")
                .by(http));
        assertThat(complaints.known(c).reporter().name()).isNull();
        assertThat(complaints.known(c).reporter().email()).isNull();
    }

    @Test
    void anEmergencyWordShowsTheNumbersToCall() {
        Http.Shown receipt = Sender.complaint(http)
                .with("uraian", "Ada rumah terbakar di belakang pasar, api membesar.")
                .by(http);
        assertThat(receipt.page().select("[role=alert]").text()).contains("112", "113");
        assertThat(filed(receipt).emergency()).isTrue();
        assertThat(Sender.complaint(http).by(http).page().select("[role=alert]"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "'; drop table complaint; -- \" or 1=1",
                "\uD83D\uDE21\uD83D\uDD25\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 lampu padam lagi, tolong",
                "\u0645\u0631\u062D\u0628\u0627 \u202Egnola\u202C teks dari kanan ke kiri",
                "satu\u0000dua\u0007tiga\u001Bempat lima enam tujuh",
                "${7*7} {{7*7}} #{7*7} %s %n {0} \\u0041 \\",
                "../../../../etc/passwd%00 ..\\..\\windows\\win.ini"
            })
    void whateverIsTypedInEveryFieldIsStoredAndShownAsText(String text) {
        Sender form = Sender.complaint(http);
        for (String field :
                List.of("judul", "uraian", "desa", "patokan", "nama", "alamat", "maksud", "terlapor", "lembaga"))
            form.with(field, field.equals("uraian") ? text + " dan seterusnya, sampai cukup panjang." : text);
        Http.Shown receipt =
                form.with("menyangkut", "ya").with("jenis", "informasi").by(http);
        assertThat(receipt.status).as(receipt.text()).isEqualTo(200);
        assertThat(receipt.page().select("script, img")).isEmpty();
        Complaint c = filed(receipt);
        assertThat(texts(c)).anySatisfy(t -> assertThat(t).startsWith(id.tindak.base.web.Form.clean(text)));
        Http.Shown shown = open(receipt);
        assertThat(shown.status).isEqualTo(200);
        assertThat(shown.page().select("script, img")).isEmpty();
        assertThat(shown.page().select("h1").text().replaceAll("\\s+", " "))
                .isEqualTo(c.title().replaceAll("\\s+", " "));
    }

    @Test
    void eightThousandLettersAreTakenAndTenThousandAndOneAreToldAndKept() {
        String long8400 =
                "Jalan rusak. ".repeat(8400 / 13 + 1).substring(0, 8400).strip();
        assertThat(texts(filed(Sender.complaint(http).with("uraian", long8400).by(http))))
                .contains(long8400);
        String tooLong = "x".repeat(10_001);
        Http.Shown page = Sender.complaint(http).with("uraian", tooLong).by(http);
        assertThat(page.status).isEqualTo(422);
        assertThat(page.text()).contains("Paling banyak 10000 huruf. Yang Anda tulis 10001 huruf.");
        assertThat(page.page().selectFirst("#uraian").wholeText().strip()).isEqualTo(tooLong);
    }

    @Test
    void thirtyAttachmentsAreRefusedWithASentence() throws Exception {
        Sender form = Sender.complaint(http);
        byte[] photo = photo(8);
        for (int i = 0; i < 30; i++) form.file("foto" + i + ".png", "image/png", photo);
        Http.Shown page = form.by(http);
        assertThat(page.status).isEqualTo(422);
        assertThat(page.page().select(".galat").text()).contains("Paling banyak 5 berkas. Yang dipilih 30 berkas.");
        assertThat(page.page().selectFirst("#judul").attr("value")).isEqualTo("Lampu jalan padam");
    }

    @Test
    void aGoodFileIsKeptOverAFaultAndABadOneIsTold() throws Exception {
        Http.Shown page = Sender.complaint(http)
                .file("lubang.png", "image/png", photo(9))
                .file("virus.png", "image/png", "MZ not a picture".getBytes(StandardCharsets.US_ASCII))
                .by(http);
        assertThat(page.status).isEqualTo(422);
        assertThat(page.page().select(".galat").text()).contains("virus.png");
        assertThat(page.page().select("input[name=lampiran]")).hasSize(1);
        Complaint c = filed(
                new Sender(page, "form[action$=/lapor]").with("benar", "ya").by(http));
        assertThat(complaints.known(c).attachments())
                .singleElement()
                .satisfies(a -> assertThat(a.file().name()).isEqualTo("lubang.png"));
    }

    @Test
    void aKeptFileOfAnotherAgencyOrAChangedOneIsNotAttached() throws Exception {
        Http other = world.browser(world.agency());
        Http.Shown elsewhere = Sender.complaint(other)
                .with("judul", "")
                .file("rahasia.png", "image/png", photo(10))
                .by(other);
        String token = elsewhere.page().selectFirst("input[name=lampiran]").attr("value");
        for (String forged : List.of(token, "x" + token, token + "A", "x.y", "."))
            assertThat(complaints
                            .known(filed(Sender.complaint(http)
                                    .with("lampiran", forged)
                                    .by(http)))
                            .attachments())
                    .isEmpty();
    }

    @Test
    void aSecondClickIsTheSameComplaint() throws Exception {
        Sender form = Sender.complaint(http);
        Set<String> numbers = new TreeSet<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> clicks = new ArrayList<>();
            for (int i = 0; i < 8; i++)
                clicks.add(() -> filed(form.by(world.browser(w))).publicNumber());
            for (var done : pool.invokeAll(clicks)) numbers.add(done.get());
        }
        assertThat(numbers).hasSize(1);
    }

    @Test
    void aFormThatWasGoneBackToAndRewrittenIsAnotherComplaint() {
        Sender form = Sender.complaint(http);
        String first = filed(form.by(http)).publicNumber();
        String second = filed(form.with("judul", "Air tidak mengalir").by(http)).publicNumber();
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void anExpiredFormKeepsTheTextAndCanBeSentAgain() {
        Sender form = Sender.complaint(http);
        clock.forward(Duration.ofHours(25));
        Http.Shown page = form.by(http);
        assertThat(page.status).isEqualTo(422);
        assertThat(page.text()).contains("Lampu jalan di tikungan padam sejak Jumat malam.");
        Http.Shown receipt = new Sender(page, "main form").by(http);
        assertThat(receipt.url).contains("/lapor/diterima");
    }

    @Test
    void aFormOfAnotherAgencyIsNotAccepted() {
        Http other = world.browser(world.agency());
        Sender form = Sender.complaint(http).with("_t", Sender.complaint(other).value("_t"));
        assertThat(form.by(http).status).isEqualTo(422);
    }

    @Test
    void aboveTheLimitComplaintsAreStillTakenButMarked() {
        List<Boolean> suspect = new ArrayList<>();
        for (int i = 0; i < 12; i++)
            suspect.add(filed(Sender.complaint(http).by(http)).suspect());
        assertThat(suspect.subList(0, 10)).containsOnly(false);
        assertThat(suspect.subList(10, 12)).containsOnly(true);
    }

    @Test
    void theFormIsSmallAndSubmittingIsFewStatements() throws Exception {
        Http.Shown page = http.get("/lapor");
        String css = http.get(page.page().selectFirst("link[rel=stylesheet]").absUrl("href")).body;
        assertThat(gzip(page.body) + gzip(css))
                .as("form page with its CSS, gzip")
                .isLessThanOrEqualTo(12_000);
        Sender.complaint(http).by(http);
        HttpRequest.Builder request = Sender.complaint(http).request();
        List<String> statements = StatementCount.during(() -> http.once(request));
        // six in the transaction, and before it the SOP in force, which says what the form asks for
        assertThat(statements).as(String.join("\n", statements)).hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void everyPostWithoutAFormOfOursIsRefused() {
        assertThat(http.post("/lapor", Map.of("judul", List.of("x"))).status).isEqualTo(422);
        HttpRequest.Builder elsewhere = Sender.complaint(http).request().header("Sec-Fetch-Site", "cross-site");
        assertThat(http.once(elsewhere).statusCode()).isEqualTo(403);
    }

    private Http.Shown open(Http.Shown receipt) {
        return http.get("/lacak").submit("form[action$=/lacak]", "nomor", number(receipt), "kode", code(receipt));
    }

    private Complaint filed(Http.Shown receipt) {
        assertThat(receipt.status).as(receipt.text()).isEqualTo(200);
        return complaints.byNumber(agency(), number(receipt)).orElseThrow();
    }

    private List<String> texts(Complaint c) {
        return conversations.of(agency(), c.id(), true).stream()
                .map(Message::body)
                .toList();
    }

    static String number(Http.Shown receipt) {
        return receipt.page().select("dd.nomor").getFirst().text();
    }

    static String code(Http.Shown receipt) {
        return receipt.page().select("dd.nomor").getLast().text();
    }

    private int agency() {
        return w.agency().id();
    }

    static byte[] photo(int size) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static int gzip(String text) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.size();
    }
}
