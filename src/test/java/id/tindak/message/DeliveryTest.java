package id.tindak.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.tindak.account.MailProof;
import id.tindak.account.ReporterCode;
import id.tindak.agency.Agencies;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Reporter;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.Assignment;
import id.tindak.handling.CaseFiles;
import id.tindak.handling.Decision;
import id.tindak.handling.Handlings;
import id.tindak.handling.Outcome;
import id.tindak.handling.ReporterVerbs;
import id.tindak.intake.Intake;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail leaves the house by real SMTP: once, in order, readable, and with nothing that its receiver must not have. */
@JourneyTest
class DeliveryTest {

    private static final String SITI = "siti@contoh.id";

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Postman postman;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Outbox outbox;

    @Autowired
    Agencies agencies;

    @Autowired
    MailServers servers;

    @Autowired
    Intake intake;

    @Autowired
    Handlings handlings;

    @Autowired
    ReporterVerbs reporter;

    @Autowired
    CaseFiles files;

    @Autowired
    Complaints complaints;

    @Autowired
    ReporterCode codes;

    @Autowired
    MailProof proofs;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    private GreenMail server;
    private DemoWorld.Founded w;

    @BeforeEach
    void found() {
        clock.set(SettableClock.START);
        w = world.agency();
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        serverAt(server.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void theReceiptIsReadableAsTextAndAsHtml() throws Exception {
        Complaint c = file(SITI);
        postman.deliver();
        MimeMessage mail = received(1)[0];
        assertThat(mail.getSubject()).isEqualTo("Aduan " + c.publicNumber() + " sudah diterima");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getSentDate().toInstant()).isEqualTo(clock.instant());
        String plain = part(mail, 0);
        assertThat(plain)
                .startsWith(
                        "Bapak/Ibu yang terhormat,\n\nAduan Anda sudah kami terima dengan nomor " + c.publicNumber())
                .contains("\n\nPerkembangannya")
                .contains(link(c) + "\n");
        assertThat(part(mail, 1))
                .contains("<p>Aduan Anda sudah kami terima")
                .contains("href=\"" + link(c).replace("&", "&amp;"));
    }

    @Test
    void anUnconfirmedAddressNeverGetsTypedText() throws Exception {
        Complaint c = file(SITI);
        decide(c, 1, "Alamat rumah Anda belum ada.");
        postman.deliver();
        for (MimeMessage mail : received(2)) {
            assertThat(part(mail, 0) + part(mail, 1)).doesNotContain("Alamat rumah", "Jalan di depan", "Siti");
        }
        assertThat(part(received(2)[1], 0)).contains("perlu Anda lengkapi").contains(link(c));
    }

    @Test
    void aConfirmedAddressGetsTheTextInFull() throws Exception {
        Complaint c = file(SITI);
        complaints.confirmEmail(c, SITI, clock.instant());
        decide(c, 1, "Alamat rumah Anda belum ada.\nTulis <b>lengkap</b>.");
        postman.deliver();
        MimeMessage mail = received(2)[1];
        assertThat(part(mail, 0)).contains("> Alamat rumah Anda belum ada.\n> Tulis <b>lengkap</b>.\n");
        assertThat(part(mail, 1)).contains("Tulis &lt;b&gt;lengkap&lt;/b&gt;.");
    }

    @Test
    void aCutOffSendIsRepeatedWithTheSameMessageId() throws Exception {
        file(SITI);
        postman.deliver();
        // the program died after the server took the mail and before it was marked
        sql.sql("update outbox set sent_at = null, next_at = created_at, leased_until = ? where agency_id = ?")
                .params(java.sql.Timestamp.from(clock.instant().plus(Postman.LEASE)), agency())
                .update();
        assertThat(postman.deliver()).isZero();
        clock.forward(Postman.LEASE);
        postman.deliver();
        MimeMessage[] mails = received(2);
        assertThat(mails[0].getMessageID()).isNotBlank().isEqualTo(mails[1].getMessageID());
    }

    @Test
    void aServerThatIsDownGetsTheMailOnceWhenItIsBack() throws Exception {
        int port = server.getSmtp().getPort();
        server.stop();
        file(SITI);
        assertThat(postman.deliver()).isZero();
        assertThat(overview().waiting()).singleElement().satisfies(m -> {
            assertThat(m.attempts()).as("not the fault of the mail").isZero();
            assertThat(m.reason()).contains("connect");
            assertThat(m.at()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
        });
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        clock.forward(Duration.ofSeconds(59));
        assertThat(postman.deliver()).isZero();
        clock.forward(Duration.ofSeconds(1));
        postman.deliver();
        postman.deliver();
        received(1);
    }

    @Test
    void aServerThatIsAwayForTwoDaysIsNoFaultOfTheMailAndThenSomebodyMustKnow() {
        int port = server.getSmtp().getPort();
        server.stop();
        file(SITI);
        for (int hour = 0; hour < 45; hour++) {
            postman.deliver();
            clock.forward(Duration.ofHours(1));
        }
        assertThat(overview().waiting())
                .as("a message waits as long as its server is away")
                .hasSize(1);
        clock.forward(Duration.ofHours(2));
        postman.deliver();
        assertThat(overview().failed()).as("then somebody must know").hasSize(1);
    }

    @Test
    void theWaitsGrowAndAfterTheLastTheAdministratorDecides() throws Exception {
        try (ScriptedSmtp busy = new ScriptedSmtp(Map.of("RCPT", "450 4.2.0 kotak surat sibuk"))) {
            serverAt(busy.port());
            stage(SITI, "A");
            for (Duration wait : Postman.WAITS) {
                postman.deliver();
                assertThat(overview().waiting().getFirst().at())
                        .isEqualTo(clock.instant().plus(wait));
                clock.forward(wait);
            }
            postman.deliver();
        }
        assertThat(overview().waiting()).isEmpty();
        Deliveries.Waiting failed = overview().failed().getFirst();
        assertThat(failed.reason()).contains("kotak surat sibuk");
        assertThat(failed.masked()).isEqualTo("si***@contoh.id");
        serverAt(server.getSmtp().getPort());
        assertThat(deliveries.sendAgain(agency(), failed.id(), w.officers().get("ratna")))
                .isTrue();
        postman.deliver();
        received(1);
        assertThat(overview().failed()).isEmpty();
    }

    @Test
    void anAddressThatDoesNotExistFailsAtOnce() throws Exception {
        try (ScriptedSmtp strict = new ScriptedSmtp(
                Map.of("RCPT", "550 5.1.1 <tiada@contoh.id>: tidak dikenal, hubungi 0812-0000-3390"))) {
            serverAt(strict.port());
            stage("tiada@contoh.id", "A");
            postman.deliver();
        }
        assertThat(overview().failed()).singleElement().satisfies(m -> {
            assertThat(m.attempts()).isEqualTo(1);
            assertThat(m.reason())
                    .as("others read it who may not know whom it was for")
                    .contains("550 5.1.1 <…>: tidak dikenal, hubungi …")
                    .doesNotContain("tiada", "3390");
        });
    }

    @Test
    void nothingTypedCanBecomeAHeader() throws Exception {
        agencies.set(agency(), Map.of("pengirim_nama", "Dinas\r\nBcc: jahat@contoh.id"), null);
        stage(SITI, "TL-1\r\nBcc: jahat@contoh.id\r\n\r\nisi");
        stage("siti@contoh.id\r\nBcc: jahat@contoh.id", "B");
        stage("siti@contoh.id, jahat@contoh.id", "C");
        postman.deliver();
        MimeMessage mail = received(1)[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).doesNotContain("\n").contains("TL-1");
        assertThat(overview().failed())
                .hasSize(2)
                .allSatisfy(m -> assertThat(m.reason()).contains("Alamat"));
    }

    @Test
    void onePersonGetsAtMostThreeInAnHourInTheirOrderAndLosesNone() throws Exception {
        for (String number : List.of("A", "B", "C", "D", "E")) stage(SITI, number);
        stage("budi@contoh.id", "F");
        assertThat(postman.deliver()).isEqualTo(4);
        clock.forward(Duration.ofMinutes(59));
        assertThat(postman.deliver()).isZero();
        clock.forward(Duration.ofMinutes(1));
        assertThat(postman.deliver()).isEqualTo(2);
        List<String> toSiti = Arrays.stream(received(6))
                .filter(m -> recipient(m).equals(SITI))
                .map(DeliveryTest::subject)
                .map(s -> s.replaceAll("Aduan (.) .*", "$1"))
                .toList();
        assertThat(toSiti).containsExactly("A", "B", "C", "D", "E");
    }

    @Test
    void aLaterMailToTheSamePersonWaitsForTheEarlierOne() throws Exception {
        int port = server.getSmtp().getPort();
        server.stop();
        stage(SITI, "A");
        postman.deliver();
        clock.forward(Duration.ofSeconds(40));
        stage("SITI@contoh.id", "B");
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        assertThat(postman.deliver()).isZero();
        clock.forward(Duration.ofSeconds(20));
        postman.deliver();
        assertThat(Arrays.stream(received(2)).map(DeliveryTest::subject))
                .containsExactly("Aduan A sudah diterima", "Aduan B sudah diterima");
    }

    @Test
    void severalSendersAtOnceSendEachMailOnce() throws Exception {
        for (int i = 0; i < 40; i++) stage("warga" + i + "@contoh.id", "N" + i);
        CompletableFuture<?>[] senders = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> postman.deliver()))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(senders).join();
        assertThat(new HashSet<>(
                        Arrays.stream(received(40)).map(DeliveryTest::subject).toList()))
                .hasSize(40);
    }

