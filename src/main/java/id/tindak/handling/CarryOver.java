package id.tindak.handling;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was said to a reporter has to be carried over by hand into the system in which he reads it: whoever took the complaint in finds that among what there is to know. */
@Service
public class CarryOver {

    private final CopyStore copies;
    private final Clock clock;

    CarryOver(CopyStore copies, Clock clock) {
        this.copies = copies;
        this.clock = clock;
    }

    /** Said once, until it is done or acknowledged. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void waits(int agencyId, long complaintId) {
        copies.carryOver(agencyId, complaintId, clock.instant());
    }

    /** @param officer who did it; null for the program */
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(int agencyId, long complaintId, @Nullable Long officer) {
        copies.carriedOver(agencyId, complaintId, officer, clock.instant());
    }
}
