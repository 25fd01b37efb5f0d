package id.tindak.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of a test. Only the tests have one; nothing shipped can set the time. */
public final class SettableClock extends Clock {

    /** A Monday morning, 07.35 WIB. */
    public static final Instant START = Instant.parse("2026-11-23T00:35:00Z");

    private volatile Instant now = START;

    public void set(Instant instant) {
        now = instant;
    }

    /** Sets it to a time on the wall of Western Indonesia, e.g. "2026-11-23T09:31". */
    public void setWib(String localDateTime) {
        now = LocalDateTime.parse(localDateTime)
                .atZone(ZoneId.of("Asia/Jakarta"))
                .toInstant();
    }

    public void forward(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
