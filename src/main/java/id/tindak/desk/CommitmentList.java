package id.tindak.desk;

import id.tindak.base.web.Menu;
import id.tindak.base.web.Page;
import id.tindak.handling.Commitment;
import id.tindak.handling.Commitments;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Open commitments that an officer's units owe, the nearest day first.
 *
 * @param next address of the following page; null on the last
 */
public record CommitmentList(
        Menu menu, List<Row> rows, @Nullable String next) {

    /** @param late whether its day has passed */
    public record Row(
            String url,
            String what,
            String who,
            LocalDate due,
            boolean late,
            String first,
            String number,
            String title) {}

    static CommitmentList of(Page page, Menu menu, Commitments.Page found, Map<Long, String> units, LocalDate today) {
        Commitments.Place next = found.next();
        return new CommitmentList(
                menu,
                found.rows().stream().map(l -> row(page, l, units, today)).toList(),
                next == null ? null : page.url("/meja/janji?sesudah=" + next.due() + "&id=" + next.id()));
    }

    private static Row row(Page page, Commitments.Listed l, Map<Long, String> units, LocalDate today) {
        Commitment c = l.commitment();
        Long unit = c.unitId();
        return new Row(
                page.url("/aduan/" + l.number() + "#janji"),
                c.what().isEmpty() ? page.t("desk.erased") : c.what(),
                CommitmentView.who(page, c, unit == null ? "" : units.getOrDefault(unit, "")),
                c.due(),
                c.overdue(today),
                c.renewed() ? page.t("desk.promise.first", page.times().date(c.firstDue()), c.renewals()) : "",
                l.number(),
                l.title());
    }
}
