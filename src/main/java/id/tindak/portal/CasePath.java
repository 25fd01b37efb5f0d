package id.tindak.portal;

import id.tindak.base.web.Clocked;
import id.tindak.base.web.Page;
import id.tindak.base.web.PathStep;
import id.tindak.calendar.TimeStandard;
import id.tindak.handling.Assignment;
import id.tindak.handling.Case;
import id.tindak.handling.CaseFile;
import id.tindak.handling.Elected;
import id.tindak.handling.Queue;
import id.tindak.sop.Sop;
import id.tindak.sop.Standing;
import id.tindak.sop.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of one case: what was done, who holds it, what comes when nothing comes between. Roles and units, never names. */
final class CasePath {

    private final Page page;
    private final CaseFile file;
    private final Case k;
    private final Instant now;
    private final List<PathStep> path = new ArrayList<>();

    private CasePath(Page page, CaseFile file) {
        this.page = page;
        this.file = file;
        this.k = file.k();
        this.now = page.now();
    }

    static List<PathStep> of(Page page, CaseFile file) {
        return new CasePath(page, file).walk();
    }

    private List<PathStep> walk() {
        received();
        k.assignments().forEach(a -> path.add(a.open() ? current(a) : done(a)));
        if (k.handling().open()) k.current().ifPresent(this::coming);
        else ended();
        return List.copyOf(path);
    }

    private void received() {
        Sop sop = k.sop();
        var entry = sop.channels().get(k.complaint().channel());
        Step start = entry == null ? sop.steps().getFirst() : sop.step(entry.start());
        String title = sop.byCitizen(start) ? start.title() : page.t("portal.path.received");
        String note = page.t(
                "portal.path.received-note",
                page.times().near(k.complaint().receivedAt(), now),
                Labels.channel(page, k.complaint().channel()));
        path.add(new PathStep(PathStep.State.DONE, title, note, null));
    }

    private PathStep done(Assignment a) {
        Instant at = java.util.Objects.requireNonNull(a.doneAt());
        String when = page.times().near(at, now);
        if (a.queue().equals(Queue.REPORTER))
            return new PathStep(PathStep.State.DONE, page.t("portal.path.completed"), when, null);
        String title = k.step(a).title();
        String who = file.roleName(a);
        if (returned(k, a))
            return new PathStep(PathStep.State.RETURNED, title, page.t("portal.path.returned-note", who, when), null);
        Duration left = a.remaining();
        Duration standard = standard(a);
        if (left == null || standard == null || watchless(a))
            return new PathStep(PathStep.State.DONE, title, page.t("portal.path.done-note", who, when), null);
        Clocked clock = Clocked.done(standard, standard.minus(left));
        String used = page.times().working(clock.used());
        String note = clock.late()
                ? page.t(
                        "portal.path.late-note",
                        who,
                        used,
                        words(a),
                        page.times().working(left),
                        when)
                : page.t("portal.path.timed-note", who, used, words(a), when);
        return new PathStep(clock.late() ? PathStep.State.DONE_LATE : PathStep.State.DONE, title, note, clock);
    }

    private PathStep current(Assignment a) {
        if (a.waitsForReporter())
            return new PathStep(PathStep.State.CURRENT, page.t("portal.path.waiting"), waitingUntil(a), null);
        String since = page.times().near(a.openedAt(), now);
        Clocked clock = running(a);
        String who = file.roleName(a);
        String note = clock == null
                ? page.t("portal.path.held-note", who, since)
                : page.t("portal.path.running-note", who, since, clock.headline(page), clock.rest(page));
        return new PathStep(PathStep.State.CURRENT, k.step(a).title(), note, clock);
    }

    private String waitingUntil(Assignment a) {
        Instant until = a.deadline();
        return until == null
                ? ""
                : page.t("portal.path.waiting-note", page.times().date(until));
    }

    /** The clock of an open step; null without a standard of hours and minutes, and for elected persons. */
    private @Nullable Clocked running(Assignment a) {
        Duration standard = standard(a);
        Duration left = k.remaining(a, now);
        return standard == null || left == null || watchless(a) ? null : Clocked.running(standard, left);
    }

    /** What follows on the main path; while the case waits for the reporter, the step that asked goes on. */
    private void coming(Assignment current) {
        Sop sop = k.sop();
        String at = current.waitsForReporter()
                ? asking(current)
                : k.step(current).branches().getFirst().target();
        List<String> seen = new ArrayList<>(List.of(current.step()));
        while (!Sop.isEnd(at) && !seen.contains(at)) {
            seen.add(at);
            Step step = sop.step(at);
            TimeStandard time = Elected.is(sop.actor(step.actor())) ? null : step.time();
            String note = sop.byCitizen(step)
                    ? ""
                    : time == null
                            ? sop.actor(step.actor()).name()
                            : page.t(
                                    "portal.after.step", sop.actor(step.actor()).name(), Words.standard(page, time));
            path.add(new PathStep(PathStep.State.NEXT, step.title(), note, null));
            at = step.branches().getFirst().target();
        }
    }

    private String asking(Assignment waiting) {
        return k.interruptedBy(waiting)
                .map(Assignment::step)
                .orElseGet(() -> k.step(waiting).branches().getFirst().target());
    }

    /** The steps that the program did by itself at the end, or the word with which the case ended. */
    private void ended() {
        Instant at = k.handling().endedAt();
        String when = at == null ? "" : page.times().near(at, now);
        if (!Sop.DONE.equals(k.handling().outcome())) {
            path.add(new PathStep(PathStep.State.DONE, State.of(k).title(page), when, null));
            return;
        }
        String next =
                k.assignments().isEmpty() ? null : k.assignments().getLast().nextStep();
        while (next != null && !Sop.isEnd(next) && k.sop().step(next).automatic()) {
            Step step = k.sop().step(next);
            path.add(new PathStep(PathStep.State.DONE, step.title(), when, null));
            next = step.branches().getFirst().target();
        }
    }

    /** Whether the step sent the case back: to the reporter, or to a step that it had passed. */
    static boolean returned(Case k, Assignment a) {
        String next = a.nextStep();
        if (next == null || Sop.isEnd(next) || Standing.is(next) || Standing.is(a.step())) return false;
        Step to = k.sop().step(next);
        if (k.sop().byCitizen(to)) return !to.automatic();
        List<Step> steps = k.sop().steps();
        return steps.indexOf(to) <= steps.indexOf(k.step(a));
    }

    private boolean watchless(Assignment a) {
        return Elected.is(k.sop().actor(a.role()));
    }

    private String words(Assignment a) {
        TimeStandard t = a.timeStandard();
        return t == null ? "" : Words.standard(page, t);
    }

    /** A standard of hours and minutes as a duration; null for none and for whole working days, which no bar can show. */
    private static @Nullable Duration standard(Assignment a) {
        return minutes(a.timeStandard());
    }

    static @Nullable Duration minutes(@Nullable TimeStandard t) {
        return t == null || t.basis() == TimeStandard.Basis.WORKING_DAYS ? null : Duration.ofMinutes(t.amount());
    }
}
