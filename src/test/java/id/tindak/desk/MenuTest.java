package id.tindak.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.demo.DemoWorld;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The left column is the same wherever the officer is, and leads nowhere that is closed. */
@JourneyTest
@Import(Office.class)
class MenuTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Office office;

    DemoWorld.Founded w;

    @BeforeEach
    void open() {
        clock.setWib("2026-11-23T09:31");
        w = office.open();
    }

    @Test
    void everyPageOfAnOfficerHasTheSameEntriesInTheSameOrder() {
        var c = office.file(w, "Lampu padam", "Tiang 117.");
        Http ratna = world.signedIn(w, "ratna");
        List<String> usual = entries(ratna.get("/meja"));
        assertThat(usual).contains("/meja", "/meja-depan", "/buku", "/akun").doesNotHaveDuplicates();
        for (String path : List.of(
                "/meja/janji",
                "/meja/masukan",
                "/meja/tugas",
                "/meja/draf",
                "/meja/bolak-balik",
                "/untuk-diketahui",
                "/meja/cari?cari=lampu",
                "/meja-depan",
                "/meja/catat",
                "/buku",
                "/buku/buku-agenda",
                "/catatan-solusi",
                "/akun",
                "/aduan/" + c.publicNumber()))
            assertThat(entries(ratna.get(path))).as(path).isEqualTo(usual);
    }

    @Test
    void nothingStandsThereThatIsClosed() {
        for (String officer : List.of("ratna", "tono.perkim", "inspektur", "atasan", "admin", "auditor")) {
            Http http = world.signedIn(w, officer);
            Http.Shown first = http.get(officer.equals("auditor") ? "/audit" : "/meja");
            assertThat(entries(first)).as(officer).isNotEmpty();
            for (String path : entries(first))
                assertThat(http.get(path).status).as(officer + " " + path).isEqualTo(200);
        }
    }

    @Test
    void whoExaminesAbuseIsNotToldHowMuchIsLateElsewhere() {
        var c = office.file(w, "Lampu padam", "Tiang 117.");
        office.decide(w, c, "ratna", 0, "PERKIM", "");
        clock.setWib("2026-11-25T09:31");
        assertThat(world.signedIn(w, "ratna").get("/meja").text()).contains("Terlambat di OPD 1");
        assertThat(world.signedIn(w, "inspektur").get("/meja").text())
                .doesNotContain("Terlambat di OPD", c.publicNumber());
    }

    /** Those of the menu, without the page's own list under one of them. */
    private List<String> entries(Http.Shown shown) {
        assertThat(shown.status).as(shown.url).isEqualTo(200);
        String prefix = "/" + w.agency().slug();
        return shown.page().select("nav.rel > div > a").eachAttr("href").stream()
                .map(href -> href.startsWith(prefix) ? href.substring(prefix.length()) : href)
                .toList();
    }
}
