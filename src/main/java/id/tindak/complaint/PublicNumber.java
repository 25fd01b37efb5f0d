package id.tindak.complaint;

import id.tindak.account.ReporterCode;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The complaint's public number, e.g. "CLP-261123-K7MQ": agency, day, four random characters. Unique, not gapless, no lock. */
public final class PublicNumber {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private PublicNumber() {}

    static String random(String prefix, LocalDate day) {
        StringBuilder number =
                new StringBuilder(prefix).append('-').append(day.format(DAY)).append('-');
        for (int i = 0; i < 4; i++) number.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return number.toString();
    }

    /** The number as it is stored, from what somebody typed: case, blanks and look-alikes in the last part forgiven. */
    public static String normal(String typed) {
        String compact = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (compact.length() < 12 || compact.length() > 15) return typed.strip();
        int tail = compact.length() - 4;
        return compact.substring(0, tail - 6)
                + '-'
                + compact.substring(tail - 6, tail)
                + '-'
                + ReporterCode.normal(compact.substring(tail));
    }
}
