package id.tindak.desk;

import id.tindak.base.Chain;
import id.tindak.base.web.Page;
import id.tindak.base.web.Texts;
import id.tindak.complaint.Privacy;
import id.tindak.handling.CaseFile;
import id.tindak.handling.CaseFiles;
import id.tindak.handling.TextSource;
import id.tindak.sop.Branch;
import id.tindak.sop.Sop;
import id.tindak.sop.Standing;
import id.tindak.sop.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The links of a case's chain in sentences. */
final class EventWords {

    private static final Set<String> BY_REPORTER =
            Set.of("RECEIVED", "REPORTER_COMPLETED", "REPORTER_ADDED", "REOPENED", "WITHDRAWN", "EMAIL_CONFIRMED");

    private final Page page;
    private final CaseFile file;
    private final Sop sop;
    private final String reporter;

    EventWords(Page page, CaseFile file, String reporter) {
        this.page = page;
        this.file = file;
        this.sop = file.k().sop();
        this.reporter = reporter;
    }

    /** "Anda", the officer's name, the reporter, or the program. */
    String who(Chain e) {
        Long actor = e.actor();
        if (actor != null) return officer(actor);
        return BY_REPORTER.contains(e.kind()) ? reporter : page.t("desk.system");
    }

    String officer(long id) {
        if (page.officer() != null && page.officer().officerId() == id) return page.t("desk.you");
        String name = file.personName(id);
        return name.isEmpty() ? page.t("desk.officer", Long.toString(id)) : name;
    }

    /** What was done, to stand behind the name: "menyelesaikan langkah 2. Periksa kelengkapan: Lengkap". */
    String what(Chain e) {
        TextSource source = TextSource.parse(e.facts().get("source"));
        if (source == null) return deed(e);
        return source.kind() == TextSource.Kind.CATATAN
                ? page.t("event.fromNote", deed(e))
                : page.t("event.fromCase", deed(e), source.ref());
    }

