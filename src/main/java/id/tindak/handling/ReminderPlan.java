package id.tindak.handling;

import id.tindak.calendar.TimeStandard;
import id.tindak.calendar.WorkCalendar;
import id.tindak.notice.Notice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * When the holder of a step is reminded of its time limit: once while it comes near, at the limit itself, and on the mornings of the working days after it. Pure; which of these moments have passed
 * is read off the time, so a program that stood still reminds once and not of everything it missed.
 */
final class ReminderPlan {

    /** An agency that has no working day in a month has nobody to remind. */
    private static final int FARTHEST_DAY = 31;

    private final List<Stage> stages;

    private ReminderPlan(List<Stage> stages) {
        this.stages = stages;
    }

    /** One moment of the plan. */
    record Stage(Notice.Kind kind, Instant at) {}

    /**
     * What is wanted.
     *
     * @param before whether also before the limit
     * @param shortest half a time that is shorter is not worth a reminder before the limit: it is over before a mail is read
     * @param late how often after the limit
     */
    record Wanted(boolean before, Duration shortest, int late) {}

    /** Of open work; no stages at all without a time limit. */
    static ReminderPlan of(Assignment a, WorkCalendar calendar, Wanted wanted) {
        Instant deadline = a.deadline();
        if (deadline == null) return new ReminderPlan(List.of());
        List<Stage> stages = new ArrayList<>();
        Instant before = wanted.before() ? before(a, deadline, calendar, wanted.shortest()) : null;
        if (before != null) stages.add(new Stage(Notice.Kind.BEFORE, before));
        stages.add(new Stage(Notice.Kind.DUE, deadline));
        LocalDate day = deadline.atZone(calendar.zone()).toLocalDate();
        for (int i = 0; i < wanted.late(); i++) {
            OptionalInt days = open(day, 1, calendar);
            if (days.isEmpty()) break;
            day = day.plusDays(days.getAsInt());
            stages.add(new Stage(Notice.Kind.LATE, morning(day, calendar)));
        }
        return new ReminderPlan(List.copyOf(stages));
    }

    /** In order. */
    List<Stage> stages() {
        return stages;
    }

    /** The newest moment that has come. */
    Optional<Stage> reached(Instant now) {
        return stages.stream().filter(s -> !s.at().isAfter(now)).reduce((a, b) -> b);
    }

    /** The next moment after that time; null when none is left. */
    @Nullable
    Instant next(Instant after) {
        return stages.stream()
                .map(Stage::at)
                .filter(at -> at.isAfter(after))
                .findFirst()
                .orElse(null);
    }

    /** When half of the time is used, or on the morning of the working day before, whichever is later. */
    private static @Nullable Instant before(Assignment a, Instant deadline, WorkCalendar calendar, Duration shortest) {
        TimeStandard standard = a.timeStandard();
        TimeStandard.Basis basis = standard == null ? TimeStandard.Basis.WORKING_TIME : standard.basis();
        Duration half = calendar.remaining(a.openedAt(), deadline, basis).dividedBy(2);
        if (half.compareTo(shortest) < 0 || half.isZero() || half.isNegative()) return null;
        Instant middle = calendar.resume(a.openedAt(), half, basis);
        LocalDate last = deadline.atZone(calendar.zone()).toLocalDate();
        OptionalInt back = open(last, -1, calendar);
        Instant dayBefore = back.isEmpty() ? middle : morning(last.plusDays(back.getAsInt()), calendar);
        Instant later = dayBefore.isAfter(middle) ? dayBefore : middle;
        return later.isBefore(deadline) ? later : null;
    }

    /** How many days on (or back) the next working day is. */
    private static OptionalInt open(LocalDate from, int step, WorkCalendar calendar) {
        for (int days = step; Math.abs(days) <= FARTHEST_DAY; days += step)
            if (calendar.isOpen(from.plusDays(days))) return OptionalInt.of(days);
        return OptionalInt.empty();
    }

    private static Instant morning(LocalDate day, WorkCalendar calendar) {
        return calendar.nextWorking(day.atStartOfDay(calendar.zone()).toInstant());
    }
}
