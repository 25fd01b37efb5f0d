package id.tindak.base;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    @TempDir
    Path data;

    @Test
    void sameKeysAreReadAgainAtTheNextStart() {
        Keys first = new Keys(data.resolve("keys"));
        Keys next = new Keys(data.resolve("keys"));
        assertThat(next.hmac("code", bytes("1"))).isEqualTo(first.hmac("code", bytes("1")));
        assertThat(next.decrypt(first.encrypt("3302…", "nik:1:2"), "nik:1:2")).isEqualTo("3302…");
        assertThat(next.isSigned(1, bytes("root"), first.sign(bytes("root")))).isTrue();
    }

    @Test
    void filesAreForTheirOwnerAlone() throws Exception {
        new Keys(data.resolve("keys"));
        assertThat(mode(data.resolve("keys"))).isEqualTo("rwx------");
        assertThat(mode(data.resolve("keys/kunci-1"))).isEqualTo("rw-------");
    }

    @Test
    void purposePartsAndTheirBordersAllCount() {
        Keys keys = new Keys(data.resolve("keys"));
        byte[] one = keys.hmac("code", bytes("ab"), bytes("c"));
        assertThat(one).hasSize(32);
        assertThat(keys.hmac("code", bytes("a"), bytes("bc"))).isNotEqualTo(one);
        assertThat(keys.hmac("form", bytes("ab"), bytes("c"))).isNotEqualTo(one);
        assertThat(new Keys(data.resolve("other")).hmac("code", bytes("ab"), bytes("c")))
                .isNotEqualTo(one);
    }

    @Test
    void copiedOrChangedSecretStaysShut() {
        Keys keys = new Keys(data.resolve("keys"));
        String closed = keys.encrypt("rahasia", "nik:1:2");
        assertThat(closed).doesNotContain("rahasia").startsWith("k1.");
        assertThat(keys.encrypt("rahasia", "nik:1:2")).isNotEqualTo(closed);
        assertThatThrownBy(() -> keys.decrypt(closed, "nik:1:3")).isInstanceOf(Keys.Unreadable.class);
        String changed = closed.substring(0, 20) + (closed.charAt(20) == 'A' ? 'B' : 'A') + closed.substring(21);
        for (String wrong :
                new String[] {changed, closed.replace("k1.", "k9."), "", "k.", "k1.", "k1.AAAA", "kx.AAAA", "polos"})
            assertThatThrownBy(() -> keys.decrypt(wrong, "nik:1:2")).as(wrong).isInstanceOf(Keys.Unreadable.class);
    }

    @Test
    void rotationLeavesWhatWasMadeBeforeReadable() {
        Keys keys = new Keys(data.resolve("keys"));
        String closed = keys.encrypt("lama", "x");
        byte[] code = keys.hmac("code", bytes("1"));
        byte[] signed = keys.sign(bytes("root"));
        assertThat(keys.rotate()).isEqualTo(2);
        assertThat(keys.current()).isEqualTo(2);
        assertThat(keys.encrypt("baru", "x")).startsWith("k2.");
        assertThat(keys.decrypt(closed, "x")).isEqualTo("lama");
        assertThat(keys.hmac(1, "code", bytes("1"))).isEqualTo(code);
        assertThat(keys.hmac("code", bytes("1"))).isNotEqualTo(code);
        assertThat(keys.isSigned(1, bytes("root"), signed)).isTrue();
        assertThat(keys.isSigned(2, bytes("root"), signed)).isFalse();
        assertThat(keys.isSigned(1, bytes("other"), signed)).isFalse();
    }

    @Test
    void damagedKeyFileStopsTheStartInsteadOfMakingNewKeys() throws Exception {
        new Keys(data.resolve("keys"));
        Files.writeString(data.resolve("keys/kunci-1"), "induk=\n");
        assertThatThrownBy(() -> new Keys(data.resolve("keys"))).hasMessageContaining("cadangan kunci");
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