    private String deed(Chain e) {
        Map<String, String> f = e.facts();
        return switch (e.kind()) {
            case "RECEIVED" ->
                page.t(
                        e.actor() == null ? "event.RECEIVED" : "event.RECEIVED.entered",
                        Names.channel(page, f.getOrDefault("channel", "")));
            case "STEP_DONE" -> onPaper(f, done(f));
            case "STEP_RETURNED" ->
                onPaper(
                        f,
                        page.t(
                                f.containsKey("asked") ? "event.STEP_RETURNED.coordinator" : "event.STEP_RETURNED",
                                step(f.get("step")),
                                step(f.get("to")),
                                step(f.get("asked"))));
            case "STEP_OPENED", "STEP_AUTOMATIC", "REMINDED", "DEADLINE_MOVED" ->
                page.t("event." + e.kind(), step(f.get("step")));
            case "SUBMITTED" -> page.t("event.SUBMITTED", step(f.get("step")), role(f.get("to")));
            case "COPIED" -> page.t("event.COPIED", role(f.get("to")));
            case "ACKNOWLEDGED", "OBJECTED" -> page.t("event." + e.kind(), step(f.get("step")));
            case "INPUT_ASKED", "INPUT_GIVEN", "INPUT_WITHDRAWN" -> page.t("event." + e.kind(), unit(f.get("unit")));
            case "NOT_REACHED", "PERHAPS_NOT_REACHED" ->
                page.t("event." + e.kind(), Names.channel(page, f.getOrDefault("channel", "")));
            case "ASSIGNED" -> page.t("event.ASSIGNED", officerOf(f.get("to")));
            case "OFFICER_EXCLUDED" ->
                page.t(
                        e.actor() == null ? "event.OFFICER_EXCLUDED.named" : "event.OFFICER_EXCLUDED",
                        officerOf(f.get("officer")));
            case "OFFICER_NOT_EXCLUDED" -> page.t("event.OFFICER_NOT_EXCLUDED", officerOf(f.get("officer")));
            case "OFFICER_ADMITTED" -> page.t("event.OFFICER_ADMITTED", officerOf(f.get("officer")));
            case "OFFICER_REMINDED" -> reminded(f);
            case "OFFICER_MAILED" -> page.t("event.OFFICER_MAILED", officerOf(f.get("officer")));
            case "CATEGORY_CHANGED" -> page.t("event.CATEGORY_CHANGED", f.getOrDefault("to", "-"));
            case "PRIVACY_RAISED" -> page.t("event.PRIVACY_RAISED", privacy(f.get("to")));
            case "ENDED", "REFUSED", "MOVED", "JOINED" ->
                page.t("event." + e.kind(), Names.outcome(page, f.getOrDefault("outcome", "")));
            case "DISPOSED", "HANDED_OUT", "ORDER_READ", "ORDER_RECALLED" ->
                page.t("event." + e.kind(), parties(f.getOrDefault("orders", f.getOrDefault("order", ""))));
            case "BOOK_ENTERED", "BOOK_CORRECTED", "BOOK_CANCELLED" ->
                page.t(
                        "event." + e.kind(),
                        Names.book(page, f.getOrDefault("book", "")),
                        f.getOrDefault("printed", ""));
            case "PAPER_DUE", "PAPER_ISSUED", "PAPER_REPRINTED", "PAPER_WITHDRAWN" ->
                page.t("event." + e.kind(), Texts.named(page.language(), "paper.kind.", f.getOrDefault("paper", "")));
            case "COMMITMENT_MADE" -> page.t("event.COMMITMENT_MADE", day(f.get("due")));
            case "COMMITMENT_RENEWED" -> page.t("event.COMMITMENT_RENEWED", day(f.get("from")), day(f.get("to")));
            case "BASIS_CITED" ->
                page.t(
                        "event.BASIS_CITED",
                        Texts.named(page.language(), "desk.basis.kind.", f.getOrDefault("basis", "")),
                        day(f.get("day")));
            case "FIELD_CORRECTED" ->
                page.t(
                        "event.FIELD_CORRECTED",
                        Texts.named(page.language(), "reception.", f.getOrDefault("field", "")));
            case "ENTERED_LATE" ->
                page.t("event.ENTERED_LATE", officerOf(f.get("officer")), f.getOrDefault("blank", "-"));
            case "SCREENSHOT_TAKEN" ->
                page.t(
                        "event.SCREENSHOT_TAKEN",
                        Texts.named(page.language(), "channel.", f.getOrDefault("medium", "")),
                        f.getOrDefault("files", ""));
            case "PHONE_CALL" -> called(f);
            case "TRANSCRIBED" ->
                page.t(
                        "event.TRANSCRIBED",
                        Texts.named(page.language(), "desk.transcript.language.", f.getOrDefault("language", "")));
            case "IDENTITY_CHECKED", "ANSWER_COLLECTED" ->
                page.t(
                        "event." + e.kind(),
                        Texts.named(page.language(), "frontdesk.document.", f.getOrDefault("document", "")));
            case "OVERSIGHT" -> page.t("event.OVERSIGHT", role(f.get("role")));
            case "MOVED_IN" -> page.t("event.MOVED_IN", f.getOrDefault("origin", ""));
            case "FORWARDED" -> page.t("event.FORWARDED", place(f.getOrDefault("transfer", "")));
            case "LAPOR_STATE" ->
                page.t("event.LAPOR_STATE", page.t("desk.lapor.meaning." + f.getOrDefault("state", "LAIN")));
            case "RATED" -> page.t("event.RATED", f.getOrDefault("grade", ""));
            case "PUBLICATION_SKIPPED" ->
                page.t("event.PUBLICATION_SKIPPED", page.t("publication.why." + f.getOrDefault("why", "DITAHAN")));
            case "EFFECT_NOT_BUILT" -> page.t("event.EFFECT_NOT_BUILT", f.getOrDefault("word", ""));
            default -> other(e.kind());
        };
    }

