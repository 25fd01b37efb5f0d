package id.tindak.lapor;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.agency.Category;
import id.tindak.agency.Settings;
import id.tindak.complaint.Privacy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one row of an export tells, and what cannot be taken of it. */
class RowReaderTest {

    private static final RowReader.Rules RULES = new RowReader.Rules(
            ZoneId.of("Asia/Jakarta"),
            Instant.parse("2026-11-23T02:00:00Z"),
            List.of("pengaduan", "aspirasi", "informasi"),
            List.of(new Category("pju", "Penerangan jalan", true, null, true, false)),
            States.of(new Settings(Map.of())),
            false);

    @ParameterizedTest
    @CsvSource(
            value = {
                "tidak|tidak|TERBUKA",
                "Ya|Tidak|IDENTITAS_DISEMBUNYIKAN",
                "Tidak|Ya|RAHASIA",
                "Ya|Ya|RAHASIA",
                "''|''|IDENTITAS_DISEMBUNYIKAN",
                "tidak|''|IDENTITAS_DISEMBUNYIKAN",
                "mungkin|mungkin|IDENTITAS_DISEMBUNYIKAN",
                "0|0|TERBUKA",
                "false|publik|TERBUKA"
            },
            delimiter = '|')
    void whatIsNotPlainlyOpenIsHidden(String anonymous, String secret, Privacy privacy) {
        assertThat(taken("NOMOR", "8123456", "ISI", "a", "ANONIM", anonymous, "RAHASIA", secret)
                        .privacy())
                .isEqualTo(privacy);
    }

    @Test
    void withoutTheColumnsTheIdentityIsHidden() {
        assertThat(taken("NOMOR", "8123456", "ISI", "a").privacy()).isEqualTo(Privacy.IDENTITAS_DISEMBUNYIKAN);
        assertThat(taken("NOMOR", "8123456", "ISI", "a", "ANONIM", "Tidak").privacy())
                .as("whether the text is secret is not said")
                .isEqualTo(Privacy.IDENTITAS_DISEMBUNYIKAN);
        assertThat(taken("NOMOR", "8123456", "ISI", "a", "RAHASIA", "Publik").privacy())
                .as("one column for both")
                .isEqualTo(Privacy.TERBUKA);
        assertThat(taken("NOMOR", "8123456", "ISI", "a", "RAHASIA", "Anonim").privacy())
                .isEqualTo(Privacy.IDENTITAS_DISEMBUNYIKAN);
        assertThat(taken(
                                "NOMOR",
                                "8123456",
                                "ISI",
                                "a",
                                "ANONIM",
                                "0",
                                "RAHASIA",
                                "0",
                                "KLASIFIKASI",
                                "Whistle Blowing System")
                        .privacy())
                .isEqualTo(Privacy.RAHASIA);
    }

    @Test
    void kindCategoryAndTitleAreTheAgencysOwn() {
        Reported told = taken(
                "NOMOR",
                "8123456",
                "ISI",
                "Lampu padam. Sejak Jumat.",
                "KLASIFIKASI",
                "Permintaan Informasi",
                "KATEGORI",
                "penerangan JALAN");
        assertThat(told.kind()).isEqualTo("informasi");
        assertThat(told.category()).isEqualTo("pju");
        assertThat(told.title()).isEqualTo("Lampu padam");
        assertThat(taken("NOMOR", "8123456", "ISI", "a", "KLASIFIKASI", "Lainnya")
                        .kind())
                .isEqualTo("pengaduan");
    }

    @Test
    void aPlaceholderIsNoName() {
        assertThat(taken("NOMOR", "8123456", "ISI", "a", "NAMA", "Anonim").name())
                .isNull();
        assertThat(taken("NOMOR", "8123456", "ISI", "a", "NAMA", "Wati").name()).isEqualTo("Wati");
    }

    @Test
    void whatCannotBeTakenSaysWhy() {
        assertThat(read("NOMOR", "", "ISI", "a").reason()).isEqualTo("bridge.row.no-number");
        assertThat(read("NOMOR", "tidak ada", "ISI", "a").reason()).isEqualTo("bridge.row.number");
        assertThat(read("NOMOR", "8123456", "ISI", " ").reason()).isEqualTo("bridge.row.no-text");
        assertThat(read("NOMOR", "8123456", "ISI", "a".repeat(10_001)).reason()).isEqualTo("bridge.row.text-long");
        assertThat(read("NOMOR", "8123456", "ISI", "a", "TANGGAL", "kemarin").reason())
                .isEqualTo("bridge.row.date");
        assertThat(read("NOMOR", "8123456", "ISI", "a", "TANGGAL", "24/11/2026").reason())
                .isEqualTo("bridge.row.ahead");
        assertThat(read("NOMOR", "8123456", "ISI", "a", "TANGGAL", "12/11/1926").reason())
                .isEqualTo("bridge.row.long-ago");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "8123456|8123456",
                "#8123456|8123456",
                "'08123456|08123456",
                "8123456.0|8123456",
                "Tracking ID: 8123456|8123456",
                "lpr-2026/77|LPR-2026/77",
                " 81 23 456 |8123456"
            },
            quoteCharacter = '"',
            delimiter = '|')
    void aNumberIsWrittenOneWay(String typed, String number) {
        assertThat(TrackingId.read(typed)).contains(new TrackingId(number));
    }

    @Test
    void aForgottenNumberIsRecognisedAndNotRead() {
        TrackingId id = new TrackingId("8123456");
        assertThat(id.afterErasure(7)).doesNotContain("8123456").isNotEqualTo(id.afterErasure(8));
        assertThat(new TrackingId(id.afterErasure(7)).erased()).isTrue();
    }

    private static Reported taken(String... cells) {
        RowReader.Read read = read(cells);
        assertThat(read.reason()).isNull();
        return read.report();
    }

    private static RowReader.Read read(String... cells) {
        List<Optional<Column>> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < cells.length; i += 2) {
            columns.add(Optional.of(Column.valueOf(cells[i])));
            values.add(cells[i + 1]);
        }
        return new RowReader(columns, RULES).read(values);
    }
}
