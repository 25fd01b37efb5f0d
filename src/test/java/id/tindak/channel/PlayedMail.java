package id.tindak.channel;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.tindak.agency.Agencies;
import id.tindak.demo.DemoWorld;
import id.tindak.journey.SettableClock;
import id.tindak.message.PostRound;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Lets a journey be begun and answered by mail: the agency's mailbox on a real IMAP server, and a real SMTP server by which its mail leaves. */
public final class PlayedMail implements Correspondent {

    private final ApplicationContext program;
    private final SettableClock clock;
    private final String name;
    private final String address;
    private final GreenMail server;
    private final String box;
    private final @Nullable GreenMailUser mailbox;
    private String lastSent = "";

    /**
     * @param box address of the agency's mailbox; empty where it reads none and only sends
     * @param name of the citizen
     */
    public PlayedMail(ApplicationContext program, DemoWorld.Founded w, String box, String name, String address) {
        this.program = program;
        this.clock = program.getBean(SettableClock.class);
        this.box = box;
        this.name = name;
        this.address = address;
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        program.getBean(Agencies.class)
                .set(
                        w.agency().id(),
                        Map.of(
                                "smtp_host", "127.0.0.1",
                                "smtp_port", Integer.toString(server.getSmtp().getPort()),
                                "smtp_pengaman", "TANPA"),
                        null);
        mailbox = box.isEmpty() ? null : connected(w);
    }

    private GreenMailUser connected(DemoWorld.Founded w) {
        GreenMailUser user = server.setUser(box, "aduan", "rahasia");
        program.getBean(ChannelAccounts.class)
                .add(
                        w.agency().id(),
                        ChannelKind.MAILBOX,
                        "Surel",
                        box,
                        Map.of(
                                "imap_host", "127.0.0.1",
                                "imap_port", Integer.toString(server.getImap().getPort()),
                                "imap_pengaman", "TANPA",
                                "imap_pengguna", "aduan",
                                "imap_sandi", "rahasia",
                                "imap_kotak", "INBOX",
                                "imap_tambah", "YA"),
                        Objects.requireNonNull(w.officers().get("admin")));
        program.getBean(Polling.class).round();
        return user;
    }

    @Override
    public String address() {
        return address;
    }

    /** Answers the last mail that came; the first one is about what its first line says. */
    @Override
    public void says(String text) {
        Optional<MimeMessage> last = mails().reduce((a, b) -> b);
        try {
            String to = last.isEmpty() ? box : last.get().getReplyTo()[0].toString();
            String subject = last.isEmpty()
                    ? text.lines().findFirst().orElse("")
                    : "Re: " + last.get().getSubject();
            lastSent = "<" + UUID.randomUUID() + "@warga.contoh.id>";
            String thread = last.isEmpty() ? "" : "In-Reply-To: " + last.get().getMessageID() + "\n";
            deliver(
                    "From: %s <%s>\nTo: %s\nMessage-ID: %s\n%sSubject: %s\nContent-Type: text/plain; charset=UTF-8\n\n%s\n"
                            .formatted(name, address, to, lastSent, thread, subject, text));
        } catch (MessagingException broken) {
            throw new AssertionError(broken);
        }
    }

    private void deliver(String mail) throws MessagingException {
        var message = new MimeMessage(
                (Session) null,
                new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        Objects.requireNonNull(mailbox, "the agency reads no mail").deliver(message);
        clock.forward(Duration.ofMinutes(1));
        program.getBean(Polling.class).round();
        program.getBean(Reading.class).readAll();
    }

    /** The Message-ID of what he wrote last. */
    public String lastSent() {
        return lastSent;
    }

    @Override
    public List<String> heard() {
        PostRound.deliver(program);
        return mails().map(PlayedMail::words).toList();
    }

    /** The newest mail that came. */
    public MimeMessage newest() {
        PostRound.deliver(program);
        return mails().reduce((a, b) -> b).orElseThrow(() -> new AssertionError("no mail to " + address));
    }

    private Stream<MimeMessage> mails() {
        return Arrays.stream(server.getReceivedMessages()).filter(this::toHim);
    }

    private boolean toHim(MimeMessage m) {
        try {
            return Arrays.toString(m.getRecipients(Message.RecipientType.TO)).contains(address);
        } catch (MessagingException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Subject and plain text. */
    private static String words(MimeMessage m) {
        try {
            return m.getSubject() + "\n" + plain(m);
        } catch (MessagingException broken) {
            throw new AssertionError(broken);
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    private static String plain(Part part) throws MessagingException, IOException {
        return part.getContent() instanceof Multipart all
                ? plain(all.getBodyPart(0))
                : part.getContent().toString().replace("\r\n", "\n");
    }

    /** A file that came with the newest mail that has one. */
    public byte[] enclosed() {
        PostRound.deliver(program);
        try {
            for (MimeMessage mail : mails().toList().reversed()) {
                if (!mail.getContentType().startsWith("multipart/mixed")) continue;
                Multipart all = (Multipart) mail.getContent();
                return all.getBodyPart(all.getCount() - 1).getInputStream().readAllBytes();
            }
            throw new AssertionError("no file came to " + address);
        } catch (MessagingException broken) {
            throw new AssertionError(broken);
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
