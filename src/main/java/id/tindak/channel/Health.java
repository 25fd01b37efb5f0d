package id.tindak.channel;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is seen of an account, gathered in memory and written now and then: a row that every message wrote would hold them all up. */
@Component
class Health {

    /** Since the last time it was written. */
    record Seen(
            @Nullable Instant in,
            @Nullable Instant out,
            long refused,
            @Nullable String error,
            @Nullable Instant errorAt) {}

    private static final Seen NOTHING = new Seen(null, null, 0, null, null);

    private final HealthStore store;
    private final Map<ChannelAccount.Key, Seen> seen = new ConcurrentHashMap<>();

    Health(HealthStore store) {
        this.store = store;
    }

    void came(ChannelAccount a, Instant now) {
        merge(a, s -> new Seen(now, s.out(), s.refused(), s.error(), s.errorAt()));
    }

    void left(ChannelAccount a, Instant now) {
        merge(a, s -> new Seen(s.in(), now, s.refused(), s.error(), s.errorAt()));
    }

    void refused(ChannelAccount a) {
        merge(a, s -> new Seen(s.in(), s.out(), s.refused() + 1, s.error(), s.errorAt()));
    }

    void failed(ChannelAccount a, String error, Instant now) {
        merge(a, s -> new Seen(s.in(), s.out(), s.refused(), error, now));
    }

    /** Writes what was gathered. */
    void write() {
        for (ChannelAccount.Key key : seen.keySet()) {
            Seen s = seen.remove(key);
            if (s != null) store.add(key.agencyId(), key.account(), s);
        }
    }

    private void merge(ChannelAccount a, UnaryOperator<Seen> change) {
        seen.compute(a.key(), (key, s) -> change.apply(s == null ? NOTHING : s));
    }
}
