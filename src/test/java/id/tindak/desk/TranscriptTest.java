package id.tindak.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.account.ReporterCode;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Erasures;
import id.tindak.complaint.StoredFile;
import id.tindak.complaint.Uploads;
import id.tindak.complaint.VoiceNote;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.ReporterVerbs;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Voice notes and regional languages: the original stays as it came, what an officer understood stands beside it, for the office alone. */
@JourneyTest
@Import(Office.class)
class TranscriptTest {

    private static final String FORM = "form[action*=/transkrip/]";
    private static final String JAVANESE = "Lampune mati wiwit Jemuah, peteng banget.";

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Office office;

    @Autowired
    Complaints complaints;

    @Autowired
    ReporterVerbs reporter;

    @Autowired
    Uploads uploads;

    @Autowired
    Erasures erasures;

    @Autowired
    ReporterCode codes;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;
    Complaint c;
    byte[] sound;

    @BeforeEach
    void open() throws Exception {
        clock.setWib("2026-11-23T09:31");
        w = office.open();
        c = office.file(w, "Lampu jalan padam", JAVANESE);
        sound = VoiceNote.seconds(2);
        StoredFile note = uploads.accept(
                c.agencyId(), "pesan-suara.wav", new ByteArrayInputStream(sound), Uploads.Origin.MESSAGE);
        clock.setWib("2026-11-23T09:40");
        reporter.write(c.agencyId(), c.id(), "", new ReporterVerbs.Supplied(null, null, null, null), List.of(note));
    }

