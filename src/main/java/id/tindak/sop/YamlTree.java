package id.tindak.sop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Builds the tree from the parser's events. Whatever a hostile or clumsy file holds comes out as a sentence with its
 * line: too large, too deep, aliases, tags, a second document, repeated words.
 */
final class YamlTree {

    /** Characters; the largest real SOP has 6,000. */
    static final int LARGEST = 200_000;

    private static final int DEEPEST = 12;

    private final Iterator<Event> events;
    private final Faults faults;

    private YamlTree(Iterator<Event> events, Faults faults) {
        this.events = events;
        this.faults = faults;
    }

    /** Empty when the text is no YAML that an SOP may use; the fault says why. */
    static Optional<Yaml> read(String text, Faults faults) {
        if (text.length() > LARGEST) {
            faults.flowError(1, "Berkas terlalu besar: paling banyak " + LARGEST / 1000 + ".000 aksara.");
            return Optional.empty();
        }
        try {
            LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
            return Optional.ofNullable(
                    new YamlTree(new Parse(settings).parseString(text).iterator(), faults).document());
        } catch (Refused refused) {
            faults.flowError(refused.line, refused.sentence);
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark()
                            .or(broken::getContextMark)
                            .map(Mark::getLine)
                            .orElse(0)
                    + 1;
            faults.flowError(line, YamlFault.sentence(broken, text, line));
        } catch (RuntimeException broken) {
            // the parser leaks other exceptions on bytes that no editor writes; the clerk needs a sentence all the same
            faults.flowError(1, "Berkas memuat aksara yang tidak dapat dibaca. Simpan kembali sebagai teks UTF-8.");
        }
        return Optional.empty();
    }

    private @Nullable Yaml document() {
        Yaml root = null;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case DocumentStart -> {
                    if (root != null) {
                        throw new Refused(
                                event, "Satu berkas memuat satu SOP. Hapus garis \"---\" kedua dan isi sesudahnya.");
                    }
                    root = node(events.next(), 0);
                }
                default -> {}
            }
        }
        if (root == null) faults.flowError(1, "Berkas kosong.");
        return root;
    }

    private Yaml node(Event event, int depth) {
        if (depth > DEEPEST) throw new Refused(event, "Susunan terlalu dalam. Periksa tanda kurung dan lekukan.");
        if (event.getEventId() == Event.ID.Alias) throw new Refused(event, ALIAS);
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) throw new Refused(event, ALIAS);
        return switch (event) {
            case ScalarEvent scalar -> text(scalar);
            case CollectionStartEvent start -> {
                if (start.getTag().isPresent()) throw new Refused(event, TAG);
                yield event.getEventId() == Event.ID.MappingStart ? words(start, depth) : items(start, depth);
            }
            default -> throw new Refused(event, "Isi di sini tidak dikenal.");
        };
    }

    private Yaml.Text text(ScalarEvent scalar) {
        if (scalar.getTag().isPresent()) throw new Refused(scalar, TAG);
        String value = scalar.getValue().strip();
        boolean nothing = scalar.isPlain() && (value.equals("~") || value.equals("null"));
        return new Yaml.Text(lineOf(scalar), nothing ? "" : value);
    }

    private Yaml.Items items(Event start, int depth) {
        List<Yaml> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new Yaml.Items(lineOf(start), List.copyOf(items));
    }

    private Yaml.Words words(Event start, int depth) {
        List<Yaml.Word> words = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(node(event, depth + 1) instanceof Yaml.Text key)) {
                throw new Refused(event, "Di sebelah kiri titik dua harus ada satu kata, bukan daftar.");
            }
            Yaml value = node(events.next(), depth + 1);
            Integer before = seen.putIfAbsent(key.value(), key.line());
            if (before == null) words.add(new Yaml.Word(key.line(), key.value(), value));
            else
                faults.error(
                        key.line(), "\"" + key.value() + "\" sudah ditulis di baris " + before + ". Hapus salah satu.");
        }
        return new Yaml.Words(lineOf(start), List.copyOf(words));
    }

    private static int lineOf(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private static final String ALIAS =
            "Jangkar (&) dan rujukan (*) tidak dipakai dalam berkas SOP. Tulis isinya, atau beri tanda kutip bila itu teks.";
    private static final String TAG = "Penanda (!) tidak dipakai dalam berkas SOP. Beri tanda kutip bila itu teks.";

    /** Leaves the reading of the document at a place where going on makes no sense. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int line;
        private final String sentence;

        Refused(Event event, String sentence) {
            super(sentence, null, false, false);
            this.line = lineOf(event);
            this.sentence = sentence;
        }
    }
}
