package id.tindak.base;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where everybody reads the time. Nothing shipped can set it; the tests bring a settable one. */
@Configuration(proxyBeanMethods = false)
class TimeSource {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
