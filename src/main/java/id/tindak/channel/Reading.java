package id.tindak.channel;

import id.tindak.complaint.StoredFile;
import id.tindak.complaint.Uploads;
import id.tindak.message.DeliveryReports;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Reads what came in, in the order in which it came: each message in a transaction of its own, once for each key. What cannot be read stays and can be read again. */
@Service
class Reading {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
    private static final int AT_ONCE = 100;
    private static final int ATTEMPTS = 5;

    private final ChannelStore store;
    private final Keeping keeping;
    private final ChannelAccounts accounts;
    private final Dialogue dialogue;
    private final Uploads uploads;
    private final DeliveryReports reports;
    private final Health health;
    private final Map<ChannelKind, Provider> providers;
    private final Clock clock;

    Reading(
            ChannelStore store,
            Keeping keeping,
            ChannelAccounts accounts,
            Dialogue dialogue,
            Uploads uploads,
            DeliveryReports reports,
            Health health,
            List<Provider> providers,
            Clock clock) {
        this.store = store;
        this.keeping = keeping;
        this.accounts = accounts;
        this.dialogue = dialogue;
        this.uploads = uploads;
        this.reports = reports;
        this.health = health;
        this.providers = providers.stream().collect(Collectors.toMap(Provider::kind, Function.identity()));
        this.clock = clock;
    }

    /** Until nothing is left. */
    void readAll() {
        for (int agencyId : store.agenciesWithUnread()) {
            // one round is short; an account changed meanwhile counts from the next on
            Map<Long, ChannelAccount> known = new HashMap<>();
            List<ChannelStore.Raw> page = store.unread(agencyId, 0, AT_ONCE);
            while (!page.isEmpty()) {
                for (ChannelStore.Raw raw : page) {
                    long begun = System.nanoTime();
                    read(agencyId, raw, known);
                    if (keeping.rush()) rest(Duration.ofNanos(System.nanoTime() - begun));
                }
                page = store.unread(agencyId, page.getLast().id(), AT_ONCE);
            }
        }
        health.write();
    }

    /** While many knock, four fifths of the time are theirs. */
    private static void rest(Duration worked) {
        try {
            Thread.sleep(worked.multipliedBy(4));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(int agencyId, ChannelStore.Raw raw, Map<Long, ChannelAccount> known) {
        try {
            ChannelAccount account = known.computeIfAbsent(
                    raw.accountId(), id -> accounts.find(agencyId, id).orElseThrow());
            Provider provider = providers.get(account.kind());
            if (provider == null) throw new Provider.Unreadable(account.kind().name());
            for (Arrival arrival : provider.read(account, store.call(agencyId, raw.id())))
                switch (arrival) {
                    case Arrival.Said said -> dialogue.take(account, raw.id(), said, kept(agencyId, said));
                    case Arrival.Report report -> reported(account, report);
                }
            store.read(agencyId, raw.id(), clock.instant());
        } catch (Provider.Unreadable format) {
            unreadable(agencyId, raw, format);
        } catch (RuntimeException fault) {
            // the database, a key, a full disk: it may pass
            if (store.again(agencyId, raw.id(), ATTEMPTS, String.valueOf(fault.getMessage())))
                LOG.warn("Message {} of account {} is read again later", raw.id(), raw.accountId(), fault);
            else unreadable(agencyId, raw, fault);
        }
    }

    private void unreadable(int agencyId, ChannelStore.Raw raw, RuntimeException fault) {
        LOG.error("Message {} of account {} cannot be read", raw.id(), raw.accountId(), fault);
        Instant now = clock.instant();
        store.unreadable(agencyId, raw.id(), now, String.valueOf(fault.getMessage()));
        health.failed(agencyId, raw.accountId(), String.valueOf(fault.getMessage()), now);
    }

    /** Files are checked and kept before any transaction; what is refused is left out, the words say that it came. */
    private Dialogue.Kept kept(int agencyId, Arrival.Said said) {
        List<StoredFile> kept = new ArrayList<>();
        List<String> left = new ArrayList<>();
        if (said.mail() != null) left.addAll(said.mail().left());
        for (Arrival.Sent file : said.files())
            try {
                kept.add(uploads.accept(
                        agencyId, file.name(), new ByteArrayInputStream(file.content()), Uploads.Origin.MESSAGE));
            } catch (Uploads.Refused refused) {
                LOG.info("A file of message {} is not taken: {}", said.key(), refused.textKey());
                left.add(file.name());
            }
        return new Dialogue.Kept(kept, left);
    }

    private void reported(ChannelAccount a, Arrival.Report r) {
        DeliveryReports.Fate fate = switch (r.state()) {
            case DELIVERED -> DeliveryReports.Fate.DELIVERED;
            case READ -> DeliveryReports.Fate.READ;
            case FAILED -> DeliveryReports.Fate.FAILED;
        };
        reports.reported(a.agencyId(), a.lane(), r.providerId(), fate, r.at(), r.reason());
    }
}
