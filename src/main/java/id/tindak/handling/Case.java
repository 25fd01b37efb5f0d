package id.tindak.handling;

import id.tindak.calendar.TimeStandard;
import id.tindak.calendar.WorkCalendar;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Reporter;
import id.tindak.sop.Actor;
import id.tindak.sop.Branch;
import id.tindak.sop.Sop;
import id.tindak.sop.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A complaint with everything the engine needs to move it: the run now open (or the last), all assignments, the clocks, the SOP
 * version it began with, and the calendar.
 *
 * @param assignments of all rounds, oldest first
 * @param dispositions orders of all rounds, oldest first
 * @param commitments what answers of all rounds promise, and what the one being worded will, oldest first
 * @param inputs what units were asked for, oldest first
 * @param calendarVersion version of {@code calendar}
 * @param excluded officers who may neither see nor do anything of it: it accuses them
 * @param transfers where it went and from where it came, oldest first
 */
public record Case(
        Complaint complaint,
        Reporter reporter,
        Handling handling,
        List<Assignment> assignments,
        List<Disposition> dispositions,
        List<Commitment> commitments,
        List<InputRequest> inputs,
        List<CaseClock> clocks,
        Sop sop,
        WorkCalendar calendar,
        int calendarVersion,
        Set<Long> excluded,
        List<Transfer> transfers) {

    /** One that came from nowhere else and went nowhere. */
    Case(
            Complaint complaint,
            Reporter reporter,
            Handling handling,
            List<Assignment> assignments,
            List<Disposition> dispositions,
            List<Commitment> commitments,
            List<InputRequest> inputs,
            List<CaseClock> clocks,
            Sop sop,
            WorkCalendar calendar,
            int calendarVersion,
            Set<Long> excluded) {
        this(
                complaint,
                reporter,
                handling,
                assignments,
                dispositions,
                commitments,
                inputs,
                clocks,
                sop,
                calendar,
                calendarVersion,
                excluded,
                List.of());
    }

    /** The same case with a further run. */
    Case run(Handling next) {
        return run(next, sop);
    }

    /** The same case with a further run, under this version. */
    Case run(Handling next, Sop under) {
        return new Case(
                complaint,
                reporter,
                next,
                assignments,
                dispositions,
                commitments,
                inputs,
                clocks,
                under,
                calendar,
                calendarVersion,
                excluded,
                transfers);
    }

    /**
     * What a second person is asked to confirm.
     *
     * @param branch index of the branch that refuses
     * @param ground code of the {@link RefusalGround}
     */
    public record Proposal(
            int branch,
            String ground,
            @Nullable Long by,
            @Nullable Instant at) {}

    /** The refusal that this work is to confirm; empty for ordinary work. */
    public Optional<Proposal> proposal(Assignment a) {
        return assignments.stream()
                .filter(p -> a.parentId() != null && p.id() == a.parentId())
                .flatMap(p -> proposed(p).stream())
                .findFirst();
    }

    private static Optional<Proposal> proposed(Assignment a) {
        String outcome = String.valueOf(a.outcome());
        if (!outcome.startsWith(Transition.PROPOSED)) return Optional.empty();
        String[] parts = outcome.substring(Transition.PROPOSED.length()).split(":", 2);
        return Optional.of(new Proposal(Integer.parseInt(parts[0]), parts[1], a.doneBy(), a.doneAt()));
    }

    /** Whether this officer may not do this work, though the role is held: accused, or asked to judge the own refusal. */
    boolean barred(Assignment a, long officer) {
        if (excluded.contains(officer)) return true;
        if (proposal(a).isPresent())
            return proposal(a).filter(p -> Objects.equals(p.by(), officer)).isPresent();
        return a.reason() == Assignment.Reason.REOPEN && refusers().contains(officer);
    }

    /** Who refused it, or proposed to, in the last run that ended. */
    Set<Long> refusers() {
        long before = handling.open()
                ? assignments.stream()
                        .mapToLong(Assignment::handlingId)
                        .filter(h -> h != handling.id())
                        .max()
                        .orElse(0)
                : handling.id();
        return assignments.stream()
                .filter(a -> a.handlingId() == before && a.doneBy() != null)
                .filter(a -> Sop.REFUSED.equals(a.nextStep()) || proposed(a).isPresent())
                .map(a -> Objects.requireNonNull(a.doneBy()))
                .collect(Collectors.toSet());
    }

    public List<Assignment> open() {
        return assignments.stream().filter(Assignment::open).toList();
    }

    public Optional<Assignment> open(long assignmentId) {
        return open().stream().filter(a -> a.id() == assignmentId).findFirst();
    }

    /** The assignment that holds the case now; the newest when several are open. */
    public Optional<Assignment> current() {
        return open().stream().max(Comparator.comparingLong(Assignment::id));
    }

    /** Whether the step is the reporter's own to do: then the case waits there. */
    boolean waitsFor(String target) {
        return !Sop.isEnd(target)
                && sop.byCitizen(sop.step(target))
                && !sop.step(target).automatic();
    }

    public boolean waitsForReporter() {
        return current().map(Assignment::waitsForReporter).orElse(false);
    }

    /** The work that is interrupted while the reporter has the case: it goes on when the reporter has answered. */
    public Optional<Assignment> interruptedBy(Assignment waiting) {
        return assignments.stream()
                .filter(a -> waiting.parentId() != null && a.id() == waiting.parentId())
                .findFirst();
    }

    /** Who did this step last in the present round. */
    public Optional<Assignment> lastDone(String step) {
        return assignments.stream()
                .filter(a -> a.handlingId() == handling.id() && a.step().equals(step) && !a.open())
                .max(Comparator.comparingLong(Assignment::id));
    }

    /** Who did this step last in this role, in whatever round. */
    public Optional<Assignment> lastOfAnyRound(String step, String role) {
        return assignments.stream()
                .filter(a -> a.step().equals(step) && a.role().equals(role) && !a.open())
                .max(Comparator.comparingLong(Assignment::id));
    }

    /** The order by which this work began; empty for work that no disposition gave. */
    public Optional<Disposition> orderOf(Assignment a) {
        return dispositions.stream()
                .filter(d -> d.assignmentId() != null && d.assignmentId() == a.id())
                .findFirst();
    }

    /** Orders of the present round that were named but wait to be handed out by a later step; none where the parties have no step to do and being told is all. */
    public List<Disposition> named(String actor) {
        boolean works = sop.steps().stream().anyMatch(s -> s.actor().equals(actor));
        return dispositions.stream()
                .filter(d -> works && d.actor().equals(actor) && !d.handedOut() && !d.recalled())
                .filter(d -> ofThisRun(d.givenIn()))
                .toList();
    }

    /** The branches that are this holder's to choose: the signer alone sees the signer's (SOP.md, {@code oleh}). */
    public List<Branch> branches(Assignment a) {
        if (proposal(a).isPresent()) return List.of();
        boolean signs = !a.role().equals(step(a).actor());
        return step(a).branches().stream()
                .filter(b -> signs ? a.role().equals(b.signer()) : b.signer() == null)
                .toList();
    }

    /** Whether a step of this round has already sent the answer. */
    public boolean answered() {
        return assignments.stream()
                .filter(a -> a.handlingId() == handling.id() && step(a).answers())
                .anyMatch(a -> taken(a).filter(b -> !b.reasonRequired()).isPresent());
    }

    /** The branch by which this work ended; empty while it is open, and where it ended otherwise. */
    public Optional<Branch> taken(Assignment a) {
        String outcome = String.valueOf(a.outcome());
        return outcome.matches("\\d{1,3}")
                ? Optional.of(step(a).branches().get(Integer.parseInt(outcome)))
                : Optional.empty();
    }

    /** Whether the wording of the answer stands once this branch is taken: the SOP says so, or it is the signer's just before the answer. */
    public boolean fixesWording(Branch b) {
        if (b.reasonRequired()) return false;
        return b.fills().contains(Branch.ANSWER)
                || b.signer() != null
                        && !Sop.isEnd(b.target())
                        && sop.step(b.target()).answers();
    }

    /** The work with which the wording of this round's answer was approved; empty when it was not, or went back behind that since. */
    public Optional<Assignment> approval() {
        List<Step> steps = sop.steps();
        return assignments.reversed().stream()
                .filter(a -> a.handlingId() == handling.id()
                        && taken(a).filter(this::fixesWording).isPresent())
                .findFirst()
                .filter(a -> assignments.stream()
                        .noneMatch(back -> back.id() > a.id()
                                && back.reason() == Assignment.Reason.RETURN
                                && steps.indexOf(step(back)) <= steps.indexOf(step(a))));
    }

    /** What the signer approved together with the wording, to be told with it. */
    List<Commitment> approvedCommitments() {
        return approval().stream()
                .flatMap(a -> commitments.stream().filter(c -> !c.told() && c.assignmentId() == a.id()))
                .toList();
    }

    /** Commitments that were written last for the answer being worded, by whoever had it before. */
    public List<Commitment> proposedCommitments() {
        long last = commitments.stream()
                .filter(c -> !c.told() && ofThisRun(c.assignmentId()))
                .mapToLong(Commitment::assignmentId)
                .max()
                .orElse(0);
        return commitments.stream()
                .filter(c -> !c.told() && c.assignmentId() == last)
                .toList();
    }

    /** Who signs what this holder has prepared; empty where nobody does, and for the signer. */
    public Optional<String> signer(Assignment a) {
        if (!a.role().equals(step(a).actor()) || proposal(a).isPresent()) return Optional.empty();
        return step(a).branches().stream()
                .map(Branch::signer)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    /** Whom this branch asks to name: what they become in the SOP; empty when nobody, or when an earlier step named them. */
    public Optional<String> asks(Branch branch) {
        if (branch.disposition() != null) {
            String to = branch.disposition().to();
            return named(to).isEmpty() ? Optional.of(to) : Optional.empty();
        }
        return branch.fills().stream()
                .filter(f -> sop.actors().containsKey(f) && sop.actor(f).from() == Actor.From.DISPOSITION)
                .findFirst();
    }

    /** Parties of this step whom a giver addressed last, each once: to them it goes when it comes back. */
    public List<Disposition> lastParties(String step) {
        Map<Disposition.Party, Disposition> last = new LinkedHashMap<>();
        for (Assignment a : assignments)
            if (a.step().equals(step))
                orderOf(a)
                        .filter(d -> !ofStep(d.givenIn(), step))
                        .ifPresent(d -> last.put(d.order().to(), d));
        return List.copyOf(last.values());
    }

    private boolean ofThisRun(long assignment) {
        return assignments.stream().anyMatch(a -> a.id() == assignment && a.handlingId() == handling.id());
    }

    private boolean ofStep(long assignment, String step) {
        return assignments.stream()
                .anyMatch(a -> a.id() == assignment && a.step().equals(step));
    }

    /** Earlier actors of the present round to whom a holder may return the case, nearest first, each step once; a party returns an order to whoever gave it. */
    public List<Assignment> earlier(Assignment holder) {
        if (proposal(holder).isPresent()) return List.of();
        Optional<Disposition> order = orderOf(holder);
        if (order.isPresent())
            return assignments.stream()
                    .filter(a -> a.id() == order.get().givenIn() && !a.step().equals(holder.step()))
                    .toList();
        List<String> steps = new java.util.ArrayList<>();
        return assignments.reversed().stream()
                .filter(a -> a.handlingId() == handling.id()
                        && !a.open()
                        && !(a.step().equals(holder.step()) && a.role().equals(holder.role())))
                .filter(a -> !a.queue().equals(Queue.REPORTER))
                .filter(a -> !steps.contains(a.step()) && steps.add(a.step()))
                .toList();
    }

    /** Time used on a step so far, in the step's own basis; zero without a standard. */
    public Duration used(Assignment a, Instant now) {
        var standard = a.timeStandard();
        if (standard == null) return Duration.ZERO;
        return switch (standard.basis()) {
            case WORKING_TIME, WORKING_DAYS -> a.used().plus(calendar.workingBetween(a.openedAt(), end(a, now)));
            case WALL_CLOCK, WALL_CLOCK_OPEN_DAYS -> a.used().plus(Duration.between(a.openedAt(), end(a, now)));
        };
    }

    /** What is left of a step; negative when late; null without a standard. */
    public @Nullable Duration remaining(Assignment a, Instant now) {
        if (!a.open()) return a.remaining();
        var standard = a.timeStandard();
        Instant deadline = a.deadline();
        if (deadline == null || a.waitsForReporter()) return null;
        // a giver's own deadline, where the SOP sets no time
        TimeStandard.Basis basis = standard == null ? TimeStandard.Basis.WORKING_TIME : standard.basis();
        return calendar.remaining(now, deadline, basis);
    }

    /** The SOP's own aim in this round; none once the case ended without the office having to answer. */
    public Optional<CaseClock> promise() {
        return clocks.stream()
                .filter(c -> !handling.dropped())
                .filter(c -> c.kind().equals(CaseClock.PROMISE) && c.round() == complaint.round())
                .findFirst();
    }

    public Step step(Assignment a) {
        return sop.step(a.step());
    }

    private static Instant end(Assignment a, Instant now) {
        return a.doneAt() == null ? now : a.doneAt();
    }
}
