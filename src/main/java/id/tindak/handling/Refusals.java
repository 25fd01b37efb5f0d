package id.tindak.handling;

import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.StoredFile;
import id.tindak.message.Conversations;
import id.tindak.message.Message;
import id.tindak.sop.Branch;
import id.tindak.sop.Sop;
import id.tindak.sop.Standing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Refusals that a second person has to confirm, and to whom an objection against a refusal goes: never to whoever refused. */
@Service
public class Refusals {

    private final Cases cases;
    private final Complaints complaints;
    private final Conversations conversations;
    private final People people;
    private final Clock clock;

    Refusals(Cases cases, Complaints complaints, Conversations conversations, People people, Clock clock) {
        this.cases = cases;
        this.complaints = complaints;
        this.conversations = conversations;
        this.people = people;
        this.clock = clock;
    }

    /** Lays the refusal before a second person. Part of the transaction of the step's decision. */
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome propose(
            Transition t, Assignment a, Branch branch, RefusalGround ground, String reason, List<StoredFile> files) {
        Case k = t.before();
        Set<Long> judged =
                Stream.of(t.officer(), t.author()).flatMap(Stream::ofNullable).collect(Collectors.toSet());
        Confirmer to = confirmer(k, a, judged).orElse(null);
        if (to == null) return new Outcome.Refused("akhir", "handling.nobodyConfirms");
        Message m = t.say(Message.Audience.OFFICE, Message.Kind.REASON, reason);
        int index = k.step(a).branches().indexOf(branch);
        t.propose(a, index, ground.code(), to.holder(), to.role(), m);
        Complaint saved = cases.save(t);
        complaints.attach(saved, m, files, t.now());
        return new Outcome.Done(saved);
    }

    /** The second person agrees: the case ends, and its reporter reads the reason. */
    @Transactional
    public Outcome confirm(int agencyId, long officerId, long complaintId, long assignmentId, int version) {
        Case k = cases.lock(agencyId, complaintId);
        Assignment a = k.open(assignmentId).filter(x -> x.version() == version).orElse(null);
        if (a == null) return Outcome.conflict(k, assignmentId);
        Case.Proposal p = mine(k, a, officerId).orElse(null);
        if (p == null) return new Outcome.Refused("", "handling.notYours");
        Transition t = cases.change(k, clock.instant(), officerId);
        Message reason = t.say(Message.Audience.REPORTER, Message.Kind.REASON, proposed(agencyId, k, p));
        t.ground(p.ground());
        t.finish(a, k.step(a).branches().get(p.branch()), null, reason);
        t.tellReporter("refused", reason);
        return new Outcome.Done(cases.save(t));
    }

    /** The second person does not agree: back to whoever proposed it, with a reason. */
    @Transactional
    public Outcome decline(
            int agencyId, long officerId, long complaintId, long assignmentId, int version, String reason) {
        Case k = cases.lock(agencyId, complaintId);
        Assignment a = k.open(assignmentId).filter(x -> x.version() == version).orElse(null);
        if (a == null) return Outcome.conflict(k, assignmentId);
        if (mine(k, a, officerId).isEmpty()) return new Outcome.Refused("", "handling.notYours");
        if (reason.isBlank()) return new Outcome.Refused("alasan", "handling.reasonMissing");
        Transition t = cases.change(k, clock.instant(), officerId);
        t.decline(a, t.say(Message.Audience.OFFICE, Message.Kind.REASON, reason));
        return new Outcome.Done(cases.save(t));
    }

    private Optional<Case.Proposal> mine(Case k, Assignment a, long officer) {
        return Sight.decides(k, a, officer, people.holdings(k.complaint().agencyId(), officer))
                ? k.proposal(a)
                : Optional.empty();
    }

    /** What the first person wrote to the reporter. */
    private String proposed(int agencyId, Case k, Case.Proposal p) {
        return conversations.of(agencyId, k.complaint().id(), false).stream()
                .filter(m -> m.kind() == Message.Kind.REASON && m.at().equals(p.at()))
                .reduce((first, second) -> second)
                .map(Message::body)
                .orElse("");
    }

    /** @param holder that one colleague where there is one, else the queue of the role */
    record Confirmer(String role, Assignment.Holder holder) {}

    /** Who may judge what these officers decided: a colleague of the same role, else the superior of the desk. */
    Optional<Confirmer> confirmer(Case k, Assignment a, Set<Long> judged) {
        return Stream.of(colleague(k, a.role(), a.unitId(), judged), colleague(k, Standing.SUPERIOR, null, judged))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Confirmer> colleague(Case k, String role, @Nullable Long unit, Set<Long> judged) {
        List<Long> able = people.holdersToday(k.complaint().agencyId()).stream()
                .filter(h -> h.holds(role, unit))
                .map(RoleHolder::officerId)
                .filter(o -> !judged.contains(o) && !k.excluded().contains(o))
                .distinct()
                .toList();
        if (able.isEmpty()) return Optional.empty();
        return Optional.of(
                new Confirmer(role, Assignment.Holder.of(role, unit, able.size() == 1 ? able.getFirst() : null)));
    }

    /**
     * The round that begins with an objection against a refusal: at the step that refused where a colleague can take it, else with the superior;
     * empty where both are the same person, and for a case that was not refused.
     */
    Optional<Transition> objected(Case refused, Case next, Instant now, String text) {
        if (!refused.handling().refused()) return Optional.empty();
        Assignment last = refused.assignments().stream()
                .filter(a -> a.handlingId() == refused.handling().id() && Sop.REFUSED.equals(a.nextStep()))
                .reduce((first, second) -> second)
                .orElse(null);
        if (last == null) return Optional.empty();
        return confirmer(refused, ofStep(refused, last), refused.refusers()).map(to -> {
            Transition t = cases.change(next, now, null);
            Message m = t.say(Message.Audience.REPORTER, Message.Kind.REACTION, text);
            boolean superior = to.role().equals(Standing.SUPERIOR);
            t.reopen(superior ? Standing.stepOf(Standing.SUPERIOR) : last.step(), m, Assignment.Reason.REOPEN);
            if (!superior) t.opened().forEach(a -> t.put(a.firstWith(to.holder())));
            return t;
        });
    }

    /** The work as its step's own actor has it: a confirmation may have lain with another role. */
    private static Assignment ofStep(Case k, Assignment a) {
        return k.proposal(a).isEmpty()
                ? a
                : k.assignments().stream()
                        .filter(p -> a.parentId() != null && p.id() == a.parentId())
                        .findFirst()
                        .orElse(a);
    }
}
