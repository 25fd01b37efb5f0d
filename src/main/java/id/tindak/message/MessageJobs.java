package id.tindak.message;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wakes the senders. Two, so that one slow mail server does not hold up everybody. */
@Configuration(proxyBeanMethods = false)
class MessageJobs {

    private static final FixedDelay OFTEN = FixedDelay.ofSeconds(3);

    @Bean
    RecurringTask<Void> firstPostman(Postman postman) {
        return Tasks.recurring("surel-1", OFTEN).execute((task, context) -> postman.deliver(Outbox.EMAIL::equals));
    }

    /** Messages of all other lanes: a slow gateway does not hold up the mail. */
    @Bean
    RecurringTask<Void> messenger(Postman postman) {
        return Tasks.recurring("pesan-keluar", OFTEN)
                .execute((task, context) ->
                        postman.deliver(lane -> !lane.equals(Outbox.EMAIL) && !postman.toStrangers(lane)));
    }

    @Bean
    RecurringTask<Void> secondPostman(Postman postman) {
        return Tasks.recurring("surel-2", OFTEN).execute((task, context) -> postman.deliver(Outbox.EMAIL::equals));
    }

    /** Addresses of strangers hold up nobody but themselves. */
    @Bean
    RecurringTask<Void> strangersPostman(Postman postman) {
        return Tasks.recurring("kabar-keluar", OFTEN).execute((task, context) -> postman.deliver(postman::toStrangers));
    }
}
