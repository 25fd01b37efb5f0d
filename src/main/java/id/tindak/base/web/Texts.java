package id.tindak.base.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The sentences of all pages and messages, from {@code text/id.properties} and {@code text/en.properties} (UTF-8). A parameter is written {0}, {1}; nothing else is special, quotes included.
 */
public final class Texts {

    public static final String DEFAULT = "id";
    public static final List<String> LANGUAGES = List.of(DEFAULT, "en");

    private static final Map<String, Map<String, String>> ALL = read();

    private Texts() {}

    /**
     * @param language "id" or "en"; anything else counts as "id"
     * @throws IllegalArgumentException when the key does not exist: a test keeps keys complete, so this is a fault in a page
     */
    public static String get(String language, String key, Object... args) {
        String text =
                ALL.getOrDefault(language, ALL.getOrDefault(DEFAULT, Map.of())).get(key);
        if (text == null) throw new IllegalArgumentException("No text with the key " + key);
        return args.length == 0 ? text : fill(text, args);
    }

    public static boolean has(String key) {
        return ALL.getOrDefault(DEFAULT, Map.of()).containsKey(key);
    }

    /** The word for one of an agency's codes, "desk.kind." + "pengaduan". A code of the agency's own is its word, written as one writes a word. */
    public static String named(String language, String prefix, String code) {
        if (has(prefix + code)) return get(language, prefix + code);
        String words = code.replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String fill(String text, Object[] args) {
        StringBuilder out = new StringBuilder(text.length() + 32);
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            int n = open + 2 < text.length() && text.charAt(open + 2) == '}' ? text.charAt(open + 1) - '0' : -1;
            if (n < 0 || n >= args.length) continue;
            out.append(text, at, open).append(args[n]);
            at = open + 3;
        }
        return out.append(text, at, text.length()).toString();
    }

    private static Map<String, Map<String, String>> read() {
        Map<String, Map<String, String>> all = new HashMap<>();
        for (String language : LANGUAGES) {
            Properties p = new Properties();
            try (var in = Texts.class.getResourceAsStream("/text/" + language + ".properties")) {
                if (in == null) throw new IllegalStateException("text/" + language + ".properties is missing");
                try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                    p.load(reader);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Map<String, String> texts = new HashMap<>();
            p.forEach((k, v) -> texts.put(k.toString(), v.toString()));
            all.put(language, Map.copyOf(texts));
        }
        return Map.copyOf(all);
    }
}
