package id.tindak.message;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.base.Keys;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** E-mail, by the agency's own server or the installation's; a demo without either keeps it for everybody to read. */
@Component
class MailCarrier implements Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(MailCarrier.class);

    /** RULES.md, Messages: at most 3 mails per address and hour. */
    static final Pace PACE = new Pace(3, Duration.ofHours(1));

    private final Letters letters;
    private final Enclosures enclosures;
    private final MailServers servers;
    private final Smtp smtp;
    private final LocalMailStore localMail;
    private final Agencies agencies;
    private final Clock clock;

    MailCarrier(
            Letters letters,
            Enclosures enclosures,
            MailServers servers,
            Smtp smtp,
            LocalMailStore localMail,
            Agencies agencies,
            Clock clock) {
        this.letters = letters;
        this.enclosures = enclosures;
        this.servers = servers;
        this.smtp = smtp;
        this.localMail = localMail;
        this.agencies = agencies;
        this.clock = clock;
    }

    @Override
    public boolean takes(String lane) {
        return lane.equals(Outbox.EMAIL);
    }

    @Override
    public boolean ready(int agencyId, String lane) {
        try {
            return servers.of(agencyId).isPresent() || agencies.byId(agencyId).demo();
        } catch (Keys.Unreadable shut) {
            LOG.warn("Mail server password of agency {} does not open: {}", agencyId, shut.getMessage());
            return false;
        }
    }

    @Override
    public Pace pace(int agencyId, String lane) {
        return PACE;
    }

    @Override
    public Delivered carry(Claim claim) {
        Agency agency = agencies.byId(claim.agencyId());
        Letter letter;
        try {
            letter = letters.of(claim, enclosure(claim));
        } catch (RuntimeException unwritable) {
            LOG.error("Message {} of agency {} cannot be worded", claim.id(), claim.agencyId(), unwritable);
            return new Delivered.Never("Surat tidak dapat disusun: " + unwritable.getMessage());
        }
        Optional<MailServer> server = servers.of(claim.agencyId());
        if (server.isEmpty()) {
            localMail.keep(claim, letter, clock.instant());
            return new Delivered.Sent(null);
        }
        String thread = letter.thread().isEmpty() ? "" : "." + letter.thread();
        String messageId = claim.messageId() + thread + "@" + MailServers.domain(agency);
        return smtp.send(server.get(), claim.recipient(), messageId, letter, clock.instant());
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
}
