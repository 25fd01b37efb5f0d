package id.tindak.desk;

import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.handling.CaseFile;
import id.tindak.lapor.PasteText;
import id.tindak.lapor.Report;
import id.tindak.lapor.States;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a case stands in SP4N-LAPOR!, beside how it stands here.
 *
 * @param tracking its number there; empty once the reporter was erased
 * @param state as LAPOR! calls it, with who wrote it down
 * @param ours how it stands here
 * @param clocks those that count there
 * @param states what the state may be called; empty for who may only look
 * @param paste what waits to be pasted there; null when nothing does
 * @param told when and by whom something of ours was pasted last; empty when nothing was
 */
public record LaporCard(
        String tracking,
        String state,
        String stateSaid,
        Instant reportedAt,
        String ours,
        List<CaseView.Statutory> clocks,
        Map<String, String> states,
        @Nullable Paste paste,
        String told) {

    /** Form of the state, and of what was pasted. */
    static final String STATE = "sp4n";

    /**
     * @param message the text of the case that it is
     * @param files that belong to it
     */
    public record Paste(long message, String kind, String text, List<Timeline.FileLink> files) {}

    static LaporCard of(
            Page page,
            CaseFile file,
            Report r,
            States states,
            String ours,
            List<CaseView.Statutory> clocks,
            EventWords words,
            Timeline timeline,
            boolean may) {
        Map<String, String> choices = new LinkedHashMap<>();
        if (may) states.all().forEach(s -> choices.put(s, s));
        if (may) choices.putIfAbsent(r.state(), r.state());
        Instant told = r.toldAt();
        return new LaporCard(
                r.number().isEmpty() ? page.t("desk.erased") : r.number(),
                r.state(),
                page.t(
                        "desk.lapor.state-said",
                        page.times().near(r.stateAt(), page.now()),
                        by(page, words, r.stateBy())),
                r.reportedAt(),
                ours,
                clocks,
                choices,
                PasteText.of(file, r, page.brand().name(), page.brand().zone())
                        .map(p -> new Paste(
                                p.message(),
                                page.t("desk.lapor.paste." + p.kind().name()),
                                p.text(),
                                timeline.files(p.message())))
                        .orElse(null),
                told == null
                        ? ""
                        : page.t("desk.lapor.told", page.times().near(told, page.now()), by(page, words, r.toldBy())));
    }

    private static String by(Page page, EventWords words, @Nullable Long officer) {
        return officer == null ? page.t("desk.system") : words.officer(officer);
    }

    /** The state's form: what was typed, or how it stands. */
    public Form form(CaseView m) {
        Form form = m.in(STATE) ? m.typed().form() : Form.empty();
        return form.with("keadaan", state);
    }
}
