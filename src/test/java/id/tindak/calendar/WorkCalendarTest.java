package id.tindak.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.tindak.calendar.CalendarDefinition.ClosedDay;
import id.tindak.calendar.CalendarDefinition.Disturbance;
import id.tindak.calendar.CalendarDefinition.OpenDay;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clock on days that really were or will be; 23 November 2026 is a Monday. */
class WorkCalendarTest {

    private static final CalendarDefinition FIVE_DAYS = CalendarFileTest.valid(CalendarFile.bundled("lima-hari"));
    private static final WorkCalendar FIVE = WorkCalendar.of(FIVE_DAYS, Holidays.bundled());
    private static final WorkCalendar SIX =
            WorkCalendar.of(CalendarFileTest.valid(CalendarFile.bundled("enam-hari")), Holidays.bundled());

    @ParameterizedTest
    @CsvSource({"2025, 237", "2026, 240", "2027, 242"})
    void a_year_has_its_working_days(int year, int days) {
        assertThat(FIVE.workingDays(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                .isEqualTo(days);
    }

    @Test
    void the_three_years_together_have_the_sum_and_a_backward_range_none() {
        assertThat(FIVE.workingDays(LocalDate.of(2025, 1, 1), LocalDate.of(2027, 12, 31)))
                .isEqualTo(237 + 240 + 242);
        assertThat(FIVE.workingDays(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 23)))
                .isEqualTo(1);
        assertThat(FIVE.workingDays(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 20)))
                .isZero();
    }

