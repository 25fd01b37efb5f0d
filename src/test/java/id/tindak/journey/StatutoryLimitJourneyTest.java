package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The limits that the law sets beside the SOP's own time: on the case, on the desk when one runs out, and made longer once where the law allows it (UU 14/2008 Pasal 22). */
@JourneyTest
class StatutoryLimitJourneyTest {

    private static final String EXTEND = "form[action$=/perpanjang-batas]";

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    Walk walk;

    @BeforeEach
    void found() {
        clock.setWib("2026-11-23T09:00"); // a Monday
        walk = new Walk(world, "demo/cilacap.yaml");
    }

    @Test
    void aRequestForInformationIsAnsweredInTenWorkingDaysAndSevenMoreOnceWithAReason() {
        walk.file(
                "jenis", "informasi",
                "judul", "Anggaran perbaikan jalan",
                "uraian", "Mohon salinan anggaran perbaikan jalan tahun 2026.",
                "maksud", "Untuk penelitian.",
                "nama", "Tarisha",
                "alamat", "Dusun Wadas",
                "hp", "0812-0000-4455",
                "email", "tarisha@contoh.invalid");
        assertThat(limits()).contains("Permintaan informasi dijawab", "sampai 7 Desember", "UU 14/2008 Pasal 22");
        Http.Shown page = walk.show("ratna");
        Http.Shown refused = page.submit(EXTEND, "alasan", "");
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.page().select("details[open] " + EXTEND))
                .as("stays open")
                .hasSize(1);
        Http.Shown done = page.submit(EXTEND, "alasan", "Datanya dikumpulkan dari tujuh kecamatan.");
        assertThat(done.text()).contains("Pelapor diberi tahu", "memperpanjang batas waktu menurut aturan");
        assertThat(limits()).contains("sampai 16 Desember");
        assertThat(walk.show("ratna").page().select(EXTEND)).as("once").isEmpty();
        Http.Shown twice = page.submit(EXTEND, "alasan", "Sekali lagi.");
        assertThat(twice.text()).contains("sudah pernah diperpanjang");
        assertThat(walk.tracked().text())
                .contains("7 hari kerja lagi, sampai 16 Desember 2026", "Datanya dikumpulkan dari tujuh kecamatan.");
        assertThat(limits()).contains("sampai 16 Desember");
    }

    @Test
    void aComplaintHasNothingToExtendAndTheDeskSaysWhenTheLawsTimeRunsOut() {
        walk.file(
                "jenis", "pengaduan",
                "judul", "Lampu padam",
                "uraian", "Lampu jalan padam sejak kemarin malam.",
                "nama", "Tarisha",
                "alamat", "Dusun Wadas",
                "hp", "0812-0000-4455");
        assertThat(walk.show("ratna").page().select(EXTEND)).isEmpty();
        assertThat(walk.desk("ratna")).doesNotContain("Batas aturan");
        clock.setWib("2026-11-30T09:00"); // three working days to forward it are over
        assertThat(walk.desk("ratna")).contains("Batas aturan: terlambat");
    }

    private String limits() {
        return walk.show("ratna").page().select("section:has(#batas)").stream()
                .map(org.jsoup.nodes.Element::text)
                .collect(Collectors.joining());
    }
}
