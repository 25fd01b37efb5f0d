package id.tindak.survey;

import java.math.BigDecimal;

/**
 * How good a service is by its index (mutu pelayanan, kinerja unit pelayanan).
 *
 * @param letter A to D
 * @param word "Baik"
 * @param from least converted index
 */
public record Grade(String letter, String word, BigDecimal from) {

    /** Class of its mark on a page. */
    public String css() {
        return switch (letter) {
            case "A", "B" -> "cap daun";
            case "C" -> "cap soga";
            default -> "cap kudu";
        };
    }
}
