package id.tindak.handling;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.agency.Officer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccusedTest {

    private static final List<Officer> OFFICERS = List.of(
            officer(1, "Drs. H. Bagus Setiawan, M.Si.", "198001012005011001"),
            officer(2, "Bagus Setiawan Putra", null),
            officer(3, "Ratna Wulandari", null),
            officer(4, "Suharto", null),
            officer(5, "Dra. Sri Wahyuni S.Sos", null));

    @Test
    void wholeNameCountsWithoutItsTitles() {
        assertThat(named("Bapak Bagus Setiawan dari loket 3")).containsExactly(1L);
        assertThat(named("BAGUS  SETIAWAN")).containsExactly(1L);
        assertThat(named("Ibu Hj. Ratna Wulandari, S.Sos.")).containsExactly(3L);
        assertThat(named("Bagus Setiawan Putra")).contains(2L);
    }

    @Test
    void aDegreeWithoutACommaIsNoPartOfTheName() {
        assertThat(named("Ibu Sri Wahyuni")).containsExactly(5L);
    }

    @Test
    void partOfANameIsAGuessAndNobodyIsExcludedForIt() {
        assertThat(named("Pak Bagus")).isEmpty();
        assertThat(named("petugas loket")).isEmpty();
        assertThat(named("")).isEmpty();
        assertThat(named("Setiawan Bagus")).isEmpty();
        assertThat(named("Bagus Setiawanto")).isEmpty();
    }

    @Test
    void singleNameCountsOnlyAlone() {
        assertThat(named("Pak Suharto")).containsExactly(4L);
        assertThat(named("anaknya Suharto Wijaya")).isEmpty();
    }

    @Test
    void employeeNumberCounts() {
        assertThat(named("NIP 19800101 200501 1 001")).containsExactly(1L);
        assertThat(named("NIP 19800101 200501 1 002")).isEmpty();
    }

    private static Set<Long> named(String text) {
        return Accused.in(text, OFFICERS);
    }

    private static Officer officer(long id, String name, String nip) {
        return new Officer(id, "o" + id, name, nip, null, null, LocalDate.of(2026, 1, 1), null, false, null);
    }
}
