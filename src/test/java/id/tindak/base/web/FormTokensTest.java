package id.tindak.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.Keys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormTokensTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T01:00:00Z");

    @TempDir
    private Path keys;

    private FormTokens at(Instant now) {
        return new FormTokens(new Keys(keys), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void aFormIsGoodForADayAndNoLonger() {
        String token = at(MORNING).make(1, null);
        assertThat(at(MORNING.plus(Duration.ofHours(23))).valid(token, 1, null)).isTrue();
        assertThat(at(MORNING.plus(Duration.ofHours(24).plusMinutes(1))).valid(token, 1, null))
                .isFalse();
    }

    @Test
    void itBelongsToOneAgencyAndOneSession() {
        FormTokens tokens = at(MORNING);
        String token = tokens.make(1, "sesi");
        assertThat(tokens.valid(token, 1, "sesi")).isTrue();
        assertThat(tokens.valid(token, 2, "sesi")).isFalse();
        assertThat(tokens.valid(token, 1, "lain")).isFalse();
        assertThat(tokens.valid(token, 1, null)).isFalse();
    }

    @Test
    void noCharacterOfItCanBeChanged() {
        FormTokens tokens = at(MORNING);
        String token = tokens.make(1, null);
        for (int i = 0; i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(tokens.valid(token.substring(0, i) + other + token.substring(i + 1), 1, null))
                    .isFalse();
        }
        assertThat(tokens.valid("", 1, null)).isFalse();
        assertThat(tokens.valid(null, 1, null)).isFalse();
        assertThat(tokens.valid("%%%", 1, null)).isFalse();
    }

    @Test
    void whatABrowserKeepsForUsComesBackUnchangedOrNotAtAll() {
        FormTokens tokens = at(MORNING);
        String signed = tokens.sign("kabar", "Tersimpan & <aman>");
        assertThat(tokens.open("kabar", signed)).isEqualTo("Tersimpan & <aman>");
        assertThat(tokens.open("lain", signed)).isNull();
        assertThat(tokens.open("kabar", signed + "x")).isNull();
        assertThat(tokens.open("kabar", "tanpa-titik")).isNull();
    }
}
