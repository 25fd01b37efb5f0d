package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A complaint that alleges abuse of power, and the officers whom it accuses: they try every door of the program. */
@JourneyTest
class OversightJourneyTest {

    private static final Set<Who> INSIDE = Set.of(Who.OFFICER, Who.ADMIN, Who.AUDITOR);

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    People people;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    Walk walk;

    @BeforeEach
    void filed() {
        clock.setWib("2026-11-23T09:00");
        walk = new Walk(world, "demo/sipesut.yaml");
    }

    /** Murniati registered it and began to write, the administrator is accused as well; then the secretary says what it is. */
    @Test
    void theAccusedMeetItThroughNoDoorOfTheProgram() {
        file("Pungutan di bagian umum", "Murniati meminta uang pelicin untuk zamrudhijau.");
        walk.decide("rahmat", "", "teks", "");
        String before = walk.show("murni").text();
        assertThat(before).as("so far she has it").contains("Pungutan di bagian umum");
        walk.show("murni").submit("form[action$=/langkah]", "teks", "Baru separuh.", "aksi", "draf");
        walk.decide("murni", "", "teks", "Dicatat.");
        assertThat(walk.in("murni").get("/buku/buku-agenda").text()).contains("Pungutan di bagian umum");

        Http.Shown page = walk.show("yusuf");
        Map<String, List<String>> fields = new LinkedHashMap<>(page.values("form[action$=/pengawasan]"));
        fields.put("peran", List.of("inspektorat"));
        fields.put("terlapor", List.of(id("murni"), id("admin")));
        fields.put("alasan", List.of(""));
        assertThat(walk.in("yusuf").post("/aduan/" + walk.number + "/pengawasan", fields).status)
                .as("not without a reason")
                .isEqualTo(422);
        fields.put("alasan", List.of("Menyebut permintaan uang oleh dua orang."));
        Http.Shown handed = walk.in("yusuf").post("/aduan/" + walk.number + "/pengawasan", fields);
        assertThat(handed.text()).contains("diserahkan ke pemeriksa");
        assertThat(walk.desk("inspektur")).contains(walk.number);
        assertThat(walk.tracked().text()).contains("Rahasia", "Inspektorat").doesNotContain("Murniati, ");
        makeAdministrator("murni");

        List<String> met = new ArrayList<>();
        for (String accused : List.of("murni", "admin")) met.addAll(everyDoor(accused));
        assertThat(met).isEmpty();

        walk.decide("inspektur", "Selesai diperiksa", "teks", "Yang bersangkutan sudah diperiksa.");
        assertThat(walk.tracked().text()).contains("Yang bersangkutan sudah diperiksa.");
        for (String accused : List.of("murni", "admin")) met.addAll(everyDoor(accused));
        assertThat(met).as("nor after it ended").isEmpty();
    }

    @Test
    void whatIsNoneOfTheirsGoesBackToTheProcedureAndStaysSecret() {
        file("Pelayanan lambat", "Menunggu tiga jam di loket tanpa penjelasan.");
        walk.decide("rahmat", "", "teks", "");
        Http.Shown page = walk.show("murni");
        page.submit("form[action$=/pengawasan]", "peran", "badan-kehormatan", "alasan", "Diduga.");
        assertThat(walk.desk("bk")).contains(walk.number);
        assertThat(walk.show("rahmat").status).as("he did a step in person").isEqualTo(200);
        Http.Shown back = walk.show("bk").submit("form[action$=/ke-prosedur]", "alasan", "Bukan pelanggaran.");
        assertThat(back.status).as(back.text()).isEqualTo(200);
        assertThat(walk.desk("murni")).contains(walk.number);
        assertThat(walk.show("lestari").status).isEqualTo(404);
        walk.decide("murni", "", "teks", "Dicatat.");
    }

    @Test
    void aComplaintAboutTheComplaintServiceGoesToTheSuperior() {
        walk = new Walk(world, "demo/cilacap.yaml");
        walk.file(
                "jenis", "pengaduan",
                "judul", "Admin tidak menjawab",
                "uraian", "Aduan saya tiga kali tidak dibaca admin LaporBup.",
                "kategori", "layanan",
                "nama", "Yanti");
        assertThat(walk.desk("atasan")).contains(walk.number);
        assertThat(walk.in("ratna").get("/meja").page().select("#milik, main li:contains(" + walk.number + ") form"))
                .as("the desk complained of has nothing to decide")
                .isEmpty();
        assertThat(walk.show("ratna").page().select("form[action$=/langkah]")).isEmpty();
        walk.decide("atasan", "Dijawab", "teks", "Mohon maaf; admin kami sudah ditegur.");
        assertThat(walk.tracked().text()).contains("admin kami sudah ditegur");
    }

