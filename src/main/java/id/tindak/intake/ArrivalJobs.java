package id.tindak.intake;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When cases that were passed on reach the other agency. */
@Configuration(proxyBeanMethods = false)
class ArrivalJobs {

    @Bean
    RecurringTask<Void> arrivalsJob(Arrivals arrivals) {
        return Tasks.recurring("pindah-instansi", FixedDelay.ofMinutes(1))
                .execute((task, context) -> arrivals.takeOver());
    }
}
