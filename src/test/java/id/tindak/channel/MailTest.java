package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.tindak.agency.Agencies;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Reporter;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.CaseFile;
import id.tindak.handling.CaseFiles;
import id.tindak.intake.Intake;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.message.Message;
import id.tindak.message.PostRound;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Complaints by e-mail: in from a mailbox by real IMAP, out by real SMTP, and back again. */
@JourneyTest
class MailTest {

    private static final String BOX = "aduan@dprd.contoh.id";
    private static final String BUDI = "budi@warga.contoh.id";

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    Polling polling;

    @Autowired
    Reading reading;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Agencies agencies;

    @Autowired
    Complaints complaints;

    @Autowired
    CaseFiles cases;

    @Autowired
    Intake intake;

    @Autowired
    ApplicationContext program;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;
    GreenMail server;
    GreenMailUser box;
    ChannelAccount account;

    @BeforeEach
    void open() {
        clock.setWib("2026-11-23T09:00");
        w = world.agency("demo/pasuruan.yaml");
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        box = server.setUser(BOX, "aduan", "rahasia");
        mailServer();
        account = mailboxOf(BOX, "aduan", "YA");
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void aMailBecomesAComplaintAndItsReplyGoesIntoTheSameCase() throws Exception {
        arrives(
                "Subject: =?UTF-8?Q?Jalan_rusak_di_Desa_Sukorejo?=",
                "Jalan di depan balai desa berlubang sejak Lebaran.");
        assertThat(all()).as("what lay there before it was connected stays").isEmpty();

        arrives("Subject: Jalan rusak di Desa Sukorejo", "Jalan di depan balai desa berlubang sejak Lebaran.");
        Complaint c = only();
        assertThat(c.channel()).isEqualTo("email");
        assertThat(c.title()).isEqualTo("Jalan rusak di Desa Sukorejo");
        assertThat(complaints.known(c).reporter().email()).isEqualTo(BUDI);
        assertThat(complaints.known(c).reporter().name()).isEqualTo("Budi Santosa");
        MimeMessage receipt = toBudi().getFirst();
        assertThat(receipt.getSubject()).contains(c.publicNumber());
        String replyTo = receipt.getReplyTo()[0].toString();
        assertThat(replyTo).startsWith("aduan+").endsWith("@dprd.contoh.id");

        clock.forward(Duration.ofDays(2));
        mail("""
                From: Budi Santosa <%s>
                To: %s
                Subject: Re: terima kasih
                In-Reply-To: %s
                Content-Type: text/plain; charset=UTF-8

                Lubangnya sekarang sudah dua meter.

                Pada Sen, 23 Nov 2026 pukul 09.00 DPRD menulis:
                > Aduan Anda sudah kami terima.
                """.formatted(BUDI, replyTo, receipt.getMessageID()));
        Message added = cases.forReporter(complaints.known(only())).messages().getLast();
        assertThat(added.body())
                .isEqualTo(
                        "Lubangnya sekarang sudah dua meter.\n\n> Pada Sen, 23 Nov 2026 pukul 09.00 DPRD menulis:\n> Aduan Anda sudah kami terima.");
        assertThat(toBudi().getLast().getSubject()).contains("Tambahan untuk aduan " + c.publicNumber());
        String page =
                world.signedIn(w, "rina").get("/aduan/" + c.publicNumber()).text();
        assertThat(page).contains("Lubangnya sekarang sudah dua meter.", "Kutipan surel sebelumnya");
    }

    @Test
    void ourMailsHangBelowWhatTheirReceiverWroteHimself() throws Exception {
        connected();
        arrives(
                "Message-ID: <satu@warga.contoh.id>\nSubject: Lampu jalan",
                "Lampu jalan di Sukorejo mati sejak Kamis.");
        MimeMessage receipt = toBudi().getFirst();
        assertThat(receipt.getHeader("In-Reply-To", null)).isEqualTo("<satu@warga.contoh.id>");
        assertThat(receipt.getHeader("References", " "))
                .as("the root of the case first")
                .matches("(?s)<[0-9a-z-]+@[^<>]+>\\s+<satu@warga.contoh.id>");
        String token = "References: " + receipt.getMessageID();
        reply("ani@lain.contoh.id", BOX, token + "\nMessage-ID: <rahasia@ani>", "Subject: Re: x", "Saya tetangganya.");
        reply(
                BUDI,
                BOX,
                token + "\nMessage-ID: <dua lagi>, <x@y>",
                "Subject: Re: x",
                "Masih mati juga sampai malam ini.");
        MimeMessage next = toBudi().getLast();
        assertThat(next.getHeader("In-Reply-To", null))
                .as("what is no Message-ID is not repeated")
                .isEqualTo("<satu@warga.contoh.id>");
        assertThat(next.getHeader("References", " ")).as("nor another's").doesNotContain("rahasia", "lagi");
    }

    @Test
    void aReplyIsKnownByReferenceOrByItsNumberFromTheSameAddressOnly() throws Exception {
        connected();
        arrives("Subject: Lampu jalan mati", "Lampu jalan di Desa Sukorejo mati sejak pekan lalu.");
        Complaint c = only();
        String id = toBudi().getFirst().getMessageID();
        reply(BUDI, BOX, "References: " + id, "Subject: Re: kabar", "Sampai malam ini masih mati.");
        assertThat(said(c)).contains("Sampai malam ini masih mati.");
        reply(BUDI, BOX, "X-A: b", "Subject: Re: Aduan " + c.publicNumber(), "Sekarang tiang di sebelahnya juga mati.");
        assertThat(said(c))
                .as("taken, but anybody can write that From")
                .anyMatch(t -> t.contains("Sekarang tiang di sebelahnya juga mati.")
                        && t.contains("Belum tentu dari pelapor"));

        reply(
                "ani@lain.contoh.id",
                BOX,
                "References: " + id,
                "Subject: Re: kabar",
                "Saya tetangganya, benar masih mati.");
        assertThat(said(c))
                .as("who has the token may add, and gets nothing back")
                .anyMatch(t ->
                        t.contains("Dikirim dari alamat lain, ani@lain.contoh.id") && t.contains("Saya tetangganya"));
        assertThat(toAddress("ani@lain.contoh.id")).isEmpty();

        reply(
                "ani@lain.contoh.id",
                BOX,
                "X-A: b",
                "Subject: " + c.publicNumber(),
                "Saya ingin tahu isi aduan ini, tolong kirimkan.");
        assertThat(all())
                .as("a number alone proves nothing: a complaint of her own")
                .hasSize(2);
        reply(
                "ani@lain.contoh.id",
                BOX,
                "References: " + id.replaceAll("-[0-9a-z]{10}@", "-0000000000@"),
                "Subject: Re: x",
                "Tanda ini saya karang sendiri saja.");
        assertThat(all()).hasSize(3);
    }

    @Test
    void whatTheFormAsksForIsAskedOnTheSameChannelAndTheReplyCompletesTheCase() throws Exception {
        w = world.agency("demo/sipesut.yaml");
        mailServer();
        account = mailboxOf(BOX, "aduan", "YA");
        connected();
        arrives("Subject: Jalan rusak", "Jalan di Loa Kulu rusak berat sejak Januari.");
        Complaint c = only();
        MimeMessage asked = toBudi().stream()
                .filter(m -> subject(m).contains("belum lengkap"))
                .findFirst()
                .orElseThrow();
        assertThat(content(asked)).contains("Alamat: …", "HP: …").doesNotContain("Nama: …", "Surel: …");
        reply(
                BUDI,
                asked.getReplyTo()[0].toString(),
                "In-Reply-To: " + asked.getMessageID(),
                "Subject: Re: belum lengkap",
                "Alamat: Jalan Melati 3, Loa Kulu\nHP: 0812 0000 3390\n\nPada Sen, 23 Nov 2026 DPRD menulis:\n> HP: …");
        Reporter r = complaints.known(c).reporter();
        assertThat(r.address()).isEqualTo("Jalan Melati 3, Loa Kulu");
        assertThat(r.phone()).isEqualTo("0812 0000 3390");
        assertThat(said(c)).last().isEqualTo("Pelapor melengkapi datanya: Alamat, HP.");
        assertThat(all()).hasSize(1);
    }

    @Test
    void whoHasNotShownThatTheMailboxIsHisEndsNoCaseAndReadsNoAnswer() throws Exception {
        connected();
        arrives("Subject: Jalan rusak", "Jalan di depan pasar rusak berat.\nAlamat: depan pasar Sukorejo");
        Complaint c = only();
        assertThat(said(c).getFirst())
                .as("where the road is broken is no address of the reporter")
                .contains("Alamat: depan pasar Sukorejo");
        assertThat(complaints.known(c).reporter().address()).isNull();

        reply(BUDI, BOX, "X-A: b", "Subject: tarik", "BATAL " + c.publicNumber());
        assertThat(complaints.byId(w.agency().id(), c.id()).orElseThrow().closed())
                .as("anybody can write that From")
                .isFalse();
        assertThat(complaints.known(c).reporter().emailConfirmedAt()).isNull();
        MimeMessage receipt = toBudi().getFirst();
        reply(BUDI, receipt.getReplyTo()[0].toString(), "X-A: b", "Subject: Re: kabar", "Masih rusak sampai hari ini.");
        assertThat(complaints.known(c).reporter().emailConfirmedAt())
                .as("who answers a mail of ours has read it")
                .isNotNull();
        reply(BUDI, receipt.getReplyTo()[0].toString(), "X-A: b", "Subject: Re: kabar", "BATAL " + c.publicNumber());
        assertThat(complaints.byId(w.agency().id(), c.id()).orElseThrow().closed())
                .isTrue();
    }

    @Test
    void aForgedSenderCompletesNothingTellsNothingAndReopensNothing() throws Exception {
        w = world.agency("demo/sipesut.yaml");
        mailServer();
        account = mailboxOf(BOX, "aduan", "YA");
        connected();
        arrives("Subject: Jalan rusak", "Jalan di Loa Kulu rusak berat sejak Januari.");
        Complaint c = only();
        sql.sql("update complaint set privacy = 'IDENTITAS_DISEMBUNYIKAN' where agency_id = ? and id = ?")
                .params(w.agency().id(), c.id())
                .update();
        String token = "References: "
                + toBudi().stream()
                        .filter(m -> subject(m).contains(c.publicNumber()))
                        .findFirst()
                        .orElseThrow()
                        .getMessageID();
        reply(BUDI, BOX, "X-A: b", "Subject: " + c.publicNumber(), "HP: 0812 9999 0001");
        assertThat(complaints.known(c).reporter().phone()).isNull();
        reply(
                BUDI,
                BOX,
                "X-A: b",
                "Subject: " + c.publicNumber(),
                "LENGKAPI " + c.publicNumber() + " # Sudah baik semuanya.");
        assertThat(said(c))
                .filteredOn(t -> t.contains("Belum tentu dari pelapor"))
                .hasSize(2);
        assertThat(complaints.events(c).stream().map(e -> e.kind())).doesNotContain("REPORTER_COMPLETED", "REOPENED");
        reply("ani@lain.contoh.id", BOX, token, "Subject: Re: x", "Saya tetangganya.");
        assertThat(said(c))
                .as("whose identity is hidden has no neighbours with addresses")
                .noneMatch(t -> t.contains("ani@lain"))
                .anyMatch(t -> t.startsWith("Dikirim dari alamat lain, bukan alamat pelapor:"));
        reply(BUDI, BOX, token, "Subject: Re: x", "HP: 0812 0000 3390");
        assertThat(complaints.known(c).reporter().phone()).isEqualTo("0812 0000 3390");
    }

    @Test
    void aMailboxWhoseNewestMailWasDeletedIsNotAskedWithoutEnd() throws Exception {
        connected();
        MimeMessage deleted =
                parsed("From: Budi <%s>\nTo: %s\nSubject: Salah kirim\n\nSurat ini dihapus lagi oleh orang.\n"
                        .formatted(BUDI, BOX));
        box.deliver(deleted);
        server.getManagers().getImapHostManager().getInbox(box).deleteAllMessages();
        clock.forward(Duration.ofMinutes(1));
        polling.round();
        CompletableFuture<Boolean> told = CompletableFuture.supplyAsync(() -> mailbox.await(account));
        Thread.sleep(1_500);
        assertThat(told).as("nothing is there to fetch").isNotDone();
        box.deliver(parsed(
                "From: Budi <%s>\nTo: %s\nSubject: Cepat\n\nPohon tumbang menutup jalan desa.\n".formatted(BUDI, BOX)));
        assertThat(told.get(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        clock.forward(Duration.ofMinutes(1));
        polling.round();
        reading.readAll();
        assertThat(only().title()).isEqualTo("Cepat");
    }

    @Test
    void aMailServerThatSaysNothingHoldsUpNoOtherMailbox() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, java.net.InetAddress.getLoopbackAddress())) {
            connected();
            Map<String, String> settings = new java.util.HashMap<>(account.settings());
            settings.put("imap_port", Integer.toString(silent.getLocalPort()));
            accounts.add(
                    w.agency().id(),
                    ChannelKind.MAILBOX,
                    "Diam",
                    "diam@dprd.contoh.id",
                    settings,
                    w.officers().get("admin"));
            clock.forward(Duration.ofMinutes(1));
            long begun = System.nanoTime();
            polling.roundOn();
            box.deliver(parsed("From: Budi <%s>\nTo: %s\nSubject: Cepat\n\nPohon tumbang menutup jalan desa.\n"
                    .formatted(BUDI, BOX)));
            clock.forward(Duration.ofMinutes(1));
            polling.roundOn();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(18));
            reading.readAll();
            assertThat(only().title()).isEqualTo("Cepat");
        }
    }

    private ChannelAccount mailboxOf(String address, String user, String plus) {
        return accounts.add(
                w.agency().id(),
                ChannelKind.MAILBOX,
                "Surel",
                address,
                Map.of(
                        "imap_host", "127.0.0.1",
                        "imap_port", Integer.toString(server.getImap().getPort()),
                        "imap_pengaman", "TANPA",
                        "imap_pengguna", user,
                        "imap_sandi", "rahasia",
                        "imap_kotak", "INBOX",
                        "imap_tambah", plus),
                w.officers().get("admin"));
    }

    private void mailServer() {
        agencies.set(
                w.agency().id(),
                Map.of(
                        "smtp_host",
                        "127.0.0.1",
                        "smtp_port",
                        Integer.toString(server.getSmtp().getPort()),
                        "smtp_pengaman",
                        "TANPA"),
                null);
    }

    private static String content(MimeMessage m) throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        ((jakarta.mail.Multipart) m.getContent())
                .getBodyPart(0)
                .getDataHandler()
                .writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void machinesAreNeverAnsweredAndMakeNoComplaint() throws Exception {
        connected();
        for (String sign : List.of(
                "Auto-Submitted: auto-replied",
                "Precedence: bulk",
                "List-Id: <berita.contoh.id>",
                "Return-Path: <>",
                "X-Autoreply: yes"))
            mail("From: Budi <%s>\nTo: %s\n%s\nSubject: Sedang cuti\n\nSaya sedang cuti sampai tanggal sepuluh.\n"
                    .formatted(BUDI, BOX, sign));
        mail("From: no-reply@toko.contoh.id\nTo: %s\nSubject: Promo\n\nBelanja sekarang juga, diskon besar!\n"
                .formatted(BOX));
        mail("From: %s\nTo: %s\nSubject: Diri sendiri\n\nSurat dari kotak ini sendiri, jangan dijawab.\n"
                .formatted(BOX, BOX));
        assertThat(all()).isEmpty();
        assertThat(toBudi()).isEmpty();
        assertThat(unreadable()).isZero();
    }

    @Test
    void aMailThatDidNotArriveIsKnownByTheServersReport() throws Exception {
        connected();
        try (FakeKannel kannel = new FakeKannel()) {
            bounces(kannel);
        }
    }

    private void bounces(FakeKannel kannel) throws Exception {
        accounts.add(
                w.agency().id(),
                ChannelKind.KANNEL,
                "SMS Center",
                "0812-0000-9000",
                Map.of("kirim_url", kannel.url(), "pengguna", "tindak", "sandi", "rahasia"),
                w.officers().get("admin"));
        String kind = agencies.settings(w.agency().id()).list("jenis").getFirst();
        Complaint c = intake.accept(
                w.agency().id(),
                NewComplaint.of(kind, "website", "Saluran mampet", "Saluran air di Desa Sukorejo mampet dan meluap.")
                        .from(Reporter.person("Budi Santosa", null, "081200003390", BUDI))
                        .done());
        PostRound.deliver(program);
        MimeMessage receipt = toBudi().getFirst();
        mail("""
                From: Mail Delivery System <mailer-daemon@mx.contoh.id>
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                I'm sorry to have to inform you.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.contoh.id

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 <%s>: User unknown

                --b
                Content-Type: message/rfc822

                Message-ID: %s
                Subject: apa saja

                isi
                --b--
                """.formatted(BOX, BUDI, BUDI, receipt.getMessageID()));
        assertThat(sql.sql("select last_error from outbox where agency_id = ? and failed_at is not null")
                        .param(w.agency().id())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("5.1.1 <…>: User unknown")
                .doesNotContain("budi");
        assertThat(kannel.to("+6281200003390"))
                .as("the next channel of the agency's order, without what was typed")
                .singleElement()
                .asString()
                .contains("Aduan " + c.publicNumber() + " sudah diterima")
                .doesNotContain("mampet");
    }

    @Test
    void whatComesAlongIsKeptAndWhatIsDangerousIsNamed() throws Exception {
        connected();
        String png = Base64.getMimeEncoder().encodeToString(picture());
        mail("""
                From: Budi Santosa <%s>
                To: %s
                Subject: Bukti foto
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: multipart/alternative; boundary="c"

                --c
                Content-Type: text/html; charset=UTF-8

                <p>Jalan <b>berlubang</b> di depan pasar.</p><script>alert(1)</script><a href="https://foto.contoh.id/1">lihat di sini</a>
                --c--
                --b
                Content-Type: image/png; name="lubang.png"
                Content-Transfer-Encoding: base64
                Content-Disposition: attachment; filename="lubang.png"

                %s
                --b
                Content-Type: application/ms-tnef; name="winmail.dat"
                Content-Transfer-Encoding: base64

                eJ8+IgAAAAA=
                --b
                Content-Type: application/octet-stream; name="hadiah.exe"

                MZ program
                --b
                Content-Type: text/calendar; method=REQUEST

                BEGIN:VCALENDAR
                END:VCALENDAR
                --b
                Content-Type: message/rfc822

                Subject: lama

                Surat yang diteruskan.
                --b--
                """.formatted(BUDI, BOX, png));
        Complaint c = only();
        CaseFile file = cases.forReporter(complaints.known(c));
        assertThat(said(c).getFirst())
                .contains(
                        "Jalan berlubang di depan pasar.",
                        "lihat di sini (https://foto.contoh.id/1)",
                        "Lampiran yang tidak dapat diterima: hadiah.exe.")
                .doesNotContain("alert", "<b>");
        assertThat(file.attachments().stream().map(a -> a.file().name()))
                .containsExactlyInAnyOrder("lubang.png", "winmail.dat", "undangan.ics", "surel.eml");
    }

    @Test
    void brokenAndEncryptedMailsAreLostToNobody() throws Exception {
        connected();
        mail(
                "From: Budi <%s>\nTo: %s\nSubject: =?x-nirgendwo?Q?Jalan?=\nContent-Type: text/plain; charset=\"x-tidak-ada\"\nContent-Transfer-Encoding: base64\n\n!!!bukan base64 sama sekali###\n"
                        .formatted(BUDI, BOX));
        mail(
                "From: Budi <%s>\nTo: %s\nSubject: Tanpa batas\nContent-Type: multipart/mixed\n\n--tidak ada batas\nJalan desa rusak berat sekali.\n"
                        .formatted(BUDI, BOX));
        mail(
                "From: Budi <%s>\nTo: %s\nSubject: Rahasia\nContent-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--\n"
                        .formatted(BUDI, BOX));
        mail("Subject: tanpa pengirim\n\nSaya tidak menyebut siapa saya.\n");
        assertThat(all().stream().map(Complaint::title))
                .as("what cannot be decoded comes as it is: an officer can ask")
                .containsExactlyInAnyOrder("=?x-nirgendwo?Q?Jalan?=", "Tanpa batas");
        assertThat(toBudi().stream().map(MailTest::subject)).contains("Surel Anda tidak dapat kami baca");
        assertThat(unreadable())
                .as("the one without a sender waits to be looked at")
                .isEqualTo(1);
        assertThat(inbound()).isEqualTo(3);
    }

    @Test
    void aMailThatIsTooLargeComesWithoutItsAttachments() throws Exception {
        connected();
        String heavy = "A".repeat(76) + "\n";
        mail(
                "From: Budi <%s>\nTo: %s\nSubject: Video banjir\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nVideo banjir di pasar terlampir.\n--b\nContent-Type: video/mp4; name=banjir.mp4\nContent-Transfer-Encoding: base64\n\n%s\n--b--\n"
                        .formatted(BUDI, BOX, heavy.repeat(40_000_000 / 77)));
        assertThat(said(only()).getFirst())
                .contains("Video banjir di pasar terlampir.", "Lampiran yang tidak dapat diterima: banjir.mp4.");
        assertThat(sql.sql("select max(length(body)) from inbound_raw where agency_id = ?")
                        .param(w.agency().id())
                        .query(Integer.class)
                        .single())
                .isLessThan(10_000);
    }

    @Test
    @Tag("lengkap")
    void fiveHundredMailsAtOnceAreFiveHundredComplaints() throws Exception {
        connected();
        for (int i = 0; i < 500; i++)
            box.deliver(parsed(
                    "From: Warga %d <w%d@warga.contoh.id>\nTo: %s\nMessage-ID: <%d@warga>\nSubject: Aduan ke-%d\n\nJalan di RT %d berlubang sejak lama.\n"
                            .formatted(i, i, BOX, i, i, i)));
        for (int round = 0; round < 4; round++) {
            clock.forward(Duration.ofMinutes(1));
            polling.round();
        }
        reading.readAll();
        assertThat(all()).hasSize(500);
        clock.forward(Duration.ofMinutes(1));
        polling.round();
        reading.readAll();
        assertThat(all()).as("and stay so").hasSize(500);
    }

    @Test
    void theSameMailInTwoMailboxesIsOneComplaint() throws Exception {
        GreenMailUser second = server.setUser("sekwan@dprd.contoh.id", "sekwan", "rahasia");
        mailboxOf("sekwan@dprd.contoh.id", "sekwan", "TIDAK");
        connected();
        String text =
                "From: Budi <%s>\nTo: %s, sekwan@dprd.contoh.id\nMessage-ID: <satu@warga>\nSubject: Jalan rusak\n\nJalan di depan pasar rusak berat.\n"
                        .formatted(BUDI, BOX);
        second.deliver(parsed(text));
        mail(text);
        only();
    }

    @Test
    void aServerThatTellsWhenSomethingIsNewIsHeardAtOnce() throws Exception {
        connected();
        CompletableFuture<Boolean> told = CompletableFuture.supplyAsync(() -> mailbox.await(account));
        Thread.sleep(700);
        assertThat(told).isNotDone();
        box.deliver(parsed(
                "From: Budi <%s>\nTo: %s\nSubject: Cepat\n\nPohon tumbang menutup jalan desa.\n".formatted(BUDI, BOX)));
        assertThat(told.get(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aMailboxThatDoesNotOpenIsSeenByTheAdministrator() {
        Map<String, String> wrong = new java.util.HashMap<>(account.settings());
        wrong.put("imap_sandi", "salah");
        accounts.change(
                w.agency().id(),
                account,
                account.name(),
                account.address(),
                wrong,
                true,
                w.officers().get("admin"));
        polling.round();
        reading.readAll();
        assertThat(world.signedIn(w, "admin").get("/kelola/kanal").text())
                .contains("Surel", "galat", "Server menolak nama pengguna atau sandi.")
                .doesNotContain("salah");
    }

    private void connected() {
        polling.round();
    }

    private void arrives(String header, String text) throws Exception {
        mail("From: Budi Santosa <%s>\nTo: %s\n%s\nContent-Type: text/plain; charset=UTF-8\n\n%s\n"
                .formatted(BUDI, BOX, header, text));
    }

    private void reply(String from, String to, String header, String subject, String text) throws Exception {
        mail("From: <%s>\nTo: %s\n%s\n%s\nContent-Type: text/plain; charset=UTF-8\n\n%s\n"
                .formatted(from, to, header, subject, text));
    }

    private void mail(String text) throws Exception {
        box.deliver(parsed(text));
        clock.forward(Duration.ofMinutes(1));
        polling.round();
        reading.readAll();
        clock.forward(Duration.ofHours(1));
        PostRound.deliver(program);
    }

    private static MimeMessage parsed(String text) throws Exception {
        return new MimeMessage(
                (Session) null,
                new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    private List<MimeMessage> toBudi() {
        return toAddress(BUDI);
    }

    private List<MimeMessage> toAddress(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(m -> to(m).contains(address))
                .toList();
    }

    private static String to(MimeMessage m) {
        try {
            return Arrays.toString(m.getAllRecipients());
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String subject(MimeMessage m) {
        try {
            return m.getSubject() == null ? "" : m.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] picture() throws Exception {
        var image = new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var out = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private List<String> said(Complaint c) {
        return cases.forReporter(complaints.known(c)).messages().stream()
                .map(Message::body)
                .toList();
    }

    private int unreadable() {
        return count("select count(*) from inbound_raw where agency_id = ? and failed_at is not null");
    }

    private int inbound() {
        return count("select count(*) from inbound where agency_id = ?");
    }

    private int count(String query) {
        return Objects.requireNonNull(
                sql.sql(query).param(w.agency().id()).query(Integer.class).single());
    }

    private List<Complaint> all() {
        return filed().all();
    }

    private Complaint only() {
        return filed().only();
    }

    private AgencyComplaints filed() {
        return new AgencyComplaints(sql, complaints, w.agency().id());
    }
}
