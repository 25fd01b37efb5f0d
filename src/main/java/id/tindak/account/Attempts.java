package id.tindak.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Growing pauses after wrong passwords. They are counted per account and visitor's address, or per account and known device; so whoever guesses makes himself wait, and the owner of the
 * account, who sits elsewhere or on a device that has signed in before, notices nothing.
 */
final class Attempts {

    static final int FREE = 5;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration FORGET = Duration.ofHours(12);
    private static final int REMEMBERED = 50_000;

    private record Failures(int count, Instant last) {}

    private final Clock clock;
    private final Map<String, Failures> failures = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    });

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** How long this one must still wait; zero when a try is welcome. */
    Duration wait(String who) {
        Failures f = failures.get(who);
        if (f == null || f.count() < FREE) return Duration.ZERO;
        Duration pause = FIRST.multipliedBy(1L << Math.min(f.count() - FREE, 10));
        if (pause.compareTo(LONGEST) > 0) pause = LONGEST;
        Duration left = Duration.between(clock.instant(), f.last().plus(pause));
        return left.isNegative() ? Duration.ZERO : left;
    }

    void failed(String who) {
        Instant now = clock.instant();
        failures.compute(
                who,
                (k, f) -> f == null || f.last().plus(FORGET).isBefore(now)
                        ? new Failures(1, now)
                        : new Failures(f.count() + 1, now));
    }

    void succeeded(String who) {
        failures.remove(who);
    }
}
