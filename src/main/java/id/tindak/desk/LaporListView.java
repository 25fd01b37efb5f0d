package id.tindak.desk;

import id.tindak.base.web.Menu;
import id.tindak.base.web.Page;
import id.tindak.calendar.WorkCalendar;
import id.tindak.handling.CaseLine;
import id.tindak.handling.CaseLines;
import id.tindak.lapor.LaporLine;
import id.tindak.lapor.LaporQuery;
import id.tindak.lapor.LaporReports;
import id.tindak.lapor.Meaning;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cases that stand in LAPOR!, what runs out there first on top.
 *
 * @param part end of the text keys of what is shown
 * @param next address of the following page; null on the last
 * @param troubled whether the adapter could not be reached
 */
public record LaporListView(
        Menu menu,
        List<DeskView.Chip> chips,
        String part,
        List<Row> rows,
        @Nullable String next,
        boolean troubled) {

    /**
     * @param theirs how it stands in LAPOR!
     * @param ours how it stands here
     * @param clock the clock of LAPOR! that runs out first; null where none runs
     * @param todo what would bring both in step; empty when they are
     */
    public record Row(
            String number,
            String tracking,
            String title,
            String theirs,
            String ours,
            @Nullable ClockView clock,
            String todo) {}

    static LaporListView of(
            Page page,
            LaporQuery query,
            LaporReports.Page found,
            Map<Long, CaseLines.Seen> seen,
            WorkCalendar calendar,
            boolean troubled) {
        LaporQuery.After next = found.next();
        return new LaporListView(
                DeskMenu.plain(page, LaporQuery.HERE, true),
                Arrays.stream(LaporQuery.Part.values())
                        .map(p -> new DeskView.Chip(
                                page.url(new LaporQuery(p, LaporQuery.After.START).path()),
                                page.t("desk.lapor.part." + p.word()),
                                p == query.part()))
                        .toList(),
                query.part().word(),
                found.lines().stream()
                        .filter(l -> seen.containsKey(l.report().complaintId()))
                        .map(l -> row(page, l, line(seen, l), calendar))
                        .toList(),
                next == null ? null : page.url(query.path(next)),
                troubled);
    }

    private static CaseLine line(Map<Long, CaseLines.Seen> seen, LaporLine l) {
        return java.util.Objects.requireNonNull(seen.get(l.report().complaintId()))
                .line();
    }

    private static Row row(Page page, LaporLine l, CaseLine line, WorkCalendar calendar) {
        return new Row(
                line.number(),
                l.report().number().isEmpty()
                        ? page.t("desk.erased")
                        : l.report().number(),
                line.title(),
                page.t(
                        "desk.lapor.theirs",
                        l.report().state(),
                        page.times().near(l.report().stateAt(), page.now())),
                ours(page, line),
                l.outside() == null ? null : ClockView.of(page, calendar, l.outside(), page.now()),
                todo(page, l));
    }

    private static String ours(Page page, CaseLine line) {
        String outcome = line.outcome();
        if (outcome != null) return Names.outcome(page, outcome);
        return line.step() == null
                ? page.t("desk.line.ended")
                : page.t("desk.lapor.step", line.stepName(), line.roleName());
    }

    /** Pasting comes first: without the answer no state over there can be right. */
    private static String todo(Page page, LaporLine l) {
        boolean over = l.report().meaning().over();
        if (l.waiting()) return page.t("desk.lapor.todo.paste");
        if (l.ended() && !over) return page.t("desk.lapor.todo.end");
        if (!l.ended() && over) return page.t("desk.lapor.todo.ended-there");
        return l.begun() && l.report().meaning() == Meaning.BARU ? page.t("desk.lapor.todo.begin") : "";
    }
}
