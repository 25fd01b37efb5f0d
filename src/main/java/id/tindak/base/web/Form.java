package id.tindak.base.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a person sent from one screen, cleaned: NUL and other control characters removed, line ends as \n, Unicode in NFC, ends stripped. Collects the faults of the fields in the order in
 * which they were found, and hands back what was typed so that a page can show it again.
 */
public final class Form {

    /** Nothing that a person would see: format characters (zero width, soft hyphen, direction marks) and spaces only. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Z}\\s]*");

    private final Map<String, List<String>> typed = new LinkedHashMap<>();
    private final Map<String, List<MultipartFile>> files;
    private final Map<String, Fault> errors = new LinkedHashMap<>();

    /** @param parameters as the servlet request gives them */
    public Form(Map<String, String[]> parameters, Map<String, List<MultipartFile>> files) {
        parameters.forEach((name, values) -> {
            List<String> list = new ArrayList<>();
            for (String value : values) list.add(clean(value));
            typed.put(name, list);
        });
        this.files = files;
    }

    /** What was kept of a form, to be shown again; see {@link #kept}. */
    public static Form of(Map<String, List<String>> kept) {
        Form form = empty();
        form.typed.putAll(kept);
        return form;
    }

    /** A form nobody has filled in yet. */
    public static Form empty() {
        return new Form(Map.of(), Map.of());
    }

    /**
     * The text of a field, "" when it is missing. A longer text is a fault and comes back whole, so that nothing typed is lost.
     *
     * @param max in characters as people count them (code points)
     */
    public String text(String field, int max) {
        String text = value(field);
        int length = text.codePointCount(0, text.length());
        if (length > max) wrong(field, "web.form.too-long", max, length);
        return text;
    }

    /** Like {@link #text}, and an empty field is a fault with the given sentence. */
    public String required(String field, int max, String key) {
        String text = text(field, max);
        if (text.isEmpty()) wrong(field, key);
        return text;
    }

    /** The text of a field on one line: line ends and runs of white space become one space. */
    public String line(String field, int max) {
        String text = text(field, max);
        return text.replaceAll("\\s+", " ");
    }

    /** The single value of a choice; null when nothing was chosen. */
    public @Nullable String one(String field) {
        String text = value(field);
        return text.isEmpty() ? null : text;
    }

    /** All values of a field that may be chosen several times, without empty ones. */
    public List<String> many(String field) {
        return typed.getOrDefault(field, List.of()).stream()
                .filter(v -> !v.isEmpty())
                .toList();
    }

    /** Whether the form had this field at all, empty or not. */
    public boolean sent(String field) {
        return typed.containsKey(field);
    }

    public boolean checked(String field) {
        return !value(field).isEmpty();
    }

    public boolean chose(String field, String value) {
        return typed.getOrDefault(field, List.of()).contains(value);
    }

    /** A number from an address or a hidden field; null when it is not one. */
    public @Nullable Long id(String field) {
        String text = value(field);
        if (!text.matches("\\d{1,18}")) return null;
        return Long.parseLong(text);
    }

    /** The same, -1 when it is none: no row has that id. */
    public long number(String field) {
        Long id = id(field);
        return id == null ? -1 : id;
    }

    /** Uploaded files of a field, without the empty part that a browser sends when none was chosen. */
    public List<MultipartFile> files(String field) {
        return files.getOrDefault(field, List.of()).stream()
                .filter(f ->
                        !f.isEmpty() || !String.valueOf(f.getOriginalFilename()).isEmpty())
                .toList();
    }

    /** What was typed, cleaned, for showing it again. */
    public String value(String field) {
        List<String> values = typed.get(field);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }

    /** Fills a field that the person left alone, e.g. with what is already known. */
    public Form with(String field, String value) {
        return with(field, List.of(value));
    }

    /** The same for a field of several values. */
    public Form with(String field, List<String> values) {
        typed.putIfAbsent(field, values);
        return this;
    }

    /** Notes a fault; the first of a field counts. */
    public void wrong(String field, String key, Object... args) {
        errors.putIfAbsent(field, new Fault(key, args));
    }

    public boolean ok() {
        return errors.isEmpty();
    }

    /** Faults by field, in the order in which they were found. */
    public Map<String, Fault> errors() {
        return errors;
    }

    public @Nullable Fault error(String field) {
        return errors.get(field);
    }

    /** All that was typed, for the pages that keep it over a lost session or an expired form. Secrets and the form token are left out. */
    public Map<String, List<String>> kept() {
        Map<String, List<String>> kept = new LinkedHashMap<>(typed);
        kept.keySet().removeIf(name -> name.startsWith("_") || name.startsWith("sandi"));
        return kept;
    }

    /** Removes what no text field should hold; see the class comment. */
    public static String clean(String raw) {
        String text = raw.replace("\r\n", "\n").replace('\r', '\n');
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(Form::harmless).forEach(out::appendCodePoint);
        String typed = Normalizer.normalize(out, Normalizer.Form.NFC).strip();
        return INVISIBLE.matcher(typed).matches() ? "" : typed;
    }

    private static boolean harmless(int c) {
        if (c == '\n' || c == '\t') return true;
        if (Character.isISOControl(c) || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF) return false;
        // embedding and override marks can make a shown text read otherwise than it is; isolates and plain marks stay
        if (c >= 0x202A && c <= 0x202E) return false;
        return c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE;
    }
}
