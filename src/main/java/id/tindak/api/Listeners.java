package id.tindak.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Who listens to what happens, kept in memory: the steps of an agency to which nobody listens cost no statement more. Another process may let somebody in, so it is asked anew every few seconds. */
@Component
class Listeners implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
    private static final int FRESH_SECONDS = 5;

    private final HappeningStore happenings;
    private final WebhookStore webhooks;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("pengikut").factory());

    private record Known(Set<Integer> followed, Map<Integer, List<Webhook>> webhooks) {}

    private volatile Known known = new Known(Set.of(), Map.of());

    Listeners(HappeningStore happenings, WebhookStore webhooks) {
        this.happenings = happenings;
        this.webhooks = webhooks;
    }

    /** Whether a program follows the agency's events. */
    boolean followed(int agencyId) {
        return known.followed().contains(agencyId);
    }

    List<Webhook> webhooks(int agencyId) {
        return known.webhooks().getOrDefault(agencyId, List.of());
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        watch.scheduleWithFixedDelay(this::ask, 0, FRESH_SECONDS, TimeUnit.SECONDS);
    }

    /** Changed here: asked anew as soon as that is committed. */
    void changed() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ask();
            }
        });
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
    }

    private void ask() {
        try {
            known = new Known(
                    happenings.followed(), webhooks.inUse().stream().collect(Collectors.groupingBy(Webhook::agencyId)));
        } catch (RuntimeException later) {
            LOG.debug("Who listens cannot be asked now", later);
        }
    }
}
