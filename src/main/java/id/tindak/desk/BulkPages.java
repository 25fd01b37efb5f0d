package id.tindak.desk;

import id.tindak.agency.Calendars;
import id.tindak.base.web.Access;
import id.tindak.base.web.Access.Who;
import id.tindak.base.web.Form;
import id.tindak.base.web.Menu;
import id.tindak.base.web.Page;
import id.tindak.base.web.Signed;
import id.tindak.base.web.View;
import id.tindak.calendar.WorkCalendar;
import id.tindak.handling.Assignment;
import id.tindak.handling.Desk;
import id.tindak.handling.DeskRow;
import id.tindak.handling.Handlings;
import id.tindak.handling.Outcome;
import id.tindak.handling.Reminders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Taking, assigning or reminding of several cases at once: a preview that changes nothing, then one transaction per case and a list of what became of each. */
@Controller
class BulkPages {

    private static final int MOST = 100;
    private static final Pattern REF = Pattern.compile("(\\d{1,18})-(\\d{1,9})");

    private final Desk desk;
    private final Handlings handlings;
    private final Colleagues colleagues;
    private final Reminders reminders;
    private final RemindForm remind;
    private final Calendars calendars;

    BulkPages(
            Desk desk,
            Handlings handlings,
            Colleagues colleagues,
            Reminders reminders,
            RemindForm remind,
            Calendars calendars) {
        this.desk = desk;
        this.handlings = handlings;
        this.colleagues = colleagues;
        this.reminders = reminders;
        this.remind = remind;
        this.calendars = calendars;
    }

    @PostMapping("/meja/pilih")
    @Access(Who.OFFICER)
    View preview(Page page, Signed me, Form form) {
        boolean remind = reminding(form);
        if (chosen(form).isEmpty())
            return View.to(page, remind ? "/meja?antrean=opd" : "/meja").flash("desk.bulk.none");
        return remind ? reminding(page, me, form, 200) : preview(page, me, form, 200);
    }

    @PostMapping("/meja/kerjakan")
    @Access(Who.OFFICER)
    View perform(Page page, Signed me, Form form) {
        if (reminding(form)) return remind(page, me, form);
        boolean give = form.value("aksi").equals("serahkan");
        Long to = give ? form.id("kepada") : Long.valueOf(me.officerId());
        if (to == null) {
            form.wrong("kepada", "desk.bulk.whom");
            return preview(page, me, form, 422);
        }
        List<BulkResults.Result> results = new ArrayList<>();
        Map<Long, Integer> seen = chosen(form);
        for (DeskRow row : desk.chosen(me.agencyId(), me.officerId(), List.copyOf(seen.keySet())))
            results.add(new BulkResults.Result(
                    row.number(),
                    row.title(),
                    fault(move(me, row.work(), seen.getOrDefault(row.work().id(), 0), give, to))));
        return View.of("desk/bulk-result.jte", page, new BulkResults(menu(page, me), headline(page, results), results));
    }

    /** Reminds of each of the chosen cases, with the same words. */
    private View remind(Page page, Signed me, Form form) {
        String text = form.required("teks", ReminderPages.LONGEST, "handling.textMissing");
        if (!form.ok()) return reminding(page, me, form, 422);
        List<BulkResults.Result> results = new ArrayList<>();
        for (DeskRow row :
                desk.elsewhere(me.agencyId(), me.officerId(), chosen(form).keySet())) {
            Outcome outcome = reminders.byHand(
                    me.agencyId(),
                    me.officerId(),
                    row.work().complaintId(),
                    row.work().id(),
                    text);
            results.add(new BulkResults.Result(row.number(), row.title(), fault(outcome)));
        }
        return View.of("desk/bulk-result.jte", page, new BulkResults(menu(page, me), headline(page, results), results));
    }

    private View reminding(Page page, Signed me, Form form, int status) {
        List<Long> ids = List.copyOf(chosen(form).keySet());
        WorkCalendar calendar = calendars.current(me.agencyId());
        List<RowView> rows = desk.elsewhere(me.agencyId(), me.officerId(), ids).stream()
                .map(r -> RowView.of(page, calendar, r, true))
                .toList();
        if (!form.sent("teks")) form.with("teks", remind.textOfMany(page));
        return View.of(
                        "desk/bulk-remind.jte",
                        page,
                        new BulkPreview(menu(page, me), false, rows, ids.size() - rows.size(), Map.of(), form))
                .status(status);
    }

    private static boolean reminding(Form form) {
        return form.value("aksi").equals("ingatkan");
    }

    private Menu menu(Page page, Signed me) {
        return DeskMenu.plain(page, "", desk.ofWholeAgency(me.agencyId(), me.officerId()));
    }

    private View preview(Page page, Signed me, Form form, int status) {
        List<Long> ids = List.copyOf(chosen(form).keySet());
        boolean give = form.value("aksi").equals("serahkan");
        List<DeskRow> rows = desk.chosen(me.agencyId(), me.officerId(), ids);
        WorkCalendar calendar = calendars.current(me.agencyId());
        return View.of(
                        "desk/bulk.jte",
                        page,
                        new BulkPreview(
                                menu(page, me),
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
                                form))
                .status(status);
    }

    /** @param version as the preview showed it: what changed hands since is left alone */
    private Outcome move(Signed me, Assignment work, int version, boolean give, long to) {
        return give
                ? handlings.assign(me.agencyId(), me.officerId(), work.complaintId(), work.id(), version, to)
                : handlings.take(me.agencyId(), me.officerId(), work.complaintId(), work.id(), version);
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

    /** The ticked work and the version of each that was seen; see {@link RowView#ref}. */
    private static Map<Long, Integer> chosen(Form form) {
        Map<Long, Integer> chosen = new LinkedHashMap<>();
        for (String ref : form.many("pilih")) {
            Matcher m = REF.matcher(ref);
            if (m.matches() && chosen.size() < MOST) chosen.put(Long.valueOf(m.group(1)), Integer.valueOf(m.group(2)));
        }
        return chosen;
    }
}
