package id.tindak.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a search looks for: stems, without words that say nothing, with what the agency calls the same thing. */
class SearchTermsTest {

    private static final String SYNONYMS =
            "lampu jalan, penerangan jalan umum, PJU\npuskesmas, pusat kesehatan masyarakat\n\n,";

    private static SearchTerms.Term only(SearchTerms terms) {
        assertThat(terms.terms()).hasSize(1);
        return terms.terms().getFirst();
    }

    @Test
    void aWordIsSoughtByItsStemAndKeptAsItWasTyped() {
        SearchTerms.Term term = only(SearchTerms.of("", "yang Perbaikannya"));
        assertThat(term.typed()).isEqualTo("perbaikannya");
        assertThat(term.alternatives()).containsExactly(Set.of(SearchWords.of("perbaikan")[0]));
    }

    @Test
    void oneMemberOfAGroupStandsForAllOfIt() {
        Set<Set<String>> found = only(SearchTerms.of(SYNONYMS, "PJU")).alternatives();
        assertThat(found)
                .contains(Set.of("pju"), Set.of(SearchWords.of("lampu jalan")))
                .hasSize(3);
    }

    @Test
    void aMemberOfSeveralWordsCountsOnlyWhenItStandsThereWhole() {
        assertThat(only(SearchTerms.of(SYNONYMS, "jalan")).alternatives())
                .as("a road is no street lamp")
                .hasSize(1);
        assertThat(SearchTerms.of(SYNONYMS, "lampu jalan").terms())
                .allSatisfy(t -> assertThat(t.alternatives()).contains(Set.of("pju")));
    }

    @Test
    void nothingTypedIsAnOperator() {
        String query = SearchTerms.of("", "o'connor & !(lampu) | \\").all();
        assertThat(query).doesNotContain("!", "\\", "'o'connor'").contains("'lampu'");
    }

    @Test
    void aShortWordHasNoNearSpelling() {
        assertThat(SearchTerms.of("", "KTP lampu").terms())
                .extracting(SearchTerms.Term::near)
                .isEqualTo(List.of("", "lampu"));
    }

    @Test
    void nothingIsSoughtWhereNothingIsSaid() {
        assertThat(SearchTerms.of(SYNONYMS, "yang di ke dari").isEmpty()).isTrue();
        assertThat(SearchTerms.of(SYNONYMS, " , ?").isEmpty()).isTrue();
    }
}
