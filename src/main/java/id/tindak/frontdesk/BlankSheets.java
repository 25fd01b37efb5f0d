package id.tindak.frontdesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Receipts of one printing and what became of them.
 *
 * @param spoilt number and why
 */
public record BlankSheets(
        Instant at,
        String by,
        BlankNumber first,
        BlankNumber last,
        List<BlankNumber> unused,
        Map<BlankNumber, Long> used,
        Map<BlankNumber, String> spoilt) {

    /** @param blanks in the order of printing, numbers rising */
    static List<BlankSheets> of(List<Blanks.Blank> blanks, Map<Long, String> officers) {
        Map<Instant, List<Blanks.Blank>> printings = new LinkedHashMap<>();
        for (Blanks.Blank b : blanks)
            printings.computeIfAbsent(b.printedAt(), at -> new ArrayList<>()).add(b);
        return printings.values().stream()
                .map(all -> of(all, officers, all.getFirst()))
                .toList();
    }

    private static BlankSheets of(List<Blanks.Blank> all, Map<Long, String> officers, Blanks.Blank first) {
        Map<BlankNumber, Long> used = new LinkedHashMap<>();
        Map<BlankNumber, String> spoilt = new LinkedHashMap<>();
        List<BlankNumber> unused = new ArrayList<>();
        for (Blanks.Blank b : all) {
            Long entry = b.entry();
            String why = b.spoiltWhy();
            if (entry != null) used.put(b.number(), entry);
            else if (why != null) spoilt.put(b.number(), why);
            else unused.add(b.number());
        }
        return new BlankSheets(
                first.printedAt(),
                officers.getOrDefault(first.printedBy(), Long.toString(first.printedBy())),
                first.number(),
                all.getLast().number(),
                unused,
                used,
                spoilt);
    }

    /** Address of the sheets that are left. */
    public String path() {
        return "/meja-depan/cadangan/" + first.year() + "/" + first.number() + "-" + last.number();
    }
}
