package id.tindak.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFileTest {

    private static final String FRAME = """
            nama: Uji
            zona: WITA
            jam:
              senin-jumat: 08.00-16.00, istirahat 12.00-13.00
            """;

    @ParameterizedTest
    @CsvSource({"lima-hari, 5", "enam-hari, 6"})
    void the_calendars_that_come_with_the_program_hold_37_and_a_half_hours_and_in_Ramadan_32_and_a_half(
            String name, int days) {
        CalendarDefinition definition = valid(CalendarFile.bundled(name));

        assertThat(definition.week().days()).hasSize(days);
        assertThat(definition.week().length()).isEqualTo(Duration.ofMinutes(37 * 60 + 30));
        assertThat(definition.periods()).hasSize(2).allSatisfy(ramadan -> {
            assertThat(ramadan.name()).startsWith("Ramadan");
            assertThat(ramadan.week().length()).isEqualTo(Duration.ofMinutes(32 * 60 + 30));
        });
        assertThat(definition.periods().getLast().note()).contains("sidang isbat");
        assertThat(definition.jointLeaveCloses()).isTrue();
        assertThat(definition.zone()).isEqualTo(TimeZones.WIB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lima-hari", "enam-hari"})
    void a_written_calendar_reads_back_as_the_same(String name) {
        CalendarDefinition definition = valid(CalendarFile.bundled(name));

        assertThat(valid(CalendarFile.write(definition))).isEqualTo(definition);
    }

    @Test
    void every_word_is_understood() {
        CalendarDefinition definition = valid("""
                nama: "Kantor: Timur"
                zona: wit
                cuti_bersama: masuk
                jam:
                  Senin - Kamis: 7:30–12:00, 13.00-16.00
                  sabtu: 12.00-24.00, 00.00-12.00
                  minggu: libur
                masa_khusus:
                  - {nama: Pilkada, dari: 2026-11-25, sampai: 2026-11-26, jam: {rabu: 10.00-11.00}, catatan: menunggu SK}
                tutup:
                  - {tanggal: 2026-12-31, nama: Hari jadi}
                masuk:
                  - {tanggal: 2026-12-25, nama: Piket, jam: 08.00-10.00}
                  - {tanggal: 2026-12-24, nama: Piket}
                gangguan:
                  - {dari: 2026-11-23 10.00, sampai: "2026-11-23 12:30", alasan: Listrik padam, berita_acara: BA/12}
                """);

        assertThat(definition.zone()).isEqualTo(TimeZones.WIT);
        assertThat(definition.jointLeaveCloses()).isFalse();
        assertThat(definition.week().hours(DayOfWeek.TUESDAY))
                .containsExactly(
                        new Interval(LocalTime.of(7, 30), LocalTime.NOON),
                        new Interval(LocalTime.of(13, 0), LocalTime.of(16, 0)));
        assertThat(definition.week().hours(DayOfWeek.SATURDAY))
                .containsExactly(new Interval(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                .allSatisfy(day -> assertThat(day.length()).isEqualTo(Duration.ofHours(24)));
        assertThat(definition.week().days()).doesNotContainKeys(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY);
        assertThat(definition.disturbances()).singleElement().satisfies(down -> {
            assertThat(down.from()).isEqualTo("2026-11-23T01:00:00Z");
            assertThat(down.to()).isEqualTo("2026-11-23T03:30:00Z");
            assertThat(down.record()).isEqualTo("BA/12");
        });
        assertThat(definition.closedDays())
                .containsExactly(new CalendarDefinition.ClosedDay(LocalDate.of(2026, 12, 31), "Hari jadi"));
        assertThat(valid(CalendarFile.write(definition))).isEqualTo(definition);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            liburan: ya                                              | 5 | Kata "liburan" tidak dikenal di sini.
            nama: Lagi                                               | 5 | Kata "nama" sudah ditulis di atas.
            cuti_bersama: kadang                                     | 5 | "cuti_bersama" harus berisi libur atau masuk
            tutup: 2026-12-31                                        | 5 | "tutup" harus berupa daftar
            tutup: [{tanggal: 31-12-2026, nama: x}]                  | 5 | Tanggal "31-12-2026" tidak dikenal
            tutup: [{tanggal: 2026-02-30, nama: x}]                  | 5 | Tanggal "2026-02-30" tidak dikenal
            tutup: [{tanggal: 2026-12-31}]                           | 5 | "nama" belum diisi.
            tutup: [2026-12-31]                                      | 5 | Di sini harus ada daftar kata dan isinya: tanggal, nama.
            masuk: [{tanggal: 2026-12-26, nama: x}]                  | 5 | Hari Sabtu, 2026-12-26, biasanya libur. Tulis jam kerjanya
            masuk: [{tanggal: 2026-12-25, nama: x, jam: libur}]      | 5 | Hari Jumat, 2026-12-25, biasanya libur.
            masuk: [{tanggal: 2026-12-25, nama: x, jam: pagi}]       | 5 | Jam "pagi" tidak dikenal.
            gangguan: [{dari: kemarin, sampai: 2026-11-23 10.00, alasan: x}]          | 5 | Waktu "kemarin" tidak dikenal.
            gangguan: [{dari: 2026-11-23 10.00, sampai: 2026-11-23 10.00, alasan: x}] | 5 | Gangguan harus berakhir sesudah mulai.
            masa_khusus: [{nama: R, dari: 2026-03-01, sampai: 2026-02-01, jam: {}}]   | 5 | Masa "R" berakhir sebelum mulai.
            masa_khusus: [{nama: R, dari: 2026-03-01, sampai: 2026-04-01}]            | 5 | "jam" belum diisi.
            masa_khusus: [{nama: R, dari: 2026-03-01, sampai: 2026-04-01, jam: {ahad: libur}}] | 5 | Hari "ahad" tidak dikenal.
            cuti_bersama: [                                          | 6 | Susunan YAML rusak di sini
            """)
    void a_fault_names_its_line_and_what_to_write(String line, int number, String sentence) {
        assertThat(faults(FRAME + line + "\n")).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(number);
            assertThat(fault.sentence()).startsWith(sentence);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            senin: 16.00-08.00                                | harus mulai sebelum selesai.
            senin: 08.00-25.00                                | memuat waktu yang tidak ada
            senin: 08.60-09.00                                | memuat waktu yang tidak ada
            senin: 08.00-12.00, 11.00-13.00                   | bertumpuk, atau istirahatnya di luar jam kerja.
            senin: 08.00-12.00, istirahat 12.00-13.00         | bertumpuk, atau istirahatnya di luar jam kerja.
            senin: istirahat 12.00-13.00                      | tidak dikenal.
            kamis-senin: 08.00-12.00                          | Hari "kamis-senin" tidak dikenal.
            """)
    void faulty_hours_name_their_line(String line, String sentence) {
        assertThat(faults("nama: Uji\nzona: WIB\njam:\n  " + line + "\n"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(4);
                    assertThat(fault.sentence()).contains(sentence);
                });
    }

    @Test
    void all_faults_are_told_at_once_in_the_order_of_their_lines() {
        assertThat(faults("""
                        zona: GMT
                        jam:
                          senin: 8-4
                          senin-selasa: 08.00-12.00
                          selasa: 08.00-12.00
                        tutup:
                          - {tanggal: 2026-12-31, nama: a}
                          - {tanggal: 2026-12-31, nama: b}
                        """)).extracting(CalendarFile.Fault::line).containsExactly(1, 1, 3, 5, 8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# kosong", "teks", "[1, 2]", "\u0000", "a: *b", "a: &x [*x]", "? [a]\n: b", "nama: {a: b}"})
    void whatever_is_uploaded_gives_faults(String yaml) {
        assertThat(faults(yaml)).isNotEmpty();
    }

    @Test
    void a_file_without_end_is_refused() {
        assertThat(faults("nama: " + "x".repeat(300_000))).isNotEmpty();
    }

    static CalendarDefinition valid(String yaml) {
        return assertThat(CalendarFile.read(yaml))
                .asInstanceOf(type(CalendarFile.Valid.class))
                .actual()
                .definition();
    }

    private static List<CalendarFile.Fault> faults(String yaml) {
        return assertThat(CalendarFile.read(yaml))
                .asInstanceOf(type(CalendarFile.Invalid.class))
                .actual()
                .faults();
    }
}
