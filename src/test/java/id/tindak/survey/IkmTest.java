package id.tindak.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** The index by PermenPANRB 14/2017: published examples, and what holds for every set of answers. */
class IkmTest {

    private static final Instrument SKM = Instrument.of("skm-14-2017").orElseThrow();
    private static final int ELEMENTS = 9;

    /** Respondents, each with nine values of 0 (left out) to 4. */
    private static Gen<List<List<Integer>>> answers(int least) {
        return lists().of(lists().of(integers().between(least, 4)).ofSize(ELEMENTS))
                .ofSizeBetween(1, 40);
    }

    private static Ikm of(List<List<Integer>> respondents) {
        List<ElementScore> scores = new ArrayList<>();
        for (Instrument.Element e : SKM.inOrder("kuesioner")) {
            int at = scores.size();
            List<Integer> given =
                    respondents.stream().map(r -> r.get(at)).filter(v -> v > 0).toList();
            scores.add(new ElementScore(
                    e.code(),
                    at + 1,
                    e.name(),
                    given.size(),
                    given.stream().mapToInt(Integer::intValue).sum()));
        }
        return Ikm.of(respondents.size(), scores, SKM);
    }

    private static Ikm ofTotals(int respondents, int... totals) {
        List<ElementScore> scores = new ArrayList<>();
        for (int total : totals)
            scores.add(new ElementScore("U" + scores.size(), scores.size() + 1, "", respondents, total));
        return Ikm.of(respondents, scores, SKM);
    }

    private static BigDecimal converted(Ikm ikm) {
        return Objects.requireNonNull(ikm.converted());
    }

    private static String letter(Ikm ikm) {
        return Objects.requireNonNull(ikm.grade()).letter();
    }

