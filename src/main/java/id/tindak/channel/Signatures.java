package id.tindak.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proofs that a call comes from whoever shares a secret; compared in constant time, over the bytes as they came. */
final class Signatures {

    private Signatures() {}

    /**
     * @param algorithm {@code HmacSHA256} or {@code HmacSHA512}
     * @param said hexadecimal, after {@code prefix}
     */
    static boolean hmac(String algorithm, String secret, byte[] body, String prefix, String said) {
        if (secret.isEmpty() || !said.startsWith(prefix)) return false;
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            byte[] right = mac.doFinal(body);
            byte[] typed =
                    HexFormat.of().parseHex(said.substring(prefix.length()).strip());
            return MessageDigest.isEqual(right, typed);
        } catch (IllegalArgumentException notHex) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean same(String secret, String said) {
        return !secret.isEmpty()
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
    }
}
