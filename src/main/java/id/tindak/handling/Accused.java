package id.tindak.handling;

import id.tindak.agency.Officer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which officers a reporter means, from what was typed into "who is complained of". Pure; rather nobody than a guess. */
final class Accused {

    /** Before or behind a name, not part of it. */
    private static final Set<String> TITLES = Set.of(
            "bapak", "pak", "ibu", "bu", "sdr", "sdri", "h", "hj", "dr", "drs", "dra", "drg", "ir", "kh", "prof");

    private Accused() {}

    /**
     * Officers whose whole name stands in the text, titles aside, or whose employee number (NIP) does. A name of one word counts only where the text says nothing else: it may be
     * part of anybody's name.
     */
    static Set<Long> in(String text, Collection<Officer> officers) {
        List<String> typed = words(text);
        String said = " " + String.join(" ", typed) + " ";
        String digits = text.replaceAll("\\D", "");
        return officers.stream()
                .filter(o -> byName(words(bare(o.name())), typed, said) || byNumber(o.nip(), digits))
                .map(Officer::id)
                .collect(Collectors.toSet());
    }

    /** Without degrees behind a comma and abbreviations with a full stop, unless nothing else is left. */
    private static String bare(String name) {
        String plain = name.replaceFirst(",.*", "").replaceAll("\\S*\\.\\S*", " ");
        return plain.isBlank() ? name : plain;
    }

    private static boolean byName(List<String> name, List<String> typed, String said) {
        return name.size() > 1
                ? said.contains(" " + String.join(" ", name) + " ")
                : !name.isEmpty() && name.equals(typed);
    }

    private static boolean byNumber(@org.jspecify.annotations.Nullable String nip, String digits) {
        return nip != null && !nip.isBlank() && digits.contains(nip.replaceAll("\\D", ""));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}']+"))
                .filter(w -> !w.isEmpty() && !TITLES.contains(w))
                .toList();
    }
}
