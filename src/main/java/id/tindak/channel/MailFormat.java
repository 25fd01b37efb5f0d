package id.tindak.channel;

import id.tindak.message.Quoted;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one mail (RFC 5322): somebody's words, or a server's report that a mail of ours did not arrive (RFC 3464). Machines are recognised, so that none is ever answered (RFC 3834). */
final class MailFormat {

    /** Header that stands for what was left in the mailbox because it was too large. */
    static final String LEFT = "X-Tindak-Left";

    /** Names behind which nobody reads. */
    private static final Pattern NOBODY = Pattern.compile(
            "(?i)(mailer-daemon|postmaster|no[-_.]?reply|do[-_.]?not[-_.]?reply|tidak[-_.]?dibalas|bounces?|notifications?)([-+._].*)?@.*");

    private static final String ADDRESS = "[^\\s\\p{Cc},;:<>\"()\\[\\]\\\\@]+@[^\\s\\p{Cc},;:<>\"()\\[\\]\\\\@]+";
    private static final List<String> RECEIVERS =
            List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "References", "In-Reply-To");
    private static final Pattern ID = Pattern.compile("<[!-;=?-~]{1,250}>");
    private static final int LONGEST_SUBJECT = 300;

    private MailFormat() {}

    /**
     * @param own address of the mailbox: mail from there is our own
     * @throws Provider.Unreadable when nobody can be found who sent it
     */
    static List<Arrival> read(byte[] raw, String own, Instant at) {
        try {
            MimeMessage mail = parsed(raw);
            List<Arrival> reports = reports(mail, at);
            return reports.isEmpty() ? List.of(said(mail, own, at)) : reports;
        } catch (MessagingException broken) {
            throw new Provider.Unreadable(String.valueOf(broken.getMessage()));
        }
    }

    static MimeMessage parsed(byte[] raw) throws MessagingException {
        Properties lenient = new Properties();
        lenient.setProperty("mail." + "mime.address.strict", "false");
        return new MimeMessage(Session.getInstance(lenient), new ByteArrayInputStream(raw));
    }

    private static Arrival said(MimeMessage mail, String own, Instant at) throws MessagingException {
        InternetAddress from = sender(mail);
        if (from == null) throw new Provider.Unreadable("From");
        String address = from.getAddress().toLowerCase(Locale.ROOT);
        String name = from.getPersonal() == null ? "" : oneLine(from.getPersonal());
        MailWords words = MailWords.of(mail, true);
        List<String> left = new ArrayList<>(words.left());
        String[] stayed = mail.getHeader(LEFT);
        if (stayed != null) left.addAll(List.of(stayed));
        String subject = oneLine(or(mail.getSubject()));
        if (subject.length() > LONGEST_SUBJECT) subject = subject.substring(0, LONGEST_SUBJECT) + "…";
        String text = Quoted.marked(words.text());
        return new Arrival.Said(
                Keyed.of(header(mail, "Message-ID"), address, subject, text),
                address,
                name,
                null,
                at,
                text,
                words.files(),
                automatic(mail, address) || address.equalsIgnoreCase(own),
                new Arrival.Mail(id(mail), subject, thread(mail), left, words.encrypted()));
    }

    /** What stands in Message-ID may be anything; only what can stand in a header of ours is kept. */
    private static @Nullable String id(MimeMessage mail) throws MessagingException {
        String id = header(mail, "Message-ID").strip();
        return ID.matcher(id).matches() ? id : null;
    }

    /** The first address that is one; what stands in From may be anything. */
    private static @Nullable InternetAddress sender(MimeMessage mail) {
        for (String header : List.of("From", "Sender"))
            try {
                String[] lines = mail.getHeader(header);
                if (lines == null) continue;
                for (Address a : InternetAddress.parseHeader(String.join(",", lines), false))
                    if (a instanceof InternetAddress i
                            && i.getAddress() != null
                            && i.getAddress().matches(ADDRESS)) return i;
            } catch (MessagingException crooked) {
                // the next one
            }
        return null;
    }

    /** Everything in which a token of ours may stand. */
    private static String thread(MimeMessage mail) throws MessagingException {
        StringBuilder all = new StringBuilder();
        for (String header : RECEIVERS) all.append(header(mail, header)).append('\n');
        return all.toString();
    }

    /** Whether a machine wrote it (RFC 3834, section 2, and what older ones do). */
    private static boolean automatic(MimeMessage mail, String from) throws MessagingException {
        String submitted = header(mail, "Auto-Submitted");
        if (!submitted.isEmpty() && !submitted.strip().toLowerCase(Locale.ROOT).startsWith("no")) return true;
        if (header(mail, "Precedence").strip().matches("(?i)bulk|list|junk|auto_reply")) return true;
        if (header(mail, "Return-Path").strip().equals("<>")) return true;
        if (mail.isMimeType("multipart/report")) return true;
        for (String header : List.of("List-Id", "List-Unsubscribe", "X-Autoreply", "X-Autorespond", "X-Loop"))
            if (!header(mail, header).isEmpty()) return true;
        return NOBODY.matcher(from).matches();
    }

    /** What a server says of our mails; empty when it is no such report, or names none of them. */
    private static List<Arrival> reports(MimeMessage mail, Instant at) throws MessagingException {
        if (!mail.isMimeType("multipart/report")) return List.of();
        List<InternetHeaders> fates = new ArrayList<>();
        String about = "";
        try {
            if (!(mail.getContent() instanceof Multipart all)) return List.of();
            for (int i = 0; i < all.getCount(); i++) {
                BodyPart part = all.getBodyPart(i);
                if (part.isMimeType("message/delivery-status")) fates.addAll(groups(part));
                else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers"))
                    about = returned(part);
            }
        } catch (IOException cut) {
            return List.of();
        }
        if (about.isEmpty()) return List.of();
        List<Arrival> reports = new ArrayList<>();
        for (InternetHeaders fate : fates) {
            Arrival.State state =
                    switch (or(fate.getHeader("Action", null)).strip().toLowerCase(Locale.ROOT)) {
                        case "failed" -> Arrival.State.FAILED;
                        case "delivered" -> Arrival.State.DELIVERED;
                        default -> null; // delayed, relayed, expanded: not the end of it
                    };
            String why = or(fate.getHeader("Status", null)) + " " + or(fate.getHeader("Diagnostic-Code", null));
            if (state != null) reports.add(new Arrival.Report(about, state, at, oneLine(why)));
        }
        return reports;
    }

    /** The fields of each receiver, one group after the other (RFC 3464, section 2.1). */
    private static List<InternetHeaders> groups(BodyPart part) throws MessagingException, IOException {
        List<InternetHeaders> all = new ArrayList<>();
        try (InputStream in = part.getInputStream()) {
            String text = new String(in.readNBytes(1 << 16), java.nio.charset.StandardCharsets.UTF_8);
            for (String group : text.replace("\r\n", "\n").split("\n[ \t]*\n"))
                all.add(new InternetHeaders(new ByteArrayInputStream(
                        (group.strip() + "\r\n\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        }
        return all;
    }

    private static String returned(BodyPart part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return or(new InternetHeaders(in).getHeader("Message-ID", null)).replaceAll("[<>\\s]", "");
        }
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        return or(mail.getHeader(name, " "));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
