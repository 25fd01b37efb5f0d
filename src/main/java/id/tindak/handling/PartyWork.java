package id.tindak.handling;

import id.tindak.base.Ids;
import id.tindak.complaint.Event;
import id.tindak.message.Message;
import id.tindak.sop.Actor;
import id.tindak.sop.Branch;
import id.tindak.sop.DispositionRule;
import id.tindak.sop.DispositionRule.Completion;
import id.tindak.sop.Sop;
import id.tindak.sop.Step;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of a transition in which several parties work side by side (SOP.md, Disposisi): orders are given, handed out, passed on, done, recalled. The case goes on when the last open work of
 * the step is done, or the first where one is enough. Pure.
 */
final class PartyWork {

    /** How open work ended that nobody has to do any more. */
    static final String SUFFICED = "CUKUP";

    static final String RECALLED = "DITARIK_PEMBERI";

    private final Transition t;
    private final Case from;
    private final Map<Long, Disposition> changed = new LinkedHashMap<>();

    PartyWork(Transition t) {
        this.t = t;
        this.from = t.before();
    }

    /** Orders to write, new or changed. */
    List<Disposition> changed() {
        return List.copyOf(changed.values());
    }

    /** Whether the step is done by parties whom a disposition names. */
    boolean byParties(Step step) {
        Actor actor = from.sop().actors().get(step.actor());
        return actor != null && actor.from() == Actor.From.DISPOSITION && !step.automatic();
    }

    /** The same of a step by its number; false of an end. */
    boolean byParties(String target) {
        return !Sop.isEnd(target) && byParties(from.sop().step(target));
    }

    /** Names parties without handing anything out: a later step does, or being told is all. */
    void name(Assignment giver, String actor, List<Disposition.Order> orders, @Nullable Message note) {
        List<Disposition> named =
                orders.stream().map(o -> order(giver, actor, o, note)).toList();
        told(giver, named, note);
    }

    /** Gives the orders out: each party gets its own open work. */
    void give(Assignment giver, Step step, List<Disposition.Order> orders, @Nullable Message note) {
        List<Disposition> given = orders.stream()
                .map(o -> order(giver, step.actor(), o, note))
                .map(d -> open(d, step, giver, Assignment.Reason.ORDER))
                .toList();
        told(giver, given, note);
        t.clocks().forwarded();
    }

    /** Hands out what an earlier step named. */
    void handOut(@Nullable Assignment by, Step step, List<Disposition> named) {
        named.forEach(d -> open(d, step, by, Assignment.Reason.ORDER));
        t.add(Event.of(Event.Kind.HANDED_OUT, t.officer(), "step", step.no(), "orders", ids(named)));
        t.clocks().forwarded();
    }

    /** The case comes to a step of parties: the named ones get their orders, else it comes back to those who had it. */
    void arrive(
            Step step,
            Assignment.Reason reason,
            @Nullable Assignment giver,
            List<Disposition.Party> only,
            @Nullable Message why) {
        List<Disposition> named = Stream.concat(
                        from.named(step.actor()).stream(),
                        changed.values().stream().filter(d -> d.actor().equals(step.actor()) && !d.handedOut()))
                .toList();
        if (named.isEmpty()) again(step, reason, giver, only, why);
        else handOut(giver, step, named);
    }

    /**
     * The step comes back to its parties: with what was wrong, or because the reporter was not content.
     *
     * @param only those parties; all who had it when empty
     */
    private void again(
            Step step,
            Assignment.Reason reason,
            @Nullable Assignment giver,
            List<Disposition.Party> only,
            @Nullable Message why) {
        List<Disposition> last = from.lastParties(step.no()).stream()
                .filter(d -> only.isEmpty() || only.contains(d.order().to()))
                .toList();
        if (last.isEmpty()) throw new IllegalStateException("nobody was ordered to do step " + step.no());
        for (Disposition d : last) {
            Disposition.Order o = d.order();
            Disposition.Order anew = new Disposition.Order(
                    o.to(), o.inCharge(), o.instructions(), o.urgency(), o.classification(), null);
            Long by = t.author();
            Disposition next = new Disposition(
                    Ids.next(t.now()),
                    giver == null ? d.givenIn() : giver.id(),
                    by == null ? d.giver() : by,
                    d.actor(),
                    anew,
                    why == null ? null : why.id(),
                    t.now(),
                    null,
                    null,
                    null,
                    null);
            open(next, step, giver, reason);
        }
    }

    /** Whether somebody who is no party holds the case at the same time: a giver to whom an order came back. */
    boolean heldElsewhere() {
        return from.open().stream().anyMatch(a -> !byParties(from.step(a)));
    }

    /** Whether the case goes on when this work is done: not while other parties of the step are at it, and never after an order that a party itself gave. */
    boolean goesOn(Assignment a) {
        Step step = from.step(a);
        if (!byParties(step)) return true;
        if (passedOn(a)) return false;
        return completion(step.no()) == Completion.ONE || others(a).allMatch(o -> under(o, a));
    }

