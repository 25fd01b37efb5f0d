package id.tindak.handling;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** What happens to a case because time passed (RULES.md, Clocks). Each case is a transaction of its own; one that fails holds up no other. */
@Service
public class TimeLimits {

    private static final int REMINDERS = 2;

    /** Between a reminder and what follows it, also when the program stood still meanwhile. */
    private static final Duration TIME_TO_READ = Duration.ofDays(3);

    private final Cases cases;
    private final HandlingStore store;
    private final Complaints complaints;
    private final Agencies agencies;
    private final DueCases due;
    private final Clock clock;

    TimeLimits(Cases cases, HandlingStore store, Complaints complaints, Agencies agencies, DueCases due, Clock clock) {
        this.cases = cases;
        this.store = store;
        this.complaints = complaints;
        this.agencies = agencies;
        this.due = due;
        this.clock = clock;
    }

    /** Reminds reporters who have to complete their file, twice; after that the complaint counts as withdrawn. */
    public void remindAndExpire() {
        Instant now = clock.instant();
        for (Agency agency : agencies.all())
            due.each(
                    "Time limit",
                    agency,
                    after -> store.reminderDue(agency.id(), now, after, DueCases.AT_ONCE),
                    this::remindOrExpire);
    }

    /** Closes what was answered and found no reaction in time. */
    public void closeAnswered() {
        Instant now = clock.instant();
        for (Agency agency : agencies.all())
            due.each(
                    "Time limit",
                    agency,
                    after -> complaints.reactionOver(agency.id(), now, after, DueCases.AT_ONCE),
                    this::close);
    }

    private void remindOrExpire(int agencyId, long complaintId) {
        Instant now = clock.instant();
        Case k = cases.lock(agencyId, complaintId);
        Assignment waiting = k.current().filter(Assignment::waitsForReporter).orElse(null);
        Instant due = waiting == null ? null : waiting.due().nextReminderAt();
        if (waiting == null || due == null || due.isAfter(now)) return;
        Transition t = cases.change(k, now, null);
        if (waiting.due().reminders() >= REMINDERS) {
            t.ground(RefusalGround.INCOMPLETE);
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
}
