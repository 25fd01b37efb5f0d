package id.tindak.handling;

import id.tindak.agency.AgencyEvents;
import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.complaint.Event;
import id.tindak.sop.Standing;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps an accused officer away from the case that accuses: no step, page, search, draft or file of it (RULES.md, Security). Whom the reporter named is excluded at once where the name is
 * an officer's; a holder of the case, or the desk of the whole agency, excludes others, or lets somebody in again, with a reason.
 */
@Service
public class Exclusions {

    private final Cases cases;
    private final ExclusionStore store;
    private final People people;
    private final Endings endings;
    private final AgencyEvents audit;
    private final Clock clock;

    Exclusions(Cases cases, ExclusionStore store, People people, Endings endings, AgencyEvents audit, Clock clock) {
        this.cases = cases;
        this.store = store;
        this.people = people;
        this.endings = endings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Excludes an officer; open work of the officer goes back to the role's queue. Refused where nobody else could do it. */
    @Transactional
    public Outcome exclude(int agencyId, long byOfficer, long complaintId, long accused, String reason) {
        Case k = cases.lock(agencyId, complaintId);
        if (!acts(k, byOfficer)) return new Outcome.Refused("", "handling.notYours");
        if (people.officer(agencyId, accused).isEmpty())
            return new Outcome.Refused("petugas", "handling.noSuchOfficer");
        if (reason.isBlank()) return new Outcome.Refused("alasan", "handling.reasonMissing");
        Set<Long> excluded = new HashSet<>(k.excluded());
        if (!excluded.add(accused)) return new Outcome.Done(k.complaint());
        if (k.complaint().joinedTo() != null) return new Outcome.Refused("petugas", "handling.excludeOnHead");
        if (leaveNobody(agencyId, excluded, nextWork(k))) return new Outcome.Refused("petugas", "handling.onlyHolder");
        Transition t = cases.change(k, clock.instant(), byOfficer);
        store.add(agencyId, complaintId, Set.of(accused), t.now(), byOfficer);
        List<Assignment> held = k.open().stream()
                .filter(a -> a.officerId() != null && a.officerId() == accused)
                .toList();
        if (!held.isEmpty()) t.requeue(held, accused, "ACCUSED");
        t.because(reason, Event.Kind.OFFICER_EXCLUDED, "officer", Long.toString(accused));
        return new Outcome.Done(cases.save(t));
    }

    /** Takes an exclusion back: the name was another person's, or the accusation fell. */
    @Transactional
    public Outcome admit(int agencyId, long byOfficer, long complaintId, long officer, String reason) {
        Case k = cases.lock(agencyId, complaintId);
        if (!acts(k, byOfficer)) return new Outcome.Refused("", "handling.notYours");
        if (reason.isBlank()) return new Outcome.Refused("alasan", "handling.reasonMissing");
        if (!k.excluded().contains(officer)) return new Outcome.Done(k.complaint());
        Transition t = cases.change(k, clock.instant(), byOfficer);
        store.remove(agencyId, complaintId, officer);
        t.because(reason, Event.Kind.OFFICER_ADMITTED, "officer", Long.toString(officer));
        return new Outcome.Done(cases.save(t));
    }

    /**
     * Excludes the officers whom the reporter named when filing. Where the first step would then have nobody, the case goes to those who examine abuse of power; where these are accused too, or
     * not named, nobody is excluded and both chains say so.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void named(Transition t, String accused) {
        int agencyId = t.complaint().agencyId();
        Set<Long> officers = Accused.in(accused, people.officers(agencyId));
        if (officers.isEmpty()) return;
        if (leaveNobody(agencyId, officers, t.opened())) {
            String overseer = endings.overseers(agencyId, officers).keySet().stream()
                    .findFirst()
                    .orElse(null);
            if (overseer != null) {
                t.insteadOpen(Standing.stepOf(overseer));
                exclude(t, officers);
                return;
            }
            audit.append(
                    agencyId,
                    "ACCUSED_HOLDS_ALL",
                    null,
                    Map.of("complaint", t.complaint().publicNumber()));
            for (long officer : officers)
                t.add(Event.of(Event.Kind.OFFICER_NOT_EXCLUDED, null, "officer", Long.toString(officer)));
            return;
        }
        exclude(t, officers);
    }

    private void exclude(Transition t, Set<Long> officers) {
        store.add(t.complaint().agencyId(), t.complaint().id(), officers, t.now(), null);
        for (long officer : officers)
            t.add(Event.of(Event.Kind.OFFICER_EXCLUDED, null, "officer", Long.toString(officer)));
    }

    /** Whether the case accuses this officer, for pages that do not show it but could do something to it. */
    @Transactional(readOnly = true)
    public boolean accuses(int agencyId, long complaintId, long officer) {
        return store.excluded(agencyId, complaintId, officer);
    }

    /** Whether open work would lie with a role all of whose holders are excluded. */
    boolean leaveNobody(int agencyId, Set<Long> excluded, Collection<Assignment> assignments) {
        if (excluded.isEmpty()) return false;
        List<RoleHolder> holders = people.holdersToday(agencyId);
        return assignments.stream()
                .filter(a -> !a.queue().equals(Queue.REPORTER))
                .anyMatch(a -> {
                    List<RoleHolder> able = holders.stream()
                            .filter(h -> h.holds(a.role(), a.unitId()))
                            .toList();
                    return !able.isEmpty() && able.stream().allMatch(h -> excluded.contains(h.officerId()));
                });
    }

    /** Open work, and the work that goes on once the reporter has answered. */
    private static List<Assignment> nextWork(Case k) {
        return k.open().stream()
                .flatMap(a -> a.waitsForReporter() ? k.interruptedBy(a).stream() : Stream.of(a))
                .toList();
    }

    private boolean acts(Case k, long officerId) {
        int agencyId = k.complaint().agencyId();
        return Sight.of(k, officerId, people.holdings(agencyId, officerId), false, clock.instant())
                .acts();
    }
}
