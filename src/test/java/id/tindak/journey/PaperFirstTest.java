package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.agency.People;
import id.tindak.agency.StandIn;
import id.tindak.complaint.Complaints;
import id.tindak.handling.Handovers;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Leaders decide on paper, know of letters without touching a screen, and are away: DPRD Kabupaten Pasuruan over real HTTP. */
@JourneyTest
class PaperFirstTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    People people;

    @Autowired
    Handovers handovers;

    @Autowired
    Complaints complaints;

    Walk walk;

    @BeforeEach
    void aLetterLiesBeforeTheChair() {
        clock.setWib("2026-11-23T09:00");
        walk = new Walk(world, "demo/pasuruan.yaml");
        letter("Drainase Jalan Melati");
    }

    private void letter(String title) {
        walk.file(
                "jenis", "pengaduan",
                "judul", title,
                "uraian", "Mohon kehadiran anggota DPRD.",
                "kategori", "lain",
                "jenis_pelapor", "perseorangan",
                "nama", "Warga");
        walk.done("lutfi", "siska", "siska", "siska", "edi", "siska");
    }

    @Test
    void theHeadOfTheDivisionKnowsOfAWholeDayWithOneClick() {
        String first = walk.number;
        letter("Lampu jalan padam");
        assertThat(walk.desk("hartono")).contains("Untuk diketahui 2");
        assertThat(walk.desk("ketua")).as("it never held the letter up").contains(first, walk.number);
        Http.Shown list = walk.in("hartono").get("/untuk-diketahui");
        assertThat(list.text()).contains("Senin, 23 November 2026", "Drainase Jalan Melati", "Lampu jalan padam");
        Map<String, List<String>> click = list.values("main form");
        Map<String, List<String>> hers = new LinkedHashMap<>(click);
        hers.put(
                "_t",
                List.of(walk.show("siska")
                        .page()
                        .select("input[name=_t]")
                        .getFirst()
                        .val()));
        assertThat(walk.in("siska").post("/untuk-diketahui", hers).text())
                .as("not hers to know of")
                .contains("Tidak ada yang perlu dicatat");
        Http.Shown done = list.submit("main form");
        assertThat(done.text()).contains("Anda mengetahui 2 aduan", "Tidak ada yang baru");
        assertThat(walk.in("hartono").post("/untuk-diketahui", click).text()).contains("Tidak ada yang perlu dicatat");
        assertThat(walk.show("edi").text()).contains("Hartono mengetahui f. Kabag mengetahui");
        assertThat(walk.desk("hartono")).contains("Untuk diketahui 0");
    }

    @Test
    void whatTheChairDecidedOnPaperIsEnteredWithBothNamesAndCanBeContested() {
        assertThat(walk.show("edi").page().select("input[name=pena]"))
                .as("without a mandate nothing can be entered")
                .isEmpty();
        mandate("ketua", "edi");
        assertThat(walk.desk("edi")).contains(walk.number, "Catat untuk Ketua Dewan Perwakilan Rakyat Daerah");
        String form = ".cabang form:has(input[name=pihak])";
        Http.Shown page = walk.show("edi");
        assertThat(page.text()).contains("Anda mencatat keputusan Zainal Abidin");
        String[] order = {"pihak", "sop", "perintah", "Siapkan jawaban", "aksi", "kirim"};
        assertThat(page.submit(form, with(order, "pena", "2026-11-23T08.95")).text())
                .contains("Waktu tidak terbaca");
        assertThat(page.submit(form, with(order, "pena", "2026-11-24T08:30")).text())
                .contains("Waktu pena masih di depan");
        assertThat(page.submit(form, with(order, "pena", "2026-11-20T08:30")).text())
                .contains("lebih awal daripada aduan ini diterima");
        assertThat(page.submit(form, with(order, "pena", "2026-11-23T09:00")).text())
                .contains("Lampirkan foto lembar");
        clock.setWib("2026-11-23T10:00");
        Http.Shown entered = page.submit(
                form, with(order, "pena", "2026-11-23T09:40", "berkas", "@lembar.jpg:foto lembar bertanda tangan"));
        assertThat(entered.status).as(entered.text()).isEqualTo(200);
        Http.Shown after = walk.show("siska");
        assertThat(after.text())
                .contains("atas nama Zainal Abidin (waktu pena 23 November 2026 pukul 09.40 WIB)")
                .contains("lembar.txt", "Dari Zainal Abidin", "Siapkan jawaban");

        Http.Shown list = walk.in("ketua").get("/untuk-diketahui");
        assertThat(list.text()).contains("Dicatat atas nama Anda oleh Edi Sucipto: Langkah g1");
        assertThat(list.submit("form[action$=/sanggah]", "alasan", " ").text()).contains("Tulis alasannya");
        Http.Shown objected = list.submit("form[action$=/sanggah]", "alasan", "Saya menunjuk Komisi III.");
        assertThat(objected.text()).contains("Sanggahan Anda tercatat");
        assertThat(walk.show("edi").text())
                .contains("menyanggah keputusan yang dicatat atas namanya", "Saya menunjuk Komisi III.");
    }

    @Test
    void aMandateIsNoRoleAndDoesNotReachConfidentialCases() {
        mandate("ketua", "rina");
        Http.Shown page = walk.show("rina");
        assertThat(page.page().select("form[action$=/ambil], form[action$=/kembalikan]"))
                .as("neither taking nor returning is entered for somebody")
                .isEmpty();
        var k = complaints.byNumber(walk.w.agency().id(), walk.number).orElseThrow();
        walk.show("ketua")
                .submit("form[action$=/kerahasiaan]", "kerahasiaan", "RAHASIA", "alasan", "Menyangkut pegawai.");
        assertThat(complaints
                        .byNumber(walk.w.agency().id(), walk.number)
                        .orElseThrow()
                        .confidential())
                .isTrue();
        assertThat(walk.show("rina").status)
                .as("its sheet goes from hand to hand")
                .isEqualTo(404);
        assertThat(walk.desk("rina")).doesNotContain(k.title());
    }

    @Test
    void theFirstDeputyWhoIsThereStepsInForTheChair() {
        Http admin = walk.in("admin");
        String ketua = Long.toString(id("ketua"));
        Http.Shown none = admin.get("/kelola/cuti")
                .submit("form[action$=/kelola/cuti/urutan]", "pejabat", ketua, "pengganti1", ketua);
        assertThat(none.text()).contains("Pengganti harus orang lain");
        Http.Shown ordered = admin.get("/kelola/cuti")
                .submit(
                        "form[action$=/kelola/cuti/urutan]",
                        "pejabat",
                        ketua,
                        "pengganti1",
                        Long.toString(id("komisi2")),
                        "pengganti2",
                        Long.toString(id("komisi3")));
        assertThat(ordered.text()).contains("Urutan pengganti tersimpan", "Saiful Bahri, Kurnia Dewi");
        away("ketua", "urut", "2026-11-23", "2026-11-25");
        assertThat(walk.desk("komisi2")).contains(walk.number);
        assertThat(walk.desk("komisi3")).doesNotContain(walk.number);
        away("komisi2", Long.toString(id("umum")), "2026-11-24", "2026-11-24");
        clock.setWib("2026-11-24T09:00");
        assertThat(walk.desk("komisi3")).contains(walk.number);
        assertThat(walk.desk("komisi2")).doesNotContain(walk.number);
        walk.dispose("komisi3", List.of("sop"), List.of(), "", "Mohon ditindaklanjuti.");
        assertThat(walk.desk("edi")).contains(walk.number);
        assertThat(handovers.requeueLapsed(walk.w.agency().id())).isZero();
        clock.setWib("2026-11-26T09:00");
        letter("Sesudah ketua kembali");
        assertThat(walk.desk("komisi2")).doesNotContain(walk.number);
    }

    @Test
    void anotherUnitIsAskedForItsInputWhileTheCaseStaysWhereItIs() {
        walk.dispose("ketua", List.of("sop"), List.of(), "", "Mohon ditindaklanjuti.");
        walk.done("edi");
        assertThat(walk.show("umum").status).as("not hers to see yet").isEqualTo(404);
        String ask = "form[action$=/masukan/minta]";
        Http.Shown page = walk.show("sekwan");
        String unit = walk.unitId("BAG-UMUM");
        assertThat(page.submit(ask, "unit", unit, "teks", " ").text()).contains("Tuliskan apa yang ditanyakan");
        assertThat(page.submit(ask, "unit", "1", "teks", "Apa?").text()).contains("Pilih unit");
        Http.Shown asked =
                page.submit(ask, "unit", unit, "teks", "Apakah anggaran drainase masih ada?", "tenggat", "2026-11-25");
        assertThat(asked.text()).contains("Permintaan masukan terkirim", "Sampai 25 November");
        assertThat(asked.submit(ask, "unit", unit, "teks", "Sekali lagi?").text())
                .contains("masih ditanya");
        assertThat(walk.desk("sekwan")).as("it stays").contains(walk.number);
        assertThat(walk.desk("umum")).contains("Diminta masukan 1").doesNotContain(walk.number);
        assertThat(walk.in("umum").get("/meja/masukan").text()).contains("Apakah anggaran drainase masih ada?");
        Http.Shown seen = walk.show("umum");
        assertThat(seen.text()).contains("Drainase Jalan Melati");
        assertThat(seen.page().select("form[action$=/buka-identitas]")).isEmpty();
        assertThat(seen.page().select("form[action$=/langkah], form[action$=/ambil], form[action$=/pesan]"))
                .isEmpty();
        Http.Shown given = seen.submit(
                "form[action$=/beri]", "teks", "Masih ada pada kegiatan pemeliharaan.", "berkas", "@dpa.txt:DPA");
        assertThat(given.text()).contains("Masukan terkirim");
        assertThat(walk.show("sekwan").text())
                .contains("Masih ada pada kegiatan pemeliharaan.", "dpa.txt", "memberi masukan untuk Bagian Umum");
        assertThat(walk.in("sekwan").get("/untuk-diketahui").text()).contains("Masukan dari Fitri Handayani");
        assertThat(walk.tracked().text()).doesNotContain("anggaran drainase", "pemeliharaan");
        assertThat(walk.desk("umum")).contains("Diminta masukan 0");
    }

    @Test
    void nobodyIsAskedForInputToACaseThatHasEnded() {
        walk.dispose("ketua", List.of("sop"), List.of(), "", "Mohon ditindaklanjuti.");
        walk.done("edi");
        walk.show("sekwan")
                .submit("form[action$=/masukan/minta]", "unit", walk.unitId("BAG-UMUM"), "teks", "Masih ada anggaran?");
        assertThat(walk.desk("umum")).contains("Diminta masukan 1");
        Http.Shown stillOpen = walk.show("umum");
        walk.tracked();
        assertThat(walk.citizen
                        .get("/lacak/" + walk.number + "/tarik")
                        .submit("form[action$=/tarik]", "alasan", "")
                        .status)
                .isEqualTo(200);
        assertThat(walk.desk("umum")).contains("Diminta masukan 0");
        assertThat(walk.in("umum").get("/meja/masukan").text()).doesNotContain("Masih ada anggaran?");
        assertThat(stillOpen.submit("form[action$=/beri]", "teks", "Masih ada.").status)
                .as("a page that stayed open gives nothing to it either")
                .isGreaterThanOrEqualTo(400);
    }

    private void away(String who, String substitute, String from, String to) {
        Http.Shown done = walk.in("admin")
                .get("/kelola/cuti")
                .submit(
                        "form[action$=/kelola/cuti]",
                        "petugas",
                        Long.toString(id(who)),
                        "pengganti",
                        substitute,
                        "mulai",
                        from,
                        "sampai",
                        to);
        assertThat(done.text()).contains("Cuti sudah dicatat");
    }

    private void mandate(String official, String clerk) {
        people.standIn(
                walk.w.agency().id(),
                new StandIn(
                        9,
                        id(official),
                        id(clerk),
                        StandIn.Kind.MANDAT,
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 12, 31),
                        "ST-7/2026"),
                id("admin"));
    }

    private long id(String officer) {
        return Objects.requireNonNull(walk.w.officers().get(officer));
    }

    private static String[] with(String[] fields, String... more) {
        String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }
}
