package id.tindak.message;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wakes the sender. */
@Configuration(proxyBeanMethods = false)
class MessageJobs {

    @Bean
    RecurringTask<Void> sendingJob(Postman postman) {
        return Tasks.recurring("pesan-keluar", FixedDelay.ofSeconds(3)).execute((task, context) -> postman.deliverOn());
    }
}
