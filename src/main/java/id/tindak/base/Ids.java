package id.tindak.base;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Row ids: 64-bit, time-ordered, made here so that no sequence has to be asked (RULES.md, Keys). */
public final class Ids {

    private static final long EPOCH = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private static final int SPREAD = 20;
    private static final AtomicLong LAST = new AtomicLong();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** No id that was made at that moment or later is smaller: the lower end of a search by time. */
    public static long first(Instant moment) {
        return (moment.toEpochMilli() - EPOCH) << SPREAD;
    }

    /** The next id: milliseconds in the high bits, a random start within the millisecond in the low 20, always rising. */
    public static long next(Instant now) {
        long candidate = ((now.toEpochMilli() - EPOCH) << SPREAD) | RANDOM.nextInt(1 << (SPREAD - 1));
        return LAST.updateAndGet(last -> Math.max(last + 1, candidate));
    }
}
