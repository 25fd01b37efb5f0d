package id.tindak.channel;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When providers that do not knock are asked, messages that came in are read, and what was read is thrown away. */
@Configuration(proxyBeanMethods = false)
class ChannelJobs {

    @Bean
    RecurringTask<Void> pollingJob(Polling polling) {
        return Tasks.recurring("pesan-diambil", FixedDelay.ofSeconds(10)).execute((task, context) -> {
            polling.roundOn();
            polling.watch();
        });
    }

    @Bean
    RecurringTask<Void> readingJob(Reading reading) {
        return Tasks.recurring("pesan-masuk", FixedDelay.ofSeconds(2)).execute((task, context) -> reading.readOn());
    }

    @Bean
    RecurringTask<Void> callExpiryJob(ChannelErasure erasure) {
        return Tasks.recurring("pesan-mentah-dibuang", FixedDelay.ofHours(6))
                .execute((task, context) -> erasure.expire());
    }
}
