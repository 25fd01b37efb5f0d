package id.tindak.notice;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When officers' mails are made of what was gathered. */
@Configuration(proxyBeanMethods = false)
class NoticeJobs {

    @Bean
    RecurringTask<Void> digestJob(Digest digest) {
        return Tasks.recurring("kabar-petugas", FixedDelay.ofMinutes(1)).execute((task, context) -> digest.send());
    }
}
