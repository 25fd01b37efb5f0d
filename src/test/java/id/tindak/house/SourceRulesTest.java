package id.tindak.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** SQL stands in the stores alone, migrations are numbered and named, every command says what it does. */
class SourceRulesTest {

    private static final Pattern STRING = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"");
    private static final Pattern SQL = Pattern.compile(
            "(?is)\\b(select\\b.{1,400}?\\bfrom\\s+[a-z_]+|insert\\s+into\\s+[a-z_]+|update\\s+[a-z_]+\\s+(?:[a-z]\\s+)?set\\b|delete\\s+from\\s+[a-z_]+|create\\s+(?:table|index|view)\\b|truncate\\s+[a-z_]+|alter\\s+table\\b)");
    private static final Pattern MIGRATION = Pattern.compile("V(\\d{4})__[a-z0-9]+(_[a-z0-9]+)*\\.sql");

    static List<String> sql(String java) {
        List<String> found = new ArrayList<>();
        var strings = STRING.matcher(java.replaceAll("(?m)^\\s*(\\*|//).*$", ""));
        while (strings.find()) {
            var m = SQL.matcher(strings.group());
            if (m.find()) found.add(m.group());
        }
        return found;
    }

    static List<String> badMigrations(List<String> names) {
        Map<String, String> numbers = new TreeMap<>();
        List<String> bad = new ArrayList<>();
        for (String name : names) {
            var m = MIGRATION.matcher(name);
            if (!m.matches()) bad.add(name + " is not named V0001__words.sql");
            else if (numbers.putIfAbsent(m.group(1), name) != null)
                bad.add(name + " has the number of " + numbers.get(m.group(1)));
        }
        return bad;
    }

    static boolean explainsItself(String script) {
        return script.lines().limit(5).anyMatch(l -> l.matches("# DOC: \\S.{10,}"));
    }

    @Test
    void sqlStandsInTheStoresAlone() {
        assertThat(sql("String a = \"select id from officer\";")).isNotEmpty();
        assertThat(sql("String a = \"\"\"\n   insert into officer (id) values (?)\n \"\"\";"))
                .isNotEmpty();
        assertThat(sql("// select id from officer\nlog.info(\"Update selesai\");"))
                .isEmpty();
        Tree.files("src/main/java", ".java").forEach((path, text) -> {
            boolean allowed = path.endsWith("Store.java") || path.contains("base/database/");
            if (!allowed) assertThat(sql(text)).as(path).isEmpty();
        });
    }

    @Test
    void migrationsAreNumberedOnceAndNamedInWords() {
        assertThat(badMigrations(List.of("V1__x.sql", "V0002__a.sql", "V0002__b.sql", "V0003__Nama.sql")))
                .hasSize(3);
        List<String> names = Tree.files("src/main/resources/db/migration", "").keySet().stream()
                .map(p -> Path.of(p).getFileName().toString())
                .toList();
        assertThat(names).isNotEmpty();
        assertThat(badMigrations(names)).isEmpty();
    }

    @Test
    void everyCommandSaysInOneLineWhatItDoes() {
        assertThat(explainsItself("#!/usr/bin/env bash\nset -e\n")).isFalse();
        assertThat(explainsItself("#!/usr/bin/env bash\n# DOC: starts the program\n"))
                .isTrue();
        Tree.files("bin", "")
                .forEach((path, text) -> assertThat(explainsItself(text))
                        .as(path + " has no line \"# DOC: …\" among its first five")
                        .isTrue());
    }
}
