package id.tindak.handling;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.Calendars;
import id.tindak.calendar.TimeStandard;
import id.tindak.calendar.WorkCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;

/**
 * Reckons open time limits anew after the calendar changed, 500 cases at a time. Only limits in the future move. Each row knows the calendar it was reckoned with, so the work goes on where it stopped.
 */
@Service
class CalendarChange {

    private final Cases cases;
    private final HandlingStore store;
    private final Agencies agencies;
    private final Calendars calendars;
    private final DueCases due;
    private final Clock clock;

    CalendarChange(
            Cases cases, HandlingStore store, Agencies agencies, Calendars calendars, DueCases due, Clock clock) {
        this.cases = cases;
        this.store = store;
        this.agencies = agencies;
        this.calendars = calendars;
        this.due = due;
        this.clock = clock;
    }

    void reckonAnew() {
        for (Agency agency : agencies.all())
            due.each(
                    "Time limits under the new calendar",
                    agency,
                    after -> store.reckonedBefore(agency.id(), agency.calendarVersion(), after, DueCases.AT_ONCE),
                    this::reckon);
    }

    private void reckon(int agencyId, long complaintId) {
        Instant now = clock.instant();
        Case k = cases.lock(agencyId, complaintId);
        Transition t = cases.change(k, now, null);
        for (Assignment a : k.open()) {
            Instant deadline = a.deadline();
            if (deadline == null || a.due().calendarVersion() >= k.calendarVersion()) continue;
            TimeStandard standard = a.timeStandard();
            WorkCalendar before = calendars.version(agencyId, a.due().calendarVersion());
            t.move(
                    a,
                    standard == null
                            ? deadline
                            : moved(a.openedAt(), a.openedAt(), deadline, standard, before, k.calendar(), now));
        }
        for (CaseClock c : k.clocks()) {
            if (c.stoppedAt() != null || c.calendarVersion() >= k.calendarVersion()) continue;
            WorkCalendar before = calendars.version(agencyId, c.calendarVersion());
            boolean paused = c.pausedAt() != null; // goes on with what was left, under whatever calendar holds then
            t.move(
                    c,
                    paused
                            ? c.deadline()
                            : moved(c.startedAt(), now, c.deadline(), c.timeStandard(), before, k.calendar(), now));
        }
        cases.save(t);
    }

    /**
     * The deadline under the new calendar; one that is past, or would then be past, stays. A limit that ran without a pause is reckoned from its
     * start, so that "3 hari kerja" stays three days however long they are; any other keeps what was left of it at {@code since}.
     */
    static Instant moved(
            Instant start,
            Instant since,
            Instant deadline,
            TimeStandard standard,
            WorkCalendar before,
            WorkCalendar after,
            Instant now) {
        if (!deadline.isAfter(now)) return deadline;
        boolean unbroken = before.deadline(start, standard).equals(deadline);
        Duration left = before.remaining(since, deadline, standard.basis());
        Instant moved = unbroken ? after.deadline(start, standard) : after.resume(since, left, standard.basis());
        return moved.isAfter(now) ? moved : deadline;
    }
}
