package id.tindak.sop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code langkah}. Numbers are gathered first, so that a step may lead to one that stands below it. */
final class StepReader {

    private static final int MOST = 200;
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9]{1,6}([.-][A-Za-z0-9]{1,4})?");
    private static final Set<String> EFFECTS =
            Set.of(Effect.NOTIFY, Effect.PRINT, Effect.REGISTER, Effect.ANSWER, Effect.PUBLISH, Effect.SURVEY);
    private static final Set<String> FIELDS = Set.of(
            "nama",
            "alamat",
            "hp",
            "email",
            "nik",
            "jenis_pelapor",
            "lembaga",
            "isi",
            "tempat",
            "lampiran",
            "kode_skpd",
            "maksud_tujuan");

    private final Map<String, Integer> order = new LinkedHashMap<>();
    private final Names names;
    private final Faults faults;
    private final BranchReader branches;

    StepReader(Map<String, Actor> actors, Faults faults) {
        this.names = new Names(actors, order, faults);
        this.faults = faults;
        this.branches = new BranchReader(names, faults);
    }

    /** Step numbers with their place in the file, from 0. */
    Map<String, Integer> order() {
        return Collections.unmodifiableMap(order);
    }

    List<Step> read(List<Yaml> items) {
        List<String> numbers = new ArrayList<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        if (items.size() > MOST) {
            faults.breakActors();
            faults.flowError(
                    items.get(MOST).line(), "Terlalu banyak langkah: satu SOP paling banyak " + MOST + " langkah.");
            return List.of();
        }
        for (Yaml item : items) numbers.add(number(item, lines));
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String no = numbers.get(i);
            Block block = new Block(items.get(i), no.isEmpty() ? "langkah ini" : "langkah " + no, faults);
            steps.add(step(no, block));
        }
        return List.copyOf(steps);
    }

    private String number(Yaml item, Map<String, Integer> lines) {
        if (item instanceof Yaml.Words group) {
            for (Yaml.Word word : group.words()) {
                if (word.key().equals("no")
                        && word.value() instanceof Yaml.Text text
                        && !text.value().isEmpty()) {
                    return number(text, lines);
                }
            }
        }
        faults.breakSteps();
        return "";
    }

    private String number(Yaml.Text text, Map<String, Integer> lines) {
        String no = text.value();
        if (!NUMBER.matcher(no).matches() || Sop.isEnd(no)) {
            faults.breakSteps();
            faults.error(
                    text.line(),
                    "Nomor langkah \"" + no + "\" tidak dikenal. Pakai huruf dan angka, misalnya 1, A2, atau 6a.");
        }
        Integer before = lines.putIfAbsent(no, text.line());
        if (before != null) {
            faults.breakSteps();
            faults.error(text.line(), "Nomor langkah " + no + " sudah dipakai di baris " + before + ".");
        }
        order.putIfAbsent(no, order.size());
        return no;
    }

    private Step step(String no, Block block) {
        block.needText("no");
        String activity = block.needText("kegiatan");
        String title = block.text("ringkas");
        String actor = block.needText("pelaksana");
        BranchReader.Ways ways = branches.read(no, block);
        Step step = new Step(
                no,
                block.text("bagian"),
                title == null || title.isEmpty() ? activity : title,
                activity,
                actor,
                block.texts("kelengkapan"),
                fields(block),
                block.time("waktu"),
                block.text("output"),
                block.text("keterangan"),
                effects(no, block),
                block.texts("tembusan"),
                block.yes("otomatis"),
                block.yes("tambahan"),
                ways.branches(),
                ways.disposition(),
                block.line());
        block.close();
        branches.checkOneWay(no, ways, block);
        check(step, block);
        return step;
    }

    private void check(Step step, Block block) {
        names.actor(step.actor(), block.line("pelaksana"), "Langkah " + step.no() + " dikerjakan");
        step.copies()
                .forEach(copy -> names.actor(copy, block.line("tembusan"), "Tembusan langkah " + step.no() + " untuk"));
        if (step.automatic() && (step.decision() || step.disposition() != null)) {
            faults.error(
                    block.line("otomatis"),
                    "Langkah " + step.no()
                            + " otomatis, jadi tidak boleh berisi pilihan atau disposisi: yang memutuskan harus orang.");
        }
        Actor actor = names.actors().get(step.actor());
        if (!step.fields().isEmpty() && actor != null && actor.from() != Actor.From.CITIZEN && !faults.actorsBroken()) {
            faults.error(
                    block.line("isian"),
                    "\"isian\" hanya untuk langkah pelapor, sedangkan langkah " + step.no() + " dikerjakan "
                            + actor.name() + ".");
        }
    }

    private Map<String, Boolean> fields(Block block) {
        Map<String, Boolean> fields = new LinkedHashMap<>();
        Map<String, String> written = block.pairs("isian");
        written.forEach((name, duty) -> {
            if (!FIELDS.contains(name)) {
                faults.error(block.line("isian"), "Isian \"" + name + "\" tidak dikenal." + fieldHint(name));
            } else if (!duty.equals("wajib") && !duty.equals("boleh")) {
                faults.error(block.line("isian"), "Isian \"" + name + "\" diberi wajib atau boleh.");
            }
            fields.put(name, duty.equals("wajib"));
        });
        return Collections.unmodifiableMap(fields);
    }

    private static String fieldHint(String name) {
        String hint = Spelling.hint(name, FIELDS);
        return hint.isEmpty()
                ? " Isian yang ada: "
                        + String.join(", ", FIELDS.stream().sorted().toList()) + "."
                : hint;
    }

    private List<Effect> effects(String no, Block block) {
        List<Effect> effects = new ArrayList<>();
        for (Yaml item : block.items("sistem")) {
            if (!(item instanceof Yaml.Words group)
                    || group.words().size() != 1
                    || !(group.words().getFirst().value() instanceof Yaml.Text argument)
                    || argument.value().isEmpty()) {
                faults.error(
                        item.line(),
                        "\"sistem\" di langkah " + no + " berisi kata dan tujuannya, misalnya [jawab: pemohon].");
                continue;
            }
            Yaml.Word word = group.words().getFirst();
            effects.add(effect(no, word, argument.value()));
        }
        return List.copyOf(effects);
    }

    private Effect effect(String no, Yaml.Word word, String argument) {
        String name = word.key();
        if (!EFFECTS.contains(name)) {
            faults.error(
                    word.line(),
                    "Kata sistem \"" + name + "\" di langkah " + no
                            + " tidak dikenal. Kata yang ada: kabari, cetak, catat, jawab, terbitkan, survei.");
        } else if (name.equals(Effect.NOTIFY)) {
            names.actor(argument, word.line(), "Langkah " + no + " mengabari");
        } else if (name.equals(Effect.ANSWER) && names.actor(argument, word.line(), "Langkah " + no + " menjawab")) {
            @Nullable Actor reporter = names.actors().get(argument);
            if (reporter != null && reporter.from() != Actor.From.CITIZEN && !faults.actorsBroken()) {
                faults.error(
                        word.line(),
                        "Langkah " + no + " menjawab \"" + argument
                                + "\", padahal jawaban hanya untuk pelaksana \"dari: masyarakat\".");
            }
        }
        return new Effect(name, argument);
    }
}
