package id.tindak.recap;

import id.tindak.paper.Letterhead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recap on paper.
 *
 * @param tables all figures
 * @param cases of the table of cases as many as are printed; null where the recap has none
 * @param casesLeft how many stand in the spreadsheet alone
 * @param maker who froze it; null for a draft
 * @param from "1 Oktober 2026", {@code to} the last day that was counted
 */
public record RecapPaper(
        Recap recap,
        Letterhead head,
        boolean logo,
        String title,
        String from,
        String to,
        List<Table> tables,
        @Nullable Table cases,
        int casesLeft,
        @Nullable Maker maker,
        RecapWords words) {

    /** @param nip empty when there is none */
    public record Maker(String name, String nip, String at) {}

    public String t(String key, Object... args) {
        return words.t(key, args);
    }
}
