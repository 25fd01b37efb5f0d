package id.tindak.lapor;

import id.tindak.agency.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words that LAPOR! uses for the state of a report, each with what it comes down to: a setting, because nobody publishes them and they change. */
public record States(Map<String, Meaning> words) {

    private static final String SETTING = "lapor_keadaan";

    public static States of(Settings settings) {
        Map<String, Meaning> words = new LinkedHashMap<>();
        for (String entry : settings.list(SETTING)) {
            int eq = entry.lastIndexOf('=');
            String word = (eq < 0 ? entry : entry.substring(0, eq)).strip();
            if (!word.isEmpty()) words.put(word, eq < 0 ? Meaning.LAIN : Meaning.of(entry.substring(eq + 1)));
        }
        return new States(words);
    }

    public Meaning meaning(String word) {
        return words.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(word.strip()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Meaning.LAIN);
    }

    /** The first word for that; the meaning itself where the agency has none. */
    String word(Meaning meaning) {
        return words.entrySet().stream()
                .filter(e -> e.getValue() == meaning)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(meaning.name());
    }

    public List<String> all() {
        return List.copyOf(words.keySet());
    }
}
