package id.tindak.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The time of the demo: wound while its world is made, the real one from then on. It stands beside the tests because nothing shipped may set time. */
@Component
@Primary
@ConditionalOnProperty("tindak.demo-time")
final class DemoTime extends Clock implements TimeMachine {

    private volatile @Nullable Instant wound;
    private volatile boolean over;

    @Override
    public void at(Instant moment) {
        if (over) throw new IllegalStateException("the demo world is made; time runs by itself");
        wound = moment;
    }

    @Override
    public void present() {
        over = true;
        wound = null;
    }

    @Override
    public Instant instant() {
        Instant set = wound;
        return set == null ? Instant.now() : set;
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
