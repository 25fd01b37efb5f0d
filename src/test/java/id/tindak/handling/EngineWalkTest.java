package id.tindak.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import id.tindak.calendar.TimeStandard;
import id.tindak.calendar.WorkCalendar;
import id.tindak.complaint.Event;
import id.tindak.message.Message;
import id.tindak.sop.Actor;
import id.tindak.sop.Branch;
import id.tindak.sop.Sop;
import id.tindak.sop.SopFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Officers and reporters who do whatever the procedure lets them: what must hold after each of their acts. In memory, without a database. */
class EngineWalkTest {

    private static final int RETURNS_BEFORE_COORDINATOR = 3;
    private static final int LONGEST = 3_000;
    private static final Instant START = Instant.parse("2026-03-09T02:17:00Z");
    private static final WorkCalendar CALENDAR = Filed.CALENDAR;
    private static final List<Sop> PROCEDURES = List.of(
            sop("000-sipesut-kukar"),
            sop("001-sms-wa"),
            sop("002-dprd-pasuruan"),
            sop("003-mojokerto"),
            sop("004-cilacap-laporbup"));
    private static final StatutoryLimit LIMIT = new StatutoryLimit(
            "uji-jawab",
            List.of("*"),
            "uji",
            TimeStandard.parse("14 hari kerja"),
            StatutoryLimit.Starts.RECEIVED,
            StatutoryLimit.Ends.ANSWER,
            false,
            "uji",
            true,
            null);
    private static final Transition.Rules RULES = new Transition.Rules(
            30,
            10,
            RETURNS_BEFORE_COORDINATOR,
            List.of(LIMIT),
            Map.of("jawab", new AnswerEffect(), "kabari", new NotifyEffect()),
            "https://contoh.invalid/lacak");

    @Test
    void whateverTheyDoOneHoldsTheCaseAndNoMinuteIsLostOrGiven() {
        qt().withExamples(400)
                .forAll(integers().between(0, PROCEDURES.size() - 1), longs().all())
                .checkAssert((which, seed) -> new Walk(PROCEDURES.get(which), new Random(seed)).go());
    }

    @Test
    void everyCaseComesToAnEnd() {
        for (Sop sop : PROCEDURES)
            for (int seed = 0; seed < 50; seed++) {
                Walk walk = new Walk(sop, new Random(seed));
                walk.go();
                assertThat(walk.k.handling().open())
                        .as(sop.code() + ", seed " + seed)
                        .isFalse();
            }
    }

    /** One case on its way. */
    private static final class Walk {
        private final Random random;
        private Instant now = START;
        private Case k;
        /** Working time that went by while an officer had it: reckoned here a second time, in the simplest way. */
        private Duration worked = Duration.ZERO;

        private int returns;

        Walk(Sop sop, Random random) {
            this.random = random;
            List<String> channels = List.copyOf(sop.channels().keySet());
            String channel = channels.get(random.nextInt(channels.size()));
            k = Filed.under(sop, channel, now);
            Transition t = transition(null);
            boolean toUnit = sop.actor(firstWork(sop, channel)).from() == Actor.From.TARGET_UNIT;
            t.begin(sop.channels().get(channel).start(), toUnit ? 7L : null);
            apply(t);
        }

        /** The actor of the first step that is not the reporter's own. */
        private static String firstWork(Sop sop, String channel) {
            return sop.mainPath(channel).stream()
                    .filter(s -> !sop.byCitizen(s))
                    .findFirst()
                    .orElseThrow()
                    .actor();
        }

        void go() {
            for (int i = 0; i < LONGEST && k.handling().open(); i++) {
                Assignment holder = k.open().get(random.nextInt(k.open().size()));
                waitAWhile(holder);
                Transition t = transition(holder.waitsForReporter() ? null : 100L + random.nextInt(3));
                if (holder.waitsForReporter()) complete(t, holder);
                else if (!order(t, holder) && !act(t, holder)) continue;
                apply(t);
            }
        }

        private void waitAWhile(Assignment holder) {
            Instant then =
                    now.plus(Duration.ofMinutes(random.nextInt(4) == 0 ? random.nextInt(5_000) : random.nextInt(40)));
            if (!holder.waitsForReporter()) worked = worked.plus(CALENDAR.workingBetween(now, then));
            now = then;
        }

