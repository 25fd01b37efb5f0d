package id.tindak.handling;

import id.tindak.complaint.Complaint;
import id.tindak.complaint.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a case has to do with the national system in which its reporter wrote (SP4N-LAPOR!): the clocks that count there. Each verb is part of the transaction of whoever keeps the number.
 */
@Service
public class OutsideReports {

    private final Cases cases;
    private final Clock clock;

    OutsideReports(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /** What the other system knows of a case. */
    public enum Known {
        /** Somebody is at it. */
        BEGUN,
        /** What was said to the reporter. */
        ANSWERED,
        /** It is over there. */
        ENDED
    }

    /**
     * The complaint has a number there: the limits of that system count from when it got it.
     *
     * @param officer who brought it over; null for the program
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reported(int agencyId, long complaintId, Instant since, @Nullable Long officer) {
        Transition t = cases.change(cases.lock(agencyId, complaintId), clock.instant(), officer);
        t.clocks().reported(since);
        t.add(Event.of(Event.Kind.LAPOR_NUMBERED, officer, "since", since.toString()));
        cases.save(t);
    }

    /** The other system knows so much now; the event says how it came to know. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Complaint known(int agencyId, long complaintId, Set<Known> what, Event event) {
        Transition t = cases.change(cases.lock(agencyId, complaintId), clock.instant(), event.actor());
        Set<StatutoryLimit.Ends> ends = EnumSet.noneOf(StatutoryLimit.Ends.class);
        if (!what.isEmpty()) ends.add(StatutoryLimit.Ends.SHOWN);
        if (what.contains(Known.ANSWERED) || what.contains(Known.ENDED)) ends.add(StatutoryLimit.Ends.TOLD);
        t.clocks().known(ends);
        t.add(event);
        return cases.save(t);
    }
}
