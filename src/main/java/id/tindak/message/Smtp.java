package id.tindak.message;

import jakarta.activation.DataHandler;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.stereotype.Component;

/** Hands one mail to a server by SMTP. Holds no transaction and touches no table. */
@Component
class Smtp {

    private static final String UTF_8 = "UTF-8";
    private static final String SMTP = "smtp";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** @param messageId without angle brackets; the same for every attempt, so that a repetition is recognisable */
    Delivered send(MailServer server, String recipient, String messageId, Letter letter, Instant now) {
        Session session = Session.getInstance(properties(server));
        MimeMessage mail;
        try {
            mail = message(session, server, recipient, messageId, letter, now);
        } catch (AddressException wrong) {
            return new Delivered.Never("Alamat tidak dapat dipakai: " + wrong.getMessage());
        } catch (MessagingException | UnsupportedEncodingException broken) {
            return new Delivered.Never("Surat tidak dapat disusun: " + broken.getMessage());
        }
        try (Transport transport = session.getTransport(SMTP)) {
            transport.connect(server.host(), server.port(), server.user(), server.password());
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Delivered.Sent(messageId);
        } catch (MessagingException refused) {
            return reason(refused);
        }
    }

    private static MimeMessage message(
            Session session, MailServer server, String recipient, String messageId, Letter letter, Instant now)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + messageId + ">");
            }
        };
        mail.setFrom(new InternetAddress(address(server.from()).getAddress(), letter.sender(), UTF_8));
        mail.setRecipient(jakarta.mail.Message.RecipientType.TO, address(recipient));
        mail.setSubject(letter.subject(), UTF_8);
        mail.setSentDate(Date.from(now));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        mail.setHeader("Content-Language", "id");
        String replies = letter.replies();
        if (replies != null) mail.setReplyTo(new InternetAddress[] {address(replies)});
        // all mails of a case hang below the same root, which was never sent: mail programs show them as one
        // conversation
        String host = messageId.substring(messageId.indexOf('@'));
        if (!letter.thread().isEmpty())
            mail.setHeader("References", references("<" + letter.thread() + host + ">", letter.answered()));
        if (!letter.answered().isEmpty())
            mail.setHeader("In-Reply-To", letter.answered().getLast());
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(letter.plain(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        MimeMultipart words = new MimeMultipart("alternative", plain, html);
        Enclosures.Enclosure file = letter.enclosure();
        mail.setContent(file == null ? words : with(words, file));
        mail.saveChanges();
        return mail;
    }

    /** Oldest first, one a line. */
    private static String references(String root, List<String> answered) {
        return Stream.concat(Stream.of(root), answered.stream()).collect(Collectors.joining("\r\n "));
    }

    private static MimeMultipart with(MimeMultipart words, Enclosures.Enclosure file) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setContent(words);
        MimeBodyPart enclosed = new MimeBodyPart();
        enclosed.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.mediaType())));
        enclosed.setFileName(file.name());
        enclosed.setDisposition(jakarta.mail.Part.ATTACHMENT);
        return new MimeMultipart("mixed", text, enclosed);
    }

    /** One bare address: a list, a name, white space or control characters are refused, so nothing can be slipped into a header. */
    private static InternetAddress address(String text) throws AddressException {
        if (!text.matches("[^\\s\\p{Cc},;:<>\"()\\[\\]\\\\]+@[^\\s\\p{Cc},;:<>\"()\\[\\]\\\\@]+"))
            throw new AddressException("bukan satu alamat email");
        return new InternetAddress(text, true);
    }

    private static Delivered reason(MessagingException e) {
        String words = Letters.line(String.valueOf(e.getMessage()));
        if (e instanceof AuthenticationFailedException) return new Delivered.NoServer(words);
        for (Exception x = e; x instanceof MessagingException m; x = m.getNextException()) {
            if (x instanceof SMTPAddressFailedException a)
                return a.getReturnCode() >= 500 ? new Delivered.Never(words(a)) : new Delivered.Later(words(a));
            if (x instanceof SMTPSenderFailedException s) return new Delivered.NoServer(words(s));
        }
        if (e instanceof SMTPSendFailedException s)
            return s.getReturnCode() >= 500 ? new Delivered.Never(words) : new Delivered.Later(words);
        return new Delivered.NoServer(words); // not connected, or cut off in the middle
    }

    private static String words(Exception e) {
        return Letters.line(String.valueOf(e.getMessage()));
    }

    private static Properties properties(MailServer server) {
        Properties p = new Properties();
        String patience = Long.toString(PATIENCE.toMillis());
        boolean raise = server.security() == MailServer.Security.STARTTLS;
        set(p, "connectiontimeout", patience);
        set(p, "timeout", patience);
        set(p, "writetimeout", patience);
        set(p, "auth", Boolean.toString(server.user() != null));
        set(p, "from", server.from());
        set(p, "quitwait", "false");
        set(p, "ssl.checkserveridentity", "true");
        set(p, "ssl.enable", Boolean.toString(server.security() == MailServer.Security.TLS));
        set(p, "starttls.enable", Boolean.toString(raise));
        set(p, "starttls.required", Boolean.toString(raise));
        return p;
    }

    private static void set(Properties p, String name, String value) {
        p.setProperty("mail." + SMTP + "." + name, value);
    }
}
