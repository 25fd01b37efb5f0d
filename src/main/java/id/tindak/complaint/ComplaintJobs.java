package id.tindak.complaint;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the housekeeping of complaints runs. */
@Configuration(proxyBeanMethods = false)
class ComplaintJobs {

    @Bean
    RecurringTask<Void> sweepFiles(UnclaimedFiles files) {
        return Tasks.recurring("berkas-tak-bertuan", FixedDelay.ofHours(1)).execute((task, context) -> files.sweep());
    }

    @Bean
    RecurringTask<Void> sealHeads(Witness witness) {
        return Tasks.recurring("saksi", FixedDelay.ofHours(1)).execute((task, context) -> witness.seal());
    }
}
