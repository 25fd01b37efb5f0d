package id.tindak.desk;

import id.tindak.base.Chain;
import id.tindak.base.web.Page;
import id.tindak.base.web.PathStep;
import id.tindak.base.web.PathStep.State;
import id.tindak.calendar.TimeStandard;
import id.tindak.calendar.TimeWords;
import id.tindak.handling.Assignment;
import id.tindak.handling.Case;
import id.tindak.handling.CaseFile;
import id.tindak.sop.Standing;
import id.tindak.sop.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way of a case through its SOP in the present round: what was done in which time, what was returned, who is next. */
final class CasePath {

    private final Page page;
    private final Case k;
    private final EventWords words;
    private final TimeWords times;
    private final Instant now;
    private final Set<Long> returned;
    private final List<Step> shown;
    private final int here;

    CasePath(Page page, CaseFile file, EventWords words) {
        this.page = page;
        this.k = file.k();
        this.words = words;
        this.times = ClockView.words(page);
        this.now = page.now();
        this.returned = returned(file.events());
        this.shown = shown(k);
        this.here = k.current().map(a -> shown.indexOf(k.step(a))).orElse(shown.size());
    }

    List<PathStep> steps() {
        List<PathStep> steps = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) steps.add(step(i));
        return steps;
    }

    /** When the case would be answered if every step still to come were done just in time; null while it waits or is ended. */
    @Nullable
    Instant forecast() {
        Assignment a = k.current().orElse(null);
        List<Step> path = mainPath(k);
        int at = a == null || a.waitsForReporter() ? -1 : path.indexOf(k.step(a));
        if (a == null || at < 0) return null;
        Instant deadline = a.deadline();
        Instant t = deadline == null || deadline.isBefore(now) ? now : deadline;
        String end = k.sop().promiseEnd(k.complaint().channel()).orElse("");
        for (int i = at; i < path.size() && !(i > at && path.get(i - 1).no().equals(end)); i++) {
            TimeStandard time = path.get(i).time();
            if (i > at && time != null && !path.get(i).automatic())
                t = k.calendar().deadline(t, time);
        }
        return t;
    }

    private PathStep step(int i) {
        Step s = shown.get(i);
        List<Assignment> runs = k.assignments().stream()
                .filter(a -> a.handlingId() == k.handling().id() && a.step().equals(s.no()))
                .toList();
        if (runs.isEmpty()) return never(s, i);
        Assignment last = runs.getLast();
        long open = runs.stream().filter(Assignment::open).count();
        if (open > 1 || open == 1 && !last.open())
            return new PathStep(State.CURRENT, s.title(), page.t("desk.path.parties", open), null);
        if (last.open()) return new PathStep(State.CURRENT, s.title(), current(last, runs.size()), null);
        if (returned.contains(last.id()))
            return new PathStep(State.RETURNED, s.title(), page.t("desk.path.returned", done(last)), null);
        if (i > here) return next(s);
        boolean late = last.remaining() != null && last.remaining().isNegative();
        return new PathStep(late ? State.DONE_LATE : State.DONE, s.title(), done(last), null);
    }

    private PathStep never(Step s, int i) {
        boolean filed = i == 0 && k.sop().byCitizen(s);
        boolean passed = s.automatic() && i < here;
        if (filed)
            return new PathStep(
                    State.DONE, s.title(), page.times().near(k.complaint().receivedAt(), now), null);
        return passed ? new PathStep(State.DONE, s.title(), "", null) : next(s);
    }

    private PathStep next(Step s) {
        String role = k.sop().actor(s.actor()).name();
        TimeStandard time = s.time();
        return new PathStep(State.NEXT, s.title(), time == null ? role : role + ", " + times.standard(time), null);
    }

    private String current(Assignment a, int times) {
        List<String> parts = new ArrayList<>();
        if (a.waitsForReporter())
            parts.add(page.t("desk.path.waiting", page.times().near(a.openedAt(), now)));
        else parts.add(a.officerId() == null ? page.t("desk.row.untaken") : words.officer(a.officerId()));
        if (times > 1 && a.reason() != Assignment.Reason.ORDER) parts.add(page.t("desk.path.again", times));
        int reminders = a.waitsForReporter() ? 0 : a.due().reminders();
        if (reminders > 0) parts.add(page.t("desk.path.reminded", reminders));
        Instant deadline = a.deadline();
        if (deadline != null) parts.add(page.t("desk.path.due", page.times().near(deadline, now)));
        return String.join(", ", parts);
    }

    private String done(Assignment a) {
        Long by = a.doneBy();
        String who = by == null ? "" : words.officer(by);
        TimeStandard standard = a.timeStandard();
        if (standard == null) return who;
        String used = page.t("desk.path.used", times.duration(k.used(a, now)), times.standard(standard));
        return who.isEmpty() ? used : who + ", " + used;
    }

    private static Set<Long> returned(List<Chain> events) {
        return events.stream()
                .filter(e -> e.kind().equals("STEP_RETURNED"))
                .map(e -> e.facts().getOrDefault("assignment", "0"))
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    private static List<Step> shown(Case k) {
        List<Step> main = mainPath(k);
        Set<String> visited = k.assignments().stream()
                .filter(a -> a.handlingId() == k.handling().id())
                .map(Assignment::step)
                .collect(Collectors.toSet());
        return Stream.concat(
                        k.sop().steps().stream().filter(s -> main.contains(s) || visited.contains(s.no())),
                        visited.stream().filter(Standing::is).sorted().map(k.sop()::step))
                .toList();
    }

    private static List<Step> mainPath(Case k) {
        String channel = k.complaint().channel();
        return k.sop().channels().containsKey(channel)
                ? k.sop().mainPath(channel)
                : k.sop().steps();
    }
}
