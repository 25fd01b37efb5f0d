package id.tindak.desk;

import id.tindak.base.web.Page;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Commitment;
import id.tindak.handling.Commitments;
import java.time.LocalDate;
import java.util.List;

/**
 * One commitment of an answer on the page of its case.
 *
 * @param state in words: kept, late, or until when
 * @param tone class of the state's label
 * @param first the day that was promised first; empty when it still holds
 * @param keeps whether this officer may close or renew it
 */
public record CommitmentView(
        long id, String what, String who, String state, String tone, String first, boolean keeps, LocalDate after) {

    static List<CommitmentView> of(Page page, CaseFile file, LocalDate today) {
        boolean reads = page.officer() != null && page.officer().auditor();
        return file.k().commitments().stream()
                .filter(Commitment::told)
                .map(c -> new CommitmentView(
                        c.id(),
                        c.what().isEmpty() ? page.t("desk.erased") : c.what(),
                        who(page, c, file.unitName(c.unitId())),
                        state(page, c, today),
                        c.open() ? (c.overdue(today) ? "cap kudu" : "cap soga") : "cap daun",
                        c.renewed() ? page.t("desk.promise.first", page.times().date(c.firstDue()), c.renewals()) : "",
                        !reads
                                && Commitments.mayKeep(
                                        file.k(),
                                        file.sight(),
                                        file.holdings(),
                                        page.signed().officerId(),
                                        c),
                        c.due().isBefore(today) ? today : c.due().plusDays(1)))
                .toList();
    }

    /** In whose hands it is: as it was written, else the unit, else the office itself. */
    static String who(Page page, Commitment c, String unit) {
        if (!c.responsible().isEmpty()) return c.responsible();
        return unit.isEmpty() ? page.brand().name() : unit;
    }

    private static String state(Page page, Commitment c, LocalDate today) {
        if (c.doneAt() != null) return page.t("desk.promise.done", page.times().date(c.doneAt()));
        String day = page.times().date(c.due());
        return page.t(c.overdue(today) ? "desk.promise.late" : "desk.promise.until", day);
    }

    public String form(String verb) {
        return verb + "-" + id;
    }
}
