package id.tindak.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import id.tindak.register.NumberTemplate.Given;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a book prints its numbers: the words of the template, what is refused, and what holds for all of them. */
class NumberTemplateTest {

    private static final List<String> PIECES = List.of(
            "{tahun}",
            "{bulan}",
            "{bulan:romawi}",
            "{klasifikasi}",
            "{unit}",
            "{kode}",
            "/",
            "-",
            "SP",
            ".",
            "061",
            "_");

    private static Given given(int number, int month) {
        return new Given(number, 2026, month, "300.1", "Setwan", "SP");
    }

    private static String printed(String template, int number, int month) {
        return NumberTemplate.parse(template).format(given(number, month));
    }

    @Test
    void numbersLookAsInTheLettersOfOffices() {
        assertThat(printed("{klasifikasi}/{urut:00}/{unit}/{bulan:romawi}/{tahun}", 4, 3))
                .isEqualTo("300.1/04/Setwan/III/2026");
        assertThat(printed("{klasifikasi}/{urut:000}/{unit}/{tahun}/{kode}", 20, 1))
                .isEqualTo("300.1/020/Setwan/2026/SP");
        assertThat(printed("061/{urut:0000}/36", 478, 1)).isEqualTo("061/0478/36");
        assertThat(printed("{urut}", 487, 1)).isEqualTo("487");
        assertThat(printed("{urut:00}-{bulan}", 12345, 9))
                .as("no digit is lost")
                .isEqualTo("12345-09");
    }

    @Test
    void monthsInRomanAreTwelveOfTheirOwn() {
        Map<Integer, String> known =
                Map.of(1, "I", 4, "IV", 5, "V", 6, "VI", 8, "VIII", 9, "IX", 10, "X", 11, "XI", 12, "XII");
        known.forEach((month, roman) ->
                assertThat(printed("{bulan:romawi}.{urut}", 1, month)).isEqualTo(roman + ".1"));
        assertThat(java.util.stream.IntStream.rangeClosed(1, 12).mapToObj(m -> printed("{bulan:romawi}.{urut}", 1, m)))
                .doesNotHaveDuplicates()
                .hasSize(12);
    }

    @Test
    void whatIsNoTemplateIsRefusedWithASentence() {
        Map<String, String> wrong = Map.ofEntries(
                Map.entry("", "register.template.empty"),
                Map.entry("/2026", "register.template.number"),
                Map.entry("{urut}{urut}", "register.template.number"),
                Map.entry("{nomor}", "register.template.word"),
                Map.entry("{URUT}", "register.template.brace"),
                Map.entry("{urut", "register.template.brace"),
                Map.entry("urut}", "register.template.brace"),
                Map.entry("{{urut}}", "register.template.brace"),
                Map.entry("{urut:}", "register.template.option"),
                Map.entry("{urut:12}", "register.template.option"),
                Map.entry("{urut:000000000}", "register.template.option"),
                Map.entry("{tahun:00}/{urut}", "register.template.option"),
                Map.entry("{bulan:arab}/{urut}", "register.template.option"),
                Map.entry("{urut} / 36", "register.template.signs"),
                Map.entry("{urut}=1", "register.template.signs"),
                Map.entry("<b>{urut}", "register.template.signs"),
                Map.entry("{urut}" + "x".repeat(80), "register.template.long"));
        wrong.forEach((template, key) -> assertThatExceptionOfType(NumberTemplate.Unreadable.class)
                .as(template)
                .isThrownBy(() -> NumberTemplate.parse(template))
                .satisfies(e -> assertThat(e.fault().key()).as(template).isEqualTo(key)));
    }

    @Test
    void everyTemplateReadsBackAsItWasWrittenAndGivesEveryNumberAnotherText() {
        qt().withExamples(500)
                .forAll(
                        lists().of(integers().between(0, PIECES.size() - 1)).ofSizeBetween(0, 8),
                        integers().between(0, 8),
                        integers().between(1, 200_000),
                        integers().between(1, 12))
                .checkAssert((pieces, zeros, number, month) -> {
                    StringBuilder text = new StringBuilder();
                    int middle = pieces.size() / 2;
                    for (int i = 0; i <= pieces.size(); i++) {
                        if (i == middle) text.append(zeros == 0 ? "{urut}" : "{urut:" + "0".repeat(zeros) + "}");
                        if (i < pieces.size()) text.append(PIECES.get(pieces.get(i)));
                    }
                    if (text.length() > NumberTemplate.LONGEST) return;
                    NumberTemplate template = NumberTemplate.parse(text.toString());
                    assertThat(template).hasToString(text.toString());
                    String printed = template.format(given(number, month));
                    assertThat(printed).contains(Integer.toString(number)).doesNotContainAnyWhitespaces();
                    assertThat(printed).doesNotContain("{", "}");
                    assertThat(template.format(given(number + 1, month))).isNotEqualTo(printed);
                });
    }

    @Test
    void everyKindOfBookBringsATemplateThatCanBeRead() {
        for (BookKind kind : BookKind.values()) {
            assertThat(NumberTemplate.parse(kind.template()).words()).contains(NumberTemplate.Word.URUT);
            assertThat(kind.fields()).containsAll(kind.listed()).doesNotHaveDuplicates();
            for (Field f : Field.values())
                if (kind.requires(f)) assertThat(kind.fields()).contains(f);
        }
    }
}
