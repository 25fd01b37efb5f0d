package id.tindak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.journey.JourneyTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The set-up page, and every page of an agency that was founded a minute ago and has nothing yet. */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(JourneyTest.Settings.class)
@DirtiesContext
class EmptyInstallationTest {

    private static final String PASSWORD = "nasi liwet pagi hari";

    @TempDir
    private static Path data;

    @LocalServerPort
    private int port;

    private final Map<String, List<String>> wrong = new LinkedHashMap<>();

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) {
        registry.add("tindak.data", () -> data.toString());
    }

    @Test
    void whatIsEmptyServesEverybodyToo() throws IOException {
        try (Visit visit = new Visit("http://localhost:" + port, "", true)) {
            look(visit.go("/"), "pemasangan");
            look(visit.send("main form"), "pemasangan-galat");
            setUp(visit);
            look(visit, "masuk-pertama");
            visit.page().fill("#nama", "contoh");
            visit.page().fill("#sandi", PASSWORD);
            visit.send("main form");
            for (String path : List.of(
                    "/meja",
                    "/meja/draf",
                    "/kelola",
                    "/kelola/unit",
                    "/kelola/petugas",
                    "/kelola/pejabat",
                    "/kelola/pejabat/baru",
                    "/kelola/cuti",
                    "/kelola/sop",
                    "/kelola/kategori",
                    "/kelola/kiriman",
                    "/kelola/peristiwa")) look(visit.go(path), "kosong" + path.replace('/', '-'));
            visit.press("main a, nav a[href$='/kelola/sop']");
            visit.go("/kelola/sop").press("main th a");
            look(visit, "kosong-kelola-sop-lihat");
        }
        try (Visit citizen = new Visit("http://localhost:" + port, "/contoh", true)) {
            for (String path : List.of("/", "/lapor", "/standar-pelayanan", "/sop", "/tentang", "/kontak"))
                look(citizen.go(path), "kosong-warga" + path.replace('/', '-'));
        }
        assertThat(wrong).isEmpty();
    }

    private void look(Visit visit, String name) {
        List<String> faults = Tour.quick(visit, new Stop(name, Stop.Who.CITIZEN, null, true, v -> {}));
        visit.page().setViewportSize(1440, 900);
        if (!faults.isEmpty()) wrong.put(name, faults);
    }

    private static void setUp(Visit visit) throws IOException {
        visit.go("/pemasangan");
        Map.of(
                        "kode",
                                Files.readString(data.resolve("kode-pemasangan"))
                                        .strip(),
                        "nama_instansi", "Dinas Kominfo Contoh",
                        "pemerintah", "Pemerintah Kota Contoh",
                        "alamat_singkat", "contoh",
                        "awalan", "CT",
                        "nama", "Ibu Contoh",
                        "pengguna", "contoh",
                        "sandi", PASSWORD,
                        "sandi-ulang", PASSWORD)
                .forEach((field, value) -> visit.page().fill("[name=" + field + "]", value));
        visit.page().check("[name=sop][value='004-cilacap-laporbup']");
        visit.send("main form");
    }
}
