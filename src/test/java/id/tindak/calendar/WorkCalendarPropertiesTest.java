package id.tindak.calendar;

import static id.tindak.calendar.RandomCalendars.definitions;
import static id.tindak.calendar.RandomCalendars.durations;
import static id.tindak.calendar.RandomCalendars.moments;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** What holds for every calendar, however strange, at every moment. */
class WorkCalendarPropertiesTest {

    private static final List<Holiday> HOLIDAYS = Holidays.bundled();

    @Test
    void adding_then_measuring_gives_the_time_that_was_added() {
        qt().forAll(calendars(), moments(), durations())
                .checkAssert((calendar, start, time) -> assertThat(
                                calendar.workingBetween(start, calendar.addWorking(start, time)))
                        .isEqualTo(time));
    }

    @Test
    void adding_backwards_is_measured_backwards() {
        qt().forAll(calendars(), moments(), durations())
                .checkAssert((calendar, start, time) -> assertThat(
                                calendar.workingBetween(start, calendar.addWorking(start, time.negated())))
                        .isEqualTo(time.negated()));
    }

    @Test
    void nothing_lands_outside_working_time_nor_before_the_start() {
        qt().forAll(calendars(), moments(), durations()).checkAssert((calendar, start, time) -> {
            Instant end = calendar.addWorking(start, time);
            assertThat(end).isAfterOrEqualTo(start);
            boolean justBefore = calendar.isWorking(end.minusNanos(1));
            if (time.isZero()) assertThat(justBefore || calendar.isWorking(end)).isTrue();
            else
                assertThat(justBefore)
                        .as("the moment just before " + end + " is worked")
                        .isTrue();
        });
    }

    @Test
    void a_later_start_never_ends_earlier() {
        qt().forAll(calendars(), moments(), smallSteps(), standards())
                .checkAssert(
                        (calendar, start, later, standard) -> assertThat(calendar.deadline(start.plus(later), standard))
                                .isAfterOrEqualTo(calendar.deadline(start, standard)));
        qt().forAll(calendars(), moments(), smallSteps(), durations())
                .checkAssert((calendar, start, later, time) -> assertThat(calendar.addWorking(start.plus(later), time))
                        .isAfterOrEqualTo(calendar.addWorking(start, time)));
    }

    @Test
    void more_time_ends_later() {
        qt().forAll(calendars(), moments(), standards(), integers().between(1, 100))
                .checkAssert((calendar, start, standard, more) -> {
                    TimeStandard longer = new TimeStandard("", standard.basis(), standard.amount() + more);
                    assertThat(calendar.deadline(start, longer)).isAfter(calendar.deadline(start, standard));
                });
    }

    @Test
    void adding_one_time_and_then_another_is_adding_their_sum() {
        qt().forAll(calendars(), moments(), durations(), durations())
                .checkAssert(
                        (calendar, start, a, b) -> assertThat(calendar.addWorking(calendar.addWorking(start, a), b))
                                .isEqualTo(calendar.addWorking(start, a.plus(b))));
    }

    @Test
    void the_parts_of_a_span_make_up_the_whole() {
        qt().forAll(calendars(), moments(), moments(), moments()).checkAssert((calendar, a, b, c) -> {
            assertThat(calendar.workingBetween(a, b).plus(calendar.workingBetween(b, c)))
                    .isEqualTo(calendar.workingBetween(a, c));
            assertThat(calendar.workingBetween(b, a))
                    .isEqualTo(calendar.workingBetween(a, b).negated());
        });
    }

    @Test
    void the_next_working_moment_is_worked_and_nothing_is_worked_before_it() {
        qt().forAll(calendars(), moments()).checkAssert((calendar, moment) -> {
            Instant next = calendar.nextWorking(moment);
            assertThat(calendar.isWorking(next)).isTrue();
            assertThat(next).isAfterOrEqualTo(moment);
            assertThat(calendar.workingBetween(moment, next)).isZero();
            assertThat(next.equals(moment)).isEqualTo(calendar.isWorking(moment));
        });
    }

    @Test
    void resuming_at_once_gives_the_same_deadline_early_or_late() {
        qt().forAll(calendars(), moments(), standards(), moments()).checkAssert((calendar, start, standard, now) -> {
            Instant deadline = calendar.deadline(start, standard);
            Duration left = calendar.remaining(now, deadline, standard.basis());
            assertThat(calendar.resume(now, left, standard.basis())).isEqualTo(deadline);
        });
    }

    @Test
    void a_pause_keeps_the_time_that_was_left_and_never_shortens() {
        qt().forAll(calendars(), moments(), standards(), pauses()).checkAssert((calendar, start, standard, pause) -> {
            TimeStandard.Basis basis = standard.basis();
            Instant deadline = calendar.deadline(start, standard);
            Instant paused = start.plus(pause.after());
            Instant resumed = paused.plus(pause.length());
            Duration left = calendar.remaining(paused, deadline, basis);
            Instant moved = calendar.resume(resumed, left, basis);

            assertThat(calendar.remaining(resumed, moved, basis)).isEqualTo(left);
            assertThat(moved).isAfterOrEqualTo(deadline);
            Instant again = calendar.resume(resumed, calendar.remaining(resumed, moved, basis), basis);
            assertThat(again).isEqualTo(moved);
        });
    }

