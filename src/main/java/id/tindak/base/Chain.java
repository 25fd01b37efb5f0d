package id.tindak.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One link of a hash-chained list of events: hash = SHA-256(previous hash, line). The line is stored exactly as hashed. It holds
 * codes, ids and times only, never personal data or free text (RULES.md, Events).
 */
public record Chain(int seq, String line, byte[] hash) {

    /** What comes before the first link. */
    public static final byte[] START = new byte[0];

    /**
     * @param owner what the chain belongs to, e.g. "1/4711" (agency/complaint); binds the link to its place
     * @param facts codes and numbers; keys and values without blanks, tabs or line ends
     */
    public static Chain link(
            byte[] previous,
            int seq,
            String owner,
            String kind,
            @Nullable Long actor,
            Instant at,
            Map<String, String> facts) {
        Instant micros = at.truncatedTo(ChronoUnit.MICROS);
        String tail = new TreeMap<>(facts)
                .entrySet().stream()
                        .map(e -> "\t" + clean(e.getKey()) + "=" + clean(e.getValue()))
                        .collect(Collectors.joining());
        String line = micros + "\t" + owner + "\t" + seq + "\t" + kind + "\t" + (actor == null ? "-" : actor) + tail;
        return new Chain(seq, line, hash(previous, line));
    }

    public static byte[] hash(byte[] previous, String line) {
        MessageDigest digest = sha256();
        digest.update(previous);
        return digest.digest(line.getBytes(StandardCharsets.UTF_8));
    }

    /** The salted hash by which an event refers to an erasable text. */
    public static String fingerprint(byte[] salt, String text) {
        MessageDigest digest = sha256();
        digest.update(salt);
        return java.util.HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }

    public Instant at() {
        return Instant.parse(fields()[0]);
    }

    public String owner() {
        return fields()[1];
    }

    public String kind() {
        return fields()[3];
    }

    public @Nullable Long actor() {
        String actor = fields()[4];
        return actor.equals("-") ? null : Long.valueOf(actor);
    }

    public Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        String[] fields = fields();
        for (int i = 5; i < fields.length; i++) {
            int eq = fields[i].indexOf('=');
            facts.put(fields[i].substring(0, eq), fields[i].substring(eq + 1));
        }
        return facts;
    }

    private String[] fields() {
        return line.split("\t", -1);
    }

    private static String clean(String s) {
        return s.replaceAll("[\\s=]+", "_");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
