package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.agency.Agencies;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.demo.DemoWorld;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.message.PostRound;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Postfix and Dovecot themselves, from Debian's packages: a citizen's mail comes in, the receipt is in his mailbox, his reply finds the case, and what cannot be delivered comes back. */
@JourneyTest
@Tag("peladen")
class MailServersTest {

    private static final String BOX = "aduan@dprd.contoh.id";
    private static final String BUDI = "budi@warga.contoh.id";

    @TempDir
    Path here;

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    Agencies agencies;

    @Autowired
    Complaints complaints;

    @Autowired
    Polling polling;

    @Autowired
    Reading reading;

    @Autowired
    ApplicationContext program;

    @Autowired
    JdbcClient sql;

    private final int imap = RealServers.freePort();
    private final int lmtp = RealServers.freePort();
    private final int smtp = RealServers.freePort();
    private RealServers servers;
    private DemoWorld.Founded w;

    @BeforeEach
    void start() throws Exception {
        servers = new RealServers(here, Map.of());
        dovecot();
        postfix();
        clock.set(Instant.now());
        w = world.agency("demo/pasuruan.yaml");
        long admin = Objects.requireNonNull(w.officers().get("admin"));
        agencies.set(
                w.agency().id(),
                Map.of("smtp_host", "127.0.0.1", "smtp_port", Integer.toString(smtp), "smtp_pengaman", "TANPA"),
                admin);
        accounts.add(
                w.agency().id(),
                ChannelKind.MAILBOX,
                "Surel",
                BOX,
                Map.of(
                        "imap_host", "127.0.0.1",
                        "imap_port", Integer.toString(imap),
                        "imap_pengaman", "TANPA",
                        "imap_pengguna", "aduan",
                        "imap_sandi", "rahasia",
                        "imap_kotak", "INBOX",
                        "imap_tambah", "YA"),
                admin);
        polling.round();
    }

    @AfterEach
    void stop() throws Exception {
        servers.run("postfix-stop", "postfix", "-c", here.resolve("postfix").toString(), "stop")
                .waitFor();
        servers.close();
    }

    @Test
    void aMailComesInItsReceiptArrivesAndTheReplyFindsTheCase() throws Exception {
        send(BUDI, BOX, "Jalan rusak di Desa Sukorejo", "Jalan di depan balai desa berlubang sejak Lebaran.", null);
        servers.await("the mail is in the mailbox", () -> !box("aduan").isEmpty());
        round();
        Complaint c = filed().only();
        assertThat(c.channel()).isEqualTo("email");
        servers.await(
                "the receipt is in the citizen's mailbox", () -> !box("budi").isEmpty());
        MimeMessage receipt = box("budi").getFirst();
        assertThat(receipt.getSubject()).contains(c.publicNumber());
        String replyTo = ((InternetAddress) receipt.getReplyTo()[0]).getAddress();
        assertThat(replyTo).startsWith("aduan+");

        send(BUDI, replyTo, "Re: terima kasih", "Lubangnya sekarang sudah dua meter.", receipt.getMessageID());
        servers.await(
                "the reply came by the address with a plus", () -> box("aduan").size() == 2);
        round();
        assertThat(filed().only()).isNotNull();
        assertThat(sql.sql("select body from message where agency_id = ? and complaint_id = ? order by id desc limit 1")
                        .params(w.agency().id(), c.id())
                        .query(String.class)
                        .single())
                .isEqualTo("Lubangnya sekarang sudah dua meter.");
    }

    @Test
    void aReceiptThatCannotBeDeliveredComesBackAndIsMarked() throws Exception {
        send(
                "hilang@warga.contoh.id",
                BOX,
                "Lampu jalan mati",
                "Lampu jalan di Desa Sukorejo mati sejak pekan lalu.",
                null);
        servers.await("the mail is in the mailbox", () -> !box("aduan").isEmpty());
        round();
        filed().only();
        servers.await(
                "receipt and question are returned to the mailbox",
                () -> box("aduan").size() == 1 + 2);
        round();
        assertThat(sql.sql("select coalesce(last_error, '') from outbox where agency_id = ? and failed_at is not null")
                        .param(w.agency().id())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(why -> assertThat(why).contains("5.1.1"));
        filed().only();
    }

    private void round() {
        clock.set(Instant.now().plusSeconds(polls++ * 120L));
        polling.round();
        reading.readAll();
        PostRound.deliver(program);
    }

    private int polls = 1;

    private AgencyComplaints filed() {
        return new AgencyComplaints(sql, complaints, w.agency().id());
    }

    private void send(String from, String to, String subject, String text, String answers) throws Exception {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(smtp));
        MimeMessage mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(from);
        mail.setRecipients(Message.RecipientType.TO, to);
        mail.setSubject(subject);
        if (answers != null) mail.setHeader("In-Reply-To", answers);
        mail.setText(text, "UTF-8");
        Transport.send(mail);
    }