        private void complete(Transition t, Assignment waiting) {
            t.completed(waiting, t.say(Message.Audience.REPORTER, Message.Kind.COMPLAINT, "Ini kelengkapannya."));
            Assignment asked = k.assignments().stream()
                    .filter(a -> Objects.equals(a.id(), waiting.parentId()))
                    .findFirst()
                    .orElse(null);
            Assignment opened = opened(t);
            if (asked != null && opened.reason() == Assignment.Reason.RESUME && opened.timeStandard() != null)
                assertThat(CALENDAR.remaining(
                                now,
                                Objects.requireNonNull(opened.deadline()),
                                opened.timeStandard().basis()))
                        .as("back from the reporter the step goes on with what it had")
                        .isEqualTo(asked.remaining());
        }

        /** Now and then something is done with orders beside deciding: passed on, or taken back. */
        private boolean order(Transition t, Assignment holder) {
            if (k.orderOf(holder).isEmpty() || random.nextInt(6) > 0) return false;
            if (random.nextBoolean() && k.open().size() < 12) {
                t.passOn(holder, orders(), null);
                return true;
            }
            t.parties()
                    .recall(
                            k.orderOf(holder).orElseThrow(),
                            t.say(Message.Audience.OFFICE, Message.Kind.REASON, "Ditarik."));
            return true;
        }

        private List<Disposition.Order> orders() {
            return IntStream.rangeClosed(1, 1 + random.nextInt(3))
                    .mapToObj(i -> new Disposition.Order(
                            new Disposition.Party(50L + i, null, i == 3),
                            i == 1,
                            List.of("Tindak lanjuti"),
                            Disposition.Urgency.BIASA,
                            Disposition.Classification.BIASA,
                            null))
                    .toList();
        }

        /** Decides by a branch, mostly the first, or returns the case against the procedure. */
        private boolean act(Transition t, Assignment holder) {
            List<Assignment> earlier = k.earlier(holder);
            if (!earlier.isEmpty() && random.nextInt(8) == 0) {
                Assignment to = earlier.get(random.nextInt(earlier.size()));
                t.sendBack(holder, to.step(), t.say(Message.Audience.OFFICE, Message.Kind.REASON, "Kembali."));
                returned(t, holder);
                return true;
            }
            if (k.signer(holder).isPresent() && random.nextInt(4) > 0) {
                t.submit(holder, k.signer(holder).orElseThrow(), null);
                return true;
            }
            List<Branch> open = k.branches(holder);
            if (open.isEmpty()) return order(t, holder);
            Branch branch = random.nextInt(3) > 0 ? open.getFirst() : open.get(random.nextInt(open.size()));
            t.finish(
                    holder,
                    branch,
                    branch.fillsTargetUnit() ? 7L + random.nextInt(2) : null,
                    null,
                    k.asks(branch).map(actor -> Orders.of(actor, orders())).orElse(Orders.NONE));
            if (t.events().stream().anyMatch(e -> e.kind() == Event.Kind.STEP_RETURNED)) returned(t, holder);
            return true;
        }

        private void returned(Transition t, Assignment by) {
            if (t.opened().isEmpty()) { // the giver has it back already, from another party
                returns++;
                return;
            }
            Assignment opened = opened(t);
            if (opened.waitsForReporter()) return;
            returns++;
            boolean coordinator = k.sop().actor(opened.role()).from() == Actor.From.AGENCY;
            boolean hasOne = k.assignments().stream()
                    .anyMatch(a -> !a.open()
                            && k.sop().actor(a.role()).from() == Actor.From.AGENCY
                            && before(a.step(), opened.step()));
            boolean byCoordinator = k.sop().actor(by.role()).from() == Actor.From.AGENCY;
            if (returns > RETURNS_BEFORE_COORDINATOR && hasOne && !byCoordinator)
                assertThat(coordinator)
                        .as("after too many returns the coordinator has it, unless the coordinator says who")
                        .isTrue();
        }

        private boolean before(String step, String other) {
            List<String> all = k.sop().steps().stream().map(s -> s.no()).toList();
            return all.indexOf(step) < all.indexOf(other);
        }

        private static Assignment opened(Transition t) {
            return t.assignments().stream().filter(Assignment::open).findFirst().orElseThrow();
        }

        private Transition transition(Long officer) {
            return new Transition(k, RULES, now, officer);
        }