    @Test
    void aVoiceNoteIsPlayedInThePageFromTheMiddleTooAndSaved() {
        Http.Shown page = show("ratna");
        assertThat(page.page().select("audio[controls][preload=none]")).hasSize(1);
        assertThat(page.headers.get("content-security-policy").getFirst()).contains("media-src 'self'");
        assertThat(page.page().select("a:contains(pesan-suara.wav)")).hasSize(1);
        String url = page.page().selectFirst("audio").absUrl("src");
        Http ratna = world.signedIn(w, "ratna");
        HttpResponse<byte[]> whole = part(ratna, url, null);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(whole.headers().firstValue("Content-Type")).contains("audio/wav");
        assertThat(whole.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(whole.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(whole.body()).as("as it came").isEqualTo(sound);
        HttpResponse<byte[]> middle = part(ratna, url, "bytes=1000-1999");
        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(middle.headers().firstValue("Content-Range")).contains("bytes 1000-1999/" + sound.length);
        assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(sound, 1000, 2000));
        assertThat(part(ratna, url, "bytes=-10").body())
                .isEqualTo(Arrays.copyOfRange(sound, sound.length - 10, sound.length));
        HttpResponse<byte[]> beyond = part(ratna, url, "bytes=" + sound.length + "-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */" + sound.length);
        assertThat(part(world.signedIn(w, "rudi.dishub"), url, null).statusCode())
                .as("for those alone who see the case")
                .isEqualTo(404);
    }

    @Test
    void whatIsSaidStandsBesideTheSoundAndALaterVersionOverAnEarlierOne() {
        Http.Shown form = ofSound("ratna");
        assertThat(form.page().select("audio[controls]"))
                .as("to be heard while writing")
                .hasSize(1);
        Http.Shown done = form.submit(FORM, "bahasa", "JAWA", "isi", "Lampune mati wiwit Kemis.");
        assertThat(done.url).endsWith("/aduan/" + c.publicNumber());
        clock.setWib("2026-11-23T09:50");
        ofSound("bagus").submit(FORM, "bahasa", "JAWA", "isi", "Lampune mati wiwit Jemuah.");
        ofSound("bagus").submit(FORM, "bahasa", "INDONESIA", "isi", "Lampunya padam sejak Jumat.");
        Http.Shown page = show("ratna");
        assertThat(page.page().select(".transkrip").eachText())
                .satisfiesExactly(
                        java -> assertThat(java)
                                .contains("Transkrip, Jawa", "Bagus Setiawan", "09.50", "versi ke-2", "wiwit Jemuah"),
                        translation -> assertThat(translation)
                                .contains("Transkrip, Indonesia", "Lampunya padam sejak Jumat.")
                                .doesNotContain("versi"));
        assertThat(page.page().select(".transkrip p[lang=jv]")).hasSize(1);
        assertThat(page.page().select("audio")).as("the original stays").hasSize(1);
        assertThat(ofSound("ratna").text()).contains("Versi sebelumnya", "Lampune mati wiwit Kemis.");
        assertThat(world.signedIn(w, "ratna")
                        .get("/aduan/" + c.publicNumber() + "/cetak")
                        .text())
                .contains("Transkrip, Jawa", "Lampune mati wiwit Jemuah.", "Lampunya padam sejak Jumat.")
                .doesNotContain("Tambah transkrip");
        assertThat(search("Kemis")).as("replaced").doesNotContain(c.publicNumber());
        assertThat(search("Jemuah")).contains(c.publicNumber());
        assertThat(office.chainFaults(c)).isEmpty();
        assertThat(complaints.events(now()).stream().filter(e -> e.kind().equals("TRANSCRIBED")))
                .hasSize(3)
                .allSatisfy(e -> assertThat(e.line()).doesNotContain("Lampu"));
        reporter.write(
                c.agencyId(), c.id(), "Tolong segera.", new ReporterVerbs.Supplied(null, null, null, null), List.of());
        assertThat(search("Jemuah"))
                .as("still found after the reporter wrote again")
                .contains(c.publicNumber());
    }

    @Test
    void wordsInARegionalLanguageAreTranslatedForTheOfficeAlone() {
        Http.Shown form = ofText("ratna");
        assertThat(form.text()).contains(JAVANESE);
        form.submit(FORM, "bahasa", "INDONESIA", "isi", "Lampunya mati sejak Jumat, gelap sekali.");
        form.submit(FORM, "bahasa", "INDONESIA", "isi", "Lampunya mati sejak Jumat, gelap sekali.");
        assertThat(show("ratna").page().select(".transkrip"))
                .as("the second click")
                .hasSize(1);
        assertThat(show("ratna").text()).contains(JAVANESE, "gelap sekali");
        assertThat(tracked().text()).contains(JAVANESE).doesNotContain("gelap sekali");
        assertThat(world.signedIn(w, "auditor")
                        .get("/aduan/" + c.publicNumber())
                        .page()
                        .select(".transkrip, a[href*=/transkrip/]"))
                .as("an auditor reads it and writes none")
                .hasSize(1);
        assertThat(sql.sql("select count(*) from outbox where agency_id = ?")
                        .param(c.agencyId())
                        .query(Integer.class)
                        .single())
                .as("the receipt alone")
                .isEqualTo(1);
        Http.Shown again = world.signedIn(w, "ratna").get(form.url + "?bahasa=INDONESIA");
        assertThat(again.page().select("textarea[name=isi]").text())
                .as("to be put right")
                .contains("gelap sekali");
    }

    @Test
    void whatCannotBeATranscriptIsSaidAtItsField() {
        Http.Shown form = ofText("ratna");
        Map<List<String>, String> wrong = Map.of(
                List.of("bahasa", "", "isi", "Lampu."), "Pilih bahasanya.",
                List.of("bahasa", "KLINGON", "isi", "Lampu."), "Pilih bahasanya.",
                List.of("bahasa", "JAWA", "isi", " "), "Tulis yang Anda dengar atau artinya.",
                List.of("bahasa", "JAWA", "isi", "x".repeat(50_000)), "50");
        wrong.forEach((fields, sentence) -> {
            Http.Shown refused = form.submit(FORM, fields.toArray(String[]::new));
            assertThat(refused.status).as(sentence).isEqualTo(422);
            assertThat(refused.page().select("[role=alert]").text()).contains(sentence);
        });
        Http ratna = world.signedIn(w, "ratna");
        for (String beside : List.of("1", form.url.replaceAll(".*/", "") + "?berkas=1", "x", "1?berkas=abc"))
            assertThat(ratna.get("/aduan/" + c.publicNumber() + "/transkrip/" + beside).status)
                    .as(beside)
                    .isEqualTo(404);
        assertThat(world.signedIn(w, "rudi.dishub").get(form.url).status)
                .as("sees no such case")
                .isEqualTo(404);
        show("ratna").submit("form[action$=/catatan]", "isi", "Catatan kantor.");
        assertThat(show("ratna").page().select("li:contains(Catatan kantor.) a[href*=/transkrip/]"))
                .as("the office's own words are understood")
                .isEmpty();
    }

    @Test
    void onAClosedCaseItIsStillUnderstoodAndWhoIsErasedIsErasedHereToo() {
        ofSound("ratna").submit(FORM, "bahasa", "JAWA", "isi", "Lampune mati.");
        sql.sql("update complaint set closed_at = now() where agency_id = ? and id = ?")
                .params(c.agencyId(), c.id())
                .update();
        assertThat(ofText("ratna").submit(FORM, "bahasa", "INDONESIA", "isi", "Lampunya mati.").status)
                .isEqualTo(200);
        Http.Shown late = ofText("ratna");
        assertThat(erasures.erase(c.agencyId(), Office.id(w, "admin"), c.id(), "Permintaan pelapor."))
                .isNull();
        assertThat(show("ratna").text()).doesNotContain("Lampune", "Lampunya mati");
        assertThat(late.submit(FORM, "bahasa", "INDONESIA", "isi", "Lampunya mati.").status)
                .as("what is forgotten is not written down again")
                .isEqualTo(404);
        assertThat(office.chainFaults(c)).isEmpty();
    }

    private static HttpResponse<byte[]> part(Http who, String url, String range) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).GET();
        if (range != null) request.header("Range", range);
        return who.bytes(request);
    }

    private Http.Shown ofSound(String officer) {
        return open(officer, "a[href*=/transkrip/][href*=berkas]");
    }

    private Http.Shown ofText(String officer) {
        return open(officer, "a[href*=/transkrip/]:not([href*=berkas])");
    }

    private Http.Shown open(String officer, String link) {
        return world.signedIn(w, officer)
                .get(show(officer).page().selectFirst(link).absUrl("href"));
    }

    private String search(String word) {
        return world.signedIn(w, "ratna").get("/meja/cari?cari=" + word).text();
    }

    private Complaint now() {
        return complaints.byId(c.agencyId(), c.id()).orElseThrow();
    }

    private Http.Shown show(String officer) {
        return world.signedIn(w, officer).get("/aduan/" + c.publicNumber());
    }

    private Http.Shown tracked() {
        return world.browser(w)
                .get("/lacak")
                .submit(
                        "form[action$=/lacak]",
                        "nomor",
                        c.publicNumber(),
                        "kode",
                        codes.of(c.agencyId(), c.id(), now().codeRotation()));
    }
}
