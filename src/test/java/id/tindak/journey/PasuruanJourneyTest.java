package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.channel.PlayedMail;
import id.tindak.channel.PlayedPhone;
import id.tindak.phones.Network;
import id.tindak.portal.Sender;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Sekretariat DPRD Kabupaten Pasuruan (No. SK 060/13/424.050/2022) over real HTTP: rows 1a to 1k of a letter brought to the desk, 2a to 2k
 * of an online message by the form, by mail into the mailbox, on Instagram by its webhook and with a screenshot; also a letter that came by post, a call, and a complaint from LAPOR!, which the source names as ways in without
 * a row. Rows e to k read the same in both and stand once in {@code sop/002-dprd-pasuruan.yaml}. The source sets one time: 2d, one day.
 *
 * <table>
 * <caption>source row, who has it, paper, book</caption>
 * <tr><td>1a, 1b</td><td>front office: guest list, receipt</td></tr>
 * <tr><td>1c</td><td>front office to Tata Usaha: a line of the hand-over book</td></tr>
 * <tr><td>2a-2c, 2d</td><td>form or screenshot; Admin, one day</td></tr>
 * <tr><td>2e</td><td>Pengadministrasi Persuratan: complaint letter</td></tr>
 * <tr><td>1d</td><td>Pengadministrasi Persuratan: agenda book (for an online message: ours)</td></tr>
 * <tr><td>e</td><td>Pengadministrasi Persuratan: disposition sheet with what the letter says of itself</td></tr>
 * <tr><td>f</td><td>Tata Usaha; the Kepala Bagian knows of all letters and holds none up</td></tr>
 * <tr><td>g, g1</td><td>Pengadministrasi Persuratan to the Ketua, who disposes (g1 is ours)</td></tr>
 * <tr><td>h, i</td><td>Tata Usaha to the Sekretaris, who names the parties</td></tr>
 * <tr><td>j</td><td>Tata Usaha hands out: a line of the hand-over book for each addressee</td></tr>
 * <tr><td>k</td><td>the parties</td></tr>
 * <tr><td>l, m</td><td>ours: the letter of answer, its number in surat keluar, sent or collected</td></tr>
 * </table>
 */
