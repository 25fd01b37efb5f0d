package id.tindak.handling;

import id.tindak.calendar.TimeStandard;
import id.tindak.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock over the whole case beside the step's own: the SOP's promise, or a statutory limit.
 *
 * @param kind {@link #PROMISE} or the code of a {@link StatutoryLimit}
 * @param basis where the limit comes from, printed beside it
 * @param pauses whether waiting for the reporter stops it
 * @param outside whether it is the national system's: it counts from when that got the complaint until that knows
 * @param remaining what was left when it was paused or stopped
 */
public record CaseClock(
        int round,
        String kind,
        String standard,
        String basis,
        boolean pauses,
        boolean outside,
        Instant startedAt,
        Instant deadline,
        @Nullable Instant pausedAt,
        @Nullable Duration remaining,
        @Nullable Instant stoppedAt,
        int calendarVersion) {

    public static final String PROMISE = "JANJI";

    /** One that runs, as lists show it. */
    public static CaseClock running(
            String kind, String standard, String basis, boolean outside, Instant startedAt, Instant deadline) {
        return new CaseClock(1, kind, standard, basis, false, outside, startedAt, deadline, null, null, null, 0);
    }

    public TimeStandard timeStandard() {
        return TimeStandard.parse(standard);
    }

    public boolean running() {
        return pausedAt == null && stoppedAt == null;
    }

    /** What is left now; negative when late; frozen while paused and after it stopped. */
    public Duration remaining(WorkCalendar calendar, Instant now) {
        return remaining != null
                ? remaining
                : calendar.remaining(now, deadline, timeStandard().basis());
    }

    static CaseClock start(
            int round,
            String kind,
            TimeStandard t,
            String basis,
            boolean pauses,
            boolean outside,
            Instant since,
            WorkCalendar c,
            int version) {
        return new CaseClock(
                round, kind, t.text(), basis, pauses, outside, since, c.deadline(since, t), null, null, null, version);
    }

    CaseClock pause(WorkCalendar calendar, Instant now) {
        if (!pauses || !running()) return this;
        return with(
                deadline, now, calendar.remaining(now, deadline, timeStandard().basis()), null, calendarVersion);
    }

    CaseClock resume(WorkCalendar calendar, Instant now, int version) {
        if (pausedAt == null || stoppedAt != null || remaining == null) return this;
        return with(calendar.resume(now, remaining, timeStandard().basis()), null, null, null, version);
    }

    CaseClock stop(WorkCalendar calendar, Instant now) {
        return stoppedAt != null ? this : with(deadline, pausedAt, remaining(calendar, now), now, calendarVersion);
    }

    /** With so many working days more. */
    CaseClock extended(TimeStandard by, WorkCalendar calendar, int version) {
        TimeStandard longer = timeStandard().plus(by);
        return new CaseClock(
                round,
                kind,
                longer.text(),
                basis,
                pauses,
                outside,
                startedAt,
                calendar.deadline(startedAt, longer),
                pausedAt,
                remaining,
                stoppedAt,
                version);
    }

    /** As if it had never been stopped. */
    CaseClock unstopped() {
        return with(deadline, pausedAt, pausedAt == null ? null : remaining, null, calendarVersion);
    }

    /**
     * As if it had begun then, under this calendar: one that ran without a break is reckoned anew from its start, of any other what is left grows or shrinks by the time between.
     *
     * @param version of the calendar
     */
    CaseClock begunAt(Instant start, WorkCalendar calendar, int version) {
        TimeStandard t = timeStandard();
        boolean unbroken = calendar.deadline(startedAt, t).equals(deadline);
        Duration between = calendar.remaining(startedAt, start, t.basis());
        Instant due = unbroken
                ? calendar.deadline(start, t)
                : calendar.resume(
                        startedAt,
                        calendar.remaining(startedAt, deadline, t.basis()).plus(between),
                        t.basis());
        Instant frozen = pausedAt == null ? stoppedAt : pausedAt;
        Duration left = remaining;
        if (left != null)
            left = unbroken && frozen != null ? calendar.remaining(frozen, due, t.basis()) : left.plus(between);
        return new CaseClock(
                round, kind, standard, basis, pauses, outside, start, due, pausedAt, left, stoppedAt, version);
    }

    CaseClock due(Instant newDeadline, int version) {
        return with(newDeadline, pausedAt, remaining, stoppedAt, version);
    }

    private CaseClock with(
            Instant due, @Nullable Instant paused, @Nullable Duration left, @Nullable Instant stopped, int version) {
        return new CaseClock(
                round, kind, standard, basis, pauses, outside, startedAt, due, paused, left, stopped, version);
    }
}
