package id.tindak.account;

import id.tindak.base.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Names a case in the headers of a mail, so that a reply finds it: small letters, digits and hyphens, as they survive in an address and a Message-ID whatever a mail program does to them. Nobody can
 * make one; whoever has one has seen a mail about the case, and may add to it, not read it.
 */
@Component
public class ThreadToken {

    private static final int RADIX = 36;
    private static final int PROOF = 10;
    private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,13})-([0-9a-z]{1,3})-([0-9a-z]{" + PROOF + "})");

    private final Keys keys;

    ThreadToken(Keys keys) {
        this.keys = keys;
    }

    public String of(int agencyId, long complaintId) {
        int set = keys.current();
        return Long.toString(complaintId, RADIX) + "-" + Integer.toString(set, RADIX) + "-"
                + proof(set, agencyId, complaintId);
    }

    /** The case that a text names in which a token stands; empty where none does that is ours. */
    public OptionalLong find(int agencyId, String text) {
        Matcher m = FORM.matcher(text.toLowerCase(Locale.ROOT));
        while (m.find()) {
            int set = Integer.parseInt(m.group(2), RADIX);
            if (set < 1 || set > keys.current()) continue;
            try {
                long complaint = Long.parseLong(m.group(1), RADIX);
                if (same(proof(set, agencyId, complaint), m.group(3))) return OptionalLong.of(complaint);
            } catch (NumberFormatException tooLong) {
                // no number of ours
            }
        }
        return OptionalLong.empty();
    }

    /** Fifty bits, in the letters that every mail program leaves alone. */
    private String proof(int set, int agencyId, long complaintId) {
        byte[] mac = keys.hmac(
                set,
                "mail-thread",
                ByteBuffer.allocate(12).putInt(agencyId).putLong(complaintId).array());
        String digits =
                Long.toUnsignedString(ByteBuffer.wrap(Arrays.copyOf(mac, 8)).getLong(), RADIX);
        String padded = "0".repeat(PROOF) + digits;
        return padded.substring(padded.length() - PROOF);
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    }
}
