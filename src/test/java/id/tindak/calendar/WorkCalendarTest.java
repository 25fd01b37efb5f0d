package id.tindak.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {
    private static final WorkCalendar FIVE =
            WorkCalendar.of(CalendarFileTest.valid(CalendarFile.bundled("lima-hari")), Holidays.bundled());

    @ParameterizedTest
    @CsvSource({"2025, 237", "2026, 240", "2027, 242"})
    void a_year_has_its_working_days(int year, int days) {
        assertThat(FIVE.workingDays(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                .isEqualTo(days);
    }
}
