package id.tindak.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every text key that is used exists, every one that exists is used, and Indonesian and English keep step. */
class TextRulesTest {

    /** Settings of the mail library begin like the texts of mails. */
    private static final Pattern LITERAL = Pattern.compile("\"(?!mail\\.smtp)([a-z]+\\.[A-Za-z0-9_.-]*)\"");

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    static Map<String, String> texts(String properties) {
        Properties p = new Properties();
        try {
            p.load(new StringReader(properties));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> all = new TreeMap<>();
        p.forEach((k, v) -> all.put(k.toString(), v.toString()));
        return all;
    }

    /** Literals that look like a key of one of the modules that have texts: whole keys, or beginnings that code completes. */
    static Set<String> used(Iterable<String> sources, Set<String> keys) {
        Set<String> modules =
                keys.stream().map(k -> k.substring(0, k.indexOf('.'))).collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        for (String source : sources) {
            var m = LITERAL.matcher(source);
            while (m.find())
                if (modules.contains(m.group(1).substring(0, m.group(1).indexOf('.')))) used.add(m.group(1));
        }
        return used;
    }

    static Set<String> missing(Set<String> used, Set<String> keys) {
        return used.stream()
                .filter(u -> !keys.contains(u) && keys.stream().noneMatch(k -> begins(u, k)))
                .filter(u -> !u.matches("[a-z]+\\.(css|svg|jte|js|yaml|csv|txt|png|pdf|zip|html|key|css|eml)"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> unused(Set<String> used, Set<String> keys) {
        return keys.stream()
                .filter(k -> !used.contains(k) && used.stream().noneMatch(u -> begins(u, k)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** "web.error." + status: only a literal that ends so is a beginning. */
    private static boolean begins(String literal, String key) {
        return key.startsWith(literal) && (literal.endsWith(".") || literal.endsWith("-") || literal.endsWith("_"));
    }

    @Test
    void theRuleFindsMissingAndUnusedKeys() {
        Set<String> keys = Set.of("web.a", "web.error.404", "web.tua");
        Set<String> used =
                used(java.util.List.of("page.t(\"web.a\"); page.t(\"web.error.\" + s); page.t(\"web.baru\")"), keys);
        assertThat(missing(used, keys)).containsExactly("web.baru");
        assertThat(unused(used, keys)).containsExactly("web.tua");
    }

    @Test
    void everyTextThatIsUsedExistsAndEveryTextThatExistsIsUsed() throws IOException {
        Set<String> keys = texts(read("id")).keySet();
        Set<String> sources = new TreeSet<>(Tree.files("src/main/java", ".java").values());
        sources.addAll(Tree.files("src/main/jte", ".jte").values());
        Set<String> used = used(sources, keys);
        assertThat(missing(used, keys)).as("used but not in id.properties").isEmpty();
        assertThat(unused(used, keys)).as("in id.properties but never used").isEmpty();
    }

    @Test
    void indonesianAndEnglishHaveTheSameKeysAndTheSamePlaces() throws IOException {
        Map<String, String> id = texts(read("id"));
        Map<String, String> en = texts(read("en"));
        assertThat(en.keySet()).isEqualTo(id.keySet());
        id.forEach((key, text) ->
                assertThat(places(en.getOrDefault(key, ""))).as(key).isEqualTo(places(text)));
    }

    @Test
    void noKeyIsWrittenTwice() throws IOException {
        for (String language : java.util.List.of("id", "en")) {
            var keys = read(language)
                    .lines()
                    .filter(l -> l.matches("[a-z][A-Za-z0-9_.-]*\\s*=.*"))
                    .map(l -> l.substring(0, l.indexOf('=')).strip())
                    .toList();
            assertThat(keys).as(language).doesNotHaveDuplicates();
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(r -> r.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(String language) throws IOException {
        return Files.readString(Path.of("src/main/resources/text/" + language + ".properties"), StandardCharsets.UTF_8);
    }
}
