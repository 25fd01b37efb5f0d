package id.tindak.message;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.base.Keys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

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

    private final OutboxStore store;
    private final Letters letters;
    private final Enclosures enclosures;
    private final MailServers servers;
    private final Smtp smtp;
    private final LocalMailStore localMail;
    private final Agencies agencies;
    private final Clock clock;
    private final Map<Integer, Instant> restUntil = new ConcurrentHashMap<>();

    Postman(
            OutboxStore store,
            Letters letters,
            Enclosures enclosures,
            MailServers servers,
            Smtp smtp,
            LocalMailStore localMail,
            Agencies agencies,
            Clock clock) {
        this.store = store;
        this.letters = letters;
        this.enclosures = enclosures;
        this.servers = servers;
        this.smtp = smtp;
        this.localMail = localMail;
        this.agencies = agencies;
        this.clock = clock;
    }

    /**
     * Delivers until nothing is due.
     *
     * @return number of messages that were handed over
     */
    int deliver() {
        int sent = 0;
        boolean more = true;
        while (more) {
            more = false;
            for (int agencyId : store.agenciesWithDue(Outbox.EMAIL, clock.instant())) {
                Boolean handedOver = deliverOne(agencyId);
                if (handedOver == null) continue;
                more = true;
                if (handedOver) sent++;
            }
        }
        return sent;
    }

    /** Null when this agency has nothing to send now. */
    private @Nullable Boolean deliverOne(int agencyId) {
        Instant now = clock.instant();
        if (restUntil.getOrDefault(agencyId, Instant.MIN).isAfter(now)) return null;
        Agency agency = agencies.byId(agencyId);
        Optional<MailServer> server;
        try {
            server = servers.of(agencyId);
        } catch (Keys.Unreadable shut) {
            LOG.warn("Mail server password of agency {} does not open: {}", agencyId, shut.getMessage());
            restUntil.put(agencyId, now.plus(REST_OF_SERVER));
            return null;
        }
        if (server.isEmpty() && !agency.demo()) return null; // waits; the administrator sees it
        Optional<Claim> claim = store.claim(agencyId, Outbox.EMAIL, now, now.plus(LEASE));
        if (claim.isEmpty()) return null;
        return mark(claim.get(), attempt(agency, server.orElse(null), claim.get()));
    }

    private Delivered attempt(Agency agency, @Nullable MailServer server, Claim claim) {
        Letter letter;
        try {
            letter = letters.of(claim, enclosure(claim));
        } catch (RuntimeException unwritable) {
            LOG.error("Message {} of agency {} cannot be worded", claim.id(), claim.agencyId(), unwritable);
            return new Delivered.Never("Surat tidak dapat disusun: " + unwritable.getMessage());
        }
        if (server == null) {
            localMail.keep(claim, letter, clock.instant());
            return new Delivered.Sent();
        }
        String messageId = claim.messageId() + "@" + MailServers.domain(agency);
        return smtp.send(server, claim.recipient(), messageId, letter, clock.instant());
    }

    /** The letter for a confirmed address; null for others, where there is none, and where it cannot be made: then the mail says where to fetch it. */
    private Enclosures.@Nullable Enclosure enclosure(Claim claim) {
        String what = claim.params().get(Letters.LETTER);
        Long complaint = claim.complaintId();
        if (what == null
                || complaint == null
                || !Boolean.parseBoolean(claim.params().get("confirmed"))) return null;
        try {
            return enclosures.of(claim.agencyId(), complaint, what).orElse(null);
        } catch (RuntimeException unmade) {
            LOG.error("{} of message {} of agency {} cannot be made", what, claim.id(), claim.agencyId(), unmade);
            return null;
        }
    }

    private boolean mark(Claim claim, Delivered delivered) {
        Instant now = clock.instant();
        switch (delivered) {
            case Delivered.Sent() -> store.sent(claim, now);
            case Delivered.Never(String reason) -> store.failed(claim, now, reason);
            case Delivered.Later(String reason) -> again(claim, now, reason);
            case Delivered.NoServer(String reason) -> {
                LOG.warn("Mail of agency {} is not taken: {}", claim.agencyId(), reason);
                restUntil.put(claim.agencyId(), now.plus(REST_OF_SERVER));
                again(claim, now, reason);
            }
        }
        return delivered instanceof Delivered.Sent;
    }

    private void again(Claim claim, Instant now, String reason) {
        if (claim.attempts() > WAITS.size()) store.failed(claim, now, reason);
        else store.postponed(claim, now.plus(WAITS.get(claim.attempts() - 1)), reason);
    }
}
