package id.tindak.desk;

import id.tindak.base.Chain;
import id.tindak.base.web.Page;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Publishing;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a case stands with the public, as its own chain tells it: no further question to the database.
 *
 * @param said "Diterbitkan koordinator, 10.05"
 * @param css of the mark beside it
 * @param stands whether the public reads it now
 * @param edits whether this officer words it
 */
public record PublicationCard(String said, String css, boolean stands, boolean edits) {

    private static final Set<String> KINDS = Set.of(
            "PUBLICATION_WORDED", "PUBLISHED", "PUBLICATION_SKIPPED", "PUBLICATION_WITHDRAWN", "PUBLICATION_ALLOWED");

    static PublicationCard of(Page page, CaseFile file) {
        List<Chain> links =
                file.events().stream().filter(e -> KINDS.contains(e.kind())).toList();
        boolean stands = false;
        for (Chain e : links)
            stands = switch (e.kind()) {
                case "PUBLISHED" -> true;
                case "PUBLICATION_WITHDRAWN" -> false;
                default -> stands;
            };
        Chain last = links.isEmpty() ? null : links.getLast();
        return new PublicationCard(
                said(page, file, last, stands),
                stands ? "cap daun" : last == null ? "cap soga" : "cap",
                stands,
                Publishing.rights(file).edits());
    }

    private static String said(Page page, CaseFile file, @Nullable Chain last, boolean stands) {
        if (last == null) return page.t("publication.state.none");
        String when = page.times().near(last.at(), page.now());
        Long actor = last.actor();
        String who = actor == null ? page.t("desk.system") : file.personName(actor);
        return switch (last.kind()) {
            case "PUBLICATION_WORDED" ->
                page.t(stands ? "publication.state.reworded" : "publication.state.worded", who, when);
            case "PUBLISHED" -> page.t("publication.state.published", who, when);
            case "PUBLICATION_SKIPPED" ->
                page.t("publication.why." + last.facts().getOrDefault("why", "BELUM_DISUNTING"));
            case "PUBLICATION_WITHDRAWN" -> page.t("publication.state.withdrawn", who, when);
            default -> page.t("publication.state.allowed", who, when);
        };
    }
}
