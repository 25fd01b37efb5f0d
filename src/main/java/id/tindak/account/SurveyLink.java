package id.tindak.account;

import id.tindak.agency.Agencies;
import id.tindak.base.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * The address under which the reporter of a case answers the survey once: 80 bits of a keyed hash in Crockford base32. It is stored nowhere;
 * messages and the tracking page derive it when they are made, and the invitation is found by another keyed hash of it. So neither who reads the
 * answers nor who reads the database can tell which address is whose.
 */
@Component
public class SurveyLink {

    /** Where the form is, below the agency's own address. */
    public static final String PATH = "/survei/";

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;

    private final Keys keys;
    private final Agencies agencies;

    SurveyLink(Keys keys, Agencies agencies) {
        this.keys = keys;
        this.agencies = agencies;
    }

    /** Number of the key set with which an invitation is made now; kept with it. */
    public int keySet() {
        return keys.current();
    }

    /** The whole address, for messages. */
    public String address(int agencyId, long complaintId, int keySet) {
        return agencies.byId(agencyId).baseUrl() + PATH + token(agencyId, complaintId, keySet);
    }

    public String token(int agencyId, long complaintId, int keySet) {
        byte[] mac = keys.hmac(
                keySet,
                "survey-token",
                ByteBuffer.allocate(12).putInt(agencyId).putLong(complaintId).array());
        ByteBuffer bits = ByteBuffer.wrap(mac);
        StringBuilder token = new StringBuilder();
        for (int part = 0; part < LENGTH / 8; part++) {
            long forty = bits.getLong() >>> 24;
            for (int i = 7; i >= 0; i--) token.append(CROCKFORD.charAt((int) (forty >>> (5 * i)) & 31));
        }
        return token.toString();
    }

    /** What the invitation of this token is stored under. */
    public byte[] hash(String token, int keySet) {
        return keys.hmac(keySet, "survey-invitation", ReporterCode.normal(token).getBytes(StandardCharsets.US_ASCII));
    }

    /** What it may be stored under, by each key set there ever was. Case, blanks, dashes and look-alikes are forgiven. */
    public List<byte[]> hashes(String token) {
        return IntStream.rangeClosed(1, keys.current())
                .mapToObj(set -> hash(token, set))
                .toList();
    }
}
