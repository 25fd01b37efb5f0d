package id.tindak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.agency.Agencies;
import id.tindak.agency.AgencyEvents;
import id.tindak.agency.Calendars;
import id.tindak.base.Chain;
import id.tindak.base.web.Browser;
import id.tindak.base.web.Browser.Answer;
import id.tindak.base.web.SetupGate;
import id.tindak.handling.Sops;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An empty database, a browser, and the code from the file: one story from the first page to the first sign-in. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(JourneyTest.Settings.class)
@DirtiesContext
class SetupOverHttpTest {

    private static final String PASSWORD = "nasi liwet pagi hari";

    @TempDir
    private static Path data;

    @LocalServerPort
    private int port;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Agencies agencies;

    @Autowired
    private AgencyEvents events;

    @Autowired
    private Calendars calendars;

    @Autowired
    private Sops sops;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) {
        registry.add("tindak.data", () -> data.toString());
    }

    @Test
    void theCodeIsVoidAfterAnHour() {
        SettableClock own = new SettableClock();
        SetupCode code = new SetupCode(new Waiting(), data.resolve("lain"), own);
        code.make();
        own.forward(SetupCode.LIFE.plusSeconds(1));
        assertThat(code.check("apa pun")).isEqualTo(SetupCode.Answer.VOID);
    }

    private static final class Waiting implements SetupGate {
        @Override
        public boolean open() {
            return true;
        }

        @Override
        public String path() {
            return FirstAdministrator.PATH;
        }
    }

    @Test
    void anEmptyInstallationIsSetUpOnceByWhoeverCanReadTheCode() throws IOException {
        Browser b = new Browser(port);
        Path file = data.resolve("kode-pemasangan");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String code = Files.readString(file).strip();
        assertThat(code.replace("-", "")).matches("[0-9a-f]{32}");
        Answer form = b.follow(b.get("/"));
        assertThat(form.title()).isEqualTo("Pemasangan");
        assertThat(form.html().select("input[name=sop]").eachAttr("value"))
                .as("only procedures that this program can run")
                .containsExactly(
                        "000-sipesut-kukar",
                        "001-sms-wa",
                        "002-dprd-pasuruan",
                        "003-mojokerto",
                        "004-cilacap-laporbup",
                        "sendiri");

        Map<String, String> typed = new HashMap<>(Map.of(
                "kode", "0000",
                "nama_instansi", "Dinas Kominfo Contoh",
                "pemerintah", "Pemerintah Kota Contoh",
                "alamat_singkat", "Contoh",
                "awalan", "ct",
                "nama", "Ibu Contoh",
                "pengguna", "contoh",
                "sandi", PASSWORD,
                "sandi-ulang", PASSWORD,
                "sop", "004-cilacap-laporbup"));
        typed.put("zona", "WITA");
        typed.put("kalender", "enam-hari");
        typed.put("teks", "");
        badInput(b, form, typed);
        wrongCodes(b, form, typed);
        assertThat(agencies.all()).isEmpty();

        typed.put("kode", code.toUpperCase(Locale.ROOT));
        clock.forward(Duration.ofSeconds(61));
        Answer done = b.submit(form, "/pemasangan", typed);
        assertThat(done.status()).as(done.body()).isEqualTo(303);
        assertThat(done.location()).isEqualTo("/contoh/masuk");
        assertThat(Files.exists(file)).as("the code is void after use").isFalse();
        Answer signIn = b.follow(done);
        assertThat(signIn.html().select(".catat").text())
                .contains("Langkah berikutnya")
                .contains("contoh");
        assertThat(b.get("/pemasangan").status()).isEqualTo(404);
        assertThat(b.get("/contoh/pemasangan").status()).isEqualTo(404);
        Answer in = b.submit(signIn, "/contoh/masuk", Map.of("nama", "contoh", "sandi", PASSWORD));
        assertThat(in.status()).isEqualTo(303);
        Answer overview = b.get("/contoh/kelola");
        assertThat(overview.html().select("#kesiapan .cap").text()).isEqualTo("belum siap");
        assertThat(overview.body()).contains("Belum ada SOP yang berlaku");

        int id = agencies.all().getFirst().id();
        assertThat(calendars.current(id).zone().getId()).isEqualTo("Asia/Makassar");
        assertThat(sops.versions(id)).hasSize(1);
        assertThat(events.page(id, Integer.MAX_VALUE, 10).reversed().stream().map(Chain::kind))
                .containsExactly("AGENCY_FOUNDED", "CALENDAR_CHANGED", "OFFICER_ADDED", "SOP_UPLOADED");
    }

    private static void badInput(Browser b, Answer form, Map<String, String> right) {
        Map<String, String> bad = new HashMap<>(right);
        bad.put("alamat_singkat", "kelola");
        bad.put("awalan", "C3");
        bad.put("alamat_dasar", "contoh.go.id");
        bad.put("sandi", "rahasiaku");
        bad.put("sop", "../pom");
        bad.put("kalender", "tujuh-hari");
        Answer refused = b.submit(form, "/pemasangan", bad);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select(".galat a")).hasSize(6);
        assertThat(refused.body()).doesNotContain("rahasiaku");
    }

    /** Five wrong codes, then even the right one has to wait. */
    private static void wrongCodes(Browser b, Answer form, Map<String, String> typed) {
        for (int i = 0; i < 5; i++)
            assertThat(b.submit(form, "/pemasangan", typed).body()).contains("Kode tidak cocok");
        assertThat(b.submit(form, "/pemasangan", typed).body()).contains("Tunggu satu menit");
    }
}
