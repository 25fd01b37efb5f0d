package id.tindak.handling;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.demo.DemoWorld;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Periodic work of the SOP over HTTP: it comes at the beginning of the month, once, and is done by whoever holds the role. */
@JourneyTest
class SideTasksTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    SideTasks tasks;

    DemoWorld.Founded w;

    @BeforeEach
    void open() {
        clock.setWib("2026-11-23T09:00");
        w = world.agency();
    }

    @Test
    void theMonthsRecapLiesWithTheRoleFromTheFirstOfTheNextMonthOnAndWhoeverHoldsItDoesIt() {
        clock.setWib("2026-11-30T23:59");
        tasks.open();
        assertThat(world.signedIn(w, "ratna").get("/meja").text()).contains("Tugas lain 0");
        clock.setWib("2026-12-01T00:00");
        tasks.open();
        tasks.open();
        Http ratna = world.signedIn(w, "ratna");
        assertThat(ratna.get("/meja").text()).contains("Ada 1 tugas lain yang menunggu Anda.", "Tugas lain 1");
        Http.Shown list = ratna.get("/meja/tugas");
        assertThat(list.text())
                .contains("Data aduan masyarakat direkap setiap bulan, November 2026")
                .contains("batas waktu 8 Desember 2026 pukul 16.00 WIB");
        Http.Shown task = ratna.get(list.page().select("main h3 a").attr("abs:href"));
        assertThat(task.text()).contains("Rekapitulasi bulanan", "Admin Utama");
        Http.Shown nothing = task.submit("main form", "catatan", "");
        assertThat(nothing.status).isEqualTo(422);
        Http.Shown done = task.submit("main form", "catatan", "Rekap nomor 12 disampaikan.");
        assertThat(done.text()).contains("Tugas dicatat selesai.", "dikerjakan Ratna Wulandari", "Rekap nomor 12");
        assertThat(ratna.get("/meja").text())
                .doesNotContain("tugas lain yang menunggu")
                .contains("Tugas lain 0");
        Http bagus = world.signedIn(w, "bagus");
        assertThat(bagus.get("/meja/tugas/riwayat").text()).contains("November 2026", "dikerjakan Ratna Wulandari");
        assertThat(world.signedIn(w, "admin").get("/kelola/peristiwa").text())
                .contains("Tugas berkala dibuka", "Tugas berkala selesai", "masa: 2026-11");
        assertThat(world.signedIn(w, "dewi.dpupr").get(done.url).status)
                .as("it is no business of another role")
                .isEqualTo(404);
        assertThat(world.signedIn(w, "dewi.dpupr").get("/meja").text()).contains("Tugas lain 0");
    }

    @Test
    void ofTwoWhoDoItTheSecondIsToldSo() {
        clock.setWib("2026-12-01T07:30");
        tasks.open();
        Http.Shown ratna = one("ratna");
        Http.Shown bagus = one("bagus");
        assertThat(ratna.submit("main form", "catatan", "Selesai.").status).isEqualTo(200);
        Http.Shown second = bagus.submit("main form", "catatan", "Selesai juga.");
        assertThat(second.status).isEqualTo(422);
        assertThat(second.text()).contains("sudah diselesaikan rekan Anda");
    }

    @Test
    void afterAStandstillEveryMonthIsCaughtUpWithOnceAndTwoProgramsOpenEachOnce() throws Exception {
        clock.setWib("2027-02-15T09:00");
        List<Callable<Boolean>> twice = Collections.nCopies(2, () -> {
            tasks.open();
            return true;
        });
        try (var both = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> f : both.invokeAll(twice)) assertThat(f.get()).isTrue();
        }
        assertThat(world.signedIn(w, "ratna")
                        .get("/meja/tugas")
                        .page()
                        .select("main h3")
                        .eachText())
                .containsExactly(
                        "Data aduan masyarakat direkap setiap bulan, November 2026",
                        "Data aduan masyarakat direkap setiap bulan, Desember 2026",
                        "Data aduan masyarakat direkap setiap bulan, Januari 2027");
    }

    @Test
    void aProcedureWithoutPeriodicWorkHasNone() {
        DemoWorld.Founded sipesut = world.agency("demo/sipesut.yaml");
        clock.setWib("2027-02-15T09:00");
        tasks.open();
        Http rahmat = world.signedIn(sipesut, "rahmat");
        assertThat(rahmat.get("/meja").text()).contains("Tugas lain 0");
        assertThat(rahmat.get("/meja/tugas").text()).contains("Tidak ada tugas lain yang menunggu Anda.");
    }

    private Http.Shown one(String officer) {
        Http http = world.signedIn(w, officer);
        return http.get(http.get("/meja/tugas").page().select("main h3 a").attr("abs:href"));
    }
}
