package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Kota Mojokerto over real HTTP: verification, wrong scope, direct answer, the leader's answer with coordination, editor and publisher, refusal. Reminders (C1) stand elsewhere. */
@JourneyTest
class MojokertoJourneyTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    Walk walk;

    @BeforeEach
    void found() {
        clock.setWib("2026-11-23T09:00");
        walk = new Walk(world, "demo/mojokerto.yaml");
    }

    @Test
    void aMessageWithoutAnOfficeGoesToTheAdminThenTheWholeWayWithCoordination() {
        file("");
        walk.decide("galih", "", "tujuan", walk.unitId("DLH"));
        walk.decide("operator.dlh", "Tidak sesuai tupoksi", "teks", "Ini urusan Dinas PU.");
        walk.decide("operator.dlh", "", "teks", "Mohon dipindahkan ke Dinas PU.");
        walk.decide("galih", "Dipindahkan", "tujuan", walk.unitId("DPU"), "teks", "Trotoar milik Dinas PU.");
        assertThat(walk.desk("operator.dlh")).doesNotContain(walk.number);
        walk.decide("operator.dpu", "Sesuai tupoksi");
        walk.done("operator.dpu", "pejabat.dpu");
        walk.decide("kepala.dpu", "Telaahan perlu dilengkapi", "teks", "Sertakan foto.");
        walk.done("pejabat.dpu");
        walk.decide("kepala.dpu", "Perlu koordinasi");
        walk.decide("kepala.dpu", "", "teks", "Diperbaiki Desember 2026.");
        walk.decide("operator.dpu", "", "teks", "Trotoar diperbaiki Desember 2026.");
        walk.decide("redaktur", "Jawaban keliru", "teks", "Sebutkan tanggalnya.");
        walk.decide("operator.dpu", "", "teks", "Trotoar diperbaiki mulai 1 Desember 2026.");
        walk.decide("redaktur", "Layak");
        assertThat(walk.show("koordinator")
                        .page()
                        .select("textarea[name=teks]")
                        .first()
                        .wholeText())
                .as("the publisher begins with what was entered")
                .contains("Trotoar diperbaiki mulai 1 Desember 2026.");
        walk.decide("koordinator", "");
        assertThat(walk.tracked().text())
                .contains("Trotoar diperbaiki mulai 1 Desember 2026.", "Sudah dijawab")
                .doesNotContain("Sertakan foto", "Mohon dipindahkan");
    }

    @Test
    void anUrgentMatterIsAnsweredBeforeItIsPublished() {
        file(walk.unitId("DPU"));
        walk.decide("operator.dpu", "Bersifat segera dan umum");
        walk.decide("operator.dpu", "", "teks", "Silakan lewat sisi utara.");
        assertThat(walk.tracked().text())
                .as("the reporter need not wait for the editor")
                .contains("Silakan lewat sisi utara.");
        walk.decide("redaktur", "Layak");
        walk.decide("koordinator", "", "teks", "");
        assertThat(walk.tracked().page().select(".pesan:contains(Silakan lewat sisi utara.)"))
                .as("answered once")
                .hasSize(1);
        assertThat(walk.tracked().text()).contains("Sudah dijawab");
    }

    @Test
    void whatIsNotDecentIsRefusedWithAReason() {
        file(walk.unitId("DPU"));
        walk.decide("operator.dpu", "Tidak etis", "teks", "Memuat hinaan.");
        assertThat(walk.tracked().text()).contains("Memuat hinaan.", "Tidak dapat ditindaklanjuti");
    }

    private void file(String unit) {
        walk.file(
                "jenis", "pengaduan",
                "judul", "Trotoar rusak",
                "uraian", "Trotoar di depan sekolah rusak.",
                "kategori", "lain",
                "nama", "Yanti",
                "tujuan", unit);
    }
}
