package id.tindak.lapor;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When exports of LAPOR! are taken in, what is left of them is thrown away, and adapters are asked. */
@Configuration(proxyBeanMethods = false)
class LaporJobs {

    @Bean
    RecurringTask<Void> laporImportJob(LaporImports imports) {
        return Tasks.recurring("impor-lapor", FixedDelay.ofSeconds(2)).execute((task, context) -> imports.takeIn());
    }

    @Bean
    RecurringTask<Void> laporImportExpiryJob(LaporImports imports) {
        return Tasks.recurring("impor-lapor-dibuang", FixedDelay.ofHours(1))
                .execute((task, context) -> imports.expire());
    }

    @Bean
    RecurringTask<Void> laporSettleJob(LaporReports reports) {
        return Tasks.recurring("lapor-selesai", FixedDelay.ofHours(1)).execute((task, context) -> reports.settle());
    }

    @Bean
    RecurringTask<Void> laporSyncJob(LaporSync sync) {
        return Tasks.recurring("lapor-tersambung", FixedDelay.ofMinutes(5)).execute((task, context) -> sync.round());
    }
}
