package id.tindak.portal;

import id.tindak.base.web.Form;
import id.tindak.publication.Figures;
import id.tindak.publication.PublicQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list of published cases.
 *
 * @param figures of this year; null until they were counted first
 * @param next address of the next page; null on the last
 */
public record PublicList(
        Form form,
        PublicQuery query,
        PublicNames names,
        @Nullable Figures figures,
        List<PublicItem> items,
        @Nullable String next) {

    /** In time or late, value to words. */
    public Map<String, String> kept(String inTime, String late) {
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put("tepat", inTime);
        kept.put("lambat", late);
        return kept;
    }
}
