package id.tindak.paper;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.sop.Actor;
import id.tindak.sop.Effect;
import id.tindak.sop.Sop;
import id.tindak.sop.SopFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the five procedures ask for on paper is there. */
class PaperKindTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"000-sipesut-kukar", "001-sms-wa", "002-dprd-pasuruan", "003-mojokerto", "004-cilacap-laporbup"})
    void everyPaperThatAProcedureAsksForCanBeMade(String file) throws IOException {
        PrintEffect effect = new PrintEffect();
        assertThat(sop(file).steps().stream()
                        .flatMap(s -> s.effects().stream())
                        .filter(e -> e.word().equals(Effect.PRINT)))
                .allMatch(e -> effect.knows(e.argument()));
        assertThat(effect.knows("surat-cinta")).isFalse();
    }

    @Test
    void theCouncilsLeaderAndSecretaryHaveABlockEachWhoeverOnlyHandsOutHasNone() throws IOException {
        assertThat(DispositionBlocks.givers(sop("002-dprd-pasuruan")).stream().map(Actor::key))
                .containsExactly("ketua", "sekwan");
        assertThat(DispositionBlocks.givers(sop("000-sipesut-kukar")).stream().map(Actor::key))
                .containsExactly("sekwan");
        assertThat(DispositionBlocks.givers(sop("004-cilacap-laporbup"))).isEmpty();
        assertThat(DispositionBlocks.aware(sop("002-dprd-pasuruan")).map(Actor::name))
                .containsExactly("Kepala Bagian Umum & Keuangan");
    }

    @Test
    void codesAreOf96BitsAndForgiveHowTheyAreTyped() {
        TreeSet<String> codes = new TreeSet<>();
        for (int i = 0; i < 500; i++) codes.add(PaperCode.random());
        assertThat(codes).hasSize(500).allMatch(c -> c.matches("[01][0-9A-HJKMNP-TV-Z]{19}"));
        String code = codes.first();
        String typed = code.toLowerCase(java.util.Locale.ROOT).replace('0', 'o').replaceAll("(.{4})", "$1 ");
        assertThat(PaperCode.hash(typed)).isEqualTo(PaperCode.hash(code));
    }

    @Test
    void theSubjectIsToldInTenWords() {
        assertThat(VerificationPages.words("satu dua tiga")).isEqualTo("satu dua tiga");
        assertThat(VerificationPages.words("a b c d e f g h i j k")).isEqualTo("a b c d e f g h i j …");
    }

    private static Sop sop(String file) throws IOException {
        var read = SopFile.read(Files.readString(Path.of("sop", file + ".yaml")));
        if (read instanceof SopFile.Valid valid) return valid.sop();
        throw new AssertionError(List.of(file, read).toString());
    }
}
