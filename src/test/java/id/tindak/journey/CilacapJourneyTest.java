package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.channel.Correspondent;
import id.tindak.channel.PlayedPhone;
import id.tindak.handling.Rounds;
import id.tindak.phones.Network;
import id.tindak.recap.RecapRound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Cilacap, "Pengelolaan Pengaduan Masyarakat LaporBupati" (061 / 0478 / 36), rows 1 to 8 over real HTTP, across a lunch break and a
 * weekend; the 2 hours 15 minutes that its "Peringatan" hopes for, and its monthly recap.
 *
 * <table>
 * <caption>source row, who has it, time, mail</caption>
 * <tr><td>1</td><td>Pemohon</td></tr>
 * <tr><td>2</td><td>Admin Utama, 15 minutes; incomplete: back to the Pemohon with the reason, mail</td></tr>
 * <tr><td>3</td><td>Admin OPD, 15 minutes; not his office's: back to the Admin Utama with the reason, ledger of moves</td></tr>
 * <tr><td>4</td><td>Pejabat Penghubung (Sekretaris OPD), 15 minutes</td></tr>
 * <tr><td>5</td><td>Kepala OPD, 60 minutes</td></tr>
 * <tr><td>6</td><td>Pejabat Penghubung, 15 minutes</td></tr>
 * <tr><td>7</td><td>Admin OPD, 15 minutes; mail with the answer</td></tr>
 * <tr><td>8</td><td>by itself: the answer is with the Pemohon, who is asked how the service was (PermenPANRB 14/2017, "Dasar Hukum")</td></tr>
 * <tr><td>Pencatatan</td><td>the Admin Utama makes a recap each month</td></tr>
 * </table>
 *
 * The source names no paper and no book. Row 1 is walked both ways that it names: a message to the WhatsApp number of the source over a gateway, and the form.
 */
@JourneyTest
class CilacapJourneyTest {

    private static final String TO_ADMIN_OPD = "Admin OPD, Dinas Perumahan, Kawasan Permukiman, dan Pertanahan";

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationContext program;

    static final Rows ROWS = Rows.of("004-cilacap-laporbup");

    Walk walk;

    @AfterAll
    static void nothingIsLeftOver() {
        ROWS.complete(CilacapJourneyTest.class);
    }

    @BeforeEach
    void found() {
        clock.set(SettableClock.START);
        walk = new Walk(world, "demo/cilacap.yaml", ROWS);
    }

    @Test
    void fromTheMessageOnWhatsAppToTheAnswerThere() {
        try (PlayedPhone siti =
                new PlayedPhone(program, walk.w, Network.FONNTE, "085290082800", "Siti Aminah", "6281200003390")) {
            fromTheMessageToTheAnswer(siti);
        }
    }

