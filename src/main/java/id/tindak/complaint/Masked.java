package id.tindak.complaint;

import java.util.Locale;

/** A reporter's data as it stands on a page before it is revealed: enough to speak of the person, not enough to reach or find them. */
public final class Masked {

    private Masked() {}

    /** "Siti A." of "Siti Aminah"; "S." of a single name. */
    public static String name(String name) {
        String[] words = name.strip().split("\\s+");
        if (words.length == 1) return first(words[0]) + ".";
        return words[0] + " " + first(words[1]) + ".";
    }

    /** The last three digits. */
    public static String phone(String phone) {
        String digits = phone.replaceAll("\\D", "");
        return digits.length() < 7 ? "•••" : "•••• •••• " + digits.substring(digits.length() - 3);
    }

    private static String first(String word) {
        int end = word.offsetByCodePoints(0, 1);
        return word.substring(0, end).toUpperCase(Locale.ROOT);
    }
}
