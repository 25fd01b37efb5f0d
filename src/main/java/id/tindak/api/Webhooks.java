package id.tindak.api;

import id.tindak.agency.AgencyEvents;
import id.tindak.base.Ids;
import id.tindak.base.Keys;
import id.tindak.complaint.ChainWatch;
import id.tindak.complaint.Complaints;
import id.tindak.message.Outbox;
import id.tindak.message.Outbox.Outgoing;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Addresses to which an agency tells what happens: adding, changing, a new secret. What is to be told lies in the outbox in the transaction in which it happened; each address is a lane of its own. */
@Service
class Webhooks implements ChainWatch {

    /** Name of the message in the outbox. */
    static final String TEMPLATE = "webhook";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;

    private final WebhookStore store;
    private final Listeners listeners;
    private final Outbox outbox;
    private final Keys keys;
    private final AgencyEvents events;
    private final Clock clock;

    Webhooks(WebhookStore store, Listeners listeners, Outbox outbox, Keys keys, AgencyEvents events, Clock clock) {
        this.store = store;
        this.listeners = listeners;
        this.outbox = outbox;
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    /** A webhook and its secret, which is shown once. */
    record Sealed(Webhook webhook, String secret) {}

    List<Webhook> all(int agencyId) {
        return store.all(agencyId);
    }

    Optional<Webhook> find(int agencyId, long id) {
        return store.find(agencyId, id);
    }

    /** The secret opened, for signing. */
    String secret(Webhook h) {
        return keys.decrypt(h.secret(), context(h.agencyId(), h.id()));
    }

    @Transactional
    Sealed add(int agencyId, String name, String url, long by) {
        Instant now = clock.instant();
        long id = Ids.next(now);
        String secret = fresh();
        Webhook h = new Webhook(agencyId, id, name, url, keys.encrypt(secret, context(agencyId, id)), true, now);
        write(h, "WEBHOOK_ADDED", by);
        return new Sealed(h, secret);
    }

    @Transactional
    void change(Webhook old, String name, String url, boolean active, long by) {
        write(
                new Webhook(old.agencyId(), old.id(), name, url, old.secret(), active, old.createdAt()),
                "WEBHOOK_CHANGED",
                by);
    }

    @Transactional
    String renew(Webhook old, long by) {
        String secret = fresh();
        String shut = keys.encrypt(secret, context(old.agencyId(), old.id()));
        write(
                new Webhook(old.agencyId(), old.id(), old.name(), old.url(), shut, old.active(), old.createdAt()),
                "WEBHOOK_SECRET_RENEWED",
                by);
        return secret;
    }

    /** Confidential cases are told to nobody. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void happened(int agencyId, List<Complaints.Linked> all) {
        List<Webhook> told = listeners.webhooks(agencyId);
        if (told.isEmpty()) return;
        Instant now = clock.instant();
        outbox.stage(
                agencyId,
                all.stream()
                        .filter(l -> !l.complaint().privacy().hidesExistence())
                        .flatMap(l -> told.stream()
                                .map(h -> new Outgoing(
                                        l.complaint().id(),
                                        h.lane(),
                                        h.url(),
                                        TEMPLATE,
                                        Map.of(
                                                "nomor", l.complaint().publicNumber(),
                                                "jenis", l.event().kind().name(),
                                                "waktu", now.toString()))))
                        .toList());
    }

    private void write(Webhook h, String event, long by) {
        store.write(h, by);
        listeners.changed();
        events.append(
                h.agencyId(),
                event,
                by,
                Map.of("webhook", Long.toString(h.id()), "active", Boolean.toString(h.active())));
    }

    private static String fresh() {
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        return StandardSignature.PREFIX + Base64.getEncoder().encodeToString(random);
    }

    private static String context(int agencyId, long id) {
        return "webhook:" + agencyId + ":" + id;
    }
}