    /** What printed tables reckon with. */
    private static BigDecimal withWeight(String weight, int respondents, int... totals) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int total : totals)
            sum = sum.add(BigDecimal.valueOf(total)
                    .divide(BigDecimal.valueOf(respondents), 12, RoundingMode.HALF_UP)
                    .multiply(new BigDecimal(weight)));
        return sum.multiply(BigDecimal.valueOf(25)).setScale(2, RoundingMode.HALF_UP);
    }

    /**
     * Dinas Pertanahan dan Tata Ruang, Kabupaten Bantul, 2023, as its survey page shows it (skm.bantulkab.go.id/skpd-45c48cce2e2d7fbdea1afc51c7c6ad26): the nine mean values and IKM 87.28. The page
     * gives the means with two decimals, here as sums over a hundred. With the weight 0.111 it would be 87.19: the page reckons with 1/9.
     */
    @Test
    void bantul2023IsReproduced() {
        int[] means = {331, 335, 349, 393, 345, 339, 339, 376, 335};
        Ikm ikm = ofTotals(100, means);
        assertThat(converted(ikm)).isEqualByComparingTo("87.28");
        assertThat(letter(ikm)).isEqualTo("B");
        assertThat(withWeight("0.111", 100, means)).isEqualByComparingTo("87.19");
        assertThat(ikm.lowest()).extracting(e -> e.mean(2).toPlainString()).containsExactly("3.31", "3.35", "3.35");
    }

    /**
     * A quarter of 29 respondents, worked out step by step in the manual of the survey program GASPUL (github.com/rennn9/GASPUL_BACKEND, rumus_perhitungan_ikm_lengkap.md): sums of 105 101 100 116 102
     * 105 106 105 115, NRR 3.6207 … 3.9655, IKM 91.48. The same page prints 90.56 too and calls the difference rounding: it is the weight 0.11 (with 0.111 it would be 91.38).
     */
    @Test
    void aQuarterOfTwentyNineRespondentsIsReproduced() {
        int[] totals = {105, 101, 100, 116, 102, 105, 106, 105, 115};
        Ikm ikm = ofTotals(29, totals);
        assertThat(ikm.elements())
                .extracting(e -> e.mean(4).toPlainString())
                .containsExactly(
                        "3.6207", "3.4828", "3.4483", "4.0000", "3.5172", "3.6207", "3.6552", "3.6207", "3.9655");
        assertThat(converted(ikm)).isEqualByComparingTo("91.48");
        assertThat(letter(ikm)).isEqualTo("A");
        assertThat(withWeight("0.11", 29, totals)).as("what the page prints").isEqualByComparingTo("90.56");
        assertThat(withWeight("0.111", 29, totals)).isEqualByComparingTo("91.38");
    }

    /**
     * Disdukcapil Tulang Bawang Barat, semester I 2023 (e-smile.tubaba.go.id/main/skm/laporan/online): one respondent who gave nine times 4. The page prints weighted means of 0.44, their sum 4 and
     * IKM 100, and names 0.111 as the weight, by which it would be 99.90.
     */
    @Test
    void oneRespondentWhoGaveTheHighestEverywhereIsAHundred() {
        int[] totals = {4, 4, 4, 4, 4, 4, 4, 4, 4};
        Ikm ikm = ofTotals(1, totals);
        assertThat(converted(ikm)).isEqualByComparingTo("100.00");
        assertThat(ikm.elements().getFirst().weighted(ELEMENTS, 2)).isEqualByComparingTo("0.44");
        assertThat(ikm.weighted(0)).isEqualByComparingTo("4");
        assertThat(withWeight("0.111", 1, totals)).isEqualByComparingTo("99.90");
    }

    /** The three services of the first example carry their bands too, and each band begins where the regulation says. */
    @Test
    void theBandIsChosenByTheRoundedNumber() {
        assertThat(Stream.of("75.56", "86.29", "94.61")
                        .map(n -> SKM.grade(new BigDecimal(n)).letter()))
                .containsExactly("C", "B", "A");
        assertThat(Stream.of("25.00", "64.99", "65.00", "76.60", "76.61", "88.30", "88.31", "100.00")
                        .map(n -> SKM.grade(new BigDecimal(n)).letter()))
                .containsExactly("D", "D", "C", "C", "B", "B", "A", "A");
        Ikm between = ofTotals(10_000, 35321, 35321, 35321, 35321, 35321, 35321, 35321, 35321, 35323);
        assertThat(converted(between)).as("88.3030…").isEqualByComparingTo("88.30");
        assertThat(letter(between)).isEqualTo("B");
    }

    @Test
    void whoeverGivesTheSameEverywhereGivesTwentyFiveTimesThat() {
        qt().forAll(integers().between(1, 4), integers().between(1, 500))
                .checkAssert((value, people) -> assertThat(
                                converted(of(Collections.nCopies(people, Collections.nCopies(ELEMENTS, value)))))
                        .isEqualByComparingTo(BigDecimal.valueOf(25L * value)));
    }

    @Test
    void itLiesBetweenTwentyFiveAndAHundred() {
        qt().forAll(answers(1))
                .checkAssert(all ->
                        assertThat(converted(of(all))).isBetween(new BigDecimal("25.00"), new BigDecimal("100.00")));
    }

    @Test
    void theOrderOfTheRespondentsMakesNoDifference() {
        qt().forAll(answers(0), integers().all()).checkAssert((all, seed) -> {
            List<List<Integer>> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(of(shuffled)).isEqualTo(of(all));
        });
    }

    @Test
    void aBetterAnswerNeverLowersIt() {
        qt().forAll(answers(1), integers().between(0, 39), integers().between(0, ELEMENTS - 1))
                .checkAssert((all, who, what) -> {
                    List<Integer> changed = new ArrayList<>(all.get(who % all.size()));
                    changed.set(what, Math.min(4, changed.get(what) + 1));
                    List<List<Integer>> better = new ArrayList<>(all);
                    better.set(who % all.size(), changed);
                    assertThat(converted(of(better))).isGreaterThanOrEqualTo(converted(of(all)));
                });
    }

    /** What was left out counts neither above nor below the line; an element that nobody answered leaves no index, whatever the others say. */
    @Test
    void whatWasLeftOutCountsForNothing() {
        qt().forAll(answers(1), integers().between(1, 20)).checkAssert((all, silent) -> {
            List<List<Integer>> more = new ArrayList<>(all);
            more.addAll(Collections.nCopies(silent, Collections.nCopies(ELEMENTS, 0)));
            assertThat(of(more).converted()).isEqualTo(of(all).converted());
            assertThat(of(more).respondents()).isEqualTo(all.size() + silent);
            List<List<Integer>> without = all.stream()
                    .map(r -> {
                        List<Integer> gap = new ArrayList<>(r);
                        gap.set(3, 0);
                        return gap;
                    })
                    .toList();
            assertThat(of(without).converted()).isNull();
            assertThat(of(without).grade()).isNull();
        });
    }

    /** It is the exact value, rounded once: never more than half a hundredth away. */
    @Test
    void itIsRoundedOnce() {
        qt().forAll(answers(1)).checkAssert(all -> {
            long sum = all.stream()
                    .flatMap(List::stream)
                    .mapToLong(Integer::longValue)
                    .sum();
            BigDecimal exact = BigDecimal.valueOf(25 * sum)
                    .divide(BigDecimal.valueOf((long) all.size() * ELEMENTS), 30, RoundingMode.HALF_UP);
            assertThat(converted(of(all))).isEqualByComparingTo(exact.setScale(2, RoundingMode.HALF_UP));
        });
    }

    @Test
    void nobodyAskedIsNoIndex() {
        Ikm none = of(List.of());
        assertThat(none.converted()).isNull();
        assertThat(none.lowest()).isEmpty();
    }

    /** Elements keep their codes whatever their place: the eighth question of one agency is the ninth of another. */
    @Test
    void theLastTwoElementsStandInTheAgencysOrder() {
        assertThat(SKM.inOrder("kuesioner").stream()
                        .map(Instrument.Element::code)
                        .skip(7))
                .containsExactly("SARANA", "PENGADUAN");
        assertThat(SKM.inOrder("peraturan").stream()
                        .map(Instrument.Element::code)
                        .skip(7))
                .containsExactly("PENGADUAN", "SARANA");
        assertThat(SKM.elements().get("BIAYA").answers())
                .containsExactly("Sangat mahal", "Cukup mahal", "Murah", "Gratis");
        assertThat(SKM.elements().values())
                .hasSize(ELEMENTS)
                .allSatisfy(e -> assertThat(e.answers()).hasSize(4));
    }
}
