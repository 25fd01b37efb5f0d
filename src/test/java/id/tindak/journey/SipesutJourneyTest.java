package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.channel.PlayedMail;
import id.tindak.handling.Rounds;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * SIPESUT, Sekretariat DPRD Kabupaten Kutai Kartanegara ("Alur Sistem Pengaduan Masyarakat Online"), rows 1 to 8 over real HTTP. The source
 * sets no times and knows no way but the next row; the ways marked "tambahan" in {@code sop/000-sipesut-kukar.yaml} are walked too.
 *
 * <table>
 * <caption>source row, who has it, mail, paper, book</caption>
 * <tr><td>1</td><td>Masyarakat fills in name, address, phone, e-mail, text</td></tr>
 * <tr><td>2</td><td>by itself; mail to the sender and, at the same moment, to the Admin</td></tr>
 * <tr><td>3</td><td>Admin Aplikasi; the complaint is printed</td></tr>
 * <tr><td>4</td><td>Subbagian Tata Usaha; agenda book</td></tr>
 * <tr><td>5</td><td>Sekretaris DPRD; disposition sheet; to several, or answered at once, back to the sender, passed on</td></tr>
 * <tr><td>6, 6a</td><td>Pihak Terkait report in writing to the Sekretaris, who accepts or returns (6a is ours)</td></tr>
 * <tr><td>7</td><td>Admin; mail to the sender with the report as a file</td></tr>
 * <tr><td>8</td><td>by itself: ended, whether or not anybody fills in a survey; mail with its address</td></tr>
 * </table>
 *
 * The survey itself, its index and its other ways in are the matter of {@link SurveyJourneyTest}.
 */
