package id.tindak.api;

import id.tindak.base.Ids;
import id.tindak.complaint.ChainWatch;
import id.tindak.complaint.Complaints;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened to cases, for programs that follow: number, code and time, never a text. Written beside the chain in the same transaction, and only where a program follows. A reader gets what is
 * committed for good in an order that later commits cannot come before, so its cursor misses nothing.
 */
@Service
class Happenings implements ChainWatch {

    static final int MOST = 500;

    private static final Duration KEPT = Duration.ofDays(90);

    private final HappeningStore store;
    private final Clock clock;
    private final Listeners listeners;

    Happenings(HappeningStore store, Listeners listeners, Clock clock) {
        this.store = store;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * Something that happened.
     *
     * @param tx number of the transaction that wrote it
     */
    record Happening(long tx, long id, String number, String kind, Instant at) {

        Cursor cursor() {
            return new Cursor(tx, id);
        }
    }

    /** Up to where a program has read. */
    record Cursor(long tx, long id) {

        static final Cursor START = new Cursor(0, 0);

        static Optional<Cursor> read(@Nullable String text) {
            if (text == null) return Optional.of(START);
            String[] parts = text.split("-");
            if (parts.length != 2 || !text.matches("[0-9a-z]{1,13}-[0-9a-z]{1,13}")) return Optional.empty();
            try {
                return Optional.of(new Cursor(Long.parseLong(parts[0], 36), Long.parseLong(parts[1], 36)));
            } catch (NumberFormatException tooLarge) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return Long.toString(tx, 36) + "-" + Long.toString(id, 36);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void happened(int agencyId, List<Complaints.Linked> all) {
        if (!listeners.followed(agencyId)) return;
        Instant now = clock.instant();
        store.insert(agencyId, now, all, () -> Ids.next(now));
    }

    /** Oldest first, of cases that this program may know of. */
    List<Happening> after(Client client, Cursor cursor, int limit) {
        return store.after(client, cursor, limit);
    }

    /** What is older than anybody follows. */
    int forgetOld() {
        return store.forget(clock.instant().minus(KEPT));
    }
}
