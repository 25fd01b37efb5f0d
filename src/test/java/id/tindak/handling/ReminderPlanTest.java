package id.tindak.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import id.tindak.calendar.CalendarFile;
import id.tindak.calendar.Holidays;
import id.tindak.calendar.TimeStandard;
import id.tindak.calendar.WorkCalendar;
import id.tindak.notice.Notice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a step is reminded of: the moments before, at and after its time limit. */
class ReminderPlanTest {

    private static final WorkCalendar CALENDAR = calendar();
    private static final ReminderPlan.Wanted USUAL = new ReminderPlan.Wanted(true, Duration.ofMinutes(30), 3);

    @Test
    void aStepOfAnHourIsRemindedOfAtHalfTimeAtItsEndAndOnThreeMornings() {
        assertThat(plan("2026-11-23T09:00", "60 menit", USUAL))
                .containsExactly(
                        stage(Notice.Kind.BEFORE, "2026-11-23T09:30"),
                        stage(Notice.Kind.DUE, "2026-11-23T10:00"),
                        stage(Notice.Kind.LATE, "2026-11-24T07:30"),
                        stage(Notice.Kind.LATE, "2026-11-25T07:30"),
                        stage(Notice.Kind.LATE, "2026-11-26T07:30"));
    }

    @Test
    void ofALongTimeTheDayBeforeIsSoonEnough() {
        assertThat(plan("2026-11-16T09:00", "5 hari kerja", USUAL).getFirst())
                .isEqualTo(stage(Notice.Kind.BEFORE, "2026-11-20T07:30"));
    }

    @Test
    void aShortTimeIsNotRemindedOfBeforeItsEndUnlessTheProcedureSaysSo() {
        assertThat(plan("2026-11-23T09:00", "30 menit", USUAL).getFirst().kind())
                .isEqualTo(Notice.Kind.DUE);
        ReminderPlan.Wanted bySop = new ReminderPlan.Wanted(true, Duration.ZERO, 1);
        assertThat(plan("2026-11-23T09:00", "30 menit", bySop).getFirst())
                .isEqualTo(stage(Notice.Kind.BEFORE, "2026-11-23T09:15"));
    }

    @Test
    void morningsAfterALimitSkipWeekendsAndHolidays() {
        List<ReminderPlan.Stage> stages = plan("2026-12-23T09:00", "15 menit", USUAL);
        assertThat(stages.subList(1, 4))
                .as("24 and 25 December are holidays, then a weekend")
                .extracting(ReminderPlan.Stage::at)
                .allMatch(CALENDAR::isWorking)
                .startsWith(at("2026-12-28T07:30"));
    }

    @Test
    void workWithoutALimitIsNeverRemindedOf() {
        assertThat(ReminderPlan.of(work(at("2026-11-23T09:00"), null, null), CALENDAR, USUAL)
                        .stages())
                .isEmpty();
    }

    @Test
    void momentsAreInOrderAndOfAnyTimeOneIsNextOrNoneIsLeft() {
        qt().forAll(
                        longs().between(0, 300L * 24 * 60),
                        integers().between(1, 9_000),
                        integers().between(0, 5),
                        longs().between(0, 400L * 24 * 60))
                .checkAssert((start, minutes, late, later) -> {
                    Instant opened = at("2026-01-05T08:00").plus(Duration.ofMinutes(start));
                    Instant deadline = CALENDAR.addWorking(opened, Duration.ofMinutes(minutes));
                    ReminderPlan plan = ReminderPlan.of(
                            work(opened, deadline, minutes + " menit"),
                            CALENDAR,
                            new ReminderPlan.Wanted(true, Duration.ofMinutes(30), late));
                    List<Instant> moments =
                            plan.stages().stream().map(ReminderPlan.Stage::at).toList();
                    assertThat(moments).isSorted().doesNotHaveDuplicates().contains(deadline);
                    assertThat(moments.getFirst()).isAfter(opened);
                    Instant now = opened.plus(Duration.ofMinutes(later));
                    Instant next = plan.next(now);
                    long ahead = moments.stream().filter(m -> m.isAfter(now)).count();
                    assertThat(next == null).isEqualTo(ahead == 0);
                    assertThat(plan.reached(now).isPresent()).isEqualTo(ahead < moments.size());
                    if (next != null) assertThat(next).isAfter(now);
                });
    }

    private static List<ReminderPlan.Stage> plan(String opened, String standard, ReminderPlan.Wanted wanted) {
        Instant start = at(opened);
        Instant deadline = CALENDAR.deadline(start, TimeStandard.parse(standard));
        return ReminderPlan.of(work(start, deadline, standard), CALENDAR, wanted)
                .stages();
    }

    private static Assignment work(Instant opened, @Nullable Instant deadline, @Nullable String standard) {
        return new Assignment(
                1,
                1,
                1,
                null,
                "3",
                "admin-opd",
                Assignment.Reason.FORWARD,
                opened,
                standard,
                Duration.ZERO,
                1,
                Assignment.Holder.of("admin-opd", 7L, null),
                new Assignment.Due(deadline, 1, null, 0),
                1,
                null);
    }

    private static ReminderPlan.Stage stage(Notice.Kind kind, String local) {
        return new ReminderPlan.Stage(kind, at(local));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Jakarta")).toInstant();
    }

    private static WorkCalendar calendar() {
        return switch (CalendarFile.read(CalendarFile.bundled("lima-hari"))) {
            case CalendarFile.Valid valid -> WorkCalendar.of(valid.definition(), Holidays.bundled());
            case CalendarFile.Invalid invalid -> throw new AssertionError(invalid.faults());
        };
    }
}
