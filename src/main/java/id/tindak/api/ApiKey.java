package id.tindak.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A key of 256 random bits. It is shown once; what is stored is its hash, which needs no slow function: nobody guesses such a key. */
record ApiKey(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Tells whoever finds it in a file what it is. */
    private static final String MARK = "tindak_";

    private static final int BYTES = 32;
    private static final int HINT = MARK.length() + 4;

    static ApiKey fresh() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new ApiKey(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The beginning, by which people tell keys apart. */
    String hint() {
        return text.substring(0, HINT);
    }

    /** Never the key itself. */
    @Override
    public String toString() {
        return "ApiKey";
    }
}
