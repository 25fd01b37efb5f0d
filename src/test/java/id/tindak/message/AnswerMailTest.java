package id.tindak.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.tindak.agency.Agencies;
import id.tindak.base.web.Limits;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Privacy;
import id.tindak.demo.DemoWorld;
import id.tindak.desk.Office;
import id.tindak.handling.ReporterVerbs;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** The answer leaves by real SMTP with its letter: numbered in the book of letters, the same file for everybody, and never a reason to lose the mail. */
@JourneyTest
@Import(Office.class)
class AnswerMailTest {

    private static final String SITI = "siti@contoh.invalid";
    private static final Pattern CODE = Pattern.compile("periksa/([0-9A-Z]{20})");

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Office office;

    @Autowired
    Complaints complaints;

    @Autowired
    ReporterVerbs reporter;

    @Autowired
    Agencies agencies;

    @Autowired
    Limits limits;

    @Autowired
    Postman postman;

    @Autowired
    OutboxStore outbox;

    @Autowired
    Letters letters;

    @Autowired
    MailServers servers;

    @Autowired
    Smtp smtp;

    @Autowired
    LocalMailStore localMail;

    GreenMail server;
    DemoWorld.Founded w;
    Complaint c;

    @BeforeEach
    void open() {
        clock.setWib("2026-11-23T09:31");
        limits.forget();
        w = office.open();
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        agencies.set(
                w.agency().id(),
                Map.of(
                        "smtp_host", "127.0.0.1",
                        "smtp_port", Integer.toString(server.getSmtp().getPort()),
                        "smtp_pengaman", "TANPA",
                        "kop_lain", "kepala = BUKAN UNIT INI\nDPUPR = DINAS PEKERJAAN UMUM | Jalan Bina Marga 7"),
                null);
        world.signedIn(w, "admin")
                .get("/kelola/buku?ubah=surat-keluar")
                .submit("#formulir", "templat", "400.9/{urut:000}/KOMINFO/{tahun}");
        c = office.file(w, "Jalan berlubang", "Jalan di depan pasar berlubang.", Privacy.TERBUKA);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aConfirmedAddressGetsTheNumberedLetterWithTheMail() throws Exception {
        complaints.confirmEmail(c, SITI, clock.instant());
        answer("Lubang sudah ditambal.");
        postman.deliver();
        MimeMessage mail = last();
        assertThat(mail.getContentType()).startsWith("multipart/mixed");
        assertThat(words(mail)).contains("Surat jawabannya terlampir", "> Lubang sudah ditambal.");
        BodyPart file = ((Multipart) mail.getContent()).getBodyPart(1);
        assertThat(file.getFileName()).isEqualTo("surat-jawaban-" + c.publicNumber() + ".pdf");
        byte[] pdf = file.getInputStream().readAllBytes();
        String letter = text(pdf);
        assertThat(letter)
                .contains("400.9/001/KOMINFO/2026", "23 November 2026", "Yth. Sdr. Siti Aminah")
                .contains("Lubang sudah ditambal.")
                .contains("BUKAN UNIT INI");
        assertThat(office.chainFaults(c)).isEmpty();
        Matcher code = CODE.matcher(letter.replace("\n", ""));
        assertThat(code.find()).isTrue();
        assertThat(world.browser(w).get("/periksa/" + code.group(1)).text())
                .contains("400.9/001/KOMINFO/2026", "masih berlaku");
        assertThat(world.signedIn(w, "dewi.dpupr")
                        .get("/aduan/" + c.publicNumber())
                        .text())
                .contains("400.9/001/KOMINFO/2026", "menerbitkan naskah: Surat jawaban");
        assertThat(tracked().page().select("a[href$=/surat-jawaban]")).hasSize(1);
    }

    @Test
    void anUnconfirmedAddressIsToldWhereTheLetterIsAndFetchesTheVerySameFileEachTime() throws Exception {
        answer("Lubang sudah ditambal.");
        postman.deliver();
        assertThat(last().getContentType()).startsWith("multipart/alternative");
        assertThat(part((Multipart) last().getContent(), 0))
                .contains("Surat jawabannya dapat diunduh")
                .doesNotContain("ditambal");
        Http siti = world.browser(w);
        Matcher link = Pattern.compile("https?://\\S+kode=\\S+").matcher(part((Multipart) last().getContent(), 0));
        assertThat(link.find()).isTrue();
        Http.Shown shown = siti.get(link.group());
        assertThat(shown.text()).contains("Unduh surat jawaban (PDF)");
        String path = "/lacak/" + c.publicNumber() + "/surat-jawaban";
        byte[] first = siti.bytes(path).body();
        assertThat(text(first)).contains("400.9/001/KOMINFO/2026", "Lubang sudah ditambal.");
        assertThat(siti.bytes(path).body()).isEqualTo(first);
        assertThat(world.browser(w).bytes(path).statusCode())
                .as("only for who has number and code")
                .isEqualTo(404);
    }

    @Test
    void aLetterThatCannotBeMadeDoesNotLoseTheMail() throws Exception {
        complaints.confirmEmail(c, SITI, clock.instant());
        answer("Lubang sudah ditambal.");
        Enclosures broken = (agency, complaint, what) -> {
            throw new IllegalStateException("printer on fire");
        };
        Carrier mail = new MailCarrier(letters, broken, servers, smtp, localMail, agencies, clock);
        new Postman(outbox, List.of(mail), (agency, message, perhaps) -> {}, transaction, clock).deliver();
        assertThat(last().getContentType()).startsWith("multipart/alternative");
        assertThat(part((Multipart) last().getContent(), 0))
                .contains("> Lubang sudah ditambal.", "Surat jawabannya dapat diunduh");
    }

    @Test
    void aCaseAnsweredAgainGetsALetterAndANumberOfItsOwn() throws Exception {
        complaints.confirmEmail(c, SITI, clock.instant());
        answer("Lubang sudah ditambal.");
        postman.deliver();
        clock.setWib("2026-11-25T09:31");
        reporter.write(
                c.agencyId(), c.id(), "Berlubang lagi.", new ReporterVerbs.Supplied(null, null, null, null), List.of());
        office.decide(w, c, "joko.dpupr", 0, null, "");
        office.decide(w, c, "dewi.dpupr", 0, null, "Diaspal ulang.");
        postman.deliver();
        BodyPart file = ((Multipart) last().getContent()).getBodyPart(1);
        assertThat(text(file.getInputStream().readAllBytes()))
                .contains("400.9/002/KOMINFO/2026", "25 November 2026", "Diaspal ulang.")
                .doesNotContain("sudah ditambal", "001");
    }

    @Test
    void aDemoKeepsTheLetterWithTheMail() throws Exception {
        agencies.set(w.agency().id(), Map.of("smtp_host", ""), null);
        complaints.confirmEmail(c, SITI, clock.instant());
        answer("Lubang sudah ditambal.");
        postman.deliver();
        Http anybody = world.browser(w);
        String newest = anybody.get("/surat-keluar")
                .page()
                .select("main tr:contains(sudah dijawab) a[href*=surat-keluar/]")
                .first()
                .absUrl("href");
        Http.Shown opened = anybody.get(newest);
        String enclosure = opened.page().select("a[href$=/lampiran]").first().absUrl("href");
        assertThat(text(anybody.bytes(enclosure.substring(enclosure.indexOf("/surat-keluar")))
                        .body()))
                .contains("Lubang sudah ditambal.");
    }

    private void answer(String text) {
        office.decide(w, c, "ratna", 0, "DPUPR", "");
        office.decide(w, c, "dewi.dpupr", 0, null, "");
        office.decide(w, c, "joko.dpupr", 0, null, "");
        office.decide(w, c, "sri.dpupr", 0, null, "Ditambal.");
        office.decide(w, c, "joko.dpupr", 0, null, "");
        office.decide(w, c, "dewi.dpupr", 0, null, text);
    }

    private Http.Shown tracked() throws Exception {
        Matcher link = Pattern.compile("https?://\\S+kode=\\S+").matcher(words(last()));
        assertThat(link.find()).isTrue();
        return world.browser(w).get(link.group());
    }

    /** The newest mail but for the invitation to the survey, which goes out with the answer. */
    private MimeMessage last() throws Exception {
        List<MimeMessage> all = new ArrayList<>(List.of(server.getReceivedMessages()));
        for (MimeMessage mail : all.reversed())
            if (!mail.getSubject().contains("Bagaimana pelayanan kami")) return mail;
        throw new AssertionError("no mail");
    }

    private static String words(MimeMessage mail) throws Exception {
        return part((Multipart) ((Multipart) mail.getContent()).getBodyPart(0).getContent(), 0);
    }

    private static String part(Multipart parts, int i) throws Exception {
        return parts.getBodyPart(i).getContent().toString().replace("\r\n", "\n");
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
