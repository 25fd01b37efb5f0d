package id.tindak.portal;

import id.tindak.base.web.Page;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Commitment;
import java.time.LocalDate;
import java.util.List;

/**
 * What the office still owes after its answer, as the reporter reads it.
 *
 * @param state until when, that it is late, or that it was kept
 * @param css class of the state's label
 * @param first the day that was promised first; empty when it still holds
 */
public record Promised(String what, String who, String state, String css, String first) {

    static List<Promised> of(Page page, CaseFile file) {
        LocalDate today = LocalDate.ofInstant(page.now(), page.brand().zone());
        return file.k().commitments().stream()
                .filter(c -> c.told() && !c.what().isEmpty())
                .map(c -> of(page, file, c, today))
                .toList();
    }

    private static Promised of(Page page, CaseFile file, Commitment c, LocalDate today) {
        String unit = file.unitName(c.unitId());
        String who = !c.responsible().isEmpty()
                ? c.responsible()
                : unit.isEmpty() ? page.brand().name() : unit;
        String day = page.times().date(c.due());
        return new Promised(
                c.what(),
                who,
                c.doneAt() != null
                        ? page.t("portal.promise.done", page.times().date(c.doneAt()))
                        : page.t(c.overdue(today) ? "portal.promise.late" : "portal.promise.until", day),
                c.open() ? (c.overdue(today) ? "kudu" : "soga") : "daun",
                c.renewed() ? page.t("portal.promise.first", page.times().date(c.firstDue())) : "");
    }
}