        private void apply(Transition t) {
            Map<Long, Assignment> work = new LinkedHashMap<>();
            k.assignments().forEach(a -> work.put(a.id(), a));
            t.assignments().forEach(a -> work.put(a.id(), a));
            Map<Long, Disposition> orders = new LinkedHashMap<>();
            k.dispositions().forEach(d -> orders.put(d.id(), d));
            t.dispositions().forEach(d -> orders.put(d.id(), d));
            Map<String, CaseClock> clocks = new LinkedHashMap<>();
            k.clocks().forEach(c -> clocks.put(c.round() + c.kind(), c));
            t.changedClocks().forEach(c -> clocks.put(c.round() + c.kind(), c));
            k = new Case(
                    t.complaint(),
                    k.reporter(),
                    t.handling(),
                    List.copyOf(work.values()),
                    List.copyOf(orders.values()),
                    List.of(),
                    List.of(),
                    List.copyOf(clocks.values()),
                    k.sop(),
                    CALENDAR,
                    1,
                    Set.of());
            holds(t);
        }

        private void holds(Transition t) {
            if (k.handling().open())
                assertThat(k.open()).as("somebody holds an open case").isNotEmpty();
            else assertThat(k.open()).as("nobody holds an ended case").isEmpty();
            assertThat(k.open().stream().filter(a -> !party(a)).count())
                    .as("beside parties only one holds it")
                    .isLessThanOrEqualTo(1);
            if (k.waitsForReporter())
                assertThat(k.open())
                        .as("nobody works while the reporter has it")
                        .hasSize(1);
            for (Disposition d : k.dispositions())
                if (d.recalled() && d.assignmentId() != null)
                    assertThat(k.open(d.assignmentId()))
                            .as("what was recalled is over")
                            .isEmpty();
            Set<Long> before = t.before().open().stream().map(Assignment::id).collect(Collectors.toSet());
            assertThat(t.events()).as("each act leaves a trace").isNotEmpty();
            assertThat(k.complaint().returns()).isEqualTo(returns);
            for (Assignment a : k.open()) {
                if (before.contains(a.id())) continue;
                assertThat(a.openedAt()).isEqualTo(now);
                if (!a.waitsForReporter() && k.sop().actor(a.role()).from() == Actor.From.TARGET_UNIT)
                    assertThat(a.unitId())
                            .as("a unit's step lies with the unit")
                            .isEqualTo(k.handling().targetUnitId());
                TimeStandard standard = a.timeStandard();
                boolean signs = !a.role().equals(k.step(a).actor());
                if (signs)
                    assertThat(a.deadline())
                            .as("preparing and signing share one time")
                            .isEqualTo(t.before().open().getFirst().deadline());
                else if (standard != null && a.reason() != Assignment.Reason.RESUME)
                    assertThat(a.deadline())
                            .as("a step begins with its whole time")
                            .isEqualTo(CALENDAR.deadline(now, standard));
            }
            k.promise().ifPresent(this::promiseHolds);
            CaseClock limit = k.clocks().stream()
                    .filter(c -> c.kind().equals(LIMIT.code()))
                    .findFirst()
                    .orElseThrow();
            assertThat(limit.pausedAt())
                    .as("fourteen days from receipt never pause")
                    .isNull();
        }

        private boolean party(Assignment a) {
            return !a.waitsForReporter() && k.sop().actor(a.role()).from() == Actor.From.DISPOSITION;
        }

        /** The promise lost exactly the working time in which officers had the case. */
        private void promiseHolds(CaseClock promise) {
            TimeStandard standard = promise.timeStandard();
            if (promise.stoppedAt() != null || standard.basis() != TimeStandard.Basis.WORKING_TIME) return;
            assertThat(promise.pausedAt() != null)
                    .as("paused while the reporter has it")
                    .isEqualTo(k.waitsForReporter());
            assertThat(promise.remaining(CALENDAR, now))
                    .isEqualTo(CALENDAR.remaining(START, CALENDAR.deadline(START, standard), standard.basis())
                            .minus(worked));
        }
    }

    private static Sop sop(String name) {
        try {
            return SopFile.read(Files.readString(Path.of("sop", name + ".yaml"))) instanceof SopFile.Valid valid
                    ? valid.sop()
                    : fail();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T fail() {
        throw new AssertionError("does not read");
    }
}
