package id.tindak.desk;

import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.Unit;
import id.tindak.base.web.Menu;
import id.tindak.base.web.Page;
import id.tindak.handling.SideTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Work beside the cases as its pages show it.
 *
 * @param what the SOP's text, with the period that it covers
 * @param role whose it is
 * @param due "batas waktu 8 Desember 2026 pukul 16.00 WIB"; empty without one
 * @param doneBy empty while it is open
 * @param madeBy who made what this role receives; empty for own work
 * @param watched "A1. Verifikasi, Operator Website, DPU"; empty for periodic work
 */
public record TaskView(
        SideTask task,
        String what,
        String role,
        String due,
        boolean late,
        String doneBy,
        String madeBy,
        String watched) {

    /** Open and done tasks of an officer. */
    public record Listing(Menu menu, List<TaskView> reminders, List<TaskView> periodic, boolean history) {

        public boolean empty() {
            return reminders.isEmpty() && periodic.isEmpty();
        }
    }

    /** @param fault whole-form fault key; null mostly */
    public record Opened(Menu menu, TaskView task, id.tindak.base.web.Form form) {}

    /** Names of units and officers, for many tasks. */
    record Names(Map<Long, String> units, Map<Long, String> officers) {

        static Names of(People people, int agencyId) {
            return new Names(
                    people.units(agencyId).stream().collect(Collectors.toMap(Unit::id, Unit::shortName)),
                    people.officers(agencyId).stream().collect(Collectors.toMap(Officer::id, Officer::name)));
        }

        private String of(SideTask.@Nullable Done done) {
            Long by = done == null ? null : done.by();
            return by == null ? "" : officers.getOrDefault(by, "");
        }

        private String of(String role, @Nullable Long unit) {
            String name = unit == null ? null : units.get(unit);
            return name == null ? role : role + ", " + name;
        }
    }

    static Function<SideTask, TaskView> words(Page page, Names names) {
        return t -> of(page, names, t);
    }

    private static TaskView of(Page page, Names names, SideTask t) {
        String period = t.period();
        Instant deadline = t.deadline();
        SideTask.Done done = t.done();
        SideTask.Watched watched = t.watched();
        SideTask.Done received = t.received();
        return new TaskView(
                t,
                period == null ? t.activity() : t.activity() + ", " + period(page, period),
                names.of(t.role(), t.unitId()),
                deadline == null ? "" : page.t("desk.task.due", page.times().moment(deadline)),
                deadline != null && deadline.isBefore(done == null ? page.now() : done.at()),
                names.of(done),
                names.of(received),
                watched == null ? "" : watched.step() + ", " + names.of(watched.role(), watched.unitId()));
    }

    /** "November 2026", "triwulan 4 2026": the code of a period in words. */
    private static String period(Page page, String code) {
        if (code.matches("\\d{4}-\\d{2}")) {
            String day = page.times().date(LocalDate.parse(code + "-01"));
            return day.substring(day.indexOf(' ') + 1);
        }
        if (code.length() < 6) return code;
        String kind = code.substring(5, 6);
        return page.t("desk.task.period." + kind, code.substring(6).replaceFirst("^0", ""), code.substring(0, 4));
    }
}
