package id.tindak.complaint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The reporter's data in a text that others will read: found, and shown masked, so that finding it tells nobody more. Pure. */
public final class PersonalWords {

    /** What stands before names and in many other places. */
    private static final Set<String> TITLES = Set.of(
            "bapak", "ibu", "saudara", "saudari", "haji", "hajah", "raden", "dokter", "drs", "dra", "bin", "binti");

    private static final int SHORTEST_WORD = 4;
    private static final int SHORTEST_NUMBER = 6;

    /** Which of the reporter's data it is. */
    public enum Kind {
        NAME,
        PHONE,
        EMAIL,
        ADDRESS
    }

    /**
     * Where it stands.
     *
     * @param to index behind its last character
     */
    public record Place(Kind kind, int from, int to) {}

    private record Sought(Kind kind, Pattern pattern, String masked, boolean word) {}

    /** All places of a text; they may meet. */
    public static List<Place> places(Reporter r, String text) {
        List<Place> found = new ArrayList<>();
        for (Sought s : sought(r))
            s.pattern().matcher(text).results().forEach(m -> found.add(new Place(s.kind(), m.start(), m.end())));
        return found;
    }

    /** @param ordinary single words of the name may also be the name of a street or a plant; false looks for what can only be meant */
    public static Set<String> in(Reporter r, String text, boolean ordinary) {
        Set<String> found = new LinkedHashSet<>();
        for (Sought s : sought(r))
            if ((ordinary || !s.word()) && s.pattern().matcher(text).find()) found.add(s.masked());
        return found;
    }

    /** The text with three dots in the place of each. */
    public static String without(Reporter r, String text) {
        String left = text;
        for (Sought s : sought(r)) left = s.pattern().matcher(left).replaceAll(Matcher.quoteReplacement("…"));
        return left;
    }

    private PersonalWords() {}

    /** The longest first, so that a whole name is not found as its parts. */
    private static List<Sought> sought(Reporter r) {
        List<Sought> all = new ArrayList<>();
        name(all, r.name());
        name(all, r.represents());
        exactly(all, Kind.EMAIL, r.email(), "•••@•••");
        exactly(all, Kind.ADDRESS, r.address(), "•••");
        phone(all, r.phone());
        words(all, r.name());
        words(all, r.represents());
        return all;
    }

    private static void name(List<Sought> all, @Nullable String name) {
        if (name != null && name.strip().contains(" ")) exactly(all, Kind.NAME, name, Masked.name(name));
    }

    private static void exactly(List<Sought> all, Kind kind, @Nullable String value, String masked) {
        if (value == null || value.strip().length() < SHORTEST_WORD) return;
        String spaced = String.join(
                "\\s+",
                List.of(value.strip().split("\\s+")).stream()
                        .map(Pattern::quote)
                        .toList());
        all.add(new Sought(kind, whole(spaced), masked, false));
    }

    /** However it is spaced, with 0 or +62 before it. */
    private static void phone(List<Sought> all, @Nullable String phone) {
        if (phone == null) return;
        String digits = phone.replaceAll("\\D", "").replaceFirst("^(62|0)", "");
        if (digits.length() < SHORTEST_NUMBER) return;
        String spaced = String.join("[\\s.()-]*", digits.split(""));
        all.add(new Sought(
                Kind.PHONE,
                Pattern.compile("(?<!\\d)(\\+?62|0)?[\\s.()-]*" + spaced + "(?!\\d)"),
                Masked.phone(phone),
                false));
    }

    private static void words(List<Sought> all, @Nullable String name) {
        if (name == null) return;
        for (String word : name.strip().split("[\\s.,]+")) {
            boolean tells = word.length() >= SHORTEST_WORD && !TITLES.contains(word.toLowerCase(Locale.ROOT));
            if (tells) all.add(new Sought(Kind.NAME, whole(Pattern.quote(word)), Masked.name(word), true));
        }
    }

    private static Pattern whole(String words) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
