package id.tindak.publication;

import id.tindak.complaint.Reporter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text without what looks personal: in its place stands a mark that names its kind, in white brackets that nobody types. What the editor leaves open stays; the original is not in it. Pure.
 */
public final class Masking {

    private static final Pattern MARK = Pattern.compile("⟦(\\p{Lu}+)⟧");

    private Masking() {}

    /** @param open what the editor leaves as it stands, as {@link #key} writes it */
    static String masked(String text, Reporter reporter, Set<String> open) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Trace t : Traces.in(text, reporter)) {
            if (open.contains(key(t.in(text)))) continue;
            out.append(text, at, t.from()).append('⟦').append(t.kind().name()).append('⟧');
            at = t.to();
        }
        return out.append(text.substring(at)).toString();
    }

    /** The same thing is the same however it is spaced and capitalised. */
    public static String key(String found) {
        return found.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** What nobody types, taken out of what somebody typed. */
    static String typed(String text) {
        return text.replace("⟦", "").replace("⟧", "");
    }

    /**
     * A stretch of a masked text.
     *
     * @param hidden what was masked there; empty for words that can be read
     */
    public record Part(String text, Optional<Trace.Kind> hidden) {}

    /** A masked text in its stretches. */
    public static List<Part> parts(String masked) {
        List<Part> parts = new ArrayList<>();
        Matcher m = MARK.matcher(masked);
        int at = 0;
        while (m.find()) {
            Optional<Trace.Kind> kind = Arrays.stream(Trace.Kind.values())
                    .filter(k -> k.name().equals(m.group(1)))
                    .findFirst();
            if (kind.isEmpty()) continue;
            if (m.start() > at) parts.add(new Part(masked.substring(at, m.start()), Optional.empty()));
            parts.add(new Part("", kind));
            at = m.end();
        }
        if (at < masked.length()) parts.add(new Part(masked.substring(at), Optional.empty()));
        return List.copyOf(parts);
    }

    /** A masked text in one piece. */
    public static String plain(String masked, Function<Trace.Kind, String> mark) {
        return parts(masked).stream()
                .map(p -> p.hidden().map(mark).orElse(p.text()))
                .collect(Collectors.joining());
    }

    /** The text with what looks personal pointed out, for the editor alone. */
    public static List<Part> pointedOut(String text, Reporter reporter) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (Trace t : Traces.in(text, reporter)) {
            if (t.from() > at) parts.add(new Part(text.substring(at, t.from()), Optional.empty()));
            parts.add(new Part(t.in(text), Optional.of(t.kind())));
            at = t.to();
        }
        if (at < text.length()) parts.add(new Part(text.substring(at), Optional.empty()));
        return List.copyOf(parts);
    }
}
