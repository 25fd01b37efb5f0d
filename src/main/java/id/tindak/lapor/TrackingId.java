package id.tindak.lapor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** The number that LAPOR! gives a report (Tracking ID), written one way however it was typed or spoilt by a spreadsheet. */
public record TrackingId(String value) {

    private static final String GONE = "SIDIK:";

    /** Empty when it is none: without a digit, too short, too long, or with other signs. */
    public static Optional<TrackingId> read(String typed) {
        String id = typed.strip()
                .replaceFirst("^'", "")
                .replaceFirst("(?i)^(tracking\\s*id|nomor|no\\.?)\\s*[:.]?\\s*(?=[#0-9])", "")
                .replaceFirst("^#", "")
                .replaceAll("\\s+", "")
                .replaceFirst("^(\\d+)[.,]0+$", "$1")
                .toUpperCase(Locale.ROOT);
        return id.matches("(?=.*\\d)[0-9A-Z][0-9A-Z./_-]{2,39}") ? Optional.of(new TrackingId(id)) : Optional.empty();
    }

    /** What is kept of it once its reporter is erased: it is recognised when it comes again, and leads nowhere. */
    String afterErasure(int agencyId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((agencyId + ":" + value).getBytes(StandardCharsets.UTF_8));
            return GONE + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean erased() {
        return value.startsWith(GONE);
    }
}
