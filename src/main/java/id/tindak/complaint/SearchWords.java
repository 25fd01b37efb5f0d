package id.tindak.complaint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/** Search words of a text, stemmed as Indonesian; of people's names as they are. Built here, so the server needs no dictionary. */
public final class SearchWords {

    private static final Analyzer INDONESIAN = new IndonesianAnalyzer();
    private static final Analyzer PLAIN = new StandardAnalyzer();
    private static final int MOST = 600;

    private SearchWords() {}

    public static String[] of(@Nullable String... texts) {
        return words(INDONESIAN, texts);
    }

    public static String[] ofPerson(@Nullable String... texts) {
        return words(PLAIN, texts);
    }

    /** Words as PostgreSQL's query of lexemes: each quoted, so that nothing typed is an operator. */
    public static String query(String[] words, String operator) {
        return Stream.of(words)
                .map(w -> "'" + w.replace("\\", "\\\\").replace("'", "''") + "'")
                .collect(Collectors.joining(operator));
    }

    private static String[] words(Analyzer analyzer, @Nullable String... texts) {
        Set<String> words = new TreeSet<>();
        for (String text : java.util.Arrays.asList(texts)) if (text != null) collect(analyzer, text, words);
        return List.copyOf(words).toArray(String[]::new);
    }

    private static void collect(Analyzer analyzer, String text, Set<String> words) {
        try (TokenStream tokens = analyzer.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken() && words.size() < MOST) {
                String word = term.toString();
                if (word.length() <= 60) words.add(word);
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
