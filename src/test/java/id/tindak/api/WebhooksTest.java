package id.tindak.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import id.tindak.base.OutboundHttp;
import id.tindak.demo.DemoWorld;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.message.Claim;
import id.tindak.message.Delivered;
import id.tindak.message.PostRound;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happens is told to the addresses that an administrator named, signed as Standard Webhooks says; another's library judges the signature. */
@JourneyTest
class WebhooksTest {

    private static final String URL = "https://peta.contoh.invalid/masuk";

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Webhooks webhooks;

    @Autowired
    ApplicationContext program;

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

    /** A receiver in the open internet, for a test that has none. */
    private static final class Receiver extends OutboundHttp {

        final List<Map<String, String>> heard = new ArrayList<>();
        int status = 204;

        @Override
        public Answer postStrange(URI address, String json, Map<String, String> headers) {
            Map<String, String> all = new HashMap<>(headers);
            all.put("url", address.toString());
            all.put("body", json);
            heard.add(all);
            return new Answer.Said(status, "");
        }
    }

    @Test
    void whatHappensIsToldAndSignedSoThatOthersCanVerifyIt() throws Exception {
        String secret = added();
        file("{\"isi\": \"Lampu padam di tikungan\", \"pelapor\": {\"nama\": \"Siti Aminah\"}}");
        Receiver receiver = new Receiver();
        List<Claim> claims = waiting();
        assertThat(claims).isNotEmpty();
        for (Claim c : claims) assertThat(carrier(receiver).carry(c)).isInstanceOf(Delivered.Sent.class);
        for (Map<String, String> told : receiver.heard) {
            assertThat(told).containsEntry("url", URL);
            Map<String, List<String>> headers = new HashMap<>();
            told.forEach((name, value) -> headers.put(name, List.of(value)));
            new Webhook(secret).verify(told.get("body"), java.net.http.HttpHeaders.of(headers, (a, b) -> true));
            assertThat(told.get("body")).doesNotContain("Siti", "Lampu");
        }
        JsonNode first = new JsonMapper().readTree(receiver.heard.getFirst().get("body"));
        assertThat(first.get("type").asString()).isEqualTo("aduan.RECEIVED");
        assertThat(first.at("/data/nomor").asString()).startsWith("CLP-");
        carrier(receiver).carry(claims.getFirst());
        assertThat(receiver.heard.getLast())
                .as("told again under the same id")
                .containsEntry("webhook-id", receiver.heard.getFirst().get("webhook-id"));
    }

    @Test
    void aConfidentialCaseIsToldToNobodyAndAnotherAgencyHearsNothing() {
        added();
        file("{\"isi\": \"Pungutan tiap bulan\", \"kerahasiaan\": \"RAHASIA\"}");
        assertThat(waiting()).isEmpty();
        DemoWorld.Founded other = world.agency();
        Peer there = Peer.admitted(world, other, "aduan:tulis");
        there.send("/api/v1/aduan", "application/json", "{\"isi\": \"x\"}", "Authorization", "Bearer " + there.key());
        assertThat(count(other)).isZero();
    }

    @Test
    void aReceiverThatFailsIsAskedAgainLaterAndOneThatIsGoneNever() {
        added();
        file("{\"isi\": \"Lampu padam\"}");
        Receiver receiver = new Receiver();
        Claim claim = waiting().getFirst();
        receiver.status = 500;
        assertThat(carrier(receiver).carry(claim)).isInstanceOf(Delivered.Later.class);
        receiver.status = 302;
        assertThat(carrier(receiver).carry(claim)).isInstanceOf(Delivered.Later.class);
        receiver.status = 410;
        assertThat(carrier(receiver).carry(claim)).isInstanceOf(Delivered.Never.class);
    }

