package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(member.page().select(".tindakan .cabang summary").eachText())
                .as("the signer's branches are the signer's alone")
                .containsExactly("Ajukan kepada Ketua");
        assertThat(member.submit(".cabang form", "teks", "", "aksi", "kirim").status)
                .isEqualTo(422);
        walk.decide("dimas", "Ajukan", "teks", "Dijawab: dibuka Sabtu sampai 14.00 mulai Desember.");
        assertThat(walk.desk("dimas")).doesNotContain(walk.number);

        clock.setWib("2026-11-23T09:30");
        Http.Shown chair = walk.show("harun");
        assertThat(chair.page().select(".tindakan .cabang summary").eachText())
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
        walk.decide("harun", "Disetujui");
        walk.decide("wulan", "", "teks", "Menurut Perbup 12/2025 puskesmas buka Sabtu sampai 14.00.");
        assertThat(walk.tracked().text())
                .contains("Menurut Perbup 12/2025 puskesmas buka Sabtu", "Sudah dijawab")
                .doesNotContain("Sebutkan dasarnya");
    }

    @Test
    void anAnswerThatLiesReadyIsGivenAtOnce() {
        walk.decide("wulan", "Jawaban tersedia");
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
                "teks",
                "Diteruskan ke Inspektorat.");
        assertThat(walk.tracked().text()).contains("Rahasia", "Diteruskan ke Inspektorat.");
        assertThat(walk.show("dimas").status).isEqualTo(404);
    }
}
