package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tindak.demo.DemoWorld;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.message.Delivered;
import id.tindak.message.PostRound;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Instagram as its webhook examples show it: messages and comments in, and what Meta allows to answer, when, and how often. */
@JourneyTest
class InstagramTest {

    private static final String OWN = "17841400000000001";
    private static final String SITI = "910000000000001";

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    Instagram instagram;

    @Autowired
    Reading reading;

    @Autowired
    ApplicationContext program;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;
    FakeProvider meta;
    ChannelAccount account;

    @BeforeEach
    void open() throws IOException {
        clock.setWib("2026-11-23T09:00");
        w = world.agency("demo/pasuruan.yaml");
        meta = new FakeProvider();
        meta.answers("/" + OWN + "/messages", 200, "{\"recipient_id\":\"" + SITI + "\",\"message_id\":\"mid.ours\"}");
        account = account("");
    }

    @AfterEach
    void close() {
        meta.close();
    }

    @Test
    void aMessageBecomesAComplaintAndIsAnsweredToThePerson() throws Exception {
        assertThat(knock(message("mid.1", "Lampu ruang rapat di kantor dewan mati sejak kemarin")))
                .isEqualTo(200);
        round();
        assertThat(complaints()).isEqualTo(1);
        assertThat(channel()).isEqualTo("instagram");
        JsonNode sent = Json.read(meta.asked.getFirst().body());
        assertThat(sent.at("/recipient/id").asString()).isEqualTo(SITI);
        assertThat(sent.at("/messaging_type").asString()).isEqualTo("RESPONSE");
        assertThat(sent.at("/message/text").asString()).contains("sudah diterima");
        assertThat(meta.asked.getFirst().header("Authorization")).isEqualTo("Bearer TOKEN");
        knock(entry(
                "\"messaging\":[{\"sender\":{\"id\":\"%s\"},\"recipient\":{\"id\":\"%s\"},\"timestamp\":%d,\"read\":{\"mid\":\"mid.ours\"}}]"
                        .formatted(SITI, OWN, clock.instant().toEpochMilli())));
        reading.readAll();
        assertThat(sql.sql("select read_at from outbox where agency_id = ? and template = 'receipt'")
                        .param(w.agency().id())
                        .query(java.sql.Timestamp.class)
                        .single())
                .isNotNull();
    }

    @Test
    void aCommentInEitherShapeIsAnsweredOnceInPrivateAndGoesOnAsAConversation() throws Exception {
        knock(entry("\"changes\":[" + comment("c1", "Lampu ruang rapat di kantor dewan mati sejak kemarin") + "]"));
        String bare = comment("c2", "Sudah tiga hari tidak diperbaiki juga");
        knock(entry(bare.substring(1, bare.length() - 1)));
        round();
        assertThat(complaints()).as("the second belongs to the first").isEqualTo(1);
        assertThat(meta.asked.stream()
                        .map(a ->
                                Json.read(a.body()).at("/recipient/comment_id").asString("")))
                .containsExactly("c1", "c2");
        assertThat(instagram.send(account, SITI, "Sekali lagi", "9"))
                .as("each comment once")
                .isInstanceOf(Delivered.Never.class);
        knock(message("mid.2", "Di lantai dua, dekat tangga"));
        round();
        assertThat(complaints()).as("whoever commented goes on in private").isEqualTo(1);
        assertThat(Json.read(meta.asked.getLast().body()).at("/recipient/id").asString())
                .isEqualTo(SITI);
    }

    @Test
    void onlyAPersonMayWriteAfterADayAndNobodyAfterSeven() throws Exception {
        knock(message("mid.1", "Lampu ruang rapat di kantor dewan mati sejak kemarin"));
        round();
        clock.forward(Duration.ofHours(25));
        assertThat(instagram.send(account, leaving(false))).isInstanceOf(Delivered.Never.class);
        assertThat(instagram.send(account, leaving(true))).isEqualTo(new Delivered.Sent("mid.ours"));
        JsonNode tagged = Json.read(meta.asked.getLast().body());
        assertThat(tagged.at("/messaging_type").asString()).isEqualTo("MESSAGE_TAG");
        assertThat(tagged.at("/tag").asString()).isEqualTo("HUMAN_AGENT");
        clock.forward(Duration.ofDays(6));
        assertThat(instagram.send(account, leaving(true)))
                .isInstanceOfSatisfying(
                        Delivered.Never.class, n -> assertThat(n.reason()).contains("24 jam", "7 hari"));
    }

