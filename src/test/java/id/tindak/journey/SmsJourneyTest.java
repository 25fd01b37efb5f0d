package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.channel.PlayedSms;
import id.tindak.handling.Rounds;
import id.tindak.recap.RecapRound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * "Prosedur Penanganan Pengaduan Secara Elektronik" (SMS/WA, agency unknown), rows 1 to 7 over real HTTP. The message
 * comes in as Kannel delivers it, with the code of the SKPD, and is answered by SMS. Who does a row is inferred ({@code sop/001-sms-wa.yaml} says so in print); the
 * ways that the source only implies are walked too.
 *
 * <table>
 * <caption>source row, who has it, time, paper, book</caption>
 * <tr><td>1</td><td>Pemohon sends code and text; 15 minutes of his own, never counted</td></tr>
 * <tr><td>2</td><td>Petugas SMS, 15 minutes: looks for an answer that lies ready, sorts out what concerns the code of ethics</td></tr>
 * <tr><td>3</td><td>Anggota, 15 minutes</td></tr>
 * <tr><td>4</td><td>Anggota writes, Ketua decides, 30 minutes together; catatan solusi as paper and in its book</td></tr>
 * <tr><td>5</td><td>Petugas SMS, 5 hours: sends the wording as it was decided</td></tr>
 * <tr><td>6</td><td>each month, 30 minutes: Ketua to Pengarah</td></tr>
 * <tr><td>7</td><td>by itself: the answer is with the Pemohon</td></tr>
 * </table>
 *
 * Not here: WhatsApp (the same words, other doors).
 */
