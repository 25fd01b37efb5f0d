package id.tindak.survey;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The index of satisfaction (IKM) by the method of PermenPANRB 14/2017: the mean value of each element (NRR) weighs the same, and their sum is
 * converted to a scale of 25 to 100. Reckoned with exact fractions and rounded once, half up, to two decimals; the band is chosen by the
 * rounded number. The weight is 1/9, not the 0.111 of printed tables, with which nobody could reach more than 99.90.
 *
 * @param elements in the order of the agency's form
 * @param converted 25.00 to 100.00; null while some element has no answer at all
 * @param grade null together with it
 */
public record Ikm(
        int respondents,
        List<ElementScore> elements,
        @Nullable BigDecimal converted,
        @Nullable Grade grade) {

    private static final int LOWEST = 3;
    private static final BigInteger SCALE = BigInteger.valueOf(25);

    static Ikm of(int respondents, List<ElementScore> elements, Instrument instrument) {
        BigDecimal converted = converted(elements, 2);
        return new Ikm(respondents, elements, converted, converted == null ? null : instrument.grade(converted));
    }

    /** The index before its conversion, 1 to 4, for the last line of the regulation's table; null as {@link #converted}. */
    public @Nullable BigDecimal weighted(int decimals) {
        return mean(elements, BigInteger.ONE, decimals);
    }

    /** The three elements to begin with; fewer when fewer were answered. */
    public List<ElementScore> lowest() {
        return elements.stream()
                .filter(e -> e.answered() > 0)
                .sorted(ElementScore.LOWEST)
                .limit(LOWEST)
                .toList();
    }

    private static @Nullable BigDecimal converted(List<ElementScore> elements, int decimals) {
        return mean(elements, SCALE, decimals);
    }

    /** The mean of the means times a factor: sum of the fractions total/answered over a common denominator. */
    private static @Nullable BigDecimal mean(List<ElementScore> elements, BigInteger factor, int decimals) {
        if (elements.isEmpty() || elements.stream().anyMatch(e -> e.answered() == 0)) return null;
        BigInteger above = BigInteger.ZERO;
        BigInteger below = BigInteger.ONE;
        for (ElementScore e : elements) {
            BigInteger answered = BigInteger.valueOf(e.answered());
            above = above.multiply(answered).add(BigInteger.valueOf(e.total()).multiply(below));
            below = below.multiply(answered);
        }
        return new BigDecimal(above.multiply(factor))
                .divide(
                        new BigDecimal(below.multiply(BigInteger.valueOf(elements.size()))),
                        decimals,
                        RoundingMode.HALF_UP);
    }
}
