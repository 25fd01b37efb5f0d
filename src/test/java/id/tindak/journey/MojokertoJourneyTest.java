package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.channel.Correspondent;
import id.tindak.channel.PlayedSms;
import id.tindak.handling.Rounds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Kota Mojokerto, "Penanganan Pengaduan Online Masyarakat" (188.4/ /SOP/417.304/2016), A1 to A8, B1 and B2, C1 and C2 over real HTTP:
 * the usual way with coordination, the direct answer, the wrong scope, the refusal. The source has no row for the citizen (A0) nor for a
 * message without an office (A0a); both are ours and say so in {@code sop/003-mojokerto.yaml}.
 *
 * <table>
 * <caption>source row, who has it, time, mail, paper</caption>
 * <tr><td>A1</td><td>Operator Website, 30 minutes: in scope, out of scope, urgent and general, refused</td></tr>
 * <tr><td>A2</td><td>Operator Website to the Pejabat Terkait, 1 x 24 hours; the complaint is printed</td></tr>
 * <tr><td>A3</td><td>Operator Website to the Admin, 60 minutes</td></tr>
 * <tr><td>A4</td><td>Operator Website, 120 minutes: the answer goes out at once, B1 and B2 publish it</td></tr>
 * <tr><td>A5</td><td>Pejabat Terkait, 1 x 24 hours</td></tr>
 * <tr><td>A6, A7</td><td>Kepala SKPD, 12 hours; where needed coordination, 1 x 24 hours</td></tr>
 * <tr><td>A8</td><td>Operator Website, 60 minutes</td></tr>
 * <tr><td>B1</td><td>Redaktur Bagian Humas, 120 minutes; back to A8 with a reason (ours)</td></tr>
 * <tr><td>B2</td><td>Koordinator Bagian Humas, 15 minutes; mail to the reporter who has no answer yet</td></tr>
 * <tr><td>C1</td><td>Koordinator Bagian Humas reminds the SKPD by hand, 120 minutes</td></tr>
 * <tr><td>C2</td><td>Admin Dishubkominfo moves it, 60 minutes; mail to the reporter, ledger of moves</td></tr>
 * </table>
 *
 * That the coordinator decides after the third return, and the refusal that a second person confirms, are gone through in {@link
 * MovingJourneyTest} on the same procedure. Not here: publication (B2), which the program does not do yet.
 */