    @Test
    void a_disturbance_never_brings_a_deadline_forward() {
        qt().forAll(definitions(), moments(), standards())
                .checkAssert((definition, start, standard) -> assertThat(
                                WorkCalendar.of(definition, HOLIDAYS).deadline(start, standard))
                        .isAfterOrEqualTo(WorkCalendar.of(undisturbed(definition), HOLIDAYS)
                                .deadline(start, standard)));
    }

    @Test
    void a_clock_that_walks_minute_by_minute_agrees() {
        qt().withExamples(60)
                .forAll(definitions(), wholeMinutes(), integers().between(0, 10_000))
                .checkAssert((definition, start, minutes) -> {
                    WorkCalendar calendar = WorkCalendar.of(definition, HOLIDAYS);
                    MinuteByMinute slow = new MinuteByMinute(definition, HOLIDAYS);
                    Instant end = start.plus(Duration.ofMinutes(minutes));
                    for (TimeStandard.Basis basis : TimeStandard.Basis.values())
                        assertThat(calendar.remaining(start, end, basis))
                                .as(basis.name())
                                .isEqualTo(Duration.ofMinutes(slow.between(start, end, basis)));
                    assertThat(calendar.isWorking(start))
                            .isEqualTo(slow.counts(start, TimeStandard.Basis.WORKING_TIME));
                });
    }

    @Test
    void a_clock_that_walks_day_by_day_agrees_on_working_days() {
        qt().withExamples(60)
                .forAll(definitions(), moments(), integers().between(1, 8))
                .checkAssert((definition, start, days) -> assertThat(WorkCalendar.of(definition, HOLIDAYS)
                                .deadline(start, new TimeStandard("", TimeStandard.Basis.WORKING_DAYS, days)))
                        .isEqualTo(new MinuteByMinute(definition, HOLIDAYS).closing(start, days)));
    }

    @Test
    void words_for_working_days_lose_no_time() {
        qt().forAll(definitions(), moments(), moments()).checkAssert((definition, a, b) -> {
            WorkCalendar calendar = WorkCalendar.of(undisturbed(definition), HOLIDAYS);
            WorkingSpan span = calendar.span(a, b);
            Duration all = calendar.workingBetween(a, b).abs();

            assertThat(span.late()).isEqualTo(b.isBefore(a));
            assertThat(span.rest()).isBetween(ZERO, all);
            if (span.days() == 0) assertThat(span.rest()).isEqualTo(all);
            else assertThat(span.rest()).isLessThan(all);
            assertThat(calendar.span(b, a).days()).isEqualTo(span.days());
        });
    }

    @Test
    void until_the_end_of_n_working_days_it_is_n_working_days_from_the_evening_before() {
        qt().forAll(definitions(), moments(), integers().between(1, 90)).checkAssert((definition, moment, days) -> {
            WorkCalendar calendar = WorkCalendar.of(undisturbed(definition), HOLIDAYS);
            Instant evening = lastMomentOfDay(moment, calendar);
            Instant deadline = calendar.deadline(moment, new TimeStandard("", TimeStandard.Basis.WORKING_DAYS, days));
            assertThat(calendar.span(evening, deadline)).isEqualTo(new WorkingSpan(false, days, ZERO));
        });
    }

    @Test
    void a_written_definition_reads_back_as_the_same() {
        qt().forAll(definitions())
                .checkAssert(definition -> assertThat(CalendarFile.read(CalendarFile.write(definition)))
                        .isEqualTo(new CalendarFile.Valid(definition)));
    }

    private record Pause(Duration after, Duration length) {}

    private static Gen<WorkCalendar> calendars() {
        return definitions()
                .map(definition -> WorkCalendar.of(definition, HOLIDAYS))
                .describedAs(calendar -> CalendarFile.write(calendar.definition()));
    }

    private static Gen<TimeStandard> standards() {
        return arbitrary()
                .enumValues(TimeStandard.Basis.class)
                .zip(
                        integers().between(1, 5_000),
                        (basis, amount) -> new TimeStandard(
                                basis + " " + amount,
                                basis,
                                basis == TimeStandard.Basis.WORKING_DAYS ? amount % 60 + 1 : amount));
    }

    private static Gen<Duration> smallSteps() {
        return integers().between(0, 4_000).map(n -> n % 2 == 0 ? Duration.ofMinutes(n) : Duration.ofSeconds(n));
    }

    private static Gen<Pause> pauses() {
        return smallSteps().zip(durations(), Pause::new);
    }

    private static Gen<Instant> wholeMinutes() {
        return moments().map(moment -> moment.truncatedTo(java.time.temporal.ChronoUnit.MINUTES));
    }

    private static CalendarDefinition undisturbed(CalendarDefinition d) {
        return new CalendarDefinition(
                d.name(),
                d.zone(),
                d.week(),
                d.jointLeaveCloses(),
                d.periods(),
                d.closedDays(),
                d.openDays(),
                List.of());
    }

    private static Instant lastMomentOfDay(Instant moment, WorkCalendar calendar) {
        ZonedDateTime local = moment.atZone(calendar.zone());
        return local.toLocalDate().plusDays(1).atStartOfDay(calendar.zone()).toInstant();
    }
}
