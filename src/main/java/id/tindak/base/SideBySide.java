package id.tindak.base;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work on several things side by side, on each at most once at a time: one that is slow holds up no other. */
public final class SideBySide<K> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SideBySide.class);
    private static final Duration A_WHILE = Duration.ofSeconds(5);
    private static final Duration LAST = Duration.ofSeconds(15);

    private final ExecutorService each = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<K> busy = ConcurrentHashMap.newKeySet();

    /** Waits for all of it, without what is under way already; the first fault is thrown when the others are done. */
    public void all(Collection<K> things, Consumer<K> work) {
        CompletableFuture.allOf(begun(things, work).toArray(CompletableFuture[]::new))
                .join();
    }

    /** For a job that looks again soon: waits a while, and what takes longer goes on by itself. A fault ends up in the log. */
    public void begin(Collection<K> things, Consumer<K> work) {
        CompletableFuture<Void> together =
                CompletableFuture.allOf(begun(things, work).toArray(CompletableFuture[]::new));
        try {
            together.get(A_WHILE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            LOG.debug("Still under way: {}", busy);
        } catch (ExecutionException logged) {
            LOG.debug("Some of it failed", logged);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it was closed: work that goes on and on comes to its end then. */
    public boolean ending() {
        return each.isShutdown();
    }

    /** How many are under way. */
    public int underWay() {
        return busy.size();
    }

    private List<CompletableFuture<Void>> begun(Collection<K> things, Consumer<K> work) {
        return things.stream()
                .filter(busy::add)
                .map(thing -> CompletableFuture.runAsync(() -> work.accept(thing), each)
                        .whenComplete((done, fault) -> {
                            busy.remove(thing);
                            if (fault != null) LOG.error("Work on {} failed", thing, fault);
                        }))
                .toList();
    }

    /** What is under way is brought to its end, if that does not take long. */
    @Override
    public void close() {
        each.shutdown();
        try {
            if (!each.awaitTermination(LAST.toMillis(), TimeUnit.MILLISECONDS)) LOG.warn("Left unfinished: {}", busy);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
