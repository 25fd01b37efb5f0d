package id.tindak.journey;

import id.tindak.Tindak;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The program as it is shipped, but for its clock, which is ahead by the minutes given first: so no test waits for a lease to end. It runs as a process of its own, without the other classes
 * of the tests.
 */
public final class TindakLater {

    private static Duration ahead = Duration.ZERO;

    private TindakLater() {}

    public static void main(String[] arguments) {
        ahead = Duration.ofMinutes(Long.parseLong(arguments[0]));
        new SpringApplicationBuilder(Tindak.class, Ahead.class).run(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /** Without an annotation, so that no other test finds it. */
    static class Ahead {

        @Bean
        @Primary
        Clock aheadClock() {
            return Clock.offset(Clock.systemUTC(), ahead);
        }
    }
}
