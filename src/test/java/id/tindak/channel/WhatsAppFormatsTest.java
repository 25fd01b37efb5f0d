package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tindak.message.Delivered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Meta and the gateways really send and take, by their public formats; each signature with the provider's own example where there is one. */
class WhatsAppFormatsTest {

    private static final Instant AT = Instant.parse("2025-11-23T02:00:00Z");

    private final Clock clock = Clock.systemUTC();
    private final OutboundHttp http = new OutboundHttp();
    private FakeProvider provider;

    @BeforeEach
    void open() throws IOException {
        provider = new FakeProvider();
    }

    @AfterEach
    void close() {
        provider.close();
    }

    // --- Meta

    private ChannelAccount meta() {
        return account(
                ChannelKind.WHATSAPP,
                "wa_url",
                provider.url(),
                "wa_nomor_id",
                "106540352242922",
                "wa_token",
                "TOKEN",
                "wa_rahasia",
                "secret",
                "wa_verifikasi",
                "buka-pintu");
    }

    @Test
    void metaProvesItselfByItsSignatureOverTheRawBody() {
        var right = new Call(
                Map.of(),
                Map.of(
                        "x-hub-signature-256",
                        "sha256=0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914"),
                bytes("test"));
        WhatsApp wa = new WhatsApp(http, clock);
        assertThat(wa.authentic(meta(), right)).isTrue();
        assertThat(wa.authentic(meta(), new Call(Map.of(), right.headers(), bytes("test "))))
                .isFalse();
        assertThat(wa.authentic(meta(), new Call(Map.of(), Map.of(), bytes("test"))))
                .isFalse();
        assertThat(wa.authentic(meta(), new Call(Map.of(), Map.of("x-hub-signature-256", "sha256=zz"), bytes("test"))))
                .isFalse();
    }

    @Test
    void metaIsGreetedWithItsChallengeWhenItKnowsTheWord() {
        WhatsApp wa = new WhatsApp(http, clock);
        Map<String, String> hello =
                Map.of("hub.mode", "subscribe", "hub.challenge", "1158201444", "hub.verify_token", "buka-pintu");
        assertThat(wa.handshake(meta(), new Call(hello, Map.of(), new byte[0]))).isEqualTo("1158201444");
        Map<String, String> wrong =
                Map.of("hub.mode", "subscribe", "hub.challenge", "1158201444", "hub.verify_token", "lain");
        assertThat(wa.handshake(meta(), new Call(wrong, Map.of(), new byte[0]))).isEmpty();
        assertThat(wa.handshake(meta(), new Call(Map.of(), Map.of(), new byte[0])))
                .isNull();
    }

    @Test
    void textPhotoPlaceAndButtonAreRead() {
        provider.answers("/9001", 200, "{\"url\":\"" + provider.url() + "/foto\",\"mime_type\":\"image/jpeg\"}");
        provider.gives("/foto", new byte[] {1, 2, 3});
        assertThat(meta("""
                {"from":"6281200003390","id":"wamid.1","timestamp":"1763863200","type":"text","text":{"body":"Jalan rusak"}}"""))
                .isEqualTo(new Arrival.Said(
                        "wamid.1", "6281200003390", "Siti", "+6281200003390", AT, "Jalan rusak", List.of(), false));
        assertThat(meta("""
                {"from":"6281200003390","id":"wamid.2","timestamp":"1763863200","type":"image",
                 "image":{"caption":"Ini fotonya","mime_type":"image/jpeg","id":"9001"}}""")).satisfies(said -> {
            assertThat(said.text()).isEqualTo("Ini fotonya");
            assertThat(said.files()).singleElement().satisfies(f -> {
                assertThat(f.name()).isEqualTo("kiriman.jpg");
                assertThat(f.content()).containsExactly(1, 2, 3);
            });
        });
        assertThat(provider.asked).allMatch(a -> a.header("Authorization").equals("Bearer TOKEN"));
        assertThat(meta("""
                {"from":"6281200003390","id":"wamid.3","timestamp":"1763863200","type":"location",
                 "location":{"latitude":-7.7,"longitude":109.0,"name":"Pasar"}}""").text()).isEqualTo("Pasar (-7.7, 109.0)");
        assertThat(meta("""
                {"from":"6281200003390","id":"wamid.4","timestamp":"1763863200","type":"interactive",
                 "interactive":{"type":"button_reply","button_reply":{"id":"1","title":"Ya"}}}""").text()).isEqualTo("Ya");
    }

