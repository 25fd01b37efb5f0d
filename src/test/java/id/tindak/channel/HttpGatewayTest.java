package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import id.tindak.base.OutboundHttp;
import id.tindak.message.Delivered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
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

/** A gateway that only its administrator knows: what his pointers find, how it proves itself, and that no word of a message becomes part of the call. */
class HttpGatewayTest {

    private final HttpGateway gateway = new HttpGateway(new OutboundHttp(), Clock.systemUTC());
    private FakeProvider provider;

    @BeforeEach
    void open() throws IOException {
        provider = new FakeProvider();
    }

    @AfterEach
    void close() {
        provider.close();
    }

    // --- in

    @Test
    void whatThePointersFindIsRead() {
        provider.gives("/foto.jpg", new byte[] {1, 2, 3});
        ChannelAccount a = account(
                "http_pengirim", "/data/0/from",
                "http_isi", "/data/0/body",
                "http_nama", "/data/0/profile/name",
                "http_id", "/data/0/id",
                "http_waktu", "/data/0/at",
                "http_berkas", "/data/0/media");
        assertThat(gateway.read(a, json("""
                        {"data":[{"from":"0812-0000-3390","body":"Jalan rusak","profile":{"name":"Siti"},"id":77,
                         "at":"2025-11-23T09:00:00+07:00","media":"%s/foto.jpg?x=1"}]}""".formatted(provider.url()))))
                .singleElement()
                .isInstanceOfSatisfying(Arrival.Said.class, s -> {
                    assertThat(s.key()).isEqualTo("77");
                    assertThat(s.address()).isEqualTo("+6281200003390");
                    assertThat(s.name()).isEqualTo("Siti");
                    assertThat(s.text()).isEqualTo("Jalan rusak");
                    assertThat(s.at()).isEqualTo(Instant.parse("2025-11-23T02:00:00Z"));
                    assertThat(s.files()).singleElement().satisfies(f -> {
                        assertThat(f.name()).isEqualTo("foto.jpg");
                        assertThat(f.content().get()).containsExactly(1, 2, 3);
                    });
                });
    }

    @Test
    void aFormIsReadLikeAnObjectAndSoIsAnAddress() {
        ChannelAccount a = account("http_pengirim", "/from", "http_isi", "/text");
        Call form = new Call(
                Map.of(),
                Map.of("content-type", "application/x-www-form-urlencoded"),
                bytes("from=%2B6281200003390&text=Jalan+rusak+%26+gelap"));
        Call address = new Call(Map.of("from", "081200003390", "text", "Jalan rusak & gelap"), Map.of(), new byte[0]);
        for (Call call : List.of(form, address))
            assertThat(gateway.read(a, call)).singleElement().isInstanceOfSatisfying(Arrival.Said.class, s -> {
                assertThat(s.address()).isEqualTo("+6281200003390");
                assertThat(s.text()).isEqualTo("Jalan rusak & gelap");
                assertThat(s.key()).as("a key of its own").startsWith("sha256:");
            });
        assertThat(((Arrival.Said) gateway.read(a, form).getFirst()).key())
                .as("the same call again is the same message")
                .isEqualTo(((Arrival.Said) gateway.read(a, form).getFirst()).key());
    }

    @Test
    void ownMessagesAndGroupsAreSkippedByRule() {
        ChannelAccount a = account("http_abaikan", "/fromMe = true\n\n/isGroup\n/type = status");
        for (String skipped :
                List.of("\"fromMe\":true", "\"isGroup\":true", "\"isGroup\":\"ya\"", "\"type\":\"status\""))
            assertThat(gateway.read(a, json("{\"sender\":\"0812\",\"message\":\"x\"," + skipped + "}")))
                    .isEmpty();
        for (String taken : List.of("\"fromMe\":false", "\"isGroup\":false", "\"isGroup\":0", "\"type\":\"text\""))
            assertThat(gateway.read(a, json("{\"sender\":\"0812\",\"message\":\"x\"," + taken + "}")))
                    .hasSize(1);
    }

    @Test
    void whereThePointersFindNothingTheCallIsKeptAsUnreadable() {
        assertThatThrownBy(() -> gateway.read(account(), json("{\"message\":\"x\"}")))
                .isInstanceOf(Provider.Unreadable.class);
        assertThatThrownBy(() -> gateway.read(account(), json("{\"sender\":\"0812\"}")))
                .isInstanceOf(Provider.Unreadable.class);
        assertThatThrownBy(() -> gateway.read(account(), json("<html>"))).isInstanceOf(Provider.Unreadable.class);
    }

