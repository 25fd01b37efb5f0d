package id.tindak.desk;

import id.tindak.base.Chain;
import id.tindak.base.web.Page;
import id.tindak.handling.CaseFile;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A case as a complete file: all that the page shows, every event with its hash, every attachment with its own. Whoever recomputes
 * the hashes finds the file complete and unchanged.
 */
public record PrintedFile(CaseView view, String printedBy, List<Link> events, List<Timeline.FileLink> files) {

    /** @param line the link's text exactly as it is hashed */
    public record Link(int seq, Instant at, String who, String what, String line, String hash) {}

    static PrintedFile of(Page page, CaseFile file, CaseView view) {
        EventWords words = new EventWords(page, file, ReporterCard.called(page, file));
        return new PrintedFile(
                view,
                file.personName(page.signed().officerId()).isEmpty()
                        ? page.signed().name()
                        : file.personName(page.signed().officerId()),
                file.events().stream().map(e -> link(words, e)).toList(),
                view.timeline().stream().flatMap(e -> e.files().stream()).toList());
    }

    private static Link link(EventWords words, Chain e) {
        return new Link(
                e.seq(),
                e.at(),
                words.who(e),
                words.what(e),
                e.line(),
                HexFormat.of().formatHex(e.hash()));
    }
}
