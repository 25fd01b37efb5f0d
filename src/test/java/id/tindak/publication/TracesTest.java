package id.tindak.publication;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.complaint.Reporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks personal in a text that is to be published. */
class TracesTest {

    private static final Reporter NOBODY = Reporter.person(null, null, null, null);

    private static List<String> found(String text) {
        return found(text, NOBODY);
    }

    private static List<String> found(String text, Reporter reporter) {
        return Traces.in(text, reporter).stream()
                .map(t -> t.kind() + " " + t.in(text))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NIK saya 3301010101900001 mohon dicek | NIK 3301010101900001
            NIK 3301 0101 0190 0001 | NIK 3301 0101 0190 0001
            WA 0812-0000-0000 ya | TELEPON 0812-0000-0000
            hubungi +62 812 0000 0000. | TELEPON +62 812 0000 0000
            o8120000000 kosong | TELEPON o8120000000
            telepon (0293) 555123 | TELEPON (0293) 555123
            surel aminah@contoh.id ya | SUREL aminah@contoh.id
            truk R 1234 AB ngebut | PELAT R 1234 AB
            motor ab1234xyz ngebut | PELAT ab1234xyz
            kata Pak Slamet begitu | NAMA Slamet
            nama saya tarisha kalindra dari desa | NAMA tarisha kalindra
            oleh Bapak Lurah Sutrisno kemarin | NAMA Sutrisno
            rekening BRI 0012 01 000123 50 7 | NOMOR 0012 01 000123 50 7
            lahir di Kebumen, 12-03-1990 | LAHIR 12-03-1990
            Alamat saya Jl. Kenanga No. 12 RT 02/RW 05, mohon segera | ALAMAT Jl. Kenanga No. 12 RT 02/RW 05
            IG: @aminah.88 | AKUN @aminah.88
            """)
    void isPointedOut(String text, String one) {
        assertThat(found(text)).containsExactly(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bapak Bupati yang terhormat",
                "Ibu Kepala Dinas Pendidikan",
                "Jalan Jenderal Sudirman rusak 2 km",
                "Surat nomor 300.1/020/419.117/2024",
                "biaya Rp 1.500.000 untuk 30 orang",
                "pukul 07.30–16.00, Senin 23 November 2026",
                "Lampu mati di Gang Melati RT 03",
                "Masjid Al Hidayah",
                "Pak RT sudah lapor"
            })
    void isNothingPersonal(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void theReportersOwnDataAreFoundHoweverTheyAreWritten() {
        Reporter r = Reporter.person("Kalindra Tarumanegara", "Dusun Wadas", "+62 812 3456 7890", "kalindra@contoh.id");
        assertThat(found("saya kalindra, 081234567890, dusun  wadas", r))
                .containsExactly("NAMA kalindra", "TELEPON 081234567890", "ALAMAT dusun  wadas");
    }

    @Test
    void whatIsMaskedIsNotInTheTextAndWhatIsLeftOpenIs() {
        String text = "Kata Pak Slamet, hubungi 081234567890 atau Pak Warno.";
        String masked = Masking.masked(text, NOBODY, Set.of("warno"));
        assertThat(masked).isEqualTo("Kata Pak ⟦NAMA⟧, hubungi ⟦TELEPON⟧ atau Pak Warno.");
        assertThat(Masking.parts(masked).stream().map(Masking.Part::text).collect(Collectors.joining("|")))
                .isEqualTo("Kata Pak ||, hubungi || atau Pak Warno.");
        assertThat(Masking.typed("⟦NAMA⟧")).isEqualTo("NAMA");
    }

    /** The figure that the documentation names; of the names half stand in no list. */
    @Test
    void ofThePersonalDataInAThousandInventedTextsNearlyAllIsFound() {
        Map<Trace.Kind, int[]> counts =
                PlantedTexts.counted(PlantedTexts.planted(1000), text -> Traces.in(text, NOBODY));
        counts.forEach((kind, c) -> System.out.printf("%s: %d of %d%n", kind, c[1], c[0]));
        int planted = counts.values().stream().mapToInt(c -> c[0]).sum();
        int found = counts.values().stream().mapToInt(c -> c[1]).sum();
        System.out.printf("all: %d of %d%n", found, planted);
        assertThat(found * 100 / planted).isGreaterThanOrEqualTo(96);
    }

    @Test
    void inTextsWithoutPersonalDataHardlyAnythingIsPointedOut() {
        List<String> texts = PlantedTexts.clean();
        List<String> wrong = texts.stream().flatMap(t -> found(t).stream()).toList();
        assertThat(wrong).hasSizeLessThanOrEqualTo(texts.size() / 8);
    }
}