    @ParameterizedTest(name = "{3}: {1} after {0} is {2}")
    @CsvSource({
        "2026-11-23T10:05, 15 menit, 2026-11-23T10:20, inside the morning",
        "2026-11-23T11:45, 15 menit, 2026-11-23T12:00, ends with the morning and not after lunch",
        "2026-11-23T11:50, 15 menit, 2026-11-23T13:05, across lunch",
        "2026-11-23T12:30, 15 menit, 2026-11-23T13:15, begun at lunch",
        "2026-11-23T06:00, 15 menit, 2026-11-23T07:45, begun before opening",
        "2026-11-23T14:00, 2 jam, 2026-11-23T16:00, ends with the day",
        "2026-11-23T15:50, 15 menit, 2026-11-24T07:35, across the night",
        "2026-11-20T15:00, 2 jam 15 menit, 2026-11-23T08:15, the Cilacap standard across the weekend",
        "2026-11-21T09:00, 2 jam 15 menit, 2026-11-23T09:45, filed on a Saturday",
        "2026-11-20T11:20, 15 menit, 2026-11-20T13:05, across the long Friday break",
        "2026-03-17T14:50, 15 menit, 2026-03-25T07:35, across Lebaran 2026",
        "2027-03-05T15:20, 15 menit, 2027-03-16T07:35, across Lebaran 2027",
        "2025-03-27T15:50, 15 menit, 2025-04-08T07:35, across Lebaran 2025",
        "2026-02-18T15:50, 15 menit, 2026-02-19T08:05, into Ramadan",
        "2026-02-26T11:50, 15 menit, 2026-02-26T12:35, across the short break in Ramadan",
        "2026-02-27T11:20, 15 menit, 2026-02-27T12:35, across the Friday break in Ramadan",
        "2026-12-31T15:50, 15 menit, 2027-01-04T07:35, across New Year",
        "2026-11-20T10:00, 3 hari kerja, 2026-11-25T16:00, three days after a Friday",
        "2026-11-21T10:00, 3 hari kerja, 2026-11-25T16:00, three days after a Saturday",
        "2026-11-22T23:59, 3 hari kerja, 2026-11-25T16:00, three days after a Sunday",
        "2026-11-23T00:00, 3 hari kerja, 2026-11-26T16:00, three days after a Monday",
        "2026-11-19T17:00, 1 hari kerja, 2026-11-20T16:30, ends with the Friday",
        "2026-11-20T10:00, 14 hari kerja, 2026-12-10T16:00, fourteen days",
        "2026-12-15T10:00, 14 hari kerja, 2027-01-08T16:30, fourteen days across the holidays of the year's end",
        "2026-03-17T10:00, 1 hari kerja, 2026-03-25T16:00, one day across Lebaran",
        "2026-11-20T10:00, 1 x 24 jam, 2026-11-21T10:00, plain hours",
        "2026-03-17T10:00, 30 hari, 2026-04-16T10:00, plain days",
        "2026-11-20T09:00, 1 x 24 jam hari kerja, 2026-11-23T09:00, open days skip the weekend",
        "2026-11-21T09:00, 1 x 24 jam hari kerja, 2026-11-24T00:00, open days begin at midnight",
        "2026-11-19T00:00, 1 x 24 jam hari kerja, 2026-11-20T00:00, a whole open day ends at midnight",
        "2026-11-20T00:00, 1 x 24 jam hari kerja, 2026-11-21T00:00, and does not move over the weekend"
    })
    void a_deadline_falls(String start, String standard, String deadline, String why) {
        assertThat(FIVE.deadline(wib(start), TimeStandard.parse(standard)))
                .as(why)
                .isEqualTo(wib(deadline));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T13:50, 15 menit, 2026-11-21T07:35",
        "2026-11-21T13:50, 15 menit, 2026-11-23T07:35",
        "2026-11-20T10:00, 3 hari kerja, 2026-11-24T14:00",
        "2026-02-21T11:50, 15 menit, 2026-02-21T12:35"
    })
    void with_six_days_Saturday_is_worked(String start, String standard, String deadline) {
        assertThat(SIX.deadline(wib(start), TimeStandard.parse(standard))).isEqualTo(wib(deadline));
    }

    @ParameterizedTest
    @CsvSource({"Asia/Jakarta, 00:30", "Asia/Makassar, 23:30", "Asia/Jayapura, 22:30"})
    void the_hours_are_those_of_the_zone(ZoneId zone, LocalTime utc) {
        WorkCalendar calendar = WorkCalendar.of(
                new CalendarDefinition("x", zone, FIVE_DAYS.week(), true, List.of(), List.of(), List.of(), List.of()),
                List.of());
        Instant opening = LocalDateTime.parse("2026-11-24T07:30").atZone(zone).toInstant();

        assertThat(calendar.nextWorking(opening.minusSeconds(3600))).isEqualTo(opening);
        assertThat(opening.toString()).contains("T" + utc);
    }

    @Test
    void the_hours_of_a_day_are_its_intervals_between_the_breaks() {
        assertThat(FIVE.hours(LocalDate.of(2026, 11, 20)))
                .containsExactly(
                        new Interval(LocalTime.of(7, 30), LocalTime.of(11, 30)),
                        new Interval(LocalTime.of(13, 0), LocalTime.of(16, 30)));
        assertThat(FIVE.hours(LocalDate.of(2026, 12, 25))).isEmpty();
        assertThat(FIVE.isOpen(LocalDate.of(2026, 11, 21))).isFalse();
    }

    @Test
    void the_end_of_an_interval_no_longer_is_working_time() {
        assertThat(FIVE.isWorking(wib("2026-11-23T07:30"))).isTrue();
        assertThat(FIVE.isWorking(wib("2026-11-23T11:59"))).isTrue();
        assertThat(FIVE.isWorking(wib("2026-11-23T12:00"))).isFalse();
        assertThat(FIVE.nextWorking(wib("2026-11-23T12:00"))).isEqualTo(wib("2026-11-23T13:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00, 2026-11-23T10:00",
        "2026-11-23T16:00, 2026-11-23T16:00",
        "2026-11-23T12:30, 2026-11-23T13:00",
        "2026-11-20T20:00, 2026-11-23T07:30"
    })
    void adding_nothing_gives_the_moment_itself_or_the_next_working_moment(String start, String end) {
        assertThat(FIVE.addWorking(wib(start), Duration.ZERO)).isEqualTo(wib(end));
    }

    @Test
    void an_agency_may_work_round_the_clock_into_the_new_year() {
        WorkCalendar always = WorkCalendar.of(
                CalendarFileTest.valid("{nama: 112, zona: WIB, jam: {senin-minggu: 00.00-24.00}}"), List.of());
        Instant newYear = wib("2027-01-01T00:00");

        assertThat(always.deadline(wib("2026-12-30T05:00"), TimeStandard.parse("1 hari kerja")))
                .isEqualTo(newYear);
        assertThat(always.span(wib("2026-12-30T00:00"), newYear)).isEqualTo(new WorkingSpan(false, 2, Duration.ZERO));
        assertThat(always.addWorking(wib("2026-12-31T23:00"), Duration.ofHours(2)))
                .isEqualTo(wib("2027-01-01T01:00"));
        assertThat(always.isWorking(newYear)).isTrue();
        assertThat(always.isWorking(wib("2028-01-01T00:30"))).isTrue();
    }

    @Test
    void joint_leave_is_worked_where_the_agency_says_so_but_national_holidays_are_not() {
        WorkCalendar calendar = WorkCalendar.of(
                new CalendarDefinition(
                        "x", TimeZones.WIB, FIVE_DAYS.week(), false, List.of(), List.of(), List.of(), List.of()),
                Holidays.bundled());

        assertThat(calendar.isOpen(LocalDate.of(2026, 12, 24))).isTrue();
        assertThat(calendar.isOpen(LocalDate.of(2026, 12, 25))).isFalse();
        assertThat(FIVE.isOpen(LocalDate.of(2026, 12, 24))).isFalse();
    }

    @Test
    void the_agencys_own_days_win_over_week_and_holidays_and_closing_wins_over_opening() {
        LocalDate monday = LocalDate.of(2026, 11, 23);
        LocalDate christmas = LocalDate.of(2026, 12, 25);
        LocalDate saturday = LocalDate.of(2026, 11, 28);
        List<Interval> morning = List.of(new Interval(LocalTime.of(8, 0), LocalTime.of(10, 0)));
        WorkCalendar calendar = WorkCalendar.of(
                new CalendarDefinition(
                        "x",
                        TimeZones.WIB,
                        FIVE_DAYS.week(),
                        true,
                        List.of(),
                        List.of(new ClosedDay(monday, "Hari jadi")),
                        List.of(
                                new OpenDay(monday, "salah", List.of()),
                                new OpenDay(christmas, "Piket", List.of()),
                                new OpenDay(saturday, "Piket", morning)),
                        List.of()),
                Holidays.bundled());

        assertThat(calendar.isOpen(monday)).isFalse();
        assertThat(calendar.hours(christmas)).isEqualTo(FIVE.hours(LocalDate.of(2026, 11, 20)));
        assertThat(calendar.hours(saturday)).isEqualTo(morning);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00, 2026-11-23T12:30, 2026-11-23T09:50, 15 menit, 2026-11-23T13:05",
        "2026-11-23T10:00, 2026-11-23T12:30, 2026-11-23T11:00, 15 menit, 2026-11-23T13:15",
        "2026-11-23T10:00, 2026-11-23T12:30, 2026-11-23T09:00, 12 jam kalender, 2026-11-23T23:30",
        "2026-11-23T10:00, 2026-11-23T12:30, 2026-11-23T09:00, 1 x 24 jam hari kerja, 2026-11-24T11:30",
        "2026-11-23T10:00, 2026-11-23T12:30, 2026-11-20T09:00, 1 hari kerja, 2026-11-23T16:00",
        "2026-11-23T15:00, 2026-11-23T18:00, 2026-11-20T09:00, 1 hari kerja, 2026-11-24T16:00",
        "2026-11-23T07:00, 2026-11-23T14:00, 2026-11-20T09:00, 1 hari kerja, 2026-11-24T16:00",
        "2026-11-23T07:30, 2026-11-23T11:15, 2026-11-20T09:00, 1 hari kerja, 2026-11-23T16:00",
        "2026-11-23T07:30, 2026-11-23T11:16, 2026-11-20T09:00, 1 hari kerja, 2026-11-24T16:00",
        "2026-11-22T00:00, 2026-11-24T12:00, 2026-11-20T09:00, 2 hari kerja, 2026-11-26T16:00"
    })
    void a_declared_disturbance_stops_every_clock_and_costs_no_one_time(
            String from, String to, String start, String standard, String deadline) {
        WorkCalendar disturbed = WorkCalendar.of(
                FIVE_DAYS.with(new Disturbance(wib(from), wib(to), "Listrik padam", "BA/1")), Holidays.bundled());

        assertThat(disturbed.deadline(wib(start), TimeStandard.parse(standard))).isEqualTo(wib(deadline));
    }

    @Test
    void a_pause_over_a_weekend_leaves_the_minutes_that_were_left() {
        Instant deadline = FIVE.deadline(wib("2026-11-20T15:00"), TimeStandard.parse("2 jam 15 menit"));
        Duration left = FIVE.remaining(wib("2026-11-20T15:30"), deadline, TimeStandard.Basis.WORKING_TIME);

        assertThat(left).isEqualTo(Duration.ofMinutes(105));
        assertThat(FIVE.resume(wib("2026-11-23T11:00"), left, TimeStandard.Basis.WORKING_TIME))
                .isEqualTo(wib("2026-11-23T13:45"));
    }

    @Test
    void who_was_late_before_a_pause_is_as_late_after_it() {
        Duration late =
                FIVE.remaining(wib("2026-11-23T08:15"), wib("2026-11-20T16:00"), TimeStandard.Basis.WORKING_TIME);

        assertThat(late).isEqualTo(Duration.ofMinutes(-75));
        Instant resumed = FIVE.resume(wib("2026-11-25T13:15"), late, TimeStandard.Basis.WORKING_TIME);
        assertThat(resumed).isEqualTo(wib("2026-11-25T11:00"));
    }

    @Test
    void a_deadline_met_in_the_evening_still_is_that_of_the_afternoon_after_a_pause() {
        Instant afternoon = wib("2026-11-23T16:00");
        Instant evening = wib("2026-11-23T20:00");

        assertThat(FIVE.remaining(evening, afternoon, TimeStandard.Basis.WORKING_TIME))
                .isZero();
        assertThat(FIVE.resume(evening, Duration.ZERO, TimeStandard.Basis.WORKING_TIME))
                .isEqualTo(afternoon);
    }

    @Test
    void a_special_period_holds_from_its_first_to_its_last_day_and_the_later_one_counts() {
        WorkCalendar calendar = WorkCalendar.of(CalendarFileTest.valid("""
                        nama: Uji
                        zona: WIB
                        jam: {senin-jumat: 08.00-12.00}
                        masa_khusus:
                          - {nama: A, dari: 2026-11-24, sampai: 2026-11-26, jam: {senin-jumat: 08.00-10.00}}
                          - {nama: B, dari: 2026-11-26, sampai: 2026-11-26, jam: {senin-jumat: 08.00-09.00}}
                        """), List.of());

        assertThat(LocalDate.of(2026, 11, 23).datesUntil(LocalDate.of(2026, 11, 28)))
                .map(day -> calendar.hours(day).getFirst().length().toHours())
                .containsExactly(4L, 2L, 2L, 1L, 4L);
    }

    @Test
    void a_calendar_without_working_time_says_so_instead_of_searching_for_ever() {
        WorkCalendar never = WorkCalendar.of(
                new CalendarDefinition(
                        "Kosong", TimeZones.WIB, new Week(Map.of()), true, List.of(), List.of(), List.of(), List.of()),
                List.of());
        Instant now = wib("2026-11-23T10:00");

        assertThat(never.isWorking(now)).isFalse();
        assertThat(never.workingBetween(now, now.plus(Duration.ofDays(30)))).isZero();
        assertThat(never.workingDays(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
                .isZero();
        assertThat(never.span(now, now.plus(Duration.ofDays(30)))).isEqualTo(new WorkingSpan(false, 0, Duration.ZERO));
        assertThat(never.deadline(now, TimeStandard.parse("1 x 24 jam"))).isEqualTo(wib("2026-11-24T10:00"));
        for (String standard : List.of("15 menit", "3 hari kerja", "1 x 24 jam hari kerja"))
            assertThatExceptionOfType(NoWorkingTimeException.class)
                    .isThrownBy(() -> never.deadline(now, TimeStandard.parse(standard)))
                    .withMessageStartingWith("Kalender \"Kosong\" tidak memiliki cukup jam kerja sesudah");
        assertThatExceptionOfType(NoWorkingTimeException.class).isThrownBy(() -> never.nextWorking(now));
        assertThatExceptionOfType(NoWorkingTimeException.class)
                .isThrownBy(() -> never.resume(now, Duration.ofMinutes(-5), TimeStandard.Basis.WORKING_TIME))
                .withMessageContaining("sebelum");
    }

    @Test
    void one_open_day_in_all_time_is_found() {
        LocalDate only = LocalDate.of(2150, 6, 1);
        WorkCalendar once = WorkCalendar.of(
                new CalendarDefinition(
                        "x",
                        TimeZones.WIT,
                        new Week(Map.of()),
                        true,
                        List.of(),
                        List.of(),
                        List.of(new OpenDay(only, "x", List.of(new Interval(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)))),
                        List.of()),
                List.of());

        assertThat(once.deadline(wib("2026-11-23T10:00"), TimeStandard.parse("1 hari kerja")))
                .isEqualTo(only.plusDays(1).atStartOfDay(TimeZones.WIT).toInstant());
        assertThat(once.span(wib("2026-11-23T10:00"), wib("2160-01-01T10:00")))
                .isEqualTo(new WorkingSpan(false, 1, Duration.ZERO));
        assertThatExceptionOfType(NoWorkingTimeException.class)
                .isThrownBy(() -> once.addWorking(wib("2026-11-23T10:00"), Duration.ofHours(25)));
    }

    @ParameterizedTest
    @CsvSource({
        "1969-12-31T16:59:59Z",
        "2199-12-31T17:00:00Z",
        "-1000000000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59Z"
    })
    void years_that_no_calendar_computes_are_refused(Instant far) {
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> FIVE.deadline(far, TimeStandard.parse("15 menit")))
                .withMessageStartingWith("Kalender hanya menghitung tahun 1970 sampai 2199");
    }

    @Test
    void many_threads_may_ask_a_fresh_calendar_at_once() throws Exception {
        WorkCalendar fresh = WorkCalendar.of(FIVE_DAYS, Holidays.bundled());
        Instant start = wib("2025-01-02T10:00");
        Duration threeYears = FIVE.workingBetween(start, wib("2027-12-30T10:00"));
        List<Future<Instant>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 200; i++) answers.add(threads.submit(() -> fresh.addWorking(start, threeYears)));
        }
        for (Future<Instant> answer : answers) assertThat(answer.get()).isEqualTo(wib("2027-12-30T10:00"));
    }

    static Instant wib(String local) {
        return LocalDateTime.parse(local).atZone(TimeZones.WIB).toInstant();
    }
}
