package id.tindak.channel;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.complaint.Erasable;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * What accounts keep of people: who wrote, and the calls as they came. With a complaint goes what came for it, with the last complaint of a person all that is known of him; calls that were read go by
 * themselves after a while (RULES.md, Messages). That a message came is not forgotten: the same once more is no new complaint.
 */
@Component
class ChannelErasure implements Erasable {

    /** Long enough to find a fault in reading. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final ChannelStore store;
    private final Agencies agencies;
    private final Clock clock;

    ChannelErasure(ChannelStore store, Agencies agencies, Clock clock) {
        this.store = store;
        this.agencies = agencies;
        this.clock = clock;
    }

    @Override
    public void erase(int agencyId, long complaintId) {
        store.forget(agencyId, complaintId);
    }

    /** What nobody has read stays, however old. */
    void expire() {
        for (Agency agency : agencies.all())
            store.expire(agency.id(), clock.instant().minus(KEPT));
    }
}