@JourneyTest
class PasuruanJourneyTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationContext program;

    static final Rows ROWS = Rows.of("002-dprd-pasuruan");

    Walk walk;

    @AfterAll
    static void nothingIsLeftOver() {
        ROWS.complete(PasuruanJourneyTest.class);
    }

    @BeforeEach
    void found() {
        clock.setWib("2026-11-23T09:00");
        walk = new Walk(world, "demo/pasuruan.yaml", ROWS);
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
        walk.at("lutfi", "2d", "Admin media online/website", "1 hari");
        walk.done("lutfi");
        walk.at("siska", "2e", "Pengadministrasi Persuratan Bagian Tata Usaha & Kepegawaian", "");
        walk.done("siska");
        walk.printed("2e", "siska", "surat-pengaduan", "Drainase Jalan Melati", "Mohon kehadiran anggota DPRD.");
        walk.at("siska", "1d", "Pengadministrasi Persuratan", "");
        walk.done("siska", "siska", "edi", "siska");
        walk.entered("2d", "siska", "buku-agenda", "1", "Forum Warga RW 05", "Drainase Jalan Melati");
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
        Http.Shown entered = walk.takeIn(
                "rina",
                "surat",
                List.of("1a", "1b"),
                "nama",
                "Siti Aminah",
                "nomor_surat",
                "12/RW05/XI/2026",
                "tanggal_surat",
                "2026-11-20",
                "judul",
                "Perbaikan drainase");
        assertThat(entered.text()).as("1b: guest list and receipt").contains("Aduan sudah dicatat", "Buku tamu 1");
        walk.entered("1b", "rina", "buku-tamu", "1", "Siti A.", "Perbaikan drainase");
        walk.printed("1b", "rina", "tanda-terima", "12/RW05/XI/2026", "Surat asli", "Yang menyerahkan", "Rina Oktavia");
        walk.at("rina", "1c", "Petugas front office", "");
        walk.done("rina");
        walk.entered("1c", "rina", "buku-ekspedisi", "1", "Perbaikan drainase", "Pengadministrasi Persuratan");
        received("1", "Siska Amelia", "Siska A.");
        walk.at("siska", "1d", "Pengadministrasi Persuratan Bagian Tata Usaha & Kepegawaian", "");
        walk.done("siska");
        walk.entered("1d", "siska", "buku-agenda", "1", "Siti A.", "Perbaikan drainase");
        assertThat(walk.in("siska").get("/buku/buku-agenda/2026/1").text())
                .as("1d: the agenda knows number and date of the letter")
                .contains("12/RW05/XI/2026", "20-11-2026");
        walk.at("siska", "e", "Pengadministrasi Persuratan Bagian Tata Usaha & Kepegawaian", "");
        walk.done("siska");
        assertThat(walk.papers("siska")).contains("Lembar disposisi untuk dicetak");
        walk.printed(
                "e",
                "siska",
                "lembar-disposisi",
                "Nomor surat12/RW05/XI/2026",
                "Jumat, 20 November 2026",
                "Nomor agenda1",
                "Perbaikan drainase",
                "Disposisi Ketua Dewan Perwakilan Rakyat Daerah",
                "Disposisi Sekretaris Dewan Perwakilan Rakyat Daerah",
                "Mengetahui: Kepala Bagian Umum & Keuangan, paraf dan tanggal");
        walk.at("edi", "f", "Bagian Tata Usaha & Kepegawaian", "");
        walk.done("edi");
        Http.Shown all = walk.in("hartono").get("/untuk-diketahui");
        assertThat(all.text()).as("f: all letters of the day").contains("Senin, 23 November 2026", walk.number);
        all.submit("main form");
        walk.printed(
                "f",
                "siska",
                "lembar-disposisi",
                "Mengetahui: Kepala Bagian Umum & Keuangan, Hartono, dicatat di Tindak Senin, 23 November 2026");
        walk.at("siska", "g", "Pengadministrasi Persuratan Bagian Tata Usaha & Kepegawaian", "");
        walk.done("siska");
        walk.at("ketua", "g1", "Ketua Dewan Perwakilan Rakyat Daerah", "");
        walk.dispose("ketua", List.of("sop"), List.of(), "", "Mohon ditindaklanjuti.");
        walk.at("edi", "h", "Bagian Tata Usaha & Kepegawaian", "");
        walk.done("edi");
        walk.at("sekwan", "i", "Sekretaris Dewan Perwakilan Rakyat Daerah", "");
        walk.dispose(
                "sekwan",
                List.of(walk.unit("BAG-SIDANG"), walk.unit("KOMISI-3")),
                List.of("Koordinasikan dengan pihak terkait", "Mohon menjadi bahan pembahasan"),
                "2026-11-26",
                "");
        walk.at("edi", "j", "Bagian Tata Usaha & Kepegawaian", "");
        walk.done("edi");
        walk.entered(
                "j", "edi", "buku-ekspedisi", "2", "Perbaikan drainase", "Bagian Persidangan dan Perundang-undangan");
        walk.entered("j", "edi", "buku-ekspedisi", "3", "Perbaikan drainase", "Komisi III");
        received("3", "Kurnia Dewi", "Kurnia D.");
        walk.decide("persidangan", "", "teks", "Sudah ditinjau.");
        walk.decide("komisi3", "", "teks", "Menjadi bahan rapat.");
        walk.at("sekwan", "l", "Sekretaris Dewan Perwakilan Rakyat Daerah", "");
        walk.decide("sekwan", "Ditandatangani", "teks", "Drainase diperbaiki pada 30 November 2026.");
        walk.at("siska", "m", "Pengadministrasi Persuratan Bagian Tata Usaha & Kepegawaian", "");
        walk.decide("siska", "");
        walk.entered("m", "siska", "surat-keluar", "001/PSR/XI/2026", "Siti A.", "Perbaikan drainase");
        walk.printed("l", "siska", "surat-jawaban", "001/PSR/XI/2026", "Drainase diperbaiki pada 30 November 2026.");

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

    /** 2b, "mengirimkan email": it arrives in the mailbox of the secretariat, is disposed like a letter, and is answered in the same conversation of mails. */
    @Test
    void aMailBecomesALetterAndTheAnswerHangsBelowIt() throws Exception {
        try (PlayedMail budi =
                new PlayedMail(program, walk.w, "aduan@dprd.contoh.id", "Budi Santosa", "budi@warga.contoh.id")) {
            walk.by(budi, "Drainase Jalan Melati mampet\nMohon kehadiran anggota DPRD pada rapat warga.", false);
            String first = budi.lastSent();
            walk.heard("2a", budi, walk.number, "sudah kami terima");
            walk.at("lutfi", "2d", "Admin media online/website", "1 hari");
            budi.says("Rapatnya Sabtu malam di balai RW.");
            assertThat(walk.show("lutfi").text())
                    .as("a reply goes into the case")
                    .contains("Rapatnya Sabtu malam di balai RW.");
            walk.done("lutfi");
            walk.at("siska", "2e", "Pengadministrasi Persuratan Bagian Tata Usaha & Kepegawaian", "");
            walk.done("siska");
            walk.printed(
                    "2e",
                    "siska",
                    "surat-pengaduan",
                    "Drainase Jalan Melati mampet",
                    "Mohon kehadiran anggota DPRD pada rapat warga.");
            clock.setWib("2026-11-24T09:00");
            answered("Anggota Komisi III hadir pada rapat warga Sabtu malam.");
            walk.entered("2d", "siska", "buku-agenda", "1", "Budi S.", "Drainase Jalan Melati mampet");
            walk.heard("m", budi, walk.number, "sudah dijawab", "Anggota Komisi III hadir pada rapat warga");
            MimeMessage answer = budi.newest();
            assertThat(answer.getSubject()).contains(walk.number, "sudah dijawab");
            assertThat(answer.getHeader("In-Reply-To", null))
                    .as("below what he wrote last")
                    .isEqualTo(budi.lastSent());
            assertThat(answer.getHeader("References", " ")).contains(first, budi.lastSent());
            assertThat(Walk.pdf(budi.enclosed()))
                    .contains("001/PSR/XI/2026", "Yth. Sdr. Budi Santosa")
                    .contains("Anggota Komisi III hadir pada rapat warga Sabtu malam.");
        }
    }

    /** 2b, "Instagram": the message arrives by itself, and the answer goes to the same account, also on the third day, for a person wrote it. */
    @Test
    void aMessageOnInstagramArrivesByItselfAndIsAnsweredThere() {
        try (PlayedPhone wati =
                new PlayedPhone(program, walk.w, Network.INSTAGRAM, "@dprd_kabpasuruan", "Wati", "910000000000001")) {
            walk.by(wati, "Lampu di Jalan Raci padam sejak Sabtu, mohon diperbaiki.", false);
            walk.heard("2a", wati, walk.number, "sudah diterima");
            assertThat(walk.show("lutfi").text()).contains("Instagram");
            walk.at("lutfi", "2d", "Admin media online/website", "1 hari");
            walk.done("lutfi");
            walk.at("siska", "2e", "Pengadministrasi Persuratan", "");
            walk.done("siska");
            walk.printed("2e", "siska", "surat-pengaduan", "Lampu di Jalan Raci padam sejak Sabtu", "Instagram");
            clock.setWib("2026-11-26T09:00");
            answered("Lampu Jalan Raci diperbaiki Dinas Perhubungan hari ini.");
            walk.heard("m", wati, walk.number, "Lampu Jalan Raci diperbaiki Dinas Perhubungan hari ini.");
        }
    }

    /** Rows 1d and e to m. */
    private void answered(String answer) {
        walk.done("siska", "siska", "edi", "siska");
        walk.dispose("ketua", List.of("sop"), List.of(), "", "Mohon ditindaklanjuti.");
        walk.done("edi");
        walk.dispose("sekwan", List.of(walk.unit("KOMISI-3")), List.of("Mohon menjadi bahan pembahasan"), "", "");
        walk.done("edi");
        walk.decide("komisi3", "", "teks", "Sudah dibahas.");
        walk.decide("sekwan", "Ditandatangani", "teks", answer);
        walk.decide("siska", "");
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
        walk.takenIn(entered, List.of("2a", "2d"));
        assertThat(walk.show("siska").text()).as("2d is done, 2e waits").contains("2e. Buat surat pengaduan");
        Http.Shown letter = walk.in("siska").get("/aduan/" + walk.number + "/naskah/surat-pengaduan");
        assertThat(letter.text()).contains("Lampu Jalan Raci padam", "Instagram", "22 November 2026", "layar.pdf");
        walk.done("siska", "siska", "siska", "edi", "siska");
        assertThat(walk.desk("ketua")).contains(walk.number);
    }

    /** Telephone, post and LAPOR! have no row of their own: what they bring is entered in the agenda and goes on from there. */
    @Test
    void whatComesByPhoneByPostAndFromLaporIsEnteredInTheAgenda() {
        walk.takeIn(
                "rina",
                "telepon",
                List.of("1t"),
                "nama",
                "Misbah",
                "hp",
                "0812 3456 7890",
                "judul",
                "Truk pasir",
                "uraian",
                "Jalan desa rusak karena truk pasir.",
                "dibacakan",
                "ya");
        walk.at("siska", "1d", "Pengadministrasi Persuratan", "");
        walk.done("siska");
        walk.entered("1d", "siska", "buku-agenda", "1", "M.", "Truk pasir");

        walk.takeIn(
                "siska",
                "surat",
                List.of(),
                "cara",
                "pos",
                "nama",
                "Gapoktan Contoh",
                "nomor_surat",
                "7/G",
                "judul",
                "Pupuk");
        walk.entered("1d", "siska", "buku-agenda", "2", "Gapoktan C.", "Pupuk");
        assertThat(walk.in("rina").get("/buku/buku-tamu").text()).doesNotContain("Gapoktan Contoh");

        walk.takeIn(
                "rina",
                "lapor",
                List.of(),
                "nomor_luar",
                "7654321",
                "nama",
                "Wati",
                "judul",
                "Lampu padam",
                "uraian",
                "Lampu di pasar padam.");
        walk.at("siska", "1d", "Pengadministrasi Persuratan", "");
        walk.done("siska");
        walk.entered("1d", "siska", "buku-agenda", "3", "W.", "Lampu padam");
        assertThat(walk.in("siska").get("/buku/buku-agenda/2026/3").text()).contains("7654321");
    }

    /** Whoever got the paper is written into the line that was made when it was handed over: no correction, so no reason. */
    private void received(String line, String by, String shown) {
        Http.Shown entry = walk.in("edi").get("/buku/buku-ekspedisi/2026/" + line);
        Http.Shown done = entry.submit("form[action$=/ralat]", "isian", "penerima", "nilai", by);
        assertThat(done.status).as(done.text()).isEqualTo(200);
        assertThat(walk.in("edi").get("/buku/buku-ekspedisi").text()).contains(shown);
    }
}
