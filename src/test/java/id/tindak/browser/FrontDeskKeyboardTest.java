package id.tindak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.web.Limits;
import id.tindak.demo.DemoWorld;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A clerk with a line of people in front: a letter by keyboard alone. Forty seconds are a person's, so what is counted is keys: at
 * three keys a second the text of a letter leaves room for some ten stops more.
 */
@Tag("browser")
@JourneyTest
class FrontDeskKeyboardTest {

    private static final int STOPS = 8;
    private static final int KEYS_BESIDE_THE_TEXT = 10;

    @Autowired
    private TestWorld world;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Limits limits;

    private DemoWorld.Founded at;

    @BeforeEach
    void found() {
        clock.setWib("2026-11-23T09:00");
        limits.forget();
        at = world.agency("demo/pasuruan.yaml");
        world.signedIn(at, "rina"); // gives her a password
    }

    @Test
    void aLetterTakesFewKeysBesideItsText(TestReporter report) {
        try (Visit visit = signedIn()) {
            visit.go("/meja-depan");
            Keyboard keys = new Keyboard(visit.page());
            Instant begun = Instant.now();
            String text = "Siti Aminah" + "12/RW05/XI/2026" + "11112026" + "Perbaikan drainase Jalan Melati";
            assertThat(keys.on("#nama")).as("the form waits for the sender").isTrue();
            keys.type("Siti Aminah");
            keys.to("#nomor_surat").type("12/RW05/XI/2026");
            keys.to("#tanggal_surat").type("11112026");
            keys.to("#judul").type("Perbaikan drainase Jalan Melati");
            keys.follow("Enter");
            assertThat(visit.page().innerText("h1")).isEqualTo("Aduan sudah dicatat");
            assertThat(visit.page().innerText("main")).contains("Perbaikan drainase Jalan Melati", "Buku tamu");
            assertThat(keys.on("main form[action$='tanda-terima'] button"))
                    .as("Enter prints the receipt")
                    .isTrue();
            keys.press("Alt+b");
            visit.page().waitForURL("**/meja-depan?masuk=surat");
            assertThat(keys.on("#nama")).as("and the next one can be typed").isTrue();
            report.publishEntry(
                    "front desk",
                    "%d stops, %d keys (%d of them text), %d ms of the machine"
                            .formatted(
                                    keys.stops(),
                                    keys.keys(),
                                    text.length(),
                                    Duration.between(begun, Instant.now()).toMillis()));
            assertThat(keys.stops()).isLessThanOrEqualTo(STOPS);
            assertThat(keys.keys() - text.length()).isLessThanOrEqualTo(KEYS_BESIDE_THE_TEXT);
            assertThat(visit.trouble()).isEmpty();
        }
    }

    @Test
    void whatComesInIsChosenWithAKey() {
        try (Visit visit = signedIn()) {
            Keyboard keys = new Keyboard(visit.go("/meja-depan").page());
            keys.press("Alt+3");
            visit.page().waitForURL("**/meja-depan?masuk=telepon");
            assertThat(keys.on("#nama")).isTrue();
            keys.type("Wahyu");
            keys.to("#judul").type("Lampu padam");
            keys.to("#uraian").type("Lampu di gang tiga padam sejak Sabtu.");
            keys.to("#dibacakan").press("Space");
            keys.to("main form .kirim button").follow("Enter");
            assertThat(visit.page().innerText("h1")).isEqualTo("Aduan sudah dicatat");
            assertThat(visit.trouble()).isEmpty();
        }
    }

    private Visit signedIn() {
        Visit visit = new Visit(world.root(), "/" + at.agency().slug(), true);
        Keyboard keys = new Keyboard(visit.go("/masuk").page());
        keys.to("#nama").type("rina");
        keys.to("#sandi").type(TestWorld.PASSWORD);
        keys.follow("Enter");
        return visit;
    }
}
