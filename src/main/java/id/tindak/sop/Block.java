package id.tindak.sop;

import id.tindak.calendar.TimeStandard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A group of words of the file while it is being read. Every word that is asked for becomes known; what is left over at
 * {@link #close} is an unknown word. A misspelt word gives one fault, not also one for the word that is missing.
 */
final class Block {

    private final Map<String, Yaml.Word> words = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final List<String> missing = new ArrayList<>();
    private final Set<String> misspelt = new HashSet<>();
    private final int line;
    private final String place;
    private final Faults faults;
    private boolean quiet;

    /** @param place how a sentence names this group, for example "langkah 3" */
    Block(Yaml node, String place, Faults faults) {
        this(node, node.line(), place, faults);
    }

    /** @param line where a missing word is reported: that of the word above the group */
    Block(Yaml node, int line, String place, Faults faults) {
        this.line = line;
        this.place = place;
        this.faults = faults;
        if (node instanceof Yaml.Words group) group.words().forEach(word -> words.put(word.key(), word));
        else if (!isEmpty(node)) {
            quiet = true;
            faults.flowError(
                    line, "Isi " + place + " harus berupa kata-kata dengan titik dua, misalnya \"nama: Pemohon\".");
        }
    }

    /** A group that is absent, which somebody else reports: nothing can be missing in it. */
    static Block absent(int line, Faults faults) {
        Block block = new Block(new Yaml.Text(line, ""), "", faults);
        block.quiet = true;
        return block;
    }

    static boolean isEmpty(Yaml node) {
        return node instanceof Yaml.Text text && text.value().isEmpty();
    }

    int line() {
        return line;
    }

    int line(String word) {
        Yaml.Word found = words.get(word);
        return found == null ? line : found.line();
    }

    /** Words with free names, such as the keys of the actors, in the order of the file. */
    List<Yaml.Word> all() {
        known.addAll(words.keySet());
        return List.copyOf(words.values());
    }

    /** Null when the word is absent or has nothing behind it. */
    @Nullable
    Yaml take(String word) {
        known.add(word);
        Yaml.Word found = words.get(word);
        return found == null || isEmpty(found.value()) ? null : found.value();
    }

    @Nullable
    Yaml need(String word) {
        Yaml value = take(word);
        if (value == null) missing.add(word);
        return value;
    }

    @Nullable
    String text(String word) {
        Yaml value = take(word);
        return value == null ? null : textOf(value, word);
    }

    /** Empty, with a fault, when the word is absent. */
    String needText(String word) {
        Yaml value = need(word);
        return value == null ? "" : textOf(value, word);
    }

    /** One text or a list of texts. */
    List<String> texts(String word) {
        Yaml value = take(word);
        if (value == null) return List.of();
        if (!(value instanceof Yaml.Items list)) return List.of(textOf(value, word));
        return list.items().stream()
                .map(item -> textOf(item, word))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    boolean yes(String word) {
        String text = text(word);
        if (text == null || text.equals("tidak") || text.isEmpty()) return false;
        if (!text.equals("ya")) faults.error(line(word), "\"" + word + "\" di " + place + " diisi ya atau tidak.");
        return true;
    }

    @Nullable
    TimeStandard time(String word) {
        String text = text(word);
        if (text == null || text.isEmpty()) return null;
        try {
            return TimeStandard.parse(text);
        } catch (IllegalArgumentException notATime) {
            faults.error(line(word), String.valueOf(notATime.getMessage()));
            return null;
        }
    }

    @Nullable
    Block block(String word) {
        Yaml value = take(word);
        return value == null ? null : new Block(value, line(word), "\"" + word + "\" di " + place, faults);
    }

    /** Free names with a text each. */
    Map<String, String> pairs(String word) {
        Block pairs = block(word);
        Map<String, String> texts = new LinkedHashMap<>();
        if (pairs != null) pairs.all().forEach(pair -> texts.put(pair.key(), pairs.textOf(pair.value(), pair.key())));
        return texts;
    }

    List<Yaml> items(String word) {
        Yaml value = take(word);
        if (value == null) return List.of();
        if (value instanceof Yaml.Items list) {
            return list.items().stream().filter(item -> !isEmpty(item)).toList();
        }
        faults.flowError(
                line(word), "\"" + word + "\" di " + place + " harus berupa daftar (setiap butir diawali tanda -).");
        return List.of();
    }

    /** Reports unknown and missing words. */
    void close() {
        for (Yaml.Word word : words.values()) {
            if (known.contains(word.key())) continue;
            Spelling.nearest(word.key(), known).ifPresent(misspelt::add);
            faults.error(
                    word.line(),
                    "Kata \"" + word.key() + "\" tidak dikenal di " + place + "." + Spelling.hint(word.key(), known));
        }
        List<String> absent =
                missing.stream().filter(word -> !misspelt.contains(word)).toList();
        if (quiet || absent.isEmpty()) return;
        String words =
                Sentence.and(absent.stream().map(word -> "\"" + word + "\"").toList());
        faults.error(line(absent.getFirst()), words + " belum diisi di " + place + ".");
    }

    /** After {@link #close}: the word may be there under another spelling, or nothing could be read at all. */
    boolean misspelt(String word) {
        return quiet || misspelt.contains(word);
    }

    private String textOf(Yaml value, String word) {
        if (value instanceof Yaml.Text text) return text.value();
        faults.error(value.line(), "\"" + word + "\" di " + place + " harus berupa teks.");
        return "";
    }
}
