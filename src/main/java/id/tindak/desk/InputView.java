package id.tindak.desk;

import id.tindak.base.web.Page;
import id.tindak.handling.CaseFile;
import id.tindak.handling.InputRequest;
import id.tindak.message.Message;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One unit's input on a case page.
 *
 * @param state whether it came, is late, or is not needed any more
 * @param tone class of the state
 * @param answer empty while there is none
 * @param gives whether this officer may answer now
 * @param withdraws whether this officer asked and may say that it is not needed any more
 */
public record InputView(
        long id,
        String unit,
        String asker,
        Instant askedAt,
        String question,
        String state,
        String tone,
        String answer,
        boolean gives,
        boolean withdraws) {

    public String form() {
        return "beri-" + id;
    }

    static List<InputView> of(Page page, CaseFile file, EventWords words) {
        return file.k().inputs().stream().map(r -> of(page, file, words, r)).toList();
    }

    private static InputView of(Page page, CaseFile file, EventWords words, InputRequest r) {
        boolean auditor = page.officer() != null && page.officer().auditor();
        boolean late = r.open() && r.due() != null && r.due().isBefore(page.now());
        return new InputView(
                r.id(),
                file.unitName(r.unitId()),
                words.officer(r.askedBy()),
                r.askedAt(),
                said(file, r.questionId()),
                state(page, r, late),
                r.open() ? "cap " + (late ? "kudu" : "soga") : r.givenAt() == null ? "redup" : "cap daun",
                said(file, r.answerId()),
                r.open() && !auditor && r.asks(file.holdings()),
                r.open() && r.askedBy() == page.signed().officerId());
    }

    private static String state(Page page, InputRequest r, boolean late) {
        if (r.givenAt() != null) return page.t("desk.input.given", page.times().near(r.givenAt(), page.now()));
        if (r.withdrawnAt() != null) return page.t("desk.input.withdrawn");
        return r.due() == null
                ? page.t("desk.input.open")
                : page.t(
                        late ? "desk.order.late" : "desk.input.until",
                        page.times().near(r.due(), page.now()));
    }

    private static String said(CaseFile file, @Nullable Long message) {
        return file.messages().stream()
                .filter(m -> Objects.equals(m.id(), message))
                .findFirst()
                .map(Message::body)
                .orElse("");
    }
}
