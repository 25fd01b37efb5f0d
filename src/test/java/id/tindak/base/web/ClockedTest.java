package id.tindak.base.web;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The bar and the words of a clock, with the examples of the design guide. */
class ClockedTest {

    private final Times times = new Times(ZoneId.of("Asia/Jakarta"), "id");

    @Test
    void aClockIsNearWhenAtMostAThirdIsLeft() {
        assertThat(Clocked.running(ofMinutes(15), ofMinutes(6)).css()).isEmpty();
        assertThat(Clocked.running(ofMinutes(15), ofMinutes(5)).css()).isEqualTo("hampir");
        assertThat(Clocked.running(ofMinutes(15), ofMinutes(-1)).css()).isEqualTo("lewat");
        assertThat(Clocked.paused(ofMinutes(15), ofMinutes(9)).css()).isEqualTo("jeda");
        assertThat(Clocked.done(ofMinutes(15), ofMinutes(9)).css()).isEqualTo("selesai");
        assertThat(Clocked.done(ofMinutes(15), ofMinutes(19)).css()).isEqualTo("lewat");
    }

    @Test
    void whenLateThePromiseMarkMovesLeftAndTheDotStandsAtTheEnd() {
        Clocked late = Clocked.running(ofMinutes(60), ofMinutes(-45));
        assertThat(late.mark()).isEqualTo("57.1");
        assertThat(late.dot()).isEqualTo("100");
        Clocked inTime = Clocked.running(ofMinutes(15), ofMinutes(5));
        assertThat(inTime.mark()).isEqualTo("100");
        assertThat(inTime.dot()).isEqualTo("66.7");
        assertThat(Clocked.running(Duration.ZERO, Duration.ZERO).dot()).isEqualTo("0");
    }

    @Test
    void workingTimeIsToldInHoursAndMinutesAndWallTimeInDays() {
        assertThat(times.working(ofMinutes(135))).isEqualTo("2 jam 15 menit");
        assertThat(times.working(ofHours(37))).isEqualTo("37 jam");
        assertThat(times.working(Duration.ofSeconds(40))).isEqualTo("kurang dari 1 menit");
        assertThat(times.wall(ofHours(76))).isEqualTo("3 hari 4 jam");
        assertThat(times.wall(ofHours(24))).isEqualTo("1 hari");
    }

    @Test
    void momentsAreToldInTheZoneOfTheAgency() {
        Instant t = Instant.parse("2026-11-23T03:05:00Z");
        assertThat(times.longMoment(t)).isEqualTo("Senin, 23 November 2026 pukul 10.05 WIB");
        assertThat(times.iso(t)).isEqualTo("2026-11-23T10:05+07:00");
        assertThat(new Times(ZoneId.of("Asia/Makassar"), "id").time(t)).isEqualTo("11.05 WITA");
        assertThat(new Times(ZoneId.of("Asia/Jayapura"), "en").time(t)).isEqualTo("12:05 WIT");
        assertThat(times.near(t, t.plus(ofHours(3)))).isEqualTo("10.05");
        assertThat(times.near(t, t.plus(ofHours(30)))).isEqualTo("23 November, 10.05");
        assertThat(times.number(1_234_567)).isEqualTo("1.234.567");
        assertThat(times.size(1_240_000)).isEqualTo("1,2 MB");
    }
}
