package id.tindak.handling;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.tindak.agency.Agencies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands work over whose holder's last day has passed; hourly, because midnight comes at three times in Indonesia. */
@Configuration(proxyBeanMethods = false)
class HandoverJobs {

    @Bean
    RecurringTask<Void> lapsedHoldings(Handovers handovers, Agencies agencies) {
        return Tasks.recurring("serah-terima", FixedDelay.ofHours(1))
                .execute((task, context) -> agencies.all().forEach(a -> handovers.requeueLapsed(a.id())));
    }
}
