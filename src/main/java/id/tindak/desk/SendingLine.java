package id.tindak.desk;

import id.tindak.base.web.Page;
import id.tindak.handling.CaseFile;
import id.tindak.message.Outbox;
import id.tindak.message.Sending;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one message to the reporter travelled, in words.
 *
 * @param what "Tanda terima, surel"
 * @param state "dibaca hari ini, 10.05"
 * @param reason what the provider said; empty unless it failed
 * @param troubled somebody has to look at it
 * @param perhaps nobody can say whether it arrived
 */
public record SendingLine(long id, String what, String state, String reason, boolean troubled, boolean perhaps) {

    /** Newest first. */
    static List<SendingLine> of(Page page, CaseFile file) {
        return file.sendings().stream().map(s -> line(page, s)).toList();
    }

    /** How a text of the conversation went out last; null where it never did. */
    static @Nullable SendingLine of(Page page, CaseFile file, long text) {
        return file.sendings().stream()
                .filter(s -> s.text() != null && s.text() == text)
                .findFirst()
                .map(s -> line(page, s))
                .orElse(null);
    }

    private static SendingLine line(Page page, Sending s) {
        return new SendingLine(
                s.id(),
                page.t(
                        "desk.sending.what",
                        page.t("mail." + s.template() + ".name"),
                        page.t(s.lane().equals(Outbox.EMAIL) ? "desk.sending.mail" : "desk.sending.message")),
                page.t("desk.sending." + s.state().name(), page.times().near(s.at(), page.now())),
                s.reason(),
                s.troubled(),
                s.state() == Sending.State.PERHAPS);
    }
}