@JourneyTest
class SmsJourneyTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationContext program;

    static final Rows ROWS = Rows.of("001-sms-wa");

    static final String SITI = "+6281200003390";

    Walk walk;
    PlayedSms sms;

    @AfterAll
    static void nothingIsLeftOver() {
        ROWS.complete(SmsJourneyTest.class);
    }

    @BeforeEach
    void filed() {
        clock.setWib("2026-11-23T09:00");
        walk = new Walk(world, "demo/saran.yaml", ROWS);
        sms = new PlayedSms(program, walk.w);
        walk.by(sms.phone(SITI), "DINKES # Jam buka puskesmas. Mohon puskesmas buka sampai sore.", true);
    }

    @AfterEach
    void hangUp() {
        sms.close();
    }

    @Test
    void analysedPreparedByAMemberSignedByTheChairAndAnswered() {
        clock.setWib("2026-11-23T09:10");
        walk.at("wulan", "2", "Petugas SMS", "15 menit");
        walk.decide("wulan", "Diteruskan");
        walk.at("dimas", "3", "Anggota", "15 menit");
        walk.decide("dimas", "", "teks", "Jam layanan diatur Perbup; Sabtu dapat dijadwalkan.");
        walk.at("dimas", "4", "Anggota", "30 menit");
        clock.setWib("2026-11-23T09:20");
        Http.Shown member = walk.show("dimas");
        assertThat(member.page().select(".tindakan .cabang > details > summary").eachText())
                .as("the signer's branches are the signer's alone")
                .containsExactly("Ajukan kepada Ketua");
        assertThat(member.submit(".cabang form", "teks", "", "aksi", "kirim").status)
                .isEqualTo(422);
        walk.decide("dimas", "Ajukan", "teks", "Dijawab: dibuka Sabtu sampai 14.00 mulai Desember.");
        assertThat(walk.desk("dimas")).doesNotContain(walk.number);

        clock.setWib("2026-11-23T09:30");
        walk.at("harun", "4", "Ketua", "30 menit");
        walk.printed(
                "4",
                "harun",
                "catatan-solusi",
                "Mohon puskesmas buka sampai sore.",
                "Dijawab: dibuka Sabtu sampai 14.00 mulai Desember.");
        Http.Shown chair = walk.show("harun");
        assertThat(chair.page().select(".tindakan .cabang > details > summary").eachText())
                .hasSize(2)
                .anyMatch(t -> t.startsWith("Disetujui"))
                .anyMatch(t -> t.startsWith("Dikembalikan"));
        assertThat(chair.text())
                .contains("Dijawab: dibuka Sabtu sampai 14.00")
                .as("both have thirty minutes together")
                .contains("sisa 10 menit dari 30 menit");
        walk.decide("harun", "Dikembalikan", "teks", "Sebutkan dasarnya.");
        assertThat(walk.desk("harun")).doesNotContain(walk.number);
        walk.decide("dimas", "", "teks", "Perbup 12/2025.");
        walk.decide("dimas", "Ajukan", "teks", "Menurut Perbup 12/2025 dibuka Sabtu sampai 14.00.");
        assertThat(approval("harun").select("textarea[name=teks]").text())
                .as("the signer begins with the draft")
                .isEqualTo("Menurut Perbup 12/2025 dibuka Sabtu sampai 14.00.");
        walk.decide("harun", "Disetujui", "teks", "Menurut Perbup 12/2025 puskesmas dibuka Sabtu sampai pukul 14.00.");
        assertThat(walk.papers("harun")).contains("Catatan solusi untuk dicetak");
        walk.entered(
                "4",
                "wulan",
                "catatan-solusi",
                "CS-001/2026",
                "Jam buka puskesmas",
                "Menurut Perbup 12/2025 puskesmas dibuka Sabtu sampai pukul 14.00.");
        walk.at("wulan", "5", "Petugas SMS", "5 jam");
        walk.decide("wulan", "", "catatan", "Sudah saya telepon puskesmasnya.");
        walk.passed("7");
        assertThat(sms.heard(SITI))
                .as("the answer goes back to the phone that asked")
                .last()
                .asString()
                .contains("sudah dijawab", "Menurut Perbup 12/2025 puskesmas dibuka Sabtu sampai pukul 14.00.");
        assertThat(walk.tracked().text())
                .contains("Menurut Perbup 12/2025 puskesmas dibuka Sabtu sampai pukul 14.00.", "Sudah dijawab")
                .doesNotContain("Sebutkan dasarnya", "telepon puskesmasnya", "Menurut Perbup 12/2025 dibuka");
        assertThat(walk.show("wulan")
                        .page()
                        .select("section:has(#redaksi) summary")
                        .eachText())
                .hasSize(4)
                .satisfiesExactly(
                        v -> assertThat(v).startsWith("Konsep Dimas Adi"),
                        v -> assertThat(v).startsWith("Konsep Dimas Adi"),
                        v -> assertThat(v).startsWith("Disetujui Harun Rasyid"),
                        v -> assertThat(v).startsWith("Terkirim Anda"));
    }

    @Test
    void whatTheChairApprovedIsSentAsItStandsOrGoesBackWithAReason() {
        walk.decide("wulan", "Diteruskan");
        walk.decide("dimas", "", "teks", "Ada dasarnya.");
        walk.decide(
                "dimas",
                "Ajukan",
                "teks",
                "Dibuka Sabtu.",
                "janji_1",
                "Papan jam buka",
                "janji_tanggal_1",
                "2026-12-01");
        assertThat(approval("harun").select("input[name=janji_1]").val())
                .as("promises are drafted with the words")
                .isEqualTo("Papan jam buka");
        walk.decide("harun", "Disetujui", "janji_oleh_1", "Dinas Kesehatan");
        Http.Shown sending = walk.show("wulan");
        assertThat(sending.page().select(".tindakan textarea[name=teks]")).isEmpty();
        assertThat(sending.text()).contains("Dibuka Sabtu.", "Disetujui Harun Rasyid", "tidak dapat diubah di sini");
        assertThat(walk.tracked().text()).doesNotContain("Papan jam buka");
        for (String[] more : new String[][] {
            {"teks", "Dibuka Minggu."}, {"janji_1", "Dokter tambahan", "janji_tanggal_1", "2026-12-02"}
        }) {
            List<String> all = new ArrayList<>(List.of(more));
            all.addAll(List.of("aksi", "kirim"));
            Http.Shown refused = walk.show("wulan").submit(".cabang form", all.toArray(String[]::new));
            assertThat(refused.status).as(refused.text()).isEqualTo(422);
        }
        walk.show("wulan")
                .submit("form[action$=/kembalikan]", "ke", "4", "alasan", "Puskesmas minta hari Minggu disebut.");
        assertThat(walk.desk("wulan")).doesNotContain(walk.number);
        walk.decide("dimas", "Ajukan", "teks", "Dibuka Sabtu dan Minggu.");
        walk.decide("harun", "Disetujui");
        walk.decide("wulan", "");
        assertThat(walk.tracked().text())
                .contains("Dibuka Sabtu dan Minggu.", "Papan jam buka Paling lambat 1 Desember 2026")
                .doesNotContain("Dibuka Sabtu. ", "Dokter tambahan");
        assertThat(walk.in("wulan")
                        .get("/aduan/" + walk.number + "/naskah/surat-jawaban")
                        .text())
                .contains("Dibuka Sabtu dan Minggu. Yang masih akan kami kerjakan: 1. Papan jam buka")
                .contains("oleh Dinas Kesehatan, paling lambat Selasa, 1 Desember 2026", "Harun Rasyid");
    }

    @Test
    void aDecisionNamesOnWhoseWordItWasTakenAndTheReporterNeverReadsIt() {
        Http.Shown page = walk.show("wulan");
        String form = ".cabang details:has(summary:contains(Diteruskan)) form";
        Http.Shown half = page.submit(form, "dasar", "WHATSAPP", "aksi", "kirim");
        assertThat(half.status).isEqualTo(422);
        assertThat(half.text()).contains("Isi tanggal arahannya.", "Tulis dari siapa arahannya.");
        assertThat(page.submit(
                                form,
                                "dasar",
                                "LISAN",
                                "dasar_dari",
                                "Kepala",
                                "dasar_tanggal",
                                "2026-11-24",
                                "aksi",
                                "kirim")
                        .text())
                .contains("Tanggal arahan tidak boleh sesudah hari ini.");
        Http.Shown done = page.attach(
                form,
                "dasar_berkas",
                "layar-wa.txt",
                "Silakan diteruskan",
                "dasar",
                "WHATSAPP",
                "dasar_dari",
                "Kepala Bagian Umum",
                "dasar_tanggal",
                "2026-11-22",
                "dasar_isi",
                "Teruskan saja ke anggota.",
                "aksi",
                "kirim");
        assertThat(done.status).as(done.text()).isEqualTo(200);
        for (String where : List.of("", "/cetak"))
            assertThat(walk.in("dimas").get("/aduan/" + walk.number + where).text())
                    .contains("menyebut dasar keputusan: percakapan WhatsApp, 22 November 2026")
                    .contains("Kepala Bagian Umum", "Teruskan saja ke anggota.", "layar-wa.txt");
        assertThat(walk.tracked().text()).doesNotContain("Kepala Bagian Umum", "layar-wa", "dasar keputusan");
    }

    private Element approval(String officer) {
        return walk.show(officer)
                .page()
                .select(".cabang details:has(summary:contains(Disetujui)) form")
                .first();
    }

    /** Row 4: what was decided before is written down for the decision with a click, and changed where it has to be. */
    @Test
    void whatIsLaidBeforeTheChairBeginsAsANoteOfTheLibrary() {
        Http.Shown written = walk.in("dimas")
                .get("/catatan-solusi/baru")
                .submit(
                        "form[action$=/catatan-solusi/baru]",
                        "pertanyaan",
                        "Jam buka puskesmas pada hari Sabtu",
                        "jawaban",
                        "Puskesmas buka Sabtu sampai 14.00.",
                        "dasar",
                        "Perbup Contoh 12/2025 Pasal 3");
        walk.in("harun").get(written.url).submit("form[action$=/setujui]");
        walk.decide("wulan", "Diteruskan");
        walk.decide("dimas", "", "teks", "Sudah pernah dijawab.");
        Http.Shown page = walk.show("dimas");
        String word = page.page()
                .select("section[aria-labelledby=siap] button[name=pakai]")
                .attr("value");
        Map<String, List<String>> pressed = page.values("#formulir-cabang-ajukan");
        pressed.put("pakai", List.of(word));
        Http.Shown grown = walk.in("dimas").post("/aduan/" + walk.number + "/pakai", pressed);
        String form = "#formulir-cabang-ajukan";
        assertThat(grown.page().select(form + " textarea[name=teks]").text())
                .isEqualTo("Puskesmas buka Sabtu sampai 14.00.");
        assertThat(walk.desk("harun")).as("nothing is laid before anybody yet").doesNotContain(walk.number);
        grown.submit(form, "teks", "Puskesmas buka Sabtu sampai 14.00, mulai 5 Desember.", "aksi", "kirim");
        walk.at("harun", "4", "Ketua", "30 menit");
        assertThat(walk.show("harun").text())
                .contains("Puskesmas buka Sabtu sampai 14.00, mulai 5 Desember.", "catatan solusi");
        walk.decide("harun", "Disetujui");
        walk.decide("wulan", "");
        assertThat(walk.tracked().text()).contains("Puskesmas buka Sabtu sampai 14.00, mulai 5 Desember.");
    }

    @Test
    void whatIsNotDecentIsRefusedWithItsGround() {
        walk.decide("wulan", "Bahasa tidak pantas", "akhir", "sara", "teks", "Memuat hinaan.");
        assertThat(walk.tracked().text())
                .contains("Tidak dapat ditindaklanjuti", "Memuat hinaan.", "www.ombudsman.go.id");
    }

    @Test
    void theChairMakesTheMonthlyRecapAndTheDirectorReceivesIt() {
        clock.setWib("2026-12-01T08:00");
        Rounds.openSideTasks(program);
        assertThat(walk.desk("ningsih")).as("nothing to receive yet").doesNotContain("tugas lain");
        Http.Shown list = walk.in("harun").get("/meja/tugas");
        Http.Shown task = walk.in("harun")
                .get(list.page().select("a:contains(Laporan setiap bulan)").attr("abs:href"));
        assertThat(task.text())
                .contains("Laporan setiap bulan, November 2026", "Pelaksana Ketua", "Disampaikan kepada Pengarah")
                .contains("Hasil Rekapitulasi Bulanan", "Waktu menurut SOP 30 menit");
        RecapRound.run(program);
        Http.Shown recap = walk.in("harun")
                .get(task.page()
                        .select("main a:contains(Buka rekap November 2026)")
                        .attr("abs:href"));
        assertThat(recap.text()).contains("Rekap bulanan, November 2026", "Neraca aduan", "Sisa akhir");
        recap.submit(
                "form:has([value=bekukan])",
                "aksi",
                "bekukan",
                "catatan",
                "Tidak ada saran bulan ini.",
                "mengetahui",
                recap.page().select("#mengetahui option:contains(Pengarah)").attr("value"));
        RecapRound.work(program);
        assertThat(walk.in("harun").get(task.url).text()).contains("dikerjakan Harun Rasyid");

        assertThat(walk.desk("ningsih")).contains("Ada 1 tugas lain yang menunggu Anda.");
        Http.Shown hers = walk.in("ningsih")
                .get(walk.in("ningsih")
                        .get("/meja/tugas")
                        .page()
                        .select("a:contains(Laporan setiap bulan)")
                        .attr("abs:href"));
        assertThat(hers.text()).contains("dikerjakan Harun Rasyid", "Rekap November 2026 dibekukan (revisi 1).");
        assertThat(walk.in("ningsih")
                        .get(hers.page()
                                .select("main a:contains(Buka rekap November 2026)")
                                .attr("abs:href"))
                        .text())
                .contains("Dibekukan oleh Harun Rasyid", "Tidak ada saran bulan ini.", "Mengetahui: Pengarah");
        assertThat(walk.in("dimas").get(hers.url).status).isEqualTo(404);
        assertThat(hers.submit("main form[action*=/meja/tugas/]").text())
                .contains("hasilnya sudah Anda terima", "diterima Ningsih Utami");
        assertThat(walk.desk("ningsih")).doesNotContain("tugas lain");
        assertThat(walk.in("harun").get("/meja/tugas/riwayat").text()).contains("Laporan setiap bulan, November 2026");
        walk.beside("6");
    }

    @Test
    void anAnswerThatLiesReadyIsGivenAtOnce() {
        walk.decide("wulan", "Jawaban tersedia");
        assertThat(walk.show("wulan").text()).contains("Belum ada catatan atau jawaban yang cocok.");
        walk.decide("wulan", "", "teks", "Sudah dibuka sampai sore sejak Oktober.");
        assertThat(walk.tracked().text()).contains("Sudah dibuka sampai sore sejak Oktober.");
    }

    @Test
    void aBreachOfTheCodeOfEthicsIsPassedOnInSecret() {
        walk.decide(
                "wulan",
                "Terindikasi pelanggaran kode etik",
                "tujuan",
                walk.unitId("INSPEKTORAT"),
                "akhir",
                "inspektorat",
                "teks",
                "Diteruskan ke Inspektorat.");
        assertThat(walk.tracked().text()).contains("Rahasia", "Diteruskan ke Inspektorat.");
        assertThat(walk.show("dimas").status).isEqualTo(404);
        walk.decide("inspektur", "Selesai diperiksa", "teks", "Sudah diperiksa dan ditindak.");
        assertThat(walk.tracked().text()).contains("Sudah diperiksa dan ditindak.", "Sudah dijawab");
        assertThat(walk.show("wulan").status).as("she did a step of it").isEqualTo(200);
    }
}
