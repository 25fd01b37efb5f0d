package id.tindak.base;

import java.util.regex.Pattern;

/** What servers say of a message names whom it was for ("550 <budi@contoh.id>: User unknown"): others read it who may not know that. Pure. */
public final class Addresses {

    private static final Pattern MAIL = Pattern.compile("[^\\s<>()\\[\\],;:\"']+@[^\\s<>()\\[\\],;:\"']+");
    /** Nine digits or more, with single signs between as people write them; the points of "5.1.1" are none. */
    private static final Pattern PHONE = Pattern.compile("\\+?\\d(?:[ ()-]?\\d){8,}");

    private Addresses() {}

    /** The words with three dots in the place of each address and each number of a telephone. */
    public static String without(String words) {
        return PHONE.matcher(MAIL.matcher(words).replaceAll("…")).replaceAll("…");
    }
}
