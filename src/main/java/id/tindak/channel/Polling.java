package id.tindak.channel;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.base.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Asks the providers that do not knock, account by account; one that is down holds up nobody. */
@Service
class Polling {

    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

    private final ChannelAccounts accounts;
    private final ChannelStore store;
    private final Health health;
    private final Agencies agencies;
    private final List<Polled> providers;
    private final Clock clock;

    Polling(
            ChannelAccounts accounts,
            ChannelStore store,
            Health health,
            Agencies agencies,
            List<Polled> providers,
            Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.health = health;
        this.agencies = agencies;
        this.providers = providers;
        this.clock = clock;
    }

    void round() {
        for (Agency agency : agencies.all())
            try {
                round(agency.id());
            } catch (RuntimeException fault) {
                LOG.error("Accounts of agency {} cannot be asked", agency.id(), fault);
            }
    }

    private void round(int agencyId) {
        for (ChannelAccount a : accounts.all(agencyId)) {
            if (!a.active()) continue;
            providers.stream().filter(p -> p.kind() == a.kind()).findFirst().ifPresent(p -> poll(p, a));
        }
    }

    private void poll(Polled provider, ChannelAccount a) {
        try {
            provider.poll(a, calls -> {
                Instant now = clock.instant();
                calls.forEach(c -> store.keep(a.agencyId(), Ids.next(now), a.id(), c, now));
                health.came(a, now);
            });
        } catch (Polled.Unreached gone) {
            LOG.warn("Account {} cannot be asked: {}", a, gone.getMessage());
            health.failed(a, String.valueOf(gone.getMessage()), clock.instant());
        }
    }
}
