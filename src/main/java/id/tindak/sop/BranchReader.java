package id.tindak.sop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how a step goes on: {@code lanjut}, {@code pilihan} or {@code disposisi}. */
final class BranchReader {

    private static final Map<String, DispositionRule.Completion> COMPLETION = Map.of(
            "semua", DispositionRule.Completion.ALL,
            "satu", DispositionRule.Completion.ONE,
            "dikirim", DispositionRule.Completion.SENT);
    private static final int MOST = 12;
    private static final Set<String> ENDS = Set.of(Sop.DONE, Sop.REFUSED, Sop.MOVED);

    private final Names names;
    private final Faults faults;

    BranchReader(Names names, Faults faults) {
        this.names = names;
        this.faults = faults;
    }

    /** @param written how many of the three words the step has */
    record Ways(List<Branch> branches, @Nullable DispositionRule disposition, int written) {}

    Ways read(String no, Block block) {
        Yaml on = block.take("lanjut");
        Yaml choice = block.take("pilihan");
        Block disposition = block.block("disposisi");
        int written = (on == null ? 0 : 1) + (choice == null ? 0 : 1) + (disposition == null ? 0 : 1);
        DispositionRule rule = null;
        List<Branch> branches = new ArrayList<>();
        if (on != null) branches.add(branch(no, "", on));
        else if (choice != null) branches.addAll(choices(no, choice));
        else if (disposition != null) {
            rule = disposition(no, disposition);
            branches.add(new Branch("", rule.target(), List.of(), false, null, false, false, rule));
        }
        if (branches.isEmpty()) {
            faults.breakFlow();
            branches.add(new Branch("", Sop.DONE, List.of(), false, null, false, false, null));
        }
        return new Ways(List.copyOf(branches), rule, written);
    }

    /** After the block is closed: exactly one continuation, unless a misspelt word already explains it. */
    void checkOneWay(String no, Ways ways, Block block) {
        List<String> words = List.of("lanjut", "pilihan", "disposisi");
        if (ways.written == 0 && words.stream().noneMatch(block::misspelt)) {
            faults.flowError(
                    block.line(),
                    "Langkah " + no + " tidak mempunyai lanjutan. Tulis satu dari lanjut, pilihan, atau disposisi.");
        }
        if (ways.written > 1) {
            List<String> found =
                    words.stream().filter(word -> block.take(word) != null).toList();
            faults.flowError(
                    block.line(found.getLast()),
                    "Langkah " + no + " mempunyai lebih dari satu lanjutan (" + String.join(" dan ", found)
                            + "). Pilih satu saja.");
        }
    }

    private List<Branch> choices(String no, Yaml choice) {
        if (!(choice instanceof Yaml.Words group)) {
            faults.flowError(
                    choice.line(), "\"pilihan\" di langkah " + no + " harus berisi cabang, misalnya \"Lengkap: 3\".");
            return List.of();
        }
        List<Branch> branches = new ArrayList<>();
        group.words().forEach(word -> branches.add(branch(no, word.key(), word.value())));
        if (branches.size() > MOST) {
            faults.flowError(
                    choice.line(), "Terlalu banyak cabang di langkah " + no + ": paling banyak " + MOST + " cabang.");
        }
        if (branches.size() == 1) {
            faults.error(
                    choice.line(),
                    "\"pilihan\" di langkah " + no
                            + " hanya punya satu cabang. Tambahkan cabang lain atau pakai lanjut.");
        }
        if (branches.stream()
                        .map(Branch::signer)
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .count()
                > 1) {
            faults.error(
                    choice.line(),
                    "Cabang langkah " + no
                            + " menyebut lebih dari satu pelaksana pada \"oleh\". Satu langkah diputuskan satu orang.");
        }
        return branches;
    }

