package id.tindak.lapor;

import id.tindak.base.web.Page;
import id.tindak.complaint.Privacy;
import id.tindak.lapor.LaporIntake.Outcome;
import java.util.List;
import java.util.stream.Stream;

/**
 * What would become of an export, row by row.
 *
 * @param taken how many would be taken in or changed: what the button says
 * @param endedToo whether reports that are over in LAPOR! are among them
 * @param unknown words for a state that nobody has explained, joined; empty when there are none
 */
public record PreviewView(
        Import file,
        List<Count> counts,
        List<Row> rows,
        int more,
        int taken,
        boolean endedToo,
        String unknown,
        int undated) {

    /** @param tone class of the stylesheet */
    public record Count(String tone, String label, int number) {}

    /**
     * @param said what has to be said of it: why it cannot be taken, or what changes
     * @param who what becomes of the reporter's name; empty where nothing is taken in
     */
    public record Row(
            int line,
            String tone,
            String outcome,
            String number,
            String title,
            String since,
            String state,
            String who,
            String said) {}

    static PreviewView of(Page page, Import i, boolean endedToo, LaporImports.Preview p) {
        List<Row> rows = Stream.concat(p.refused().stream(), p.others().stream())
                .map(s -> row(page, s))
                .toList();
        return new PreviewView(
                i,
                Stream.of(Outcome.values())
                        .map(o -> new Count(
                                tone(o), page.t("bridge.outcome." + o.name()), LaporImportPages.count(p.counts(), o)))
                        .toList(),
                rows,
                i.rows() - rows.size(),
                LaporImportPages.count(p.counts(), Outcome.BARU) + LaporImportPages.count(p.counts(), Outcome.BERUBAH),
                endedToo,
                String.join(", ", p.unknown()),
                p.undated());
    }

    static String tone(Outcome outcome) {
        return switch (outcome) {
            case BARU -> "daun";
            case BERUBAH -> "soga";
            case SUDAH -> "";
            case DITOLAK -> "kudu";
        };
    }

    private static Row row(Page page, LaporImports.Seen s) {
        Reported told = s.report();
        return new Row(
                s.line(),
                tone(s.outcome()),
                page.t("bridge.outcome." + s.outcome().name()),
                s.number(),
                told == null ? "" : told.title(),
                told == null || told.reportedAt() == null ? "" : page.times().moment(told.reportedAt()),
                told == null ? "" : told.state(),
                told == null || s.outcome() != Outcome.BARU ? "" : who(page, told),
                s.reason() == null ? "" : page.t(s.reason(), s.of()));
    }

    private static String who(Page page, Reported told) {
        String privacy = page.t("desk.privacy." + told.privacy().name());
        if (told.name() == null) return page.t("bridge.who.none", privacy);
        return page.t(told.privacy() == Privacy.TERBUKA ? "bridge.who.open" : "bridge.who.hidden", privacy);
    }
}
