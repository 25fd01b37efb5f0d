package id.tindak.journey;

import id.tindak.demo.TimeMachine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The time of a test. Only the tests have one; nothing shipped can set the time. */
public final class SettableClock extends Clock implements TimeMachine {

    /** A Monday morning, 07.35 WIB. */
    public static final Instant START = Instant.parse("2026-11-23T00:35:00Z");

    private volatile Instant now = START;
    private @Nullable Instant present;

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

    /** The demo world is made in the past of the time that is set. */
    @Override
    public void at(Instant moment) {
        if (present == null) present = now;
        now = moment;
    }

    @Override
    public void present() {
        if (present != null) now = present;
        present = null;
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