@JourneyTest
class MojokertoJourneyTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationContext program;

    static final Rows ROWS = Rows.of("003-mojokerto");

    private static final String OPERATOR = "Operator Website (Petugas Layanan Pengaduan)";

    Walk walk;

    @AfterAll
    static void nothingIsLeftOver() {
        ROWS.complete(MojokertoJourneyTest.class);
    }

    @BeforeEach
    void found() {
        clock.setWib("2026-11-23T09:00");
        walk = new Walk(world, "demo/mojokerto.yaml", ROWS);
    }

    @Test
    void anSmsWithoutAnOfficeGoesToTheAdminThenTheWholeWayWithCoordinationAndIsAnsweredBySms() {
        PlayedSms sms = new PlayedSms(program, walk.w);
        try (sms) {
            theWholeWay(sms.phone("+6281200003390"));
        }
    }

    private void theWholeWay(Correspondent yanti) {
        walk.by(yanti, "Trotoar di depan sekolah rusak.", false);
        walk.at("galih", "A0a", "Admin DISHUBKOMINFO", "");
        walk.decide("galih", "", "tujuan", walk.unitId("DLH"));
        walk.at("operator.dlh", "A1", OPERATOR, "30 menit");
        walk.decide("operator.dlh", "Tidak sesuai tupoksi", "teks", "Ini urusan Dinas PU.");
        walk.at("operator.dlh", "A3", OPERATOR, "60 menit");
        walk.decide("operator.dlh", "", "teks", "Mohon dipindahkan ke Dinas PU.");
        walk.at("galih", "C2", "Admin DISHUBKOMINFO", "60 menit");
        walk.decide("galih", "Dipindahkan", "tujuan", walk.unitId("DPU"), "teks", "Trotoar milik Dinas PU.");
        walk.heard("C2", yanti, "Perkembangan aduan " + walk.number);
        assertThat(walk.moves("galih"))
                .contains("Ini urusan Dinas PU.", "Trotoar milik Dinas PU.", "Dinas Pekerjaan Umum", "Galih Pratama");
        assertThat(walk.desk("operator.dlh")).doesNotContain(walk.number);
        walk.at("operator.dpu", "A1", OPERATOR, "30 menit");
        walk.decide("operator.dpu", "Sesuai tupoksi");
        walk.at("operator.dpu", "A2", OPERATOR, "1 x 24 jam");
        walk.done("operator.dpu");
        assertThat(walk.papers("operator.dpu")).contains("Data pengaduan untuk dicetak");
        walk.printed("A2", "operator.dpu", "data-pengaduan", "Trotoar di depan sekolah rusak.", walk.number);
        walk.at("pejabat.dpu", "A5", "Pejabat Terkait atau pejabat yang diberi kewenangan", "1 x 24 jam");
        walk.done("pejabat.dpu");
        walk.at("kepala.dpu", "A6", "Kepala SKPD", "12 jam kalender");
        walk.decide("kepala.dpu", "Telaahan perlu dilengkapi", "teks", "Sertakan foto.");
        walk.done("pejabat.dpu");
        walk.decide("kepala.dpu", "Perlu koordinasi");
        walk.at("kepala.dpu", "A7", "Kepala SKPD", "1 x 24 jam");
        walk.decide("kepala.dpu", "", "teks", "Diperbaiki Desember 2026.");
        walk.at("operator.dpu", "A8", OPERATOR, "60 menit");
        assertThat(walk.show("operator.dpu").text()).as("what he enters").contains("Diperbaiki Desember 2026.");
        walk.decide("operator.dpu", "", "teks", "Trotoar diperbaiki Desember 2026.");
        walk.at("redaktur", "B1", "Redaktur Bagian Humas", "120 menit");
        walk.decide("redaktur", "Jawaban keliru", "teks", "Sebutkan tanggalnya.");
        walk.at("operator.dpu", "A8", OPERATOR, "60 menit");
        assertThat(walk.show("operator.dpu").text()).contains("Sebutkan tanggalnya.");
        walk.decide("operator.dpu", "", "teks", "Trotoar diperbaiki mulai 1 Desember 2026.");
        walk.decide("redaktur", "Layak");
        walk.at("koordinator", "B2", "Koordinator Bagian Humas", "15 menit");
        assertThat(walk.show("koordinator")
                        .page()
                        .select("textarea[name=teks]")
                        .first()
                        .wholeText())
                .as("the publisher begins with what was entered")
                .contains("Trotoar diperbaiki mulai 1 Desember 2026.");
        walk.decide("koordinator", "");
        assertThat(walk.tracked().text())
                .contains("Trotoar diperbaiki mulai 1 Desember 2026.", "Sudah dijawab")
                .doesNotContain("Sertakan foto", "Mohon dipindahkan");
        walk.heard("B2", yanti, walk.number, "Trotoar diperbaiki mulai 1 Desember 2026.");
    }

    @Test
    void theLeaderAnswersWithoutCoordination() {
        file(walk.unitId("DPU"));
        walk.decide("operator.dpu", "Sesuai tupoksi");
        walk.done("operator.dpu", "pejabat.dpu");
        walk.decide("kepala.dpu", "Dijawab", "teks", "Diperbaiki pekan ini.");
        walk.at("operator.dpu", "A8", OPERATOR, "60 menit");
    }

    /** The other two ways out of C2: it stays where it was, or it is none of the city's offices'. */
    @Test
    void whatIsNotMovedStaysWhereItWasOrLeavesTheCity() {
        file(walk.unitId("DLH"));
        walk.decide("operator.dlh", "Tidak sesuai tupoksi", "teks", "Bukan urusan kami.");
        walk.done("operator.dlh");
        walk.decide("galih", "Tetap pada SKPD semula", "teks", "Saluran di bawah trotoar milik DLH.");
        walk.at("operator.dlh", "A1", OPERATOR, "30 menit");
        assertThat(walk.show("operator.dlh").text()).contains("Saluran di bawah trotoar milik DLH.");
        walk.decide("operator.dlh", "Tidak sesuai tupoksi", "teks", "Tiangnya milik PLN.");
        walk.done("operator.dlh");
        walk.decide("galih", "Bukan kewenangan", "akhir", "b-PLN", "teks", "Tiang listrik diurus PLN.");
        assertThat(walk.tracked().text()).contains("Diteruskan ke instansi lain", "Tiang listrik diurus PLN.");
        walk.printed("C2", "galih", "surat-penerusan", "Yth. PLN", "Tembusan: pelapor");
    }

    @Test
    void anUrgentMatterIsAnsweredBeforeItIsPublished() {
        file(walk.unitId("DPU"));
        assertThat(walk.show("operator.dpu").page().select("section[aria-labelledby=siap]"))
                .as("whoever may answer at once sees what answers there are")
                .hasSize(1);
        walk.decide("operator.dpu", "Bersifat segera dan umum");
        assertThat(walk.show("operator.dpu").page().select("section[aria-labelledby=siap]"))
                .hasSize(1);
        walk.at("operator.dpu", "A4", OPERATOR, "120 menit");
        walk.decide("operator.dpu", "", "teks", "Silakan lewat sisi utara.");
        walk.mailed("A4", "yanti@contoh.invalid", "Aduan " + walk.number + " sudah dijawab");
        assertThat(walk.show("redaktur").page().select("section[aria-labelledby=siap]"))
                .as("the editor answers nobody")
                .isEmpty();
        assertThat(walk.tracked().text())
                .as("the reporter need not wait for the editor")
                .contains("Silakan lewat sisi utara.");
        walk.decide("redaktur", "Layak");
        walk.decide("koordinator", "", "teks", "");
        assertThat(walk.tracked().page().select(".pesan:contains(Silakan lewat sisi utara.)"))
                .as("answered once")
                .hasSize(1);
        assertThat(walk.tracked().text()).contains("Sudah dijawab");
    }

    @Test
    void theCoordinatorIsAskedToRemindTheOfficeAndDoesSoByHand() {
        walk.in("operator.dpu").get("/akun").submit("form[action$=/akun]", "surel", "vina@contoh.invalid");
        file(walk.unitId("DPU"));
        clock.setWib("2026-11-23T09:14");
        Rounds.remind(program);
        assertThat(walk.desk("koordinator")).doesNotContain("tugas lain");
        clock.setWib("2026-11-23T09:15");
        Rounds.remind(program);
        assertThat(walk.desk("koordinator")).contains("Ada 1 tugas lain yang menunggu Anda.");
        Http.Shown tasks = walk.in("koordinator").get("/meja/tugas");
        assertThat(tasks.text())
                .contains("Perlu diingatkan 1", walk.number, "A1. Verifikasi", "Dinas PU")
                .contains("mempunyai kewenangan untuk mengingatkan SKPD")
                .contains("tugas Anda, batas waktu 23 November 2026 pukul 11.15 WIB", "Diingatkan 1 kali");
        assertThat(walk.desk("galih")).as("it is the coordinator's right").doesNotContain("tugas lain");
        Http.Shown page = walk.show("koordinator");
        assertThat(page.text()).contains("Sampai kepada Rizal Fahmi, Vina Melati. Tembusan Suparman.");
        Http.Shown done = page.submit("form[action$=/ingatkan]");
        assertThat(done.text()).contains("dikirim.", "Diingatkan 2 kali");
        assertThat(walk.desk("koordinator")).doesNotContain("tugas lain yang menunggu");
        String mail = walk.mailed(
                        "C1",
                        "vina@contoh.invalid",
                        "Mohon perkenan Bapak/Ibu untuk segera menindaklanjuti",
                        walk.number,
                        "Hormat kami")
                .text();
        assertThat(mail).doesNotContain("Trotoar");
        walk.beside("C1");
        clock.setWib("2026-11-23T09:30");
        Rounds.remind(program);
        assertThat(walk.desk("koordinator"))
                .as("the limit is there, so the coordinator is asked again")
                .contains("Ada 1 tugas lain yang menunggu Anda.");
        walk.decide("operator.dpu", "Sesuai tupoksi");
        assertThat(walk.desk("koordinator"))
                .as("nothing is left to remind of")
                .doesNotContain("tugas lain yang menunggu");
    }

    @Test
    void whatIsNotDecentIsRefusedWithAReason() {
        file(walk.unitId("DPU"));
        assertThat(walk.show("operator.dpu")
                        .submit(
                                ".cabang details:has(summary:contains(Tidak etis)) form",
                                "teks",
                                "Memuat hinaan.",
                                "aksi",
                                "kirim")
                        .text())
                .contains("Pilih dasar penolakannya");
        walk.decide("operator.dpu", "Tidak etis", "akhir", "sara", "teks", "Memuat hinaan.");
        assertThat(walk.tracked().text())
                .contains("Memuat hinaan.", "Tidak dapat ditindaklanjuti", "Menyinggung SARA")
                .contains("www.ombudsman.go.id", "www.lapor.go.id", "tulis keberatan di bawah sampai");
        assertThat(walk.show("pejabat.dpu").status)
                .as("kept for whoever dealt with it and the desk")
                .isEqualTo(404);
        assertThat(walk.show("galih").status).isEqualTo(200);

        Http.Shown objected = walk.tracked().submit("form[action*=/lacak/]:has(textarea)", "isi", "Itu bukan hinaan.");
        assertThat(objected.status).as(objected.text()).isEqualTo(200);
        assertThat(walk.desk("operator.dpu"))
                .as("who refused does not judge it")
                .doesNotContain(walk.number);
        walk.decide("atasan", "Dijawab", "teks", "Keberatan diterima, trotoar diperiksa.");
        assertThat(walk.tracked().text()).contains("Keberatan diterima, trotoar diperiksa.");
    }

    private void file(String unit) {
        walk.file(
                "jenis", "pengaduan",
                "judul", "Trotoar rusak",
                "uraian", "Trotoar di depan sekolah rusak.",
                "kategori", "lain",
                "nama", "Yanti",
                "email", "yanti@contoh.invalid",
                "tujuan", unit);
    }
}
