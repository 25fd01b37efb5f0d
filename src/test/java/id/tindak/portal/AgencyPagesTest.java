package id.tindak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.agency.Agencies;
import id.tindak.base.web.Limits;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.Sops;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The agency's own pages say what its settings and its SOP in force say. */
@JourneyTest
class AgencyPagesTest {

    private static final List<String> PAGES = List.of(
            "/",
            "/lapor",
            "/lacak",
            "/tentang",
            "/kontak",
            "/standar-pelayanan",
            "/aduan-tidak-ditindaklanjuti",
            "/sop");

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Sops sops;

    @Autowired
    JdbcClient sql;

    @Autowired
    Agencies agencies;

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
    void theHomePageTakesItsTimesFromTheProcedure() {
        Http.Shown home = http.get("/");
        assertThat(home.text())
                .contains(
                        "Sasaran waktu: dijawab dalam 2 jam 15 menit",
                        "Senin–Kamis pukul 07.30–16.00",
                        "Nomor SOP 061 / 0478 / 36")
                .doesNotContain("Janji", "Kenyataan");
        assertThat(home.page().select(".langkah li").eachText())
                .hasSize(6)
                .first()
                .asString()
                .contains("2 Periksa kelengkapan 15 menit Admin Utama");
        assertThat(home.page().select("a[href=https://wa.me/6285290082800]").text())
                .isEqualTo("085290082800");
    }

    @Test
    void theAgencysOwnWordsStandBeforeTheUsualOnes() {
        agencies.set(
                w.agency().id(),
                Map.of(
                        "tentang", "Kami melayani.\nSetiap hari kerja.",
                        "penolakan", "Fitnah <b>tidak</b> dilayani.",
                        "tautan", "Situs kabupaten: https://contoh.invalid/a, javascript:alert(1)"),
                null);
        assertThat(http.get("/tentang").page().select("main p").eachText())
                .contains("Kami melayani.", "Setiap hari kerja.");
        assertThat(http.get("/aduan-tidak-ditindaklanjuti").text()).contains("Fitnah <b>tidak</b> dilayani.");
        Http.Shown contact = http.get("/kontak");
        assertThat(contact.page().select("a[href=https://contoh.invalid/a]").text())
                .isEqualTo("Situs kabupaten");
        assertThat(contact.page().select("a[href^=javascript]")).isEmpty();
        assertThat(contact.text()).contains("Ratna Wulandari", "07.30–12.00");
    }

    @Test
    void theProcedureIsShownAsItsOfficialTableAndGivenAsBpmn() {
        Http.Shown page = http.get("/sop");
        assertThat(page.text()).contains("Mengirim pesan pengaduan ke Whatsapp 085290082800");
        Http.Shown bpmn = http.get("/sop.bpmn");
        assertThat(bpmn.body).contains("http://www.omg.org/spec/BPMN/20100524/MODEL");
        assertThat(bpmn.headers.get("content-disposition").getFirst()).contains("sop-laporbup-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000-sipesut-kukar.yaml",
                "001-sms-wa.yaml",
                "002-dprd-pasuruan.yaml",
                "003-mojokerto.yaml",
                "004-cilacap-laporbup.yaml"
            })
    void everyPageWorksWithEveryProcedureInBothLanguages(String file) throws Exception {
        inForce(file);
        for (String language : List.of("id", "en")) {
            http.get("/?bahasa=" + language);
            for (String path : PAGES) assertThat(http.get(path).status).as(path).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"000-sipesut-kukar.yaml", "003-mojokerto.yaml"})
    void aComplaintIsFiledUnderEveryProcedureThatHasAForm(String file) throws Exception {
        inForce(file);
        Sender form = Sender.complaint(http)
                .with("nama", "Siti Aminah")
                .with("alamat", "Jalan Melati 14")
                .with("hp", "081234567890")
                .with("email", "siti@contoh.invalid")
                .with("tujuan", Long.toString(w.units().get("DPUPR")));
        Http.Shown receipt = form.by(http);
        assertThat(receipt.status).as(receipt.text()).isEqualTo(200);
        Http.Shown page = http.get("/lacak")
                .submit(
                        "form[action$=/lacak]",
                        "nomor",
                        ComplaintFormTest.number(receipt),
                        "kode",
                        ComplaintFormTest.code(receipt));
        assertThat(page.page().select(".jalur li").size()).isGreaterThan(3);
    }

    @Test
    void whatTheProcedureMakesMandatoryIsMandatory() throws Exception {
        inForce("000-sipesut-kukar.yaml");
        assertThat(Sender.complaint(http).by(http).page().select(".galat a").eachAttr("href"))
                .containsExactly("#nama", "#alamat", "#hp", "#email");
    }

    private void inForce(String file) throws Exception {
        String yaml = Files.readString(Path.of("sop", file));
        var stored = (Sops.Stored) sops.upload(w.agency().id(), yaml, null);
        // by hand: the pages have to read every procedure, whether or not this agency has people for it
        sql.sql("update sop_version set in_force_from = ? where agency_id = ? and id = ?")
                .params(
                        Timestamp.from(clock.instant().minusSeconds(1)),
                        w.agency().id(),
                        stored.version().id())
                .update();
    }
}
