package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.demo.DemoWorld;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.message.PostRound;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator connects a gateway that no class of ours knows: described, tried with a sample, switched on, written to, answered. */
@JourneyTest
class HttpGatewayPagesTest {

    private static final String NEW = "main form[action*=/kelola/kanal/baru]";
    private static final String SAMPLE =
            "{\"dari\":\"6281200003390\",\"pesan\":{\"teks\":\"DINKES # Antrean obat di puskesmas lama\"},\"kunci\":\"KATA-MASUK\"}";

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    Reading reading;

    @Autowired
    ApplicationContext program;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;
    FakeProvider provider;
    Http admin;

    @BeforeEach
    void open() throws IOException {
        clock.setWib("2026-11-23T09:00");
        w = world.agency("demo/saran.yaml");
        provider = new FakeProvider();
        provider.answers("/kirim", 200, "{\"ok\":true}");
        admin = world.signedIn(w, "admin");
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void aGatewayIsDescribedTriedSwitchedOnAndUsed() throws Exception {
        String path = described().url;
        assertThat(account().active()).as("off until it was tried").isFalse();
        Http.Shown tried = tryOut(path, SAMPLE);
        assertThat(tried.status).isEqualTo(200);
        assertThat(tried.text())
                .contains(
                        "Yang terbaca dari contoh",
                        "6281200003390",
                        "DINKES # Antrean obat",
                        "POST " + provider.url(),
                        "Authorization: Bearer ***")
                .doesNotContain("KATA-KELUAR");
        assertThat(tried.page().selectFirst("#contoh").text()).as("stays typed").contains("KATA-MASUK");
        admin.get(path).submit("main form[action$=/kanal/" + account().id() + "]", "aktif", "ya");
        assertThat(account().active()).isTrue();
        assertThat(knock("{\"dari\":\"6281200003390\",\"kunci\":\"salah\"}")).isEqualTo(401);
        assertThat(knock(SAMPLE)).isEqualTo(200);
        assertThat(sql.sql("select convert_from(body, 'UTF8') from inbound_raw where agency_id = ?")
                        .param(w.agency().id())
                        .query(String.class)
                        .single())
                .contains("6281200003390")
                .doesNotContain("KATA-MASUK");
        reading.readAll();
        assertThat(sql.sql("select channel || ' ' || title from complaint where agency_id = ?")
                        .param(w.agency().id())
                        .query(String.class)
                        .single())
                .isEqualTo("whatsapp Antrean obat di puskesmas lama");
        PostRound.deliver(program);
        assertThat(provider.asked).singleElement().satisfies(asked -> {
            assertThat(asked.header("Authorization")).isEqualTo("Bearer KATA-KELUAR");
            assertThat(asked.body()).startsWith("nomor=6281200003390&isi=Aduan%20");
        });
    }

    @Test
    void aSampleThatFitsNotSaysWhereItFitsNot() {
        String path = described().url;
        assertThat(tryOut(path, "{\"from\":\"62812\"}").text()).contains("Penunjuk pengirim tidak menemukan apa pun");
        assertThat(tryOut(path, "bukan apa-apa").text()).contains("Contoh ini bukan JSON dan bukan formulir");
        assertThat(tryOut(path, "{\"dari\":\"1\",\"saya\":true}").text()).contains("dilewati karena aturan: /saya");
        Http.Shown empty = tryOut(path, "");
        assertThat(empty.status).isEqualTo(422);
        assertThat(empty.text()).contains("Tempelkan dahulu contoh panggilannya");
        assertThat(sql.sql("select count(*) from inbound_raw where agency_id = ?")
                        .param(w.agency().id())
                        .query(Integer.class)
                        .single())
                .as("trying stores nothing")
                .isZero();
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        Http.Shown wrong = admin.get("/kelola/kanal/baru/http")
                .submit(
                        NEW,
                        "nama",
                        "Gerbang kota",
                        "alamat",
                        "0812-0000-9001",
                        "http_pengirim",
                        "dari",
                        "http_url",
                        "gerbang",
                        "http_badan",
                        "bukan json");
        assertThat(wrong.status).isEqualTo(422);
        assertThat(wrong.page().select(".isian.salah label").eachText())
                .anyMatch(l -> l.startsWith("Pengirim"))
                .anyMatch(l -> l.startsWith("Alamat kirim"))
                .anyMatch(l -> l.startsWith("Badan"));
    }

    private Http.Shown described() {
        return admin.get("/kelola/kanal/baru/http")
                .submit(
                        NEW,
                        "nama",
                        "Gerbang kota",
                        "alamat",
                        "0812-0000-9001",
                        "http_kanal",
                        "whatsapp",
                        "http_bukti",
                        "isi",
                        "http_bukti_nama",
                        "/kunci",
                        "http_bukti_rahasia",
                        "KATA-MASUK",
                        "http_pengirim",
                        "/dari",
                        "http_isi",
                        "/pesan/teks",
                        "http_abaikan",
                        "/saya",
                        "http_url",
                        provider.url() + "/kirim",
                        "http_jenis",
                        "form",
                        "http_badan",
                        "nomor={digits}&isi={text}",
                        "http_rahasia",
                        "KATA-KELUAR");
    }

    private Http.Shown tryOut(String path, String sample) {
        var page = admin.get(path);
        return admin.post(
                path + "/coba",
                page.values("main form[action$=/kanal/" + account().id() + "]", "contoh", sample));
    }

    private ChannelAccount account() {
        return accounts.all(w.agency().id()).getFirst();
    }

    private int knock(String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(account().setting(ChannelAccounts.DOOR)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
