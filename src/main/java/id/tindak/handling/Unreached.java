package id.tindak.handling;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A message did not reach the reporter, and there is no other way to send it: whoever holds the case has to know, and writes a letter or calls. */
@Service
public class Unreached {

    private final Cases cases;
    private final Clock clock;

    Unreached(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * @param channel key under which the SOP knows the channel
     * @param perhaps it may have arrived, and nobody can say
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(int agencyId, long complaintId, String channel, boolean perhaps) {
        Transition t = cases.change(cases.lock(agencyId, complaintId), clock.instant(), null);
        t.unreached(channel, perhaps);
        cases.save(t);
    }
}
