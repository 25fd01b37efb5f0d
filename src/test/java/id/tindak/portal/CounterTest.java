package id.tindak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.account.ReporterCode;
import id.tindak.base.web.Limits;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.demo.DemoWorld;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An officer enters a complaint for a person who came, called or wrote; the code is that person's alone. */
@JourneyTest
class CounterTest {

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

    DemoWorld.Founded w;
    Http officer;

    @BeforeEach
    void found() {
        clock.setWib("2026-11-23T09:00");
        limits.forget();
        w = world.agency();
        officer = world.signedIn(w, "ratna");
    }

    @Test
    void theChannelAndTheOfficerAreKept() {
        Http.Shown done = enter("telepon", "");
        assertThat(done.url).contains("/meja/catat/diterima");
        Complaint c = filed(done);
        assertThat(c.channel()).isEqualTo("telepon");
        assertThat(c.enteredBy()).isEqualTo(w.officers().get("ratna"));
    }

    @Test
    void withoutAnAddressTheCodeStandsOnlyOnThePartThatIsFolded() {
        Http.Shown done = enter("langsung", "");
        String code = code(done);
        assertThat(done.body).doesNotContain(code);
        Http.Shown sheet = done.submit("form[action$=tanda-terima]");
        assertThat(sheet.page().select(".hanya-cetak").text()).contains(code);
        assertThat(sheet.page().select("*:not(.hanya-cetak) > b:contains(" + code + ")"))
                .isEmpty();
        assertThat(sheet.text()).contains("Yang menyerahkan", "Petugas penerima", "Bagian ini hanya untuk pelapor");
    }

    @Test
    void withAnAddressTheCodeGoesThereAlone() {
        Http.Shown done = enter("whatsapp", "siti@contoh.invalid");
        Http.Shown sheet = done.submit("form[action$=tanda-terima]");
        assertThat(done.text()).contains("dikirim ke alamat surel pelapor");
        assertThat(done.body + sheet.body).doesNotContain(code(done));
    }

    @Test
    void theSheetOfACitizenIsNotForOfficersAndTheOtherWayRound() {
        Http.Shown done = enter("langsung", "");
        String proof = done.url.replaceAll(".*bukti=", "");
        assertThat(officer.get("/lapor/diterima?bukti=" + proof).status).isEqualTo(410);
        assertThat(world.browser(w).get("/meja/catat/tanda-terima?bukti=" + proof).url)
                .contains("/masuk");
    }

    @Test
    void whatIsMissingIsToldAndTheChannelStaysChosen() {
        Http.Shown page = new Sender(officer.get("/meja/catat"), "form[action$=/meja/catat]")
                .with("kanal", "surat")
                .by(officer);
        assertThat(page.status).isEqualTo(422);
        assertThat(page.page().select("input[name=kanal][checked]").attr("value"))
                .isEqualTo("surat");
        assertThat(page.text()).contains("Aduan belum tercatat.");
        assertThat(new Sender(page, "form[action$=/meja/catat]")
                        .with("kanal", "merpati")
                        .by(officer)
                        .status)
                .isEqualTo(422);
    }

    private Http.Shown enter(String channel, String email) {
        Http.Shown done = new Sender(officer.get("/meja/catat"), "form[action$=/meja/catat]")
                .with("kanal", channel)
                .with("judul", "Sampah menumpuk")
                .with("uraian", "Sampah di belakang pasar tiga hari tidak diangkut.")
                .with("nama", "Siti Aminah")
                .with("email", email)
                .with("benar", "ya")
                .by(officer);
        assertThat(done.status).as(done.text()).isEqualTo(200);
        return done;
    }

    private Complaint filed(Http.Shown done) {
        return complaints
                .byNumber(w.agency().id(), done.page().selectFirst("dd.nomor").text())
                .orElseThrow();
    }

    private String code(Http.Shown done) {
        Complaint c = filed(done);
        return codes.of(c.agencyId(), c.id(), c.codeRotation());
    }
}
