package id.tindak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.agency.Officer;
import id.tindak.agency.RoleHolder;
import id.tindak.base.web.Browser;
import id.tindak.base.web.Browser.Answer;
import id.tindak.base.web.Browser.Part;
import id.tindak.complaint.Complaint;
import id.tindak.handling.Handlings;
import id.tindak.handling.Handovers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(AdminWorld.class)
class PeopleOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private AdminWorld world;

    @Autowired
    private Handlings handlings;

    @Autowired
    private Handovers handovers;

    private AdminWorld.Town town;
    private Browser admin;

    @BeforeEach
    void newTown() {
        town = world.town();
        admin = town.signedIn(port, town.admin);
    }

    @Test
    void anOfficerIsAddedAndSetsThePasswordByALinkThatWorksOnce() {
        String path = town.path("/kelola/petugas/baru");
        Answer added = admin.submit(
                admin.get(path),
                path,
                Map.of("nama", "Ratna Wulandari", "pengguna", "Ratna", "surel", "r@contoh.go.id"));
        assertThat(added.status()).as(added.body()).isEqualTo(303);
        Officer ratna = officer("ratna");
        assertThat(town.lastEvent("OFFICER_ADDED").facts()).containsEntry("officer", Long.toString(ratna.id()));

        String make = town.path("/kelola/petugas/" + ratna.id() + "/tautan");
        Answer shown = admin.submit(admin.follow(added), make, Map.of());
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Cache-Control")).contains("no-store");
        String link = URI.create(shown.html().select("#tautan-sandi").val()).getPath();
        assertThat(link).startsWith(town.path("/sandi/"));
        assertThat(town.lastEvent("PASSWORD_LINK_ISSUED").line()).doesNotContain(link);

        Browser herself = new Browser(port);
        String password = "teh poci gula batu";
        Answer set = herself.submit(herself.get(link), link, Map.of("sandi", password, "sandi-ulang", password));
        assertThat(set.status()).as(set.body()).isEqualTo(303);
        assertThat(herself.get(link).status()).isEqualTo(410);
        String in = town.path("/masuk");
        assertThat(herself.submit(herself.get(in), in, Map.of("nama", "ratna", "sandi", password))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void everyFaultOfAnOfficerIsToldAndNothingTypedIsLost() {
        String path = town.path("/kelola/petugas/baru");
        Answer refused = admin.submit(
                admin.get(path),
                path,
                Map.of(
                        "nama", "",
                        "pengguna", "ADMIN",
                        "nip", "123",
                        "surel", "bukan surel",
                        "telepon", "nol delapan",
                        "auditor", world.day(10).toString(),
                        "admin", "ya"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select(".galat a")).hasSize(6);
        assertThat(refused.html().select("input[name=nip]").val()).isEqualTo("123");
        assertThat(world.people.officers(town.id)).hasSize(3);
    }

    @Test
    void theListIsSearchedByNameAndUserName() {
        Answer found = admin.get(town.path("/kelola/petugas?cari=UTAMA"));
        assertThat(found.html().select("tbody tr")).hasSize(1);
        assertThat(found.html().select("tbody").text()).contains("Ibu utama").contains("Admin Utama");
        assertThat(admin.get(town.path("/kelola/petugas?cari=tidak-ada")).body())
                .contains("Tidak ada petugas");
    }

    @Test
    void takingTheAdministratorsRightAwayEndsTheSessionAndTheLastOneKeepsIt() {
        String own = town.path("/kelola/petugas/" + town.admin.id());
        assertThat(own).isNotBlank();
        Answer refused = untickAdmin(own);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("administrator terakhir");

        Officer second = town.officer("kedua", true, null);
        world.people.add(town.id, second, null);
        Browser other = town.signedIn(port, second);
        assertThat(other.get(town.path("/kelola")).status()).isEqualTo(200);
        assertThat(untickAdmin(town.path("/kelola/petugas/" + second.id())).status())
                .isEqualTo(303);
        assertThat(other.get(town.path("/kelola")).status()).as("signed out").isEqualTo(303);
        assertThat(town.lastEvent("OFFICER_CHANGED").facts()).containsEntry("admin", "false");
    }

    @Test
    void endingAHolderShowsTheWorkAndPutsItBackIntoTheQueueOfTheRole() {
        Complaint first = taken();
        Complaint second = taken();
        Instant deadline = town.deadline(first);
        RoleHolder utama = holder("admin-utama");
        Officer next = town.officer("pengganti", false, null);
        world.people.add(town.id, next, null);

        String path = town.path("/kelola/pejabat/" + utama.id() + "/akhiri");
        Answer preview = admin.get(path);
        assertThat(preview.html().select("#yang-pindah").text()).startsWith("2 ");
        assertThat(preview.body()).contains(first.publicNumber()).doesNotContain("Lampu jalan");
        Answer ended = admin.submit(
                preview, path, Map.of("pengganti", Long.toString(next.id()), "sebagai", RoleHolder.Kind.PLT.name()));
        assertThat(ended.status()).as(ended.body()).isEqualTo(303);

        for (Complaint c : List.of(first, second)) {
            assertThat(town.eventsOf(c, "REQUEUED")).hasSize(1);
            assertThat(town.eventsOf(c, "REQUEUED").getFirst().facts())
                    .containsEntry("from", Long.toString(town.desk.id()))
                    .containsEntry("why", "HOLDER_ENDED");
            assertThat(town.queue(c)).isEqualTo("r:admin-utama");
        }
        assertThat(town.deadline(first)).as("clocks go on").isEqualTo(deadline);
        assertThat(world.people.holdings(town.id, next.id()))
                .singleElement()
                .matches(h -> h.kind() == RoleHolder.Kind.PLT);
        assertThat(town.audit().subList(0, 2)).containsExactly("HOLDER_APPOINTED", "HOLDER_ENDED");
        assertThat(admin.follow(ended).html().select(".catat").text()).contains("2 aduan");
    }

    @Test
    void aHolderWhoEndsLaterKeepsTheWorkUntilTheDayHasPassed() {
        Complaint c = taken();
        RoleHolder utama = holder("admin-utama");
        String path = town.path("/kelola/pejabat/" + utama.id() + "/akhiri");
        assertThat(admin.submit(
                                admin.get(path),
                                path,
                                Map.of("terakhir", world.day(5).toString()))
                        .status())
                .isEqualTo(303);
        assertThat(town.queue(c)).isEqualTo("p:" + town.desk.id());
        assertThat(handovers.requeueLapsed(town.id)).isZero();

        world.sql
                .sql("update role_holder set valid_to = ? where agency_id = ? and id = ?")
                .params(java.sql.Date.valueOf(world.day(-1)), town.id, utama.id())
                .update();
        assertThat(handovers.requeueLapsed(town.id)).isEqualTo(1);
        assertThat(town.queue(c)).isEqualTo("r:admin-utama");
        assertThat(town.eventsOf(c, "REQUEUED").getFirst().facts()).containsEntry("why", "HOLDING_LAPSED");
        assertThat(handovers.requeueLapsed(town.id)).isZero();
    }

    @Test
    void endingAnOfficerEndsEveryHoldingAndTheHandOverSheetPrints() {
        Complaint c = taken();
        String sheet = town.path("/kelola/petugas/" + town.desk.id() + "/serah-terima");
        Answer before = admin.get(sheet);
        assertThat(before.body()).contains("SERAH TERIMA").contains(c.publicNumber());
        assertThat(before.html().select("h2").eachText()).anyMatch(h -> h.contains("nama sendiri (1)"));

        Browser herself = town.signedIn(port, town.desk);
        String path = town.path("/kelola/petugas/" + town.desk.id() + "/akhiri");
        Answer ended = admin.submit(
                admin.get(path), path, Map.of("terakhir", world.day(-1).toString()));
        assertThat(ended.status()).as(ended.body()).isEqualTo(303);
        assertThat(town.queue(c)).isEqualTo("r:admin-utama");
        assertThat(town.eventsOf(c, "REQUEUED").getFirst().facts()).containsEntry("why", "OFFICER_ENDED");
        assertThat(holder("admin-utama").validTo()).isEqualTo(world.day(-1));
        assertThat(herself.get(town.path("/meja")).status()).as("signed out").isIn(303, 404);
        assertThat(town.audit()).startsWith("HOLDER_ENDED", "OFFICER_ENDED");
        Answer after = admin.get(sheet);
        assertThat(after.html().select("h2").eachText()).anyMatch(h -> h.contains("antrean perannya (1)"));
    }

    @Test
    void aRoleOfEveryUnitNeedsAUnitAndIsNotGivenTwice() {
        String path = town.path("/kelola/pejabat/baru");
        Answer noUnit = admin.submit(
                admin.get(path), path, Map.of("peran", "kepala", "petugas", Long.toString(town.desk.id())));
        assertThat(noUnit.status()).isEqualTo(422);
        assertThat(noUnit.html().select(".galat").text()).contains("Pilih unit");

        Map<String, String> right = Map.of(
                "peran", "kepala",
                "unit", Long.toString(town.pupr.id()),
                "petugas", Long.toString(town.desk.id()),
                "sampai", world.day(90).toString(),
                "sebagai", "PLH");
        assertThat(admin.submit(admin.get(path), path, right).status()).isEqualTo(303);
        assertThat(town.lastEvent("HOLDER_APPOINTED").facts()).containsEntry("kind", "PLH");
        assertThat(admin.submit(admin.get(path), path, right).body()).contains("sudah memegang peran itu");
    }

    @Test
    void aSubstituteSeesTheWorkOfTheAbsentWhileItLasts() {
        Complaint c = taken();
        String path = town.path("/kelola/cuti");
        Map<String, String> away = Map.of(
                "petugas", Long.toString(town.desk.id()),
                "pengganti", Long.toString(town.opd.id()),
                "mulai", world.day(0).toString(),
                "sampai", world.day(3).toString(),
                "alasan", "Cuti tahunan");
        assertThat(admin.submit(admin.get(path), path, away).status()).isEqualTo(303);
        assertThat(world.people.holdings(town.id, town.opd.id()))
                .anyMatch(h -> h.holds("admin-utama", null) && h.substituteFor() != null);
        assertThat(handovers.requeueLapsed(town.id)).as("nothing moves").isZero();
        assertThat(town.queue(c)).isEqualTo("p:" + town.desk.id());
        assertThat(town.lastEvent("ABSENCE_SET").line()).doesNotContain("tahunan");

        Answer list = admin.get(path);
        String back = list.html().select("form[action$=kembali]").attr("action");
        assertThat(admin.submit(list, back, Map.of()).status()).isEqualTo(303);
        assertThat(town.audit()).first().isEqualTo("ABSENCE_ENDED");

        Answer same = admin.submit(
                admin.get(path),
                path,
                Map.of(
                        "petugas", Long.toString(town.desk.id()),
                        "pengganti", Long.toString(town.desk.id()),
                        "mulai", world.day(4).toString(),
                        "sampai", world.day(2).toString()));
        assertThat(same.status()).isEqualTo(422);
        assertThat(same.html().select(".galat").text())
                .contains("Pengganti harus orang lain")
                .contains("lebih awal");
    }

    @Test
    void aListOfOfficersComesWithTheirRolesOrNotAtAll() {
        String path = town.path("/kelola/petugas/impor");
        String good = "pengguna;nama;nip;telepon;peran;unit\nbudi;Budi Contoh;;+62 812-3456-789;admin-opd;PUPR\n"
                + "wati;Wati Contoh;199001012020012001;;admin-utama;\n";
        Answer preview = admin.submit(admin.get(path), path, Map.of(), List.of(csv(good)));
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.html().select("section").text()).contains("2 di antaranya sekaligus memegang peran");
        assertThat(admin.submit(preview, town.path("/kelola/petugas/impor/simpan"), Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(world.people.holdings(town.id, officer("budi").id()))
                .singleElement()
                .matches(h -> h.holds("admin-opd", town.pupr.id()));

        String bad =
                "pengguna;nama;nip;peran;unit\nbudi;Lagi;;;\nx;Pendek;;;\njoko;@rumus;12;kepala;TIDAKADA\nsri;Sri;;raja;\n";
        Answer refused = admin.submit(admin.get(path), path, Map.of(), List.of(csv(bad)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select(".galat li").eachText())
                .anySatisfy(t -> assertThat(t).contains("Baris 2").contains("budi sudah dipakai"))
                .anySatisfy(t -> assertThat(t).contains("Baris 3").contains("tidak dapat dipakai"))
                .anySatisfy(t -> assertThat(t).contains("Baris 4").contains("rumus"))
                .anySatisfy(t -> assertThat(t).contains("Baris 4").contains("18 angka"))
                .anySatisfy(t -> assertThat(t).contains("Baris 4").contains("TIDAKADA"))
                .anySatisfy(t -> assertThat(t).contains("Baris 5").contains("raja"));
        assertThat(world.people.officers(town.id)).hasSize(5);
    }

    @Test
    void anAuditorReadsTheEventsAndNothingElse() {
        Officer auditor = town.officer("auditor", false, world.clock.instant().plus(5, ChronoUnit.DAYS));
        world.people.add(town.id, auditor, null);
        Browser reads = town.signedIn(port, auditor);
        Answer page = reads.get(town.path("/kelola/peristiwa"));
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.html().select("tbody tr").first().text()).contains("Petugas ditambahkan");
        assertThat(page.body()).doesNotContain("/kelola/petugas");
        assertThat(reads.get(town.path("/kelola")).status()).isEqualTo(403);
        assertThat(reads.get(town.path("/kelola/petugas")).status()).isEqualTo(403);
    }

    private Answer untickAdmin(String path) {
        Answer page = admin.get(path);
        Map<String, String> fields = new java.util.LinkedHashMap<>();
        page.html().select("form[action=\"" + path + "\"] input").forEach(e -> fields.put(e.attr("name"), e.val()));
        fields.remove("admin");
        return admin.post(path, fields);
    }

    private static Part csv(String text) {
        return new Part("berkas", "petugas.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** A complaint that the front desk took onto the own desk. */
    private Complaint taken() {
        Complaint c = town.complaint();
        handlings.take(town.id, town.desk.id(), c.id(), town.open(c), 1);
        assertThat(town.queue(c)).isEqualTo("p:" + town.desk.id());
        return c;
    }

    private RoleHolder holder(String role) {
        return world.people.holders(town.id).stream()
                .filter(h -> h.role().equals(role))
                .findFirst()
                .orElseThrow();
    }

    private Officer officer(String username) {
        return world.people.officers(town.id).stream()
                .filter(o -> o.username().equals(username))
                .findFirst()
                .orElseThrow();
    }
}
