package id.tindak.sop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The printed SOP: the form's columns, all the signed words, and an arrow for every way. */
class SopTableTest {

    private static final String CILACAP = "004-cilacap-laporbup";

    @ParameterizedTest
    @ValueSource(
            strings = {"000-sipesut-kukar", "001-sms-wa", "002-dprd-pasuruan", "003-mojokerto", "004-cilacap-laporbup"})
    void holds_every_signed_word_and_a_cell_for_every_actor(String name) {
        Sop sop = SopTexts.sop(name);
        Document page = Jsoup.parse(SopTable.html(sop));
        String words = page.text();
        for (Step step : sop.steps()) {
            assertThat(words).contains(squeezed(step.activity()));
            if (step.time() != null) assertThat(words).contains(step.time().text());
        }
        Element table = flow(page);
        assertThat(table.select("thead tr:last-child th")).hasSize(sop.actors().size() + 3);
        for (Element row : table.select("tbody tr")) {
            assertThat(row.select("td.alir")).hasSize(sop.actors().size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"000-sipesut-kukar", "001-sms-wa", "002-dprd-pasuruan", "003-mojokerto", "004-cilacap-laporbup"})
    void uses_no_inline_style_and_no_script_and_is_well_formed(String name) {
        String html = SopTable.html(SopTexts.sop(name));
        assertThat(html).doesNotContain("style=").doesNotContain("<script").doesNotContain("onclick");
        Parser strict = Parser.htmlParser().setTrackErrors(10);
        Jsoup.parse(html, "", strict);
        assertThat(strict.getErrors().stream()
                        .filter(error -> !error.getErrorMessage().contains("doctype"))
                        .toList())
                .isEmpty();
    }

    @Test
    void the_short_title_for_pages_is_not_printed() {
        Sop sop = SopTexts.sop(CILACAP);
        assertThat(SopTable.html(sop)).doesNotContain(sop.step("2").title());
    }

    @Test
    void every_way_of_cilacap_has_its_arrow_head_and_every_decision_its_words() {
        Document page = Jsoup.parse(SopTable.html(SopTexts.sop(CILACAP)));
        assertThat(page.select("td.alir use[href=#sop-putus]")).hasSize(2);
        assertThat(page.select("td.alir use[href=#sop-mulai]")).hasSize(2);
        assertThat(page.select("td.alir use[href=#sop-proses]")).hasSize(4);
        assertThat(page.select("td.alir use[href=#sop-turun]")).hasSize(7);
        assertThat(page.select("td.alir use[href=#sop-naik]")).hasSize(2);
        assertThat(page.select("td.alir text").eachText())
                .containsExactlyInAnyOrder("Tidak", "lengkap", "Lengkap", "Tidak", "sesuai", "Sesuai");
    }

    @Test
    void symbols_and_lines_of_a_row_lie_in_the_columns_of_their_actors() {
        Document page = Jsoup.parse(SopTable.html(SopTexts.sop(CILACAP)));
        List<Element> rows = flow(page).select("tbody tr");
        int[] column = {0, 1, 2, 3, 4, 3, 2, 0};
        for (int i = 0; i < column.length; i++) {
            List<Element> cells = rows.get(i).select("td.alir");
            for (int c = 0; c < cells.size(); c++) {
                boolean symbol = !cells.get(c)
                        .select("use[href=#sop-putus], use[href=#sop-mulai], use[href=#sop-proses]")
                        .isEmpty();
                assertThat(symbol).as("row " + (i + 1) + " column " + c).isEqualTo(c == column[i]);
            }
        }
    }

    @Test
    void what_is_not_in_the_signed_text_says_so() {
        Document page = Jsoup.parse(SopTable.html(SopTexts.sop("000-sipesut-kukar")));
        Element added = page.select("tbody tr").stream()
                .filter(row -> row.text().startsWith("6a"))
                .findFirst()
                .orElseThrow();
        assertThat(added.text()).contains("Tambahan, menunggu pengesahan");
        assertThat(page.text()).contains("Dijawab sendiri*: tambahan, menunggu pengesahan");
        assertThat(Jsoup.parse(SopTable.html(SopTexts.sop(CILACAP))).text()).doesNotContain("tambahan");
    }

    @Test
    void far_ways_go_through_numbered_connectors_on_both_ends() {
        Document page = Jsoup.parse(SopTable.html(SopTexts.sop("003-mojokerto")));
        assertThat(page.select("td.alir use[href=#sop-sambung]")).hasSize(5);
        List<String> words = page.select("td.alir text").eachText();
        assertThat(words.stream().filter("C2"::equals)).hasSize(2);
        assertThat(words.stream().filter("A1"::equals)).hasSize(3);
    }

    @Test
    void a_row_of_periodic_work_stands_where_the_signed_table_has_it() {
        Document page = Jsoup.parse(SopTable.html(SopTexts.sop("001-sms-wa")));
        assertThat(flow(page).select("tbody tr > td:first-child").eachText())
                .containsExactly("1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void blanks_of_the_signed_paper_stay_blanks() {
        Document page = Jsoup.parse(SopTable.html(SopTexts.sop("003-mojokerto")));
        assertThat(page.select("table.ident").text())
                .contains("188.4/ …… /SOP/417.304/2016")
                .contains("Tanggal disahkan 25 Februari 2016")
                .contains("Tanggal efektif ……");
    }

    @Test
    void text_of_the_file_never_becomes_markup() {
        String evil = "<img src=x onerror=alert(1)> & \"kutip\"";
        String yaml = SopTexts.shipped(CILACAP)
                .replace("nama: Admin OPD,", "nama: '" + evil + "',")
                .replace("nama: Pengelolaan Pengaduan Masyarakat LaporBupati", "nama: '" + evil + "'")
                .replace("      Sesuai: 4", "      '" + evil + "': 4")
                .replace("output: Data aduan\n", "output: '" + evil + "'\n");
        Sop sop = SopTexts.valid(yaml);
        assertThat(Jsoup.parse(SopTable.document(sop)).select("img")).isEmpty();
        assertThat(SopTable.document(sop)).contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;kutip&quot;");
        assertThat(Bpmn.xml(sop)).doesNotContain("<img");
    }

    @Test
    void the_document_for_printing_needs_nothing_else() {
        Document page = Jsoup.parse(SopTable.document(SopTexts.sop(CILACAP)));
        assertThat(page.select("link, script, img")).isEmpty();
        assertThat(page.select("style").html()).contains("A4 landscape").contains(".alir");
    }

    private static Element flow(Document page) {
        return Objects.requireNonNull(page.select("table.sop").last());
    }

    private static String squeezed(String text) {
        return text.replaceAll(" +", " ");
    }
}
