package id.tindak.message;

import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What providers and mail servers say became of messages that they took. */
@Service
public class DeliveryReports {

    public enum Fate {
        DELIVERED,
        READ,
        FAILED
    }

    private final OutboxStore store;
    private final Undelivered undelivered;

    DeliveryReports(OutboxStore store, Undelivered undelivered) {
        this.store = store;
        this.undelivered = undelivered;
    }

    /** Notes what became of a message; a report on none of ours, or an older one, changes nothing. */
    @Transactional
    public void reported(int agencyId, String lane, String providerId, Fate fate, Instant at, String reason) {
        store.reported(agencyId, lane, providerId, fate, at, reason)
                .ifPresent(failed -> undelivered.noted(agencyId, failed, false));
    }
}
