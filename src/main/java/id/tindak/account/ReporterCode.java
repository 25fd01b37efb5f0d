package id.tindak.account;

import id.tindak.base.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * The reporter's secret code: 60 bits of a keyed hash over agency, complaint and rotation, in Crockford base32, e.g.
 * "K7MQ-49TR-X2PD". It is stored nowhere; receipt and mail derive it when they are made (RULES.md, Secret code).
 */
@Component
public class ReporterCode {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;

    private final Keys keys;

    ReporterCode(Keys keys) {
        this.keys = keys;
    }

    public String of(int agencyId, long complaintId, int rotation) {
        long bits = ByteBuffer.wrap(keys.hmac(
                        "reporter-code",
                        ByteBuffer.allocate(16)
                                .putInt(agencyId)
                                .putLong(complaintId)
                                .putInt(rotation)
                                .array()))
                .getLong();
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % 4 == 0) code.append('-');
            code.append(CROCKFORD.charAt((int) (bits >>> (59 - 5 * i)) & 31));
        }
        return code.toString();
    }

    /** Whether the typed code is the right one; forgives case, blanks, dashes and look-alikes; takes the same time always. */
    public boolean matches(int agencyId, long complaintId, int rotation, String typed) {
        return MessageDigest.isEqual(
                normal(of(agencyId, complaintId, rotation)).getBytes(StandardCharsets.US_ASCII),
                normal(typed).getBytes(StandardCharsets.US_ASCII));
    }

    /** Letters and digits only, upper case, with O, I, L and U read as what they were mistaken for. */
    public static String normal(String typed) {
        StringBuilder normal = new StringBuilder();
        for (char c : typed.toUpperCase(Locale.ROOT).toCharArray()) {
            char read = switch (c) {
                case 'O' -> '0';
                case 'I', 'L' -> '1';
                case 'U' -> 'V';
                default -> c;
            };
            if (CROCKFORD.indexOf(read) >= 0 && normal.length() < 64) normal.append(read);
        }
        return normal.toString();
    }
}
