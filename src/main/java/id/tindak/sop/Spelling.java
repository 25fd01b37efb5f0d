package id.tindak.sop;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word a writer probably meant. */
final class Spelling {

    private static final int FARTHEST = 2;

    private Spelling() {}

    static Optional<String> nearest(String written, Collection<String> known) {
        int allowed = Math.min(FARTHEST, written.length() / 2);
        if (written.length() > 40) return Optional.empty();
        return known.stream()
                .filter(word -> distance(written, word) <= allowed)
                .min(Comparator.comparingInt(word -> distance(written, word)));
    }

    /** A sentence to append, with a space before it, or nothing. */
    static String hint(String written, Collection<String> known) {
        return nearest(written, known)
                .map(word -> " Mungkin maksud Anda \"" + word + "\".")
                .orElse("");
    }

    /** Letters to change, add or remove (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
