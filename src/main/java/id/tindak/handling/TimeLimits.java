package id.tindak.handling;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to a case because time passed (RULES.md, Clocks). Each case is a transaction of its own; one that fails holds up no other. */
@Service
public class TimeLimits {

    private static final Logger LOG = LoggerFactory.getLogger(TimeLimits.class);
    private static final int AT_ONCE = 500;
    private static final int REMINDERS = 2;

    /** Between a reminder and what follows it, also when the program stood still meanwhile. */
    private static final Duration TIME_TO_READ = Duration.ofDays(3);

    private final Cases cases;
    private final HandlingStore store;
    private final Complaints complaints;
    private final Agencies agencies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TimeLimits(
            Cases cases,
            HandlingStore store,
            Complaints complaints,
            Agencies agencies,
            TransactionTemplate transaction,
            Clock clock) {
        this.cases = cases;
        this.store = store;
        this.complaints = complaints;
        this.agencies = agencies;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Reminds reporters who have to complete their file, twice; after that the complaint counts as withdrawn. */
    public void remindAndExpire() {
        each((agency, now) -> after -> store.reminderDue(agency, now, after, AT_ONCE), this::remindOrExpire);
    }

    /** Closes what was answered and found no reaction in time. */
    public void closeAnswered() {
        each((agency, now) -> after -> complaints.reactionOver(agency, now, after, AT_ONCE), this::close);
    }

    private void remindOrExpire(int agencyId, long complaintId) {
        Instant now = clock.instant();
        Case k = cases.lock(agencyId, complaintId);
        Assignment waiting = k.current().filter(Assignment::waitsForReporter).orElse(null);
        Instant due = waiting == null ? null : waiting.due().nextReminderAt();
        if (waiting == null || due == null || due.isAfter(now)) return;
        Transition t = cases.change(k, now, null);
        if (waiting.due().reminders() >= REMINDERS) {
            t.end(Handling.EXPIRED, Event.Kind.EXPIRED, null);
            t.tellReporter("expired", null);
        } else {
            t.remind(waiting, next(waiting, now));
        }
        cases.save(t);
    }

    /** Reminders come after one and two thirds of the wait, the end after the whole. */
    private static Instant next(Assignment waiting, Instant now) {
        Instant deadline = waiting.deadline();
        Instant end = deadline == null ? now : deadline;
        Duration third = Duration.between(waiting.openedAt(), end).dividedBy(REMINDERS + 1);
        Instant planned = waiting.due().reminders() + 1 == REMINDERS
                ? end
                : waiting.openedAt().plus(third.multipliedBy(waiting.due().reminders() + 2));
        Instant soonest = now.plus(TIME_TO_READ);
        return planned.isBefore(soonest) ? soonest : planned;
    }

    private void close(int agencyId, long complaintId) {
        Instant now = clock.instant();
        Case k = cases.lock(agencyId, complaintId);
        Complaint c = k.complaint();
        Instant until = c.reactUntil();
        if (c.closed() || until == null || until.isAfter(now) || k.handling().open()) return;
        Transition t = new Transition(k, cases.rules(agencyId, now, c), now, null);
        t.close();
        cases.save(t);
    }

    /** All agencies, all their due cases in pages by id, so that one that fails is passed over until the next time. */
    private void each(Due due, BiConsumer<Integer, Long> work) {
        Instant now = clock.instant();
        for (Agency agency : agencies.all()) {
            LongFunction<List<Long>> page = due.of(agency.id(), now);
            List<Long> ids = page.apply(0);
            while (!ids.isEmpty()) {
                for (long id : ids) one(agency.id(), id, work);
                ids = page.apply(ids.getLast());
            }
        }
    }

    private void one(int agencyId, long complaintId, BiConsumer<Integer, Long> work) {
        try {
            transaction.executeWithoutResult(status -> work.accept(agencyId, complaintId));
        } catch (RuntimeException failed) {
            LOG.error("Time limit of complaint {}/{}", agencyId, complaintId, failed);
        }
    }

    @FunctionalInterface
    private interface Due {
        LongFunction<List<Long>> of(int agencyId, Instant now);
    }
}
