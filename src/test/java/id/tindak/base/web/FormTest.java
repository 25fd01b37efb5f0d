package id.tindak.base.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {

    private static Form form(String value) {
        return new Form(Map.of("isi", new String[] {value}), Map.of());
    }

    @Test
    void nulAndControlCharactersDisappearAndLineEndsBecomeOne() {
        assertThat(form("a\u0000b\u0007\r\nc\rd\te").value("isi")).isEqualTo("ab\nc\nd\te");
    }

    @Test
    void marksThatTurnTheReadingDirectionAroundDisappearButArabicStays() {
        assertThat(form("aman\u202Egnp.exe").value("isi")).isEqualTo("amangnp.exe");
        assertThat(form("السلام عليكم 🙏🏽").value("isi")).isEqualTo("السلام عليكم 🙏🏽");
    }

    @Test
    void lettersAndTheirAccentsBecomeOneCharacter() {
        assertThat(form("Cafe\u0301").value("isi")).isEqualTo("Café");
    }

    @Test
    void whateverIsTypedComesOutCleanAndCleaningTwiceChangesNothing() {
        qt().forAll(strings().allPossible().ofLengthBetween(0, 60)).checkAssert(raw -> {
            String once = Form.clean(raw);
            assertThat(Form.clean(once)).isEqualTo(once);
            assertThat(Normalizer.isNormalized(once, Normalizer.Form.NFC)).isTrue();
            assertThat(once.codePoints()).noneMatch(c -> c == 0 || c == '\r');
            assertThat(once.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF))
                    .isTrue();
        });
    }

    @Test
    void aTextThatIsTooLongIsAFaultAndStaysWhole() {
        Form f = form("😀".repeat(11));
        assertThat(f.text("isi", 10)).hasSize(22);
        assertThat(f.errors()).containsOnlyKeys("isi");
        assertThat(form("😀".repeat(10)).text("isi", 10)).isNotEmpty();
        assertThat(f.value("isi")).hasSize(22);
    }

    @Test
    void theFirstFaultOfAFieldCountsAndTheOrderIsThatOfFinding() {
        Form f = form("");
        f.required("b", 10, "web.form.one-fault");
        f.required("isi", 10, "web.form.faults");
        f.wrong("b", "web.form.optional");
        assertThat(f.errors().keySet()).containsExactly("b", "isi");
        assertThat(f.errors().values()).extracting(Fault::key).containsExactly("web.form.one-fault", "web.form.faults");
    }

    @Test
    void secretsAndTokensAreNotKept() {
        Form f = new Form(
                Map.of("sandi", new String[] {"x"}, "_t", new String[] {"y"}, "pilih", new String[] {"1", "2"}),
                Map.of());
        assertThat(f.kept()).isEqualTo(Map.of("pilih", List.of("1", "2")));
        assertThat(f.many("pilih")).containsExactly("1", "2");
    }
}
