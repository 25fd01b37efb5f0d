package id.tindak.message;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an officer understood of a voice note, or of words in another language. It stands beside the original, which stays as it came; a later one in the same
 * language stands over an earlier one, which stays too.
 *
 * @param messageId its own text
 * @param of the text of the conversation that was understood
 * @param attachment the sound that came with that text; null for its words
 */
public record Transcript(long messageId, long of, @Nullable Long attachment, Language language) {

    /** What is spoken where this is used; the tag is that of BCP 47. */
    public enum Language {
        INDONESIA("id"),
        JAWA("jv"),
        SUNDA("su"),
        MADURA("mad"),
        BANJAR("bjn"),
        KUTAI("vkt"),
        LAIN("und");

        private final String tag;

        Language(String tag) {
            this.tag = tag;
        }

        public String tag() {
            return tag;
        }
    }

    /** Whether it is of the words, or for an attachment of the sound. */
    public boolean of(long message, @Nullable Long file) {
        return of == message && Objects.equals(attachment, file);
    }
}
