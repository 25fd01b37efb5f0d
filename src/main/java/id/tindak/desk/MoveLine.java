package id.tindak.desk;

import id.tindak.base.web.Page;
import id.tindak.handling.Assignment;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Move;
import id.tindak.message.Message;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger of moves as an officer reads it.
 *
 * @param who name of the officer who moved it
 * @param held how long it had lain there
 * @param why empty where no reason was written
 */
public record MoveLine(String what, String from, String to, String who, Instant at, String held, String why) {

    static List<MoveLine> of(Page page, CaseFile file) {
        return Move.of(file.k()).stream().map(m -> of(page, file, m)).toList();
    }

    private static MoveLine of(Page page, CaseFile file, Move m) {
        Assignment from = m.from();
        Assignment to = m.to();
        return new MoveLine(
                page.t("desk.move." + m.kind().name().toLowerCase(Locale.ROOT)),
                from == null ? m.place() : file.roleName(from),
                to == null ? from == null ? page.brand().name() : m.place() : holder(page, file, to),
                from == null ? "" : file.personName(from.doneBy()),
                m.at(),
                from == null ? "" : ClockView.words(page).duration(m.held()),
                from == null ? "" : why(file, from));
    }

    private static String holder(Page page, CaseFile file, Assignment to) {
        return to.queue().equals(id.tindak.handling.Queue.REPORTER) ? page.t("desk.reporter") : file.roleName(to);
    }

    private static String why(CaseFile file, Assignment from) {
        return file.messages().stream()
                .filter(m -> m.kind() == Message.Kind.REASON && said(m, from))
                .findFirst()
                .map(Message::body)
                .orElse("");
    }

    private static boolean said(Message m, @Nullable Assignment from) {
        return from != null && Objects.equals(m.officerId(), from.doneBy()) && m.at().equals(from.doneAt());
    }
}
