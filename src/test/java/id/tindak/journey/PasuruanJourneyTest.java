package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.portal.Sender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * DPRD Kabupaten Pasuruan over real HTTP: rows 2a to 2k of an online message, rows 1a to 1k of a letter brought to the desk; the chair's disposition, the secretary's names, the office that hands
 * the sheets out. What comes in by letter or as a screenshot comes in over the front desk.
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

    /** 1a to 1k: the clerk's one save is the guest, the receipt and 1b; what follows is the office's. */
    @Test
    void aLetterBroughtToTheDeskGoesTheOtherWayIn() {
        Http.Shown entered = walk.in("rina")
                .get("/meja-depan")
                .submit(
                        "form[action$=/meja-depan]",
                        "nama",
                        "Siti Aminah",
                        "nomor_surat",
                        "12/RW05/XI/2026",
                        "tanggal_surat",
                        "2026-11-20",
                        "judul",
                        "Perbaikan drainase");
        assertThat(entered.text()).as("1b: guest list and receipt").contains("Aduan sudah dicatat", "Buku tamu 1");
        walk.number = entered.page().selectFirst("dd.nomor").text();
        walk.done("rina", "siska");
        assertThat(walk.in("siska").get("/buku/buku-agenda/2026/1").text())
                .as("1d: the agenda knows number and date of the letter")
                .contains("12/RW05/XI/2026", "20-11-2026");
        walk.done("siska", "edi", "siska");
        assertThat(walk.desk("ketua")).contains(walk.number);

        walk.dispose("ketua", List.of("sop"), List.of(), "", "Mohon ditindaklanjuti.");
        walk.done("edi");
        walk.dispose(
                "sekwan",
                List.of(walk.unit("BAG-SIDANG")),
                List.of("Koordinasikan dengan pihak terkait"),
                "2026-11-26",
                "");
        walk.done("edi");
        walk.decide("persidangan", "", "teks", "Sudah ditinjau.");
        walk.decide("sekwan", "Ditandatangani", "teks", "Drainase diperbaiki pada 30 November 2026.");
        walk.decide("siska", "");

        String counter = "/meja-depan/aduan/" + walk.number;
        Http.Shown collected = walk.in("rina")
                .get(counter)
                .submit(
                        "form[action$=/ambil]",
                        "dokumen_ambil",
                        "KTP",
                        "pengambil",
                        "Budi Santoso",
                        "hubungan",
                        "anak");
        assertThat(collected.text()).contains("Pengambilan dicatat");
        assertThat(walk.show("rina").text()).contains("Jawaban tertulis diambil oleh Budi Santoso (anak), dengan KTP.");
        assertThat(walk.in("rina").get("/buku/buku-ekspedisi").text()).contains("Jawaban atas aduan " + walk.number);
    }

    /** 2b to 2e: a message on Instagram, taken in by the admin with its screenshot; the program makes the letter of it. */
    @Test
    void aMessageOnInstagramBecomesALetter() {
        Http lutfi = walk.in("lutfi");
        Http.Shown entered = new Sender(lutfi.get("/meja-depan?masuk=tangkapan"), "form[action$=/meja-depan]")
                .with("media", "instagram")
                .with("akun", "@warga.contoh")
                .with("tanggal_tayang", "2026-11-22")
                .with("jam_tayang", "20:10")
                .with("judul", "Lampu Jalan Raci padam")
                .with("uraian", "Lampu di Jalan Raci padam sejak Sabtu, mohon diperbaiki.")
                .file("layar.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII))
                .by(lutfi);
        assertThat(entered.status).as(entered.text()).isEqualTo(200);
        walk.number = entered.page().selectFirst("dd.nomor").text();
        assertThat(walk.show("siska").text()).as("2d is done, 2e waits").contains("2e. Buat surat pengaduan");
        Http.Shown letter = walk.in("siska").get("/aduan/" + walk.number + "/naskah/surat-pengaduan");
        assertThat(letter.text()).contains("Lampu Jalan Raci padam", "Instagram", "22 November 2026", "layar.pdf");
        walk.done("siska", "siska", "siska", "edi", "siska");
        assertThat(walk.desk("ketua")).contains(walk.number);
    }
}
