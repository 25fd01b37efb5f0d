package id.tindak.recap;

import id.tindak.complaint.Erasable;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Subject and solution of an erased case go from the frozen recaps, and so do the files that tell of them. The figures, the hashes, and that it was frozen stay; a revision makes new files. */
@Component
class RecapErasure implements Erasable {

    private final SolvedStore store;
    private final Clock clock;

    RecapErasure(SolvedStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void erase(int agencyId, long complaintId) {
        store.erase(agencyId, complaintId, clock.instant());
    }
}
