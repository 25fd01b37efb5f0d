package id.tindak.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;

/**
 * What one element (unsur) got.
 *
 * @param code stable: PERSYARATAN … PENGADUAN
 * @param number place on the agency's form, from 1; U8 of one agency may be U9 of another
 * @param answered respondents who answered it
 * @param total sum of their values
 */
public record ElementScore(String code, int number, String name, int answered, int total) {

    private static final BigDecimal HUNDRED_BY_FOUR = BigDecimal.valueOf(25);

    /** Lowest mean first, compared as fractions; what nobody answered comes last. */
    static final Comparator<ElementScore> LOWEST = (a, b) -> a.answered == 0 || b.answered == 0
            ? Boolean.compare(a.answered == 0, b.answered == 0)
            : Long.compare((long) a.total * b.answered, (long) b.total * a.answered);

    /** "U3" */
    public String label() {
        return "U" + number;
    }

    /** The mean value (NRR) for showing; nothing is reckoned on from it. Zero where nobody answered. */
    public BigDecimal mean(int decimals) {
        return of(BigDecimal.valueOf(total), answered, decimals);
    }

    /** The mean times 1/n (NRR tertimbang), for showing. */
    public BigDecimal weighted(int elements, int decimals) {
        return of(BigDecimal.valueOf(total), (long) answered * elements, decimals);
    }

    /** The mean times 25, for showing. */
    public BigDecimal converted() {
        return of(BigDecimal.valueOf(total).multiply(HUNDRED_BY_FOUR), answered, 2);
    }

    /** Share of the greatest value in percent, for a bar. */
    public BigDecimal share() {
        return of(BigDecimal.valueOf(total).multiply(HUNDRED_BY_FOUR), answered, 1);
    }

    private static BigDecimal of(BigDecimal sum, long by, int decimals) {
        return by == 0
                ? BigDecimal.ZERO.setScale(decimals)
                : sum.divide(BigDecimal.valueOf(by), decimals, RoundingMode.HALF_UP);
    }
}
