package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.complaint.Erasures;
import id.tindak.demo.DemoWorld;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.phones.Line;
import id.tindak.phones.Network;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an account remembers of a person goes with his complaints; calls go by themselves, but for those that nobody could read. */
@JourneyTest
class ChannelErasureTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    ChannelErasure erasure;

    @Autowired
    Erasures erasures;

    @Autowired
    Reading reading;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;
    Line phone;

    @BeforeEach
    void found() {
        clock.setWib("2026-11-23T09:00");
        w = world.agency("demo/pasuruan.yaml");
        phone = new TownAccounts(accounts, clock)
                .connect(
                        w.agency().id(),
                        Network.INSTAGRAM,
                        "Instagram",
                        "@dewan.contoh",
                        "Siti Aminah",
                        "910000000000001",
                        0,
                        admin());
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void withTheLastComplaintGoesAllThatIsKnownOfThePerson() {
        writes("Lampu ruang rapat di kantor dewan mati", false);
        clock.forward(Duration.ofDays(2));
        writes("Pagar kantor dewan roboh sejak hujan semalam", true);
        List<Long> cases = sql.sql("select id from complaint where agency_id = ? order by id")
                .param(w.agency().id())
                .query(Long.class)
                .list();
        assertThat(cases).hasSize(2);
        erase(cases.get(0));
        assertThat(rows("channel_person")).as("he has another").isEqualTo(1);
        assertThat(raw()).anyMatch(b -> b.contains("Pagar kantor")).noneMatch(b -> b.contains("Lampu ruang"));
        erase(cases.get(1));
        assertThat(rows("channel_person") + rows("instagram_person") + rows("instagram_comment"))
                .isZero();
        assertThat(raw()).allMatch(String::isEmpty);
        assertThat(sql.sql("select count(*) from inbound where agency_id = ? and address is not null")
                        .param(w.agency().id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(rows("inbound")).as("that they came is remembered").isEqualTo(2);
    }

    @Test
    void aCallThatWasReadGoesAfterAMonthAndOneThatCannotBeReadAfterThree() {
        writes("Lampu ruang rapat di kantor dewan mati", false);
        sql.sql(
                        "insert into inbound_raw (agency_id, id, account_id, received_at, query, headers, body, failed_at)"
                                + " select agency_id, id + 1, account_id, received_at, query, headers, body, received_at from inbound_raw where agency_id = ?")
                .param(w.agency().id())
                .update();
        clock.forward(Duration.ofDays(29));
        erasure.expire();
        assertThat(rows("inbound_raw")).isEqualTo(2);
        clock.forward(Duration.ofDays(2));
        erasure.expire();
        assertThat(rows("inbound_raw")).as("nobody has read it").isEqualTo(1);
        assertThat(world.signedIn(w, "admin")
                        .get("/kelola/kanal/"
                                + accounts.all(w.agency().id()).getFirst().id())
                        .text())
                .contains("Pesan yang belum dapat dibaca: 1.", "tersimpan 90 hari");
        clock.forward(Duration.ofDays(60));
        erasure.expire();
        assertThat(rows("inbound_raw")).as("it holds a person's words too").isZero();
    }

    private void writes(String text, boolean comment) {
        assertThat(phone.write(text, false, comment)).isEqualTo(200);
        reading.readAll();
    }

    /** Closed in the table: how a case ends is told elsewhere. */
    private void erase(long complaintId) {
        sql.sql("update complaint set closed_at = now() where agency_id = ? and id = ?")
                .params(w.agency().id(), complaintId)
                .update();
        assertThat(erasures.erase(w.agency().id(), admin(), complaintId, "Permintaan pelapor"))
                .isNull();
    }

    private List<String> raw() {
        return sql.sql("select convert_from(body, 'UTF8') from inbound_raw where agency_id = ?")
                .param(w.agency().id())
                .query(String.class)
                .list();
    }

    private int rows(String table) {
        return sql.sql("select count(*) from " + table + " where agency_id = ?")
                .param(w.agency().id())
                .query(Integer.class)
                .single();
    }

    private long admin() {
        return Objects.requireNonNull(w.officers().get("admin"));
    }
}
