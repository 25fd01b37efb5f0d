package id.tindak.desk;

import id.tindak.agency.Calendars;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.calendar.WorkCalendar;
import id.tindak.handling.Desk;
import id.tindak.handling.DeskRow;
import id.tindak.handling.Handlings;
import id.tindak.handling.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Taking or assigning several cases at once: a preview that changes nothing, then one transaction per case and a list of what became of each. */
@Controller
class BulkPages {

    private static final int MOST = 100;

    private final Desk desk;
    private final Handlings handlings;
    private final Colleagues colleagues;
    private final Calendars calendars;

    BulkPages(Desk desk, Handlings handlings, Colleagues colleagues, Calendars calendars) {
        this.desk = desk;
        this.handlings = handlings;
        this.colleagues = colleagues;
        this.calendars = calendars;
    }

    @PostMapping("/meja/pilih")
    @Access(Who.OFFICER)
    View preview(Page page, Signed me, Form form) {
        List<Long> ids = ids(form);
        if (ids.isEmpty()) return View.to(page, "/meja").flash("desk.bulk.none");
        return preview(page, me, form, ids).status(200);
    }

    @PostMapping("/meja/kerjakan")
    @Access(Who.OFFICER)
    View perform(Page page, Signed me, Form form) {
        boolean give = form.value("aksi").equals("serahkan");
        Long to = give ? form.id("kepada") : Long.valueOf(me.officerId());
        if (to == null) {
            form.wrong("kepada", "desk.bulk.whom");
            return preview(page, me, form, ids(form)).status(422);
        }
        List<BulkResults.Result> results = new ArrayList<>();
        for (DeskRow row : desk.chosen(me.agencyId(), me.officerId(), ids(form)))
            results.add(new BulkResults.Result(row.number(), row.title(), fault(move(me, row, give, to))));
        return View.of(
                "desk/bulk-result.jte", page, new BulkResults(Rail.plain(page, ""), headline(page, results), results));
    }

    private View preview(Page page, Signed me, Form form, List<Long> ids) {
        boolean give = form.value("aksi").equals("serahkan");
        List<DeskRow> rows = desk.chosen(me.agencyId(), me.officerId(), ids);
        WorkCalendar calendar = calendars.current(me.agencyId());
        return View.of(
                "desk/bulk.jte",
                page,
                new BulkPreview(
                        Rail.plain(page, ""),
                        give,
                        rows.stream()
                                .map(r -> RowView.of(page, calendar, r, false))
                                .toList(),
                        ids.size() - rows.size(),
                        give
                                ? colleagues.of(
                                        me.agencyId(),
                                        rows.stream().map(DeskRow::work).toList())
                                : Map.of(),
                        form));
    }

    private Outcome move(Signed me, DeskRow row, boolean give, long to) {
        long complaint = row.work().complaintId();
        return give
                ? handlings.assign(
                        me.agencyId(), me.officerId(), complaint, row.work().id(), to)
                : handlings.take(
                        me.agencyId(), me.officerId(), complaint, row.work().id());
    }

    private static @Nullable String fault(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> null;
            case Outcome.Conflict conflict -> "desk.bulk.gone";
            case Outcome.Refused refused -> refused.reason();
        };
    }

    private static String headline(Page page, List<BulkResults.Result> results) {
        long done = results.stream().filter(r -> r.fault() == null).count();
        return page.t("desk.bulk.done", done, results.size());
    }

    private static List<Long> ids(Form form) {
        return form.many("pilih").stream()
                .filter(v -> v.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