    @Test
    void withoutAServerADemoKeepsItsMailAndShowsThatNothingWasSent() {
        agencies.set(agency(), Map.of("smtp_host", ""), null);
        Complaint c = file(SITI);
        postman.deliver();
        var list = world.browser(w).get("/surat-keluar");
        assertThat(list.page().text()).contains("Tidak ada surel yang benar-benar dikirim");
        String mail = list.page().select("tbody a").attr("href");
        assertThat(list.page().select("tbody a").text()).contains(c.publicNumber());
        var opened = world.browser(w).get(mail.substring(mail.indexOf("/surat-keluar")));
        assertThat(opened.page().select("a.tombol").attr("href")).isEqualTo(link(c));
        assertThat(opened.page().select("iframe").attr("sandbox")).isEmpty();
        assertThat(opened.page().select("iframe").hasAttr("sandbox")).isTrue();
    }

    @Test
    void withoutAServerTheMailOfARealAgencyWaits() {
        agencies.set(agency(), Map.of("smtp_host", ""), null);
        sql.sql("update agency set demo = false where id = ?").param(agency()).update();
        agencies.set(agency(), Map.of("telepon", "0282"), null); // reads the agencies anew
        file(SITI);
        assertThat(postman.deliver()).isZero();
        assertThat(overview().waiting())
                .singleElement()
                .satisfies(m -> assertThat(m.attempts()).isZero());
        assertThat(world.browser(w).get("/surat-keluar").status).isEqualTo(404);
    }

