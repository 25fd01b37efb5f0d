package id.tindak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Reporter;
import id.tindak.demo.DemoWorld;
import id.tindak.intake.Intake;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A disposition in a real browser: on a phone in three taps, for everybody, in both colour schemes. */
@Tag("browser")
@JourneyTest
class DispositionPagesTest {

    @Autowired
    private TestWorld world;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Intake intake;

    private DemoWorld.Founded at;

    @Test
    void theOrderIsGivenOnAPhoneAndTheTreeServesEverybody() {
        clock.set(SettableClock.START);
        at = world.agency("demo/sipesut.yaml");
        Complaint c = intake.accept(
                at.agency().id(),
                NewComplaint.of("pengaduan", "web", "Jembatan kayu lapuk", "Jembatan lapuk.")
                        .from(Reporter.person("Halimah", "Desa Contoh", "0812-0000-6612", "halimah@contoh.invalid"))
                        .done());
        for (String before : List.of("rahmat", "murni"))
            try (Visit visit = at(before, c)) {
                visit.press(".cabang button[value=kirim]");
            }
        try (Visit sekwan = at("yusuf", c)) {
            Page page = sekwan.page();
            page.setViewportSize(390, 844);
            page.locator(".cabang summary").first().click();
            page.locator(".cabang label:has-text('Bagian Umum') input").first().check();
            assertThat(looked(sekwan)).as("the open form").isEmpty();
            sekwan.press(".cabang button[value=kirim]");
            assertThat(page.innerText("main")).contains("Pilih sedikitnya satu perintah");
            assertThat(looked(sekwan)).as("the form with a fault").isEmpty();
            page.locator(".cabang label:has-text('Siapkan jawaban') input")
                    .first()
                    .check();
            sekwan.press(".cabang button[value=kirim]");
            sekwan.go("/aduan/" + c.publicNumber());
            page.locator("summary:has-text('Tambah pihak')").click();
            page.locator("summary:has-text('Tarik disposisi')").click();
            assertThat(page.innerText(".disposisi")).contains("Bagian Umum", "Belum dibaca", "Siapkan jawaban");
            assertThat(looked(sekwan)).as("the tree with its forms").isEmpty();
        }
        try (Visit party = at("lestari", c)) {
            party.page()
                    .locator("summary:has-text('Teruskan sebagai disposisi')")
                    .click();
            assertThat(looked(party)).as("what a party sees").isEmpty();
        }
    }

    private static List<String> looked(Visit visit) {
        List<String> faults = new ArrayList<>(visit.trouble());
        faults.addAll(PageRules.frame(visit.page()));
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK))
            faults.addAll(PageRules.accessibility(visit.page(), scheme));
        for (int width : PageRules.WIDTHS) faults.addAll(PageRules.layout(visit.page(), width));
        return faults;
    }

    private Visit at(String officer, Complaint c) {
        world.signedIn(at, officer); // makes the password
        Visit visit = new Visit(world.root(), "/" + at.agency().slug(), true);
        visit.go("/masuk").page().fill("#nama", officer);
        visit.page().fill("#sandi", TestWorld.PASSWORD);
        visit.send("main form");
        return visit.go("/aduan/" + c.publicNumber());
    }
}
