package id.tindak.handling;

import id.tindak.agency.AgencyEvents;
import id.tindak.base.Ids;
import id.tindak.sop.Fault;
import id.tindak.sop.Sop;
import id.tindak.sop.SopFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The SOP versions of each agency. A version in force never changes: its hash is stored and checked when it is read. */
@Service
public class Sops {

    /** A stored version. {@code inForceFrom} is null while it is a draft. */
    public record Version(
            long id,
            String code,
            int number,
            String yaml,
            byte[] sha256,
            @Nullable Instant inForceFrom,
            Instant uploadedAt) {}

    /** A version as the engine runs it. */
    public record Running(long id, Sop sop) {}

    public sealed interface Uploaded {}

    public record Stored(Version version, Sop sop, List<Fault> notes) implements Uploaded {}

    public record Refused(List<Fault> faults) implements Uploaded {}

    private final SopStore store;
    private final SopReadiness readiness;
    private final AgencyEvents events;
    private final Clock clock;
    private final Map<Long, Running> known = new ConcurrentHashMap<>();

    Sops(SopStore store, SopReadiness readiness, AgencyEvents events, Clock clock) {
        this.store = store;
        this.readiness = readiness;
        this.events = events;
        this.clock = clock;
    }

    /** The version that new complaints of this agency run under now. */
    public Optional<Running> inForce(int agencyId) {
        return store.inForce(agencyId, clock.instant()).map(id -> byId(agencyId, id));
    }

    public Running byId(int agencyId, long id) {
        return known.computeIfAbsent(id, key -> parse(store.version(agencyId, id)));
    }

    /** Newest first. */
    public List<Version> versions(int agencyId) {
        return store.versions(agencyId);
    }

    public Version version(int agencyId, long id) {
        return store.version(agencyId, id);
    }

    /** Checks a file and keeps it as a draft. */
    @Transactional
    public Uploaded upload(int agencyId, String yaml, @Nullable Long by) {
        return switch (SopFile.read(yaml)) {
            case SopFile.Invalid invalid -> new Refused(invalid.faults());
            case SopFile.Valid valid -> {
                Instant now = clock.instant();
                Version v = new Version(
                        Ids.next(now),
                        valid.sop().code(),
                        store.nextNumber(agencyId, valid.sop().code()),
                        yaml,
                        sha256(yaml),
                        null,
                        now);
                store.insert(agencyId, v, by);
                events.append(
                        agencyId,
                        "SOP_UPLOADED",
                        by,
                        Map.of("sop", Long.toString(v.id()), "number", Integer.toString(v.number())));
                yield new Stored(v, valid.sop(), valid.notes());
            }
        };
    }

    /**
     * Puts a draft in force from a moment on; cases already begun finish under the version they began with.
     *
     * @throws IllegalStateException when it is in force already, or the agency cannot work by it (see {@link SopReadiness})
     */
    @Transactional
    public void putInForce(int agencyId, long id, Instant from, @Nullable Long by) {
        List<SopReadiness.Finding> against = readiness
                .of(agencyId, byId(agencyId, id).sop())
                .stream()
                .filter(SopReadiness.Finding::blocks)
                .toList();
        if (!against.isEmpty()) throw new IllegalStateException("version " + id + " is not ready: " + against);
        if (!store.putInForce(agencyId, id, from))
            throw new IllegalStateException("version " + id + " is in force already or unknown");
        events.append(agencyId, "SOP_IN_FORCE", by, Map.of("sop", Long.toString(id), "from", from.toString()));
    }

    private static Running parse(Version v) {
        if (!MessageDigest.isEqual(sha256(v.yaml()), v.sha256())) {
            throw new IllegalStateException("SOP version " + v.id() + " differs from its stored hash");
        }
        return switch (SopFile.read(v.yaml())) {
            case SopFile.Valid valid -> new Running(v.id(), valid.sop());
            case SopFile.Invalid invalid ->
                throw new IllegalStateException(
                        "SOP version " + v.id() + " does not read any more: " + invalid.faults());
        };
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
