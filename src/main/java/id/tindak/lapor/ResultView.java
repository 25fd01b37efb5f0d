package id.tindak.lapor;

import id.tindak.base.web.Page;
import id.tindak.lapor.LaporIntake.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How far an import is, and what became of its rows.
 *
 * @param done rows of which something became
 * @param refused the first of those that were not taken
 */
public record ResultView(Import file, List<PreviewView.Count> counts, int done, List<Row> refused) {

    /** @param text how the row begins */
    public record Row(int line, String text, String reason) {}

    private static final int CELLS = 4;

    static ResultView of(Page page, Import i, Map<Outcome, Integer> counts, List<ImportStore.Refused> refused) {
        return new ResultView(
                i,
                Stream.of(Outcome.values())
                        .map(o -> new PreviewView.Count(
                                PreviewView.tone(o),
                                page.t("bridge.outcome." + o.name()),
                                LaporImportPages.count(counts, o)))
                        .toList(),
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                refused.stream()
                        .map(r -> new Row(r.line(), text(r.cells()), page.t(r.reason(), r.of())))
                        .toList());
    }

    public boolean finished() {
        return file.finishedAt() != null;
    }

    private static String text(List<String> cells) {
        return ColumnsView.cut(String.join(
                " · ", cells.stream().filter(c -> !c.isEmpty()).limit(CELLS).toList()));
    }
}
