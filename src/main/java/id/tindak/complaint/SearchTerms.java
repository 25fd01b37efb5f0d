package id.tindak.complaint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody searches for, term by term, with what the agency calls the same thing. Synonyms are put in here and not into the
 * stored words, so that a changed list of them holds at once.
 */
public record SearchTerms(List<Term> terms) {

    /** More words than that make no sharper search. */
    private static final int MOST = 24;

    /** A shorter word has too few trigrams to be told from another. */
    private static final int SHORTEST_NEAR = 4;

    /**
     * @param typed the word as it was written, in lower case
     * @param alternatives stems: a text is meant when it has all of one of them
     */
    public record Term(String typed, Set<Set<String>> alternatives) {

        /** As PostgreSQL's query of lexemes. */
        public String query() {
            return alternatives.stream()
                    .map(stems -> "(" + SearchWords.query(stems.toArray(String[]::new), " & ") + ")")
                    .collect(Collectors.joining(" | "));
        }

        /** The word for finding near spellings; empty when it is too short for that. */
        public String near() {
            return typed.codePointCount(0, typed.length()) < SHORTEST_NEAR ? "" : typed;
        }
    }

    /** @param synonyms one group a line, its members divided by commas: "lampu, penerangan, PJU" */
    public static SearchTerms of(String synonyms, @Nullable String... texts) {
        Map<String, String> typedByStem = new LinkedHashMap<>();
        for (String word : SearchWords.ofPerson(texts))
            for (String stem : SearchWords.of(word)) if (typedByStem.size() < MOST) typedByStem.putIfAbsent(stem, word);
        List<Set<Set<String>>> groups = synonyms.lines().map(SearchTerms::group).toList();
        List<Term> terms = new ArrayList<>();
        typedByStem.forEach((stem, typed) -> {
            Set<Set<String>> alternatives = new LinkedHashSet<>();
            alternatives.add(Set.of(stem));
            for (Set<Set<String>> group : groups)
                if (names(group, stem, typedByStem.keySet())) alternatives.addAll(group);
            terms.add(new Term(typed, alternatives));
        });
        return new SearchTerms(List.copyOf(terms));
    }

    /** Each member of a line as its stems: "penerangan jalan" has two. */
    private static Set<Set<String>> group(String line) {
        return Stream.of(line.split(","))
                .map(member -> Set.of(SearchWords.of(member)))
                .filter(stems -> !stems.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether this stem was written as a member of the group, or as a part of one that stands there whole. */
    private static boolean names(Collection<Set<String>> group, String stem, Set<String> written) {
        return group.stream().anyMatch(member -> member.contains(stem) && written.containsAll(member));
    }

    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** A query that every term has to meet. */
    public String all() {
        return joined(" & ");
    }

    /** A query that one term has to meet. */
    public String any() {
        return joined(" | ");
    }

    private String joined(String operator) {
        return terms.stream().map(t -> "(" + t.query() + ")").collect(Collectors.joining(operator));
    }
}