    private void fromTheMessageToTheAnswer(Correspondent siti) {
        clock.setWib("2026-11-26T11:50"); // Thursday, ten minutes before the break
        walk.by(siti, "Lampu jalan di tikungan SDN 2 padam sejak Jumat malam, tiang nomor 117 dan 118.", false);
        walk.heard("1", siti, walk.number, "sudah diterima");
        walk.at("ratna", "2", "Admin Utama (Dinas Komunikasi dan Informatika)", "15 menit");

        clock.setWib("2026-11-26T13:02"); // the break does not count: 10 + 2 minutes used
        assertThat(walk.desk("ratna")).contains("sisa 3 menit");
        walk.decide("ratna", "Tidak lengkap", "teks", "Mohon lengkapi alamat Anda.");
        assertThat(walk.tracked().text()).contains("Mohon lengkapi alamat Anda.");
        walk.heard("2", siti, walk.number, "Mohon lengkapi alamat Anda.");

        clock.setWib("2026-11-27T10:00");
        assertThat(walk.desk("ratna")).contains("Waktu berhenti dihitung", "tersisa 3 menit");
        siti.says("Alamat: Jalan Melati 14, RT 03 RW 05");
        siti.says("NILAI " + walk.number + " 4");
        assertThat(siti.heard().getLast()).contains("Aduan " + walk.number + " belum dijawab.");

        assertThat(walk.desk("ratna")).contains("sisa 3 menit").doesNotContain("Waktu berhenti dihitung");
        clock.setWib("2026-11-27T10:01");
        walk.decide("ratna", "Lengkap", "tujuan", walk.unitId("DISHUB"), "teks", "");
        assertThat(walk.desk("ratna")).doesNotContain(walk.number);

        clock.setWib("2026-11-27T10:25");
        assertThat(walk.desk("rudi.dishub")).contains("terlambat 9 menit");
        walk.decide("rudi.dishub", "Tidak sesuai", "teks", "Bukan kewenangan kami, lampu ini milik Disperkim.");

        assertThat(walk.desk("ratna")).contains("sisa 15 menit");
        clock.setWib("2026-11-27T16:25"); // Friday, five minutes before the end
        walk.decide("ratna", "Lengkap", "tujuan", walk.unitId("PERKIM"), "teks", "");
        assertThat(walk.moves("ratna"))
                .as("row 3: who sent it back, when, why, after how long")
                .contains("Mohon lengkapi alamat Anda.")
                .contains("Bukan kewenangan kami, lampu ini milik Disperkim.", "Rudi Hartono", "dipegang 24 menit")
                .contains("ke Admin Utama (Dinas Komunikasi dan Informatika)");

        clock.setWib("2026-11-30T07:35"); // Monday: five minutes on Friday, five today
        assertThat(walk.desk("rudi.dishub")).doesNotContain(walk.number);
        assertThat(walk.desk("tono.perkim")).contains("sisa 5 menit");
        walk.at("tono.perkim", "3", TO_ADMIN_OPD, "15 menit");
        walk.decide("tono.perkim", "Sesuai");
        clock.forward(Duration.ofMinutes(5));
        walk.at("lina.perkim", "4", "Pejabat Penghubung (Sekretaris OPD)", "15 menit");
        walk.done("lina.perkim");
        clock.forward(Duration.ofMinutes(20));
        assertThat(walk.desk("agus.perkim")).contains("sisa 40 menit");
        walk.at("agus.perkim", "5", "Kepala OPD", "60 menit");
        walk.decide("agus.perkim", "", "teks", "Dua lampu diganti malam ini.");
        walk.at("lina.perkim", "6", "Pejabat Penghubung (Sekretaris OPD)", "15 menit");
        assertThat(walk.show("lina.perkim").text()).contains("Dua lampu diganti malam ini.");
        walk.done("lina.perkim");
        clock.forward(Duration.ofMinutes(3));
        walk.at("tono.perkim", "7", TO_ADMIN_OPD, "15 menit");
        assertThat(walk.show("tono.perkim").text())
                .as("the returns stand on the path")
                .contains("kembali");
        walk.decide("tono.perkim", "", "teks", "Dua lampu di tikungan sudah kami ganti pada 30 November 2026.");

        walk.passed("8");
        assertThat(walk.tracked().text()).contains("Dua lampu di tikungan sudah kami ganti", "Sudah dijawab");
        assertThat(walk.desk("tono.perkim")).doesNotContain(walk.number);
        walk.heard("7", siti, walk.number, "Dua lampu di tikungan sudah kami ganti pada 30 November 2026.");
        String asked = walk.heard("8", siti, "Bagaimana pelayanan kami?", "balas dengan satu angka");
        walk.survey(asked, "3");
        assertThat(walk.in("ratna").get("/meja/survei").text()).contains("75,00", "C, Kurang baik");
        siti.says("4");
        walk.heard("8", siti, "Penilaian Anda untuk penanganan aduan " + walk.number + " sudah kami catat.");
        siti.says("NILAI " + walk.number + " 1");
        assertThat(walk.show("ratna").text())
                .as("the first word counts, and it is not the survey's")
                .contains("menilai penanganan aduan ini 4 dari 4")
                .doesNotContain("menilai penanganan aduan ini 1 dari 4");
        assertThat(walk.in("ratna").get("/meja/survei").text()).contains("75,00");
    }

    /** The other way in, row 1: the form. */
    @Test
    void whoNeverShowedThatTheAddressIsHisIsToldWhereTheAnswerStands() {
        clock.setWib("2026-11-26T09:00");
        file("nama", "Siti Aminah");
        walk.mailed("1", "siti@contoh.invalid", walk.number, "sudah kami terima");
        walk.decide("ratna", "Tidak lengkap", "teks", "Mohon lengkapi alamat Anda.");
        assertThat(walk.tracked().text()).contains("Mohon lengkapi alamat Anda.");
        walk.mailed("2", "siti@contoh.invalid", "Aduan " + walk.number + " perlu Anda lengkapi");
        completed("Jalan Melati 14, RT 03 RW 05");
        answer(0);
        assertThat(walk.mailed("7", "siti@contoh.invalid", "Aduan " + walk.number + " sudah dijawab")
                        .text())
                .as("the address was never confirmed: number and link, no text")
                .doesNotContain("Lampu sudah menyala kembali.");
    }

    @Test
    void theAnswerComesByMailOnceTheAddressIsConfirmed() {
        file("nama", "Siti Aminah", "alamat", "Jalan Melati 14");
        walk.followMail();
        answer(0);
        walk.mailed("7", "siti@contoh.invalid", "Lampu sudah menyala kembali.");
    }