@JourneyTest
class SipesutJourneyTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationContext program;

    @Autowired
    JdbcClient sql;

    static final Rows ROWS = Rows.of("000-sipesut-kukar");

    Walk walk;

    @AfterAll
    static void nothingIsLeftOver() {
        ROWS.complete(SipesutJourneyTest.class);
    }

    @BeforeEach
    void filed() {
        clock.setWib("2026-11-23T09:00");
        walk = new Walk(world, "demo/sipesut.yaml", ROWS)
                .file(
                        "jenis", "pengaduan",
                        "judul", "Jembatan kayu lapuk",
                        "uraian", "Jembatan yang dilewati anak sekolah sudah lapuk.",
                        "kategori", "lain",
                        "nama", "Halimah",
                        "alamat", "Desa Contoh RT 02",
                        "hp", "0812 3456 7890",
                        "email", "halimah@contoh.invalid");
    }

    @Test
    void theAdminHearsByMailAtTheSameTimeThatANewComplaintIsThere() {
        walk.in("rahmat").get("/akun").submit("form[action$=/akun]", "surel", "rahmat@contoh.invalid");
        another();
        walk.passed("2");
        walk.mailed("2", "syahrul@contoh.invalid", walk.number, "sudah kami terima");
        assertThat(sql.sql(
                                "select params::text from outbox where agency_id = ? and recipient = 'syahrul@contoh.invalid'")
                        .param(walk.w.agency().id())
                        .query(String.class)
                        .list())
                .as("what stands before the address of the sender")
                .allSatisfy(params -> assertThat(params).contains("SIDEWA-PASTI"));
        String mail = walk.mailed(
                        "2",
                        "rahmat@contoh.invalid",
                        "Aduan pada Anda: 1 baru",
                        walk.number,
                        "3. Cetak data aduan",
                        "Buka meja kerja")
                .text();
        assertThat(mail).doesNotContain("reses", "Syahrul", "kode rahasia", "0812");
        assertThat(walk.citizen.get("/surat-keluar").page().select("time").eachText())
                .as("both at the same moment")
                .hasSize(3)
                .allMatch(t -> t.equals("10.00"));
        assertThat(walk.show("rahmat").text()).contains("mengabari Anda lewat surel");
    }

    @Test
    void anElectedPartyIsNeverRemindedOfADay() {
        walk.decide("rahmat", "", "teks", "");
        walk.decide("murni", "", "teks", "");
        walk.dispose(
                "yusuf",
                List.of(walk.unit("BAG-SIDANG"), walk.unit("KOMISI-3")),
                List.of("Siapkan jawaban", "Mohon arahan"),
                "2026-11-25",
                "");
        clock.setWib("2026-11-26T10:00");
        Rounds.remind(program);
        String shown = walk.show("murni").text();
        assertThat(shown).contains("mengingatkan").contains("Farid Anwar").doesNotContain("mengingatkan Nurdin");
        assertThat(walk.show("murni")
                        .page()
                        .select(".kejadian:contains(mengingatkan)")
                        .text())
                .contains("Intan Permatasari")
                .doesNotContain("Nurdin Halim");
        assertThat(walk.show("murni").page().select("summary:contains(Ingatkan)"))
                .hasSize(1);
    }

    @Test
    void fromTheFormToTheReportWithTwoPartiesAtWorkSideBySide() throws Exception {
        try (PlayedMail halimah = new PlayedMail(program, walk.w, "", "Halimah", "halimah@contoh.invalid")) {
            fromTheFormToTheReport(halimah);
        }
    }

    /** What rows 2 and 7 send leaves by real SMTP. */
    private void fromTheFormToTheReport(PlayedMail halimah) throws Exception {
        walk.in("admin")
                .get("/kelola/buku?ubah=surat-keluar")
                .submit("#formulir", "templat", "400.14/{urut:000}/SETWAN/{tahun}");
        walk.follow(walk.heard("2", halimah, walk.number, "sudah kami terima")); // the address is confirmed
        walk.at("rahmat", "3", "Admin Aplikasi SIPESUT", "");
        walk.decide("rahmat", "", "teks", "");
        walk.printed("3", "murni", "data-pengaduan", "DATA PENGADUAN", "Jembatan kayu lapuk", walk.number);
        walk.at("murni", "4", "Bagian Umum Sub bagian Tata Usaha & Kepegawaian", "");
        walk.decide("murni", "", "teks", "");
        walk.entered("4", "murni", "buku-agenda", "1", "H.", "Jembatan kayu lapuk");
        clock.setWib("2026-11-23T10:00");
        walk.at("yusuf", "5", "Sekretaris DPRD", "");
        Http.Shown sekwan = walk.show("yusuf");
        assertThat(sekwan.page().select("input[name=pihak]").eachAttr("value")).hasSize(7);
        assertThat(sekwan.text())
                .contains("Bagian Persidangan dan Perundang-undangan", "Intan Permatasari", "Komisi III")
                .contains("Dengan hormat agar", "Kepada pimpinan, komisi, dan anggota dewan");

        Http.Shown nobody = walk.dispose("yusuf", List.of(), List.of(), "", "");
        assertThat(nobody.status).isEqualTo(422);
        assertThat(nobody.text()).contains("Pilih sedikitnya satu pihak.").contains("Belum terkirim");

        walk.dispose(
                "yusuf",
                List.of(walk.unit("BAG-SIDANG"), walk.unit("KOMISI-3")),
                List.of("Siapkan jawaban", "Mohon arahan"),
                "2026-11-25",
                "Jadwalkan peninjauan sebelum reses.");
        assertThat(walk.desk("yusuf")).doesNotContain(walk.number);
        assertThat(walk.show("murni").text())
                .contains("Bagian Persidangan dan Perundang-undangan Belum dibaca", "Siapkan jawaban")
                .contains("Jadwalkan peninjauan sebelum reses.", "tenggat");
        Element komisi = walk.order("murni", "Komisi III");
        assertThat(komisi.text()).contains("Mohon arahan").doesNotContain("tenggat", "Siapkan jawaban");

        walk.printed(
                "5", "yusuf", "lembar-disposisi", "Disposisi Sekretaris DPRD", "Nomor agenda1", "☒ Siapkan jawaban");

        clock.setWib("2026-11-23T11:00");
        assertThat(walk.desk("farid")).contains(walk.number);
        assertThat(walk.desk("bayu")).doesNotContain(walk.number);
        assertThat(walk.show("farid").text()).contains("Siapkan jawaban");
        assertThat(walk.order("murni", "Bagian Persidangan").text()).contains("Dibaca Farid Anwar");
        walk.decide("farid", "", "teks", "Peninjauan Kamis, 26 November 2026.");
        assertThat(walk.order("murni", "Bagian Persidangan").text()).contains("Melapor");
        assertThat(walk.desk("yusuf")).as("the other party is still at it").doesNotContain(walk.number);

        walk.decide("nurdin", "", "teks", "Komisi III mendukung peninjauan.");
        walk.at("yusuf", "6a", "Sekretaris DPRD", "");
        assertThat(walk.show("yusuf").text())
                .as("row 6: the written results are with the Secretary")
                .contains("Peninjauan Kamis, 26 November 2026.", "Komisi III mendukung peninjauan.");
        Http.Shown back = walk.show("yusuf");
        assertThat(back.page().select("input[name=kembali]")).hasSize(2);
        walk.post(
                "yusuf",
                "/langkah",
                back,
                ".cabang form:has(input[name=cabang][value=1])",
                Map.of(
                        "kembali", List.of(walk.unit("BAG-SIDANG")),
                        "teks", List.of("Sebutkan dinas yang bertanggung jawab."),
                        "aksi", List.of("kirim")));
        assertThat(walk.desk("farid")).contains(walk.number);
        assertThat(walk.desk("nurdin")).doesNotContain(walk.number);
        walk.decide("farid", "", "teks", "Dinas PU memperbaiki mulai 1 Desember 2026.");
        walk.decide("yusuf", "", "teks", "Jembatan diperbaiki Dinas PU mulai 1 Desember 2026.");
        walk.at("rahmat", "7", "Admin Aplikasi SIPESUT", "");
        walk.decide("rahmat", "");
        walk.passed("8");
        assertThat(walk.show("rahmat").page().select(".kepala .jam").text())
                .as("row 8: ended, and no survey holds it up")
                .contains("Selesai");
        Http.Shown tracked = walk.tracked();
        assertThat(tracked.text()).contains("Jembatan diperbaiki Dinas PU", "Sudah dijawab");
        clock.setWib("2026-11-23T13:00");
        walk.heard("7", halimah, "sudah dijawab", "Surat jawabannya terlampir");
        assertThat(Walk.pdf(halimah.enclosed()))
                .contains("400.14/001/SETWAN/2026", "Yth. Sdr. Halimah di Desa Contoh RT 02")
                .contains("Jembatan diperbaiki Dinas PU", "Sekretaris DPRD");
        assertThat(walk.show("rahmat").text()).contains("400.14/001/SETWAN/2026");
        walk.entered("7", "murni", "surat-keluar", "400.14/001/SETWAN/2026", "H.", "Jembatan kayu lapuk");
        walk.printed("7", "yusuf", "surat-jawaban", "400.14/001/SETWAN/2026", "Jembatan diperbaiki Dinas PU");
        assertThat(tracked.text()).doesNotContain("Komisi III mendukung", "Farid", "Siapkan jawaban");
        String survey = walk.heard("8", halimah, "Bagaimana pelayanan kami?");
        Http.Shown thanks = walk.survey(survey, "4");
        assertThat(thanks.text()).contains("Terima kasih").doesNotContain(walk.number);
        assertThat(walk.in("rahmat").get("/meja/survei").text())
                .as("row 8: the survey counts")
                .contains("100,00", "A, Sangat baik");
    }

    /** The ways out of row 5 that the source leaves to "menelaah dan memilah". */
    @Test
    void theSecretaryAnswersAtOnceAsksTheSenderOrPassesItOn() {
        walk.done("rahmat", "murni");
        walk.decide("yusuf", "Perlu dilengkapi pelapor", "teks", "Jembatan yang mana?");
        assertThat(walk.tracked().text()).contains("Jembatan yang mana?");
        walk.tracked().submit("form[action$=" + walk.number + "]", "isi", "Jembatan dekat sekolah.");
        walk.at("yusuf", "5", "Sekretaris DPRD", "");
        assertThat(walk.show("yusuf").text()).contains("Jembatan dekat sekolah.");
        walk.decide("yusuf", "Dijawab sendiri");
        walk.at("rahmat", "7", "Admin Aplikasi SIPESUT", "");
        walk.decide("rahmat", "", "teks", "Perbaikannya masuk anggaran tahun depan.");
        assertThat(walk.tracked().text()).contains("Perbaikannya masuk anggaran tahun depan.", "Sudah dijawab");

        another();
        walk.done("rahmat", "murni");
        walk.decide("yusuf", "Bukan kewenangan", "akhir", "b-PLN", "teks", "Listrik diurus PLN.");
        assertThat(walk.tracked().text()).contains("Diteruskan ke instansi lain", "Listrik diurus PLN.");
        walk.printed("5", "yusuf", "surat-penerusan", "Yth. PLN", "Tembusan: pelapor");
    }

    @Test
    void theStepsAskForPapersAndTheSheetTellsTheOrders() {
        walk.decide("rahmat", "", "teks", "");
        assertThat(walk.papers("murni"))
                .contains("Data pengaduan untuk dicetak")
                .doesNotContain("Lembar disposisi untuk");
        walk.in("murni").get("/aduan/" + walk.number + "/naskah/data-pengaduan").submit("form[action$=/pdf]");
        assertThat(walk.papers("murni")).doesNotContain("untuk dicetak").contains("1 kali dicetak");
        walk.decide("murni", "", "teks", "");
        Http.Shown empty = walk.in("yusuf").get("/aduan/" + walk.number + "/naskah/lembar-disposisi");
        assertThat(empty.page().select("td:contains(Nomor agenda) b").text()).isNotEmpty();
        assertThat(empty.text()).contains("Disposisi Sekretaris DPRD", "☐ Siapkan jawaban", "☐ Komisi III (mohon)");
        walk.dispose(
                "yusuf",
                List.of(walk.unit("BAG-SIDANG"), walk.unit("KOMISI-3")),
                List.of("Siapkan jawaban", "Mohon arahan"),
                "2026-11-25",
                "Jadwalkan peninjauan sebelum reses.");
        assertThat(walk.papers("murni")).contains("Lembar disposisi untuk dicetak");
        String sheet = walk.in("yusuf")
                .get("/aduan/" + walk.number + "/naskah/lembar-disposisi")
                .text();
        assertThat(sheet)
                .contains(
                        "☒ Bagian Persidangan dan Perundang-undangan ☒ Siapkan jawaban", "☒ Komisi III ☒ Mohon arahan")
                .contains("Jadwalkan peninjauan sebelum reses.", "Batas waktu: 25 November 2026");
        assertThat(sheet.split("Batas waktu")).as("none for the elected").hasSize(2);
    }

    @Test
    void aDispositionHalfFilledInIsKept() {
        walk.decide("rahmat", "", "teks", "");
        walk.decide("murni", "", "teks", "");
        Http.Shown kept = walk.post(
                "yusuf",
                "/langkah",
                walk.show("yusuf"),
                ".cabang form:has(input[name=pihak])",
                Map.of(
                        "pihak", List.of(walk.unit("BAG-SIDANG"), walk.unit("KOMISI-3")),
                        "utama", List.of(walk.unit("BAG-SIDANG")),
                        "perintah", List.of("Siapkan jawaban"),
                        "derajat", List.of("SEGERA"),
                        "teks", List.of("Menunggu nomor telepon."),
                        "aksi", List.of("draf")));
        assertThat(kept.text()).contains("Draf disimpan.");
        var form = walk.show("yusuf").page().select(".cabang form:has(input[name=pihak])");
        assertThat(form.select("input[checked]").eachAttr("value"))
                .containsExactly(walk.unit("BAG-SIDANG"), walk.unit("KOMISI-3"), "Siapkan jawaban");
        assertThat(form.select("option[selected]").eachAttr("value"))
                .containsExactly(walk.unit("BAG-SIDANG"), "SEGERA", "BIASA");
        assertThat(form.select("textarea[name=teks]").text()).isEqualTo("Menunggu nomor telepon.");
    }

    @Test
    void anOrderIsPassedOnAddedToAndTakenBack() {
        walk.decide("rahmat", "", "teks", "");
        walk.decide("murni", "", "teks", "");
        walk.dispose("yusuf", List.of(walk.unit("BAG-UMUM")), List.of("Tindak lanjuti sesuai ketentuan"), "", "");
        Http.Shown lestari = walk.show("lestari");
        walk.post(
                "lestari",
                "/disposisi/teruskan",
                lestari,
                "form[action$=/disposisi/teruskan]",
                Map.of("pihak", List.of(walk.unit("BAG-FASILITASI")), "perintah", List.of("Telaah dan beri saran")));
        Map<String, List<String>> again =
                Map.of("pihak", List.of(walk.unit("BAG-FASILITASI")), "perintah", List.of("Telaah dan beri saran"));
        assertThat(walk.post("lestari", "/disposisi/teruskan", lestari, "form[action$=/disposisi/teruskan]", again)
                        .status)
                .as("a second click is the same order")
                .isEqualTo(200);
        assertThat(walk.show("yusuf").page().select(".disposisi li:contains(Bagian Fasilitasi)"))
                .hasSize(1);
        assertThat(walk.post(
                                "lestari",
                                "/disposisi/teruskan",
                                lestari,
                                "form[action$=/disposisi/teruskan]",
                                Map.of(
                                        "pihak",
                                        List.of(walk.unit("BAG-FASILITASI")),
                                        "perintah",
                                        List.of("Siapkan jawaban")))
                        .text())
                .contains("masih mengerjakan perintah Anda");
        assertThat(walk.desk("bayu")).contains(walk.number);
        assertThat(walk.desk("lestari")).as("she stays answerable").contains(walk.number);
        assertThat(walk.order("yusuf", "Bagian Fasilitasi").className()).isEqualTo("dalam-1");
        walk.decide("bayu", "", "teks", "Anggaran tersedia.");
        assertThat(walk.desk("yusuf"))
                .as("what was passed on ends with the party")
                .doesNotContain(walk.number);

        Http.Shown giver = walk.show("yusuf");
        walk.post(
                "yusuf",
                "/disposisi/tambah",
                giver,
                "form[action$=/disposisi/tambah]",
                Map.of("pihak", List.of(walk.unit("KOMISI-1")), "perintah", List.of("Mohon tanggapan dan saran")));
        assertThat(walk.desk("hasan")).contains(walk.number);
        assertThat(walk.show("bayu").status)
                .as("an earlier party still sees it")
                .isEqualTo(200);
        walk.show("yusuf")
                .submit(
                        "li:contains(Komisi I) form[action$=/disposisi/tarik]",
                        "alasan",
                        "Sudah cukup dengan Bagian Umum.");
        assertThat(walk.desk("hasan")).doesNotContain(walk.number);
        assertThat(walk.order("yusuf", "Komisi I").text()).contains("Ditarik");

        Http.Shown returned = walk.show("lestari")
                .submit("form[action$=/kembalikan]", "ke", "5", "alasan", "Ini bidang Bagian Persidangan.");
        assertThat(returned.status).isEqualTo(200);
        assertThat(walk.desk("yusuf")).contains(walk.number);
        walk.dispose(
                "yusuf",
                List.of("p-" + walk.w.officers().get("intan") + "-"
                        + walk.w.units().get("BAG-SIDANG")),
                List.of(),
                "",
                "Mohon Ibu Intan.");
        assertThat(walk.desk("intan")).contains(walk.number);
        assertThat(walk.desk("farid")).as("it names her, not the unit").doesNotContain(walk.number);
        assertThat(walk.show("farid").page().select("form[action$=/ambil]")).isEmpty();
        walk.decide("intan", "", "teks", "Selesai ditelaah.");
        assertThat(walk.desk("yusuf")).contains(walk.number);
    }

    @Test
    void whatIsNoPartyOrNoDayIsRefusedAndNothingTypedIsLost() {
        walk.decide("rahmat", "", "teks", "");
        walk.decide("murni", "", "teks", "");
        Http.Shown sunday = walk.dispose(
                "yusuf",
                List.of(walk.unit("BAG-UMUM")),
                List.of("Siapkan jawaban"),
                "2026-11-29",
                "Tulisan panjang saya.");
        assertThat(sunday.status).isEqualTo(422);
        assertThat(sunday.text()).contains("Hari itu kantor tutup.");
        assertThat(sunday.page().select("textarea[name=teks]").first().wholeText())
                .contains("Tulisan panjang saya.");
        assertThat(sunday.page().select("input[name=pihak][checked]").eachAttr("value"))
                .containsExactly(walk.unit("BAG-UMUM"));
        assertThat(walk.dispose("yusuf", List.of(walk.unit("BAG-UMUM")), List.of("Siapkan jawaban"), "2026-11-20", "")
                        .text())
                .contains("Tenggat itu sudah lewat.");
        for (String evil : List.of("u-1", "sop", "p-1-1", "' or 1=1", "u-99999999999999999999"))
            assertThat(walk.dispose("yusuf", List.of(evil), List.of("Siapkan jawaban"), "", "").status)
                    .as(evil)
                    .isEqualTo(422);
        assertThat(walk.desk("yusuf")).contains(walk.number);
    }

    private void another() {
        walk.file(
                "jenis", "aspirasi",
                "judul", "Jadwal reses",
                "uraian", "Kapan reses di desa kami?",
                "kategori", "lain",
                "nama", "Syahrul",
                "alamat", "Desa Contoh RT 05",
                "hp", "0812 3456 7899",
                "email", "syahrul@contoh.invalid");
    }
}