    @Test
    void theAdministratorSeesWhatFailedAndSendsItAgain() throws Exception {
        try (ScriptedSmtp strict = new ScriptedSmtp(Map.of("RCPT", "550 5.1.1 tidak dikenal"))) {
            serverAt(strict.port());
            stage(SITI, "A");
            postman.deliver();
        }
        serverAt(server.getSmtp().getPort());
        var page = world.signedIn(w, "admin").get("/kelola/kiriman");
        assertThat(page.status).isEqualTo(200);
        assertThat(page.text()).contains("Gagal (1)", "Tanda terima", "si***@contoh.id", "tidak dikenal");
        assertThat(page.submit("form[action$=/kiriman/lagi]").text()).contains("Centang dahulu", "Gagal (1)");
        var after = page.submit("form[action$=/kiriman/lagi]", "yakin", "ya");
        assertThat(after.text()).contains("akan dicoba lagi", "Gagal (0)", "Menunggu (1)");
        postman.deliver();
        received(1);
    }

    @Test
    void togetherOnlyThatIsRepeatedWhichSomebodyStillWaitsFor() throws Exception {
        Complaint c = file(SITI);
        try (ScriptedSmtp strict = new ScriptedSmtp(Map.of("RCPT", "550 5.1.1 tidak dikenal"))) {
            serverAt(strict.port());
            postman.deliver();
            stage("lama@contoh.id", "A");
            postman.deliver();
            clock.forward(Duration.ofDays(8));
            for (int i = 0; i < 120; i++) stage("w" + i + "@contoh.id", "B");
            postman.deliver();
        }
        sql.sql("update outbox set provider_id = 'lama' where agency_id = ?")
                .param(agency())
                .update();
        sql.sql("update outbox set failed_at = ? where agency_id = ? and complaint_id = ?")
                .params(java.sql.Timestamp.from(clock.instant()), agency(), c.id())
                .update();
        var page = world.signedIn(w, "admin").get("/kelola/kiriman");
        assertThat(page.text()).contains("Gagal (99+)", "121 kiriman yang gagal dalam 7 hari");
        // the receipt went out by SMS meanwhile
        transaction.executeWithoutResult(status -> outbox.stage(
                agency(),
                List.of(new Outbox.Outgoing(
                        c.id(), "K1", "+6281200003390", "receipt", Map.of("number", "A", "tried", "email")))));
        assertThat(deliveries.sendAllAgain(agency(), w.officers().get("admin"))).isEqualTo(120);
        assertThat(sql.sql(
                                "select count(*) from outbox where agency_id = ? and next_at is not null and lane = 'EMAIL' and provider_id is not null")
                        .param(agency())
                        .query(Integer.class)
                        .single())
                .as("a late report on the first time is not one on this")
                .isZero();
        assertThat(overview().failed())
                .extracting(Deliveries.Waiting::recipient)
                .containsExactlyInAnyOrder("lama@contoh.id", SITI);
    }

