package id.tindak.handling;

import id.tindak.calendar.TimeStandard;
import id.tindak.sop.Actor;
import id.tindak.sop.Step;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The clocks of a case during one transition (RULES.md, Clocks): the SOP's promise and the statutory limits of the case's kind. They start and stop at the moments that the law and the SOP name,
 * and stand still while the reporter has the case. Pure.
 */
final class Clocks {

    private final Transition t;
    private final Case from;
    private final Map<String, CaseClock> changed = new LinkedHashMap<>();

    Clocks(Transition t) {
        this.t = t;
        this.from = t.before();
    }

    /** Clocks to write, new or changed. */
    List<CaseClock> changed() {
        return List.copyOf(changed.values());
    }

    /** A round begins: what the SOP promises counts from now. */
    void startPromise() {
        TimeStandard promise = from.sop().promise(t.complaint().channel());
        if (promise != null) start(CaseClock.PROMISE, promise, "", true, t.now(), false);
    }

    void startLimits(StatutoryLimit.Starts when) {
        startLimits(when, t.now());
    }

    private void startLimits(StatutoryLimit.Starts when, Instant since) {
        t.rules().limits().stream()
                .filter(l -> l.starts() == when && l.holdsFor(t.complaint().kind()))
                .filter(l -> from.clocks().stream().noneMatch(c -> c.kind().equals(l.code()))
                        && !changed.containsKey(t.complaint().round() + l.code()))
                .forEach(l -> start(
                        l.code(),
                        l.standard(),
                        l.basis(),
                        l.pauses(),
                        since,
                        l.starts().outside()));
    }

    /** The complaint stands in the national system since then: its own limits count from that moment. */
    void reported(Instant since) {
        startLimits(StatutoryLimit.Starts.REPORTED, since);
    }

    /** It is said to allege abuse of power: where the national system waits for an answer, it waits longer for this one. */
    void alleged() {
        examined();
        outside(Set.of(StatutoryLimit.Ends.TOLD)).findFirst().ifPresent(c -> {
            stop(c);
            startLimits(StatutoryLimit.Starts.ALLEGED, c.startedAt());
        });
    }

    /** It is with those who examine it: here too the answer may take as long as the law gives for that. */
    private void examined() {
        List<StatutoryLimit> longer = t.rules().limits().stream()
                .filter(l -> l.starts() == StatutoryLimit.Starts.EXAMINED
                        && l.holdsFor(t.complaint().kind()))
                .toList();
        if (longer.isEmpty()) return;
        stopLimits(StatutoryLimit.Ends.ANSWER);
        startLimits(StatutoryLimit.Starts.EXAMINED);
    }

    /** This limit is made longer, once. */
    void extend(CaseClock c, TimeStandard by) {
        put(c.extended(by, from.calendar(), from.calendarVersion()));
    }

    /** The national system knows this much now. */
    void known(Set<StatutoryLimit.Ends> what) {
        outside(what).forEach(this::stop);
    }

    private Stream<CaseClock> outside(Set<StatutoryLimit.Ends> ending) {
        Set<String> kinds = t.rules().limits().stream()
                .filter(l -> ending.contains(l.ends()))
                .map(StatutoryLimit::code)
                .collect(Collectors.toSet());
        return from.clocks().stream()
                .filter(c -> c.outside() && c.stoppedAt() == null)
                .filter(c -> kinds.contains(c.kind()));
    }

    /** Starts and stops the limits that this step's end is the moment for, and keeps the promise where it ends. */
    void moments(Step step) {
        Actor.From by = from.sop().actor(step.actor()).from();
        if (t.handling().targetUnitId() != null && by == Actor.From.AGENCY) forwarded();
        if (by == Actor.From.TARGET_UNIT || by == Actor.From.DISPOSITION) stopLimits(StatutoryLimit.Ends.FOLLOW_UP);
        if (step.answers()) stopLimits(StatutoryLimit.Ends.ANSWER);
        if (from.sop()
                .promiseEnd(t.complaint().channel())
                .filter(step.no()::equals)
                .isPresent()) stop(CaseClock.PROMISE);
    }

    /** The complaint has reached those who have to act on it. */
    void forwarded() {
        stopLimits(StatutoryLimit.Ends.FORWARDED);
        startLimits(StatutoryLimit.Starts.FORWARDED);
    }

    void pause() {
        from.clocks().forEach(c -> put(current(c).pause(from.calendar(), t.now())));
    }

    void resume() {
        from.clocks().forEach(c -> put(c.resume(from.calendar(), t.now(), from.calendarVersion())));
    }

    /** Those of the national system run on: it does not know yet. */
    void stopAll() {
        from.clocks().stream().filter(c -> !c.outside()).forEach(this::stop);
    }

    /** Those that stopped at that moment have never stopped. */
    void unstop(Instant stoppedAt) {
        from.clocks().stream().filter(c -> stoppedAt.equals(c.stoppedAt())).forEach(c -> put(c.unstopped()));
    }

    void put(CaseClock c) {
        changed.put(c.round() + c.kind(), c);
    }

    private void start(
            String kind, TimeStandard standard, String basis, boolean pauses, Instant since, boolean outside) {
        put(CaseClock.start(
                t.complaint().round(),
                kind,
                standard,
                basis,
                pauses,
                outside,
                since,
                from.calendar(),
                from.calendarVersion()));
    }

    private void stopLimits(StatutoryLimit.Ends when) {
        t.rules().limits().stream().filter(l -> l.ends() == when).forEach(l -> stop(l.code()));
    }

    private void stop(String kind) {
        from.clocks().stream()
                .filter(c -> c.kind().equals(kind) && c.round() == t.complaint().round())
                .forEach(this::stop);
    }

    private void stop(CaseClock c) {
        put(current(c).stop(from.calendar(), t.now()));
    }

    private CaseClock current(CaseClock c) {
        return changed.getOrDefault(c.round() + c.kind(), c);
    }
}
