package id.tindak.channel;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * What a mail says and what comes along with it, however it is built (RFC 2045–2049). Mail in the wild breaks every rule: a part that cannot be read is named among the words, never the end of
 * the mail. HTML becomes plain words, so nothing of it is ever shown.
 */
final class MailWords {

    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 200;
    private static final int MOST_FILES = 20;

    /** Longer than anybody writes; what is above stays in the mail as it came. */
    private static final int LONGEST = 50_000;

    private static final int LARGEST_TEXT = 2 << 20;

    private final boolean withFiles;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Arrival.Sent> files = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private boolean encrypted;
    private int parts;

    private MailWords(boolean withFiles) {
        this.withFiles = withFiles;
    }

    /** @param withFiles false leaves attachments where they are, and names them: for a mail too large to be taken */
    static MailWords of(Part mail, boolean withFiles) {
        MailWords words = new MailWords(withFiles);
        words.take(mail, 0);
        return words;
    }

    /** Plain words; of HTML only where there is nothing else. */
    String text() {
        String said = plain.toString().isBlank() ? ofHtml(html.toString()) : plain.toString();
        String clean = said.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }

    List<Arrival.Sent> files() {
        return files;
    }

    /** Names of what came along and was not taken. */
    List<String> left() {
        return left;
    }

    /** Whether its words are shut (S/MIME, PGP). */
    boolean encrypted() {
        return encrypted;
    }

    private void take(Part part, int depth) {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            left.add("…");
            return;
        }
        try {
            if (part.isMimeType("multipart/encrypted") || part.isMimeType("application/pkcs7-mime")) encrypted = true;
            else if (part.isMimeType("multipart/*")) several(part, depth);
            else if (words(part)) said(part);
            else file(part);
        } catch (MessagingException | IOException | RuntimeException broken) {
            raw(part);
        }
    }

    private void several(Part part, int depth) throws MessagingException, IOException {
        if (!(part.getContent() instanceof Multipart all)) {
            raw(part);
            return;
        }
        for (int i = 0; i < all.getCount(); i++) {
            BodyPart next = all.getBodyPart(i);
            take(next, depth + 1);
        }
    }

    private static boolean words(Part part) throws MessagingException {
        boolean text = part.isMimeType("text/plain") || part.isMimeType("text/html");
        return text && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) && part.getFileName() == null;
    }

    private void said(Part part) throws MessagingException, IOException {
        StringBuilder to = part.isMimeType("text/html") ? html : plain;
        if (!to.isEmpty()) to.append('\n');
        Object content;
        try {
            content = part.getContent();
        } catch (IOException unknownCharset) {
            content = guessed(part.getInputStream());
        }
        String text = content instanceof String s ? s : guessed(part.getInputStream());
        to.append(text.length() <= LARGEST_TEXT ? text : text.substring(0, LARGEST_TEXT));
    }

    private void file(Part part) throws MessagingException, IOException {
        String name = name(part);
        if (!withFiles || files.size() == MOST_FILES) {
            left.add(name);
            return;
        }
        try (InputStream in = part.getInputStream()) {
            byte[] content = in.readAllBytes();
            if (content.length > 0) files.add(new Arrival.Sent(name, content));
        }
    }

    /** What it is called, else what it is. */
    private static String name(Part part) throws MessagingException {
        String name = part.getFileName();
        if (name != null && !name.isBlank()) {
            try {
                return MimeUtility.decodeText(name);
            } catch (java.io.UnsupportedEncodingException unknown) {
                return name;
            }
        }
        String type = part.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "message/rfc822" -> "surel.eml";
            case "text/calendar" -> "undangan.ics";
            default -> type.replaceAll("[^a-z0-9]+", ".");
        };
    }

    /** What cannot be taken apart is read as it stands. */
    private void raw(Part part) {
        try (InputStream in = part.getInputStream()) {
            byte[] head = in.readNBytes(LARGEST_TEXT);
            if (plain.isEmpty() && html.isEmpty()) plain.append(guessed(head));
            else left.add("?");
        } catch (MessagingException | IOException | RuntimeException gone) {
            left.add("?");
        }
    }

    private static String guessed(InputStream in) throws IOException {
        return guessed(in.readNBytes(LARGEST_TEXT));
    }

    /** UTF-8 where it is that, else the letters of old Windows. */
    private static String guessed(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    /** The words of a page, line by line; where a link leads is written beside it, what is quoted is marked. */
    static String ofHtml(String page) {
        if (page.isBlank()) return "";
        var document = Jsoup.parse(page);
        document.select("script, style, head, template, noscript").remove();
        StringBuilder out = new StringBuilder();
        document.body().traverse(new NodeVisitor() {
            private int quotes;

            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text) words(text);
                else if (node instanceof Element e && e.nameIs("br")) line();
                else if (node instanceof Element e && begins(e)) fresh();
                if (node instanceof Element e && e.nameIs("blockquote")) quotes++;
            }

            @Override
            public void tail(Node node, int depth) {
                if (!(node instanceof Element e)) return;
                if (e.nameIs("a")) address(e);
                if (begins(e)) fresh();
                if (e.nameIs("blockquote")) quotes--;
            }

            private void words(TextNode text) {
                String said = text.getWholeText().replaceAll("[\\s\\u00a0]+", " ");
                boolean bare = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
                if (bare) said = said.stripLeading();
                if (said.isEmpty()) return;
                if (bare && quotes > 0) out.append(">".repeat(quotes)).append(' ');
                out.append(said);
            }

            private void address(Element e) {
                String to = e.attr("href");
                if (to.matches("(?i)https?://.+") && !e.text().contains(to))
                    out.append(" (").append(to).append(')');
            }

            private void fresh() {
                if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') line();
            }

            private void line() {
                out.append('\n');
            }

            private boolean begins(Element e) {
                return e.isBlock() && !e.nameIs("body");
            }
        });
        return out.toString();
    }
}
