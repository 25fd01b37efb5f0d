package id.tindak.lapor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days and hours as exports and people write them. */
class WrittenTimeTest {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12/11/2026|2026-11-11T17:00:00Z",
                "2/1/2026|2026-01-01T17:00:00Z",
                "12-11-2026 08:15|2026-11-12T01:15:00Z",
                "12.11.2026 08.15|2026-11-12T01:15:00Z",
                "2026-11-12|2026-11-11T17:00:00Z",
                "2026-11-12 08:15:30|2026-11-12T01:15:30Z",
                "2026-11-12T08:15|2026-11-12T01:15:00Z",
                "2026-11-12T08:15:30+07:00|2026-11-12T01:15:30Z",
                "2026-11-12T01:15:30Z|2026-11-12T01:15:30Z",
                "12 November 2026 08:15|2026-11-12T01:15:00Z",
                "12 Nov 2026|2026-11-11T17:00:00Z",
                "Kamis, 12 November 2026 pukul 08.15 WIB|2026-11-12T01:15:00Z",
                "Jum'at, 13 November 2026 08:15|2026-11-13T01:15:00Z",
                "12 Agustus 2026, 08:15 WITA|2026-08-12T00:15:00Z",
                "12 Desember 2026 08:15 WIT|2026-12-11T23:15:00Z",
                "46338|2026-11-11T17:00:00Z",
                "46338.34375|2026-11-12T01:15:00Z",
                "46338,34375|2026-11-12T01:15:00Z"
            })
    void isRead(String written, Instant meant) {
        assertThat(WrittenTime.read(written, JAKARTA)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kemarin",
                "11/23/2026",
                "31/02/2026",
                "12/11/26",
                "12 Brumaire 2026",
                "2026-13-01",
                "12/11/2026 25:00",
                "99999999",
                "1234",
                "12/11",
                "0/0/2026",
                "=TODAY()"
            })
    void isNotGuessed(String written) {
        assertThat(WrittenTime.read(written, JAKARTA)).isEmpty();
    }

    @Test
    void theDayStandsBeforeTheMonth() {
        assertThat(WrittenTime.read("03/04/2026", JAKARTA)).contains(Instant.parse("2026-04-02T17:00:00Z"));
    }
}
