package id.tindak.base.web;

import id.tindak.base.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Signed form tokens: they prove that a form came from this program, for this agency and this session, within the last 24 hours, without storing anything. The same key signs the few things
 * that travel through a browser and must come back unchanged.
 */
@Component
public class FormTokens {

    static final String FIELD = "_t";
    static final Duration LIFE = Duration.ofHours(24);
    private static final int MAC = 18;

    private final Keys keys;
    private final Clock clock;

    @Autowired
    FormTokens(Keys keys, ObjectProvider<Clock> clock) {
        this(keys, clock.getIfAvailable(Clock::systemUTC));
    }

    FormTokens(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    String make(int agencyId, @Nullable String session) {
        int until = minute() + (int) LIFE.toMinutes();
        byte[] mac = mac(until, agencyId, session);
        return encode(ByteBuffer.allocate(4 + MAC).putInt(until).put(mac).array());
    }

    boolean valid(@Nullable String token, int agencyId, @Nullable String session) {
        byte[] raw = decode(token);
        if (raw == null || raw.length != 4 + MAC) return false;
        ByteBuffer in = ByteBuffer.wrap(raw);
        int until = in.getInt();
        byte[] mac = new byte[MAC];
        in.get(mac);
        return MessageDigest.isEqual(mac, mac(until, agencyId, session)) && until >= minute();
    }

    /** Puts a signature before a text that a browser keeps for us. */
    public String sign(String purpose, String text) {
        return encode(mac(purpose + "\n" + text)) + "." + encode(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text of {@link #sign}; null when it was changed or made for another purpose. */
    public @Nullable String open(String purpose, @Nullable String signed) {
        if (signed == null) return null;
        int dot = signed.indexOf('.');
        byte[] mac = dot < 0 ? null : decode(signed.substring(0, dot));
        byte[] text = dot < 0 ? null : decode(signed.substring(dot + 1));
        if (mac == null || text == null) return null;
        String opened = new String(text, StandardCharsets.UTF_8);
        return MessageDigest.isEqual(mac, mac(purpose + "\n" + opened)) ? opened : null;
    }

    private int minute() {
        return (int) (clock.millis() / 60_000);
    }

    private byte[] mac(int until, int agencyId, @Nullable String session) {
        return mac("form\n" + until + "\n" + agencyId + "\n" + (session == null ? "" : session));
    }

    private byte[] mac(String text) {
        return Arrays.copyOf(keys.hmac("browser", text.getBytes(StandardCharsets.UTF_8)), MAC);
    }

    private static String encode(byte[] raw) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    }

    private static byte @Nullable [] decode(@Nullable String text) {
        try {
            return text == null ? null : Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
