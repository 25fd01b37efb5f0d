package id.tindak.publication;

import id.tindak.complaint.Erasable;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What was worded of a case goes with its reporter, and the public reads it no more. */
@Component
class PublicationErasure implements Erasable {

    private final PublicationStore store;
    private final Clock clock;

    PublicationErasure(PublicationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void erase(int agencyId, long complaintId) {
        store.erase(agencyId, complaintId, clock.instant());
    }
}
