package id.tindak.handling;

import id.tindak.agency.People;
import id.tindak.complaint.Changes;
import id.tindak.complaint.Event;
import id.tindak.complaint.Privacy;
import id.tindak.message.Message;
import id.tindak.sop.Standing;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Complaints that allege abuse of power (berkadar pengawasan; Perpres 76/2013, practice of SP4N): a verifier says so and answers for it with a name. From there the case is
 * secret, lies with those who examine such things, and whoever is accused, be it the administrator, never meets it again.
 */
@Service
public class Oversight {

    private final Cases cases;
    private final Endings endings;
    private final Exclusions exclusions;
    private final ExclusionStore store;
    private final People people;
    private final Clock clock;

    Oversight(Cases cases, Endings endings, Exclusions exclusions, ExclusionStore store, People people, Clock clock) {
        this.cases = cases;
        this.endings = endings;
        this.exclusions = exclusions;
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param role who examines it
     * @param accused officers whom it accuses; may be empty where nobody is named
     */
    @Transactional
    public Outcome allege(
            int agencyId, long officerId, long complaintId, String role, Set<Long> accused, String reason) {
        Case k = cases.lock(agencyId, complaintId);
        if (!Sight.of(k, officerId, people.holdings(agencyId, officerId), false, clock.instant())
                .acts()) return new Outcome.Refused("", "handling.notYours");
        if (!k.handling().open()) return new Outcome.Refused("", "handling.closed");
        if (!people.officers(agencyId, accused).keySet().equals(accused))
            return new Outcome.Refused("terlapor", "handling.noSuchOfficer");
        Set<Long> kept = new HashSet<>(k.excluded());
        kept.addAll(accused);
        if (!endings.overseers(agencyId, kept).containsKey(role))
            return new Outcome.Refused("peran", "handling.nobodyOversees");
        if (reason.isBlank()) return new Outcome.Refused("alasan", "handling.reasonMissing");
        Transition t = cases.change(k, clock.instant(), officerId);
        t.change(Changes.of(t.complaint()).privacy(Privacy.RAHASIA).complaint());
        t.because(reason, Event.Kind.OVERSIGHT, "role", role);
        store.add(agencyId, complaintId, accused, t.now(), officerId);
        for (long officer : accused)
            if (!k.excluded().contains(officer))
                t.add(Event.of(Event.Kind.OFFICER_EXCLUDED, officerId, "officer", Long.toString(officer)));
        t.divert(Transition.OVERSIGHT, Standing.stepOf(role));
        t.clocks().alleged();
        t.tellReporter("oversight", null);
        return new Outcome.Done(cases.save(t));
    }

    /** It is no matter for those beside the procedure after all: the case goes on where it was, or begins. It stays secret if it was made so. */
    @Transactional
    public Outcome release(
            int agencyId, long officerId, long complaintId, long assignmentId, int version, String reason) {
        Case k = cases.lock(agencyId, complaintId);
        Assignment a = k.open(assignmentId).filter(x -> x.version() == version).orElse(null);
        if (a == null) return Outcome.conflict(k, assignmentId);
        if (!Standing.is(a.step()) || !Sight.decides(k, a, officerId, people.holdings(agencyId, officerId)))
            return new Outcome.Refused("", "handling.notYours");
        if (reason.isBlank()) return new Outcome.Refused("alasan", "handling.reasonMissing");
        Transition t = cases.change(k, clock.instant(), officerId);
        Message m = t.say(Message.Audience.OFFICE, Message.Kind.REASON, reason);
        t.add(new Event(
                Event.Kind.RELEASED,
                officerId,
                t.withText(Map.of("step", a.step(), "assignment", Long.toString(a.id())), m)));
        t.divert(Transition.RELEASED, procedure(k, a));
        if (exclusions.leaveNobody(agencyId, k.excluded(), t.opened()))
            return new Outcome.Refused("", "handling.onlyExcluded");
        return new Outcome.Done(cases.save(t));
    }

    /** The step that was left for this one; where it began here, the first of the procedure. */
    private static String procedure(Case k, Assignment a) {
        return k.assignments().stream()
                .filter(p -> a.parentId() != null && p.id() == a.parentId())
                .map(Assignment::step)
                .filter(s -> !Standing.is(s) && !k.waitsFor(s))
                .findFirst()
                .orElseGet(() -> Transition.entry(k, k.handling().targetUnitId()));
    }
}
