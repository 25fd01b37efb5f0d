package id.tindak.api;

import id.tindak.agency.AgencyEvents;
import id.tindak.base.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The programs that an agency lets in: adding, changing, switching off, a new key. Every change is an event of the agency. */
@Service
class Clients {

    /** When a program was here last is a matter of minutes: a row that every call wrote would hold them all up. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final ClientStore store;
    private final Listeners listeners;
    private final AgencyEvents events;
    private final Clock clock;

    Clients(ClientStore store, Listeners listeners, AgencyEvents events, Clock clock) {
        this.store = store;
        this.listeners = listeners;
        this.events = events;
        this.clock = clock;
    }

    /** A client and the key that nobody sees again. */
    record Keyed(Client client, ApiKey key) {}

    /** What an administrator decides of a program. */
    record Wanted(
            String name,
            Set<Scope> scopes,
            int rate,
            @Nullable Long officerId,
            boolean active) {}

    /** Those in use first. */
    List<Client> all(int agencyId) {
        return store.all(agencyId);
    }

    Optional<Client> find(int agencyId, long id) {
        return store.find(agencyId, id);
    }

    /** The program behind a key of this agency, while it is in use. Looked for by the key's hash, so that no time tells anything of it. */
    Optional<Client> behind(int agencyId, String key) {
        Optional<Client> found = store.byKey(agencyId, new ApiKey(key).hash());
        found.ifPresent(this::seen);
        return found;
    }

    @Transactional
    Keyed add(int agencyId, Wanted w, long by) {
        Instant now = clock.instant();
        ApiKey key = ApiKey.fresh();
        Client c = new Client(
                agencyId, Ids.next(now), w.name(), key.hint(), w.scopes(), w.rate(), w.officerId(), true, now, null);
        store.insert(c, key.hash(), by);
        listeners.changed();
        note("CLIENT_ADDED", c, by);
        return new Keyed(c, key);
    }

    @Transactional
    void change(Client old, Wanted w, long by) {
        Client c = new Client(
                old.agencyId(),
                old.id(),
                w.name(),
                old.keyHint(),
                w.scopes(),
                w.rate(),
                w.officerId(),
                w.active(),
                old.createdAt(),
                old.usedAt());
        store.update(c);
        listeners.changed();
        note("CLIENT_CHANGED", c, by);
    }

    /** A new key; the old one opens nothing from now on. */
    @Transactional
    ApiKey renew(Client c, long by) {
        ApiKey key = ApiKey.fresh();
        store.key(c.agencyId(), c.id(), key.hash(), key.hint());
        events.append(
                c.agencyId(),
                "CLIENT_KEY_RENEWED",
                by,
                Map.of("client", Long.toString(c.id()), "key", key.hint(), "before", c.keyHint()));
        return key;
    }

    /** A program asked who complained. */
    @Transactional
    void revealed(Client c, String number) {
        events.append(
                c.agencyId(),
                "CLIENT_SAW_REPORTER",
                null,
                Map.of("client", Long.toString(c.id()), "key", c.keyHint(), "complaint", number));
    }

    private void seen(Client c) {
        Instant now = clock.instant();
        Instant before = c.usedAt();
        if (before == null || before.isBefore(now.minus(NOTED))) store.used(c.agencyId(), c.id(), now);
    }

    private void note(String kind, Client c, long by) {
        Long officer = c.officerId();
        events.append(
                c.agencyId(),
                kind,
                by,
                Map.of(
                        "client",
                        Long.toString(c.id()),
                        "key",
                        c.keyHint(),
                        "scopes",
                        c.scopes().isEmpty()
                                ? "-"
                                : c.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(",")),
                        "rate",
                        Integer.toString(c.rate()),
                        "officer",
                        officer == null ? "-" : officer.toString(),
                        "active",
                        Boolean.toString(c.active())));
    }
}
