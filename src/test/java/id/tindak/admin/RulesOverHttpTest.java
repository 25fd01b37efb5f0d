package id.tindak.admin;

import static id.tindak.admin.AdminWorld.sop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tindak.agency.Unit;
import id.tindak.base.Ids;
import id.tindak.base.web.Browser;
import id.tindak.base.web.Browser.Answer;
import id.tindak.base.web.Browser.Part;
import id.tindak.handling.Sops;
import id.tindak.handling.StatutoryLimit;
import id.tindak.handling.StatutoryLimits;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
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
class RulesOverHttpTest {

    private static final List<String> PAGES = List.of(
            "/kelola",
            "/kelola/unit",
            "/kelola/unit/baru",
            "/kelola/unit/impor",
            "/kelola/petugas",
            "/kelola/petugas/baru",
            "/kelola/petugas/impor",
            "/kelola/pejabat",
            "/kelola/pejabat/baru",
            "/kelola/cuti",
            "/kelola/kalender",
            "/kelola/kalender/ubah",
            "/kelola/sop",
            "/kelola/kategori",
            "/kelola/batas-waktu",
            "/kelola/pengaturan",
            "/kelola/peristiwa");

    @LocalServerPort
    private int port;

    @Autowired
    private AdminWorld world;

    @Autowired
    private StatutoryLimits limits;

    private AdminWorld.Town town;
    private Browser admin;

    @BeforeEach
    void newTown() {
        town = world.town();
        admin = town.signedIn(port, town.admin);
    }

    @Test
    void anOfficerWhoIsNoAdministratorIsRefusedEverywhere() {
        Browser officer = town.signedIn(port, town.desk);
        Browser nobody = new Browser(port);
        for (String page : PAGES) {
            assertThat(admin.get(town.path(page)).status()).as(page).isEqualTo(200);
            assertThat(officer.get(town.path(page)).status()).as(page).isEqualTo(403);
            assertThat(nobody.get(town.path(page)).location()).as(page).contains("/masuk");
        }
    }

    @Test
    void theAdministratorOfAnotherAgencyReachesNothingHere() {
        AdminWorld.Town other = world.town();
        Browser theirs = other.signedIn(port, other.admin);
        long sop = world.sops.versions(town.id).getFirst().id();
        for (String page : List.of(
                "/kelola/unit/" + town.pupr.id(),
                "/kelola/unit/" + town.pupr.id() + "/akhiri",
                "/kelola/petugas/" + town.desk.id(),
                "/kelola/petugas/" + town.desk.id() + "/serah-terima",
                "/kelola/pejabat/" + town.opdHolder.id() + "/akhiri",
                "/kelola/sop/" + sop,
                "/kelola/sop/" + sop + "/yaml",
                "/kelola/sop/" + sop + "/bpmn")) {
            assertThat(admin.get(town.path(page)).status()).as(page).isEqualTo(200);
            assertThat(theirs.get(other.path(page)).status())
                    .as("own address, foreign id: " + page)
                    .isEqualTo(404);
            assertThat(theirs.get(town.path(page)).location())
                    .as("foreign address: " + page)
                    .contains("/masuk");
        }
        Answer own = theirs.get(other.path("/kelola/pejabat/baru"));
        Answer crossed = theirs.submit(
                own,
                other.path("/kelola/pejabat/baru"),
                Map.of(
                        "peran", "kepala",
                        "unit", Long.toString(town.pupr.id()),
                        "petugas", Long.toString(town.desk.id())));
        assertThat(crossed.status()).isEqualTo(422);
        int events = town.audit().size();
        assertThat(theirs.post(other.path("/kelola/petugas/" + town.desk.id() + "/tautan"), Map.of("_t", token(own)))
                        .status())
                .isEqualTo(404);
        assertThat(town.audit()).hasSize(events);
    }

