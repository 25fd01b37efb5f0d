package id.tindak.portal;

import id.tindak.base.web.PathStep;
import id.tindak.publication.Masking;
import java.util.List;

/**
 * One published case with its way through the procedure.
 *
 * @param address under which it can always be found
 */
public record PublicCase(PublicItem item, List<PathStep> path, String address) {

    /** Characters of a preview elsewhere. */
    private static final int PREVIEW = 200;

    /** What a link to it shows elsewhere: the beginning of the answer, without what was masked. */
    public String preview() {
        StringBuilder text = new StringBuilder();
        for (Masking.Part part : item.answer()) text.append(part.hidden().isPresent() ? "…" : part.text());
        String plain = text.toString().replaceAll("\\s+", " ").strip();
        if (plain.codePointCount(0, plain.length()) <= PREVIEW) return plain;
        return plain.substring(0, plain.offsetByCodePoints(0, PREVIEW)).strip() + "…";
    }
}
