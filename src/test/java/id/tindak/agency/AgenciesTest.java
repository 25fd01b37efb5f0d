package id.tindak.agency;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.calendar.TimeZones;
import id.tindak.demo.DemoWorld;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.TestWorld;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What an agency has decided is remembered, but a change is seen by its own transaction at once and by others only when it is committed. */
@JourneyTest
class AgenciesTest {

    @Autowired
    TestWorld world;

    @Autowired
    Agencies agencies;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whoReadsWhileAnAgencyIsFoundedTakesItFromNobody() {
        Agency agency = new Agency(
                9_001, "separuh", "Contoh", "Contoh", "CT", TimeZones.WIB, null, "http://localhost/separuh", 1, false);
        transaction.executeWithoutResult(status -> {
            agencies.found(agency, null);
            assertThat(elsewhere(() -> agencies.bySlug("separuh").isPresent())).isFalse();
            assertThat(agencies.byId(9_001).slug()).isEqualTo("separuh");
            status.setRollbackOnly();
        });
        assertThat(agencies.bySlug("separuh")).as("rolled back").isEmpty();
    }

    @Test
    void aSettingIsSeenByItsOwnTransactionAndByOthersAfterTheCommit() {
        DemoWorld.Founded w = world.agency();
        int id = w.agency().id();
        transaction.executeWithoutResult(status -> {
            agencies.set(id, Map.of("hari_reaksi", "7"), null);
            assertThat(elsewhere(() -> agencies.settings(id).number("hari_reaksi")))
                    .isEqualTo(10);
            assertThat(agencies.settings(id).number("hari_reaksi")).isEqualTo(7);
        });
        assertThat(agencies.settings(id).number("hari_reaksi")).isEqualTo(7);
        assertThat(elsewhere(() -> agencies.settings(id).number("hari_reaksi"))).isEqualTo(7);
    }

    private static <T> T elsewhere(java.util.function.Supplier<T> question) {
        return CompletableFuture.supplyAsync(question).join();
    }
}
