package id.tindak.channel;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.complaint.Erasable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * What accounts keep of people: who wrote, and the calls as they came. With a complaint goes what came for it, with the last complaint of a person all that is known of him; calls that were read go by
 * themselves after a while (RULES.md, Messages). That a message came is not forgotten: the same once more is no new complaint.
 */
@Component
class ChannelErasure implements Erasable {

    /** Long enough to find a fault in reading. */
    private static final Duration KEPT = Duration.ofDays(30);

    /** Long enough to mend what cannot be read; the account's page says for how long it is still there. */
    static final Duration UNREADABLE_KEPT = Duration.ofDays(90);

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

    /** What still waits to be read stays, however old. */
    void expire() {
        Instant now = clock.instant();
        for (Agency agency : agencies.all()) store.expire(agency.id(), now.minus(KEPT), now.minus(UNREADABLE_KEPT));
    }
}
