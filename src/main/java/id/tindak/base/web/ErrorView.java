package id.tindak.base.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pages that say what went wrong and what to do now. */
public final class ErrorView {

    private static final Set<Integer> KNOWN = Set.of(400, 403, 404, 405, 409, 410, 413, 415, 421, 422, 429, 500, 503);

    private ErrorView() {}

    /**
     * @param title short, e.g. "Halaman tidak ada"
     * @param sentence what to do
     * @param kept what was typed, to be sent again; null when there is nothing to keep
     */
    public record Shown(
            int status,
            String title,
            String sentence,
            @Nullable Kept kept) {}

    /**
     * What a lost POST held.
     *
     * @param action where it was going
     * @param files names of the file fields that held something; files cannot be kept and are chosen again
     */
    public record Kept(String action, Map<String, List<String>> fields, List<String> files) {

        /** What was typed by hand, for reading it once more: texts of some length and more than one word, so no signed tokens. */
        public List<String> texts() {
            return fields.values().stream()
                    .flatMap(List::stream)
                    .filter(v -> v.length() > 12 && v.chars().anyMatch(Character::isWhitespace))
                    .toList();
        }

        /** What this request tried to send, without secrets. */
        public static Kept of(HttpServletRequest request, Page page) {
            Form form = new Form(request.getParameterMap(), Map.of());
            Map<String, List<String>> fields = new LinkedHashMap<>(form.kept());
            List<String> files = files(request);
            return new Kept(page.url(page.path()), fields, files);
        }

        private static List<String> files(HttpServletRequest request) {
            if (!String.valueOf(request.getContentType()).startsWith("multipart/form-data")) return List.of();
            try {
                return request.getParts().stream()
                        .filter(part -> part.getSubmittedFileName() != null && part.getSize() > 0)
                        .map(Part::getName)
                        .distinct()
                        .toList();
            } catch (IOException | ServletException e) {
                return List.of(); // the text alone is kept
            }
        }
    }

    /** After signing in again: what was typed before, ready to be sent once more. */
    public static View resume(Page page, Kept kept) {
        String title = page.t("web.kept.resume.title");
        return View.of("web/error.jte", page, new Shown(200, title, page.t("web.kept.resume"), kept))
                .noStore();
    }

    /** The usual page of a status. */
    public static View of(int status, Page page) {
        return of(status, page, null, null);
    }

    /** @param sentence instead of the status's usual one */
    public static View of(int status, Page page, @Nullable Fault sentence, @Nullable Kept kept) {
        Fault said = sentence == null ? new Fault("web.error." + shown(status)) : sentence;
        return of(status, page, title(status), said, kept);
    }

    /** Text key of the usual heading. */
    static String title(int status) {
        return "web.error." + shown(status) + ".title";
    }

    private static int shown(int status) {
        return KNOWN.contains(status) ? status : status >= 500 ? 500 : 400;
    }

    /** @param title text key of the heading */
    static View of(int status, Page page, String title, Fault sentence, @Nullable Kept kept) {
        View view = View.of("web/error.jte", page, new Shown(status, page.t(title), page.t(sentence), kept))
                .status(status)
                .noStore();
        return status == 503 || status == 429 ? view.header("Retry-After", status == 503 ? "5" : "60") : view;
    }
}
