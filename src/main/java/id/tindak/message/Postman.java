package id.tindak.message;

import id.tindak.base.SideBySide;
import id.tindak.base.web.Texts;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
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
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private static final Duration PATIENCE = WAITS.stream().reduce(Duration.ZERO, Duration::plus);
    private static final Duration WAIT_FOR_SERVER = Duration.ofMinutes(1);

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
    private final SideBySide<Lane> lanes = new SideBySide<>();

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

    /**
     * Delivers until nothing is due, each lane by itself: a slow provider holds up nobody but those who wait for it.
     *
     * @return number of messages that were handed over
     */
    int deliver() {
        AtomicInteger sent = new AtomicInteger();
        lanes.all(store.due(clock.instant()), lane -> sent.addAndGet(deliver(lane)));
        return sent.get();
    }

    /** The same, for a job that looks again soon: does not wait for the slow. */
    void deliverOn() {
        lanes.begin(store.due(clock.instant()), this::deliver);
    }

    private int deliver(Lane lane) {
        int sent = 0;
        for (Boolean handedOver; !lanes.ending() && (handedOver = deliverOne(lane)) != null; ) if (handedOver) sent++;
        return sent;
    }

    @PreDestroy
    void end() {
        lanes.close();
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
                .map(claim -> mark(lane, claim, carried(carrier, claim)))
                .orElse(null);
    }

    private static Delivered carried(Carrier carrier, Claim claim) {
        return claim.cutOff() && !carrier.knownAgain()
                ? new Delivered.Perhaps(Texts.get(Texts.DEFAULT, "delivery.cutOff"))
                : carrier.carry(claim);
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
                untilServer(claim, now, reason);
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

    /** It is not the message's fault: it goes soon after the server is back, and fails only when that takes as long as all its attempts would. */
    private void untilServer(Claim claim, Instant now, String reason) {
        if (claim.stagedAt().plus(PATIENCE).isBefore(now))
            undelivered(claim, false, () -> store.failed(claim, now, reason));
        else store.untried(claim, now.plus(WAIT_FOR_SERVER), reason);
    }

    private void again(Claim claim, Instant now, String reason) {
        if (claim.attempts() > WAITS.size()) undelivered(claim, false, () -> store.failed(claim, now, reason));
        else store.postponed(claim, now.plus(WAITS.get(claim.attempts() - 1)), reason);
    }
}