    /** Four officers, six rows, 15 + 15 + 15 + 60 + 15 + 15 minutes: whoever uses all of the own time keeps the whole. */
    @Test
    void theTimesOfTheRowsAreTwoHoursAndFifteenMinutesTogether() {
        for (int beyond : List.of(0, 1)) {
            clock.setWib("2026-11-24T09:00");
            file("nama", "Siti Aminah", "alamat", "Jalan Melati 14");
            assertThat(walk.show("ratna").page().select(".kepala .jam").text())
                    .contains("Seluruh SOP: sisa 2 jam 15 menit dari 2 jam 15 menit");
            answer(beyond);
            assertThat(walk.show("ratna").page().select(".kepala .jam").text())
                    .contains("Seluruh SOP: " + (beyond == 0 ? "terpenuhi" : "terlewati") + " dari 2 jam 15 menit");
        }
    }

    @Test
    void theMainAdminMakesTheRecapOfTheMonth() {
        clock.setWib("2026-11-24T09:00");
        file("nama", "Siti Aminah", "alamat", "Jalan Melati 14");
        answer(1);
        clock.setWib("2026-12-01T08:00");
        Rounds.openSideTasks(program);
        RecapRound.run(program);
        assertThat(walk.desk("bagus")).contains("Ada 1 tugas lain yang menunggu Anda.");
        assertThat(walk.desk("tono.perkim")).doesNotContain("tugas lain");
        Http.Shown task = walk.in("ratna")
                .get(walk.in("ratna")
                        .get("/meja/tugas")
                        .page()
                        .select("a:contains(direkap setiap bulan)")
                        .attr("abs:href"));
        assertThat(task.text())
                .contains("Data aduan masyarakat direkap setiap bulan, November 2026", "Rekapitulasi bulanan");
        Http.Shown recap = walk.in("ratna")
                .get(task.page()
                        .select("main a:contains(Buka rekap November 2026)")
                        .attr("abs:href"));
        assertThat(recap.text())
                .contains("Aduan masuk 1", "Selesai dijawab 1", "Sisa akhir 0", "Dijawab terlambat 1")
                .contains("sasaran waktu 2 jam 15 menit", "Median waktu jawab 2 jam 16 menit");
        assertThat(recap.page().select("tr:contains(Kepala OPD) td").eachText()).contains("60 menit", "1 jam", "0");
        assertThat(recap.page().select("tr:contains(7. ) td").eachText()).contains("15 menit", "16 menit", "1");
        recap.submit(
                "form:has([value=bekukan])",
                "aksi",
                "bekukan",
                "catatan",
                "Satu aduan, terlambat satu menit.",
                "mengetahui",
                recap.page().select("#mengetahui option:contains(Kepala OPD)").attr("value"));
        RecapRound.work(program);
        assertThat(walk.in("ratna").get("/rekap/2026-11").text())
                .contains("Dibekukan oleh Ratna Wulandari", "Satu aduan, terlambat satu menit.");
        assertThat(Walk.pdf(walk.in("ratna")
                        .bytes("/rekap/2026-11/berkas/rekap.pdf")
                        .body()))
                .contains("Sisa akhir", "Mengetahui,", walk.number);
        assertThat(walk.desk("bagus")).doesNotContain("tugas lain");
        assertThat(walk.in("bagus").get("/meja/tugas/riwayat").text()).contains("dikerjakan Ratna Wulandari");
        walk.beside("Data aduan masyarakat direkap setiap bulan");
    }

    private void file(String... person) {
        List<String> all = new ArrayList<>(List.of(
                "jenis",
                "pengaduan",
                "judul",
                "Lampu jalan padam di tikungan SDN 2",
                "uraian",
                "Lampu jalan di tikungan SDN 2 padam sejak Jumat malam, tiang nomor 117 dan 118.",
                "kategori",
                "pju",
                "kecamatan",
                "Cilacap Tengah",
                "patokan",
                "Tikungan SDN 2",
                "sifat",
                "TERBUKA",
                "jenis_pelapor",
                "perseorangan",
                "email",
                "siti@contoh.invalid"));
        all.addAll(List.of(person));
        walk.file(all.toArray(String[]::new));
    }

    private void completed(String address) {
        Http.Shown sent = walk.tracked()
                .submit("form[action$=" + walk.number + "]", "alamat", address, "isi", "Alamat saya sudah saya isi.");
        assertThat(sent.status).as(sent.text()).isEqualTo(200);
    }

    /** Everybody uses the whole time of the row; the last one so many minutes more. */
    private void answer(int beyond) {
        clock.forward(Duration.ofMinutes(15));
        walk.decide("ratna", "Lengkap", "tujuan", walk.unitId("PERKIM"), "teks", "");
        clock.forward(Duration.ofMinutes(15));
        walk.decide("tono.perkim", "Sesuai");
        clock.forward(Duration.ofMinutes(15));
        walk.done("lina.perkim");
        clock.forward(Duration.ofMinutes(60));
        walk.decide("agus.perkim", "", "teks", "Sudah dikerjakan.");
        clock.forward(Duration.ofMinutes(15));
        walk.done("lina.perkim");
        clock.forward(Duration.ofMinutes(15L + beyond));
        walk.decide("tono.perkim", "", "teks", "Lampu sudah menyala kembali.");
    }
}
