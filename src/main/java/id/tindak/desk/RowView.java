package id.tindak.desk;

import id.tindak.base.web.Page;
import id.tindak.calendar.WorkCalendar;
import id.tindak.complaint.Privacy;
import id.tindak.handling.Assignment;
import id.tindak.handling.CaseClock;
import id.tindak.handling.DeskRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of the desk in words.
 *
 * @param ref what the tick box sends: assignment and version, "17-2"
 * @param holder "Anda", a name, or that nobody took it
 */
public record RowView(
        String ref,
        String number,
        String title,
        String place,
        ClockView clock,
        boolean waiting,
        List<Mark> marks,
        String channel,
        String channelIcon,
        String step,
        String holder,
        Instant since) {

    /** A short word beside the title. {@code tone} is a class of the stylesheet. */
    public record Mark(String tone, String text) {}

    static RowView of(Page page, WorkCalendar calendar, DeskRow row, boolean others) {
        Assignment work = row.work();
        ClockView clock = work.waitsForReporter()
                ? ClockView.waiting(page, row.asked())
                : ClockView.of(page, calendar, work, page.now());
        return new RowView(
                work.id() + "-" + work.version(),
                row.number(),
                row.title(),
                row.place() == null ? "" : row.place(),
                clock,
                work.waitsForReporter(),
                marks(page, calendar, row),
                Names.channel(page, row.channel()),
                Names.icon(row.channel()),
                row.stepName(),
                holder(page, row, others),
                work.openedAt());
    }

    private static String holder(Page page, DeskRow row, boolean others) {
        if (row.work().waitsForReporter()) return page.t("desk.row.waiting");
        Long person = row.work().officerId();
        if (person != null && person == page.signed().officerId()) return page.t("desk.you");
        String name = row.holder();
        if (others) return name == null ? row.roleName() : name + ", " + row.roleName();
        return name == null ? page.t("desk.row.untaken") : name;
    }

    private static List<Mark> marks(Page page, WorkCalendar calendar, DeskRow row) {
        List<Mark> marks = new ArrayList<>();
        if (row.mandate()) marks.add(new Mark("soga", page.t("desk.mark.onBehalf", row.roleName())));
        if (row.emergency()) marks.add(new Mark("kudu", page.t("desk.mark.emergency")));
        if (row.privacy() == Privacy.RAHASIA) marks.add(new Mark("kudu", page.t("desk.mark.confidential")));
        switch (row.work().reason()) {
            case RETURN -> marks.add(new Mark("soga", back(page, row)));
            case REOPEN -> marks.add(new Mark("soga", page.t("desk.mark.reopened")));
            case RESUME -> marks.add(new Mark("daun", page.t("desk.mark.completed")));
            case FORWARD -> {}
        }
        Instant until = row.work().deadline();
        if (row.work().waitsForReporter() && until != null)
            marks.add(new Mark("", page.t("desk.mark.until", page.times().date(until))));
        int reminders = row.work().due().reminders();
        if (!row.work().waitsForReporter() && reminders > 0)
            marks.add(new Mark("", page.t("desk.mark.reminded", reminders)));
        CaseClock limit = row.limit();
        if (limit != null) {
            ClockView law = ClockView.of(page, calendar, limit, page.now());
            // one that has time enough would be a word on every line
            if (law.css().equals("hampir") || law.css().equals("lewat"))
                marks.add(new Mark(
                        law.css().equals("lewat") ? "kudu" : "soga",
                        page.t(limit.outside() ? "desk.mark.outside" : "desk.mark.statutory", law.headline())));
        }
        if (!row.kind().equals("pengaduan")) marks.add(new Mark("", Names.kind(page, row.kind())));
        return List.copyOf(marks);
    }

    private static String back(Page page, DeskRow row) {
        return row.from().isEmpty() ? page.t("desk.mark.returned") : page.t("desk.mark.returnedFrom", row.from());
    }
}
