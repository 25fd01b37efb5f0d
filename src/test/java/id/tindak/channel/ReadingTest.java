package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.CaseFile;
import id.tindak.handling.CaseFiles;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.message.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages are read while what belongs to them cannot be had: nothing is lost, nobody else waits, and what one person wrote stays in order. */
@JourneyTest
class ReadingTest {

    private static final String SITI = "6281200003390";
    private static final String BUDI = "6281200004444";
    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    Keeping keeping;

    @Autowired
    Reading reading;

    @Autowired
    Complaints complaints;

    @Autowired
    CaseFiles cases;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;
    FakeProvider provider;
    ChannelAccount account;

    @BeforeEach
    void open() throws IOException {
        clock.setWib("2026-11-23T09:00");
        w = world.agency("demo/pasuruan.yaml");
        provider = new FakeProvider();
        Map<String, String> settings = new HashMap<>();
        for (ChannelKind.Field f : ChannelKind.HTTP.fields()) settings.put(f.key(), f.preset());
        settings.putAll(Map.of(
                "http_kanal",
                "whatsapp",
                "http_url",
                provider.url() + "/kirim",
                "http_id",
                "/id",
                "http_berkas",
                "/file"));
        account = accounts.add(
                w.agency().id(),
                ChannelKind.HTTP,
                "Gerbang",
                "0812",
                settings,
                w.officers().get("admin"));
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void aPhotoThatCannotBeHadForAnHourIsNotLostAndHoldsUpOnlyWhoSentIt() {
        provider.answers("/bukti.pdf", 503, "busy");
        came(SITI, "1", "Jalan desa di depan pasar rusak berat", "/bukti.pdf");
        came(SITI, "2", "Letaknya dekat tiang nomor 117", "");
        came(BUDI, "3", "Lampu jalan di depan balai desa padam", "");
        reading.readAll();
        assertThat(filed().only().title()).isEqualTo("Lampu jalan di depan balai desa padam");
        assertThat(world.signedIn(w, "admin").get("/kelola/kanal").text()).contains("2 belum terbaca", "HTTP 503");
        for (int minute = 0; minute < 65; minute++) {
            clock.forward(Duration.ofMinutes(1));
            reading.readAll();
        }
        assertThat(filed().all()).hasSize(1);
        assertThat(provider.asked.size()).as("asked now and then").isBetween(4, 8);
        provider.gives("/bukti.pdf", PDF);
        clock.forward(Duration.ofHours(1));
        reading.readAll();
        Complaint siti = filed().all().getLast();
        CaseFile file = cases.forReporter(complaints.known(siti));
        assertThat(file.messages().stream().map(Message::body))
                .containsExactly("Jalan desa di depan pasar rusak berat", "Letaknya dekat tiang nomor 117");
        assertThat(file.attachments()).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void afterHoursAPhotoIsGivenUpAndTheMessageSaysSo() {
        provider.answers("/bukti.pdf", 503, "busy");
        came(SITI, "1", "Jalan desa di depan pasar rusak berat", "/bukti.pdf");
        for (Duration wait : Reading.WAITS) {
            reading.readAll();
            assertThat(filed().all()).isEmpty();
            clock.forward(wait);
        }
        reading.readAll();
        assertThat(cases.forReporter(complaints.known(filed().only()))
                        .messages()
                        .getFirst()
                        .body())
                .contains("rusak berat", "Lampiran yang tidak dapat diterima: bukti.pdf");
    }

    private void came(String from, String id, String text, String file) {
        String body = Json.write(
                Map.of("sender", from, "message", text, "id", id, "file", file.isEmpty() ? "" : provider.url() + file));
        keeping.keep(account, new Call(Map.of(), Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    private AgencyComplaints filed() {
        return new AgencyComplaints(sql, complaints, w.agency().id());
    }

    private int waiting() {
        List<Integer> all = sql.sql(
                        "select cardinality(persons) from inbound_raw where agency_id = ? and (read_at is null or persons <> '{}')")
                .param(w.agency().id())
                .query(Integer.class)
                .list();
        return all.size();
    }
}
