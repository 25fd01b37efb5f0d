package id.tindak.lapor;

import static id.tindak.lapor.Column.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the headings of an export are taken for. The headings here are invented: the real ones are not public. */
class ColumnTest {

    @Test
    void usualHeadingsAreKnown() {
        assertThat(guess("Tracking ID", "Judul Laporan", "Isi Laporan", "Tanggal Laporan", "Status", "Nama Pelapor"))
                .containsExactly(NOMOR, JUDUL, ISI, TANGGAL, KEADAAN, NAMA);
        assertThat(guess(
                        "No",
                        "No. Laporan",
                        "Uraian",
                        "Tgl Masuk",
                        "Status Tindak Lanjut",
                        "Pelapor",
                        "Anonim",
                        "Rahasia"))
                .containsExactly(null, NOMOR, ISI, TANGGAL, KEADAAN, NAMA, ANONIM, RAHASIA);
        assertThat(guess("trackingId", "isiLaporan", "createdAt", "isAnonymous", "klasifikasi", "kategori"))
                .containsExactly(NOMOR, ISI, TANGGAL, ANONIM, KLASIFIKASI, KATEGORI);
        assertThat(guess("ID_TRACKING", "DESKRIPSI", "LOKASI_KEJADIAN", "KECAMATAN", "KELURAHAN"))
                .containsExactly(NOMOR, ISI, LOKASI, KECAMATAN, DESA);
    }

    @Test
    void whatOnlySoundsAlikeIsLeftAlone() {
        assertThat(guess("Nama Instansi", "Nama Admin", "Tanggal Selesai", "Tanggal Disposisi", "Alamat Pelapor"))
                .containsOnlyNulls();
        assertThat(guess("Tanggal Laporan", "Tanggal Selesai", "Laporan", "Kategori Laporan", "Tracking ID"))
                .containsExactly(TANGGAL, null, ISI, KATEGORI, NOMOR);
        assertThat(guess("Status Anonim", "Status Rahasia", "Status Laporan"))
                .containsExactly(ANONIM, RAHASIA, KEADAAN);
    }

    @Test
    void noMeaningIsGivenTwice() {
        assertThat(guess("Isi", "Isi Laporan", "Uraian")).containsExactly(null, ISI, null);
    }

    @Test
    void whatAPersonSaidLastTimeCounts() {
        Map<String, String> remembered = Map.of("kolom x", "isi", "uraian", "");
        assertThat(Column.guess(List.of("Tracking ID", "Kolom X", "Uraian"), remembered).stream()
                        .map(c -> c.orElse(null)))
                .containsExactly(NOMOR, ISI, null);
    }

    private static List<Column> guess(String... headings) {
        return Arrays.asList(Column.guess(List.of(headings), Map.of()).stream()
                .map(c -> c.orElse(null))
                .toArray(Column[]::new));
    }
}
