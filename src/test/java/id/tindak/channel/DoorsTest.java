package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.demo.DemoWorld;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may leave a message at the agency's door, and what becomes of what cannot be read. */
@JourneyTest
class DoorsTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    Reading reading;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;
    ChannelAccount account;
    Http admin;

    @BeforeEach
    void open() {
        clock.setWib("2026-11-23T09:00");
        w = world.agency();
        account = accounts.add(
                w.agency().id(),
                ChannelKind.WHATSAPP,
                "WhatsApp Dinas",
                "0852-9008-2800",
                Map.of(
                        "wa_url", "http://127.0.0.1:1",
                        "wa_nomor_id", "106",
                        "wa_token", "TOKEN-RAHASIA",
                        "wa_rahasia", "KUNCI-RAHASIA",
                        "wa_verifikasi", "buka-pintu"),
                w.officers().get("admin"));
        admin = world.signedIn(w, "admin");
    }

    @Test
    void aWrongSignatureLeavesACounterAndNothingElse() throws Exception {
        assertThat(post("{}", "sha256=" + "0".repeat(64))).isEqualTo(401);
        assertThat(post("{}", "")).isEqualTo(401);
        reading.readAll();
        assertThat(count("inbound_raw")).isZero();
        assertThat(admin.get("/kelola/kanal").text()).contains("Panggilan yang ditolak: 2");
    }

    @Test
    void theDoorGreetsWhoKnowsTheWord() throws Exception {
        String hello = account.setting(ChannelAccounts.DOOR)
                + "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
        assertThat(get(hello + "buka-pintu").body()).isEqualTo("1158201444");
        assertThat(get(hello + "lain").statusCode()).isEqualTo(403);
        assertThat(count("inbound_raw")).isZero();
    }

    @Test
    void whatCannotBeReadIsKeptShownAndReadAgain() throws Exception {
        assertThat(post("{\"object\":\"sesuatu yang baru\"}")).isEqualTo(200);
        reading.readAll();
        Http.Shown page = admin.get("/kelola/kanal/" + account.id());
        assertThat(page.text()).contains("Pesan yang belum dapat dibaca: 1");
        assertThat(admin.get("/kelola/kanal").text()).contains("galat");
        page.submit("form[action$=/baca-lagi]");
        assertThat(sql.sql("select count(*) from inbound_raw where agency_id = ? and failed_at is null")
                        .param(w.agency().id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void oneCrookedMessageHoldsUpNoOther() throws Exception {
        post("<html>");
        post("""
                {"object":"whatsapp_business_account","entry":[{"changes":[{"value":{"metadata":{"phone_number_id":"106"},
                  "contacts":[{"profile":{"name":"Siti"}}],
                  "messages":[{"from":"6281200003390","id":"wamid.1","timestamp":"1795399200","type":"text",
                    "text":{"body":"Lampu jalan di depan pasar padam"}}]}}]}]}""");
        reading.readAll();
        assertThat(count("complaint")).isEqualTo(1);
    }

    @Test
    void secretsAreShownToNobodyAndNotInTheLogOfChanges() {
        String pages = admin.get("/kelola/kanal").body
                + admin.get("/kelola/kanal/" + account.id()).body
                + admin.get("/kelola/peristiwa").body;
        assertThat(pages).doesNotContain("TOKEN-RAHASIA", "KUNCI-RAHASIA", "buka-pintu");
        assertThat(account).asString().doesNotContain("RAHASIA");
        assertThat(sql.sql("select settings || secrets from channel_account where agency_id = ?")
                        .param(w.agency().id())
                        .query(String.class)
                        .single())
                .doesNotContain("RAHASIA");
    }

    @Test
    void aChangedAccountKeepsTheSecretsThatWereLeftEmptyAndItsDoor() {
        admin.get("/kelola/kanal/" + account.id())
                .submit("main form[action$=/kanal/" + account.id() + "]", "nama", "WhatsApp Kominfo", "aktif", "ya");
        ChannelAccount now = accounts.find(w.agency().id(), account.id()).orElseThrow();
        assertThat(now.name()).isEqualTo("WhatsApp Kominfo");
        assertThat(now.settings()).isEqualTo(account.settings());
        assertThat(now.active()).isTrue();
    }

    @Test
    void aDoorOpensAtItsOwnAgencyOnly() throws Exception {
        DemoWorld.Founded other = world.agency();
        String elsewhere = account.setting(ChannelAccounts.DOOR)
                .replace("/" + w.agency().slug() + "/", "/" + other.agency().slug() + "/");
        assertThat(get(elsewhere).statusCode()).isEqualTo(404);
    }

    private int post(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("KUNCI-RAHASIA".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return post(body, "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8))));
    }

    private int post(String body, String signature) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(account.setting(ChannelAccounts.DOOR)))
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private int count(String table) {
        return sql.sql("select count(*) from " + table + " where agency_id = ?")
                .param(w.agency().id())
                .query(Integer.class)
                .single();
    }
}
