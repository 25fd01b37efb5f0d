package id.tindak.sop;

import java.util.List;
import java.util.Optional;

/** The SOP as a YAML 1.2 file: reads and checks it; whatever the text holds, the answer is a result, never an exception. */
public final class SopFile {

    private SopFile() {}

    public sealed interface Result {}

    /** @param notes what the writer should know; empty when there is nothing */
    public record Valid(Sop sop, List<Fault> notes) implements Result {}

    /** @param faults at least one error, and the notes, by line */
    public record Invalid(List<Fault> faults) implements Result {}

    public static Result read(String yaml) {
        Faults faults = new Faults();
        Optional<Yaml> tree = YamlTree.read(yaml, faults);
        if (tree.isEmpty()) return new Invalid(faults.byLine());
        SopReader.Draft draft = new SopReader(faults).read(tree.get());
        new SopCheck(draft, faults).run();
        return faults.anyError() ? new Invalid(faults.byLine()) : new Valid(draft.sop(), faults.byLine());
    }
}
