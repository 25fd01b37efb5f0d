package id.tindak.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {

    private static final TimeWords ID = new TimeWords(TimeZones.WIB, "id");
    private static final TimeWords EN = new TimeWords(TimeZones.WIB, "en");
    private static final WorkCalendar FIVE =
            WorkCalendar.of(CalendarFileTest.valid(CalendarFile.bundled("lima-hari")), Holidays.bundled());

    @ParameterizedTest
    @CsvSource({
        "PT12M, 12 menit, 12 minutes",
        "PT2H15M, 2 jam 15 menit, 2 hours 15 minutes",
        "PT1H, 1 jam, 1 hour",
        "PT1M59S, 1 menit, 1 minute",
        "PT50H, 50 jam, 50 hours",
        "-PT45M, 45 menit, 45 minutes",
        "PT59S, kurang dari 1 menit, less than a minute",
        "PT0S, kurang dari 1 menit, less than a minute"
    })
    void a_duration_is_said_in_hours_and_whole_minutes(Duration time, String indonesian, String english) {
        assertThat(ID.duration(time)).isEqualTo(indonesian);
        assertThat(EN.duration(time)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-16T10:21, 2026-11-18T16:00, 2 hari kerja 4 jam 39 menit, 2 working days 4 hours 39 minutes",
        "2026-11-16T16:00, 2026-11-18T16:00, 2 hari kerja, 2 working days",
        "2026-11-16T07:30, 2026-11-18T16:00, 3 hari kerja, 3 working days",
        "2026-11-13T20:00, 2026-11-18T16:00, 3 hari kerja, 3 working days",
        "2026-11-18T10:00, 2026-11-18T16:00, 5 jam, 5 hours",
        "2026-11-16T10:30, 2026-11-18T10:30, 2 hari kerja, 2 working days",
        "2026-11-16T14:00, 2026-11-18T09:30, 1 hari kerja 4 jam, 1 working day 4 hours",
        "2026-11-16T08:30, 2026-11-18T15:00, 2 hari kerja 5 jam 30 menit, 2 working days 5 hours 30 minutes",
        "2026-11-18T16:00, 2026-11-16T10:21, 2 hari kerja 4 jam 39 menit, 2 working days 4 hours 39 minutes",
        "2026-11-18T16:00, 2026-11-18T20:00, kurang dari 1 menit, less than a minute"
    })
    void time_counted_in_working_days_is_said_in_whole_working_days_and_the_rest(
            String now, String deadline, String indonesian, String english) {
        Instant a = WorkCalendarTest.wib(now);
        Instant b = WorkCalendarTest.wib(deadline);

        assertThat(ID.between(a, b, TimeStandard.Basis.WORKING_DAYS, FIVE)).isEqualTo(indonesian);
        assertThat(EN.between(a, b, TimeStandard.Basis.WORKING_DAYS, FIVE)).isEqualTo(english);
    }

    @Test
    void only_working_days_and_long_wall_clock_times_are_said_in_days() {
        Instant a = WorkCalendarTest.wib("2026-11-16T10:00");
        Instant b = WorkCalendarTest.wib("2026-11-23T13:30");

        assertThat(ID.between(a, b, TimeStandard.Basis.WORKING_TIME, FIVE)).isEqualTo("40 jam");
        assertThat(ID.between(a, b, TimeStandard.Basis.WALL_CLOCK, FIVE)).isEqualTo("7 hari 3 jam");
        assertThat(ID.between(b, a, TimeStandard.Basis.WALL_CLOCK, FIVE)).isEqualTo("7 hari 3 jam");
        assertThat(ID.between(a, b, TimeStandard.Basis.WALL_CLOCK_OPEN_DAYS, FIVE))
                .isEqualTo("123 jam 30 menit");
    }

    @Test
    void a_paused_clock_says_what_it_has_left_in_the_same_words() {
        Instant now = WorkCalendarTest.wib("2026-11-16T10:21");
        Duration left = Duration.ofMinutes(19 * 60 + 39);

        assertThat(ID.left(now, left, TimeStandard.Basis.WORKING_DAYS, FIVE)).isEqualTo("2 hari kerja 4 jam 39 menit");
        assertThat(ID.left(now, left.negated(), TimeStandard.Basis.WORKING_TIME, FIVE))
                .isEqualTo("19 jam 39 menit");
    }

    @ParameterizedTest
    @CsvSource({
        "2 jam 15 menit, 2 hours 15 minutes",
        "1 x 24 jam, 24 hours",
        "30 hari, 30 days",
        "1 x 24 jam hari kerja, 24 hours of working days",
        "3 hari kerja, 3 working days"
    })
    void a_time_standard_is_said_as_written_and_in_English(String text, String english) {
        assertThat(ID.standard(TimeStandard.parse(text))).isEqualTo(text);
        assertThat(EN.standard(TimeStandard.parse(text))).isEqualTo(english);
    }

    @Test
    void the_service_hours_of_a_week_are_one_phrase() {
        Week five = CalendarFileTest.valid(CalendarFile.bundled("lima-hari")).week();
        Week split = new Week(Map.of(
                DayOfWeek.MONDAY, hours(8, 12), DayOfWeek.WEDNESDAY, hours(8, 12), DayOfWeek.THURSDAY, hours(8, 0)));

        assertThat(ID.week(five)).isEqualTo("Senin–Kamis pukul 07.30–16.00 dan Jumat pukul 07.30–16.30 WIB");
        assertThat(EN.week(five)).isEqualTo("Monday–Thursday 07:30–16:00 and Friday 07:30–16:30 WIB");
        assertThat(ID.week(split))
                .isEqualTo("Senin pukul 08.00–12.00, Rabu pukul 08.00–12.00, dan Kamis pukul 08.00–24.00 WIB");
        assertThat(ID.week(new Week(Map.of()))).isEqualTo("tutup");
        assertThat(ID.interval(new Interval(LocalTime.of(13, 0), LocalTime.MIDNIGHT)))
                .isEqualTo("13.00–24.00");
    }

    private static List<Interval> hours(int from, int to) {
        return List.of(new Interval(LocalTime.of(from, 0), LocalTime.of(to, 0)));
    }
}
