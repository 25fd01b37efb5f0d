package id.tindak.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.Keys;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reply finds its case by a token that nobody can make. */
class ThreadTokenTest {

    private static final long CASE = 228_153_800_786_401_878L;

    @TempDir
    Path directory;

    @Test
    void isFoundInWhateverAMailProgramMakesOfTheHeaders() {
        ThreadToken tokens = new ThreadToken(new Keys(directory));
        String token = tokens.of(7, CASE);
        for (String written : new String[] {
            "aduan+" + token + "@dprd.contoh.id",
            "<17.7." + token + "@dprd.contoh.id>",
            "<lain@x> <17.7." + token.toUpperCase(Locale.ROOT) + "@DPRD>",
            "aduan+0-1-0000000000@x, aduan+" + token + "@dprd.contoh.id"
        }) assertThat(tokens.find(7, written)).as(written).hasValue(CASE);
    }

    @Test
    void ofAnotherAgencyOrCaseOrMadeUpIsNone() {
        ThreadToken tokens = new ThreadToken(new Keys(directory));
        String token = tokens.of(7, CASE);
        assertThat(tokens.find(8, token)).isEqualTo(OptionalLong.empty());
        String proof = token.substring(token.lastIndexOf('-'));
        assertThat(tokens.find(7, Long.toString(CASE + 1, 36) + "-1" + proof)).isEmpty();
        assertThat(tokens.find(7, token.substring(0, token.length() - 1))).isEmpty();
        assertThat(tokens.find(7, "zzzzzzzzzzzzz-1-0000000000")).isEmpty();
        assertThat(tokens.find(7, token.replaceFirst("-1-", "-zzz-"))).isEmpty();
    }

    @Test
    void staysValidWhenTheKeysAreRenewed() {
        Keys keys = new Keys(directory);
        ThreadToken tokens = new ThreadToken(keys);
        String old = tokens.of(7, CASE);
        keys.rotate();
        assertThat(tokens.find(7, old)).hasValue(CASE);
        assertThat(tokens.of(7, CASE)).isNotEqualTo(old);
    }
}
