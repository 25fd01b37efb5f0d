package id.tindak.handling;

import id.tindak.agency.RoleHolder;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Event;
import id.tindak.message.Message;
import id.tindak.sop.Sop;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What publishing has to do with a case: who may, and the links it leaves in the case's chain. Each verb is part of the transaction of whoever keeps the published text. */
@Service
public class Publishing {

    private final Cases cases;
    private final Clock clock;

    Publishing(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * What an officer may do with the published text of a case.
     *
     * @param edits words it: the SOP's editor and its publisher
     * @param publishes publishes what was left out, and takes back what stands there: the SOP's publisher
     */
    public record Rights(boolean edits, boolean publishes) {

        static final Rights NONE = new Rights(false, false);
    }

    /** None where the SOP publishes nothing, or the case must not be known to exist. */
    public static Rights rights(CaseFile file) {
        Sop sop = file.k().sop();
        if (!file.sight().content() || file.k().complaint().privacy().hidesExistence()) return Rights.NONE;
        boolean publishes = holds(sop.publishers(), file.holdings());
        return new Rights(publishes || holds(sop.editors(), file.holdings()), publishes);
    }

    private static boolean holds(Set<String> roles, List<RoleHolder> holdings) {
        return holdings.stream().anyMatch(h -> !h.mandate() && roles.contains(h.role()));
    }

    /**
     * The text for the public is worded.
     *
     * @param fingerprint of the wording
     * @param answer as the editor words it, where the reporter has none yet: the next step begins with it; null otherwise
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void worded(int agencyId, long complaintId, long officer, String fingerprint, @Nullable String answer) {
        Transition t = change(agencyId, complaintId, officer);
        Map<String, String> facts = new LinkedHashMap<>(Map.of("wording", fingerprint));
        if (answer != null && t.handling().open() && !t.before().answered())
            facts.putAll(t.textFacts(t.say(Message.Audience.OFFICE, Message.Kind.RESULT, answer)));
        t.add(new Event(Event.Kind.PUBLICATION_WORDED, officer, facts));
        cases.save(t);
    }

    /** Published by itself, after the step in which it was left out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Complaint published(int agencyId, long complaintId, long officer) {
        Transition t = change(agencyId, complaintId, officer);
        t.add(Event.of(Event.Kind.PUBLISHED, officer));
        return cases.save(t);
    }

    /** Taken back, or not to be shown when its step comes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawn(int agencyId, long complaintId, long officer, String reason) {
        Transition t = change(agencyId, complaintId, officer);
        t.because(reason, Event.Kind.PUBLICATION_WITHDRAWN);
        cases.save(t);
    }

    /** It may be shown after all when its step comes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Complaint allowed(int agencyId, long complaintId, long officer) {
        Transition t = change(agencyId, complaintId, officer);
        t.add(Event.of(Event.Kind.PUBLICATION_ALLOWED, officer));
        return cases.save(t);
    }

    private Transition change(int agencyId, long complaintId, long officer) {
        return cases.change(cases.lock(agencyId, complaintId), clock.instant(), officer);
    }
}
