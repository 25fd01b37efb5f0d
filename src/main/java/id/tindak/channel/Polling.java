package id.tindak.channel;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.base.SideBySide;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Asks the providers that do not knock, each account by itself: one that is down or slow holds up nobody. */
@Service
class Polling {

    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

    /** After this a provider that could not be watched is tried again. */
    private static final Duration WATCH_AGAIN = Duration.ofMinutes(5);

    private final ChannelAccounts accounts;
    private final Keeping keeping;
    private final Health health;
    private final Agencies agencies;
    private final List<Polled> providers;
    private final Clock clock;
    private final SideBySide<ChannelAccount> each = new SideBySide<>();
    private final ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<ChannelAccount.Key, Instant> next = new ConcurrentHashMap<>();
    private final Set<ChannelAccount.Key> busy = ConcurrentHashMap.newKeySet();
    private final Map<ChannelAccount.Key, Instant> watched = new ConcurrentHashMap<>();

    Polling(
            ChannelAccounts accounts,
            Keeping keeping,
            Health health,
            Agencies agencies,
            List<Polled> providers,
            Clock clock) {
        this.accounts = accounts;
        this.keeping = keeping;
        this.health = health;
        this.agencies = agencies;
        this.providers = providers;
        this.clock = clock;
    }

    /** Asks all whose time has come, side by side, and waits for the last of them. */
    void round() {
        each.all(due(), this::poll);
    }

    /** The same, for a job that asks again soon: does not wait for the slow. */
    void roundOn() {
        each.begin(due(), this::poll);
    }

    private List<ChannelAccount> due() {
        Instant now = clock.instant();
        return active().stream()
                .filter(a -> !now.isBefore(next.getOrDefault(a.key(), Instant.MIN)))
                .toList();
    }

    private void poll(ChannelAccount a) {
        provider(a).ifPresent(p -> poll(p, a));
    }

    /** Keeps one watcher at each provider that tells when something is new: what it tells is fetched at once. */
    void watch() {
        Instant now = clock.instant();
        for (ChannelAccount a : active()) {
            Instant again = watched.get(a.key());
            if (again != null && now.isBefore(again)) continue;
            watched.put(a.key(), Instant.MAX);
            watchers.execute(() -> watch(a));
        }
    }

    /** A watcher waits for minutes: it is not waited for. */
    @PreDestroy
    void end() {
        watchers.shutdownNow();
        each.close();
    }

    private void watch(ChannelAccount a) {
        Instant again = clock.instant().plus(WATCH_AGAIN);
        try {
            Polled p = provider(a).orElse(null);
            if (p != null && p.await(a)) {
                poll(p, a);
                again = clock.instant();
            }
        } finally {
            watched.put(a.key(), again);
        }
    }

    private List<ChannelAccount> active() {
        List<ChannelAccount> all = new ArrayList<>();
        for (Agency agency : agencies.all())
            try {
                accounts.all(agency.id()).stream()
                        .filter(a -> a.active() && provider(a).isPresent())
                        .forEach(all::add);
            } catch (RuntimeException fault) {
                LOG.error("Accounts of agency {} cannot be asked", agency.id(), fault);
            }
        return all;
    }

    private void poll(Polled provider, ChannelAccount a) {
        if (!busy.add(a.key())) return;
        next.put(a.key(), clock.instant().plus(provider.every()));
        try {
            provider.poll(a, calls -> {
                calls.forEach(c -> keeping.keep(a, c));
                health.came(a, clock.instant());
            });
        } catch (Polled.Unreached gone) {
            LOG.warn("Account {} cannot be asked: {}", a, gone.getMessage());
            health.failed(a, String.valueOf(gone.getMessage()), clock.instant());
        } catch (RuntimeException fault) {
            LOG.error("Account {} cannot be asked", a, fault);
            health.failed(a, String.valueOf(fault.getMessage()), clock.instant());
        } finally {
            busy.remove(a.key());
        }
    }

    private Optional<Polled> provider(ChannelAccount a) {
        return providers.stream().filter(p -> p.kind() == a.kind()).findFirst();
    }
}
