package id.tindak.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sample sizes, periods, covered cells and covered words: the small rules around the index. */
class SurveyWordsTest {

    /** Rows of the table of Krejcie and Morgan (1970): every one is the rounded formula. */
    @Test
    void theSampleIsThatOfKrejcieAndMorgan() {
        Map<Integer, Integer> table = Map.ofEntries(
                Map.entry(10, 10),
                Map.entry(15, 14),
                Map.entry(20, 19),
                Map.entry(50, 44),
                Map.entry(75, 63),
                Map.entry(100, 80),
                Map.entry(200, 132),
                Map.entry(300, 169),
                Map.entry(500, 217),
                Map.entry(1000, 278),
                Map.entry(1500, 306),
                Map.entry(2000, 322),
                Map.entry(5000, 357),
                Map.entry(10_000, 370),
                Map.entry(50_000, 381),
                Map.entry(1_000_000, 384));
        table.forEach((people, sample) ->
                assertThat(SampleSize.of(people)).as(people + " people").isEqualTo(sample));
        assertThat(SampleSize.of(0)).isZero();
        assertThat(SampleSize.of(-3)).isZero();
        assertThat(SampleSize.of(1)).isEqualTo(1);
    }

    @Test
    void aPeriodIsReadAndFollowedByTheNext() {
        Span quarter = Span.of("2026-T4").orElseThrow();
        assertThat(quarter.first()).isEqualTo("2026-10-01");
        assertThat(quarter.last()).isEqualTo("2026-12-31");
        assertThat(quarter.before().code()).isEqualTo("2026-T3");
        assertThat(quarter.after().code()).isEqualTo("2027-T1");
        assertThat(Span.of("2026-02").orElseThrow().last()).isEqualTo("2026-02-28");
        assertThat(Span.of("2026-01").orElseThrow().before().code()).isEqualTo("2025-12");
        assertThat(Span.of("2026-S2").orElseThrow().first()).isEqualTo("2026-07-01");
        assertThat(Span.of("2026").orElseThrow().after().code()).isEqualTo("2027");
        assertThat(Span.around(LocalDate.parse("2026-11-23")).stream().map(Span::code))
                .containsExactly("2026-11", "2026-T4", "2026-S2", "2026");
        for (String no : List.of("", "2026-13", "2026-T5", "2026-11-23", "26", "2026-S0", "'"))
            assertThat(Span.of(no)).as(no).isEmpty();
    }

    @Test
    void aCellOfFewIsCoveredAndNeverAlone() {
        assertThat(counts(12, 3)).as("the total would tell").containsExactly(null, null);
        assertThat(counts(12, 3, 2)).containsExactly(12, null, null);
        assertThat(counts(40, 3, 9, 0)).containsExactly(40, null, null, 0);
        assertThat(counts(12, 5)).containsExactly(12, 5);
        assertThat(counts(3, 0)).containsExactly(null, 0);
    }

    private static List<Integer> counts(int... counts) {
        List<Respondents.Cell> cells = java.util.Arrays.stream(counts)
                .mapToObj(c -> new Respondents.Cell("x" + c, c))
                .toList();
        return Respondents.of("sex", cells).cells().stream()
                .map(Respondents.Cell::count)
                .toList();
    }

    @Test
    void whatNamesSomebodyIsCoveredInASuggestion() {
        assertThat(SuggestionMask.of("Hubungi saya di 0812-3456-7890 atau siti@contoh.invalid."))
                .isEqualTo("Hubungi saya di ••• atau •••.");
        assertThat(SuggestionMask.of("NIK saya 3301 2345 6789 0123, tolong dicek."))
                .isEqualTo("NIK saya •••, tolong dicek.");
        assertThat(SuggestionMask.of("Terima kasih Pak Darto Wibowo dan bu Siti yang ramah."))
                .isEqualTo("Terima kasih Pak ••• dan bu ••• yang ramah.");
        assertThat(SuggestionMask.of("Mobil dinas R 1234 AB ngebut.")).isEqualTo("Mobil dinas ••• ngebut.");
        String harmless = "Loket 3 buka jam 08.00, antrean 25 orang, tahun 2026 lebih baik. Bapak petugas ramah.";
        assertThat(SuggestionMask.of(harmless)).isEqualTo(harmless);
    }
}
