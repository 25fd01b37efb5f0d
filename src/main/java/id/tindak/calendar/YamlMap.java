package id.tindak.calendar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One mapping of a YAML file, read word by word; what is wrong is added to the faults with its line. */
final class YamlMap {

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Node node;
    private final List<CalendarFile.Fault> faults;

    /** @param words the known keys; any other is a fault; empty allows every key */
    YamlMap(Node node, List<String> words, List<CalendarFile.Fault> faults) {
        this.node = node;
        this.faults = faults;
        if (!(node instanceof MappingNode map)) {
            fault(
                    node,
                    "Di sini harus ada daftar kata dan isinya"
                            + (words.isEmpty() ? "." : ": " + String.join(", ", words) + "."));
            return;
        }
        for (NodeTuple tuple : map.getValue()) {
            String word = tuple.getKeyNode() instanceof ScalarNode scalar
                    ? scalar.getValue().strip()
                    : "";
            if (!words.isEmpty() && !words.contains(word))
                fault(
                        tuple.getKeyNode(),
                        "Kata \"" + word + "\" tidak dikenal di sini. Yang dikenal: " + String.join(", ", words) + ".");
            else if (keys.putIfAbsent(word, tuple.getKeyNode()) != null)
                fault(tuple.getKeyNode(), "Kata \"" + word + "\" sudah ditulis di atas.");
            else values.put(word, tuple.getValueNode());
        }
    }

    Map<String, Node> values() {
        return values;
    }

    Node key(String word) {
        return keys.getOrDefault(word, node);
    }

    /** Text of a word that must be there; null after a fault. */
    @Nullable
    String text(String word) {
        Node value = values.get(word);
        if (value == null
                || value instanceof ScalarNode scalar && scalar.getValue().isBlank()) {
            if (value != null || node instanceof MappingNode) fault(key(word), "\"" + word + "\" belum diisi.");
            return null;
        }
        return scalar(word, value);
    }

    /** Text of a word that may be absent, then the empty text. */
    String textOrEmpty(String word) {
        Node value = values.get(word);
        String text = value == null ? "" : scalar(word, value);
        return text == null ? "" : text;
    }

    /** What the text of a mandatory word means; null after a fault, also one that {@code meaning} throws as a sentence. */
    <T> @Nullable T value(String word, Function<String, T> meaning) {
        String text = text(word);
        try {
            return text == null ? null : meaning.apply(text);
        } catch (IllegalArgumentException e) {
            fault(values.getOrDefault(word, node), String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Entries of a list that may be absent. */
    List<Node> list(String word) {
        Node value = values.get(word);
        if (value == null
                || value instanceof ScalarNode scalar && scalar.getValue().isBlank()) return List.of();
        if (value instanceof SequenceNode list) return list.getValue();
        fault(value, "\"" + word + "\" harus berupa daftar; awali tiap isinya dengan tanda hubung (-).");
        return List.of();
    }

    void fault(Node at, String sentence) {
        faults.add(new CalendarFile.Fault(
                at.getStartMark().map(mark -> mark.getLine() + 1).orElse(1), sentence));
    }

    private @Nullable String scalar(String word, Node value) {
        if (value instanceof ScalarNode scalar) return scalar.getValue().strip();
        fault(value, "\"" + word + "\" harus berisi satu teks.");
        return null;
    }
}
