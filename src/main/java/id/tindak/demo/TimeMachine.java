package id.tindak.demo;

import java.time.Instant;

/**
 * Winds the time while the demo world is made, so that its cases have ages. Nothing shipped implements it (RULES.md, Clocks): {@code bin/demo} brings it along from the test sources; without it
 * every case begins now.
 */
public interface TimeMachine {

    void at(Instant moment);

    /** From here on time is what it is, for good. */
    void present();
}