    @Test
    void aPhotoThatCannotBeFetchedIsNamedInTheWords() {
        assertThat(meta("""
                {"from":"6281200003390","id":"wamid.2","timestamp":"1763863200","type":"image",
                 "image":{"caption":"Ini fotonya","id":"404"}}""").text()).isEqualTo("Ini fotonya [image]");
    }

    @Test
    void whoHidesThePhoneNumberIsKnownByTheIdOfThisBusiness() {
        var said =
                (Arrival.Said) new WhatsApp(http, clock).read(meta(), body("""
                        {"object":"whatsapp_business_account","entry":[{"changes":[{"value":{
                          "metadata":{"phone_number_id":"106540352242922"},
                          "contacts":[{"profile":{"name":"Siti"},"user_id":"US.13491208655302741918"}],
                          "messages":[{"id":"wamid.9","timestamp":"1763863200","type":"text","text":{"body":"Jalan rusak"}}]}}]}]}""")).getFirst();
        assertThat(said.address()).isEqualTo("US.13491208655302741918");
        assertThat(said.phone()).isNull();
    }

    @Test
    void messagesOfAnotherNumberOfTheSameAppAreNotOurs() {
        assertThat(new WhatsApp(http, clock).read(meta(), body("""
                        {"object":"whatsapp_business_account","entry":[{"changes":[{"value":{
                          "metadata":{"phone_number_id":"1"},"messages":[{"id":"x","from":"62812"}]}}]}]}"""))).isEmpty();
        assertThatThrownBy(() -> new WhatsApp(http, clock).read(meta(), body("{}")))
                .isInstanceOf(Provider.Unreadable.class);
        assertThatThrownBy(() -> new WhatsApp(http, clock).read(meta(), body("<html>")))
                .isInstanceOf(Provider.Unreadable.class);
    }

    @Test
    void statusesSayWhatBecameOfOurs() {
        List<Arrival> all = new WhatsApp(http, clock).read(meta(), body("""
                {"object":"whatsapp_business_account","entry":[{"changes":[{"value":{
                  "metadata":{"phone_number_id":"106540352242922"},
                  "statuses":[{"id":"wamid.A","status":"sent","timestamp":"1763863200"},
                    {"id":"wamid.A","status":"delivered","timestamp":"1763863200"},
                    {"id":"wamid.B","status":"failed","timestamp":"1763863200","errors":[{"code":131026,"title":"Undeliverable"}]}]}}]}]}"""));
        assertThat(all)
                .containsExactly(
                        new Arrival.Report("wamid.A", Arrival.State.DELIVERED, AT, ""),
                        new Arrival.Report("wamid.B", Arrival.State.FAILED, AT, "131026 Undeliverable"));
    }

    @Test
    void metaTakesAText() {
        provider.answers("/106540352242922/messages", 200, "{\"messages\":[{\"id\":\"wamid.Z\"}]}");
        assertThat(new WhatsApp(http, clock).send(meta(), "6281200003390", "Aduan diterima \"7\"", "55"))
                .isEqualTo(new Delivered.Sent("wamid.Z"));
        assertThat(Json.read(provider.asked.getFirst().body()).at("/text/body").asString())
                .isEqualTo("Aduan diterima \"7\"");
    }

    @ParameterizedTest
    @CsvSource({
        "400,130429,Later",
        "400,131056,Later",
        "400,131047,Never",
        "400,131026,Never",
        "401,190,NoServer",
        "403,368,NoServer",
        "500,0,Later",
        "429,0,Later",
        "400,100,Never"
    })
    void metasErrorsMeanWhatItsTableSays(int status, int code, String means) {
        provider.answers("/106540352242922/messages", status, "{\"error\":{\"code\":" + code + "}}");
        assertThat(new WhatsApp(http, clock)
                        .send(meta(), "6281200003390", "x", "55")
                        .getClass()
                        .getSimpleName())
                .isEqualTo(means);
    }

    @Test
    void nothingListeningIsNoServerAndACutIsPerhaps() throws Exception {
        ChannelAccount gone = meta();
        provider.close();
        assertThat(new WhatsApp(http, clock).send(gone, "62812", "x", "55")).isInstanceOf(Delivered.NoServer.class);
        try (var deaf = new java.net.ServerSocket(0)) {
            Thread.ofVirtual().start(() -> {
                try (var call = deaf.accept()) {
                    call.getInputStream().read(new byte[4_096]);
                } catch (IOException closed) {
                    // the test is over
                }
            });
            ChannelAccount cut = account(
                    ChannelKind.WHATSAPP,
                    "wa_url",
                    "http://127.0.0.1:" + deaf.getLocalPort(),
                    "wa_nomor_id",
                    "1",
                    "wa_token",
                    "T");
            assertThat(new WhatsApp(http, clock).send(cut, "62812", "x", "55")).isInstanceOf(Delivered.Perhaps.class);
        }
    }

