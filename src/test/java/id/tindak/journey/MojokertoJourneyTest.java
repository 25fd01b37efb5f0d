package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.handling.Rounds;
import id.tindak.message.PostRound;
import id.tindak.notice.DigestRound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Kota Mojokerto over real HTTP: verification, wrong scope, direct answer, the leader's answer with coordination, editor and publisher, refusal, and the coordinator's right to remind (C1). */
@JourneyTest
class MojokertoJourneyTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationContext program;

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
        assertThat(walk.show("operator.dpu").page().select("section[aria-labelledby=siap]"))
                .as("whoever may answer at once sees what answers there are")
                .hasSize(1);
        walk.decide("operator.dpu", "Bersifat segera dan umum");
        assertThat(walk.show("operator.dpu").page().select("section[aria-labelledby=siap]"))
                .hasSize(1);
        walk.decide("operator.dpu", "", "teks", "Silakan lewat sisi utara.");
        assertThat(walk.show("redaktur").page().select("section[aria-labelledby=siap]"))
                .as("the editor answers nobody")
                .isEmpty();
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
    void theCoordinatorIsAskedToRemindTheOfficeAndDoesSoByHand() {
        walk.in("operator.dpu").get("/akun").submit("form[action$=/akun]", "surel", "vina@contoh.invalid");
        file(walk.unitId("DPU"));
        clock.setWib("2026-11-23T09:14");
        Rounds.remind(program);
        assertThat(walk.desk("koordinator")).doesNotContain("tugas lain");
        clock.setWib("2026-11-23T09:15");
        Rounds.remind(program);
        assertThat(walk.desk("koordinator")).contains("Ada 1 tugas lain yang menunggu Anda.");
        Http.Shown tasks = walk.in("koordinator").get("/meja/tugas");
        assertThat(tasks.text())
                .contains("Perlu diingatkan 1", walk.number, "A1. Verifikasi", "Dinas PU")
                .contains("mempunyai kewenangan untuk mengingatkan SKPD")
                .contains("tugas Anda, batas waktu 23 November 2026 pukul 11.15 WIB", "Diingatkan 1 kali");
        assertThat(walk.desk("galih")).as("it is the coordinator's right").doesNotContain("tugas lain");
        Http.Shown page = walk.show("koordinator");
        assertThat(page.text()).contains("Sampai kepada Rizal Fahmi, Vina Melati. Tembusan Suparman.");
        Http.Shown done = page.submit("form[action$=/ingatkan]");
        assertThat(done.text()).contains("dikirim.", "Diingatkan 2 kali");
        assertThat(walk.desk("koordinator")).doesNotContain("tugas lain yang menunggu");
        DigestRound.send(program);
        PostRound.deliver(program);
        String mail = walk.citizen
                .get(walk.citizen
                        .get("/surat-keluar")
                        .page()
                        .select("tr:contains(vina@contoh.invalid) a")
                        .attr("abs:href"))
                .text();
        assertThat(mail)
                .contains("Mohon perkenan Bapak/Ibu untuk segera menindaklanjuti", walk.number, "Hormat kami")
                .doesNotContain("Trotoar");
        clock.setWib("2026-11-23T09:30");
        Rounds.remind(program);
        assertThat(walk.desk("koordinator"))
                .as("the limit is there, so the coordinator is asked again")
                .contains("Ada 1 tugas lain yang menunggu Anda.");
        walk.decide("operator.dpu", "Sesuai tupoksi");
        assertThat(walk.desk("koordinator"))
                .as("nothing is left to remind of")
                .doesNotContain("tugas lain yang menunggu");
    }

    @Test
    void whatIsNotDecentIsRefusedWithAReason() {
        file(walk.unitId("DPU"));
        assertThat(walk.show("operator.dpu")
                        .submit(
                                ".cabang details:has(summary:contains(Tidak etis)) form",
                                "teks",
                                "Memuat hinaan.",
                                "aksi",
                                "kirim")
                        .text())
                .contains("Pilih dasar penolakannya");
        walk.decide("operator.dpu", "Tidak etis", "akhir", "sara", "teks", "Memuat hinaan.");
        assertThat(walk.tracked().text())
                .contains("Memuat hinaan.", "Tidak dapat ditindaklanjuti", "Menyinggung SARA")
                .contains("www.ombudsman.go.id", "www.lapor.go.id", "tulis keberatan di bawah sampai");
        assertThat(walk.show("pejabat.dpu").status)
                .as("kept for whoever dealt with it and the desk")
                .isEqualTo(404);
        assertThat(walk.show("galih").status).isEqualTo(200);

        Http.Shown objected = walk.tracked().submit("form[action*=/lacak/]:has(textarea)", "isi", "Itu bukan hinaan.");
        assertThat(objected.status).as(objected.text()).isEqualTo(200);
        assertThat(walk.desk("operator.dpu"))
                .as("who refused does not judge it")
                .doesNotContain(walk.number);
        walk.decide("atasan", "Dijawab", "teks", "Keberatan diterima, trotoar diperiksa.");
        assertThat(walk.tracked().text()).contains("Keberatan diterima, trotoar diperiksa.");
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