    @Test
    void readinessNamesWhatIsMissingAndWhereToMendIt() {
        assertThat(admin.get(town.path("/kelola"))
                        .html()
                        .select("#kesiapan .cap")
                        .text())
                .isEqualTo("siap berlaku");
        Unit empty = new Unit(
                Ids.next(world.clock.instant()),
                "DINKES",
                "Dinas Kesehatan",
                "Dinkes",
                world.day(-1),
                null,
                null,
                false);
        world.people.add(town.id, empty, null);
        Answer page = admin.get(town.path("/kelola"));
        assertThat(page.html().select("#kesiapan .cap").text()).isEqualTo("siap berlaku");
        assertThat(page.html().select("section .serupa").text())
                .contains("Admin OPD belum ada yang memegang di Dinkes")
                .contains("11 batas waktu menurut aturan belum dikonfirmasi")
                .contains("Kop surat belum diisi");
        world.people.holders(town.id).stream()
                .filter(h -> h.role().equals("admin-utama"))
                .forEach(h -> world.people.end(town.id, h, world.day(-1), town.admin.id()));
        Answer broken = admin.get(town.path("/kelola"));
        assertThat(broken.html().select("#kesiapan .cap").text()).isEqualTo("belum siap");
        assertThat(broken.html().select("section .serupa li").first().text())
                .startsWith("wajib")
                .contains("Admin Utama");
    }

    @Test
    void anSopIsCheckedPreviewedAndPutInForceFromADate() {
        String path = town.path("/kelola/sop");
        String changed = sop("004-cilacap-laporbup").replace("waktu: 60 menit", "waktu: 45 menit");
        Answer stored = admin.submit(
                admin.get(path),
                path,
                Map.of(),
                List.of(new Part("berkas", "x.yaml", "text/yaml", changed.getBytes(StandardCharsets.UTF_8))));
        assertThat(stored.status()).as(stored.body()).isEqualTo(303);
        assertThat(town.audit()).first().isEqualTo("SOP_UPLOADED");
        Answer preview = admin.follow(stored);
        assertThat(preview.html().select("table").text()).contains("Pejabat Penghubung");
        assertThat(preview.html().select("#siap .cap").text()).isEqualTo("siap");

        String put = preview.html().select("form[action$=berlakukan]").attr("action");
        assertThat(admin.submit(preview, put, Map.of("mulai", world.day(-1).toString()))
                        .body())
                .contains("tidak boleh di masa lalu");
        long before = world.sops.inForce(town.id).map(Sops.Running::id).orElseThrow();
        assertThat(admin.submit(preview, put, Map.of("mulai", world.day(7).toString()))
                        .status())
                .isEqualTo(303);
        assertThat(world.sops.inForce(town.id).map(Sops.Running::id)).contains(before);
        assertThat(town.audit()).first().isEqualTo("SOP_IN_FORCE");
        assertThat(admin.get(path).html().select("tbody").text())
                .contains("akan berlaku")
                .contains("berlaku");
        Sops.Version version = world.sops.versions(town.id).getFirst();
        assertThat(admin.get(town.path("/kelola/sop/" + version.id() + "/yaml")).body())
                .isEqualTo(version.yaml());
        assertThat(admin.get(town.path("/kelola/sop/" + version.id() + "/bpmn")).body())
                .contains("definitions");
        assertThat(admin.submit(preview, put, Map.of("mulai", world.day(8).toString()))
                        .status())
                .as("a version in force is immutable")
                .isEqualTo(422);
    }

