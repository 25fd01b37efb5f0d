package id.tindak.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;

import id.tindak.sop.Periodic.Every;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Stretches of the calendar that periodic work covers. */
class PeriodTest {

    @Test
    void codesSayWhichStretchItIs() {
        LocalDate day = LocalDate.parse("2026-11-23");
        assertThat(Period.of(Every.WEEK, day).code()).isEqualTo("2026-W48");
        assertThat(Period.of(Every.MONTH, day).code()).isEqualTo("2026-11");
        assertThat(Period.of(Every.QUARTER, day).code()).isEqualTo("2026-T4");
        assertThat(Period.of(Every.HALF_YEAR, day).code()).isEqualTo("2026-S2");
        assertThat(Period.of(Every.YEAR, day).code()).isEqualTo("2026");
        assertThat(Period.of(Every.WEEK, LocalDate.parse("2027-01-01")).code()).isEqualTo("2026-W53");
    }

    @Test
    void aPeriodIsOverFromTheDayAfterItsLastOn() {
        Period november = Period.of(Every.MONTH, LocalDate.parse("2026-11-23"));
        assertThat(november.over(LocalDate.parse("2026-11-30"))).isFalse();
        assertThat(november.over(LocalDate.parse("2026-12-01"))).isTrue();
    }

    @Test
    void periodsFollowEachOtherWithoutGapAndEveryDayIsInOne() {
        qt().forAll(arbitrary().enumValues(Every.class), integers().between(0, 5_000))
                .checkAssert((every, days) -> {
                    LocalDate day = LocalDate.of(2020, 1, 1).plusDays(days);
                    Period p = Period.of(every, day);
                    assertThat(p.first()).isBeforeOrEqualTo(day);
                    assertThat(p.next().first()).isAfter(day);
                    assertThat(Period.of(every, p.next().first())).isEqualTo(p.next());
                    assertThat(p.next().code()).isNotEqualTo(p.code());
                });
    }

    @Test
    void aCodeReadsBackAsThePeriodThatWroteIt() {
        qt().forAll(arbitrary().enumValues(Every.class), integers().between(0, 5_000))
                .checkAssert((every, days) -> {
                    Period p = Period.of(every, LocalDate.of(2020, 1, 1).plusDays(days));
                    assertThat(Period.parse(p.code())).contains(p);
                    assertThat(p.next().previous()).isEqualTo(p);
                    assertThat(p.last().plusDays(1)).isEqualTo(p.next().first());
                });
        for (String no : new String[] {"2026-13", "2026-00", "2026-T5", "2026-S0", "2026-W54", "26-01", "", "2026-1"})
            assertThat(Period.parse(no)).as(no).isEmpty();
    }

    @Test
    void aQuarterHasItsThreeMonths() {
        assertThat(Period.parse("2026-T4").orElseThrow().months())
                .extracting(Period::code)
                .containsExactly("2026-10", "2026-11", "2026-12");
        assertThat(Period.parse("2026").orElseThrow().months()).hasSize(12);
    }
}
