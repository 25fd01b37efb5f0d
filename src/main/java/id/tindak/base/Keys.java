package id.tindak.base;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Key material, which lies in 0600 files outside the database, so that a stolen database tells neither secret codes nor secrets.
 *
 * <p>A key set has a number, from 1 up, in a file {@code kunci-N}: a master secret of 256 bits, from which a key per purpose is derived (HKDF,
 * RFC 5869), and an Ed25519 pair. The highest number is current; older ones still open, verify and compute what was made with them. A new set is
 * made by {@link #rotate}. Whoever stores the result of {@link #hmac} keeps the number {@link #current} beside it.
 */
@Component
public class Keys {

    private static final int SECRET_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String PREFIX = "kunci-";
    private static final String MARK = "k";

    private final Path directory;
    private final Map<String, SecretKey> derived = new ConcurrentHashMap<>();
    private volatile TreeMap<Integer, KeySet> sets;

    private record KeySet(byte[] secret, PrivateKey signing, PublicKey verifying) {}

    /** Cannot be opened: a wrong key, another context than it was closed with, or changed text. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String reason, @Nullable Throwable cause) {
            super(reason, cause);
        }
    }

    /** Reads the key sets of a directory, and makes set 1 when there is none. */
    @Autowired
    public Keys(@Value("${tindak.keys}") Path directory) {
        this.directory = directory;
        this.sets = read();
        if (sets.isEmpty()) rotate();
    }

    /** Number of the set that new things are made with. */
    public int current() {
        return sets.lastKey();
    }

    /** HMAC-SHA-256 (32 bytes) under the current set. */
    public byte[] hmac(String purpose, byte[]... parts) {
        return hmac(current(), purpose, parts);
    }

    /**
     * HMAC-SHA-256 (32 bytes) of the parts, each with its length before it, so that ("ab","c") and ("a","bc") differ.
     *
     * @param set number of the key set, as {@link #current} was when it was first computed
     * @param purpose what it is for, as {@code "secret-code"}; another purpose has another key
     */
    public byte[] hmac(int set, String purpose, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key(set, "hmac:" + purpose, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Encrypts with AES-256-GCM.
     *
     * @param context what the text is and whose, as {@code "nik:12:345"}; the same must be given to open it, so that a row copied elsewhere stays shut
     * @return {@code k<set>.<base64url>}
     */
    public String encrypt(String plain, String context) {
        int set = current();
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            byte[] closed =
                    cipher(Cipher.ENCRYPT_MODE, set, nonce, context).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            byte[] all = ByteBuffer.allocate(nonce.length + closed.length)
                    .put(nonce)
                    .put(closed)
                    .array();
            return MARK + set + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Opens what {@link #encrypt} closed.
     *
     * @throws Unreadable if the key set is not here, the context is another, or the text was changed
     */
    public String decrypt(String closed, String context) {
        int dot = closed.indexOf('.');
        try {
            if (dot < 2 || !closed.startsWith(MARK)) throw new Unreadable("Not a text that was encrypted here", null);
            int set = Integer.parseInt(closed, MARK.length(), dot, 10);
            ByteBuffer all = ByteBuffer.wrap(Base64.getUrlDecoder().decode(closed.substring(dot + 1)));
            if (all.remaining() < NONCE_BYTES) throw new Unreadable("Encrypted text is cut short", null);
            byte[] nonce = new byte[NONCE_BYTES];
            all.get(nonce);
            byte[] rest = new byte[all.remaining()];
            all.get(rest);
            return new String(cipher(Cipher.DECRYPT_MODE, set, nonce, context).doFinal(rest), StandardCharsets.UTF_8);
        } catch (AEADBadTagException changed) {
            throw new Unreadable("Encrypted text does not open with this key and context", changed);
        } catch (IllegalArgumentException malformed) {
            throw new Unreadable("Not a text that was encrypted here", malformed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Ed25519 signature (64 bytes) by the current set, for the roots of the event chains. */
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(set(current()).signing);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the set of this number signed the message. */
    public boolean isSigned(int set, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(set(set).verifying);
            signature.update(message);
            return signature.verify(signed);
        } catch (java.security.SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Public key (X.509, base64) of a set, for whoever verifies signatures without this program. */
    public String publicKey(int set) {
        return Base64.getEncoder().encodeToString(set(set).verifying.getEncoded());
    }

    /** Makes the next key set and makes it current. */
    public final synchronized int rotate() {
        int next = sets.isEmpty() ? 1 : sets.lastKey() + 1;
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            String lines = "induk=%s%nsegel=%s%nsegel-publik=%s%n"
                    .formatted(
                            base64.encodeToString(secret),
                            base64.encodeToString(pair.getPrivate().getEncoded()),
                            base64.encodeToString(pair.getPublic().getEncoded()));
            PrivateFiles.directory(directory);
            PrivateFiles.write(directory.resolve(PREFIX + next), lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new IllegalStateException(
                    "Kunci tidak dapat ditulis ke " + directory + ": " + failed.getMessage(), failed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        sets = read();
        return next;
    }

    private TreeMap<Integer, KeySet> read() {
        TreeMap<Integer, KeySet> found = new TreeMap<>();
        if (!Files.isDirectory(directory)) return found;
        try (var files = Files.newDirectoryStream(directory, PREFIX + "[1-9]*")) {
            for (Path file : files) {
                String number = file.getFileName().toString().substring(PREFIX.length());
                if (number.chars().allMatch(Character::isDigit)) found.put(Integer.valueOf(number), keySet(file));
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException failed) {
            throw new IllegalStateException(
                    "Kunci di %s tidak dapat dibaca. Pulihkan dari cadangan kunci (bin/restore).".formatted(directory),
                    failed);
        }
        return found;
    }

    private static KeySet keySet(Path file) throws IOException, GeneralSecurityException {
        Properties lines = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        Base64.Decoder base64 = Base64.getDecoder();
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        return new KeySet(
                base64.decode(lines.getProperty("induk", "")),
                factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.getProperty("segel", "")))),
                factory.generatePublic(new X509EncodedKeySpec(base64.decode(lines.getProperty("segel-publik", "")))));
    }

    private Cipher cipher(int mode, int set, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(set, "aes", "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKey key(int set, String purpose, String algorithm) {
        byte[] secret = set(set).secret;
        return derived.computeIfAbsent(set + ":" + purpose, name -> {
            try {
                return KDF.getInstance("HKDF-SHA256")
                        .deriveKey(
                                algorithm,
                                HKDFParameterSpec.ofExtract()
                                        .addIKM(secret)
                                        .thenExpand(
                                                ("tindak:" + purpose).getBytes(StandardCharsets.UTF_8), SECRET_BYTES));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    private KeySet set(int number) {
        KeySet set = sets.get(number);
        if (set == null) throw new Unreadable("Key set " + number + " is not here", null);
        return set;
    }
}
