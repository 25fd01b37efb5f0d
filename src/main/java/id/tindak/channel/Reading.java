package id.tindak.channel;

import id.tindak.base.OutboundHttp;
import id.tindak.base.SideBySide;
import id.tindak.complaint.StoredFile;
import id.tindak.complaint.Uploads;
import id.tindak.message.DeliveryReports;
import jakarta.annotation.PreDestroy;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Until what failed is tried again: a provider that is away for an hour loses nothing. After the last one a file is left out, and anything else waits for a person. */
    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2));

    /** For each part of its time that reading takes in a rush, so many are left to the others. */
    private static final int GIVEN_WAY = 9;

    private final ChannelStore store;
    private final Keeping keeping;
    private final ChannelAccounts accounts;
    private final Dialogue dialogue;
    private final Uploads uploads;
    private final DeliveryReports reports;
    private final Health health;
    private final Map<ChannelKind, Provider> providers;
    private final Clock clock;
    private final SideBySide<ChannelAccount.Key> each = new SideBySide<>();

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

    /** Until nothing is left. Accounts side by side: one whose pictures come slowly holds up no other. What a person wrote to an account is read in order. */
    void readAll() {
        each.all(store.accountsWithUnread(clock.instant()), this::read);
        health.write();
    }

    /** The same, for a job that looks again soon: does not wait for the slow. */
    void readOn() {
        each.begin(store.accountsWithUnread(clock.instant()), this::read);
        health.write();
    }

    @PreDestroy
    void end() {
        each.close();
    }

    private void read(ChannelAccount.Key key) {
        // one round is short; what is changed meanwhile counts from the next on
        ChannelAccount account = accounts.find(key.agencyId(), key.account()).orElseThrow();
        Instant now = clock.instant();
        Map<String, Instant> held = store.held(key, now);
        List<ChannelStore.Raw> page = store.unread(key, 0, now, AT_ONCE);
        while (!page.isEmpty()) {
            for (ChannelStore.Raw raw : page) {
                long begun = System.nanoTime();
                if (each.ending()) return;
                read(account, raw, held);
                if (keeping.rush()) rest(Duration.ofNanos(System.nanoTime() - begun));
            }
            page = store.unread(key, page.getLast().id(), now, AT_ONCE);
        }
    }

    /** While many knock, nearly all the time is theirs and the officers'; those that are read share the rest. */
    private void rest(Duration worked) {
        try {
            Thread.sleep(worked.multipliedBy(GIVEN_WAY * Math.max(1, each.underWay())));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param held until when the messages of a person wait for an earlier one; whoever is put off here joins them */
    private void read(ChannelAccount account, ChannelStore.Raw raw, Map<String, Instant> held) {
        int agencyId = account.agencyId();
        Set<String> persons = new LinkedHashSet<>();
        try {
            Provider provider = providers.get(account.kind());
            if (provider == null) throw new Provider.Unreadable(account.kind().name());
            List<Arrival> arrivals = provider.read(account, store.call(agencyId, raw.id()));
            for (Arrival arrival : arrivals) if (arrival instanceof Arrival.Said said) persons.add(said.address());
            Optional<Instant> until = held.entrySet().stream()
                    .filter(e -> persons.contains(e.getKey()))
                    .map(Map.Entry::getValue)
                    .max(Comparator.naturalOrder());
            if (until.isPresent()) {
                store.behind(agencyId, raw.id(), putOff(until.get(), persons, held));
                return;
            }
            for (Arrival arrival : arrivals)
                switch (arrival) {
                    case Arrival.Said said ->
                        dialogue.take(account, raw.id(), said, kept(agencyId, said, raw.attempts() == WAITS.size()));
                    case Arrival.Report report -> reported(account, report);
                }
            store.read(agencyId, raw.id(), clock.instant());
        } catch (Provider.Unreadable format) {
            unreadable(account, raw.id(), format);
        } catch (RuntimeException fault) {
            // the database, a key, a full disk, a provider that is away: it may pass
            if (raw.attempts() < WAITS.size()) again(account, raw, persons, held, fault);
            else unreadable(account, raw.id(), fault);
        }
    }

    private void again(
            ChannelAccount account,
            ChannelStore.Raw raw,
            Set<String> persons,
            Map<String, Instant> held,
            RuntimeException fault) {
        LOG.warn("Message {} of account {} is read again later", raw.id(), account.id(), fault);
        Instant now = clock.instant();
        String why = String.valueOf(fault.getMessage());
        ChannelStore.PutOff off = putOff(now.plus(WAITS.get(raw.attempts())), persons, held);
        store.again(account.agencyId(), raw.id(), off, why);
        health.failed(account, why, now);
    }

    private static ChannelStore.PutOff putOff(Instant until, Set<String> persons, Map<String, Instant> held) {
        persons.forEach(p -> held.put(p, until));
        return new ChannelStore.PutOff(until, persons);
    }

    private void unreadable(ChannelAccount account, long rawId, RuntimeException fault) {
        LOG.error("Message {} of account {} cannot be read", rawId, account.id(), fault);
        Instant now = clock.instant();
        store.unreadable(account.agencyId(), rawId, now, String.valueOf(fault.getMessage()));
        health.failed(account, String.valueOf(fault.getMessage()), now);
    }

    /** Files are fetched, checked and kept before any transaction; what is refused or cannot be had is left out, the words say that it came. */
    private Dialogue.Kept kept(int agencyId, Arrival.Said said, boolean last) {
        List<StoredFile> kept = new ArrayList<>();
        List<String> left = new ArrayList<>();
        if (said.mail() != null) left.addAll(said.mail().left());
        for (Arrival.Sent file : said.files())
            try {
                byte[] content = file.content().get();
                if (content == null) left.add(file.name());
                else
                    kept.add(uploads.accept(
                            agencyId, file.name(), new ByteArrayInputStream(content), Uploads.Origin.MESSAGE));
            } catch (Uploads.Refused refused) {
                LOG.info("A file of message {} is not taken: {}", said.key(), refused.textKey());
                left.add(file.name());
            } catch (OutboundHttp.NotNow gone) {
                if (!last) throw gone;
                LOG.warn("A file of message {} cannot be had: {}", said.key(), gone.getMessage());
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