    @Test
    void echoesGroupsOfChangesAndOurOwnCommentsAreNoComplaints() throws Exception {
        String echo = message("mid.e", "Terima kasih sudah menulis kepada kami")
                .replace("\"mid\"", "\"is_echo\":true,\"mid\"");
        knock(echo);
        knock(entry("\"changes\":["
                + comment("c9", "Terima kasih atas sarannya, Kak").replace(SITI, OWN) + "]"));
        knock(entry("\"changes\":[{\"field\":\"story_insights\",\"value\":{}}]"));
        knock(message("mid.x", "Lampu ruang rapat di kantor dewan mati").replace(OWN, "999"));
        round();
        assertThat(complaints()).isZero();
        assertThat(sql.sql("select count(*) from inbound_raw where agency_id = ? and read_at is null")
                        .param(w.agency().id())
                        .query(Integer.class)
                        .single())
                .as("all were read")
                .isZero();
        assertThatThrownBy(() -> instagram.read(account, new Call(Map.of(), Map.of(), "{}".getBytes())))
                .isInstanceOf(Provider.Unreadable.class);
        assertThat(knock(message("mid.1", "Lampu mati"), "salah")).isEqualTo(401);
    }

    @Test
    void anAgencyMayAskForAWordInComments() {
        ChannelAccount marked = account("#lapor");
        assertThat(read(marked, entry("\"changes\":[" + comment("c1", "Keren sekali acaranya, semangat terus") + "]")))
                .isEmpty();
        assertThat(read(marked, entry("\"changes\":[" + comment("c2", "#Lapor lampu ruang rapat mati") + "]")))
                .hasSize(1);
    }

    @Test
    void picturesComeAlongAndWhatIsSharedIsNamed() {
        meta.gives("/foto", new byte[] {1, 2, 3});
        String files = message("mid.3", "Ini fotonya")
                .replace(
                        "\"text\"",
                        "\"attachments\":[{\"type\":\"image\",\"payload\":{\"url\":\"" + meta.url()
                                + "/foto\"}},{\"type\":\"share\",\"payload\":{\"url\":\"https://instagram.invalid/p/1\"}}],\"text\"");
        assertThat(read(account, files)).singleElement().isInstanceOfSatisfying(Arrival.Said.class, s -> {
            assertThat(s.text()).isEqualTo("Ini fotonya [share]");
            assertThat(s.files())
                    .singleElement()
                    .satisfies(f -> assertThat(f.name()).isEqualTo("kiriman.jpg"));
        });
    }

    @Test
    void aMessageIsCountedInBytes() {
        Provider.Capabilities all = instagram.capabilities(account);
        String long1 = "é🙏".repeat(400);
        String cut = all.cut(long1, all.longest());
        assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(990, 1_000);
        assertThat(cut).endsWith("…").doesNotContain("\ufffd");
        assertThat(all.cut("é", 2)).isEqualTo("é");
    }

    private List<Arrival> read(ChannelAccount a, String json) {
        return instagram.read(a, new Call(Map.of(), Map.of(), json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Leaving leaving(boolean typed) {
        return new Leaving(SITI, "Sudah kami perbaiki", "9", Leaving.Topic.OTHER, "", "", typed, null);
    }

    private ChannelAccount account(String mark) {
        return accounts.add(
                w.agency().id(),
                ChannelKind.INSTAGRAM,
                "Instagram Dewan",
                "@dewan.contoh",
                Map.of(
                        "ig_url",
                        meta.url(),
                        "ig_id",
                        OWN,
                        "ig_token",
                        "TOKEN",
                        "ig_rahasia",
                        "KUNCI",
                        "ig_verifikasi",
                        "buka-pintu",
                        "ig_tanda",
                        mark),
                w.officers().get("admin"));
    }

    private String message(String id, String text) {
        return entry(
                "\"messaging\":[{\"sender\":{\"id\":\"%s\"},\"recipient\":{\"id\":\"%s\"},\"timestamp\":%d,\"message\":{\"mid\":\"%s\",\"text\":\"%s\"}}]"
                        .formatted(SITI, OWN, clock.instant().toEpochMilli(), id, text));
    }

    private static String comment(String id, String text) {
        return "{\"field\":\"comments\",\"value\":{\"id\":\"%s\",\"from\":{\"id\":\"%s\",\"username\":\"siti.contoh\"},\"text\":\"%s\",\"media\":{\"id\":\"1\",\"media_product_type\":\"FEED\"}}}"
                .formatted(id, SITI, text);
    }

    private String entry(String what) {
        return "{\"object\":\"instagram\",\"entry\":[{\"id\":\"%s\",\"time\":%d,%s}]}"
                .formatted(OWN, clock.instant().getEpochSecond(), what);
    }

    private int knock(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("KUNCI".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return knock(body, HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8))));
    }

    private int knock(String body, String signature) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(account.setting(ChannelAccounts.DOOR)))
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", "sha256=" + signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private void round() {
        reading.readAll();
        PostRound.deliver(program);
    }

    private int complaints() {
        return sql.sql("select count(*) from complaint where agency_id = ?")
                .param(w.agency().id())
                .query(Integer.class)
                .single();
    }

    private String channel() {
        return sql.sql("select channel from complaint where agency_id = ?")
                .param(w.agency().id())
                .query(String.class)
                .single();
    }
}
