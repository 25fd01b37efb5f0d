package id.tindak.handling;

import id.tindak.base.web.Texts;
import id.tindak.base.web.Times;
import id.tindak.calendar.TimeStandard;
import id.tindak.complaint.Changes;
import id.tindak.complaint.Event;
import id.tindak.message.Message;
import id.tindak.sop.Branch;
import id.tindak.sop.ChannelEntry;
import id.tindak.sop.DispositionRule;
import id.tindak.sop.Effect;
import id.tindak.sop.Sop;
import id.tindak.sop.Standing;
import id.tindak.sop.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the verbs of a case do to it: which assignments close and open, what the clocks do, which texts, events and messages come of it. Pure; {@link Cases#save} writes it in one go. */
public final class Transition extends CaseChange {

    /** How a step ended whose actor prepared it for the signer. */
    static final String SUBMITTED = "AJUKAN";

    /** How a step ended whose holder wants to refuse where a second person has to confirm: followed by branch and ground. */
    static final String PROPOSED = "USUL_TOLAK:";

    /** How work ended that went to those who stand beside the procedure, and back from there. */
    static final String OVERSIGHT = "PENGAWASAN";

    static final String RELEASED = "KE_PROSEDUR";

    private String overseer = Standing.INSPECTORATE;
    private final Clocks clocks;
    private final Returns returns;
    private final NewWork newWork;
    private final PartyWork parties;

    Transition(Case from, Rules rules, Instant now, @Nullable Long officer) {
        super(from, rules, now, officer);
        this.clocks = new Clocks(this);
        this.returns = new Returns(from, rules.returnsBeforeCoordinator());
        this.newWork = new NewWork(this);
        this.parties = new PartyWork(this);
    }

    NewWork newWork() {
        return newWork;
    }

    Clocks clocks() {
        return clocks;
    }

    /** Parties who work side by side. */
    PartyWork parties() {
        return parties;
    }

    /** Orders to write, whether new or changed. */
    public List<Disposition> dispositions() {
        return parties.changed();
    }

    public List<CaseClock> changedClocks() {
        return clocks.changed();
    }

    /** Who examines an allegation that this step hands over. */
    void overseer(String role) {
        overseer = role;
    }

    /** Starts the first run: the clocks begin; filing was the reporter's own step, so what follows it opens. */
    void begin(String start, @Nullable Long targetUnit) {
        if (targetUnit != null) target(targetUnit);
        clocks.startPromise();
        clocks.startLimits(StatutoryLimit.Starts.RECEIVED);
        Step first = from.sop().step(start);
        if (!from.waitsFor(start)) {
            open(start, Assignment.Reason.FORWARD, null);
            return;
        }
        applyEffects(first, e -> true);
        open(chosen(first, targetUnit).target(), Assignment.Reason.FORWARD, null);
    }

    /** What the reporter's own step leads to: the way that needs a unit only where the reporter named one. */
    private static Branch chosen(Step first, @Nullable Long targetUnit) {
        return first.branches().stream()
                .filter(b -> targetUnit != null || !b.fillsTargetUnit())
                .findFirst()
                .orElse(first.branches().getFirst());
    }

    /** Starts a further round: the reporter was not content with the answer. */
    void reopen(String step, Message reaction, Assignment.Reason reason) {
        change(Changes.of(complaint()).reopened().complaint());
        add(new Event(Event.Kind.REOPENED, null, textFacts(reaction)));
        clocks.startPromise();
        open(step, reason, null);
    }

    /** Finishes a step by one of its branches and opens what follows. */
    void finish(Assignment a, Branch branch, @Nullable Long targetUnit, @Nullable Message text) {
        finish(a, branch, targetUnit, text, Orders.NONE);
    }

    /** @param orders to whom, where the branch is a disposition, names parties for a later one, or goes back to parties */
    void finish(Assignment a, Branch branch, @Nullable Long targetUnit, @Nullable Message text, Orders orders) {
        Step step = from.step(a);
        if (targetUnit != null) target(targetUnit);
        int index = step.branches().indexOf(branch);
        boolean goesOn = parties.goesOn(a);
        boolean back = returns.leadsBack(a, branch.target());
        String onward = Standing.handsOver(branch) ? Standing.stepOf(overseer) : branch.target();
        String target = back ? returns.receiver(a, branch.target()) : onward;
        close(a, Integer.toString(index), target);
        if (back && !from.waitsFor(target))
            change(Changes.of(complaint()).returned().complaint());
        add(new Event(
                back ? Event.Kind.STEP_RETURNED : Event.Kind.STEP_DONE,
                officer,
                facts(a, text, returned(branch.target(), target, "branch", Integer.toString(index)))));
        parties.endOthers(a, goesOn && branch.disposition() == null);
        copies(a, back ? List.of() : step.copies());
        if (!goesOn) return;
        if (back) {
            // nothing is printed, entered or answered anew on the way back; who is to hear of it hears of it
            // (Mojokerto, C2)
            applyEffects(step, e -> e.word().equals(Effect.NOTIFY));
        } else {
            clocks.moments(step);
            if (Standing.handsOver(branch)) clocks.alleged();
            applyEffects(step, e -> true);
        }
        if (branch.confidential())
            change(Changes.of(complaint())
                    .privacy(id.tindak.complaint.Privacy.RAHASIA)
                    .complaint());
        dispose(a, branch, target, text, orders);
        if (!parties.byParties(target) || back)
            open(target, back ? Assignment.Reason.RETURN : Assignment.Reason.FORWARD, a, orders.parties(), text);
    }

    /** The step's own actor has prepared it; its signer decides. One standard covers both (SOP.md, {@code oleh}). */
    void submit(Assignment a, String signer, @Nullable Message text) {
        close(a, SUBMITTED, a.step());
        add(new Event(Event.Kind.SUBMITTED, officer, facts(a, text, "to", signer)));
        Assignment signing = newWork.ofSigner(a, signer);
        put(signing);
        sayOpened(signing);
    }

    /** The holder wants to refuse; somebody else has to confirm it, in what is left of the step's time. */
    void propose(Assignment a, int branch, String ground, Assignment.Holder to, String role, Message reason) {
        close(a, PROPOSED + branch + ":" + ground, null);
        add(new Event(Event.Kind.REFUSAL_PROPOSED, officer, facts(a, reason, "code", ground)));
        Assignment confirming = newWork.ofConfirmation(a, role, to);
        put(confirming);
        sayOpened(confirming);
    }

    /** The proposal falls: whoever made it has the step again. */
    void decline(Assignment confirming, Message reason) {
        close(confirming, "USUL_DITOLAK", null);
        add(new Event(Event.Kind.REFUSAL_DECLINED, officer, facts(confirming, reason)));
        open(confirming.step(), Assignment.Reason.RETURN, confirming);
    }

    /** On which ground the run is refused. */
    void ground(String code) {
        change(handling().onGround(code));
    }

    /** Out of the procedure, to a step that stands beside it, or back into it; whatever is open ends. */
    void divert(String outcome, String toStep) {
        Assignment held = from.current().orElse(null);
        clocks.resume();
        from.open().forEach(a -> close(a, outcome, toStep));
        open(toStep, Assignment.Reason.FORWARD, held);
    }

    /** A case just filed begins beside the procedure. */
    void insteadOpen(String toStep) {
        opened().forEach(a -> close(a, OVERSIGHT, toStep));
        open(toStep, Assignment.Reason.FORWARD, null);
    }

    /** Where filing under this procedure leads: the step itself, or what follows the reporter's own. */
    static String entry(Case k, @Nullable Long targetUnit) {
        ChannelEntry entry = k.sop().channels().get(k.complaint().channel());
        Step first = entry == null ? k.sop().steps().getFirst() : k.sop().step(entry.start());
        return k.waitsFor(first.no()) ? chosen(first, targetUnit).target() : first.no();
    }

    /** Begins anew under another unit: the number, the reporter and the clocks go on. */
    void moveOn(long unit, Instant endedBefore, long transfer) {
        clocks.unstop(endedBefore);
        change(Changes.of(complaint()).goesOn().complaint());
        target(unit);
        add(Event.of(Event.Kind.MOVED_ON, officer, "unit", Long.toString(unit), "transfer", Long.toString(transfer)));
        open(entry(from, unit), Assignment.Reason.FORWARD, null);
    }

    /** Names parties, gives their orders out, or hands out what an earlier step named. */
    private void dispose(Assignment a, Branch branch, String target, @Nullable Message text, Orders orders) {
        DispositionRule rule = branch.disposition();
        if (rule == null) {
            orders.actor().ifPresent(actor -> parties.name(a, actor, orders.list(), text));
            return;
        }
        List<Disposition> named = from.named(rule.to());
        if (!parties.byParties(target)) parties.name(a, rule.to(), orders.list(), text);
        else if (named.isEmpty()) parties.give(a, from.sop().step(target), orders.list(), text);
        else parties.handOut(a, from.sop().step(target), named);
    }

    /** A party asks others to do its part, or a share of it; its own work stays open until it reports. */
    void passOn(Assignment a, List<Disposition.Order> orders, @Nullable Message note) {
        parties.give(a, from.step(a), orders, note);
    }

    /** Returns the case to an earlier actor, whatever the SOP's own branches say (SOP.md, Return). */
    void sendBack(Assignment a, String asked, Message reason) {
        String toStep = returns.receiver(a, asked);
        close(a, "KEMBALI", toStep);
        change(Changes.of(complaint()).returned().complaint());
        add(new Event(Event.Kind.STEP_RETURNED, officer, facts(a, reason, returned(asked, toStep))));
        boolean party = parties.byParties(a.step());
        parties.endOthers(a, !party);
        if (party && parties.heldElsewhere()) return; // the giver has it back already, from another party
        open(toStep, Assignment.Reason.RETURN, a, List.of(), reason);
    }

    /** The reporter supplied what was missing: the clocks run on, the step that asked goes on with what it had left. */
    void completed(Assignment waiting, Message text) {
        close(waiting, "0", null);
        add(new Event(Event.Kind.REPORTER_COMPLETED, null, facts(waiting, text)));
        clocks.resume();
        Step step = from.step(waiting);
        Assignment asked = from.interruptedBy(waiting).orElse(null);
        open(asked == null ? step.branches().getFirst().target() : asked.step(), Assignment.Reason.RESUME, asked);
    }

    /**
     * The unit that had the case ended; its successor has it from now on, the clocks go on.
     *
     * @param stays whether the person who holds an assignment holds the same role in the successor
     */
    void moveUnit(long ended, long successor, Predicate<Assignment> stays) {
        Long target = handling().targetUnitId();
        if (target != null && target == ended) target(successor);
        from.open().stream()
                .filter(a -> a.unitId() != null && a.unitId() == ended)
                .forEach(a -> put(a.inUnit(successor, stays.test(a) ? a.officerId() : null)));
        add(Event.of(
                Event.Kind.FORCED_MOVE,
                officer,
                "from",
                Long.toString(ended),
                "to",
                Long.toString(successor),
                "why",
                "UNIT_ENDED"));
    }

    /** A person's open work goes back to the queue of the role; the clocks go on. */
    void requeue(List<Assignment> work, long person, String why) {
        work.forEach(a -> put(a.heldBy(null)));
        add(Event.of(
                Event.Kind.REQUEUED,
                officer,
                "assignment",
                work.stream().map(a -> Long.toString(a.id())).collect(Collectors.joining(",")),
                "from",
                Long.toString(person),
                "why",
                why));
    }

    /** The reporter still has to complete the file; the wait may last until {@code next} at least. */
    void remind(Assignment waiting, Instant next) {
        Instant deadline = waiting.deadline();
        Instant until = deadline == null || deadline.isBefore(next) ? next : deadline;
        put(waiting.due(until, waiting.due().calendarVersion()).reminded(next));
        add(new Event(
                Event.Kind.REMINDED,
                null,
                facts(waiting, null, "number", Integer.toString(waiting.due().reminders() + 1))));
        String day = new Times(from.calendar().zone(), Texts.DEFAULT).date(until);
        tellReporter("reminder", null, Map.of("until", day));
    }

    /** The time to react to the answer has passed. */
    void close() {
        change(Changes.of(complaint()).closed(now).complaint());
        add(new Event(Event.Kind.CLOSED, null, Map.of()));
    }

    /** A time limit under another calendar. No event when it stays where it is. */
    void move(Assignment a, Instant deadline) {
        put(a.due(deadline, from.calendarVersion()));
        moved(a.deadline(), deadline, "assignment", Long.toString(a.id()));
    }

    void move(CaseClock c, Instant deadline) {
        clocks.put(c.due(deadline, from.calendarVersion()));
        moved(c.deadline(), deadline, "clock", c.kind());
    }

    /** It reached the office at another moment than was written down: what began then, and is not over, begins anew. */
    void receivedAt(Instant is) {
        Instant was = complaint().receivedAt();
        for (Assignment a : from.open()) {
            TimeStandard standard = a.timeStandard();
            if (!a.openedAt().equals(was)) continue;
            Instant due = standard == null ? a.deadline() : from.calendar().deadline(is, standard);
            put(a.begunAt(is, due, from.calendarVersion()));
            if (due != null) moved(a.deadline(), due, "assignment", Long.toString(a.id()));
        }
        for (CaseClock c : from.clocks()) {
            if (c.outside() || !c.startedAt().equals(was)) continue;
            CaseClock anew = c.begunAt(is, from.calendar(), from.calendarVersion());
            clocks.put(anew);
            moved(c.deadline(), anew.deadline(), "clock", c.kind());
        }
    }

    private void moved(@Nullable Instant before, Instant after, String what, String which) {
        if (after.equals(before)) return;
        add(Event.of(
                Event.Kind.DEADLINE_MOVED,
                null,
                what,
                which,
                "from",
                String.valueOf(before),
                "to",
                after.toString(),
                "calendar",
                Integer.toString(from.calendarVersion())));
    }

    /** Ends the run with a word of the engine or of the SOP; open assignments close, all clocks stop. */
    void end(String outcome, Event.Kind kind, @Nullable Message reason) {
        from.open().stream().filter(a -> !changes(a)).forEach(a -> close(a, outcome, null));
        if (kind != Event.Kind.JOINED) clocks.stopAll(); // the reporter of a joined case is owed an answer all the same
        change(handling().ended(now, outcome));
        boolean forGood = kind == Event.Kind.WITHDRAWN || kind == Event.Kind.EXPIRED || kind == Event.Kind.JOINED;
        Instant react =
                forGood ? null : from.calendar().deadline(now, TimeStandard.parse(rules.daysToReact() + " hari kerja"));
        change(Changes.of(complaint())
                .ended(outcome, react, forGood ? now : null)
                .complaint());
        Map<String, String> facts = new LinkedHashMap<>(Map.of("outcome", outcome));
        if (handling().ground() != null) facts.put("code", handling().ground());
        if (reason != null) facts.putAll(textFacts(reason));
        add(new Event(kind, officer, facts));
        rules.effects().values().forEach(effect -> effect.ended(this));
    }

    /** Takes a joined case out again: what was open is open again, and the clocks have run on as if nothing had been. */
    void separate() {
        Instant joinedAt = complaint().closedAt();
        from.assignments().stream()
                .filter(a -> a.handlingId() == handling().id() && Handling.JOINED.equals(a.outcome()))
                .map(Assignment::undone)
                .forEach(a -> put(accuses(a.officerId()) ? a.heldBy(null) : a));
        if (joinedAt != null) clocks.unstop(joinedAt);
        change(handling().unended());
        change(Changes.of(complaint()).separated().complaint());
    }

    private boolean accuses(@Nullable Long person) {
        return person != null && from.excluded().contains(person);
    }

    void open(String target, Assignment.Reason reason, @Nullable Assignment giver) {
        open(target, reason, giver, List.of(), null);
    }

    private void open(
            String target,
            Assignment.Reason reason,
            @Nullable Assignment giver,
            List<Disposition.Party> only,
            @Nullable Message why) {
        if (Sop.isEnd(target)) {
            end(
                    target,
                    target.equals(Sop.REFUSED)
                            ? Event.Kind.REFUSED
                            : target.equals(Sop.MOVED) ? Event.Kind.MOVED : Event.Kind.ENDED,
                    null);
            return;
        }
        Step step = from.sop().step(target);
        if (step.automatic()) {
            add(Event.of(Event.Kind.STEP_AUTOMATIC, null, "step", step.no()));
            applyEffects(step, e -> true);
            open(step.branches().getFirst().target(), reason, giver, only, why);
            return;
        }
        if (parties.byParties(step)) {
            parties.arrive(step, reason, giver, only, why);
            return;
        }
        Assignment opened = from.waitsFor(target) ? newWork.ofReporter(step, giver) : newWork.of(step, reason, giver);
        if (opened.waitsForReporter()) clocks.pause();
        put(opened);
        sayOpened(opened);
    }

    /** Says that this work is open now. */
    void sayOpened(Assignment a) {
        add(Event.of(
                a.queue().equals(Queue.REPORTER) ? Event.Kind.WAITING_FOR_REPORTER : Event.Kind.STEP_OPENED,
                null,
                "step",
                a.step(),
                "assignment",
                Long.toString(a.id()),
                "queue",
                a.queue()));
    }

    void close(Assignment a, String outcome, @Nullable String next) {
        put(a.done(now, author(), outcome, next, from.remaining(a, now)));
    }

    private void target(long unit) {
        change(handling().to(unit));
    }

    private void applyEffects(Step step, Predicate<Effect> which) {
        at(step);
        for (Effect e : step.effects()) {
            if (!which.test(e)) continue;
            StepEffect effect = rules.effects().get(e.word());
            if (effect == null || !effect.knows(e.argument()))
                add(Event.of(
                        Event.Kind.EFFECT_NOT_BUILT,
                        null,
                        "step",
                        step.no(),
                        "word",
                        effect == null ? e.word() : e.word() + ":" + e.argument()));
            else effect.apply(this, e.argument());
        }
    }

    private static String[] returned(String asked, String to, String... more) {
        return Stream.of(
                        more, new String[] {"to", to}, asked.equals(to) ? new String[0] : new String[] {"asked", asked})
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
    }
}
