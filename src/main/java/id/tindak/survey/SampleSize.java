package id.tindak.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many of so many people have to be asked: Krejcie and Morgan (1970), n = X² N P(1−P) / (d² (N−1) + X² P(1−P)) with X² = 3.841, P = 0.5 and
 * d = 0.05, rounded. Their table, which the regulation prints, is this formula. What some pages call by their name, N / (1 + N e²), is Slovin's.
 */
final class SampleSize {

    private static final BigDecimal SPREAD = new BigDecimal("3.841").multiply(new BigDecimal("0.25"));
    private static final BigDecimal ERROR = new BigDecimal("0.0025");

    private SampleSize() {}

    /** @param population people who were served in the period */
    static int of(int population) {
        if (population <= 0) return 0;
        BigDecimal n = BigDecimal.valueOf(population);
        return SPREAD.multiply(n)
                .divide(ERROR.multiply(n.subtract(BigDecimal.ONE)).add(SPREAD), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
