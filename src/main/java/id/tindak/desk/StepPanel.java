package id.tindak.desk;

import id.tindak.agency.Category;
import id.tindak.agency.Unit;
import id.tindak.base.web.Fault;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.calendar.TimeStandard;
import id.tindak.handling.Assignment;
import id.tindak.handling.Case;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Drafts.Draft;
import id.tindak.handling.TextSource;
import id.tindak.message.Message;
import id.tindak.sop.Branch;
import id.tindak.sop.Sop;
import id.tindak.sop.Standing;
import id.tindak.sop.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The step that this officer may decide: exactly its branches as forms, and the way back to who did an earlier step.
 *
 * @param version of the assignment on which the forms are opened
 * @param earlier step number to step and person, nearest first
 */
public record StepPanel(
        long assignment,
        int version,
        String title,
        String activity,
        List<BranchForm> branches,
        Map<String, String> earlier,
        @Nullable String draftSaved,
        @Nullable OnPaper paper,
        @Nullable Origin origin) {

    /**
     * What has to come with a decision that an official made on paper (RULES.md, The desk).
     *
     * @param official whose decision it is
     */
    public record OnPaper(String official, Typed typed) {}

    /**
     * What the text of one form began as.
     *
     * @param form id of the form
     */
    public record Origin(String form, TextSource source) {}

    /** In the place of a branch's index: to the signer. */
    static final String SUBMISSION = "ajukan";

    /** Whether a form is so tall that it would hide the page if it stayed in sight. */
    public boolean tall() {
        return branches.stream().anyMatch(b -> b.orders() != null);
    }

    /**
     * @param index of the branch in the SOP's step, or the word for laying it before the signer
     * @param action last part of the address
     * @param hint what comes of it: the next step, who has it, in which time
     * @param units empty when none has to be chosen
     * @param orders to whom and what; null where the branch names nobody
     * @param ending what a branch that ends the case asks for; null where it does not
     * @param back parties to whom the branch can go back, value to name; empty where it does not
     * @param beside what can be handed in beside the text
     */
    public record BranchForm(
            String index,
            String action,
            String label,
            String hint,
            Map<String, String> units,
            String unit,
            String textLabel,
            boolean textRequired,
            String text,
            boolean open,
            @Nullable Fault unitFault,
            @Nullable Fault textFault,
            @Nullable Fault fileFault,
            boolean addition,
            @Nullable OrderForm orders,
            @Nullable EndingForm ending,
            Map<String, String> back,
            BesideForm beside) {

        public String id() {
            return "cabang-" + index;
        }
    }

    /** Makes the head of a disposition sheet where a branch asks for it. */
    interface OrdersOf {

        /** @return null where the branch names nobody */
        @Nullable
        OrderForm of(String form, Branch branch, Typed typed);
    }

    /** @param days so long the reporter may take to complete the file */
    static StepPanel of(
            Page page,
            CaseFile file,
            Assignment a,
            List<Category> categories,
            List<Draft> drafts,
            Typed typed,
            LocalDate today,
            int days,
            OrdersOf orders,
            Function<Branch, Map<String, String>> endings) {
        Step step = file.k().step(a);
        Draft draft = drafts.stream()
                .filter(d -> d.assignmentId() == a.id())
                .findFirst()
                .orElse(null);
        Typed saved = Typed.of(draft);
        List<BranchForm> forms = new ArrayList<>();
        String signer = file.k().signer(a).orElse(null);
        Long behalf = file.sight().behalf();
        if (signer != null && behalf == null) forms.add(submission(page, file, signer, saved, typed, today));
        for (int i = 0; i < step.branches().size(); i++) {
            Branch b = step.branches().get(i);
            if (!file.k().branches(a).contains(b)) continue;
            forms.add(branch(
                    page,
                    file,
                    step,
                    b,
                    i,
                    units(page, file, categories, today),
                    saved,
                    typed,
                    today,
                    days,
                    orders,
                    endings));
        }
        return new StepPanel(
                a.id(),
                a.version(),
                page.t("desk.step.title", step.no(), step.title()),
                step.activity(),
                forms,
                behalf == null ? earlier(page, file, a) : Map.of(),
                draft == null ? null : page.times().near(draft.savedAt(), page.now()),
                behalf == null ? null : new OnPaper(file.personName(behalf), typed),
                origin(file, forms, saved, typed));
    }

    private static @Nullable Origin origin(CaseFile file, List<BranchForm> forms, Typed saved, Typed sent) {
        for (BranchForm b : forms) {
            Typed typed = sent.in(b.id()) ? sent : saved;
            String word = typed.in(b.id()) ? typed.value(b.id(), "asal") : begun(file, b);
            TextSource source = TextSource.parse(word);
            if (source != null) return new Origin(b.id(), source);
        }
        return null;
    }

    /** What a text that was handed over or approved began as; empty when nobody took it from anywhere. */
    private static String begun(CaseFile file, BranchForm b) {
        String fixed = b.beside().fixed();
        String text = fixed == null ? b.text() : fixed;
        if (text.isEmpty()) return "";
        Set<String> handedOver = file.messages().stream()
                .filter(m -> m.kind() == Message.Kind.RESULT || m.kind() == Message.Kind.WORDING)
                .filter(m -> m.body().equals(text))
                .map(m -> Long.toString(m.id()))
                .collect(Collectors.toSet());
        return file.events().stream()
                .filter(e -> handedOver.contains(e.facts().getOrDefault("message", "")))
                .map(e -> e.facts().getOrDefault("source", ""))
                .filter(source -> !source.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What the signer of the step is to decide on. */
    private static BranchForm submission(
            Page page, CaseFile file, String signer, Typed saved, Typed typed, LocalDate today) {
        String id = "cabang-" + SUBMISSION;
        String text = (typed.in(id) ? typed : saved).value(id, "teks");
        return new BranchForm(
                SUBMISSION,
                "ajukan",
                page.t("desk.step.submit", file.k().sop().actor(signer).name()),
                page.t("desk.step.submitHint"),
                Map.of(),
                "",
                page.t("desk.text.result"),
                true,
                text,
                true,
                null,
                typed.error(id, "teks"),
                typed.error(id, "berkas"),
                false,
                null,
                null,
                Map.of(),
                beside(page, file, id, null, false, BesideForm.ALL, typed.in(id) ? typed : saved, today));
    }

    private static BesideForm beside(
            Page page,
            CaseFile file,
            String id,
            @Nullable Message fixed,
            boolean note,
            List<Integer> rows,
            Typed typed,
            LocalDate today) {
        Form form = typed.in(id)
                ? typed.form()
                : BesideForm.begin(rows.isEmpty() ? List.of() : file.k().proposedCommitments());
        String approved = fixed == null
                ? ""
                : page.t(
                        "desk.wording.approved",
                        file.personName(fixed.officerId()),
                        page.times().near(fixed.at(), page.now()));
        List<String> units = file.units().values().stream()
                .filter(u -> u.validOn(today))
                .map(Unit::name)
                .sorted()
                .toList();
        return new BesideForm(id, form, fixed == null ? null : fixed.body(), approved, note, rows, units, today);
    }

    private static BranchForm branch(
            Page page,
            CaseFile file,
            Step step,
            Branch b,
            int i,
            Units units,
            Typed saved,
            Typed sent,
            LocalDate today,
            int days,
            OrdersOf orders,
            Function<Branch, Map<String, String>> endings) {
        String id = "cabang-" + i;
        Typed typed = sent.in(id) ? sent : saved;
        String text = typed.in(id) ? typed.value(id, "teks") : prefilled(file, step, b);
        String unit = typed.in(id) ? typed.value(id, "tujuan") : units.suggested();
        boolean only = step.branches().size() == 1;
        return new BranchForm(
                Integer.toString(i),
                "langkah",
                label(page, step, b),
                hint(page, file.k(), b, days),
                b.fillsTargetUnit() ? units.all() : Map.of(),
                unit,
                textLabel(page, file.k(), step, b),
                textRequired(file.k(), step, b),
                text,
                only || typed.in(id),
                typed.error(id, "tujuan"),
                typed.error(id, "teks"),
                typed.error(id, "berkas"),
                b.addition(),
                orders.of(id, b, typed),
                EndingForm.of(page, b, endings.apply(b), id, typed),
                back(page, file, b),
                beside(
                        page,
                        file,
                        id,
                        file.fixed(step, b).orElse(null),
                        toReporter(file.k(), b) || step.answers() && !b.reasonRequired(),
                        file.words(step, b) ? BesideForm.ALL : List.of(),
                        typed,
                        today));
    }

    private static String label(Page page, Step step, Branch b) {
        if (!b.label().isEmpty()) return b.label();
        return page.t(step.answers() ? "desk.step.answer" : "desk.step.finish");
    }

    private static String hint(Page page, Case k, Branch b, int days) {
        if (Standing.handsOver(b)) return page.t("desk.oversight.hint");
        if (Sop.isEnd(b.target())) return page.t("desk.step.end." + b.target());
        Step next = k.sop().step(b.target());
        if (next.automatic()) return page.t("desk.step.then", next.no(), next.title());
        if (k.sop().byCitizen(next)) return page.t("desk.step.asks", days);
        String role = k.sop().actor(next.actor()).name();
        TimeStandard time = next.time();
        return time == null
                ? page.t("desk.step.next", next.no(), next.title(), role)
                : page.t(
                        "desk.step.nextTimed",
                        next.no(),
                        next.title(),
                        role,
                        ClockView.words(page).standard(time));
    }

    /** Parties who did the step to which this branch goes back. */
    private static Map<String, String> back(Page page, CaseFile file, Branch b) {
        Map<String, String> back = new LinkedHashMap<>();
        if (!Sop.isEnd(b.target()) && b.disposition() == null)
            file.k()
                    .lastParties(b.target())
                    .forEach(d -> back.put(OrderForm.value(d.order().to()), OrderView.to(page, file, d)));
        return back;
    }

    private static boolean toReporter(Case k, Branch b) {
        if (Sop.isEnd(b.target())) return !b.target().equals(Sop.DONE);
        Step next = k.sop().step(b.target());
        return k.sop().byCitizen(next) && !next.automatic();
    }

    private static boolean textRequired(Case k, Step step, Branch b) {
        return b.reasonRequired()
                || step.answers() && !k.answered()
                || k.fixesWording(b)
                || b.fills().contains(Branch.RESULT);
    }

    private static String textLabel(Page page, Case k, Step step, Branch b) {
        boolean toReporter = toReporter(k, b);
        if (b.reasonRequired()) return page.t(toReporter ? "desk.text.reasonReporter" : "desk.text.reason");
        if (toReporter) return page.t("desk.text.toReporter");
        if (step.answers()) return page.t("desk.text.answer");
        if (k.fixesWording(b)) return page.t("desk.text.wording");
        if (k.asks(b).isPresent()) return page.t("desk.text.instruction");
        return page.t(b.fills().contains(Branch.RESULT) ? "desk.text.result" : "desk.text.note");
    }

    /** An answer, and its approval, begins with the latest result that was handed over. */
    private static String prefilled(CaseFile file, Step step, Branch b) {
        if (!file.words(step, b)) return "";
        return file.messages().stream()
                .filter(m -> m.kind() == Message.Kind.RESULT && !m.body().isEmpty())
                .max(Comparator.comparingLong(Message::id))
                .map(Message::body)
                .orElse("");
    }

    /** @param suggested id of the first, when the category suggests one */
    private record Units(Map<String, String> all, String suggested) {}

    /** Units of today by name, the one that the category suggests first. Without a suggestion none is chosen beforehand. */
    private static Units units(Page page, CaseFile file, List<Category> categories, LocalDate today) {
        Unit best = suggested(file, categories);
        Map<String, String> units = new LinkedHashMap<>();
        boolean good = best != null && best.validOn(today);
        if (best != null && good) units.put(Long.toString(best.id()), page.t("desk.step.suggested", best.name()));
        file.units().values().stream()
                .filter(u -> u.validOn(today))
                .sorted(Comparator.comparing(Unit::name))
                .forEach(u -> units.putIfAbsent(Long.toString(u.id()), u.name()));
        return new Units(units, best != null && good ? Long.toString(best.id()) : "");
    }

    private static @Nullable Unit suggested(CaseFile file, List<Category> categories) {
        String code = file.k().complaint().category();
        for (Category c : categories) {
            Long unit = c.unitId();
            if (c.code().equals(code) && unit != null) return file.units().get(unit);
        }
        return null;
    }

    private static Map<String, String> earlier(Page page, CaseFile file, Assignment a) {
        Map<String, String> earlier = new LinkedHashMap<>();
        for (Assignment e : file.k().earlier(a)) {
            Step step = file.k().step(e);
            String who = file.personName(e.doneBy());
            earlier.put(
                    step.no(),
                    page.t("desk.step.back", step.no(), step.title(), who.isEmpty() ? file.roleName(e) : who));
        }
        return earlier;
    }
}
