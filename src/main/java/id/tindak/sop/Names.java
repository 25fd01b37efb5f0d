package id.tindak.sop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The actors and steps that a file declares, to check what refers to them. */
record Names(Map<String, Actor> actors, Map<String, Integer> order, Faults faults) {

    /** The words behind {@code dari:}; anything else is the name of a unit. */
    static final Map<String, Actor.From> FROM = Map.of(
            "masyarakat", Actor.From.CITIZEN,
            "instansi", Actor.From.AGENCY,
            "tujuan", Actor.From.TARGET_UNIT,
            "disposisi", Actor.From.DISPOSITION);

    /** A fault when no such actor is declared; returns whether it is. Where no actor could be read at all, that is told elsewhere. */
    boolean actor(String key, int line, String sentenceStart) {
        if (actors.containsKey(key)) return true;
        faults.breakActors();
        if (!key.isEmpty() && !actors.isEmpty()) {
            faults.error(
                    line,
                    sentenceStart + " \"" + key + "\" yang tidak ada di daftar pelaksana."
                            + Spelling.hint(key, actors.keySet()));
        }
        return false;
    }

    /** A fault when no such step exists; the flow cannot be judged then. */
    void step(String no, int line, String sentenceStart) {
        if (order.containsKey(no)) return;
        faults.breakFlow();
        if (order.isEmpty() || faults.stepsBroken()) return;
        faults.flowError(line, sentenceStart + " \"" + no + "\" yang tidak ada." + Spelling.hint(no, order.keySet()));
    }

    /** What {@code isi} asks for: the unit, the result, the parties of a disposition, or a name of the writer's own. */
    List<String> fills(Block block) {
        List<String> fills = block.texts("isi");
        List<String> known = new ArrayList<>(List.of(Branch.TARGET_UNIT, Branch.RESULT, Branch.ANSWER));
        known.addAll(actors.keySet());
        for (String fill : fills) {
            if (known.contains(fill)) continue;
            String hint = Spelling.hint(fill, known);
            if (hint.isEmpty()) continue;
            faults.breakActors();
            faults.error(block.line("isi"), "Isi \"" + fill + "\" tidak dikenal." + hint);
        }
        return fills;
    }
}
