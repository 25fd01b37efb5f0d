package id.tindak.complaint;

import id.tindak.base.Keys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One sealed list of chain heads, as text: who holds it and the public key can check it without this program.
 *
 * @param number 1, 2, 3 …; none may be missing
 * @param previous SHA-256 of the file before, hexadecimal; "-" before the first
 */
record WitnessFile(int number, Instant at, String previous, List<Entry> heads) {

    /** A chain of the owner ("1/4711") had this many events, and this hash at its end. */
    record Entry(String owner, int count, String hash) {

        String line() {
            return owner + " " + count + " " + hash;
        }
    }

    /** A file that is not what this program wrote. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        Broken(String reason) {
            super(reason, null, false, false);
        }
    }

    private static final String HEAD = "tindak-saksi 1";

    String sealed(Keys keys) {
        int set = keys.current();
        String body = body() + "kunci " + set + "\n";
        byte[] seal = keys.sign(body.getBytes(StandardCharsets.UTF_8));
        return body + "segel " + Base64.getEncoder().encodeToString(seal) + "\n";
    }

    private String body() {
        return HEAD + "\nnomor " + number + "\nwaktu " + at + "\nsebelumnya " + previous + "\n"
                + heads.stream().map(e -> e.line() + "\n").collect(Collectors.joining()) + "akar "
                + root(heads.stream().map(Entry::line).toList()) + "\n";
    }

    /**
     * Reads and checks a file.
     *
     * @throws Broken when it was changed: the root or the seal does not fit
     */
    static WitnessFile read(String text, Keys keys) throws Broken {
        int seal = text.lastIndexOf("segel ");
        if (seal < 0 || !text.startsWith(HEAD + "\n")) throw new Broken("bukan berkas saksi");
        String body = text.substring(0, seal);
        List<String> lines = body.lines().toList();
        try {
            int set = Integer.parseInt(value(lines.getLast(), "kunci "));
            byte[] signature =
                    Base64.getDecoder().decode(text.substring(seal + 6).strip());
            if (!keys.isSigned(set, body.getBytes(StandardCharsets.UTF_8), signature))
                throw new Broken("segelnya tidak cocok");
            List<Entry> heads = new ArrayList<>();
            for (String line : lines.subList(4, lines.size() - 2)) {
                String[] parts = line.split(" ");
                heads.add(new Entry(parts[0], Integer.parseInt(parts[1]), parts[2]));
            }
            WitnessFile file = new WitnessFile(
                    Integer.parseInt(value(lines.get(1), "nomor ")),
                    Instant.parse(value(lines.get(2), "waktu ")),
                    value(lines.get(3), "sebelumnya "),
                    heads);
            String root = root(heads.stream().map(Entry::line).toList());
            if (!value(lines.get(lines.size() - 2), "akar ").equals(root)) throw new Broken("akarnya tidak cocok");
            return file;
        } catch (Keys.Unreadable noKey) {
            throw new Broken("kunci penyegelnya tidak ada di sini");
        } catch (IllegalArgumentException | IndexOutOfBoundsException | java.time.DateTimeException broken) {
            throw new Broken("isinya rusak");
        }
    }

    /** Merkle root: leaves and inner nodes are hashed with different first bytes (RFC 6962); an odd one out moves up as it is. */
    static String root(List<String> lines) {
        List<byte[]> level = lines.stream()
                .map(l -> hash((byte) 0, l.getBytes(StandardCharsets.UTF_8), new byte[0]))
                .toList();
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i + 1 < level.size(); i += 2) above.add(hash((byte) 1, level.get(i), level.get(i + 1)));
            if (level.size() % 2 == 1) above.add(level.getLast());
            level = above;
        }
        return level.isEmpty() ? "-" : HexFormat.of().formatHex(level.getFirst());
    }

    static String fingerprint(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hash(byte kind, byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(kind);
        digest.update(left);
        return digest.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String value(String line, String word) {
        if (!line.startsWith(word)) throw new IllegalArgumentException(line);
        return line.substring(word.length());
    }
}
