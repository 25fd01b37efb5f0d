package id.tindak.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.StatementCount;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Privacy;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.Handlings;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The desk over real HTTP: whose work lies where, in which order, and what is done with many at once. */
@JourneyTest
@Import(Office.class)
class DeskTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Office office;

    @Autowired
    Handlings handlings;

    DemoWorld.Founded w;

    @BeforeEach
    void open() {
        clock.setWib("2026-11-23T09:00");
        w = office.open();
    }

    @Test
    void workLiesOnTheDeskOfWhoHoldsTheRoleWithTheMinutesThatAreLeft() {
        Complaint c = office.file(w, "Lampu jalan padam", "Lampu di tikungan padam.");
        clock.setWib("2026-11-23T09:05");
        Element row = row(desk("ratna"), c);
        assertThat(row.text()).contains("sisa 10 menit", "dari 15 menit", "2. Periksa kelengkapan", "Belum diambil");
        assertThat(desk("dewi.dpupr").text()).contains("Tidak ada aduan yang menunggu Anda.");
    }

    @Test
    void remainingTimeStopsOverLunch() {
        Complaint c = office.file(w, "Air mati", "Air mati sejak pagi.");
        clock.setWib("2026-11-23T09:00");
        office.decide(w, c, "ratna", 0, "DPUPR", "");
        office.decide(w, c, "dewi.dpupr", 0, null, "");
        clock.setWib("2026-11-23T11:40");
        office.decide(w, c, "joko.dpupr", 0, null, "");
        clock.setWib("2026-11-23T12:30");
        assertThat(row(desk("sri.dpupr"), c).text()).contains("sisa 40 menit", "dari 60 menit");
    }

    @Test
    void groupsAreOrderedAndEmergenciesComeFirst() {
        office.file(w, "Pohon condong", "Pohon condong ke jalan.");
        clock.setWib("2026-11-23T09:12");
        office.file(w, "Parkir liar", "Parkir liar di trotoar.");
        clock.setWib("2026-11-23T09:20");
        office.file(w, "Got mampet", "Got mampet.");
        office.file(w, "Rumah warga", "Ada kebakaran di belakang pasar.");
        List<String> groups = desk("ratna").select("h2.kelompok").eachText();
        assertThat(groups).containsExactly("Darurat 1", "Terlambat 1", "Kurang dari 10 menit 1", "Masih longgar 1");
        assertThat(desk("ratna").select(".antre .hal a").eachText())
                .containsExactly("Rumah warga", "Pohon condong", "Parkir liar", "Got mampet");
    }

    @Test
    void overdueWorkOfOtherOfficesIsAGroupOfItsOwnForTheDeskOfTheAgencyOnly() {
        Complaint c = office.file(w, "Jalan berlubang", "Jalan berlubang.");
        office.decide(w, c, "ratna", 0, "DPUPR", "");
        Complaint secret = office.file(w, "Pungutan", "Pungutan liar.", Privacy.RAHASIA);
        office.decide(w, secret, "ratna", 0, "DPUPR", "");
        clock.setWib("2026-11-23T10:00");
        Complaint own = office.file(w, "Sampah menumpuk", "Sampah.");
        Document desk = desk("ratna");
        assertThat(desk.select("h2.kelompok").eachText()).containsExactly("Masih longgar 1", "Terlambat di OPD 1");
        assertThat(row(desk, c).text()).contains("terlambat 45 menit", "Admin OPD, DPUPR");
        assertThat(row(desk, c).select("input")).isEmpty();
        assertThat(row(desk, own).select("input")).hasSize(1);
        assertThat(desk.text()).doesNotContain("Pungutan");
        assertThat(desk("tono.perkim").text()).doesNotContain("Jalan berlubang");
        assertThat(signedIn("ratna").get("/meja?antrean=opd").text()).contains("Jalan berlubang");
    }

    @Test
    void whatWaitsForItsReporterIsNobodysWorkButCanBeSeen() {
        Complaint c = office.file(w, "Bantuan belum cair", "Belum cair.");
        clock.setWib("2026-11-23T09:06");
        office.decide(w, c, "ratna", 1, null, "Alamat belum ada.");
        Element row = row(desk("bagus"), c);
        assertThat(row.text()).contains("Waktu berhenti dihitung", "tersisa 9 menit", "Menunggu pelapor");
        assertThat(row.select("input")).isEmpty();
    }

    @Test
    void theSubstituteOfAnAbsentOfficerFindsTheWorkOnTheOwnDesk(@Autowired id.tindak.agency.People people) {
        Complaint c = office.file(w, "Trotoar rusak", "Trotoar rusak.");
        office.decide(w, c, "ratna", 0, "DPUPR", "");
        handlings.take(
                w.agency().id(),
                Office.id(w, "dewi.dpupr"),
                c.id(),
                office.current(c).id(),
                1);
        var day = people.today(w.agency().id());
        people.standIn(
                w.agency().id(),
                new id.tindak.agency.StandIn(
                        7,
                        Office.id(w, "dewi.dpupr"),
                        Office.id(w, "nina.dlh"),
                        id.tindak.agency.StandIn.Kind.PENGGANTI,
                        day,
                        day,
                        "cuti"),
                Office.id(w, "admin"));
        assertThat(row(desk("nina.dlh"), c).text()).contains("3. Periksa disposisi");
    }

    @Test
    void filtersNarrowTheDeskAndSayWhenNothingMatches() {
        office.file(w, "Lampu padam", "Lampu padam.");
        Complaint taken = office.file(w, "Taman kotor", "Taman kotor.");
        handlings.take(
                w.agency().id(),
                Office.id(w, "ratna"),
                taken.id(),
                office.current(taken).id(),
                1);
        Http ratna = signedIn("ratna");
        assertThat(ratna.get("/meja?belum=1").page().select(".hal a").eachText())
                .containsExactly("Lampu padam");
        assertThat(ratna.get("/meja?kecamatan=Maos&kategori=pju&kanal=web")
                        .page()
                        .select(".hal a"))
                .hasSize(2);
        assertThat(ratna.get("/meja?kecamatan=Kroya").text())
                .contains("Tidak ada aduan yang cocok dengan saringan ini.");
        assertThat(ratna.get("/meja").page().select(".keping a").eachText())
                .contains("Situs 2", "Belum diambil 1", "Rahasia 0");
        assertThat(ratna.get("/meja?antrean=ngawur&lanjut=xx&kanal=%00").status).isEqualTo(200);
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        for (int i = 0; i < 57; i++) office.file(w, "Aduan ke-" + i, "Isi aduan " + i + ".");
        Http ratna = signedIn("ratna");
        Http.Shown first = ratna.get("/meja");
        List<String> all =
                new java.util.ArrayList<>(first.page().select(".hal a").eachText());
        assertThat(all).hasSize(50);
        all.addAll(ratna.get(first.page().select("a[rel=next]").attr("abs:href"))
                .page()
                .select(".hal a")
                .eachText());
        assertThat(all).hasSize(57).doesNotHaveDuplicates();
        assertThat(all.getLast()).isEqualTo("Aduan ke-56");
    }

    @Test
    void theDeskAsksTwoQuestionsOnly() {
        for (int i = 0; i < 5; i++) office.file(w, "Aduan " + i, "Isi " + i);
        Http ratna = signedIn("ratna");
        ratna.get("/meja"); // agencies, settings and the SOP are read once and kept
        List<String> statements =
                StatementCount.during(
                                () -> assertThat(ratna.get("/meja").status).isEqualTo(200))
                        .stream()
                        .filter(s -> !s.toLowerCase(java.util.Locale.ROOT).contains("session"))
                        .toList();
        assertThat(statements).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void severalAreTakenAtOnceAfterAPreviewThatChangesNothing() {
        Complaint a = office.file(w, "Lampu padam", "Lampu.");
        Complaint b = office.file(w, "Air mati", "Air.");
        Http ratna = signedIn("ratna");
        Http.Shown preview = choose(ratna, "ambil", a, b);
        assertThat(preview.text()).contains("2 aduan di bawah ini", "Belum ada yang berubah");
        assertThat(office.current(a).officerId()).isNull();
        Http.Shown result = preview.submit("form[action$=/meja/kerjakan]");
        assertThat(result.text()).contains("2 dari 2 aduan berhasil");
        assertThat(office.current(a).officerId()).isEqualTo(Office.id(w, "ratna"));
        assertThat(office.current(b).officerId()).isEqualTo(Office.id(w, "ratna"));
    }

    @Test
    void severalAreGivenToAColleagueAndWhatSomebodyDidMeanwhileIsToldApart() {
        Complaint a = office.file(w, "Lampu padam", "Lampu.");
        Complaint b = office.file(w, "Air mati", "Air.");
        Http ratna = signedIn("ratna");
        Http.Shown page = ratna.get("/meja");
        office.decide(w, b, "bagus", 0, "DPUPR", "");
        Http.Shown preview = ratna.post(
                "/meja/pilih",
                Map.of(
                        "_t",
                                List.of(page.page()
                                        .select("input[name=_t]")
                                        .first()
                                        .val()),
                        "aksi", List.of("serahkan"),
                        "pilih", page.page().select("input[name=pilih]").eachAttr("value")));
        assertThat(preview.text()).contains("1 aduan lain sudah dikerjakan orang lain");
        assertThat(preview.page().select("select[name=kepada] option").eachText())
                .contains("Bagus Setiawan");
        assertThat(preview.submit("form[action$=/meja/kerjakan]").status).isEqualTo(422);
        Http.Shown result =
                preview.submit("form[action$=/meja/kerjakan]", "kepada", Long.toString(Office.id(w, "bagus")));
        assertThat(result.text()).contains("1 dari 1 aduan berhasil");
        assertThat(office.current(a).officerId()).isEqualTo(Office.id(w, "bagus"));
    }

    @Test
    void searchFindsByNumberAndByWordsOnlyWhatTheOfficerMaySee() {
        Complaint lamp = office.file(w, "Lampu jalan padam", "Tiang nomor 117 di tikungan.");
        office.file(w, "Pungutan liar di kantor lampu", "Rahasia.", Privacy.RAHASIA);
        Http ratna = signedIn("ratna");
        assertThat(ratna.get("/meja/cari?cari=" + lamp.publicNumber().toLowerCase(java.util.Locale.ROOT)).url)
                .endsWith("/aduan/" + lamp.publicNumber());
        assertThat(ratna.get("/meja/cari?cari=tiang+tikungan")
                        .page()
                        .select(".hal a")
                        .eachText())
                .containsExactly("Lampu jalan padam");
        assertThat(signedIn("dewi.dpupr").get("/meja/cari?cari=lampu").text()).contains("Tidak ada aduan yang cocok.");
        assertThat(ratna.get("/meja/cari?cari='+%26+!:*+%5C").status).isEqualTo(200);
        office.decide(w, lamp, "ratna", 0, "DPUPR", "");
        assertThat(signedIn("dewi.dpupr")
                        .get("/meja/cari?cari=lampu")
                        .page()
                        .select(".hal a")
                        .eachText())
                .containsExactly("Lampu jalan padam");
    }

    @Test
    void searchByTheReportersNameIsLoggedAndFindsOnlyWhomTheOfficerMayReveal() {
        office.file(w, "Lampu jalan padam", "Tiang.");
        Http ratna = signedIn("ratna");
        assertThat(ratna.get("/meja/cari?cari=Aminah").text()).contains("Tidak ada aduan yang cocok.");
        Http.Shown found = ratna.get("/meja/cari").submit("form[action$=/pelapor]", "nama", "aminah");
        assertThat(found.page().select(".hal a").eachText()).containsExactly("Lampu jalan padam");
        Http dewi = signedIn("dewi.dpupr");
        assertThat(dewi.get("/meja/cari")
                        .submit("form[action$=/pelapor]", "nama", "aminah")
                        .text())
                .contains("Tidak ada aduan yang cocok.");
        String events = signedIn("auditor").get("/kelola/peristiwa").text();
        assertThat(events)
                .contains("Nama pelapor dicari", "Ratna Wulandari", "Dewi Lestari")
                .doesNotContain("aminah");
    }

    @Test
    void anOfficerOfAnotherAgencySeesNothing() {
        Complaint c = office.file(w, "Lampu jalan padam", "Tiang.");
        DemoWorld.Founded other = office.open();
        Http ratna = world.signedIn(other, "ratna");
        assertThat(ratna.get("/meja").text()).doesNotContain("Lampu jalan padam");
        assertThat(ratna.get("/aduan/" + c.publicNumber()).status).isEqualTo(404);
        assertThat(ratna.get("/aduan/" + c.publicNumber() + "/cetak").status).isEqualTo(404);
        assertThat(ratna.get("/meja/cari?cari=" + c.publicNumber()).text()).contains("Tidak ada aduan yang cocok.");
        Http mine = signedIn("ratna");
        String token =
                ratna.get("/meja/cari").page().select("input[name=_t]").first().val();
        String assignment = Long.toString(office.current(c).id());
        assertThat(ratna.post(
                                "/aduan/" + c.publicNumber() + "/ambil",
                                Map.of("_t", List.of(token), "penugasan", List.of(assignment), "versi", List.of("1")))
                        .status)
                .isEqualTo(404);
        assertThat(ratna.post(
                                "/meja/pilih",
                                Map.of(
                                        "_t",
                                        List.of(token),
                                        "aksi",
                                        List.of("ambil"),
                                        "pilih",
                                        List.of(assignment + "-1")))
                        .text())
                .doesNotContain("Lampu jalan padam");
        assertThat(office.current(c).officerId()).isNull();
        assertThat(mine.get("/meja").text()).contains("Lampu jalan padam");
    }

    @Test
    void theAuditorReadsAllCasesAndTheChainButChangesNothing() {
        Complaint c = office.file(w, "Lampu jalan padam", "Tiang.");
        office.file(w, "Pungutan", "Pungutan liar.", Privacy.RAHASIA);
        Http auditor = signedIn("auditor");
        assertThat(auditor.get("/audit").text()).contains("Lampu jalan padam").doesNotContain("Pungutan");
        Http.Shown shown = auditor.get("/aduan/" + c.publicNumber());
        assertThat(shown.status).isEqualTo(200);
        assertThat(shown.page().select("main form")).isEmpty();
        assertThat(auditor.get("/aduan/" + c.publicNumber() + "/cetak").status).isEqualTo(200);
        assertThat(auditor.get("/kelola/peristiwa").text()).contains("SOP diberlakukan");
        assertThat(auditor.get("/meja").status).isEqualTo(403);
        assertThat(auditor.post("/aduan/" + c.publicNumber() + "/catatan", Map.of("isi", List.of("x"))).status)
                .isEqualTo(403);
        assertThat(signedIn("ratna").get("/audit").status).isEqualTo(403);
    }

    private Http.Shown choose(Http http, String action, Complaint... chosen) {
        Http.Shown page = http.get("/meja");
        List<String> ids = java.util.Arrays.stream(chosen)
                .map(c -> row(page.page(), c).select("input[name=pilih]").val())
                .toList();
        return http.post(
                "/meja/pilih",
                Map.of(
                        "_t",
                                List.of(page.page()
                                        .select("input[name=_t]")
                                        .first()
                                        .val()),
                        "aksi", List.of(action),
                        "pilih", ids));
    }

    private Http signedIn(String officer) {
        return world.signedIn(w, officer);
    }

    private Document desk(String officer) {
        Http.Shown shown = signedIn(officer).get("/meja");
        assertThat(shown.status).isEqualTo(200);
        return shown.page();
    }

    private static Element row(Document desk, Complaint c) {
        return desk.select(".antre > li").stream()
                .filter(li -> li.text().contains(c.publicNumber()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(c.publicNumber() + " is not on the desk:\n"
                        + desk.body().text()));
    }
}
