package id.tindak.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.complaint.Complaints;
import id.tindak.demo.DemoWorld;
import id.tindak.journey.Http;
import id.tindak.journey.Http.Shown;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.portal.Sender;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The front desk of DPRD Kabupaten Pasuruan over real HTTP (source 002, 1a to 1d, 2d to 2e): one short form, one save. */
@JourneyTest
class FrontDeskTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Complaints complaints;

    Counter rina;

    @BeforeEach
    void found() {
        clock.setWib("2026-11-23T09:00");
        rina = counter(world.agency("demo/pasuruan.yaml"), "rina");
    }

    @Test
    void aLetterBroughtToTheDeskIsOneSave() {
        Shown saved = rina.letter("12/KT/XI/2026", "lampiran", "2 lembar foto", "hp", "0812-0000-3344");
        String number = rina.number(saved);
        assertThat(saved.text()).contains("Aduan sudah dicatat", "Drainase Jalan Melati", "Buku tamu 1");
        assertThat(saved.page().select("svg.qr")).hasSize(1);
        assertThat(rina.complaint(number).channel()).isEqualTo("langsung");
        assertThat(rina.clerk.get("/buku/buku-tamu/2026/1").text())
                .contains("Siti A.", "Drainase Jalan Melati", "09.00");
        assertThat(rina.clerk.get("/aduan/" + number).text())
                .as("1b is done, 1c is hers")
                .contains("1b. Daftar tamu", "Nomor surat 12/KT/XI/2026", "20 November 2026");
        assertThat(rina.clerk.get("/meja").text()).contains("1c. Surat ke Tata Usaha");
        assertThat(rina.clerk.get("/meja-depan").text()).contains(number, "Rina Oktavia");

        Shown paper = saved.submit("form[action$=tanda-terima]");
        assertThat(paper.text())
                .contains(
                        number,
                        "12/KT/XI/2026",
                        "20 November 2026",
                        "2 lembar foto",
                        "Surat asli, di atas kertas",
                        "Yang menyerahkan",
                        "Rina Oktavia");
        assertThat(saved.body).as("the code is on the paper alone").doesNotContain(code(paper));
        assertThat(paper.text()).contains("Cetakan ke-1, oleh Rina Oktavia");
        clock.setWib("2026-11-23T09:20");
        assertThat(rina.clerk.get(paper.url).text())
                .as("looked at again, it still says when it was printed")
                .contains("Cetakan ke-1, oleh Rina Oktavia, 23 November 2026 pukul 09.00 WIB");
        Shown again = saved.submit("form[action$=tanda-terima]");
        assertThat(again.text()).as("a further print says so").contains("Cetakan ke-2");
        assertThat(again.body).as("of the same paper").contains(verifiedAt(paper));
        assertThat(world.browser(rina.w).get(verifiedAt(paper)).text()).contains("Tanda terima", number);
        assertThat(rina.happened(number, "PAPER_ISSUED")).isTrue();
        assertThat(rina.event(number, "PAPER_REPRINTED")).containsEntry("print", "2");
    }

    @Test
    void theAgendaIsWrittenByTheStepOfTheSopAndKnowsTheLetter() {
        String number = rina.number(rina.letter("13/KT", "lampiran", "1 berkas"));
        assertThat(rina.happened(number, "BOOK_ENTERED")).isTrue();
        done(rina, number);
        Counter siska = counter(rina.w, "siska");
        done(siska, number);
        assertThat(siska.clerk.get("/buku/buku-agenda/2026/1").text())
                .contains("13/KT", "20-11-2026", "1 berkas", "Drainase Jalan Melati");
    }

    @Test
    void aPostedLetterComesInWithoutAGuest() {
        Shown saved = rina.letter("14/KT", "cara", "pos");
        assertThat(saved.text()).doesNotContain("Buku tamu");
        assertThat(rina.complaint(saved).channel()).isEqualTo("surat");
        assertThat(rina.clerk.get("/buku/buku-tamu/2026/1").status).isEqualTo(404);
        assertThat(counter(rina.w, "siska").clerk.get("/meja").text()).contains("1d. Agendakan surat");
    }

    @Test
    void whoIsTheAgendaClerkEndsThatStepWithTheSave() {
        Counter siska = counter(rina.w, "siska");
        Shown form = siska.clerk.get("/meja-depan");
        assertThat(form.text()).contains("Sekaligus selesaikan langkah saya: 1d. Agendakan surat");
        Shown saved = siska.letter("15/KT", "cara", "pos");
        assertThat(saved.text()).contains("Buku agenda 1");
        assertThat(siska.clerk.get("/buku/buku-agenda/2026/1").text()).contains("15/KT");
    }

    @Test
    void whereTheSopHasNoAgendaStepTheDeskEntersTheLetterItself() {
        Counter ratna = counter(world.agency(), "ratna");
        Shown saved = ratna.letter("3/A/2026");
        assertThat(ratna.number(saved)).matches("[A-Z]{2,5}-\\d{6}-[0-9A-Z]{4}");
        assertThat(ratna.clerk.get("/buku/buku-agenda/2026/1").text()).contains("3/A/2026", "Drainase Jalan Melati");
        assertThat(ratna.clerk.get("/buku/buku-tamu/2026/1").text()).contains("Siti A.");
        assertThat(ratna.events(ratna.number(saved)).stream()
                        .filter(e -> e.kind().equals("BOOK_ENTERED")))
                .hasSize(2);
    }

    @Test
    void whatIsNoComplaintIsPassedOnAndKeepsItsNumber() {
        Shown saved = rina.letter(
                "005/UND/2026", "bukan_pengaduan", "ya", "diteruskan", "Bagian Protokol", "judul", "Undangan rapat");
        assertThat(saved.text())
                .contains("Surat sudah dicatat", "Undangan rapat")
                .doesNotContain("PSR-");
        assertThat(rina.clerk.get("/buku/buku-agenda/2026/1").text())
                .contains("005/UND/2026", "Bagian Protokol", "Bukan pengaduan");
        assertThat(rina.clerk.get("/buku/buku-tamu/2026/1").text()).contains("Undangan rapat");
        Shown receipt =
                rina.clerk.get(saved.page().selectFirst("a[href$=tanda-terima]").absUrl("href"));
        assertThat(receipt.text()).contains("005/UND/2026", "Bagian Protokol", "Rina Oktavia", "Yang menyerahkan");
        assertThat(rina.clerk.get("/meja").text()).doesNotContain("Undangan rapat");
        assertThat(rina.refused("surat", "nama", "A", "judul", "B", "bukan_pengaduan", "ya")
                        .text())
                .contains("kepada siapa surat itu diteruskan");
    }

    @Test
    void aGuestIsAGuestAlone() {
        Shown saved = rina.save("tamu", "nama", "Budi Hartono", "keperluan", "Konsultasi", "bertemu", "Sekwan");
        assertThat(saved.text()).contains("Tamu sudah dicatat", "Buku tamu 1");
        assertThat(rina.clerk.get("/buku/buku-tamu/2026/1").text()).contains("Budi Hartono", "Konsultasi", "Sekwan");
        assertThat(rina.refused("tamu", "nama", "Budi").text()).contains("keperluan");
    }

    @Test
    void aCallIsReadBackBeforeItIsAComplaint() {
        String[] call = {
            "nama", "Wahyu", "hp", "0812-0000-7788", "judul", "Lampu padam", "uraian", "Lampu di gang tiga padam."
        };
        assertThat(rina.refused("telepon", call).text()).contains("Bacakan catatan kembali");
        Sender form = rina.form("telepon", call).with("dibacakan", "ya");
        Shown saved = form.by(rina.clerk);
        String number = rina.number(saved);
        assertThat(saved.text()).doesNotContain("Buku tamu");
        assertThat(rina.clerk.get("/aduan/" + number).text())
                .contains("Dibacakan kembali ya", "1t. Catat pengaduan lisan");
        assertThat(counter(rina.w, "siska").clerk.get("/meja").text()).contains("1d. Agendakan surat");
    }

    @Test
    void whoHasNeitherTelephoneNorMailIsHeard() {
        Shown saved = rina.save(
                "lisan",
                "nama",
                "Mbah Karto",
                "alamat",
                "Desa Contoh RT 02",
                "judul",
                "Bantuan beras",
                "uraian",
                "Bantuan beras tidak sampai sejak dua bulan.",
                "dibacakan",
                "ya");
        assertThat(saved.text()).contains("Aduan sudah dicatat", "Buku tamu 1");
        assertThat(saved.page().select("form[action$=tanda-terima]")).hasSize(1);
    }

    @Test
    void aScreenshotKeepsAccountTimeOfficerAndHash() throws IOException {
        Counter lutfi = counter(rina.w, "lutfi");
        String[] post = {
            "media",
            "instagram",
            "akun",
            "@warga.contoh",
            "tanggal_tayang",
            "2026-11-22",
            "jam_tayang",
            "21:15",
            "judul",
            "Jalan rusak di Bangil",
            "uraian",
            "Jalan di depan pasar Bangil rusak parah, tolong dibantu."
        };
        assertThat(lutfi.refused("tangkapan", post).text()).contains("Lampirkan tangkapan layarnya");
        Shown saved = lutfi.form("tangkapan", post)
                .file("layar.png", "image/png", picture())
                .by(lutfi.clerk);
        String number = lutfi.number(saved);
        assertThat(saved.page().select("a[href$=surat-pengaduan]")).hasSize(1);
        var facts = lutfi.event(number, "SCREENSHOT_TAKEN");
        assertThat(facts.get("medium")).isEqualTo("instagram");
        String stored = complaints
                .known(lutfi.complaint(number))
                .attachments()
                .getFirst()
                .file()
                .sha256();
        assertThat(facts.get("files")).isEqualTo(stored).hasSize(64);
        assertThat(lutfi.clerk.get("/aduan/" + number).text())
                .contains("@warga.contoh", "Instagram", "21.15", stored, "2d. Terima dan tangkap layar");
        Shown letter = counter(rina.w, "siska").clerk.get("/aduan/" + number + "/naskah/surat-pengaduan");
        assertThat(letter.text()).contains("Jalan rusak di Bangil", "Instagram", "22 November 2026");
    }

    @Test
    void aNumberOfLaporComesInWithoutAGuest() {
        Shown saved = rina.save(
                "lapor",
                "nomor_luar",
                "8412345",
                "judul",
                "Jalan",
                "uraian",
                "Jalan kabupaten berlubang di kilometer tiga.");
        assertThat(rina.complaint(saved).channel()).isEqualTo("lapor");
        Counter siska = counter(rina.w, "siska");
        done(siska, rina.number(saved));
        assertThat(siska.clerk.get("/buku/buku-agenda/2026/1").text()).contains("8412345");
        assertThat(rina.refused("lapor", "judul", "x", "uraian", "Jalan kabupaten berlubang.")
                        .text())
                .contains("Isi nomor LAPOR!");
    }

    @Test
    void aSecondClickIsOneEntryAndARewrittenFormIsAnother() throws Exception {
        Sender form = rina.form("surat", "nama", "Siti Aminah", "judul", "Drainase", "nomor_surat", "16/KT");
        List<String> urls = new ArrayList<>();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Callable<String> click = () -> form.by(rina.clerk).url;
            for (Future<String> f : both.invokeAll(List.of(click, click))) urls.add(f.get());
        }
        urls.add(form.by(rina.clerk).url);
        assertThat(urls.stream().distinct()).as(urls.toString()).hasSize(1);
        assertThat(rina.clerk.get("/buku/buku-tamu/2026/2").status).isEqualTo(404);
        String other = form.with("judul", "Drainase di tempat lain")
                .with("tetap", "ya")
                .by(rina.clerk)
                .url;
        assertThat(urls).doesNotContain(other);

        Sender guest = rina.form("tamu", "nama", "Budi", "keperluan", "Konsultasi");
        assertThat(guest.by(rina.clerk).url).isEqualTo(guest.by(rina.clerk).url);
    }

    @Test
    void theSameLetterFromTheSameSenderIsWarnedOf() {
        String first = rina.number(rina.letter("17/KT"));
        Shown warned = rina.letter("17/kt", "nama", "siti aminah");
        assertThat(warned.status).isEqualTo(422);
        assertThat(warned.text()).contains("sudah tercatat: " + first);
        Shown anyway = new Sender(warned, "form[action$=/meja-depan]")
                .with("tetap", "ya")
                .by(rina.clerk);
        assertThat(rina.number(anyway)).isNotEqualTo(first);
        assertThat(rina.letter("17/KT", "nama", "Orang lain").status)
                .as("another sender may have the same number")
                .isEqualTo(200);
        rina.letter("18/KT", "bukan_pengaduan", "ya", "diteruskan", "Arsip");
        assertThat(rina.letter("18/KT").text()).contains("Surat nomor 18/KT dari pengirim ini sudah tercatat");
    }

    @Test
    void badInputIsToldAtItsFieldAndNothingIsEntered() {
        assertThat(rina.letter("1", "tanggal_surat", "2026-11-24").text()).contains("Tanggal surat ada di depan");
        assertThat(rina.letter("1", "judul", "x".repeat(121)).text()).contains("120");
        assertThat(rina.letter("1", "judul", "").status).isEqualTo(422);
        assertThat(rina.letter("1", "nama", "").status).isEqualTo(422);
        assertThat(rina.letter("1", "tanggal_surat", "kemarin").status).isEqualTo(422);
        assertThat(rina.letter("1", "hp", "12").text()).contains("HP");
        assertThat(rina.letter("1", "tanggal", "2026-11-24", "jam", "08:00").status)
                .isEqualTo(422);
        assertThat(rina.letter("1", "tanggal", "2025-11-24", "jam", "08:00").text())
                .contains("paling lama 31 hari");
        assertThat(rina.letter("1", "nomor_cetak", "K-0001").text()).contains("isi tanggal dan jam");
        assertThat(rina.refused("tamu", "nama", "A", "keperluan", "x".repeat(501))
                        .text())
                .contains("500");
        assertThat(rina.clerk.get("/buku/buku-tamu/2026/1").status).isEqualTo(404);
        assertThat(rina.clerk.get("/meja-depan").text()).contains("Belum ada yang masuk hari ini.");
    }

    @Test
    void theDeskIsForThoseWhoServeTheWholeAgency() {
        Http unit = world.signedIn(rina.w, "persidangan");
        assertThat(unit.get("/meja-depan").status).isEqualTo(404);
        String id = rina.letter("19/KT").url.replaceAll(".*/", "");
        assertThat(unit.get("/meja-depan/" + id).status).isEqualTo(404);
        assertThat(world.browser(rina.w).get("/meja-depan").url).contains("/masuk");
        assertThat(counter(world.agency("demo/pasuruan.yaml"), "rina").clerk.get("/meja-depan/" + id).status)
                .as("another agency")
                .isEqualTo(404);
    }

    @Test
    void theReceiptWithTheCodeIsForTheOneWhoEnteredItAndForHalfAnHour() {
        Shown saved = rina.letter("20/KT");
        String path = saved.url.replaceAll(".*(/meja-depan/)", "$1");
        assertThat(counter(rina.w, "siska").clerk.get(path).page().select("form[action$=tanda-terima]"))
                .isEmpty();
        clock.setWib("2026-11-23T09:31");
        assertThat(rina.clerk.get(path).page().select("form[action$=tanda-terima]"))
                .isEmpty();
    }

    @Test
    void aConfidentialComplaintIsSecretInTheListOfToday() {
        String number = rina.number(rina.letter("21/KT", "terlapor", "Kepala bagian", "judul", "Pungutan"));
        assertThat(rina.complaint(number).confidential()).isTrue();
        assertThat(counter(rina.w, "lutfi").clerk.get("/meja-depan").text())
                .contains(number)
                .doesNotContain("Pungutan");
    }

    private Counter counter(DemoWorld.Founded w, String officer) {
        return new Counter(w, world.signedIn(w, officer), complaints);
    }

    private static void done(Counter officer, String number) {
        Shown after = officer.clerk.get("/aduan/" + number).submit(".cabang details form", "aksi", "kirim");
        assertThat(after.status).as(after.text()).isEqualTo(200);
    }

    private static String code(Shown paper) {
        return paper.page().select(".hanya-cetak b").text();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 60, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    private static String verifiedAt(Shown paper) {
        Matcher link = Pattern.compile("/periksa/[A-Za-z0-9]+").matcher(paper.text());
        assertThat(link.find()).as(paper.text()).isTrue();
        return link.group();
    }
}
