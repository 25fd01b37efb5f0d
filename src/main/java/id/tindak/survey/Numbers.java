package id.tindak.survey;

import id.tindak.base.web.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers with decimals as one writes them in the reader's language: "86,42". */
public final class Numbers {

    private static final BigDecimal HIGHEST = new BigDecimal("100.00");
    private static final BigDecimal STEP = new BigDecimal("0.01");

    private Numbers() {}

    /** A dash where there is none. */
    public static String of(Page page, @Nullable BigDecimal number) {
        if (number == null) return "-";
        return "en".equals(page.language())
                ? number.toPlainString()
                : number.toPlainString().replace('.', ',');
    }

    /** "A 88,31–100,00, B 76,61–88,30, …" */
    public static String bands(Page page, Instrument instrument) {
        List<String> bands = new ArrayList<>();
        BigDecimal to = HIGHEST;
        for (Grade g : instrument.grades()) {
            bands.add(g.letter() + " " + of(page, g.from()) + "–" + of(page, to));
            to = g.from().subtract(STEP);
        }
        return String.join(", ", bands);
    }
}
