package id.tindak.handling;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a decision began as, before the officer edited it: a note of the agency's library, or the answer to an earlier
 * complaint. The events of the case name it.
 *
 * @param ref id of the note, or number of the complaint
 */
public record TextSource(Kind kind, String ref) {

    private static final Pattern NOTE = Pattern.compile("\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9-]{5,40}");

    public enum Kind {
        CATATAN,
        ADUAN
    }

    public static TextSource note(long id) {
        return new TextSource(Kind.CATATAN, Long.toString(id));
    }

    public static TextSource complaint(String number) {
        return new TextSource(Kind.ADUAN, number);
    }

    /** "catatan-4711", "aduan-CLP-261123-7K2M": in forms and in events. */
    public String word() {
        return (kind == Kind.CATATAN ? "catatan-" : "aduan-") + ref;
    }

    /** Id of the note. */
    public long id() {
        return Long.parseLong(ref);
    }

    /** Null when the word is none of those above. */
    public static @Nullable TextSource parse(@Nullable String word) {
        int dash = word == null ? -1 : word.indexOf('-');
        if (word == null || dash < 0) return null;
        String ref = word.substring(dash + 1);
        return switch (word.substring(0, dash)) {
            case "catatan" -> NOTE.matcher(ref).matches() ? new TextSource(Kind.CATATAN, ref) : null;
            case "aduan" -> NUMBER.matcher(ref).matches() ? new TextSource(Kind.ADUAN, ref) : null;
            default -> null;
        };
    }
}
