package id.tindak.channel;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a message of a few words asks for, as far as its own words say: "kodeSKPD (Spasi) # isi Saran" (SOP Layanan SMS/WA, step 1) and the words that every channel knows. Pure; what it means for a
 * case is decided by {@link Dialogue}.
 */
sealed interface ShortMessage {

    /** Fewer letters than this say nothing that somebody could act upon. */
    int LEAST_LETTERS = 10;

    /**
     * Words for a case.
     *
     * @param unit code of the unit that was named; null where none was, or none that the agency knows
     * @param suggestion code that differs from what was written by one letter; told to the officer, never assumed
     * @param marked whether the sender used the format of the SOP
     */
    record Words(@Nullable String unit, @Nullable String suggestion, boolean marked, String text)
            implements ShortMessage {}

    /**
     * Who somebody is, as far as he writes it in lines of their own ("Nama: …").
     *
     * @param told field of the SOP's {@code isian} (nama, alamat, hp, email) to what was written
     * @param rest the words without those lines
     */
    record Person(Map<String, String> told, String rest) {

        private static final Pattern LINE = Pattern.compile(
                "(?im)^\\s*(nama(?: lengkap)?|alamat|(?:no(?:mor)?\\.? ?)?(?:hp|telepon|telp|wa)|e-?mail|surel)\\s*[:=]\\s*(\\S.{0,199})$");

        static Person read(String text) {
            Map<String, String> found = new HashMap<>();
            Matcher m = LINE.matcher(text);
            while (m.find()) {
                String word = m.group(1).toLowerCase(Locale.ROOT);
                String key = word.startsWith("nama")
                        ? "nama"
                        : word.startsWith("alamat") ? "alamat" : word.matches("e-?mail|surel") ? "email" : "hp";
                found.putIfAbsent(key, m.group(2).strip());
            }
            String rest = m.reset().replaceAll("").replaceAll("\\n{2,}", "\n").strip();
            return new Person(found, rest);
        }
    }

    /** {@code CEK nomor}: where is my complaint? */
    record Ask(String number) implements ShortMessage {}

    /** {@code LENGKAPI nomor # isi} */
    record Complete(String number, String text) implements ShortMessage {}

    /** {@code NILAI nomor 1–4} */
    record Rate(String number, int grade) implements ShortMessage {}

    /** {@code BATAL nomor} */
    record Withdraw(String number) implements ShortMessage {}

    /** {@code INFO}: how do I write? Also what is too short to be anything else. */
    record Help(boolean asked) implements ShortMessage {}

    Pattern COMMAND = Pattern.compile(
            "(?i)(CEK|LENGKAPI|NILAI|BATAL)\\s+([A-Z]{2,5}-?\\d{6}-?[0-9A-Z]{4})\\b[\\s:]*(.*)", Pattern.DOTALL);
    /** What may have been meant as a code: one word or two, no sentence. */
    Pattern CODE = Pattern.compile("[\\p{Alnum}./-]{2,20}( [\\p{Alnum}./-]{2,20})?");

    /**
     * @param units codes and aliases, as {@link #code} writes them, to the code of the unit; empty where the SOP knows no codes
     */
    static ShortMessage read(String raw, Map<String, String> units) {
        String text = plain(raw);
        Matcher command = COMMAND.matcher(text);
        if (text.equalsIgnoreCase("INFO")) return new Help(true);
        if (command.matches()) {
            ShortMessage known = command(command);
            if (known != null) return known;
        }
        Words words = units.isEmpty() ? new Words(null, null, false, text) : routed(text, units);
        return saysLittle(words.text()) ? new Help(false) : words;
    }

    private static @Nullable ShortMessage command(Matcher m) {
        String number = m.group(2).toUpperCase(Locale.ROOT);
        String rest = m.group(3).strip();
        return switch (m.group(1).toUpperCase(Locale.ROOT)) {
            case "CEK" -> rest.isEmpty() ? new Ask(number) : null;
            case "BATAL" -> rest.isEmpty() ? new Withdraw(number) : null;
            case "NILAI" -> rest.matches("[1-4]") ? new Rate(number, Integer.parseInt(rest)) : null;
            default -> {
                String text = rest.startsWith("#") ? rest.substring(1).strip() : rest;
                yield text.isEmpty() ? null : new Complete(number, text);
            }
        };
    }

    /**
     * The first # divides; before it stands a code, or after it where the message begins with it. Without one a first word counts that is written as codes are, in capitals, where the others are not.
     * Only a code that is known and marked is cut off: any other word may be the place, or who is complained of.
     */
    private static Words routed(String text, Map<String, String> units) {
        int mark = text.indexOf('#');
        String before = mark < 0 ? "" : text.substring(0, mark).strip();
        String after = text.substring(mark + 1).strip();
        if (!before.isEmpty()) {
            String unit = units.get(code(before));
            if (unit != null) return new Words(unit, null, true, after);
            return CODE.matcher(before).matches()
                    ? new Words(null, near(code(before), units).orElse(null), true, text)
                    : new Words(null, null, false, text);
        }
        int space = Math.max(0, firstBlank(after));
        String first = after.substring(0, space);
        String rest = after.substring(space).strip();
        String unit = units.get(code(first));
        if (mark < 0) {
            boolean capitals = first.equals(code(first)) && !rest.equals(rest.toUpperCase(Locale.ROOT));
            return new Words(capitals ? unit : null, null, false, text);
        }
        return unit == null
                ? new Words(null, near(code(first), units).orElse(null), true, text)
                : new Words(unit, null, true, rest);
    }

    private static int firstBlank(String text) {
        for (int i = 0; i < text.length(); i++) if (Character.isWhitespace(text.charAt(i))) return i;
        return -1;
    }

    /** A code as it is compared: letters and digits alone, in capitals. */
    static String code(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replaceAll("[^\\p{Alnum}]", "")
                .toUpperCase(Locale.ROOT);
    }

    /** Full-width signs become plain ones, invisible ones go, blanks are single; the lines stay. */
    static String plain(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cf}\\p{Cc}&&[^\\n]]", "")
                .replaceAll("[\\p{Zs}\\t]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .strip();
    }

    /** Whether a message says nothing that somebody could act upon. */
    static boolean saysLittle(String text) {
        return letters(text) < LEAST_LETTERS;
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    /** The only unit whose code or alias is one letter away. */
    private static Optional<String> near(String written, Map<String, String> units) {
        var close = units.entrySet().stream()
                .filter(e -> oneApart(written, e.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        return close.size() == 1 ? Optional.of(close.getFirst()) : Optional.empty();
    }

    /** One letter more, less, or other. */
    private static boolean oneApart(String a, String b) {
        String shorter = a.length() <= b.length() ? a : b;
        String longer = shorter == a ? b : a;
        if (longer.length() - shorter.length() > 1 || shorter.length() < 2) return false;
        int i = 0;
        while (i < shorter.length() && shorter.charAt(i) == longer.charAt(i)) i++;
        return shorter.length() == longer.length()
                ? i < shorter.length() && shorter.substring(i + 1).equals(longer.substring(i + 1))
                : shorter.substring(i).equals(longer.substring(i + 1));
    }
}
