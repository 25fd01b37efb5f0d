package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tindak.base.OutboundHttp;
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
import org.jspecify.annotations.Nullable;
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
                assertThat(f.content().get()).containsExactly(1, 2, 3);
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
    void aPhotoThatCannotBeFetchedIsNothingAndOneThatMayComeLaterIsAskedForAgain() {
        var photo = meta("""
                {"from":"6281200003390","id":"wamid.2","timestamp":"1763863200","type":"image",
                 "image":{"caption":"Ini fotonya","id":"404"}}""").files().getFirst().content();
        assertThat(photo.get()).isNull();
        provider.answers("/404", 503, "busy");
        assertThatThrownBy(photo::get).isInstanceOf(OutboundHttp.NotNow.class);
    }

    @Test
    void anAnswerThatIsNotMetasLeavesItOpenWhetherItWasSent() {
        for (String garbage : List.of("<html>Selamat datang di WiFi kantor</html>", "{}")) {
            provider.answers("/106540352242922/messages", 200, garbage);
            assertThat(new WhatsApp(http, clock).send(meta(), "6281200003390", "Aduan diterima", "55"))
                    .isInstanceOf(Delivered.Perhaps.class);
        }
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

    @Test
    void whoHasNoPhoneNumberIsWrittenToByTheIdOfThisBusiness() {
        provider.answers("/106540352242922/messages", 200, "{\"messages\":[{\"id\":\"wamid.Z\"}]}");
        new WhatsApp(http, clock).send(meta(), "US.13491208655302741918", "Halo", "55");
        new WhatsApp(http, clock).send(meta(), "6281200003390", "Halo", "55");
        var byId = Json.read(provider.asked.getFirst().body());
        assertThat(Json.text(byId, "recipient")).isEqualTo("US.13491208655302741918");
        assertThat(byId.has("to"))
                .as("there Meta would take it and deliver to nobody")
                .isFalse();
        assertThat(Json.text(Json.read(provider.asked.getLast().body()), "to")).isEqualTo("6281200003390");
    }

    @Test
    void aCardIsReadAndTellsThePhoneOfWhoWasAskedForIt() {
        Arrival.Said other = meta("""
                {"from":"6281200003390","id":"wamid.5","timestamp":"1763863200","type":"contacts",
                 "contacts":[{"name":{"formatted_name":"Pak RT"},"phones":[{"phone":"+62 812-0000-7777"}]}]}""");
        assertThat(other.text()).isEqualTo("Pak RT +62 812-0000-7777");
        assertThat(other.phone()).as("of whoever wrote").isEqualTo("+6281200003390");
        var own =
                (Arrival.Said) new WhatsApp(http, clock).read(meta(), body("""
                {"object":"whatsapp_business_account","entry":[{"changes":[{"value":{
                  "metadata":{"phone_number_id":"106540352242922"},"contacts":[{"user_id":"ID.1349120865530"}],
                  "messages":[{"id":"wamid.9","timestamp":"1763863200","type":"contacts","origin":"contact_request",
                    "contacts":[{"name":{"formatted_name":"Siti"},"phones":[{"phone":"6281200003390"}]}]}]}}]}]}""")).getFirst();
        assertThat(own.address()).isEqualTo("ID.1349120865530");
        assertThat(own.phone()).isEqualTo("+6281200003390");
    }

    @Test
    void aHeartOnOneOfOursIsNoMessage() {
        assertThat(new WhatsApp(http, clock).read(meta(), body("""
                {"object":"whatsapp_business_account","entry":[{"changes":[{"value":{
                  "metadata":{"phone_number_id":"106540352242922"},
                  "messages":[{"from":"6281200003390","id":"wamid.6","timestamp":"1763863200","type":"reaction",
                    "reaction":{"message_id":"wamid.Z","emoji":"❤"}}]}}]}]}"""))).isEmpty();
    }

    @Test
    void aPlaceIsReadWithItsNameAndAddress() {
        assertThat(meta("""
                {"from":"6281200003390","id":"wamid.7","timestamp":"1763863200","type":"location",
                 "location":{"latitude":-7.7,"longitude":109.0,"name":"Pasar Kroya","address":"Jalan Ahmad Yani 3"}}""").text()).isEqualTo("Pasar Kroya Jalan Ahmad Yani 3 (-7.7, 109.0)");
    }

    @Test
    void aDayAfterThePersonWroteTheApprovedWordingLeaves() {
        provider.answers("/106540352242922/messages", 200, "{\"messages\":[{\"id\":\"wamid.T\"}]}");
        WhatsApp wa = new WhatsApp(http, Clock.fixed(AT, java.time.ZoneOffset.UTC));
        ChannelAccount a = withTemplates("aduan_dijawab", "aduan_kabar");
        wa.send(a, leaving(Leaving.Topic.ANSWERED, AT.minusSeconds(86_399)));
        wa.send(a, leaving(Leaving.Topic.ANSWERED, AT.minusSeconds(86_400)));
        wa.send(a, leaving(Leaving.Topic.WAITING, AT.minusSeconds(86_400)));
        assertThat(provider.asked.stream()
                        .map(asked ->
                                Json.read(asked.body()).at("/template/name").asString("")))
                .containsExactly("", "aduan_dijawab", "aduan_kabar");
        var template = Json.read(provider.asked.get(1).body());
        assertThat(Json.text(template, "type")).isEqualTo("template");
        assertThat(template.at("/template/language/code").asString()).isEqualTo("id");
        assertThat(template.at("/template/components/0/parameters/0/text").asString())
                .isEqualTo("A-1");
        assertThat(template.at("/template/components/0/parameters/1/text").asString())
                .isEqualTo("https://a.invalid/1");
        assertThat(template.toString())
                .as("no typed word in a laid-down wording")
                .doesNotContain("Sudah kami");
    }

    @Test
    void whereMetaSaysThatTheDayIsOverTheTemplateFollowsAtOnce() {
        provider.answers("/106540352242922/messages", 400, "{\"error\":{\"code\":131047}}");
        WhatsApp wa = new WhatsApp(http, clock);
        assertThat(wa.send(withTemplates("", "aduan_kabar"), leaving(Leaving.Topic.OTHER, null)))
                .isInstanceOf(Delivered.Never.class);
        assertThat(provider.asked)
                .extracting(asked -> Json.text(Json.read(asked.body()), "type"))
                .containsExactly("text", "template");
        assertThat(wa.send(withTemplates("", ""), leaving(Leaving.Topic.OTHER, null)))
                .isInstanceOfSatisfying(
                        Delivered.Never.class,
                        never -> assertThat(never.reason()).contains("templat"));
        assertThat(provider.asked).as("nothing to try without a template").hasSize(3);
    }

    @Test
    void aNumberWithoutWhatsAppSaysSo() {
        provider.answers("/106540352242922/messages", 400, "{\"error\":{\"code\":131026}}");
        assertThat(new WhatsApp(http, clock).send(meta(), "6281200003390", "x", "55"))
                .isInstanceOfSatisfying(
                        Delivered.Never.class,
                        never -> assertThat(never.reason()).contains("tidak dapat dijangkau", "131026"));
    }

    private static Leaving leaving(Leaving.Topic topic, @Nullable Instant wroteAt) {
        return new Leaving(
                "6281200003390", "Sudah kami tangani", "55", topic, "A-1", "https://a.invalid/1", true, wroteAt);
    }

    private ChannelAccount withTemplates(String answered, String other) {
        return account(
                ChannelKind.WHATSAPP,
                "wa_url",
                provider.url(),
                "wa_nomor_id",
                "106540352242922",
                "wa_templat_jawab",
                answered,
                "wa_templat_lain",
                other);
    }

    // --- gateways

    @Test
    void qontakIsReadAndWrittenToByRoom() {
        Qontak qontak = new Qontak(http, clock);
        ChannelAccount a = account(ChannelKind.QONTAK, "qontak_url", provider.url() + "/v1", "qontak_token", "KUNCI");
        String customer = """
                {"id":"4198c4b2","type":"text","room_id":"e658411a","sender_type":"Models::Contact","sender":{"name":"Siti"},
                 "text":"Jalan rusak","status":"created","participant_type":"customer","created_at":"2025-11-23T02:00:00.000Z",
                 "room":{"id":"e658411a","name":"Siti","channel":"wa","account_uniq_id":"6281200003390"}}""";
        assertThat(qontak.read(a, body(customer)))
                .containsExactly(new Arrival.Said(
                        "4198c4b2", "e658411a", "Siti", "+6281200003390", AT, "Jalan rusak", List.of(), false));
        assertThat(qontak.read(a, body(customer.replace("\"wa\"", "\"ig\""))))
                .as("another channel of the same account")
                .isEmpty();
        provider.gives("/foto.jpg", new byte[] {1, 2, 3});
        assertThat(qontak.read(
                        a,
                        body(customer.replace(
                                "\"type\":\"text\"",
                                "\"type\":\"image\",\"file\":{\"url\":\"" + provider.url()
                                        + "/foto.jpg\",\"filename\":\"foto.jpg\"}"))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Arrival.Said.class,
                        s -> assertThat(s.files())
                                .singleElement()
                                .satisfies(f -> assertThat(f.name()).isEqualTo("foto.jpg")));
        String agent = customer.replace("\"customer\"", "\"bot\"");
        assertThat(qontak.read(a, body(agent))).as("one of ours").isEmpty();
        assertThat(qontak.read(a, body(agent.replace("\"created\"", "\"read\""))))
                .singleElement()
                .isInstanceOfSatisfying(Arrival.Report.class, r -> {
                    assertThat(r.providerId()).isEqualTo("4198c4b2");
                    assertThat(r.state()).isEqualTo(Arrival.State.READ);
                });
        assertThat(qontak.handshake(a, body(customer))).isNull();
        assertThat(qontak.handshake(a, body("{\"verify_info\":\"abc\"}"))).isEqualTo("{\"verify_info\":\"abc\"}");
        provider.answers("/v1/messages/whatsapp/bot", 201, "{\"status\":\"success\",\"data\":{\"id\":\"m1\"}}");
        assertThat(qontak.send(a, "e658411a", "Halo", "55")).isEqualTo(new Delivered.Sent("m1"));
        assertThat(provider.asked.getLast().header("Authorization")).isEqualTo("Bearer KUNCI");
        assertThat(Json.text(Json.read(provider.asked.getLast().body()), "room_id"))
                .isEqualTo("e658411a");
        provider.answers("/v1/messages/whatsapp/bot", 422, "{\"status\":\"error\"}");
        assertThat(qontak.send(a, "e658411a", "Halo", "55"))
                .as("the room's day is over")
                .isInstanceOf(Delivered.Never.class);
    }

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
