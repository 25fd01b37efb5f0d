package id.tindak.sop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the procedure as a whole: every way from every channel. Persons, units and registers are checked where it is put in force. */
final class SopCheck {

    private final Sop sop;
    private final SopReader.Lines lines;
    private final Faults faults;

    SopCheck(SopReader.Draft draft, Faults faults) {
        this.sop = draft.sop();
        this.lines = draft.lines();
        this.faults = faults;
    }

    void run() {
        if (!faults.actorsBroken() && !faults.flowBroken()) unusedActors();
        if (!faults.flowBroken()) wholeFlow();
        if (!faults.anyError()) notes();
    }

    private void unusedActors() {
        Set<@Nullable String> used = new HashSet<>();
        for (Step step : sop.steps()) {
            used.add(step.actor());
            used.addAll(step.copies());
            step.effects().forEach(effect -> used.add(effect.argument()));
            for (Branch branch : step.branches()) {
                used.add(branch.signer());
                DispositionRule rule = branch.disposition();
                if (rule != null)
                    used.addAll(List.of(rule.to(), Objects.requireNonNullElse(rule.through(), rule.to())));
            }
        }
        sop.periodics().forEach(work -> used.add(work.actor()));
        sop.periodics().forEach(work -> used.add(work.recipient()));
        sop.reminders().forEach(reminder -> used.add(reminder.by()));
        sop.actors().values().stream()
                .filter(actor -> used.contains(actor.key()))
                .map(Actor::fallback)
                .toList()
                .forEach(used::add);
        sop.actors().keySet().stream()
                .filter(key -> !used.contains(key))
                .forEach(key -> faults.error(
                        lines.actors().getOrDefault(key, 1),
                        "Pelaksana \"" + key + "\" tidak dipakai di langkah mana pun. Pakai atau hapus."));
    }

    private void wholeFlow() {
        Graph graph = new Graph(sop);
        Set<String> starts = new LinkedHashSet<>();
        sop.channels().values().forEach(channel -> starts.add(channel.start()));
        Set<String> reached = graph.from(starts);
        unreachable(graph, reached);
        endless(graph, reached);
        if (!faults.actorsBroken()) {
            new FillCheck(sop, faults).run();
            new PromiseCheck(sop, lines, faults).run();
        }
        answers();
    }

    /** Only the first step of a chain that hangs in the air is named: the rest follows from it. */
    private void unreachable(Graph graph, Set<String> reached) {
        Set<String> lost = new LinkedHashSet<>(graph.steps());
        lost.removeAll(reached);
        for (String no : List.copyOf(lost)) {
            if (!lost.contains(no)) continue;
            boolean led = lost.stream()
                    .anyMatch(other ->
                            graph.from(other).contains(no) && !graph.from(no).contains(other));
            if (led) continue;
            faults.error(sop.step(no).line(), "Langkah " + no + " tidak dapat dicapai dari kanal mana pun.");
            lost.removeAll(graph.from(no));
        }
    }

    /** Steps that lead into an endless ring are not named, only the ring. */
    private void endless(Graph graph, Set<String> reached) {
        List<String> stuck = reached.stream().filter(no -> !graph.canEnd(no)).toList();
        Set<String> told = new HashSet<>();
        for (Step step : sop.steps()) {
            if (!stuck.contains(step.no()) || told.contains(step.no())) continue;
            Set<String> ring = graph.from(step.no());
            if (!ring.stream().allMatch(other -> graph.from(other).contains(step.no()))) continue;
            told.addAll(ring);
            List<String> inOrder = graph.steps().stream().filter(ring::contains).toList();
            faults.error(
                    step.line(),
                    inOrder.size() == 1
                            ? "Langkah " + step.no() + " hanya kembali ke dirinya dan tidak pernah berakhir."
                            : "Langkah " + Sentence.and(inOrder)
                                    + " berputar tanpa jalan ke SELESAI, DITOLAK, atau PINDAH.");
        }
    }

    private void answers() {
        if (sop.steps().stream().anyMatch(Step::answers)) return;
        faults.error(
                lines.steps(),
                "Belum ada langkah yang menjawab pelapor. Tulis \"sistem: [jawab: ...]\" di langkah yang mengirim jawaban.");
    }

    private void notes() {
        missing("waktu", step -> step.time() == null && !sop.byCitizen(step));
        missing("output", step -> step.output() == null);
        List<String> empty = emptyIdentity();
        if (!empty.isEmpty())
            faults.note(lines.sop(), "Bagian identitas yang belum diisi: " + Sentence.and(empty) + ".");
        Graph graph = new Graph(sop);
        sop.channels()
                .forEach((name, channel) -> graph.endWithoutAnswer(sop, channel.start())
                        .ifPresent(last -> faults.note(
                                sop.step(last).line(),
                                "Aduan dari kanal " + name + " dapat SELESAI di langkah " + last
                                        + " tanpa jawaban kepada pelapor.")));
    }

    private void missing(String word, Predicate<Step> absent) {
        List<Step> without = sop.steps().stream()
                .filter(step -> !step.automatic())
                .filter(absent)
                .toList();
        if (without.isEmpty()) return;
        List<String> numbers = without.stream().map(Step::no).toList();
        faults.note(without.getFirst().line(), "Langkah " + Sentence.and(numbers) + " belum mempunyai " + word + ".");
    }

    private List<String> emptyIdentity() {
        Header header = sop.header();
        Header.Dates dates = header.dates();
        boolean dated = Stream.of(dates.created(), dates.revised(), dates.approved(), dates.effective())
                .anyMatch(Objects::nonNull);
        List<String> empty = new ArrayList<>();
        if (header.number() == null) empty.add("nomor");
        if (!dated) empty.add("tanggal");
        if (header.signer() == null) empty.add("disahkan");
        if (header.legalBasis().isEmpty()) empty.add("dasar_hukum");
        if (header.qualifications().isEmpty()) empty.add("kualifikasi");
        if (header.related().isEmpty()) empty.add("keterkaitan");
        if (header.equipment().isEmpty()) empty.add("peralatan");
        if (header.warnings().isEmpty()) empty.add("peringatan");
        if (header.records().isEmpty()) empty.add("pencatatan");
        return empty;
    }
}