    // --- gateways

    @Test
    void fonnteIsReadAndWrittenTo() {
        Fonnte fonnte = new Fonnte(http, clock);
        ChannelAccount a = account(ChannelKind.FONNTE, "fonnte_url", provider.url() + "/send", "fonnte_token", "KUNCI");
        assertThat(fonnte.read(a, body("""
                        {"device":"6281200009000","sender":"6281200003390","message":"Jalan rusak","member":"","name":"Siti",
                         "location":"","timestamp":1763863200,"inboxid":771}""")))
                .containsExactly(new Arrival.Said(
                        "771", "+6281200003390", "Siti", "+6281200003390", AT, "Jalan rusak", List.of(), false));
        assertThat(fonnte.read(a, body("{\"sender\":\"120363\",\"member\":\"62812\",\"message\":\"grup\"}")))
                .as("groups are not ours")
                .isEmpty();
        provider.answers("/send", 200, "{\"status\":true,\"id\":[\"80367170\"],\"requestid\":2937124}");
        assertThat(fonnte.send(a, "+6281200003390", "Halo", "55")).isEqualTo(new Delivered.Sent("80367170"));
        assertThat(provider.asked.getFirst().header("Authorization")).isEqualTo("KUNCI");
        assertThat(provider.asked.getFirst().body()).contains("target=6281200003390", "message=Halo");
        provider.answers("/send", 200, "{\"status\":false,\"reason\":\"request invalid on disconnected device\"}");
        assertThat(fonnte.send(a, "+6281200003390", "Halo", "55"))
                .as("200 that means no")
                .isInstanceOf(Delivered.Later.class);
    }

    @Test
    void wablasIsReadAndWrittenTo() {
        Wablas wablas = new Wablas(http, clock);
        ChannelAccount a = account(ChannelKind.WABLAS, "wablas_url", provider.url() + "/send", "wablas_token", "KUNCI");
        provider.gives("/f.pdf", bytes("%PDF"));
        assertThat(wablas.read(a, body("""
                        {"phone":"6281200003390","message":"Ini suratnya","pushName":"Siti","timestamp":"1763863200",
                         "media":{"url":"%s/f.pdf","mimetype":"application/pdf"}}""".formatted(provider.url()))))
                .singleElement()
                .isInstanceOfSatisfying(Arrival.Said.class, s -> {
                    assertThat(s.key())
                            .as("a key of its own where the gateway gives none")
                            .startsWith("sha256:");
                    assertThat(s.files())
                            .singleElement()
                            .satisfies(f -> assertThat(f.name()).isEqualTo("kiriman.pdf"));
                });
        provider.answers("/send", 200, "{\"status\":true,\"data\":{\"messages\":[{\"id\":\"w1\"}]}}");
        assertThat(wablas.send(a, "+6281200003390", "Halo", "55")).isEqualTo(new Delivered.Sent("w1"));
        provider.answers("/send", 401, "{\"status\":false}");
        assertThat(wablas.send(a, "+6281200003390", "Halo", "55")).isInstanceOf(Delivered.NoServer.class);
    }

