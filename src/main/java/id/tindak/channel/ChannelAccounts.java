package id.tindak.channel;

import id.tindak.agency.Agencies;
import id.tindak.agency.AgencyEvents;
import id.tindak.base.Ids;
import id.tindak.base.Keys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The accounts of an agency: adding, changing, switching off, and opening their secrets for whoever sends or reads. */
@Service
class ChannelAccounts {

    /** The address to which the provider sends, with the secret in it; made here, not typed. */
    static final String DOOR = "pintu";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};
    private static final int DOOR_BYTES = 32;

    /** What was read before a change ended may still be answered with for so long. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private record Known(ChannelAccount account, long readAt) {}

    private final Map<String, Known> doors = new ConcurrentHashMap<>();
    private final ChannelStore store;
    private final Keys keys;
    private final Agencies agencies;
    private final AgencyEvents events;
    private final Clock clock;

    ChannelAccounts(ChannelStore store, Keys keys, Agencies agencies, AgencyEvents events, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.agencies = agencies;
        this.events = events;
        this.clock = clock;
    }

    List<ChannelAccount> all(int agencyId) {
        return store.accounts(agencyId).stream().map(r -> opened(agencyId, r)).toList();
    }

    Optional<ChannelAccount> find(int agencyId, long id) {
        return store.account(agencyId, id).map(r -> opened(agencyId, r));
    }

    /** The account behind a door; looked for by the door's hash, so that no time tells anything of it. */
    Optional<ChannelAccount> behind(int agencyId, String door) {
        byte[] hash = hash(door);
        String key = agencyId + ":" + HexFormat.of().formatHex(hash);
        Known known = doors.get(key);
        if (known != null && System.nanoTime() - known.readAt() < FRESH.toNanos()) return Optional.of(known.account());
        doors.remove(key);
        Optional<ChannelAccount> read = store.byDoor(agencyId, hash).map(r -> opened(agencyId, r));
        read.ifPresent(account -> doors.put(key, new Known(account, System.nanoTime())));
        return read;
    }

    /**
     * Switched on at once, unless the administrator described the gateway himself.
     *
     * @param settings what {@link ChannelKind#fields} asks for
     */
    @Transactional
    ChannelAccount add(
            int agencyId, ChannelKind kind, String name, String address, Map<String, String> settings, long by) {
        Instant now = clock.instant();
        byte[] random = new byte[DOOR_BYTES];
        RANDOM.nextBytes(random);
        String door = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        return write(
                agencyId, Ids.next(now), kind, name, address, settings, door, !kind.described(), by, "CHANNEL_ADDED");
    }

    /** What is left empty of the secrets stays as it was. */
    @Transactional
    ChannelAccount change(
            int agencyId,
            ChannelAccount old,
            String name,
            String address,
            Map<String, String> settings,
            boolean active,
            long by) {
        Map<String, String> all = completed(old, settings);
        String address0 = old.setting(DOOR);
        String door = address0.substring(address0.lastIndexOf('/') + 1);
        return write(agencyId, old.id(), old.kind(), name, address, all, door, active, by, "CHANNEL_CHANGED");
    }

    /** What was typed, with the secrets that were left empty because they are known. */
    static Map<String, String> completed(ChannelAccount old, Map<String, String> typed) {
        Map<String, String> all = new HashMap<>(typed);
        for (ChannelKind.Field f : old.kind().fields())
            if (f.secret() && typed.getOrDefault(f.key(), "").isEmpty()) all.put(f.key(), old.setting(f.key()));
        return all;
    }

    private ChannelAccount write(
            int agencyId,
            long id,
            ChannelKind kind,
            String name,
            String address,
            Map<String, String> all,
            String door,
            boolean active,
            long by,
            String event) {
        Map<String, String> open = new HashMap<>();
        Map<String, String> secret = new HashMap<>(Map.of(DOOR, door));
        for (ChannelKind.Field f : kind.fields())
            (f.secret() ? secret : open)
                    .put(f.key(), all.getOrDefault(f.key(), "").strip());
        var row = new ChannelStore.Row(
                id,
                kind.name(),
                name,
                address,
                open,
                keys.encrypt(JSON.writeValueAsString(secret), context(agencyId, id)),
                active);
        store.write(agencyId, row, hash(door), clock.instant());
        doors.clear();
        events.append(
                agencyId,
                event,
                by,
                Map.of("account", Long.toString(id), "kind", kind.name(), "active", Boolean.toString(active)));
        return opened(agencyId, row);
    }

    private ChannelAccount opened(int agencyId, ChannelStore.Row r) {
        Map<String, String> settings = new HashMap<>(r.settings());
        settings.putAll(JSON.readValue(keys.decrypt(r.secrets(), context(agencyId, r.id())), MAP));
        settings.compute(DOOR, (key, door) -> agencies.byId(agencyId).baseUrl() + "/kanal/" + door);
        return new ChannelAccount(
                agencyId,
                r.id(),
                ChannelKind.valueOf(r.kind()),
                r.name(),
                r.address(),
                Map.copyOf(settings),
                r.active());
    }

    private static String context(int agencyId, long id) {
        return "kanal:" + agencyId + ":" + id;
    }

    private static byte[] hash(String door) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(door.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
