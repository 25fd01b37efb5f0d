package id.tindak.desk;

import id.tindak.base.web.Clocked;
import id.tindak.base.web.Page;
import id.tindak.calendar.TimeStandard;
import id.tindak.calendar.TimeWords;
import id.tindak.calendar.WorkCalendar;
import id.tindak.handling.Assignment;
import id.tindak.handling.CaseClock;
import id.tindak.handling.DeskRow;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock in words, with its bar.
 *
 * @param bar null where no time runs
 * @param headline "sisa 5 menit", "terlambat 45 menit", "tanpa batas waktu"
 * @param rest "dari 15 menit", "batas 14 hari kerja, sampai 11 Desember 2026"
 */
public record ClockView(@Nullable Clocked bar, String headline, String rest) {

    public String css() {
        return bar == null ? "" : bar.css();
    }

    /** The clock of open work. */
    static ClockView of(Page page, WorkCalendar calendar, Assignment work, Instant now) {
        TimeStandard standard = work.timeStandard();
        Instant deadline = work.deadline();
        if (deadline == null) return new ClockView(null, page.t("desk.clock.none"), "");
        if (standard == null) return ordered(page, calendar, work, deadline, now);
        Duration whole = standard.basis() == TimeStandard.Basis.WORKING_DAYS
                ? work.used().plus(calendar.workingBetween(work.openedAt(), deadline))
                : Duration.ofMinutes(standard.amount());
        return running(page, calendar, standard, whole, deadline, now);
    }

    /** The limit of a giver, where the SOP sets no time. */
    private static ClockView ordered(Page page, WorkCalendar calendar, Assignment work, Instant deadline, Instant now) {
        Duration left = calendar.remaining(now, deadline, TimeStandard.Basis.WORKING_TIME);
        String said = words(page).between(now, deadline, TimeStandard.Basis.WORKING_TIME, calendar);
        return new ClockView(
                Clocked.running(calendar.workingBetween(work.openedAt(), deadline), left),
                page.t(left.isNegative() ? "web.clock.late" : "web.clock.left", said),
                page.t("desk.clock.by", page.times().near(deadline, now)));
    }

    /** The clock of the step that waits for the reporter. */
    static ClockView waiting(Page page, DeskRow.@Nullable Asked asked) {
        Duration left = asked == null ? null : asked.remaining();
        String text = asked == null ? null : asked.standard();
        if (left == null || text == null) return new ClockView(null, page.t("web.clock.paused"), "");
        return paused(page, TimeStandard.parse(text), left);
    }

    static ClockView paused(Page page, TimeStandard standard, Duration left) {
        Duration whole = standard.basis() == TimeStandard.Basis.WORKING_DAYS
                ? (left.isNegative() ? Duration.ofHours(1) : left)
                : Duration.ofMinutes(standard.amount());
        String rest = left.isNegative()
                ? page.t("desk.clock.stoppedLate", words(page).duration(left))
                : page.t("web.clock.remaining", words(page).duration(left));
        return new ClockView(Clocked.paused(whole, left), page.t("web.clock.paused"), rest);
    }

    /** A clock over the whole case. */
    static ClockView of(Page page, WorkCalendar calendar, CaseClock clock, Instant now) {
        TimeStandard standard = clock.timeStandard();
        Duration left = clock.remaining(calendar, now);
        Duration whole = standard.basis() == TimeStandard.Basis.WORKING_DAYS
                ? calendar.workingBetween(clock.startedAt(), clock.deadline())
                : Duration.ofMinutes(standard.amount());
        if (clock.stoppedAt() != null) {
            String done = left.isNegative() ? "desk.clock.keptLate" : "desk.clock.kept";
            return new ClockView(
                    Clocked.done(whole, whole.minus(left)),
                    page.t(done),
                    page.t("web.clock.of", words(page).standard(standard)));
        }
        if (clock.pausedAt() != null) return paused(page, standard, left);
        return running(page, calendar, standard, whole, clock.deadline(), now);
    }

    private static ClockView running(
            Page page, WorkCalendar calendar, TimeStandard standard, Duration whole, Instant deadline, Instant now) {
        Duration left = calendar.remaining(now, deadline, standard.basis());
        String said = words(page).between(now, deadline, standard.basis(), calendar);
        return new ClockView(
                Clocked.running(whole, left),
                page.t(left.isNegative() ? "web.clock.late" : "web.clock.left", said),
                standard.basis() == TimeStandard.Basis.WORKING_DAYS
                        // such a limit counts from the next day, so more than its days may be left on the first
                        ? page.t(
                                "desk.clock.until",
                                words(page).standard(standard),
                                page.times().near(deadline, now))
                        : page.t("web.clock.of", words(page).standard(standard)));
    }

    static TimeWords words(Page page) {
        return new TimeWords(page.brand().zone(), page.language());
    }
}
