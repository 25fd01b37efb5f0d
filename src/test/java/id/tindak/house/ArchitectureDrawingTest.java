package id.tindak.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import id.tindak.Tindak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The drawing in docs/arsitektur.md is made from the compiled classes: who uses whom, and which calls of one module to another a complaint's way is made of. {@code bin/gambar} writes it
 * anew; a drawing that is not what the code is fails.
 */
class ArchitectureDrawingTest {

    private static final Path DOCUMENT = Path.of("docs", "arsitektur.md");
    private static final String BEGIN = "<!-- drawing: made by bin/gambar -->\n";
    private static final String END = "<!-- end of drawing -->";
    private static final int DEEPEST = 5;

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("/test/"))
            .importPackages("id.tindak");

    @Test
    void theDrawingIsWhatTheCodeIs() throws IOException {
        String document = Files.readString(DOCUMENT);
        int from = document.indexOf(BEGIN) + BEGIN.length();
        int to = document.indexOf(END);
        assertThat(to).as("the document has its marks").isGreaterThanOrEqualTo(from);
        String drawing = graph() + table() + ways();
        if (Boolean.getBoolean("tindak.gambar"))
            Files.writeString(DOCUMENT, document.substring(0, from) + drawing + document.substring(to));
        else
            assertThat(document.substring(from, to))
                    .as("the code has changed its shape: look whether it should, then run bin/gambar")
                    .isEqualTo(drawing);
    }

    @Test
    void aForgottenEdgeIsSeen() {
        Map<String, Set<String>> uses = new TreeMap<>(Map.of("a", Set.of("b", "c"), "b", Set.of("c"), "c", Set.of()));
        assertThat(direct(uses, "a")).as("a reaches c over b").containsExactly("b");
        assertThat(direct(uses, "b")).containsExactly("c");
        assertThat(uses().get("portal")).contains("intake", "handling");
    }

    /** Arrows that say nothing new (a → b → c makes a → c superfluous) are left out, and base, on which all stand. */
    private static String graph() {
        Map<String, Set<String>> uses = uses();
        StringBuilder text = new StringBuilder("```mermaid\ngraph TD\n");
        for (String module : uses.keySet())
            for (String used : direct(uses, module)) text.append("  %s --> %s\n".formatted(module, used));
        return text.append(
                        "```\nAn arrow: uses. All stand on `base`; an arrow that a longer way implies is left out.\n\n")
                .toString();
    }

    private static String table() {
        StringBuilder text = new StringBuilder("| module | uses, beside `base` |\n|---|---|\n");
        uses().forEach((module, used) -> text.append("| `%s` | %s |\n".formatted(module, String.join(", ", used))));
        return text + "\n";
    }

    private static String ways() {
        return "The calls from one class that acts (pages, verbs, stores) to another, in the order of the code:\n```\n"
                + way("id.tindak.portal.ComplaintFormPages", "submit")
                + way("id.tindak.desk.StepPages", "decide")
                + "```\n";
    }

    private static String way(String type, String method) {
        JavaMethod start = MAIN.get(type).getMethods().stream()
                .filter(m -> m.getName().equals(method))
                .findFirst()
                .orElseThrow();
        StringBuilder text = new StringBuilder();
        step(start, 0, text, new HashSet<>());
        return text.toString();
    }

    private static void step(JavaMethod method, int depth, StringBuilder text, Set<String> said) {
        text.append("  ".repeat(depth))
                .append(module(method.getOwner()))
                .append('/')
                .append(name(method))
                .append('\n');
        if (depth == DEEPEST || !said.add(method.getFullName())) return;
        for (JavaMethod next : acting(method, new HashSet<>())) step(next, depth + 1, text, said);
    }

    /** What it calls of other acting classes, itself or through its own private and value methods. */
    private static List<JavaMethod> acting(JavaMethod from, Set<String> seen) {
        List<JavaMethod> found = new ArrayList<>();
        from.getMethodCallsFromSelf().stream()
                .sorted(Comparator.comparingInt(JavaMethodCall::getLineNumber)
                        .thenComparing(c -> c.getTarget().getFullName()))
                .flatMap(c -> c.getTarget().resolveMember().stream())
                .filter(JavaMethod.class::isInstance)
                .map(JavaMethod.class::cast)
                .filter(m -> m.getOwner().getPackageName().startsWith("id.tindak."))
                .filter(m -> seen.add(m.getFullName()))
                .forEach(m -> {
                    boolean another = !m.getOwner().equals(from.getOwner());
                    if (another && acts(m)) found.add(m);
                    else if (!another) found.addAll(acting(m, seen));
                });
        return found.stream().distinct().toList();
    }

    private static boolean acts(JavaCodeUnit m) {
        return !module(m.getOwner()).equals("base")
                && !m.getModifiers().contains(JavaModifier.STATIC)
                && (m.getOwner().isMetaAnnotatedWith("org.springframework.stereotype.Component"));
    }

    private static Map<String, Set<String>> uses() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass c : MAIN) {
            String module = module(c);
            if (module.isEmpty() || module.equals("template")) continue;
            Set<String> used = uses.computeIfAbsent(module, m -> new TreeSet<>());
            c.getDirectDependenciesFromSelf().stream()
                    .map(d -> module(d.getTargetClass().getBaseComponentType()))
                    .filter(m -> !m.isEmpty() && !m.equals(module) && !m.equals("base") && !m.equals("template"))
                    .forEach(used::add);
        }
        return uses;
    }

    /** Without what is reached over another one. */
    private static Set<String> direct(Map<String, Set<String>> uses, String module) {
        Set<String> all = uses.getOrDefault(module, Set.of());
        return all.stream()
                .filter(target -> all.stream().noneMatch(over -> !over.equals(target) && reaches(uses, over, target)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean reaches(Map<String, Set<String>> uses, String from, String target) {
        Set<String> next = uses.getOrDefault(from, Set.of());
        return next.contains(target) || next.stream().anyMatch(n -> reaches(uses, n, target));
    }

    private static String module(JavaClass c) {
        String root = Tindak.class.getPackageName() + ".";
        if (!c.getPackageName().startsWith(root)) return "";
        return c.getPackageName().substring(root.length()).replaceAll("\\..*", "");
    }

    private static String name(JavaMethod m) {
        return m.getOwner().getSimpleName() + "." + m.getName();
    }
}
