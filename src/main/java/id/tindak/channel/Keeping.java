package id.tindak.channel;

import id.tindak.base.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Stores what comes in, as it came. Calls that come at once share a statement: whoever finds nobody writing writes for all who wait, so that a flood costs few commits and holds one connection.
 * Order is the order of the queue.
 */
@Service
class Keeping {

    /** Of one statement; a call may be a megabyte. */
    private static final int MOST = 100;

    /** From so many calls a second on, reading gives way to storing. */
    private static final int RUSH = 50;

    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final class Waiting {
        private final ChannelAccount account;
        private final Call call;
        private boolean kept;
        private @Nullable RuntimeException fault;

        Waiting(ChannelAccount account, Call call) {
            this.account = account;
            this.call = call;
        }
    }

    private final ChannelStore store;
    private final Clock clock;
    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final Rate rate = new Rate();

    Keeping(ChannelStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Comes back when the call lies in the database. */
    void keep(ChannelAccount account, Call call) {
        Waiting mine = new Waiting(account, call);
        queue.add(mine);
        rate.count();
        writing.lock();
        try {
            while (!mine.kept && mine.fault == null) write();
        } finally {
            writing.unlock();
        }
        if (mine.fault != null) throw mine.fault;
    }

    /** How many wait to be stored. */
    int waiting() {
        return queue.size();
    }

    /** Whether so much comes in that whoever only reads should wait. */
    boolean rush() {
        return rate.perSecond() > RUSH;
    }

    /** One that cannot be stored takes no other with it. Where nothing can be stored, all are told so at once. */
    private void write() {
        List<Waiting> together = new ArrayList<>();
        for (Waiting w; together.size() < MOST && (w = queue.poll()) != null; ) together.add(w);
        RuntimeException fault = written(together);
        if (fault instanceof DataIntegrityViolationException && together.size() > 1)
            together.forEach(w -> w.fault = written(List.of(w)));
        else together.forEach(w -> w.fault = fault);
    }

    /** Null when it was stored. */
    private @Nullable RuntimeException written(List<Waiting> together) {
        Instant now = clock.instant();
        try {
            store.keep(
                    together.stream()
                            .map(w ->
                                    new ChannelStore.Came(w.account.agencyId(), Ids.next(now), w.account.id(), w.call))
                            .toList(),
                    now);
            together.forEach(w -> w.kept = true);
            return null;
        } catch (RuntimeException fault) {
            return fault;
        }
    }

    /** Calls in the second that ended last, by a clock that nobody sets. */
    private static final class Rate {
        private long second;
        private int counted;
        private int before;

        synchronized void count() {
            turn();
            counted++;
        }

        synchronized int perSecond() {
            turn();
            return before;
        }

        private void turn() {
            long now = System.nanoTime() / SECOND.toNanos();
            if (now == second) return;
            before = now == second + 1 ? counted : 0;
            counted = 0;
            second = now;
        }
    }
}