    @Test
    void wahaProvesItselfWithTheLongHash() {
        Waha waha = new Waha(http, clock);
        ChannelAccount a = account(
                ChannelKind.WAHA,
                "waha_url",
                provider.url(),
                "waha_sesi",
                "default",
                "waha_kunci",
                "K",
                "waha_hmac",
                "my-secret-key");
        String body = "{\"event\":\"message\",\"session\":\"default\",\"engine\":\"WEBJS\"}";
        String signed = hmac("HmacSHA512", "my-secret-key", body);
        assertThat(signed).as("the vendor's own example").startsWith("208f8a55").endsWith("53fa89");
        Map<String, String> headers = Map.of("x-webhook-hmac", signed, "x-webhook-hmac-algorithm", "sha512");
        assertThat(waha.authentic(a, new Call(Map.of(), headers, bytes(body)))).isTrue();
        assertThat(waha.authentic(a, new Call(Map.of(), headers, bytes(body + " "))))
                .isFalse();
        assertThat(waha.read(a, body("""
                        {"event":"message","session":"default","payload":{"id":"false_628@c.us_A","timestamp":1763863200,
                         "from":"6281200003390@c.us","fromMe":false,"to":"628@c.us","body":"Jalan rusak","hasMedia":false}}""")))
                .containsExactly(new Arrival.Said(
                        "false_628@c.us_A",
                        "+6281200003390",
                        "",
                        "+6281200003390",
                        AT,
                        "Jalan rusak",
                        List.of(),
                        false));
        assertThat(waha.read(a, body("""
                        {"event":"message","payload":{"id":"1","from":"628@c.us","fromMe":true,"body":"kami sendiri"}}"""))).isEmpty();
        provider.answers("/api/sendText", 201, "{\"id\":\"true_628@c.us_B\"}");
        assertThat(waha.send(a, "+6281200003390", "Halo", "55")).isEqualTo(new Delivered.Sent("true_628@c.us_B"));
        assertThat(provider.asked.getFirst().body()).contains("6281200003390@c.us");
    }

    @Test
    void gowaIsBelievedOnlyWithASecretOfOnesOwn() {
        Gowa gowa = new Gowa(http, clock);
        String body = """
                {"event":"message","device_id":"x","payload":{"id":"3EB0","chat_id":"6281200003390@s.whatsapp.net",
                 "from":"6281200003390@s.whatsapp.net","from_name":"Siti","timestamp":"2025-11-23T02:00:00Z","is_from_me":false,
                 "body":"Jalan rusak"}}""";
        for (String secret : List.of("secret", "rahasia-kami"))
            assertThat(gowa.authentic(
                            account(ChannelKind.GOWA, "gowa_hmac", secret),
                            new Call(
                                    Map.of(),
                                    Map.of("x-hub-signature-256", "sha256=" + hmac("HmacSHA256", secret, body)),
                                    bytes(body))))
                    .isEqualTo(!secret.equals("secret"));
        ChannelAccount a = account(
                ChannelKind.GOWA,
                "gowa_url",
                provider.url(),
                "gowa_pengguna",
                "u",
                "gowa_sandi",
                "p",
                "gowa_hmac",
                "r");
        assertThat(gowa.read(a, body(body)))
                .containsExactly(new Arrival.Said(
                        "3EB0", "+6281200003390", "Siti", "+6281200003390", AT, "Jalan rusak", List.of(), false));
        assertThat(gowa.read(a, body("""
                        {"event":"message","payload":{"id":"3EB1","chat_id":"251556368777322@lid","from":"",
                         "from_lid":"251556368777322@lid","timestamp":"2025-11-23T02:00:00Z","body":"Jalan rusak"}}"""))).singleElement().isInstanceOfSatisfying(Arrival.Said.class, s -> {
            assertThat(s.address()).isEqualTo("251556368777322@lid");
            assertThat(s.phone()).isNull();
        });
        assertThat(gowa.read(a, body("""
                        {"event":"message.ack","payload":{"ids":["A","B"],"receipt_type":"read","timestamp":"2025-11-23T02:00:00Z"}}"""))).hasSize(2);
        provider.answers("/send/message", 200, "{\"code\":\"SUCCESS\",\"results\":{\"message_id\":\"3EB9\"}}");
        assertThat(gowa.send(a, "+6281200003390", "Halo", "55")).isEqualTo(new Delivered.Sent("3EB9"));
    }

    private Arrival.Said meta(String message) {
        return (Arrival.Said) new WhatsApp(http, clock)
                .read(meta(), body("""
                        {"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{
                          "metadata":{"phone_number_id":"106540352242922"},
                          "contacts":[{"profile":{"name":"Siti"},"wa_id":"6281200003390"}],"messages":[%s]}}]}]}""".formatted(message)))
                .getFirst();
    }

    private static ChannelAccount account(ChannelKind kind, String... settings) {
        Map<String, String> all = new java.util.HashMap<>();
        for (int i = 0; i < settings.length; i += 2) all.put(settings[i], settings[i + 1]);
        return new ChannelAccount(1, 1, kind, "Uji", "0812", all, true);
    }

    private static Call body(String json) {
        return new Call(Map.of(), Map.of("content-type", "application/json"), bytes(json));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hmac(String algorithm, String key, String body) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(bytes(key), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(bytes(body)));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