    @Test
    void aMachineThatWritesBySmsIsNeverAnsweredElsewhereAnIdIsAPerson() {
        Call call = json("{\"sender\":\"TELKOMSEL\",\"message\":\"Kuota habis\"}");
        assertThat(said(account("http_kanal", "sms"), call).mute()).isTrue();
        assertThat(said(account("http_kanal", "lain"), call).mute()).isFalse();
    }

    // --- proof

    @Test
    void eachProofLetsInOnlyWhoKnowsTheSecret() throws Exception {
        byte[] body = bytes("{\"sender\":\"0812\",\"message\":\"x\",\"kunci\":{\"kata\":\"RAHASIA\"}}");
        assertThat(gateway.authentic(account("http_bukti", "pintu"), call(body)))
                .isTrue();
        ChannelAccount header = proof("kepala", "X-Kunci", "Bearer ");
        assertThat(gateway.headers(header)).containsExactly("x-kunci");
        assertThat(gateway.authentic(header, call(body, "x-kunci", "Bearer RAHASIA")))
                .isTrue();
        assertThat(gateway.authentic(header, call(body, "x-kunci", "RAHASIA"))).isFalse();
        assertThat(gateway.authentic(header, call(body))).isFalse();
        ChannelAccount content = proof("isi", "/kunci/kata", "");
        assertThat(gateway.authentic(content, call(body))).isTrue();
        assertThat(gateway.authentic(content, call(bytes("{\"kunci\":{\"kata\":\"LAIN\"}}"))))
                .isFalse();
        assertThat(gateway.authentic(content, call(bytes("<html>")))).isFalse();
        for (var each : Map.of("sha256", "HmacSHA256", "sha512", "HmacSHA512", "sha1", "HmacSHA1")
                .entrySet()) {
            ChannelAccount hmac = account(
                    "http_bukti", "hmac",
                    "http_bukti_nama", "X-Tanda",
                    "http_bukti_awalan", each.getKey() + "=",
                    "http_bukti_hmac", each.getKey(),
                    "http_bukti_rahasia", "RAHASIA");
            String right = each.getKey() + "=" + hex(each.getValue(), body);
            assertThat(gateway.authentic(hmac, call(body, "x-tanda", right))).isTrue();
            assertThat(gateway.authentic(hmac, call(bytes("{}"), "x-tanda", right)))
                    .isFalse();
            assertThat(gateway.authentic(hmac, call(body, "x-tanda", hex(each.getValue(), body))))
                    .isFalse();
        }
        assertThat(gateway.authentic(
                        account("http_bukti", "kepala", "http_bukti_nama", "X-Kunci"), call(body, "x-kunci", "")))
                .as("no secret set lets nobody in")
                .isFalse();
    }

    @Test
    void theSecretIsNotStoredWithTheCall() {
        byte[] body = bytes("{\"sender\":\"0812\",\"message\":\"x\",\"kunci\":{\"kata\":\"RAHASIA\"}}");
        Call content = gateway.kept(proof("isi", "/kunci/kata", ""), call(body));
        assertThat(new String(content.body(), StandardCharsets.UTF_8))
                .doesNotContain("RAHASIA")
                .contains("0812");
        assertThat(gateway.kept(proof("kepala", "X-Kunci", ""), call(body, "x-kunci", "RAHASIA"))
                        .headers())
                .isEmpty();
        Call form = new Call(Map.of(), Map.of(), bytes("sender=0812&message=x&kunci=RAHASIA"));
        assertThat(said(account(), gateway.kept(proof("isi", "/kunci", ""), form))
                        .text())
                .isEqualTo("x");
        assertThat(new String(gateway.kept(proof("isi", "/kunci", ""), form).body(), StandardCharsets.UTF_8))
                .doesNotContain("RAHASIA");
    }

    // --- out

    @Test
    void aMessageLeavesByTheCallThatWasLaidOut() {
        provider.answers("/v1/6281200003390", 201, "{\"status\":true,\"data\":{\"id\":\"m-9\"}}");
        ChannelAccount a = account(
                "http_url", provider.url() + "/v1/{digits}?ref={reference}",
                "http_kepala", "X-Key: {secret}\nX-Ref: {reference}",
                "http_badan", "{\"to\":\"{to}\",\"parts\":[{\"type\":\"text\",\"text\":\"{text}\"}],\"n\":1}",
                "http_ya", "201",
                "http_ya_isi", "/status = true",
                "http_ya_id", "/data/id");
        assertThat(gateway.send(a, "+6281200003390", "Kata \"baru\"\nbaris {secret} \\ & 🙏", "55"))
                .isEqualTo(new Delivered.Sent("m-9"));
        FakeProvider.Asked asked = provider.asked.getFirst();
        assertThat(asked.header("X-key")).isEqualTo("KIRIM");
        assertThat(asked.header("X-ref")).isEqualTo("55");
        var body = Json.read(asked.body());
        assertThat(body.at("/parts/0/text").asString()).isEqualTo("Kata \"baru\"\nbaris {secret} \\ & 🙏");
        assertThat(body.at("/to").asString()).isEqualTo("+6281200003390");
        assertThat(body.at("/n").asInt()).isEqualTo(1);
    }

