package id.tindak.recap;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When drafts are opened, and what is asked for is done. */
@Configuration(proxyBeanMethods = false)
class RecapJobs {

    @Bean
    RecurringTask<Void> recapDraftsJob(Recaps recaps) {
        return Tasks.recurring("rekap-konsep", FixedDelay.ofMinutes(10)).execute((task, context) -> recaps.open());
    }

    @Bean
    RecurringTask<Void> recapWorkJob(Recaps recaps) {
        return Tasks.recurring("rekap", FixedDelay.ofSeconds(3)).execute((task, context) -> recaps.work());
    }
}
