package id.tindak.publication;

import id.tindak.base.web.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which published cases somebody wants to see; a guessed or broken address shows all of them.
 *
 * @param words what is searched for; empty for nothing
 * @param late only those answered late, or only those in time; null for both
 * @param after where the page before ended; null for the first
 */
public record PublicQuery(
        String words,
        @Nullable String category,
        @Nullable Long unit,
        @Nullable String district,
        @Nullable Boolean late,
        @Nullable After after) {

    public static final String HERE = "/publik";

    /** Characters of a search. */
    private static final int LONGEST = 200;

    public record After(Instant published, long id) {}

    public static PublicQuery parse(Form form) {
        String words = form.value("q");
        return new PublicQuery(
                words.substring(
                        0, words.offsetByCodePoints(0, Math.min(LONGEST, words.codePointCount(0, words.length())))),
                form.one("kategori"),
                form.id("unit"),
                form.one("kecamatan"),
                switch (form.value("ketepatan")) {
                    case "tepat" -> Boolean.FALSE;
                    case "lambat" -> Boolean.TRUE;
                    default -> null;
                },
                after(form));
    }

    private static @Nullable After after(Form form) {
        Long id = form.id("id");
        if (id == null) return null;
        try {
            return new After(Instant.parse(form.value("sesudah")), id);
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** Whether anything narrows the list. */
    public boolean narrowed() {
        return !words.isBlank() || category != null || unit != null || district != null || late != null;
    }

    /** Address of the list with these filters, from there on. */
    public String path(After next) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!words.isBlank()) query.put("q", words);
        if (category != null) query.put("kategori", category);
        if (unit != null) query.put("unit", unit.toString());
        if (district != null) query.put("kecamatan", district);
        if (late != null) query.put("ketepatan", late ? "lambat" : "tepat");
        query.put("sesudah", next.published().toString());
        query.put("id", Long.toString(next.id()));
        return HERE + "?"
                + query.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
