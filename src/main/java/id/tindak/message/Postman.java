package id.tindak.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers what waits in the outbox: claims one message in a short transaction, sends it outside of any, marks it in a second one. One message
 * of each agency in turn, so that a flood of one does not keep the others waiting. Several may run at once.
 */
@Service
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    /** Waits between attempts; after the last the message has failed and an administrator decides. */
    static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    /** Longer than any single attempt takes; after a cut-off the message is taken up again when it is over. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration REST_OF_SERVER = Duration.ofSeconds(30);

    /** A row of messages that one carrier takes for one agency, one after the other. */
    record Lane(int agencyId, String name) {}

    private final OutboxStore store;
    private final List<Carrier> carriers;
    private final Undelivered undelivered;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Lane, Instant> restUntil = new ConcurrentHashMap<>();

    Postman(
            OutboxStore store,
            List<Carrier> carriers,
            Undelivered undelivered,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.carriers = carriers;
        this.undelivered = undelivered;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether a message of this lane goes to a receiver that is nobody's provider. */
    boolean toStrangers(String lane) {
        return carriers.stream().anyMatch(c -> c.toStrangers() && c.takes(lane));
    }

    /** The same for all lanes. */
    int deliver() {
        return deliver(lane -> true);
    }

    /**
     * Delivers until nothing is due in these lanes.
     *
     * @return number of messages that were handed over
     */
    int deliver(Predicate<String> lanes) {
        int sent = 0;
        boolean more = true;
        while (more) {
            more = false;
            for (Lane lane : store.due(clock.instant())) {
                if (!lanes.test(lane.name())) continue;
                Boolean handedOver = deliverOne(lane);
                if (handedOver == null) continue;
                more = true;
                if (handedOver) sent++;
            }
        }
        return sent;
    }

    /** Null when this lane has nothing to send now. */
    private @Nullable Boolean deliverOne(Lane lane) {
        Instant now = clock.instant();
        if (restUntil.getOrDefault(lane, Instant.MIN).isAfter(now)) return null;
        Carrier carrier =
                carriers.stream().filter(c -> c.takes(lane.name())).findFirst().orElse(null);
        if (carrier == null || !carrier.ready(lane.agencyId(), lane.name()))
            return null; // waits; the administrator sees it
        Carrier.Pace pace = carrier.pace(lane.agencyId(), lane.name());
        return store.claim(lane, pace, now, now.plus(LEASE))
                .map(claim -> mark(lane, claim, carrier.carry(claim)))
                .orElse(null);
    }

    private boolean mark(Lane lane, Claim claim, Delivered delivered) {
        Instant now = clock.instant();
        switch (delivered) {
            case Delivered.Sent(String providerId) -> store.sent(claim, now, providerId);
            case Delivered.Perhaps(String reason) -> undelivered(claim, true, () -> store.perhaps(claim, now, reason));
            case Delivered.Never(String reason) -> undelivered(claim, false, () -> store.failed(claim, now, reason));
            case Delivered.Later(String reason) -> again(claim, now, reason);
            case Delivered.NoServer(String reason) -> {
                LOG.warn("Messages of agency {} on lane {} are not taken: {}", claim.agencyId(), lane.name(), reason);
                restUntil.put(lane, now.plus(REST_OF_SERVER));
                again(claim, now, reason);
            }
        }
        return delivered instanceof Delivered.Sent;
    }

    private void undelivered(Claim c, boolean perhaps, Runnable mark) {
        transaction.executeWithoutResult(status -> {
            mark.run();
            undelivered.noted(
                    c.agencyId(),
                    new Outbox.Outgoing(c.complaintId(), c.lane(), c.recipient(), c.template(), c.params()),
                    perhaps);
        });
    }

    private void again(Claim claim, Instant now, String reason) {
        if (claim.attempts() > WAITS.size()) undelivered(claim, false, () -> store.failed(claim, now, reason));
        else store.postponed(claim, now.plus(WAITS.get(claim.attempts() - 1)), reason);
    }
}
