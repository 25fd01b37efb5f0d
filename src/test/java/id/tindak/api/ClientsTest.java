package id.tindak.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.demo.DemoWorld;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Programs that an administrator lets in, and how he takes that back. */
@JourneyTest
class ClientsTest {

    private static final String REQUESTS = "/open311/v2/requests.json";

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Clients clients;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;
    Http admin;

    @BeforeEach
    void open() {
        clock.setWib("2026-11-23T09:00");
        w = world.agency();
        admin = world.signedIn(w, "admin");
    }

    @Test
    void aKeyIsShownOnceAndStoredNowhere() {
        Peer peer = Peer.admitted(world, w, "aduan:tulis");
        assertThat(peer.key()).matches("tindak_[A-Za-z0-9_-]{43}");
        String list = admin.get("/kelola/aplikasi").body;
        assertThat(list)
                .contains("Aplikasi Kota", peer.key().substring(0, 11), "Mengirim aduan")
                .doesNotContain(peer.key());
        assertThat(admin.get("/kelola/aplikasi/" + only().id()).body).doesNotContain(peer.key());
        assertThat(admin.get("/kelola/peristiwa").body)
                .contains("Aplikasi lain ditambahkan", peer.key().substring(0, 11))
                .doesNotContain(peer.key());
        assertThat(sql.sql("select row_to_json(c)::text from api_client c where agency_id = ?")
                        .param(w.agency().id())
                        .query(String.class)
                        .single())
                .doesNotContain(peer.key());
    }

    @Test
    void aRenewedKeyClosesTheOldOneAtOnce() {
        Peer peer = Peer.admitted(world, w, "aduan:tulis");
        assertThat(knock(peer)).isEqualTo(200);
        Http.Shown page = admin.get("/kelola/aplikasi/" + only().id());
        Http.Shown asked = page.submit("main form[action$=/kunci]");
        assertThat(asked.status).isEqualTo(422);
        assertThat(asked.text()).contains("Centang dahulu bahwa yang lama boleh berhenti berlaku");
        assertThat(knock(peer)).as("not by one click").isEqualTo(200);
        Http.Shown shown = page.submit("main form[action$=/kunci]", "yakin", "ya");
        String renewed = shown.page().selectFirst("#kunci-teks").val();
        assertThat(renewed).isNotEqualTo(peer.key());
        assertThat(knock(peer)).isEqualTo(403);
        assertThat(clients.behind(w.agency().id(), renewed)).isPresent();
        assertThat(admin.get("/kelola/peristiwa").body).contains("Kunci aplikasi lain diganti");
    }

    @Test
    void aProgramThatIsSwitchedOffIsAStranger() {
        Peer peer = Peer.admitted(world, w, "aduan:tulis");
        Http.Shown page = admin.get("/kelola/aplikasi/" + only().id());
        String form = "main form[action$=/" + only().id() + "]";
        page.submit(form, "aktif", "");
        assertThat(only().active()).isFalse();
        assertThat(knock(peer)).isEqualTo(403);
    }

    @Test
    void aKeyOpensItsOwnAgencyOnly() {
        Peer peer = Peer.admitted(world, w, "aduan:tulis");
        assertThat(knock(peer.at(world, world.agency()))).isEqualTo(403);
        assertThat(knock(peer)).isEqualTo(200);
    }

    @Test
    void whatIsLeftOfItsRateIsToldAndReadingAboveItIsRefusedUntilTimeHasPassed() {
        Peer peer = Peer.admitted(world, w, 2, "", "aduan:tulis");
        var first = peer.get(REQUESTS + "?api_key=" + peer.key());
        assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"menit\";q=2;w=60");
        assertThat(first.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"menit\";r=1;t=");
        assertThat(knock(peer)).isEqualTo(200);
        var refused = peer.get(REQUESTS + "?api_key=" + peer.key());
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
    }

    @Test
    void whenItWasUsedLastIsSeen() {
        Peer peer = Peer.admitted(world, w, "aduan:tulis");
        assertThat(only().usedAt()).isNull();
        knock(peer);
        assertThat(only().usedAt()).isEqualTo(clock.instant());
        clock.forward(Duration.ofSeconds(30));
        knock(peer);
        assertThat(only().usedAt()).as("written now and then").isBefore(clock.instant());
        clock.forward(Duration.ofMinutes(2));
        knock(peer);
        assertThat(only().usedAt()).isEqualTo(clock.instant());
    }

    @Test
    void whoDecidesNeedsAnOfficerAndEveryFieldItsFault() {
        Http.Shown faults = admin.get("/kelola/aplikasi/baru")
                .submit("main form[action$=/kelola/aplikasi]", "nama", "", "boleh", "keputusan", "batas", "0");
        assertThat(faults.status).isEqualTo(422);
        assertThat(faults.text()).contains("Isi namanya", "Pilih petugas yang atas namanya", "Isi angka 1 sampai 6000");
        assertThat(clients.all(w.agency().id())).isEmpty();
        assertThat(admin.get("/kelola/aplikasi/baru")
                        .submit("main form[action$=/kelola/aplikasi]", "nama", "Kota", "boleh", "semuanya")
                        .text())
                .contains("Pilih sedikitnya satu hal");
    }

    private Client only() {
        return clients.all(w.agency().id()).getFirst();
    }

    private static int knock(Peer peer) {
        return peer.get(REQUESTS + "?api_key=" + peer.key()).statusCode();
    }
}