    @Test
    void faultsOfAnSopAreToldByLineAndTheTextStays() {
        String path = town.path("/kelola/sop");
        String wrong = sop("004-cilacap-laporbup").replace("lanjut: 2", "lanjut: 99");
        Answer refused = admin.submit(admin.get(path), path, Map.of("teks", wrong));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("section li").text()).contains("Baris").contains("99");
        assertThat(refused.html().select("textarea[name=teks]").val()).contains("lanjut: 99");
        assertThat(admin.submit(admin.get(path), path, Map.of()).body()).contains("Pilih berkasnya");
    }

    @Test
    void anSopWithWordsThatAreNotBuiltIsRefusedInPlainWords() {
        String path = town.path("/kelola/sop");
        Answer preview = admin.follow(admin.submit(
                admin.get(path),
                path,
                Map.of("teks", sop("002-dprd-pasuruan").replace("ke: h, selesai: dikirim", "ke: h, selesai: semua"))));
        assertThat(preview.html().select("#siap .cap").text()).isEqualTo("belum siap");
        assertThat(preview.html().select("section .serupa").text()).contains("pihak melapor ke langkah itu sendiri");
        assertThat(preview.html().select("form[action$=berlakukan]")).isEmpty();
        long id = world.sops.versions(town.id).getFirst().id();
        Answer forced = admin.post(
                town.path("/kelola/sop/" + id + "/berlakukan"),
                Map.of("_t", token(admin.get(path)), "mulai", world.day(0).toString()));
        assertThat(forced.status()).isEqualTo(422);
        assertThat(world.sops.version(town.id, id).inForceFrom()).isNull();
        assertThatThrownBy(() -> world.sops.putInForce(town.id, id, world.clock.instant(), null))
                .as("the verb refuses too, whoever calls it")
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not ready");
    }

    @Test
    void theCalendarIsCheckedPreviewedAndChangedWithAReason() {
        town.complaint();
        String edit = town.path("/kelola/kalender/ubah");
        String check = town.path("/kelola/kalender/periksa");
        Answer page = admin.get(edit);
        String text = page.html().select("textarea[name=teks]").val();
        Answer faulty = admin.post(
                check, Map.of("_t", token(page), "teks", text.replace("senin-kamis: 07.30", "senin-kamis: 27.30")));
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.html().select("#kesalahan").size()
                        + faulty.html().select("section li").size())
                .isGreaterThan(1);

        String shorter = text.replace("senin-kamis: 07.30-16.00", "senin-kamis: 08.00-15.00");
        Answer preview = admin.post(check, Map.of("_t", token(page), "teks", shorter));
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.html().select("tbody tr")).hasSize(30);
        assertThat(preview.html().select("tbody .cap").size()).isGreaterThan(8);
        assertThat(preview.html().select("#akibat").parents().text()).contains("dari 1 batas waktu");
        assertThat(version()).isEqualTo(1);

        assertThat(admin.submit(preview, edit, Map.of()).body()).contains("Tulis alasan perubahan");
        Answer changed = admin.submit(preview, edit, Map.of("alasan", "Surat edaran contoh"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(303);
        assertThat(version()).isEqualTo(2);
        assertThat(town.lastEvent("CALENDAR_CHANGED").facts()).containsEntry("version", "2");
        assertThat(admin.follow(changed).body()).contains("Surat edaran contoh");

        Answer otherZone = admin.post(
                edit, Map.of("_t", token(page), "teks", text.replace("zona: WIB", "zona: WIT"), "alasan", "x"));
        assertThat(otherZone.body()).contains("Zona waktu harus tetap WIB");
    }

    @Test
    void aDisturbanceStopsTheClocksAndKeepsTheClerksRemarks() {
        String page = town.path("/kelola/kalender");
        String path = town.path("/kelola/kalender/gangguan");
        Map<String, String> typed = new LinkedHashMap<>(Map.of(
                "dari",
                world.day(0) + "T08:00",
                "hingga",
                world.day(0) + "T10:00",
                "alasan",
                "Listrik \"padam\"",
                "berita_acara",
                "BA/1/2026"));
        assertThat(admin.submit(admin.get(page), path, typed).status()).isEqualTo(303);
        typed.put("dari", world.day(0) + "T11:00");
        typed.put("hingga", world.day(0) + "T12:00");
        assertThat(admin.submit(admin.get(page), path, typed).status()).isEqualTo(303);
        String text = world.calendars.text(town.id, version());
        assertThat(version()).isEqualTo(3);
        assertThat(text).contains("# Kalender lima hari kerja").contains("Listrik \\\"padam\\\"");
        assertThat(text.lines().filter(l -> l.startsWith("gangguan:"))).hasSize(1);
        assertThat(admin.get(page).body()).contains("BA/1/2026");

        typed.put("hingga", world.day(0) + "T07:00");
        typed.put("berita_acara", "");
        Answer refused = admin.submit(admin.get(page), path, typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select(".galat").text())
                .contains("harus selesai sesudah mulai")
                .contains("berita acara");
    }

    @Test
    void settingsAreChangedCheckedAndAuditedByName() {
        String path = town.path("/kelola/pengaturan");
        Answer page = admin.get(path);
        Map<String, String> right = Map.of(
                "judul_portal", "Lapor Kota",
                "kecamatan", "Utara\nSelatan, Timur",
                "hari_reaksi", "7",
                "nama_instansi", "Dinas Kominfo Baru");
        Answer stored = send(page, path, right);
        assertThat(stored.status()).as(stored.body()).isEqualTo(303);
        assertThat(world.agencies.settings(town.id).list("kecamatan")).containsExactly("Utara", "Selatan", "Timur");
        assertThat(world.agencies.settings(town.id).number("hari_reaksi")).isEqualTo(7);
        assertThat(world.agencies.settings(town.id).list("jenis")).contains("pengaduan", "informasi");
        assertThat(world.agencies.byId(town.id).name()).isEqualTo("Dinas Kominfo Baru");
        assertThat(town.audit().subList(0, 4))
                .containsExactly("SETTING_CHANGED", "SETTING_CHANGED", "SETTING_CHANGED", "AGENCY_CHANGED");

        Answer refused = send(
                admin.get(path),
                path,
                Map.of(
                        "hari_reaksi",
                        "banyak",
                        "judul_portal",
                        "",
                        "alamat_dasar",
                        "javascript:alert(1)",
                        "surel_kontak",
                        "x"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select(".galat a")).hasSize(4);
        assertThat(refused.html().select("input[name=hari_reaksi]").val()).isEqualTo("banyak");
        assertThat(world.agencies.settings(town.id).number("hari_reaksi")).isEqualTo(7);
    }

    @Test
    void theMailServersPasswordIsSealedKeptWhenLeftEmptyAndNeverShown() {
        String path = town.path("/kelola/pengaturan");
        Map<String, String> server = Map.of("smtp_host", "surel.contoh.go.id", "sandi_smtp_sandi", "rahasia-server");
        assertThat(send(admin.get(path), path, server).status()).isEqualTo(303);
        String sealed = world.agencies.settings(town.id).text("smtp_sandi");
        assertThat(sealed).isNotEmpty().doesNotContain("rahasia");
        Answer page = admin.get(path);
        assertThat(page.body()).doesNotContain("rahasia-server").doesNotContain(sealed);
        assertThat(send(page, path, Map.of("smtp_port", "465", "smtp_pengaman", "TLS"))
                        .status())
                .isEqualTo(303);
        assertThat(world.agencies.settings(town.id).text("smtp_sandi")).isEqualTo(sealed);
        assertThat(world.agencies.settings(town.id).number("smtp_port")).isEqualTo(465);
        assertThat(send(page, path, Map.of("smtp_port", "70000")).status()).isEqualTo(422);
        assertThat(send(page, path, Map.of("tanpa_sandi", "ya")).status()).isEqualTo(303);
        assertThat(world.agencies.settings(town.id).text("smtp_sandi")).isEmpty();
    }

    @Test
    void aCategoryIsAddedChangedAndSetAside() {
        String path = town.path("/kelola/kategori");
        Map<String, String> road = Map.of(
                "kode", "jalan", "nama", "Jalan rusak", "perlu_lokasi", "ya", "unit", Long.toString(town.pupr.id()));
        assertThat(admin.submit(admin.get(path), path, road).status()).isEqualTo(303);
        assertThat(world.agencies.categories(town.id))
                .singleElement()
                .matches(c -> c.needsPlace() && c.active() && c.unitId() != null);
        assertThat(admin.submit(admin.get(path), path, road).body()).contains("Kode jalan sudah dipakai");
        Answer editing = admin.get(path + "?ubah=jalan");
        Answer aside = admin.post(path, Map.of("_t", token(editing), "ubah", "jalan", "nama", "Jalan"));
        assertThat(aside.status()).isEqualTo(303);
        assertThat(world.agencies.categories(town.id)).singleElement().matches(c -> !c.active() && !c.needsPlace());
        assertThat(town.audit().subList(0, 2)).containsExactly("CATEGORY_CHANGED", "CATEGORY_CHANGED");
    }

    @Test
    void aStatutoryLimitIsConfirmedForThisAgencyAlone() {
        AdminWorld.Town other = world.town();
        String path = town.path("/kelola/batas-waktu");
        Answer page = admin.get(path);
        Answer stored = admin.post(path, Map.of("_t", token(page), "kode", "SP4N-JAWAB", "waktu", "10 hari kerja"));
        assertThat(stored.status()).as(stored.body()).isEqualTo(303);
        assertThat(limit(town.id).verified()).isTrue();
        assertThat(limit(town.id).standard().text()).isEqualTo("10 hari kerja");
        assertThat(limit(other.id).verified()).isFalse();
        assertThat(limit(other.id).standard().text()).isEqualTo("14 hari kerja");
        assertThat(town.lastEvent("LIMIT_CONFIRMED").facts()).containsEntry("code", "SP4N-JAWAB");
        assertThat(clock("SP4N-JAWAB")).as("new clocks run by it").isEqualTo("10 hari kerja");

        Answer refused = admin.post(path, Map.of("_t", token(page), "kode", "SP4N-JAWAB", "waktu", "secepatnya"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Waktu tidak dikenal").contains("secepatnya");
        assertThat(admin.post(path, Map.of("_t", token(page), "kode", "X", "waktu", "1 hari"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theAuditPageTellsEveryKindInWordsAndPagesByKey() {
        for (int i = 0; i < 60; i++) world.agencies.set(town.id, Map.of("tagline", "kalimat " + i), town.admin.id());
        Answer newest = admin.get(town.path("/kelola/peristiwa"));
        assertThat(newest.html().select("tbody tr")).hasSize(50);
        assertThat(newest.html().select("tbody tr").first().text())
                .contains("Pengaturan diubah")
                .contains("Kalimat di bawah judul")
                .contains("Ibu admin");
        String older = newest.html().select("a[href*=sebelum]").attr("href");
        Answer second = admin.get(older);
        assertThat(second.html().select("tbody tr").last().text()).contains("Instansi didirikan");
        assertThat(second.html().select("tbody").text()).doesNotContain("_");
        assertThat(second.html().select("tbody").text())
                .contains("Pejabat peran ditetapkan")
                .contains("DPUPR");
        assertThat(admin.get(town.path("/kelola/peristiwa?sebelum=1")).status()).isEqualTo(200);
        assertThat(admin.get(town.path("/kelola/peristiwa?sebelum=-9x")).status())
                .isEqualTo(200);
    }

    private Answer send(Answer page, String path, Map<String, String> fields) {
        // ticked boxes of one name would overwrite each other in a map, so they are sent as a query of their own
        StringBuilder ticked = new StringBuilder("?x=");
        page.html()
                .select("form[action=\"" + path + "\"] input:is([type=checkbox], [type=radio])[checked]")
                .forEach(e ->
                        ticked.append('&').append(e.attr("name")).append('=').append(e.val()));
        Map<String, String> all = new LinkedHashMap<>();
        page.html()
                .select("form[action=\"" + path + "\"]")
                .select("input:not([type=checkbox], [type=radio]), textarea")
                .forEach(e -> all.put(e.attr("name"), e.val()));
        all.putAll(fields);
        fields.keySet().stream()
                .filter(f -> ticked.indexOf("&" + f + "=") >= 0)
                .forEach(f -> ticked.replace(
                        ticked.indexOf("&" + f + "="),
                        ticked.length(),
                        ticked.substring(ticked.indexOf("&" + f + "=")).replaceAll("&" + f + "=[^&]*", "")));
        return admin.post(path + ticked, all);
    }

    private StatutoryLimit limit(int agency) {
        return limits.of(agency).stream()
                .filter(l -> l.code().equals("SP4N-JAWAB"))
                .findFirst()
                .orElseThrow();
    }

    private String clock(String kind) {
        var c = town.complaint();
        return world.sql
                .sql("select standard from clock where agency_id = ? and complaint_id = ? and kind = ?")
                .params(town.id, c.id(), kind)
                .query(String.class)
                .single();
    }

    private int version() {
        return world.agencies.byId(town.id).calendarVersion();
    }

    private static String token(Answer page) {
        return page.html().select("main input[name=_t]").val();
    }
}
