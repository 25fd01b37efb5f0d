package id.tindak.publication;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the figures of the public list are counted. */
@Configuration(proxyBeanMethods = false)
class PublicationJobs {

    @Bean
    RecurringTask<Void> publicationFiguresJob(Publications publications) {
        return Tasks.recurring("angka-publikasi", FixedDelay.ofHours(1))
                .execute((task, context) -> publications.count());
    }
}
