package id.tindak.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.junit.jupiter.api.Test;

/** Templates hold no inline style or script, and no words: words live in the texts, in two languages. */
class TemplateRulesTest {

    private static final Pattern INLINE =
            Pattern.compile("(?i)<script(?![^>]*\\bsrc=)|<style\\b|\\sstyle\\s*=|\\son[a-z]+\\s*=|javascript:");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final Pattern SPOKEN_LITERAL =
            Pattern.compile("\"(\\p{Lu}\\p{Ll}[^\"]*|[^\"]*\\p{L}{2,} \\p{L}{2,}[^\"]*)\"");
    private static final List<String> SPOKEN_ATTRIBUTES =
            List.of("title", "alt", "placeholder", "aria-label", "content", "value", "label");
    /** Names of languages in themselves, and what is no word. */
    private static final Set<String> ALLOWED = Set.of("English", "Bahasa Indonesia", "Tindak");

    static List<String> inline(String template) {
        List<String> found = new ArrayList<>();
        var m = INLINE.matcher(template.replaceAll("(?s)<%--.*?--%>", ""));
        while (m.find()) found.add(m.group());
        return found;
    }

    static List<String> words(String text) {
        List<String> found = new ArrayList<>();
        Template template = Template.of(text);
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode t && spoken(t.text()))
                        found.add(t.text().strip());
                    if (node instanceof Element e)
                        for (String a : SPOKEN_ATTRIBUTES)
                            if (spoken(e.attr(a)) && !machine(e, a)) found.add(a + "=" + e.attr(a));
                },
                Jsoup.parse(template.markup(), Parser.xmlParser().setTrackErrors(0)));
        for (String code : template.code()) {
            var m = SPOKEN_LITERAL.matcher(code);
            while (m.find()) if (!ALLOWED.contains(m.group(1)) && !css(m.group(1))) found.add("\"" + m.group(1) + "\"");
        }
        return found;
    }

    private static boolean spoken(String text) {
        return LETTERS.matcher(text).find() && !ALLOWED.contains(text.strip());
    }

    /** Values that a program reads: of hidden fields, choices and meta elements. */
    private static boolean machine(Element e, String attribute) {
        return attribute.equals("value") && !e.attr("type").equals("submit")
                || attribute.equals("content") && e.normalName().equals("meta");
    }

    /** Several class names in one literal are no sentence. */
    private static boolean css(String literal) {
        return literal.matches("[a-z -]+");
    }

    @Test
    void noTemplateHoldsInlineStyleOrScript() {
        assertThat(inline("<p style=\"color:red\">")).isNotEmpty();
        assertThat(inline("<a onclick='x()'>")).isNotEmpty();
        assertThat(inline("<script>x()</script>")).isNotEmpty();
        assertThat(inline("<style>p{}</style>")).isNotEmpty();
        assertThat(inline("<script src=\"/aset/x.js\" defer></script>")).isEmpty();
        assertThat(Tree.files("src/main/jte", ".jte"))
                .isNotEmpty()
                .allSatisfy((path, text) -> assertThat(inline(text)).as(path).isEmpty());
    }

    @Test
    void noTemplateHoldsWordsForPeople() {
        assertThat(words("<p>Halo ${page.t(\"a.b\")}</p>")).containsExactly("Halo");
        assertThat(words("<img alt=\"Foto lubang\">")).containsExactly("alt=Foto lubang");
        assertThat(words("<p>${late ? \"Terlambat\" : \"\"}</p>")).containsExactly("\"Terlambat\"");
        assertThat(words("@template.layout.citizen(page = page, content = @`<h1>Judul</h1>`)"))
                .containsExactly("Judul");
        assertThat(words("@if(x)<b>Ya</b>@else<b>${m.no()}</b>@endif")).containsExactly("Ya");
        assertThat(words("@param String a\n<p class=\"kecil redup\">${page.t(\"a.b\", \"x\")}</p>"))
                .isEmpty();
        assertThat(Tree.files("src/main/jte", ".jte"))
                .allSatisfy((path, text) -> assertThat(words(text)).as(path).isEmpty());
    }
}
