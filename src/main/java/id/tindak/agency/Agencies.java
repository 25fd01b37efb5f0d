package id.tindak.agency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The agencies served by this installation and their settings. Read on every request, changed a few times a year: kept in
 * memory and read anew after {@value #FRESH_SECONDS} seconds, or at once when changed in this process.
 */
@Service
public class Agencies {

    private static final int FRESH_SECONDS = 5;

    private record Known(
            List<Agency> agencies,
            Map<Integer, Settings> settings,
            Map<Integer, List<Category>> categories,
            Map<String, Object> others,
            Instant readAt) {}

    private final AgencyStore store;
    private final AgencyEvents events;
    private final Clock clock = Clock.systemUTC(); // freshness of a cache, not time of the domain
    private volatile @Nullable Known known;

    Agencies(AgencyStore store, AgencyEvents events) {
        this.store = store;
        this.events = events;
    }

    public List<Agency> all() {
        return known().agencies();
    }

    public Optional<Agency> bySlug(String slug) {
        return all().stream().filter(a -> a.slug().equals(slug)).findFirst();
    }

    public Optional<Agency> byHost(String host) {
        return all().stream().filter(a -> host.equalsIgnoreCase(a.host())).findFirst();
    }

    public Agency byId(int agencyId) {
        return all().stream()
                .filter(a -> a.id() == agencyId)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no agency " + agencyId));
    }

    public Settings settings(int agencyId) {
        Known k = known();
        return k.settings().computeIfAbsent(agencyId, id -> new Settings(store.settings(id)));
    }

    public List<Category> categories(int agencyId) {
        return known().categories().computeIfAbsent(agencyId, store::categories);
    }

    /** A new agency; the audit chain begins with it. */
    @Transactional
    public void found(Agency agency, @Nullable Long byOfficer) {
        store.insert(agency);
        events.append(agency.id(), "AGENCY_FOUNDED", byOfficer, Map.of("slug", agency.slug()));
        forget();
    }

    @Transactional
    public void change(Agency agency, long byOfficer) {
        store.update(agency);
        events.append(agency.id(), "AGENCY_CHANGED", byOfficer, Map.of());
        forget();
    }

    /** @throws IllegalArgumentException when the setting does not exist */
    @Transactional
    public void set(int agencyId, Map<String, String> changes, @Nullable Long byOfficer) {
        Settings before = new Settings(store.settings(agencyId));
        changes.forEach((name, value) -> {
            if (before.text(name).equals(value)) return;
            store.setting(agencyId, name, value);
            events.append(agencyId, "SETTING_CHANGED", byOfficer, Map.of("name", name));
        });
        forget();
    }

    @Transactional
    public void categorise(int agencyId, Category category, @Nullable Long byOfficer) {
        store.category(agencyId, category);
        events.append(agencyId, "CATEGORY_CHANGED", byOfficer, Map.of("code", category.code()));
        forget();
    }

    /** Other lists of this module that every page needs and few people change; forgotten together with the agencies. */
    @SuppressWarnings("unchecked")
    <T> List<T> remembered(int agencyId, String what, java.util.function.Supplier<List<T>> read) {
        return (List<T>) known().others().computeIfAbsent(agencyId + what, k -> read.get());
    }

    /**
     * Reads everything anew at the next question. Until its end the changing transaction has a reading of its own: what others read meanwhile lacks the change, and what it reads itself may yet be
     * rolled back.
     */
    void forget() {
        known = null;
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        Own own = (Own) TransactionSynchronizationManager.getResource(this);
        if (own != null) own.known = null;
        else TransactionSynchronizationManager.registerSynchronization(new Own());
    }

    /** What a transaction that changes something knows. */
    private final class Own implements TransactionSynchronization {
        private @Nullable Known known;

        Own() {
            TransactionSynchronizationManager.bindResource(Agencies.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Agencies.this);
            Agencies.this.known = null;
        }
    }

    private Known known() {
        Own own = (Own) TransactionSynchronizationManager.getResource(this);
        if (own != null) {
            Known k = own.known;
            return k == null ? own.known = read() : k;
        }
        Known k = known;
        if (k == null || Duration.between(k.readAt(), clock.instant()).toSeconds() >= FRESH_SECONDS) {
            k = read();
            // an empty installation is asked anew each time: its first agency must be seen at once
            if (!k.agencies().isEmpty()) known = k;
        }
        return k;
    }

    private Known read() {
        return new Known(
                store.all(),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                clock.instant());
    }
}
