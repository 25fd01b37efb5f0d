package id.tindak.base.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often somebody may do something, counted in this process's memory: enough to take the profit out of guessing and flooding. A limit never refuses a complaint; intake asks and then
 * accepts it for checking.
 */
@Component
public class Limits {

    /** What is counted, per visitor's address unless the caller adds to the key. */
    public enum Of {
        COMPLAINT(10, Duration.ofHours(1)),
        MESSAGE(30, Duration.ofHours(1)),
        /** Wrong codes and unknown numbers on the tracking page. */
        CODE(10, Duration.ofMinutes(10)),
        /** Failed sign-ins of any name. */
        SIGN_IN(30, Duration.ofMinutes(10)),
        PASSWORD_LINK(20, Duration.ofMinutes(10)),
        SETUP_CODE(5, Duration.ofMinutes(1));

        private final int times;
        private final Duration period;

        Of(int times, Duration period) {
            this.times = times;
            this.period = period;
        }
    }

    private static final int REMEMBERED = 50_000;

    private final Map<String, Bucket> buckets = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** Counts one; false when it was one too many. */
    public boolean take(Of what, String key) {
        return bucket(what, key).tryConsume(1);
    }

    /** False when the next one would be too many; counts nothing. */
    public boolean left(Of what, String key) {
        return bucket(what, key).getAvailableTokens() > 0;
    }

    /**
     * What is left of an allowance.
     *
     * @param granted false when this one was one too many
     * @param again when the next one is granted; zero while there is one
     * @param full when all of it is there again
     */
    public record Left(boolean granted, int most, Duration period, int remaining, Duration again, Duration full) {}

    /** Counts one of an allowance that is data: of a client, which has a rate of its own. */
    public Left take(String key, int times, Duration period) {
        ConsumptionProbe probe = buckets.computeIfAbsent(key + " " + times, k -> bucket(times, period))
                .tryConsumeAndReturnRemaining(1);
        return new Left(
                probe.isConsumed(),
                times,
                period,
                (int) probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    /** Starts anew, for tests that send much from one address. */
    public void forget() {
        buckets.clear();
    }

    private Bucket bucket(Of what, String key) {
        return buckets.computeIfAbsent(what + " " + key, k -> bucket(what.times, what.period));
    }

    private static Bucket bucket(int times, Duration period) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(times).refillGreedy(times, period))
                .build();
    }
}