    /** What lies in a mailbox, oldest first. */
    private List<MimeMessage> box(String user) throws Exception {
        List<Path> files = new ArrayList<>();
        for (String part : List.of("new", "cur")) {
            Path folder = here.resolve("mail/" + user + "/" + part);
            if (Files.isDirectory(folder))
                try (var all = Files.list(folder)) {
                    files.addAll(all.toList());
                }
        }
        files.sort(java.util.Comparator.comparing(Path::getFileName));
        List<MimeMessage> mails = new ArrayList<>();
        for (Path f : files)
            try (InputStream in = Files.newInputStream(f)) {
                mails.add(new MimeMessage((Session) null, in));
            }
        return mails;
    }

    private void dovecot() throws Exception {
        Files.setPosixFilePermissions(here, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path mail = Files.createDirectory(here.resolve("mail"));
        Files.setOwner(mail, owner("nobody"));
        Files.createDirectory(here.resolve("dovecot"));
        Files.writeString(here.resolve("users"), "aduan:{PLAIN}rahasia::::::\nbudi:{PLAIN}rahasia::::::\n");
        Path conf = Files.writeString(here.resolve("dovecot.conf"), """
                base_dir = %1$s/dovecot
                instance_name = tindak-uji
                log_path = %1$s/dovecot-sendiri.log
                protocols = imap lmtp
                listen = 127.0.0.1
                ssl = no
                disable_plaintext_auth = no
                auth_username_format = %%n
                recipient_delimiter = +
                mail_location = maildir:%1$s/mail/%%n
                first_valid_uid = 1
                passdb {
                  driver = passwd-file
                  args = %1$s/users
                }
                userdb {
                  driver = passwd-file
                  args = %1$s/users
                  default_fields = uid=nobody gid=nogroup home=%1$s/mail/%%n
                }
                service imap-login {
                  inet_listener imap {
                    port = %2$d
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                service lmtp {
                  inet_listener lmtp {
                    address = 127.0.0.1
                    port = %3$d
                  }
                }
                """.formatted(here, imap, lmtp));
        servers.run("dovecot", "/usr/sbin/dovecot", "-F", "-c", conf.toString());
        servers.await("dovecot", () -> RealServers.listening(imap) && RealServers.listening(lmtp));
    }

    private void postfix() throws Exception {
        Path dir = Files.createDirectory(here.resolve("postfix"));
        Files.createDirectory(here.resolve("antrean"));
        Files.setOwner(Files.createDirectory(here.resolve("data")), owner("postfix"));
        Files.writeString(dir.resolve("main.cf"), """
                compatibility_level = 3.6
                queue_directory = %1$s/antrean
                data_directory = %1$s/data
                maillog_file = %1$s/postfix-sendiri.log
                maillog_file_prefixes = %1$s
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                myhostname = surat.contoh.id
                mydestination =
                alias_maps =
                alias_database =
                virtual_mailbox_domains = dprd.contoh.id, warga.contoh.id
                virtual_transport = lmtp:inet:127.0.0.1:%2$d
                recipient_delimiter = +
                mynetworks = 127.0.0.0/8
                smtpd_recipient_restrictions = permit_mynetworks, reject
                """.formatted(here, lmtp));
        Files.writeString(dir.resolve("master.cf"), """
                127.0.0.1:%d inet n - n - - smtpd
                pickup unix n - n 60 1 pickup
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                verify unix - - n - 1 verify
                flush unix n - n 1000? 0 flush
                proxymap unix - - n - - proxymap
                error unix - - n - - error
                retry unix - - n - - error
                lmtp unix - - n - - lmtp
                anvil unix - - n - 1 anvil
                scache unix - - n - 1 scache
                postlog unix-dgram n - n - 1 postlogd
                """.formatted(smtp));
        servers.run("postfix", "postfix", "-c", dir.toString(), "start").waitFor();
        servers.await("postfix", () -> RealServers.listening(smtp));
    }

    private java.nio.file.attribute.UserPrincipal owner(String name) throws IOException {
        return here.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
    }
}
