package id.tindak.register;

import id.tindak.base.web.Fault;
import java.io.Serial;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a book prints its numbers: words in braces between letters, digits and signs, e.g. {@code {klasifikasi}/{urut:000}/{bulan:romawi}/{tahun}}
 * (domain: 175/04/Setwan/III/2022). Checked when it is set, so that printing cannot fail.
 */
final class NumberTemplate {

    static final int LONGEST = 80;

    private static final Pattern PART = Pattern.compile("\\{([a-z]+)(?::([^{}]*))?}|([^{}]+)|([{}])");
    /** No space and no equals sign: the number also stands in the chain of events, which is parted by them. */
    private static final Pattern SIGNS = Pattern.compile("[\\p{L}\\p{Nd}/._()-]+");

    private static final List<String> ROMAN =
            List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");

    enum Word {
        URUT("0{1,8}"),
        TAHUN(""),
        BULAN("romawi"),
        KLASIFIKASI(""),
        UNIT(""),
        KODE("");

        private final String options;

        Word(String options) {
            this.options = options;
        }
    }

    /** What a number is printed from. {@code month} is 1 to 12. */
    record Given(int number, int year, int month, String classification, String unit, String code) {}

    /** Why a text is no template. */
    static final class Unreadable extends IllegalArgumentException {

        @Serial
        private static final long serialVersionUID = 1;

        private final transient Fault fault;

        Unreadable(String key, Object... args) {
            super(key);
            this.fault = new Fault(key, args);
        }

        Fault fault() {
            return fault;
        }
    }

    /** A word with its option, or a piece of text. */
    private record Part(@Nullable Word word, String text) {}

    private final String text;
    private final List<Part> parts;

    private NumberTemplate(String text, List<Part> parts) {
        this.text = text;
        this.parts = parts;
    }

    /** @throws Unreadable with a sentence for whoever wrote it */
    static NumberTemplate parse(String text) {
        if (text.isEmpty()) throw new Unreadable("register.template.empty");
        if (text.length() > LONGEST) throw new Unreadable("register.template.long", LONGEST);
        List<Part> parts = new ArrayList<>();
        Matcher m = PART.matcher(text);
        while (m.find()) parts.add(part(m));
        long numbers = parts.stream().filter(p -> p.word() == Word.URUT).count();
        if (numbers != 1) throw new Unreadable("register.template.number", "{urut}");
        return new NumberTemplate(text, List.copyOf(parts));
    }

    private static Part part(Matcher m) {
        if (m.group(4) != null) throw new Unreadable("register.template.brace", "{urut}");
        String signs = m.group(3);
        if (signs != null) {
            if (!SIGNS.matcher(signs).matches()) throw new Unreadable("register.template.signs");
            return new Part(null, signs);
        }
        String option = m.group(2);
        for (Word word : Word.values()) {
            if (!word.name().toLowerCase(Locale.ROOT).equals(m.group(1))) continue;
            if (option != null && (option.isEmpty() || !option.matches(word.options)))
                throw new Unreadable("register.template.option", m.group());
            return new Part(word, option == null ? "" : option);
        }
        throw new Unreadable("register.template.word", m.group());
    }

    /** The words in it. */
    Set<Word> words() {
        Set<Word> words = EnumSet.noneOf(Word.class);
        for (Part p : parts) if (p.word() != null) words.add(p.word());
        return words;
    }

    String format(Given given) {
        StringBuilder out = new StringBuilder();
        for (Part p : parts) out.append(p.word() == null ? p.text() : word(p.word(), p.text(), given));
        return out.toString();
    }

    private static String word(Word word, String option, Given given) {
        return switch (word) {
            case URUT -> {
                String digits = Integer.toString(given.number());
                yield "0".repeat(Math.max(0, option.length() - digits.length())) + digits;
            }
            case TAHUN -> Integer.toString(given.year());
            case BULAN ->
                option.isEmpty() ? (given.month() < 10 ? "0" : "") + given.month() : ROMAN.get(given.month() - 1);
            case KLASIFIKASI -> given.classification();
            case UNIT -> given.unit();
            case KODE -> given.code();
        };
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
