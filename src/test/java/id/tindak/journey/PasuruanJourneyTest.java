package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * DPRD Kabupaten Pasuruan over real HTTP: rows 2a to 2k of an online message, rows 1a to 1k of a letter brought to the desk; the chair's disposition, the secretary's names, the office that hands
 * the sheets out. Registers and papers stand in journeys of their own.
 */
@JourneyTest
class PasuruanJourneyTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    Walk walk;

    @BeforeEach
    void found() {
        clock.setWib("2026-11-23T09:00");
        walk = new Walk(world, "demo/pasuruan.yaml");
    }

    @Test
    void anOnlineMessageBecomesALetterIsDisposedTwiceAndAnswered() {
        walk.file(
                "jenis", "pengaduan",
                "judul", "Drainase Jalan Melati",
                "uraian", "Mohon kehadiran anggota DPRD.",
                "kategori", "lain",
                "jenis_pelapor", "ormas",
                "nama", "Forum Warga",
                "lembaga", "Forum Warga RW 05");
        walk.done("lutfi", "siska", "siska", "siska", "edi", "siska");
        Http.Shown chair = walk.show("ketua");
        assertThat(chair.page().select("input[name=pihak]").eachAttr("value"))
                .as("the SOP's own first, then those who may be asked")
                .first()
                .isEqualTo("sop");
        assertThat(walk.dispose("ketua", List.of("sop", walk.unit("KOMISI-3")), List.of(), "", "Mohon ditindaklanjuti.")
                        .status)
                .isEqualTo(200);
        assertThat(walk.desk("komisi3")).as("told, nobody waits for it").doesNotContain(walk.number);
        assertThat(walk.show("edi").text())
                .contains("Sekretaris Dewan Perwakilan Rakyat Daerah Diberitahukan", "Komisi III Diberitahukan");

        walk.done("edi");
        walk.dispose(
                "sekwan",
                List.of(walk.unit("BAG-SIDANG"), walk.unit("KOMISI-3")),
                List.of("Koordinasikan dengan pihak terkait", "Mohon menjadi bahan pembahasan"),
                "2026-11-26",
                "");
        assertThat(walk.desk("persidangan")).as("named, not handed out yet").doesNotContain(walk.number);
        assertThat(walk.order("edi", "Bagian Persidangan").text()).contains("Menunggu diserahkan");
        walk.done("edi");
        assertThat(walk.order("edi", "Bagian Persidangan").text()).contains("Belum dibaca", "tenggat");
        walk.decide("persidangan", "", "teks", "Peninjauan dijadwalkan.");
        assertThat(walk.desk("sekwan")).doesNotContain(walk.number);
        walk.decide("komisi3", "", "teks", "Dibahas dalam rapat komisi.");

        walk.decide("sekwan", "Laporan perlu dilengkapi", "teks", "Sebutkan tanggal peninjauan.");
        assertThat(walk.desk("komisi3")).contains(walk.number);
        walk.decide("persidangan", "", "teks", "Kamis, 26 November 2026.");
        walk.decide("komisi3", "", "teks", "Sesuai jadwal itu.");
        walk.decide("sekwan", "Ditandatangani", "teks", "Peninjauan bersama Komisi III pada 26 November 2026.");
        walk.decide("siska", "");
        Http.Shown tracked = walk.tracked();
        assertThat(tracked.text())
                .contains("Peninjauan bersama Komisi III pada 26 November 2026.", "Unduh surat jawaban (PDF)")
                .doesNotContain("sisa", "terlambat");
        String number =
                walk.show("siska").page().select("li:contains(Surat keluar)").text();
        assertThat(number).contains("001/PSR/XI/2026");
        assertThat(walk.pdf(
                        tracked.page().select("a[href$=/surat-jawaban]").first().absUrl("href")))
                .contains("001/PSR/XI/2026", "Yth. Sdr. Forum Warga RW 05 (Forum Warga)")
                .contains("Peninjauan bersama Komisi III", "Sekretaris Dewan Perwakilan Rakyat Daerah");
    }

    @Test
    void aLetterBroughtToTheDeskGoesTheOtherWayIn() {
        Http.Shown entered = walk.in("rina")
                .get("/meja/catat")
                .submit(
                        "main form",
                        "kanal",
                        "langsung",
                        "jenis",
                        "pengaduan",
                        "judul",
                        "Surat warga",
                        "uraian",
                        "Warga meminta penjelasan tentang perbaikan drainase.",
                        "kategori",
                        "lain",
                        "jenis_pelapor",
                        "perseorangan",
                        "nama",
                        "Siti Aminah",
                        "benar",
                        "ya");
        assertThat(entered.status).as(entered.text()).isEqualTo(200);
        walk.number = entered.page().text().replaceAll("(?s).*?(PSR-\\d{6}-[0-9A-Z]{4}).*", "$1");
        walk.done("rina", "rina", "siska", "siska", "edi", "siska");
        assertThat(walk.desk("ketua")).contains(walk.number);
    }
}
