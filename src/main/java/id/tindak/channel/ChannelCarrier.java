package id.tindak.channel;

import id.tindak.base.Keys;
import id.tindak.base.web.Texts;
import id.tindak.message.Carrier;
import id.tindak.message.Claim;
import id.tindak.message.Delivered;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends by the account to which the person wrote. A switched-off account lets its messages wait. */
@Component
class ChannelCarrier implements Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelCarrier.class);
    private static final Pace CAREFUL = new Pace(3, Duration.ofHours(1));

    private final ChannelAccounts accounts;
    private final ChannelStore store;
    private final ChannelText texts;
    private final Health health;
    private final Map<ChannelKind, Provider> providers;
    private final Clock clock;

    ChannelCarrier(
            ChannelAccounts accounts,
            ChannelStore store,
            ChannelText texts,
            Health health,
            List<Provider> providers,
            Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.texts = texts;
        this.health = health;
        this.providers = providers.stream().collect(Collectors.toMap(Provider::kind, Function.identity()));
        this.clock = clock;
    }

    @Override
    public boolean takes(String lane) {
        return ChannelAccount.ofLane(lane) >= 0;
    }

    @Override
    public boolean ready(int agencyId, String lane) {
        try {
            return account(agencyId, lane).filter(ChannelAccount::active).isPresent();
        } catch (Keys.Unreadable shut) {
            LOG.warn("Secrets of lane {} of agency {} do not open: {}", lane, agencyId, shut.getMessage());
            return false;
        }
    }

    @Override
    public Pace pace(int agencyId, String lane) {
        return account(agencyId, lane)
                .map(a -> provider(a).capabilities(a).pace())
                .orElse(CAREFUL);
    }

    /** None of them takes a key of ours: an SMS that is sent twice arrives twice. */
    @Override
    public boolean knownAgain() {
        return false;
    }

    @Override
    public Delivered carry(Claim claim) {
        ChannelAccount a = account(claim.agencyId(), claim.lane()).orElseThrow();
        Delivered done = carried(a, provider(a), claim);
        switch (done) {
            case Delivered.Sent sent -> health.left(a, clock.instant());
            case Delivered.NoServer(String why) -> health.failed(a, why, clock.instant());
            case Delivered.Perhaps(String why) -> health.failed(a, why, clock.instant());
            case Delivered.Later(String why) -> health.failed(a, why, clock.instant());
            case Delivered.Never never -> {}
        }
        return done;
    }

    /** What goes wrong before anything left is no message that may have arrived. */
    private Delivered carried(ChannelAccount a, Provider provider, Claim claim) {
        Leaving message;
        try {
            message = texts.leaving(
                    claim,
                    provider.capabilities(a),
                    store.wroteAt(a.agencyId(), a.id(), claim.recipient()).orElse(null));
        } catch (RuntimeException unwritable) {
            LOG.error("Message {} of agency {} cannot be worded", claim.id(), claim.agencyId(), unwritable);
            return new Delivered.Later(String.valueOf(unwritable.getMessage()));
        }
        try {
            return provider.send(a, message);
        } catch (IllegalArgumentException noCall) {
            // what is crooked may be a secret: it is not repeated
            return new Delivered.NoServer(Texts.get(Texts.DEFAULT, "channel.reason.layout"));
        } catch (RuntimeException midway) {
            LOG.error("Message {} of agency {} was cut off", claim.id(), claim.agencyId(), midway);
            return new Delivered.Perhaps(String.valueOf(midway.getMessage()));
        }
    }

    private Optional<ChannelAccount> account(int agencyId, String lane) {
        return accounts.find(agencyId, ChannelAccount.ofLane(lane));
    }

    private Provider provider(ChannelAccount a) {
        Provider p = providers.get(a.kind());
        if (p == null) throw new IllegalStateException("no provider for " + a.kind());
        return p;
    }
}
