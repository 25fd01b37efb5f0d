package id.tindak.account;

import id.tindak.base.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Proves that a link was mailed to one address for one complaint: whoever follows it can read that mailbox, which confirms the address. It opens nothing by itself; the link carries the
 * secret code too.
 */
@Component
public class MailProof {

    private static final int BYTES = 15;

    private final Keys keys;

    MailProof(Keys keys) {
        this.keys = keys;
    }

    /** Twenty characters that may stand in an address as they are. */
    public String of(int agencyId, long complaintId, String email) {
        byte[] mac = keys.hmac(
                "mail-proof",
                ByteBuffer.allocate(12).putInt(agencyId).putLong(complaintId).array(),
                email.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(mac, BYTES));
    }

    public boolean matches(int agencyId, long complaintId, String email, String proof) {
        return MessageDigest.isEqual(
                of(agencyId, complaintId, email).getBytes(StandardCharsets.US_ASCII),
                proof.getBytes(StandardCharsets.UTF_8));
    }
}
