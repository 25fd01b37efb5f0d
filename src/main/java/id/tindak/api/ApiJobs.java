package id.tindak.api;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When what programs could follow is forgotten. */
@Configuration(proxyBeanMethods = false)
class ApiJobs {

    @Bean
    RecurringTask<Void> oldHappeningsJob(Happenings happenings) {
        return Tasks.recurring("peristiwa-lama", FixedDelay.ofHours(6))
                .execute((task, context) -> happenings.forgetOld());
    }
}
