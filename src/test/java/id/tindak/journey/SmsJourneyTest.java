package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The SMS/WA procedure, rows 1 to 7, over real HTTP; the web form stands in for the message, the code of the SKPD is its choice of unit. */
@JourneyTest
class SmsJourneyTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    Walk walk;

    @BeforeEach
    void filed() {
        clock.setWib("2026-11-23T09:00");
        walk = new Walk(world, "demo/saran.yaml");
        walk.file(
                "jenis", "saran",
                "judul", "Jam buka puskesmas",
                "uraian", "Mohon puskesmas buka sampai sore.",
                "kategori", "lain",
                "tujuan", walk.unitId("DINKES"));
    }

    @Test
    void analysedPreparedByAMemberSignedByTheChairAndAnswered() {
        clock.setWib("2026-11-23T09:10");
        walk.decide("wulan", "Diteruskan");
        walk.decide("dimas", "", "teks", "Jam layanan diatur Perbup; Sabtu dapat dijadwalkan.");
        clock.setWib("2026-11-23T09:20");
        Http.Shown member = walk.show("dimas");
        assertThat(member.page().select(".tindakan .cabang > details > summary").eachText())
                .as("the signer's branches are the signer's alone")
                .containsExactly("Ajukan kepada Ketua");
        assertThat(member.submit(".cabang form", "teks", "", "aksi", "kirim").status)
                .isEqualTo(422);
        walk.decide("dimas", "Ajukan", "teks", "Dijawab: dibuka Sabtu sampai 14.00 mulai Desember.");
        assertThat(walk.desk("dimas")).doesNotContain(walk.number);

        clock.setWib("2026-11-23T09:30");
        Http.Shown chair = walk.show("harun");
        assertThat(chair.page().select(".tindakan .cabang > details > summary").eachText())
                .hasSize(2)
                .anyMatch(t -> t.startsWith("Disetujui"))
                .anyMatch(t -> t.startsWith("Dikembalikan"));
        assertThat(chair.text())
                .contains("Dijawab: dibuka Sabtu sampai 14.00")
                .as("both have thirty minutes together")
                .contains("sisa 10 menit dari 30 menit");
        walk.decide("harun", "Dikembalikan", "teks", "Sebutkan dasarnya.");
        assertThat(walk.desk("harun")).doesNotContain(walk.number);
        walk.decide("dimas", "", "teks", "Perbup 12/2025.");
        walk.decide("dimas", "Ajukan", "teks", "Menurut Perbup 12/2025 dibuka Sabtu sampai 14.00.");
        assertThat(approval("harun").select("textarea[name=teks]").text())
                .as("the signer begins with the draft")
                .isEqualTo("Menurut Perbup 12/2025 dibuka Sabtu sampai 14.00.");
        walk.decide("harun", "Disetujui", "teks", "Menurut Perbup 12/2025 puskesmas dibuka Sabtu sampai pukul 14.00.");
        walk.decide("wulan", "", "catatan", "Sudah saya telepon puskesmasnya.");
        assertThat(walk.tracked().text())
                .contains("Menurut Perbup 12/2025 puskesmas dibuka Sabtu sampai pukul 14.00.", "Sudah dijawab")
                .doesNotContain("Sebutkan dasarnya", "telepon puskesmasnya", "Menurut Perbup 12/2025 dibuka");
        assertThat(walk.show("wulan")
                        .page()
                        .select("section:has(#redaksi) summary")
                        .eachText())
                .hasSize(4)
                .satisfiesExactly(
                        v -> assertThat(v).startsWith("Konsep Dimas Adi"),
                        v -> assertThat(v).startsWith("Konsep Dimas Adi"),
                        v -> assertThat(v).startsWith("Disetujui Harun Rasyid"),
                        v -> assertThat(v).startsWith("Terkirim Anda"));
    }

    @Test
    void whatTheChairApprovedIsSentAsItStandsOrGoesBackWithAReason() {
        walk.decide("wulan", "Diteruskan");
        walk.decide("dimas", "", "teks", "Ada dasarnya.");
        walk.decide(
                "dimas",
                "Ajukan",
                "teks",
                "Dibuka Sabtu.",
                "janji_1",
                "Papan jam buka",
                "janji_tanggal_1",
                "2026-12-01");
        assertThat(approval("harun").select("input[name=janji_1]").val())
                .as("promises are drafted with the words")
                .isEqualTo("Papan jam buka");
        walk.decide("harun", "Disetujui", "janji_oleh_1", "Dinas Kesehatan");
        Http.Shown sending = walk.show("wulan");
        assertThat(sending.page().select(".tindakan textarea[name=teks]")).isEmpty();
        assertThat(sending.text()).contains("Dibuka Sabtu.", "Disetujui Harun Rasyid", "tidak dapat diubah di sini");
        assertThat(walk.tracked().text()).doesNotContain("Papan jam buka");
        for (String[] more : new String[][] {
            {"teks", "Dibuka Minggu."}, {"janji_1", "Dokter tambahan", "janji_tanggal_1", "2026-12-02"}
        }) {
            List<String> all = new ArrayList<>(List.of(more));
            all.addAll(List.of("aksi", "kirim"));
            Http.Shown refused = walk.show("wulan").submit(".cabang form", all.toArray(String[]::new));
            assertThat(refused.status).as(refused.text()).isEqualTo(422);
        }
        walk.show("wulan")
                .submit("form[action$=/kembalikan]", "ke", "4", "alasan", "Puskesmas minta hari Minggu disebut.");
        assertThat(walk.desk("wulan")).doesNotContain(walk.number);
        walk.decide("dimas", "Ajukan", "teks", "Dibuka Sabtu dan Minggu.");
        walk.decide("harun", "Disetujui");
        walk.decide("wulan", "");
        assertThat(walk.tracked().text())
                .contains("Dibuka Sabtu dan Minggu.", "Papan jam buka Paling lambat 1 Desember 2026")
                .doesNotContain("Dibuka Sabtu. ", "Dokter tambahan");
        assertThat(walk.in("wulan")
                        .get("/aduan/" + walk.number + "/naskah/surat-jawaban")
                        .text())
                .contains("Dibuka Sabtu dan Minggu. Yang masih akan kami kerjakan: 1. Papan jam buka")
                .contains("oleh Dinas Kesehatan, paling lambat Selasa, 1 Desember 2026", "Harun Rasyid");
    }

    @Test
    void aDecisionNamesOnWhoseWordItWasTakenAndTheReporterNeverReadsIt() {
        Http.Shown page = walk.show("wulan");
        String form = ".cabang details:has(summary:contains(Diteruskan)) form";
        Http.Shown half = page.submit(form, "dasar", "WHATSAPP", "aksi", "kirim");
        assertThat(half.status).isEqualTo(422);
        assertThat(half.text()).contains("Isi tanggal arahannya.", "Tulis dari siapa arahannya.");
        assertThat(page.submit(
                                form,
                                "dasar",
                                "LISAN",
                                "dasar_dari",
                                "Kepala",
                                "dasar_tanggal",
                                "2026-11-24",
                                "aksi",
                                "kirim")
                        .text())
                .contains("Tanggal arahan tidak boleh sesudah hari ini.");
        Http.Shown done = page.attach(
                form,
                "dasar_berkas",
                "layar-wa.txt",
                "Silakan diteruskan",
                "dasar",
                "WHATSAPP",
                "dasar_dari",
                "Kepala Bagian Umum",
                "dasar_tanggal",
                "2026-11-22",
                "dasar_isi",
                "Teruskan saja ke anggota.",
                "aksi",
                "kirim");
        assertThat(done.status).as(done.text()).isEqualTo(200);
        for (String where : List.of("", "/cetak"))
            assertThat(walk.in("dimas").get("/aduan/" + walk.number + where).text())
                    .contains("menyebut dasar keputusan: percakapan WhatsApp, 22 November 2026")
                    .contains("Kepala Bagian Umum", "Teruskan saja ke anggota.", "layar-wa.txt");
        assertThat(walk.tracked().text()).doesNotContain("Kepala Bagian Umum", "layar-wa", "dasar keputusan");
    }

    private Element approval(String officer) {
        return walk.show(officer)
                .page()
                .select(".cabang details:has(summary:contains(Disetujui)) form")
                .first();
    }

    @Test
    void anAnswerThatLiesReadyIsGivenAtOnce() {
        walk.decide("wulan", "Jawaban tersedia");
        assertThat(walk.show("wulan").text()).contains("Belum ada catatan atau jawaban yang cocok.");
        walk.decide("wulan", "", "teks", "Sudah dibuka sampai sore sejak Oktober.");
        assertThat(walk.tracked().text()).contains("Sudah dibuka sampai sore sejak Oktober.");
    }

    @Test
    void aBreachOfTheCodeOfEthicsIsPassedOnInSecret() {
        walk.decide(
                "wulan",
                "Terindikasi pelanggaran kode etik",
                "tujuan",
                walk.unitId("INSPEKTORAT"),
                "akhir",
                "inspektorat",
                "teks",
                "Diteruskan ke Inspektorat.");
        assertThat(walk.tracked().text()).contains("Rahasia", "Diteruskan ke Inspektorat.");
        assertThat(walk.show("dimas").status).isEqualTo(404);
        walk.decide("inspektur", "Selesai diperiksa", "teks", "Sudah diperiksa dan ditindak.");
        assertThat(walk.tracked().text()).contains("Sudah diperiksa dan ditindak.", "Sudah dijawab");
        assertThat(walk.show("wulan").status).as("she did a step of it").isEqualTo(200);
    }
}