    @Test
    void theServersPasswordIsKeptEncrypted() {
        agencies.set(agency(), Map.of("smtp_sandi", servers.sealed(agency(), "sangat rahasia")), null);
        String kept = agencies.settings(agency()).text("smtp_sandi");
        assertThat(kept).doesNotContain("rahasia");
        assertThat(servers.of(agency()).orElseThrow().password()).isEqualTo("sangat rahasia");
    }

    private void serverAt(int port) {
        agencies.set(
                agency(),
                Map.of("smtp_host", "127.0.0.1", "smtp_port", Integer.toString(port), "smtp_pengaman", "TANPA"),
                null);
    }

    private MimeMessage[] received(int count) {
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(count);
        return mails;
    }

    private void stage(String recipient, String number) {
        transaction.executeWithoutResult(status -> outbox.stage(
                agency(),
                List.of(new Outbox.Outgoing(null, Outbox.EMAIL, recipient, "receipt", Map.of("number", number)))));
    }

    private Complaint file(String email) {
        return intake.accept(
                agency(),
                NewComplaint.of("pengaduan", "web", "Jalan rusak", "Jalan di depan pasar rusak.")
                        .from(Reporter.person("Siti", null, null, email))
                        .done());
    }

    private void decide(Complaint c, int branch, String text) {
        Assignment a = files.forReporter(
                        complaints.knownByNumber(agency(), c.publicNumber()).orElseThrow())
                .k()
                .current()
                .orElseThrow();
        assertThat(handlings.decide(
                        agency(),
                        w.officers().get("ratna"),
                        new Decision(c.id(), a.id(), a.version(), branch, null, text, List.of())))
                .isInstanceOf(Outcome.Done.class);
    }

    private String link(Complaint c) {
        return agencies.byId(agency()).baseUrl() + "/lacak/" + c.publicNumber() + "?kode="
                + codes.of(agency(), c.id(), 0) + "&surel=" + proofs.of(agency(), c.id(), SITI);
    }

    private Deliveries.Overview overview() {
        return deliveries.overview(agency());
    }

    private int agency() {
        return w.agency().id();
    }

    private static String part(MimeMessage mail, int i) throws Exception {
        return ((Multipart) mail.getContent())
                .getBodyPart(i)
                .getContent()
                .toString()
                .replace("\r\n", "\n");
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
