package id.tindak.channel;

import id.tindak.base.web.Texts;
import id.tindak.message.Delivered;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.springframework.stereotype.Component;

/**
 * Complaints by e-mail: a mailbox that is read by IMAP (RFC 9051). Nothing in it is changed or marked; what was taken is known by number, so people can read the mailbox beside the program. What lay
 * in it before it was connected stays where it is. Mail leaves by SMTP, like all mail.
 */
@Component
class Mailbox implements Polled {

    /** Larger mails are taken without their attachments, which stay in the mailbox. */
    static final int LARGEST = 25_000_000;

    private static final int AT_ONCE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String RECEIVED = "diterima";
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(9);
    private static final int USUAL_PORT = -1;

    private final MailboxStore store;
    private final Clock clock;

    Mailbox(MailboxStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.MAILBOX;
    }

    /** It never knocks. */
    @Override
    public boolean authentic(ChannelAccount account, Call call) {
        return false;
    }

    @Override
    public List<Arrival> read(ChannelAccount a, Call call) {
        return MailFormat.read(call.body(), a.address(), Instant.parse(call.query(RECEIVED)));
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void poll(ChannelAccount a, Consumer<List<Call>> keep) {
        try (Store server = connected(a);
                IMAPFolder folder = opened(server, a)) {
            fetch(a, folder, keep);
        } catch (MessagingException | IOException gone) {
            throw new Unreached(why(gone), gone);
        }
    }

    /** Waits, as the server allows, for something new (RFC 2177); true when there may be. */
    @Override
    public boolean await(ChannelAccount a) {
        try (Store server = connected(a);
                IMAPFolder folder = opened(server, a)) {
            MailboxStore.Place place = store.place(a.agencyId(), a.id()).orElse(null);
            if (place != null && folder.getUIDNext() > place.uid() + 1) return true;
            idle(server, folder);
            return true;
        } catch (MessagingException notNow) {
            return false;
        }
    }

    /** No socket timeout ends an idle connection that died; this clock does. */
    private static void idle(Store server, IMAPFolder folder) throws MessagingException {
        Thread watchdog = Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(LONGEST_IDLE);
                server.close();
            } catch (InterruptedException | MessagingException done) {
                // something came, or the connection is gone already
            }
        });
        try {
            folder.idle(true);
        } catch (FolderClosedException ended) {
            // by the watchdog, or by the server: look, and begin anew
        } finally {
            watchdog.interrupt();
        }
    }

    private void fetch(ChannelAccount a, IMAPFolder folder, Consumer<List<Call>> keep)
            throws MessagingException, IOException {
        long validity = folder.getUIDValidity();
        MailboxStore.Place place = store.place(a.agencyId(), a.id()).orElse(null);
        if (place == null) {
            store.move(a.agencyId(), a.id(), new MailboxStore.Place(validity, folder.getUIDNext() - 1));
            return;
        }
        // what comes from here on has this number or a higher one
        long next = folder.getUIDNext();
        // a mailbox that was made anew: what it holds is known by its keys
        long last = place.validity() == validity ? place.uid() : 0;
        Message[] fresh = folder.getMessagesByUID(last + 1, UIDFolder.LASTUID);
        Message[] first = fresh.length > AT_ONCE ? java.util.Arrays.copyOf(fresh, AT_ONCE) : fresh;
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(first, profile);
        long taken = last;
        for (Message m : first) {
            if (m == null) continue;
            long uid = folder.getUID(m);
            if (uid <= last) continue; // "n:*" always names the newest
            try {
                keep.accept(List.of(call(m)));
            } catch (MessageRemovedException gone) {
                // somebody deleted it meanwhile
            }
            store.move(a.agencyId(), a.id(), new MailboxStore.Place(validity, uid));
            taken = Math.max(taken, uid);
        }
        // the newest may have been deleted by a person: below it nothing waits any more
        if (fresh.length <= AT_ONCE && next - 1 > taken)
            store.move(a.agencyId(), a.id(), new MailboxStore.Place(validity, next - 1));
    }

    private Call call(Message m) throws MessagingException, IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        (m.getSize() > LARGEST ? lightened((MimeMessage) m) : m).writeTo(raw);
        Instant at = m.getReceivedDate() == null
                ? clock.instant()
                : m.getReceivedDate().toInstant();
        return new Call(Map.of(RECEIVED, at.toString()), Map.of(), raw.toByteArray());
    }

    /** The same mail with its words alone; only they are fetched. */
    private static MimeMessage lightened(MimeMessage heavy) throws MessagingException {
        MimeMessage light = new MimeMessage((Session) null) {
            @Override
            protected void updateMessageID() {
                // the sender's own
            }
        };
        for (Enumeration<String> lines = heavy.getNonMatchingHeaderLines(
                        new String[] {"Content-Type", "Content-Transfer-Encoding", "MIME-Version"});
                lines.hasMoreElements(); ) light.addHeaderLine(lines.nextElement());
        MailWords words = MailWords.of(heavy, false);
        light.setText(words.text(), "UTF-8");
        for (String name : words.left())
            light.addHeader(MailFormat.LEFT, jakarta.mail.internet.MimeUtility.fold(0, ascii(name)));
        light.saveChanges();
        return light;
    }

    private static String ascii(String name) {
        try {
            return jakarta.mail.internet.MimeUtility.encodeText(name, "UTF-8", "B");
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Store connected(ChannelAccount a) throws MessagingException {
        boolean tls = a.setting("imap_pengaman").equals("TLS");
        String protocol = tls ? "imaps" : "imap";
        Properties p = new Properties();
        String patience = Long.toString(PATIENCE.toMillis());
        Map.of(
                        "connectiontimeout",
                        patience,
                        "timeout",
                        patience,
                        "writetimeout",
                        patience,
                        "peek",
                        "true",
                        "ssl.checkserveridentity",
                        "true",
                        "starttls.enable",
                        Boolean.toString(a.setting("imap_pengaman").equals("STARTTLS")),
                        "starttls.required",
                        Boolean.toString(a.setting("imap_pengaman").equals("STARTTLS")),
                        "fetchsize",
                        "1048576")
                .forEach((name, value) -> p.setProperty("mail." + protocol + "." + name, value));
        Store server = Session.getInstance(p).getStore(protocol);
        server.connect(a.setting("imap_host"), port(a), a.setting("imap_pengguna"), a.setting("imap_sandi"));
        return server;
    }

    private static int port(ChannelAccount a) {
        String port = a.setting("imap_port");
        return port.matches("\\d{1,5}") ? Integer.parseInt(port) : USUAL_PORT;
    }

    private static IMAPFolder opened(Store server, ChannelAccount a) throws MessagingException {
        Folder folder = server.getFolder(a.setting("imap_kotak"));
        folder.open(Folder.READ_ONLY);
        return (IMAPFolder) folder;
    }

    /** What the server said, without the name and the secret. */
    private static String why(Exception gone) {
        String words = String.valueOf(gone.getMessage());
        return gone instanceof AuthenticationFailedException
                ? Texts.get(Texts.DEFAULT, "channel.mailbox.refused")
                : words;
    }

    @Override
    public Capabilities capabilities(ChannelAccount account) {
        throw new IllegalStateException("mail leaves by SMTP");
    }

    @Override
    public Delivered send(ChannelAccount account, String to, String text, String reference) {
        throw new IllegalStateException("mail leaves by SMTP");
    }
}
