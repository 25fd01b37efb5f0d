package id.tindak.recap;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.handling.Period;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures in words and in files, without a program around them. */
class RecapWordsTest {

    private static final RecapWords WORDS = RecapWords.office(ZoneId.of("Asia/Jakarta"));

    @Test
    void sharesSayOneDecimalAndNothingWhereThereIsNothingToDivideBy() {
        assertThat(WORDS.share(382, 405)).isEqualTo("94,3%");
        assertThat(WORDS.share(5, 5)).isEqualTo("100%");
        assertThat(WORDS.share(0, 3)).isEqualTo("0,0%");
        assertThat(WORDS.share(0, 0)).isEqualTo("–");
    }

    @Test
    void timeIsSaidInTheUnitOfItsStandard() {
        assertThat(WORDS.span(6060L, "2 jam 15 menit")).isEqualTo("1 jam 41 menit");
        assertThat(WORDS.span(100_800L, null)).isEqualTo("28 jam");
        assertThat(WORDS.span(100_800L, "3 hari")).isEqualTo("1 hari 4 jam");
        assertThat(WORDS.span((Long) null, "15 menit")).isEqualTo("–");
    }

    @Test
    void whatASpreadsheetWouldRunIsDefusedInTheCsv() {
        Instant at = Instant.parse("2026-11-03T02:00:00Z");
        SolvedCase bad = new SolvedCase(
                1,
                1,
                false,
                "UJI-1",
                at,
                at,
                "Pengaduan",
                "",
                "Situs",
                "",
                "Selesai",
                "=HYPERLINK(\"http://x\")",
                "+62;\"a\"");
        String csv = new String(RecapCsv.table(new RecapTables(WORDS).cases(List.of(bad))), StandardCharsets.UTF_8);
        assertThat(csv)
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\"", "\"'+62;\"\"a\"\"\"")
                .doesNotContain(";=");
    }

    @Test
    void theLineOfTwelveMonthsHasGapsWhereNothingIsKnownAndTheNewestRevisionCounts() {
        List<Recap.Line> lines = new ArrayList<>();
        lines.add(line("2026-10", 2, 100, 94));
        lines.add(line("2026-10", 1, 100, 50));
        lines.add(line("2026-09", 1, 100, 90));
        lines.add(line("2026-07", 1, 100, 80));
        lines.add(line("2025-10", 1, 100, 70));
        Trend t = Trend.of(Period.parse("2026-10").orElseThrow(), lines, WORDS);
        assertThat(t.share()).isTrue();
        assertThat(t.months()).hasSize(12);
        assertThat(t.months().getFirst().name()).isEqualTo("November 2025");
        assertThat(t.months().getLast()).isEqualTo(new Trend.Month("Oktober 2026", "94,0%", "70,0%"));
        assertThat(t.path().split("M")).as("two stretches").hasSize(3);
        assertThat(t.before()).startsWith("M");
        assertThat(t.ticks().getFirst().text()).isEqualTo("100%");
        assertThat(t.ticks().getLast().text()).isEqualTo("70%");
        assertThat(t.last()).isEqualTo(new Trend.Point(1034, 46, "94,0%"));
    }

    @Test
    void withoutATimeForTheWholeTheLineCountsWhatCame() {
        Trend t = Trend.of(
                Period.parse("2026-10").orElseThrow(),
                List.of(new Recap.Line(
                        Period.parse("2026-10").orElseThrow(), 1, true, true, null, 0, 412, 405, 7, 0, 0)),
                WORDS);
        assertThat(t.share()).isFalse();
        assertThat(t.months().getLast().value()).isEqualTo("412");
        assertThat(t.ticks()).hasSize(5);
        assertThat(Trend.of(Period.parse("2026-10").orElseThrow(), List.of(), WORDS)
                        .drawn())
                .isFalse();
    }

    @Test
    void figuresReadBackAsTheyWereWritten() {
        Figures f = new Figures(
                new Ledger(1, 2, 3, 0, 2, 1, 0, 0, 0, 0, 0, 0, 3),
                new Timing(2, 1, 1, null),
                null,
                1,
                0,
                List.of(new Figures.Group("", "Tanpa kanal", new Ledger(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Figures.StepLine("uji 1", "1. Uji", "Petugas", null, true, 1, 0, 60L, 90L, 0, 0, 0, 0)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Figures.Promises(0, 0, 0, 0, 0),
                new Figures.Satisfaction(
                        3,
                        "86.40",
                        "B, Baik",
                        List.of(new Figures.Satisfaction.Element("U1 Persyaratan", "3.50", "87.50"))));
        assertThat(Figures.read(f.written())).isEqualTo(f);
        assertThat(Figures.read(f.written()).written()).isEqualTo(f.written());
    }

    private static Recap.Line line(String month, int revision, long timed, long kept) {
        return new Recap.Line(
                Period.parse(month).orElseThrow(), revision, true, true, null, 0, timed, timed, 0, timed, kept);
    }
}
