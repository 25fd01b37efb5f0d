package id.tindak.publication;

import java.util.Set;

/**
 * A case as the editor words it for the public, before anything is masked.
 *
 * @param open what looks personal and is left as it stands, as {@link Masking#key} writes it
 */
public record Wording(String title, String complaint, String answer, Set<String> open) {

    /** Characters of each. */
    public static final int LONGEST_TITLE = 150;

    public static final int LONGEST_TEXT = 20_000;

    /** What the event's fingerprint is made of. */
    String whole() {
        return String.join("\n\n", title, complaint, answer);
    }
}
