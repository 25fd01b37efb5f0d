package id.tindak.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {

    private static final String HEAD = "tanggal,hari,jenis,keterangan,dasar\n";

    @ParameterizedTest
    @CsvSource({"2025, 17, 11", "2026, 17, 8", "2027, 18, 8"})
    void the_decreed_days_of_each_year_come_with_the_program(int year, int national, int jointLeave) {
        List<Holiday> days = Holidays.bundled().stream()
                .filter(day -> day.date().getYear() == year)
                .toList();

        assertThat(days).filteredOn(day -> day.kind() == Holiday.Kind.NATIONAL).hasSize(national);
        assertThat(days)
                .filteredOn(day -> day.kind() == Holiday.Kind.JOINT_LEAVE)
                .hasSize(jointLeave);
        assertThat(days)
                .extracting(Holiday::basis)
                .allSatisfy(basis -> assertThat(basis).startsWith("SKB "));
    }

    @Test
    void quoted_cells_keep_their_commas_and_quotes() {
        String csv = "\uFEFF" + HEAD + "\n2027-08-17,selasa,libur_nasional,\"Proklamasi, \"\"RI\"\"\",\"SKB 1, 2\"\r\n";

        assertThat(Holidays.read(new StringReader(csv)))
                .containsExactly(new Holiday(
                        LocalDate.of(2027, 8, 17), Holiday.Kind.NATIONAL, "Proklamasi, \"RI\"", "SKB 1, 2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            17-08-2027,Selasa,LIBUR_NASIONAL,x,y  | Baris 2: tanggal "17-08-2027" tidak dikenal.
            2027-08-17,Rabu,LIBUR_NASIONAL,x,y    | Baris 2: tanggal 2027-08-17 adalah hari Selasa, bukan "Rabu".
            2027-08-17,Selasa,LIBUR,x,y           | Baris 2: jenis "LIBUR" tidak dikenal.
            2027-08-17,Selasa,LIBUR_NASIONAL,,y   | Baris 2: keterangan belum diisi.
            2027-08-17,Selasa,LIBUR_NASIONAL,x    | Baris 2: harus berisi 5 kolom, bukan 4.
            2027-08-17,Selasa,LIBUR_NASIONAL,"x,y | Baris 2: tanda kutip tidak ditutup.
            """)
    void a_faulty_row_names_its_line(String row, String sentence) {
        assertThatThrownBy(() -> Holidays.read(new StringReader(HEAD + row + "\n")))
                .hasMessageStartingWith(sentence);
    }

    @Test
    void every_faulty_row_is_told() {
        String row = "2027-08-17,Selasa,LIBUR_NASIONAL,x,y\n";

        assertThatThrownBy(() -> Holidays.read(new StringReader(HEAD + row + row + "x,x,x,x,x\n")))
                .hasMessageMatching("(?s)Baris 3: tanggal 2027-08-17 sudah ada.*\nBaris 4: .*");
        assertThatThrownBy(() -> Holidays.read(new StringReader(""))).hasMessageStartingWith("Baris 1: judul kolom");
    }
}