    /** Ends what others still have open, because this work decided the step, or, where others go on, only what it had passed on. */
    void endOthers(Assignment a, boolean all) {
        List<Assignment> ended = others(a).filter(o -> all || under(o, a)).toList();
        ended.forEach(o -> t.close(o, SUFFICED, null));
        if (!ended.isEmpty())
            t.add(Event.of(
                    Event.Kind.ORDERS_ENDED,
                    t.officer(),
                    "assignments",
                    ended.stream().map(o -> id(o.id())).collect(Collectors.joining(","))));
    }

    /** The giver takes an order back. What was given on under it ends too; when nobody is left, the case goes on or comes back to the giver. */
    void recall(Disposition d, Message reason) {
        Instant now = t.now();
        changed.put(d.id(), d.recalled(now));
        t.add(new Event(Event.Kind.ORDER_RECALLED, t.officer(), t.withText(Map.of("order", id(d.id())), reason)));
        Optional<Assignment> work = from.open().stream()
                .filter(a -> Objects.equals(d.assignmentId(), a.id()))
                .findFirst();
        if (work.isEmpty()) return;
        Assignment a = work.get();
        Step step = from.step(a);
        List<Assignment> rest = others(a).filter(o -> !under(o, a)).toList();
        endOthers(a, false);
        t.close(a, RECALLED, null);
        if (passedOn(a) || !rest.isEmpty()) return;
        boolean reported = from.assignments().stream()
                .anyMatch(x -> x.handlingId() == a.handlingId()
                        && x.step().equals(a.step())
                        && Objects.equals(x.parentId(), a.parentId())
                        && "0".equals(x.outcome()));
        Assignment giver = from.assignments().stream()
                .filter(x -> x.id() == d.givenIn())
                .findFirst()
                .orElseThrow();
        if (reported) t.open(step.branches().getFirst().target(), Assignment.Reason.FORWARD, a);
        else t.open(giver.step(), Assignment.Reason.RETURN, a);
    }

    /** The officer has opened the order for the first time. */
    void read(Disposition d, long officer) {
        changed.put(d.id(), d.read(officer, t.now()));
        t.add(Event.of(Event.Kind.ORDER_READ, officer, "order", id(d.id())));
    }

    /** How the parties of this step come to an end together. */
    private Completion completion(String step) {
        return from.sop().steps().stream()
                .flatMap(s -> s.branches().stream())
                .map(Branch::disposition)
                .flatMap(Stream::ofNullable)
                .filter(rule -> rule.target().equals(step))
                .map(DispositionRule::completion)
                .findFirst()
                .orElse(Completion.ALL);
    }

    private Disposition order(Assignment giver, String actor, Disposition.Order order, @Nullable Message note) {
        Disposition d = new Disposition(
                Ids.next(t.now()),
                giver.id(),
                Objects.requireNonNull(t.author(), "only an officer gives orders"),
                actor,
                order,
                note == null ? null : note.id(),
                t.now(),
                null,
                null,
                null,
                null);
        changed.put(d.id(), d);
        return d;
    }

    private Disposition open(Disposition d, Step step, @Nullable Assignment giver, Assignment.Reason reason) {
        Assignment work = t.newWork().ofParty(d.order(), step, giver, reason);
        t.put(work);
        t.sayOpened(work);
        Disposition given = d.in(work.id());
        changed.put(given.id(), given);
        return given;
    }

    private void told(Assignment giver, List<Disposition> orders, @Nullable Message note) {
        Map<String, String> facts = Map.of("assignment", id(giver.id()), "orders", ids(orders));
        t.add(new Event(Event.Kind.DISPOSED, t.officer(), note == null ? facts : t.withText(facts, note)));
    }

    private Stream<Assignment> others(Assignment a) {
        return from.open().stream().filter(o -> o.id() != a.id() && !o.waitsForReporter());
    }

    /** Whether the order came from another party of the same step. */
    private boolean passedOn(Assignment a) {
        return parent(a).filter(p -> p.open() && p.step().equals(a.step())).isPresent();
    }

    /** Whether {@code o} was passed on, directly or further down, by {@code a}. */
    private boolean under(Assignment o, Assignment a) {
        Optional<Assignment> p = parent(o);
        while (p.isPresent() && p.get().step().equals(a.step())) {
            if (p.get().id() == a.id()) return true;
            p = parent(p.get());
        }
        return false;
    }

    private Optional<Assignment> parent(Assignment a) {
        return from.assignments().stream()
                .filter(p -> Objects.equals(a.parentId(), p.id()))
                .findFirst();
    }

    private static String ids(List<Disposition> orders) {
        return orders.stream().map(d -> id(d.id())).collect(Collectors.joining(","));
    }

    private static String id(long id) {
        return Long.toString(id);
    }
}
