package id.tindak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.web.Limits;
import id.tindak.demo.DemoWorld;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of a complaint by keyboard alone: the citizen with and without JavaScript, then the officer. */
@Tag("browser")
@JourneyTest
class KeyboardJourneyTest {

    private static final String TITLE = "Lampu jalan padam di tikungan SDN 2";

    @Autowired
    private TestWorld world;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Limits limits;

    private DemoWorld.Founded at;

    @BeforeEach
    void found() {
        clock.set(SettableClock.START);
        limits.forget();
        at = world.agency();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCitizenComplainsAndTracksByKeyboard(boolean javaScript) {
        try (Visit visit = visit(javaScript)) {
            Keyboard keys = new Keyboard(visit.go("/").page());
            keys.to(".lompat").follow("Enter"); // straight to the content
            keys.to("main a.tombol").follow("Enter");
            fill(keys);
            keys.to("main form button").follow("Enter");
            String receipt = visit.page().innerText("main");
            String number = find("[A-Z]{2,5}-\\d{6}-[0-9A-Z]{4}", receipt);
            String code = find("\\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\\b", receipt);

            keys.to("nav a[href$='/lacak']").follow("Enter");
            keys.to("#nomor").type(number);
            keys.to("#kode").type(code);
            keys.follow("Enter");
            assertThat(visit.page().innerText("main")).contains(TITLE, "sisa 15 menit");
            keys.to("textarea#isi").type("Tiangnya nomor 117 dan 118.");
            keys.to("main form button").follow("Space");
            assertThat(visit.page().innerText("main")).contains("Tiangnya nomor 117 dan 118.");
            assertThat(visit.trouble()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFormWithFaultsBeginsWithThemAndLeadsToTheFields(boolean javaScript) {
        try (Visit visit = visit(javaScript)) {
            Keyboard keys = new Keyboard(visit.go("/lapor").page());
            keys.to("#judul").type(TITLE);
            keys.to("#uraian").type("Lampu jalan di tikungan SDN 2 padam sejak Jumat malam.");
            keys.to("#kategori").type("Penerangan"); // this kind needs a place
            keys.to("#benar").press("Space");
            keys.to("main form button").follow("Enter");
            assertThat(keys.on(".galat")).as("the summary has the focus").isTrue();
            assertThat(visit.page().innerText(".galat")).contains("Aduan belum terkirim", "patokan");
            keys.to(".galat a[href='#kecamatan']").press("Enter");
            assertThat(keys.on("#kecamatan"))
                    .as("the link leads into the field")
                    .isTrue();
            keys.type("Cilacap Tengah");
            keys.to("#patokan").type("Tikungan SDN 2");
            keys.to("main form button").follow("Enter");
            assertThat(visit.page().innerText("main")).contains("sudah kami terima");
            assertThat(visit.trouble()).isEmpty();
        }
    }

    @Test
    void anOfficerWorksByKeyboard() {
        try (Visit citizen = visit(false);
                Visit officer = visit(true)) {
            Keyboard reporter = new Keyboard(citizen.go("/lapor").page());
            fill(reporter);
            reporter.to("main form button").follow("Enter");
            world.signedIn(at, "ratna"); // gives her a password
            Keyboard keys = new Keyboard(officer.go("/meja").page());
            keys.to("#nama").type("ratna");
            keys.to("#sandi").type(TestWorld.PASSWORD);
            keys.follow("Enter");
            assertThat(officer.page().url()).endsWith("/meja");
            keys.press("j"); // the first case of the desk
            assertThat(keys.on(".hal a")).isTrue();
            keys.follow("Enter");
            assertThat(officer.page().innerText("h1")).isEqualTo(TITLE);

            keys.to(".tindakan summary").press("Enter");
            if (!keys.on(".tindakan details[open] summary")) keys.press("Enter");
            keys.to(".tindakan [open] select").type("Dinas Perumahan");
            keys.to(".tindakan [open] textarea").type("Mohon diperbaiki malam ini.");
            keys.to(".tindakan [open] button[value=kirim]").follow("Enter");
            assertThat(officer.page().innerText("main")).contains("selesai dan diteruskan");
            assertThat(officer.page().innerText("main")).doesNotContain(TITLE);
            assertThat(officer.trouble()).isEmpty();
        }
    }

    private static void fill(Keyboard keys) {
        keys.to("[name=jenis]").press("Space");
        keys.to("#judul").type(TITLE);
        keys.to("#uraian").type("Lampu jalan di tikungan SDN 2 padam sejak Jumat malam, tiang nomor 117 dan 118.");
        keys.to("#kategori").type("Penerangan");
        keys.to("#kecamatan").type("Cilacap Tengah");
        keys.to("#patokan").type("Tikungan SDN 2");
        keys.to("[name=sifat]").press("ArrowDown").press("ArrowUp");
        keys.to("#nama").type("Siti Aminah");
        keys.to("#alamat").type("Jalan Melati 14, RT 03 RW 05");
        keys.to("#benar").press("Space");
    }

    private Visit visit(boolean javaScript) {
        return new Visit(world.root(), "/" + at.agency().slug(), javaScript);
    }

    private static String find(String pattern, String text) {
        Matcher m = Pattern.compile(pattern).matcher(text);
        assertThat(m.find()).as(text).isTrue();
        return m.group();
    }
}
