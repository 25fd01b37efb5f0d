package id.tindak.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;

import id.tindak.calendar.TimeStandard;
import id.tindak.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** A clock whose beginning was written down wrongly (ralat of the time of receipt) is the clock that would have run from the right one. */
class CaseClockTest {

    private static final WorkCalendar CALENDAR = Filed.CALENDAR;
    private static final Instant MONDAY = Instant.parse("2026-03-09T02:17:00Z");

    private static final Gen<TimeStandard> STANDARDS = arbitrary()
            .pick("15 menit", "12 jam", "1 x 24 jam", "3 hari kerja", "14 hari kerja")
            .map(TimeStandard::parse);

    /** Any minute of the ten days before and after. */
    private static final Gen<Instant> STARTS =
            integers().between(-14_400, 14_400).map(m -> MONDAY.plus(Duration.ofMinutes(m)));

    @Test
    void oneThatRanWithoutABreakIsReckonedFromTheRightStart() {
        qt().forAll(STANDARDS, STARTS, STARTS)
                .checkAssert((standard, wrong, right) -> assertThat(
                                started(standard, wrong).begunAt(right, CALENDAR, 2))
                        .isEqualTo(CaseClock.start(1, "UJI", standard, "uji", true, false, right, CALENDAR, 2)));
    }

    @Test
    void whatWasLeftWhenItStoppedIsWhatWouldHaveBeenLeft() {
        qt().forAll(STANDARDS, STARTS, STARTS, integers().between(14_400, 30_000))
                .checkAssert((standard, wrong, right, later) -> {
                    Instant stop = MONDAY.plus(Duration.ofMinutes(later));
                    CaseClock corrected =
                            started(standard, wrong).stop(CALENDAR, stop).begunAt(right, CALENDAR, 1);
                    assertThat(corrected.remaining())
                            .isEqualTo(started(standard, right)
                                    .stop(CALENDAR, stop)
                                    .remaining());
                    assertThat(corrected.stoppedAt()).isEqualTo(stop);
                });
    }

    @Test
    void oneThatWaitedForTheReporterKeepsItsWait() {
        CaseClock waited = started(TimeStandard.parse("12 jam"), MONDAY)
                .pause(CALENDAR, Instant.parse("2026-03-09T03:17:00Z"))
                .resume(CALENDAR, Instant.parse("2026-03-11T02:17:00Z"), 1);
        CaseClock earlier = waited.begunAt(Instant.parse("2026-03-09T01:17:00Z"), CALENDAR, 1);
        Instant now = Instant.parse("2026-03-11T02:17:00Z");
        assertThat(earlier.remaining(CALENDAR, now))
                .isEqualTo(waited.remaining(CALENDAR, now).minusHours(1));
    }

    private static CaseClock started(TimeStandard standard, Instant at) {
        return CaseClock.start(1, "UJI", standard, "uji", true, false, at, CALENDAR, 1);
    }
}
