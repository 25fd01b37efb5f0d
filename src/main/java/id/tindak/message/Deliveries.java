package id.tindak.message;

import id.tindak.agency.Agencies;
import id.tindak.agency.AgencyEvents;
import id.tindak.base.Keys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator sees of the outbox and can do about it. */
@Service
public class Deliveries {

    private static final int SHOWN = 100;

    /** What failed longer ago nobody waits for any more: it is sent again one by one alone. */
    private static final Duration REPEATED = Duration.ofDays(7);

    /** Of a number. */
    private static final int ENDING = 3;

    /**
     * A message that waits or has failed.
     *
     * @param at when it is tried next, or when it failed
     * @param reason what the server said last
     */
    public record Waiting(
            long id,
            @Nullable Long complaintId,
            String lane,
            String recipient,
            String template,
            Instant stagedAt,
            Instant at,
            int attempts,
            @Nullable String reason) {

        public boolean mail() {
            return lane.equals(Outbox.EMAIL);
        }

        /** The address with most of it hidden: enough to recognise, too little to use. */
        public String masked() {
            int at = recipient.indexOf('@');
            if (at < 0) return "***" + recipient.substring(Math.max(0, recipient.length() - ENDING));
            int shown = Math.min(2, Math.max(0, at - 1));
            return recipient.substring(0, shown) + "***" + recipient.substring(at);
        }
    }

    /**
     * @param server host and port; null when none is set up
     * @param kept true in a demo without a server: mail stays here
     * @param shut the server's password does not open with the keys at hand
     * @param again how many failed ones are worth repeating together
     */
    public record Overview(
            @Nullable String server,
            boolean kept,
            boolean shut,
            @Nullable Instant lastSent,
            List<Waiting> waiting,
            List<Waiting> failed,
            int again) {

        /** "7", or "99+" */
        public static String count(List<Waiting> list) {
            return list.size() < SHOWN ? Integer.toString(list.size()) : SHOWN - 1 + "+";
        }
    }

    private final OutboxStore store;
    private final MailServers servers;
    private final Agencies agencies;
    private final AgencyEvents events;
    private final Clock clock;

    Deliveries(OutboxStore store, MailServers servers, Agencies agencies, AgencyEvents events, Clock clock) {
        this.store = store;
        this.servers = servers;
        this.agencies = agencies;
        this.events = events;
        this.clock = clock;
    }

    /** How many messages wait to leave, by lane. */
    public Map<String, Integer> waitingByLane(int agencyId) {
        return store.waitingByLane(agencyId);
    }

    /** The first hundred of each list. */
    @Transactional(readOnly = true)
    public Overview overview(int agencyId) {
        Optional<MailServer> server = Optional.empty();
        boolean shut = false;
        try {
            server = servers.of(agencyId);
        } catch (Keys.Unreadable unreadable) {
            shut = true;
        }
        return new Overview(
                server.map(s -> s.host() + ":" + s.port()).orElse(null),
                server.isEmpty() && agencies.byId(agencyId).demo(),
                shut,
                store.lastSent(agencyId).orElse(null),
                store.waiting(agencyId, SHOWN),
                store.failed(agencyId, SHOWN),
                store.countFailedSince(agencyId, clock.instant().minus(REPEATED)));
    }

    /**
     * Lets one message of a case be tried anew that failed, or of which nobody knows.
     *
     * @return false when it is neither any more
     */
    @Transactional
    public boolean sendAgain(int agencyId, long complaintId, long id, long byOfficer) {
        if (!store.again(agencyId, complaintId, id, clock.instant())) return false;
        events.append(agencyId, "MAIL_SENT_AGAIN", byOfficer, Map.of("count", "1"));
        return true;
    }

    /**
     * An officer knows that a message arrived of which nobody else could say.
     *
     * @return false when that is settled already
     */
    @Transactional
    public boolean arrived(int agencyId, long complaintId, long id) {
        return store.arrived(agencyId, complaintId, id, clock.instant());
    }

    /**
     * Lets a failed message be tried anew.
     *
     * @return false when it is none any more
     */
    @Transactional
    public boolean sendAgain(int agencyId, long id, long byOfficer) {
        if (!store.again(agencyId, id, clock.instant())) return false;
        events.append(agencyId, "MAIL_SENT_AGAIN", byOfficer, Map.of("count", "1"));
        return true;
    }

    /**
     * The same for all that failed lately and did not arrive by another way.
     *
     * @return how many
     */
    @Transactional
    public int sendAllAgain(int agencyId, long byOfficer) {
        Instant now = clock.instant();
        int count = store.againSince(agencyId, now.minus(REPEATED), now);
        if (count > 0) events.append(agencyId, "MAIL_SENT_AGAIN", byOfficer, Map.of("count", Integer.toString(count)));
        return count;
    }
}
