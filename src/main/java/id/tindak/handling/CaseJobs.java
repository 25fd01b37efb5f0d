package id.tindak.handling;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the engine looks after time limits by itself. */
@Configuration(proxyBeanMethods = false)
class CaseJobs {

    @Bean
    RecurringTask<Void> timeLimitsJob(TimeLimits limits) {
        return Tasks.recurring("batas-waktu", FixedDelay.ofMinutes(30)).execute((task, context) -> {
            limits.remindAndExpire();
            limits.closeAnswered();
        });
    }

    @Bean
    RecurringTask<Void> remindersJob(Reminders reminders) {
        return Tasks.recurring("pengingat", FixedDelay.ofMinutes(1)).execute((task, context) -> reminders.remind());
    }

    @Bean
    RecurringTask<Void> sideTasksJob(SideTasks tasks) {
        return Tasks.recurring("berkala", FixedDelay.ofMinutes(30)).execute((task, context) -> tasks.open());
    }

    @Bean
    RecurringTask<Void> calendarChangeJob(CalendarChange change) {
        return Tasks.recurring("kalender-berubah", FixedDelay.ofMinutes(1))
                .execute((task, context) -> change.reckonAnew());
    }
}
