package id.tindak.publication;

import id.tindak.complaint.ChainWatch;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Keeps what the public reads in step with the case's chain: published with the link that says so, gone when the case becomes confidential, marked when its reporter reopens it. */
@Component
class PublicationWatch implements ChainWatch {

    private final PublicationStore store;
    private final Clock clock;

    PublicationWatch(PublicationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void happened(int agencyId, List<Complaints.Linked> all) {
        for (Complaints.Linked l : all) {
            Complaint c = l.complaint();
            switch (l.event().kind()) {
                case PUBLISHED ->
                    store.publish(
                            agencyId,
                            c.id(),
                            new Publication.Act(Objects.requireNonNull(l.event().actor()), clock.instant()));
                case PRIVACY_RAISED, OVERSIGHT -> {
                    if (c.privacy().hidesExistence()) store.hide(agencyId, c.id(), clock.instant());
                }
                case REOPENED -> store.reopened(agencyId, c.id(), clock.instant());
                case CATEGORY_CHANGED -> store.categorised(agencyId, c.id(), c.category());
                default -> {}
            }
        }
    }
}