    /** What the accused officer met of the case, by route. */
    private List<String> everyDoor(String accused) {
        Http http = walk.in(accused);
        String token = http.get("/meja/cari?cari=x")
                .page()
                .select("input[name=_t]")
                .first()
                .val();
        List<String> met = new ArrayList<>();
        List<Integer> tried = new ArrayList<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((info, handler) -> {
            Access access = handler.getMethodAnnotation(Access.class);
            if (access == null || Arrays.stream(access.value()).noneMatch(INSIDE::contains)) return;
            for (String pattern : info.getPatternValues())
                for (RequestMethod method : info.getMethodsCondition().getMethods())
                    for (String path : paths(pattern, accused)) {
                        boolean ofCase = pattern.startsWith("/aduan/{number}");
                        if (method == RequestMethod.POST && !ofCase) continue; // changes what is not this case
                        Http.Shown shown = method == RequestMethod.POST
                                ? http.post(
                                        path,
                                        Map.of(
                                                "_t",
                                                List.of(token),
                                                "alasan",
                                                List.of("x"),
                                                "isi",
                                                List.of("x"),
                                                "penugasan",
                                                List.of("1"),
                                                "versi",
                                                List.of("1"),
                                                "petugas",
                                                List.of("1"),
                                                "teks",
                                                List.of("x"),
                                                "nomor",
                                                List.of(walk.number)))
                                : http.get(path);
                        tried.add(shown.status);
                        if (ofCase && shown.status != 404)
                            met.add(accused + " " + method + " " + path + " " + shown.status);
                        String body = path.endsWith("/xlsx") && shown.status == 200 ? sheet(http, path) : shown.body;
                        List.of(
                                        "Pungutan di bagian umum",
                                        "zamrudhijau",
                                        "Baru separuh",
                                        ofCase ? "zamrudhijau" : walk.number)
                                .stream()
                                .filter(word -> body.contains(word)
                                        && !path.contains(word)) // what was searched for stands in the field
                                .forEach(word -> met.add(accused + " " + method + " " + path + ": " + word));
                    }
        });
        assertThat(tried)
                .as("the walk has been somewhere")
                .hasSizeGreaterThan(50)
                .contains(200, 404);
        return met;
    }

    /** What stands in the cells of a workbook. */
    private static String sheet(Http http, String path) {
        StringBuilder text = new StringBuilder();
        try {
            Path file = Files.createTempFile("buku", ".xlsx");
            Files.write(file, http.bytes(path).body());
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry e : Collections.list(zip.entries()))
                    text.append(new String(zip.getInputStream(e).readAllBytes(), StandardCharsets.UTF_8));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The route with everything put in that could lead to the case. */
    private List<String> paths(String pattern, String accused) {
        if (pattern.equals("/meja/cari"))
            return List.of(pattern + "?cari=" + walk.number, pattern + "?cari=zamrudhijau");
        if (pattern.equals("/buku/{book}") || pattern.startsWith("/buku/{book}/")) {
            String path = pattern.replace("{book}", "buku-agenda")
                    .replace("{year}", "2026")
                    .replace("{number}", "1");
            return path.equals("/buku/buku-agenda")
                    ? List.of(path, path + "?cari=zamrudhijau", path + "?cari=pungutan")
                    : List.of(path);
        }
        if (pattern.startsWith("/kelola/pejabat/{id}")) return List.of(pattern.replace("{id}", "1"));
        if (pattern.startsWith("/kelola/petugas/{id}"))
            return List.of(
                    pattern.replace("{id}", id("inspektur")),
                    pattern.replace("{id}", id(accused)),
                    pattern.replace("{id}", id("rahmat")));
        return List.of(pattern.replace("{number}", walk.number)
                .replace("{kind}", "data-pengaduan")
                .replaceAll("\\{[^}]+}", "1"));
    }

    private void file(String title, String body) {
        walk.file(
                "jenis", "pengaduan",
                "judul", title,
                "uraian", body,
                "kategori", "lain",
                "nama", "Halimah",
                "alamat", "Desa Contoh RT 02",
                "hp", "0812-0000-6612",
                "email", "halimah@contoh.invalid");
    }

    private String id(String officer) {
        return Long.toString(Objects.requireNonNull(walk.w.officers().get(officer)));
    }

    private void makeAdministrator(String officer) {
        int agency = walk.w.agency().id();
        Officer o = people.officer(
                        agency, Objects.requireNonNull(walk.w.officers().get(officer)))
                .orElseThrow();
        people.change(
                agency,
                new Officer(
                        o.id(),
                        o.username(),
                        o.name(),
                        o.nip(),
                        o.email(),
                        o.phone(),
                        o.activeFrom(),
                        o.activeUntil(),
                        true,
                        o.auditorUntil()),
                Objects.requireNonNull(walk.w.officers().get("admin")));
    }
}
