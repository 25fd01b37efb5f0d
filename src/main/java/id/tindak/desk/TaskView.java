package id.tindak.desk;

import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.Unit;
import id.tindak.base.web.Menu;
import id.tindak.base.web.Page;
import id.tindak.handling.Period;
import id.tindak.handling.SideTask;
import id.tindak.sop.Periodic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** @param recap of the same period, to which the task leads; null where there is none, or it is not open to the reader */
    public record Opened(
            Menu menu,
            TaskView task,
            id.tindak.base.web.Form form,
            @Nullable Period recap) {}

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
                period == null ? t.activity() : t.activity() + ", " + inWords(page, period),
                names.of(t.role(), t.unitId()),
                deadline == null ? "" : page.t("desk.task.due", page.times().moment(deadline)),
                deadline != null && deadline.isBefore(done == null ? page.now() : done.at()),
                names.of(done),
                names.of(received),
                watched == null ? "" : watched.step() + ", " + names.of(watched.role(), watched.unitId()));
    }

    /** The period of which there is a recap; null for work of other kinds. */
    static @Nullable Period recapped(SideTask t) {
        return Optional.ofNullable(t.period())
                .flatMap(Period::parse)
                .filter(p -> p.every() != Periodic.Every.WEEK)
                .orElse(null);
    }

    private static String inWords(Page page, String period) {
        return Period.parse(period)
                .map(p -> p.words(page.times(), page.language()))
                .orElse(period);
    }
}
