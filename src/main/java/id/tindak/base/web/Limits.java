package id.tindak.base.web;

import io.github.bucket4j.Bucket;
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

    /** Starts anew, for tests that send much from one address. */
    public void forget() {
        buckets.clear();
    }

    private Bucket bucket(Of what, String key) {
        return buckets.computeIfAbsent(
                what + " " + key,
                k -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(what.times).refillGreedy(what.times, what.period))
                        .build());
    }
}
