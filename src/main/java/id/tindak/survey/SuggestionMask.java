package id.tindak.survey;

import java.util.regex.Pattern;

/**
 * A suggestion as officers read it: numbers by which somebody can be found, addresses of mail, and names behind a form of address are covered.
 * Nobody is known whose words could be looked for, so this finds what it can by its form; what it leaves can be erased. Pure.
 */
final class SuggestionMask {

    private static final String COVER = "•••";

    /** NIK, telephone, account numbers: six digits or more, however spaced. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d])\\+?\\d(?:[ .()-]{0,2}\\d){5,}(?!\\d)");

    private static final Pattern MAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[\\p{L}\\d]{2,}");

    private static final Pattern PLATE = Pattern.compile("\\b[A-Z]{1,2} ?\\d{1,4} ?[A-Z]{1,3}\\b");

    /** "Pak Darto", "Ibu Siti Aminah": up to three words that begin with a capital. */
    private static final Pattern NAMED = Pattern.compile(
            "(?<!\\p{L})((?i:bapak|pak|ibu|bu|sdri?\\.?|saudara|saudari|mas|mbak|sdr|haji|hajah)) (\\p{Lu}[\\p{L}'’.]*(?: \\p{Lu}[\\p{L}'’.]*){0,2})");

    private SuggestionMask() {}

    static String of(String text) {
        String covered = MAIL.matcher(text).replaceAll(COVER);
        covered = NUMBER.matcher(covered).replaceAll(COVER);
        covered = PLATE.matcher(covered).replaceAll(COVER);
        return NAMED.matcher(covered).replaceAll("$1 " + COVER);
    }
}
