package id.tindak.paper;

import id.tindak.account.ReporterCode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** The code by which somebody who holds a paper can ask whether it is genuine: 96 random bits (RULES.md, Verification QR). */
final class PaperCode {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 96;
    private static final int LENGTH = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PaperCode() {}

    static String random() {
        BigInteger bits = new BigInteger(BITS, RANDOM);
        StringBuilder code = new StringBuilder();
        for (int i = LENGTH - 1; i >= 0; i--)
            code.append(CROCKFORD.charAt(bits.shiftRight(5 * i).intValue() & 31));
        return code.toString();
    }

    /** What the code is found by. Case, blanks, dashes and look-alikes are forgiven. */
    static byte[] hash(String typed) {
        return sha256(ReporterCode.normal(typed).getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
