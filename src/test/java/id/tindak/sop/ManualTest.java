package id.tindak.sop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/menulis-sop.md keeps step with the language. */
class ManualTest {

    private static final Pattern FILE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    /** Groups whose words are chosen by the writer. */
    private static final Set<String> FREE = Set.of("pelaksana", "pilihan", "tautan");

    @Test
    void its_whole_example_passes_the_check() throws IOException {
        Matcher example = FILE.matcher(manual());
        assertThat(example.find()).isTrue();
        assertThat(SopFile.read(example.group(1))).isInstanceOf(SopFile.Valid.class);
    }

    @Test
    void it_explains_every_word_that_the_five_procedures_use() throws IOException {
        String manual = manual();
        Set<String> words = new TreeSet<>();
        for (String name : List.of(
                "000-sipesut-kukar", "001-sms-wa", "002-dprd-pasuruan", "003-mojokerto", "004-cilacap-laporbup")) {
            Optional<Yaml> tree = YamlTree.read(SopTexts.shipped(name), new Faults());
            collect(tree.orElseThrow(), "", words);
        }
        assertThat(words).contains("ringkas", "kegiatan", "melalui", "rahasia").hasSizeGreaterThan(50);
        assertThat(words).allSatisfy(word -> assertThat(manual).containsPattern("\\b" + word + "\\b"));
    }

    private static void collect(Yaml node, String above, Set<String> words) {
        switch (node) {
            case Yaml.Text text -> {}
            case Yaml.Items items -> items.items().forEach(item -> collect(item, above, words));
            case Yaml.Words group -> {
                for (Yaml.Word word : group.words()) {
                    if (!FREE.contains(above)) words.add(word.key());
                    collect(word.value(), word.key(), words);
                }
            }
        }
    }

    private static String manual() throws IOException {
        return Files.readString(Path.of("docs/menulis-sop.md"));
    }
}
