package id.tindak.complaint;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import org.apache.tika.Tika;
import org.springframework.stereotype.Service;

/**
 * The gate for files that people send: looks at the content, not at what it claims to be, makes pictures anew without their metadata, and
 * stores what passed. What is stored belongs to nobody until an attachment names it.
 */
@Service
public class Uploads {

    /**
     * Who sends. The public may send photos and PDF only; from officers office documents are taken too, for download only. What comes with a mail or a message (voice notes, invitations, older
     * mails) is evidence and is kept as it came, for download only; programs are not (RULES.md, Security).
     */
    public enum Origin {
        PUBLIC(10),
        OFFICER(25),
        MESSAGE(25);

        private final int megabytes;

        Origin(int megabytes) {
            this.megabytes = megabytes;
        }

        /** Largest size of one file, in MB of a million bytes. */
        public int megabytes() {
            return megabytes;
        }
    }

    /** A file that is not taken, with the sentence that tells its sender why and what to do. */
    public static final class Refused extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        private final String textKey;
        private final transient Object[] args;

        Refused(String textKey, Object... args) {
            super(textKey, null, false, false);
            this.textKey = textKey;
            this.args = args;
        }

        public String textKey() {
            return textKey;
        }

        public Object[] args() {
            return args.clone();
        }
    }

    private static final int MILLION = 1_000_000;
    private static final int LONGEST_NAME = 100;
    private static final String PDF = "application/pdf";
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/webp");
    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
    private static final String ODF = "application/vnd.oasis.opendocument.";

    /** What officers may add, by type, with the ending that a stored file gets. */
    private static final Map<String, String> OFFICE = Map.ofEntries(
            Map.entry(OOXML + "wordprocessingml.document", "docx"),
            Map.entry(OOXML + "spreadsheetml.sheet", "xlsx"),
            Map.entry(OOXML + "presentationml.presentation", "pptx"),
            Map.entry(ODF + "text", "odt"),
            Map.entry(ODF + "spreadsheet", "ods"),
            Map.entry(ODF + "presentation", "odp"),
            Map.entry("application/msword", "doc"),
            Map.entry("application/vnd.ms-excel", "xls"),
            Map.entry("application/vnd.ms-powerpoint", "ppt"),
            Map.entry("application/rtf", "rtf"),
            Map.entry("text/plain", "txt"),
            Map.entry("text/csv", "csv"));

    /** Voice notes and calls, by the name under which browsers know what is in them. */
    private static final Map<String, String> SOUNDS = Map.of(
            "audio/ogg", "ogg",
            "audio/mpeg", "mp3",
            "audio/mp4", "m4a",
            "audio/aac", "aac",
            "audio/wav", "wav",
            "audio/amr", "amr");

    /** Other names of these. */
    private static final Map<String, String> HEARD = Map.of(
            "audio/vorbis", "audio/ogg",
            "audio/opus", "audio/ogg",
            "audio/x-aac", "audio/aac",
            "audio/x-wav", "audio/wav",
            "audio/vnd.wave", "audio/wav");

    private static final String OPAQUE = "application/octet-stream";
    private static final Set<String> PROGRAMS = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/x-executable",
            "application/x-sh",
            "application/x-bat",
            "application/java-archive",
            "application/vnd.android.package-archive");
    private static final String PROGRAM_NAMES =
            "(?i).*\\.(exe|scr|com|pif|bat|cmd|msi|vbs|vbe|js|jse|wsf|hta|ps1|lnk|jar|apk|reg|cpl|iso|img|html?|svg)";

    private final FileStore files;
    private final Tika tika = new Tika();

    Uploads(FileStore files) {
        this.files = files;
    }

    /**
     * Checks, cleans and stores one file. Call it before the transaction that attaches the result: it takes as long as a picture takes.
     *
     * @param filename as the sender called it; only used to show it again
     * @throws Refused when the file is empty, too large, of another kind, or damaged
     * @throws UncheckedIOException when the connection or the disk fails
     */
    public StoredFile accept(int agencyId, String filename, InputStream in, Origin origin) throws Refused {
        String name = clean(filename);
        byte[] content = read(in, origin, name);
        String type = tika.detect(content, name);
        if (PICTURES.contains(type)) {
            Pictures.Picture picture = Pictures.renewed(content, type, name);
            return store(agencyId, name, picture.mediaType(), picture.content());
        }
        if (type.equals(PDF)) checkPdf(content, name);
        else if (origin != Origin.MESSAGE) checkOffice(content, type, name, origin);
        else return kept(agencyId, name, type, content);
        return store(agencyId, name, type, content);
    }

    /** As it came, whatever it says it is: it never opens in the browser. */
    private StoredFile kept(int agencyId, String name, String detected, byte[] content) throws Refused {
        String type = HEARD.getOrDefault(detected, detected);
        if (PROGRAMS.contains(type) || name.matches(PROGRAM_NAMES)) throw new Refused("upload.program", name);
        boolean known = OFFICE.containsKey(type) || SOUNDS.containsKey(type);
        return known
                ? store(agencyId, name, type, content)
                : new StoredFile(name, OPAQUE, content.length, files.put(agencyId, content));
    }

    private StoredFile store(int agencyId, String name, String type, byte[] content) {
        return new StoredFile(withEnding(name, type), type, content.length, files.put(agencyId, content));
    }

    private static byte[] read(InputStream in, Origin origin, String name) throws Refused {
        int most = origin.megabytes() * MILLION;
        try {
            byte[] content = in.readNBytes(most + 1);
            if (content.length == 0) throw new Refused("upload.empty", name);
            if (content.length > most) throw new Refused("upload.too-big", name, origin.megabytes());
            return content;
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    /** Begins and ends as a PDF: nothing before the head, only white space after the last end mark, where another file could hide. */
    private static void checkPdf(byte[] content, String name) throws Refused {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        int end = text.lastIndexOf("%%EOF");
        boolean whole = text.matches("(?s)%PDF-[12]\\.\\d.*") && end > 0;
        if (!whole || !text.substring(end + 5).matches("[\\s\\x00]*")) throw new Refused("upload.damaged", name);
    }

    private static void checkOffice(byte[] content, String type, String name, Origin origin) throws Refused {
        if (origin == Origin.PUBLIC) throw new Refused("upload.kind", name);
        String head = new String(content, 0, Math.min(content.length, 4096), StandardCharsets.ISO_8859_1);
        boolean package_ = type.startsWith(OOXML) || type.startsWith(ODF);
        boolean real = !package_
                || (type.startsWith(ODF)
                        ? head.contains("mimetype" + type)
                        : new String(content, StandardCharsets.ISO_8859_1).contains("[Content_Types].xml"));
        if (!OFFICE.containsKey(type) || !real) throw new Refused("upload.kind-officer", name);
    }

    /** A name for people: without path, control and direction marks, and of a length that fits a list. */
    static String clean(String filename) {
        String last = filename.substring(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
        String name = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}<>:\"|?*]", "")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        int[] points = name.codePoints().limit(LONGEST_NAME).toArray();
        name = points.length < name.codePointCount(0, name.length()) ? shortened(name, points) : name;
        return name.isEmpty() ? "berkas" : name;
    }

    private static String shortened(String name, int[] points) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
        return new String(points, 0, LONGEST_NAME - ending.length()).strip() + ending;
    }

    /** The ending always says what the file is. */
    private static String withEnding(String name, String type) {
        String ending = switch (type) {
            case "image/jpeg" -> "jpg";
            case "image/png" -> "png";
            case PDF -> "pdf";
            default -> OFFICE.getOrDefault(type, SOUNDS.getOrDefault(type, "bin"));
        };
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 && name.length() - dot <= 6 ? name.substring(0, dot) : name;
        return stem + "." + ending;
    }
}
