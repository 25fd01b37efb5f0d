package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.complaint.AttachedFiles;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Reporter;
import id.tindak.complaint.Uploads;
import id.tindak.demo.DemoWorld;
import id.tindak.intake.Arrivals;
import id.tindak.intake.Intake;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case that is not this office's: returned too often, passed on to a unit, to another agency, to an outside body; refused by two. */
@JourneyTest
class MovingJourneyTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Complaints complaints;

    @Autowired
    AttachedFiles files;

    @Autowired
    Uploads uploads;

    @Autowired
    Intake intake;

    Walk walk;

    @BeforeEach
    void found() {
        clock.setWib("2026-11-23T09:00");
        walk = new Walk(world, "demo/mojokerto.yaml");
    }

    @Test
    void twoOfficesThatBothRefuseComeToAnEnd() {
        file(walk.unitId("DLH"));
        String[] units = {"DLH", "DPU", "DLH", "DPU"};
        for (int times = 0; times < 3; times++) {
            String operator = "operator." + units[times].toLowerCase(java.util.Locale.ROOT);
            clock.forward(java.time.Duration.ofMinutes(10));
            walk.decide(operator, "Tidak sesuai tupoksi", "teks", "Bukan urusan kami (" + times + ").");
            walk.decide(operator, "", "teks", "Mohon dipindahkan.");
            walk.decide(
                    "galih",
                    "Dipindahkan",
                    "tujuan",
                    walk.unitId(units[times + 1]),
                    "teks",
                    "Ditetapkan ke " + units[times + 1] + ".");
        }
        Http.Shown page = walk.show("operator.dpu");
        Http.Shown refused = page.submit(
                ".cabang details:has(summary:contains(Tidak sesuai tupoksi)) form",
                "teks",
                "Bukan kami lagi.",
                "aksi",
                "kirim");
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.text()).contains("koordinator menetapkan Anda yang menanganinya");
        assertThat(walk.in("galih").get("/meja/bolak-balik").text()).contains(walk.number, "Kembali 3 kali");
        assertThat(walk.in("operator.dlh").get("/meja/bolak-balik").text())
                .as("not held by it now, held before")
                .contains(walk.number);
        String ledger =
                walk.show("galih").page().select("section:has(h2#pindah)").text();
        assertThat(ledger)
                .contains(
                        "Diserahkan dari Operator Website (Petugas Layanan Pengaduan), Dinas Lingkungan Hidup ke Admin")
                .contains("Diserahkan dari Admin DISHUBKOMINFO ke Operator", "Ditetapkan ke DPU.", "Galih Pratama");
        assertThat(ledger).contains("dipegang 10 menit");
        assertThat(walk.tracked().text())
                .as("the reporter reads roles and units, never names")
                .contains("Perpindahan", "Admin DISHUBKOMINFO menyerahkan ke", "Dinas Pekerjaan Umum")
                .doesNotContain("Galih Pratama", "Nita Safitri");
        walk.decide("operator.dpu", "Sesuai tupoksi");
    }

    @Test
    void anOutsideBodyGetsALetterAndItsAnswerReachesAllReportersWithItsLetter() {
        toC2();
        String first = walk.number;
        String firstCode = walk.code;
        file(walk.unitId("DLH"));
        String second = walk.number;
        String secondCode = walk.code;
        walk.show("galih").submit("form[action$=/gabung]", "nomor", first, "alasan", "Tiang yang sama.");
        walk.number = first;
        walk.code = firstCode;
        walk.decide("galih", "Bukan kewenangan", "akhir", "b-PLN", "teks", "Jaringan listrik diurus PLN.");
        assertThat(walk.tracked().text())
                .contains(
                        "Diteruskan ke instansi lain",
                        "kami teruskan dengan surat ke PLN",
                        "Jaringan listrik diurus PLN.");
        Http.Shown page = walk.show("galih");
        assertThat(page.text()).contains("Surat penerusan", "untuk dicetak");
        String letter = walk.in("galih")
                .get("/aduan/" + walk.number + "/naskah/surat-penerusan")
                .text();
        assertThat(letter).contains("Yth. PLN", "Tembusan: pelapor", "Trotoar di depan sekolah rusak.");
        Http.Shown answered = page.attach(
                "form[action$=/jawaban-luar]",
                "berkas",
                "surat-pln.txt",
                "Surat PLN",
                "isi",
                "PLN memasang tiang 2 Desember.");
        assertThat(answered.status).as(answered.text()).isEqualTo(200);
        assertThat(answered.text()).contains("surat-pln.txt");
        assertThat(walk.tracked().text()).contains("PLN memasang tiang 2 Desember.", "PLN sudah menjawab");
        assertThat(walk.show("galih").page().select("form[action$=/jawaban-luar]"))
                .as("answered once")
                .isEmpty();
        walk.number = second;
        walk.code = secondCode;
        assertThat(walk.tracked().text())
                .as("who was joined is told too, under the own number")
                .contains(second, "PLN memasang tiang 2 Desember.", "surat-pln.txt");
    }

    @Test
    void anotherUnitBeginsAnewUnderTheSameNumber() {
        toC2();
        clock.forward(java.time.Duration.ofMinutes(30));
        walk.decide("galih", "Bukan kewenangan", "akhir", "u-" + walk.unitId("HUMAS"), "teks", "Urusan Humas.");
        assertThat(walk.desk("humas")).contains(walk.number);
        assertThat(walk.tracked().text())
                .contains("Sedang ditangani", "sekarang ditangani Bagian Humas")
                .doesNotContain("Diteruskan ke instansi lain");
        walk.decide("humas", "Bersifat segera dan umum");
        walk.decide("humas", "", "teks", "Sudah kami umumkan.");
        assertThat(walk.tracked().text()).contains("Sudah kami umumkan.");
    }

    @Test
    void anotherAgencyGetsACopyOfItsOwn() throws Exception {
        DemoWorld.Founded there = world.agency();
        var photo = uploads.accept(
                walk.w.agency().id(),
                "bukti.txt",
                new ByteArrayInputStream("tiang 117".getBytes(StandardCharsets.UTF_8)),
                Uploads.Origin.OFFICER);
        Complaint origin = intake.accept(
                walk.w.agency().id(),
                NewComplaint.of("pengaduan", "web", "Lampu jalan padam", "Lampu di batas kota padam.")
                        .to(walk.w.units().get("DLH"))
                        .from(Reporter.person("Yanti", "Jalan Melati 3", "0812-0000-7788", null))
                        .with(List.of(photo))
                        .done());
        walk.number = origin.publicNumber();
        walk.decide("operator.dlh", "Tidak sesuai tupoksi", "teks", "Di luar kota.");
        walk.decide("operator.dlh", "", "teks", "Mohon dipindahkan.");
        walk.decide("galih", "Bukan kewenangan", "akhir", "i-" + there.agency().id(), "teks", "Milik kabupaten.");
        arrivals.takeOver();
        arrivals.takeOver();

        Http ratna = world.signedIn(there, "ratna");
        var links = ratna.get("/meja").page().select("a:contains(Lampu jalan padam)");
        assertThat(links).as("once, however often the job runs").hasSize(1);
        Http.Shown copy = ratna.get(links.first().absUrl("href"));
        assertThat(copy.text())
                .contains("Lampu di batas kota padam.", "bukti.txt", origin.publicNumber())
                .contains("menerima aduan ini dari instansi lain");
        Complaint copied = complaints
                .byNumber(there.agency().id(), copy.page().title().split(" ")[0])
                .orElseThrow();
        try (InputStream in = files.open(there.agency().id(), photo)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("tiang 117");
        }
        assertThat(copied.publicNumber()).isNotEqualTo(origin.publicNumber());
        assertThat(walk.show("galih").text()).contains(copied.publicNumber());
        assertThat(world.signedIn(there, "ratna").get("/aduan/" + origin.publicNumber()).status)
                .as("no view across agencies")
                .isEqualTo(404);
    }

    @Test
    void theReporterOfACopyFindsItFromTheOldNumber() {
        DemoWorld.Founded there = world.agency();
        toC2();
        walk.decide("galih", "Bukan kewenangan", "akhir", "i-" + there.agency().id(), "teks", "Milik kabupaten.");
        assertThat(walk.tracked().text()).contains("sedang kami serahkan ke");
        arrivals.takeOver();
        Http.Shown tracked = walk.tracked();
        var link = tracked.page().select("a[href*=/lacak/]:contains(Lacak di)").first();
        assertThat(link).as(tracked.text()).isNotNull();
        var code = java.util.regex.Pattern.compile("nomor itu: (\\S+)").matcher(tracked.text());
        assertThat(code.find()).isTrue();
        Http anew = world.browser(there);
        String number = link.absUrl("href").replaceAll(".*/", "");
        Http.Shown own = anew.get("/lacak").submit("form[action$=/lacak]", "nomor", number, "kode", code.group(1));
        assertThat(own.text()).contains("Trotoar rusak", "Aduan ini kami terima dari", walk.number);
    }

    @Test
    void whereASecondPersonHasToConfirmTheFirstCannot() {
        Http admin = walk.in("admin");
        Http.Shown set = admin.get("/kelola/penolakan?ubah=sara")
                .submit("form[action$=/kelola/penolakan]", "orang_kedua", "ya", "dipakai", "ya");
        assertThat(set.text()).as(set.text()).contains("Dasar penolakan Menyinggung SARA disimpan");
        file(walk.unitId("DPU"));
        walk.decide("operator.dpu", "Tidak etis", "akhir", "sara", "teks", "Memuat hinaan.");
        assertThat(walk.tracked().text()).contains("Sedang ditangani").doesNotContain("Memuat hinaan.");
        assertThat(walk.desk("operator.dpu")).doesNotContain(walk.number);
        String own = walk.show("operator.dpu").text();
        assertThat(own).doesNotContain("Setujui penolakan");

        Http.Shown superior = walk.show("atasan");
        assertThat(superior.text()).contains("Vina Melati mengusulkan", "Menyinggung SARA", "Memuat hinaan.");
        assertThat(superior.submit("form[action$=/tidak-setuju]").status)
                .as("without a reason")
                .isEqualTo(422);
        assertThat(superior.submit("form[action$=/tidak-setuju]", "alasan", "Itu kritik biasa.").status)
                .isEqualTo(200);
        assertThat(walk.desk("operator.dpu")).contains(walk.number);
        assertThat(walk.show("operator.dpu").text()).contains("Itu kritik biasa.");

        walk.decide("operator.dpu", "Tidak etis", "akhir", "sara", "teks", "Baca kalimat kedua: hinaan.");
        Http.Shown done = walk.show("atasan").submit("form[action$=/setuju]");
        assertThat(done.status).as(done.text()).isEqualTo(200);
        assertThat(walk.tracked().text())
                .contains("Tidak dapat ditindaklanjuti", "Baca kalimat kedua: hinaan.")
                .doesNotContain("Itu kritik biasa.");
    }

    @Test
    void nobodyElseToConfirmIsSaid() {
        walk = new Walk(world, "demo/saran.yaml");
        Http admin = walk.in("admin");
        admin.get("/kelola/penolakan?ubah=sara")
                .submit("form[action$=/kelola/penolakan]", "orang_kedua", "ya", "dipakai", "ya");
        walk.file(
                "jenis",
                "saran",
                "judul",
                "Jam buka",
                "uraian",
                "Mohon puskesmas buka sampai sore.",
                "kategori",
                "lain",
                "tujuan",
                walk.unitId("DINKES"));
        Http.Shown refused = walk.show("wulan")
                .submit(
                        ".cabang details:has(summary:contains(Bahasa tidak pantas)) form",
                        "akhir",
                        "sara",
                        "teks",
                        "Kasar.",
                        "aksi",
                        "kirim");
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.text()).contains("perlu disetujui orang kedua");
    }

    private void toC2() {
        file(walk.unitId("DLH"));
        walk.decide("operator.dlh", "Tidak sesuai tupoksi", "teks", "Ini urusan lain.");
        walk.decide("operator.dlh", "", "teks", "Mohon dipindahkan.");
    }

    private void file(String unit) {
        walk.file(
                "jenis", "pengaduan",
                "judul", "Trotoar rusak",
                "uraian", "Trotoar di depan sekolah rusak.",
                "kategori", "lain",
                "nama", "Yanti",
                "tujuan", unit);
    }
}