    @Test
    void anAddressInsideIsNeverCalledAndWhatCouldNotBeToldIsSeenAndSentAgain() {
        admin.get("/kelola/webhook")
                .submit("main form[action$=/kelola/webhook]", "nama", "Dalam", "url", "https://169.254.169.254/x");
        file("{\"isi\": \"Lampu padam\"}");
        for (int i = 0; i < 12; i++) {
            PostRound.deliver(program);
            clock.forward(Duration.ofHours(25));
        }
        String page = admin.get("/kelola/kiriman").text();
        assertThat(page).contains("peristiwa ke aplikasi lain").doesNotContain("169.254.169.254/x");
        admin.get("/kelola/kiriman").submit("form[action$=/kelola/kiriman/lagi]", "yakin", "ya");
        assertThat(sql.sql(
                                "select count(*) from outbox where agency_id = ? and lane like 'H%' and failed_at is not null")
                        .param(w.agency().id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aSecretIsShownOnceAndSealed() {
        String secret = added();
        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        id.tindak.api.Webhook h = webhooks.all(w.agency().id()).getFirst();
        assertThat(webhooks.secret(h)).isEqualTo(secret);
        assertThat(h.secret()).doesNotContain(secret.substring(6));
        assertThat(admin.get("/kelola/webhook").body
                        + admin.get("/kelola/webhook/" + h.id()).body
                        + admin.get("/kelola/peristiwa").body
                        + h)
                .contains("Webhook ditambahkan")
                .doesNotContain(secret.substring(6));
        Http.Shown page = admin.get("/kelola/webhook/" + h.id());
        assertThat(page.submit("main form[action$=/rahasia]").status).isEqualTo(422);
        assertThat(webhooks.secret(webhooks.all(w.agency().id()).getFirst()))
                .as("not by one click")
                .isEqualTo(secret);
        String renewed = page.submit("main form[action$=/rahasia]", "yakin", "ya")
                .page()
                .selectFirst("#rahasia-teks")
                .val();
        assertThat(renewed).isNotEqualTo(secret);
    }

    @Test
    void onlyHttpsAddressesAreTaken() {
        for (String url : List.of(
                "http://contoh.invalid", "ftp://x", "https://", "javascript:alert(1)", "https://a:b@contoh.invalid"))
            assertThat(admin.get("/kelola/webhook")
                            .submit("main form[action$=/kelola/webhook]", "nama", "Peta", "url", url)
                            .status)
                    .as(url)
                    .isEqualTo(422);
        assertThat(webhooks.all(w.agency().id())).isEmpty();
    }

    @Test
    void aWebhookThatIsSwitchedOffHearsNothing() {
        added();
        id.tindak.api.Webhook h = webhooks.all(w.agency().id()).getFirst();
        admin.get("/kelola/webhook/" + h.id()).submit("main form[action$=/" + h.id() + "]", "aktif", "");
        file("{\"isi\": \"Lampu padam\"}");
        assertThat(count(w)).isZero();
    }

    private String added() {
        return Objects.requireNonNull(admin.get("/kelola/webhook")
                        .submit("main form[action$=/kelola/webhook]", "nama", "Peta", "url", URL)
                        .page()
                        .selectFirst("#rahasia-teks"))
                .val();
    }

    private void file(String body) {
        Peer peer = Peer.admitted(world, w, "aduan:tulis");
        assertThat(peer.send("/api/v1/aduan", "application/json", body, "Authorization", "Bearer " + peer.key())
                        .statusCode())
                .isEqualTo(201);
    }

    private WebhookCarrier carrier(OutboundHttp http) {
        return new WebhookCarrier(webhooks, http, Clock.systemUTC()); // the judge asks the time of the machine
    }

    private int count(DemoWorld.Founded at) {
        return sql.sql("select count(*) from outbox where agency_id = ? and lane like 'H%'")
                .param(at.agency().id())
                .query(Integer.class)
                .single();
    }

    /** What lies in the lane, as the outbox would hand it over. */
    private List<Claim> waiting() {
        return sql.sql(
                        "select id, lane, recipient, params, message_id from outbox where agency_id = ? and lane like 'H%' order by id")
                .param(w.agency().id())
                .query((rs, i) -> new Claim(
                        w.agency().id(),
                        rs.getLong("id"),
                        rs.getString("lane"),
                        null,
                        rs.getString("recipient"),
                        Webhooks.TEMPLATE,
                        new JsonMapper()
                                .readValue(
                                        rs.getString("params"),
                                        new tools.jackson.core.type.TypeReference<Map<String, String>>() {}),
                        rs.getString("message_id"),
                        clock.instant(),
                        1,
                        false,
                        clock.instant()))
                .list();
    }
}
