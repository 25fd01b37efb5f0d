package id.tindak.base.database;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * The key files in one file that opens with a passphrase alone: Argon2id (RFC 9106) makes the key, AES-256-GCM closes it. Layout: magic, memory in
 * KiB, passes, salt, nonce, then the closed files (name, length, bytes).
 */
final class SealedKeys {

    private static final byte[] MAGIC = "TINDAK-KUNCI-1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MEMORY_KIB = 65_536;
    private static final int PASSES = 3;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final int MOST_KIB = 1 << 21;
    private static final int MOST_PASSES = 100;

    private SealedKeys() {}

    static byte[] seal(Path directory, char[] passphrase) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        DataOutputStream files = new DataOutputStream(plain);
        try (var listed = Files.newDirectoryStream(directory, Files::isRegularFile)) {
            for (Path file : listed) {
                byte[] content = Files.readAllBytes(file);
                files.writeUTF(file.getFileName().toString());
                files.writeInt(content.length);
                files.write(content);
            }
        }
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(sealed);
        byte[] salt = random(SALT_BYTES);
        byte[] nonce = random(NONCE_BYTES);
        head.write(MAGIC);
        head.writeInt(MEMORY_KIB);
        head.writeInt(PASSES);
        head.write(salt);
        head.write(nonce);
        head.write(cipher(Cipher.ENCRYPT_MODE, key(passphrase, salt, MEMORY_KIB, PASSES), nonce, plain.toByteArray()));
        return sealed.toByteArray();
    }

    /** The files by name. A wrong passphrase and a changed file cannot be told apart. */
    static Map<String, byte[]> open(byte[] sealed, char[] passphrase) throws IOException {
        DataInputStream head = new DataInputStream(new ByteArrayInputStream(sealed));
        byte[] magic = head.readNBytes(MAGIC.length);
        if (!java.util.Arrays.equals(magic, MAGIC))
            throw new DatabaseTrouble("Berkas kunci itu bukan cadangan kunci Tindak.");
        int memory = head.readInt();
        int passes = head.readInt();
        if (memory < 8 || memory > MOST_KIB || passes < 1 || passes > MOST_PASSES)
            throw new DatabaseTrouble("Berkas kunci itu rusak.");
        byte[] salt = head.readNBytes(SALT_BYTES);
        byte[] nonce = head.readNBytes(NONCE_BYTES);
        byte[] plain = cipher(Cipher.DECRYPT_MODE, key(passphrase, salt, memory, passes), nonce, head.readAllBytes());
        DataInputStream files = new DataInputStream(new ByteArrayInputStream(plain));
        Map<String, byte[]> found = new LinkedHashMap<>();
        while (files.available() > 0) {
            String name = files.readUTF();
            found.put(name, files.readNBytes(files.readInt()));
        }
        return found;
    }

    private static byte[] cipher(int mode, byte[] key, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(MAGIC);
            return cipher.doFinal(input);
        } catch (AEADBadTagException wrong) {
            throw new DatabaseTrouble(
                    "Kata sandi cadangan salah, atau berkas kunci berubah. Belum ada yang dipulihkan.", wrong);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] key(char[] passphrase, byte[] salt, int memory, int passes) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] key = new byte[KEY_BYTES];
        argon2.generateBytes(passphrase, key);
        return key;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