    private String called(Map<String, String> f) {
        String call = page.t(
                "event.PHONE_CALL." + f.getOrDefault("direction", ""),
                page.times().near(Instant.parse(f.getOrDefault("held", Instant.EPOCH.toString())), page.now()));
        return f.containsKey("settled") ? page.t("event.PHONE_CALL.settled", call) : call;
    }

    private String place(String transfer) {
        return file.k().transfers().stream()
                .filter(t -> Long.toString(t.id()).equals(transfer))
                .map(t -> t.otherNumber() == null ? t.place() : t.place() + " (" + t.otherNumber() + ")")
                .findFirst()
                .orElse("");
    }

    /** Names of the parties of these orders. */
    private String parties(String ids) {
        Set<String> wanted = Set.of(ids.split(","));
        return file.k().dispositions().stream()
                .filter(d -> wanted.contains(Long.toString(d.id())))
                .map(d -> OrderView.to(page, file, d))
                .collect(Collectors.joining(", "));
    }

    private String other(String kind) {
        String key = "event." + kind;
        return Texts.has(key) ? page.t(key) : page.t("event.other", kind);
    }

    private String done(Map<String, String> f) {
        Step step = found(f.get("step"));
        if (step == null) return page.t("event.STEP_DONE", f.getOrDefault("step", ""));
        List<Branch> branches = step.branches();
        String branch = f.getOrDefault("branch", "");
        String label = branch.matches("\\d{1,3}") && Integer.parseInt(branch) < branches.size()
                ? branches.get(Integer.parseInt(branch)).label()
                : "";
        return label.isEmpty()
                ? page.t("event.STEP_DONE", name(step))
                : page.t("event.STEP_DONE.branch", name(step), label);
    }

    /** Both names, where somebody entered what an official decided on paper. */
    private String onPaper(Map<String, String> f, String what) {
        String pen = f.get("pen");
        return pen == null
                ? what
                : page.t(
                        "event.onPaper",
                        what,
                        officerOf(f.get("behalf")),
                        page.times().moment(Instant.parse(pen)));
    }

    private String day(@Nullable String iso) {
        return iso == null || !iso.matches("\\d{4}-\\d\\d-\\d\\d")
                ? ""
                : page.times().date(LocalDate.parse(iso));
    }

    /** "mengingatkan Joko Susilo dan Dewi Lestari tentang langkah 3. Periksa disposisi, yang sudah lewat batas waktunya". */
    private String reminded(Map<String, String> f) {
        String names = CaseFiles.reminded(f).stream().map(this::officer).collect(Collectors.joining(", "));
        return page.t("event.OFFICER_REMINDED." + f.getOrDefault("why", "ASKED"), names, step(f.get("step")));
    }

    private String officerOf(@Nullable String id) {
        return id != null && id.matches("\\d{1,18}") ? officer(Long.parseLong(id)) : page.t("desk.row.untaken");
    }

    private String unit(@Nullable String id) {
        return id != null && id.matches("\\d{1,18}") ? file.unitName(Long.parseLong(id)) : "";
    }

    private String role(@Nullable String key) {
        boolean known = key != null
                && (sop.actors().containsKey(key) || Standing.actors().containsKey(key));
        return known ? sop.actor(String.valueOf(key)).name() : "";
    }

    private String privacy(@Nullable String code) {
        for (Privacy p : Privacy.values()) if (p.name().equals(code)) return Names.privacy(page, p);
        return String.valueOf(code);
    }

    private String step(@Nullable String no) {
        Step step = found(no);
        if (step != null) return name(step);
        return no == null ? "" : Names.outcome(page, no);
    }

    private @Nullable Step found(@Nullable String no) {
        return no == null || !sop.hasStep(no) ? null : sop.step(no);
    }

    private static String name(Step step) {
        return step.no() + ". " + step.title();
    }
}