    @Test
    void noWordOfAMessageBecomesPartOfTheCall() {
        qt().forAll(strings().allPossible().ofLengthBetween(0, 60)).checkAssert(text -> {
            String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            Map<String, String> fillings = Map.of("to", "62812", "text", whole, "secret", "KUNCI");
            CallLayout json = new CallLayout("POST", "http://g.invalid/?t={text}", false, "", "{\"t\":\"{text}\"}");
            assertThat(Json.read(json.filled(fillings).body()).at("/t").asString())
                    .isEqualTo(whole);
            assertThat(json.filled(fillings).address().getHost()).isEqualTo("g.invalid");
            CallLayout form = new CallLayout("POST", "http://g.invalid/", true, "", "to={to}&t={text}\nx=1");
            assertThat(Call.pairs(form.filled(fillings).body())).isEqualTo(Map.of("to", "62812", "t", whole, "x", "1"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "200,{\"status\":true},Sent",
        "200,{\"status\":false},Later",
        "202,{\"status\":true},Never",
        "401,{},NoServer",
        "429,{},Later",
        "503,<html>,Later",
        "400,{},Never"
    })
    void onlyWhatTheAdministratorCallsYesIsYes(int status, String answer, String means) {
        provider.answers("/", status, answer);
        ChannelAccount a =
                account("http_url", provider.url() + "/", "http_ya", "200 201", "http_ya_isi", "/status = true");
        assertThat(gateway.send(a, "+62812", "x", "55").getClass().getSimpleName())
                .isEqualTo(means);
    }

    @Test
    void aSecretThatNoHeaderTakesIsNotRepeatedInTheFault() {
        ChannelAccount a = account("http_kepala", "X-Key: {secret}", "http_rahasia", "kunci\u00e9\u0001");
        assertThat(gateway.send(a, "+62812", "x", "55"))
                .isInstanceOfSatisfying(
                        Delivered.NoServer.class, n -> assertThat(n.reason()).doesNotContain("kunci"));
        assertThat(provider.asked).isEmpty();
    }

    // --- what is filled in wrongly

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http_pengirim|sender|no-pointer",
                "http_abaikan|fromMe = true|no-rule",
                "http_url|ftp://contoh.invalid/|no-url",
                "http_url|https://{to}.contoh.invalid/|no-url",
                "http_url|https://contoh.invalid/{apa}|no-url",
                "http_badan|{to: {to}}|no-body",
                "http_kepala|Host: lain|no-header",
                "http_kepala|tanpa titik dua|no-header",
                "http_ya|dua ratus|no-status",
                "http_laju|0|no-number",
                "http_bukti|hmac|missing"
            })
    void whatIsFilledInWronglyIsSaid(String field, String value, String key) {
        assertThat(gateway.faults(account(field, value).settings())).containsValue("channel.account." + key);
    }

    @Test
    void whatStandsThereFirstIsRightButForTheAddress() {
        Map<String, String> preset = new HashMap<>();
        for (ChannelKind.Field f : ChannelKind.HTTP.fields()) preset.put(f.key(), f.preset());
        assertThat(gateway.faults(preset)).containsOnlyKeys("http_url");
        assertThat(gateway.faults(account().settings())).isEmpty();
    }

    private Arrival.Said said(ChannelAccount a, Call call) {
        return (Arrival.Said) gateway.read(a, call).getFirst();
    }

    private ChannelAccount proof(String how, String where, String prefix) {
        return account(
                "http_bukti", how,
                "http_bukti_nama", where,
                "http_bukti_awalan", prefix,
                "http_bukti_rahasia", "RAHASIA");
    }

    /** What stands there first, an address, and these. */
    private ChannelAccount account(String... settings) {
        Map<String, String> all = new HashMap<>();
        for (ChannelKind.Field f : ChannelKind.HTTP.fields()) all.put(f.key(), f.preset());
        all.put("http_url", provider.url() + "/send");
        all.put("http_rahasia", "KIRIM");
        for (int i = 0; i < settings.length; i += 2) all.put(settings[i], settings[i + 1]);
        return new ChannelAccount(1, 1, ChannelKind.HTTP, "Uji", "0812", all, true);
    }

    private static Call json(String body) {
        return call(bytes(body));
    }

    private static Call call(byte[] body, String... headers) {
        return new Call(Map.of(), headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]), body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(String algorithm, byte[] body) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(bytes("RAHASIA"), algorithm));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }
}
