package id.tindak.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** Makes a second click harmless: the same form sent twice is one submission; a form that was gone back to and rewritten is another. */
public final class SubmissionKey {

    /** The form's hidden field. */
    public static final String FIELD = "kunci";

    private static final SecureRandom RANDOM = new SecureRandom();

    private SubmissionKey() {}

    /** For a form that is shown: twelve random characters, 72 bits. */
    public static String fresh() {
        byte[] random = new byte[9];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Of a form that came back with this key and these texts. */
    public static String of(String sent, String... texts) {
        if (!sent.matches("[A-Za-z0-9_-]{12,40}")) return fresh();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", texts).getBytes(StandardCharsets.UTF_8));
            return sent + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 9));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