    private Branch branch(String no, String label, Yaml value) {
        String place = label.isEmpty() ? "Langkah " + no : "Cabang \"" + label + "\" di langkah " + no;
        if (value instanceof Yaml.Text target) {
            if (target.value().isEmpty()) faults.error(target.line(), place + " belum menyebut langkah berikutnya.");
            checkTarget(place, no, target.value(), target.line(), false);
            return new Branch(label, target.value(), List.of(), false, null, false, false, null);
        }
        Block block = new Block(value, label.isEmpty() ? "lanjut langkah " + no : "cabang \"" + label + "\"", faults);
        Block dispositionBlock = block.block("disposisi");
        String plain = dispositionBlock == null ? block.needText("ke") : block.text("ke");
        DispositionRule rule = dispositionBlock == null ? null : disposition(no, dispositionBlock);
        String target = rule == null ? String.valueOf(plain) : rule.target();
        boolean reason = reason(block);
        Branch branch = new Branch(
                label,
                target,
                names.fills(block),
                reason,
                block.text("oleh"),
                block.yes("rahasia"),
                block.yes("tambahan"),
                rule);
        block.close();
        if (rule != null && plain != null) {
            faults.error(
                    block.line("ke"), place + " menyebut \"ke\" dua kali. Pada disposisi cukup di dalam disposisi.");
        }
        if (rule == null) checkTarget(place, no, target, block.line("ke"), reason);
        String signer = branch.signer();
        if (signer != null) names.actor(signer, block.line("oleh"), place + " diputuskan oleh");
        return branch;
    }

    private boolean reason(Block block) {
        String word = block.text("alasan");
        if (word == null || word.equals("boleh")) return false;
        if (!word.equals("wajib")) faults.error(block.line("alasan"), "\"alasan\" diisi wajib atau boleh.");
        return true;
    }

    private void checkTarget(String place, String no, String target, int line, boolean reason) {
        if (target.isEmpty()) {
            faults.breakFlow();
            return;
        }
        if (!Sop.isEnd(target) && !names.order().containsKey(target)) {
            faults.breakFlow();
            if (faults.stepsBroken()) return;
            faults.error(line, place + " menuju langkah \"" + target + "\" yang tidak ada." + targetHint(target));
            return;
        }
        if (!reason) missingReason(no, target, place).ifPresent(sentence -> faults.error(line, sentence));
    }

    private String targetHint(String target) {
        String end = target.toUpperCase(java.util.Locale.ROOT);
        if (ENDS.contains(end)) return " Mungkin maksud Anda \"" + end + "\".";
        return Spelling.hint(target, target.length() > 4 ? ENDS : names.order().keySet());
    }

    private java.util.Optional<String> missingReason(String no, String target, String place) {
        String what = null;
        if (target.equals(Sop.REFUSED)) what = "menolak aduan";
        else if (target.equals(Sop.MOVED)) what = "memindahkan aduan";
        else if (!Sop.isEnd(target) && at(target) <= at(no)) what = "kembali ke langkah " + target;
        return java.util.Optional.ofNullable(what)
                .map(does -> place + " " + does + " tanpa alasan. Tambahkan \"alasan: wajib\".");
    }

    private int at(String no) {
        return names.order().getOrDefault(no, -1);
    }

    private DispositionRule disposition(String no, Block block) {
        String to = block.needText("kepada");
        String target = block.needText("ke");
        String through = block.text("melalui");
        String ends = block.text("selesai");
        DispositionRule.Completion completion = COMPLETION.get(ends == null ? "semua" : ends);
        block.close();
        if (completion == null)
            faults.error(block.line("selesai"), "\"selesai\" pada disposisi diisi semua, satu, atau dikirim.");
        if (names.actor(to, block.line("kepada"), "Disposisi di langkah " + no + " kepada")) {
            Actor party = names.actors().get(to);
            if (party != null && party.from() != Actor.From.DISPOSITION && !faults.actorsBroken()) {
                faults.breakActors();
                faults.error(
                        block.line("kepada"),
                        "Disposisi di langkah " + no + " kepada \"" + to
                                + "\", padahal pelaksana itu bukan \"dari: disposisi\".");
            }
        }
        if (through != null) names.actor(through, block.line("melalui"), "Disposisi di langkah " + no + " melalui");
        if (target.isEmpty()) faults.breakFlow();
        else if (!Sop.isEnd(target))
            names.step(target, block.line("ke"), "Disposisi di langkah " + no + " menuju langkah");
        return new DispositionRule(
                to, target, through, completion == null ? DispositionRule.Completion.ALL : completion);
    }
}
