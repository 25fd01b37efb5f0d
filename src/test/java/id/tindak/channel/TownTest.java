package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.demo.DemoWorld;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.message.Outbox;
import id.tindak.message.PostRound;
import id.tindak.phones.Line;
import id.tindak.phones.Network;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A citizen with a phone on every channel, with a provider in between that speaks as its public pages say: what he writes arrives, what the office answers reaches him, whatever ails the provider. */
@JourneyTest
class TownTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

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
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;
    Line phone;

    @BeforeEach
    void found() {
        clock.setWib("2026-11-23T09:00");
        w = world.agency("demo/saran.yaml");
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatACitizenWritesArrivesAndTheAnswerReachesHim(Network network) {
        phone = phone(network);
        assertThat(phone.write("PU # Jalan kampung berlubang sejak \"galian\" pipa & gelap", false, false))
                .isEqualTo(200);
        round();
        assertThat(phone.last()).contains(number(), "/lacak/" + number() + "?kode=");
        assertThat(sql.sql("select name from reporter where agency_id = ?")
                        .param(w.agency().id())
                        .query(String.class)
                        .optional()
                        .orElse(""))
                .isIn("Siti Aminah", "@warga.contoh", "");
        clock.forward(Duration.ofMinutes(2));
        phone.write("CEK " + number(), false, false);
        round();
        assertThat(phone.last()).as("the person is known again").contains("Sekarang pada Petugas SMS");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KANNEL")
    void aPhotoComesAlong(Network network) {
        phone = phone(network);
        assertThat(phone.write("PU # Jalan kampung berlubang, ini fotonya", true, false))
                .isEqualTo(200);
        round();
        assertThat(sql.sql("select count(*) from attachment where agency_id = ?")
                        .param(w.agency().id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aPhotoThatIsNotThereYetIsAskedForAgainAndTheOfficerKnowsOfOneThatNeverComes() {
        phone = phone(Network.WAHA);
        phone.mood(Line.Mood.DOWN);
        phone.write("PU # Jalan kampung berlubang, ini fotonya", true, false);
        for (Duration wait : Reading.WAITS.subList(0, 4)) {
            reading.readAll();
            clock.forward(wait);
        }
        assertThat(count("complaint")).as("it waits for its photo").isZero();
        phone.mood(Line.Mood.WELL);
        round();
        assertThat(count("attachment")).isEqualTo(1);

        phone.mood(Line.Mood.DOWN);
        clock.forward(Duration.ofDays(1));
        phone.write("PU # Pohon tumbang di jalan desa, ini fotonya", true, false);
        for (Duration wait : Reading.WAITS) {
            reading.readAll();
            clock.forward(wait);
        }
        reading.readAll();
        assertThat(count("complaint")).isEqualTo(2);
        assertThat(count("attachment")).isEqualTo(1);
        assertThat(sql.sql("select body from message where agency_id = ? order by id desc limit 1")
                        .param(w.agency().id())
                        .query(String.class)
                        .single())
                .contains("Lampiran yang tidak dapat diterima");
    }

    private int count(String table) {
        return sql.sql("select count(*) from " + table + " where agency_id = ?")
                .param(w.agency().id())
                .query(Integer.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource(names = {"KANNEL", "WHATSAPP", "WAHA", "GOWA", "QONTAK"})
    void whatBecameOfAnAnswerIsReported(Network network) {
        phone = phone(network);
        phone.write("PU # Jalan kampung berlubang sejak galian pipa", false, false);
        round();
        assertThat(phone.reportLast("DELIVERED")).isTrue();
        reading.readAll();
        assertThat(sql.sql("select count(*) from outbox where agency_id = ? and delivered_at is not null")
                        .param(w.agency().id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Line.Mood.class,
            names = {"DOWN", "BUSY", "BROKEN", "GARBAGE"})
    void afterAnHourOfTroubleAllAnswersReachHimOnceAndInOrder(Line.Mood mood) {
        phone = phone(Network.WAHA);
        phone.mood(mood);
        phone.write("PU # Jalan kampung berlubang sejak galian pipa", false, false);
        for (int i = 0; i < 12; i++) {
            clock.forward(Duration.ofMinutes(5));
            phone.write("CEK " + (i == 0 ? "AB-000000-0000" : number()), false, false);
            round();
        }
        assertThat(phone.received()).isEmpty();
        assertThat(world.signedIn(w, "admin").get("/kelola/kanal").text())
                .as("the administrator sees it")
                .contains("galat", "13 menunggu dikirim")
                .doesNotContain("null");
        phone.mood(Line.Mood.WELL);
        for (int i = 0; i < 7; i++) {
            clock.forward(Duration.ofMinutes(10));
            PostRound.deliver(program);
        }
        assertThat(phone.received()).hasSize(13);
        assertThat(phone.received().getFirst()).contains("/lacak/" + number() + "?kode=");
    }

    @Test
    void aSlowProviderIsWaitedForAndHoldsUpNoOther() {
        Line slow = phone(Network.WAHA);
        slow.mood(Line.Mood.SLOW);
        phone = phone(Network.FONNTE);
        slow.write("PU # Jalan kampung berlubang sejak galian pipa", false, false);
        phone.write("PU # Lampu jalan padam di depan balai desa", false, false);
        reading.readAll();
        PostRound.deliver(program);
        assertThat(phone.received()).hasSize(1);
        assertThat(slow.received()).hasSize(1);
        slow.close();
    }

    @Test
    void aDayAfterTheCitizenWroteTheApprovedWordingReachesHim() {
        phone = phone(Network.WHATSAPP);
        phone.write("PU # Jalan kampung berlubang sejak galian pipa", false, false);
        round();
        clock.forward(Duration.ofHours(25));
        transaction.executeWithoutResult(status -> outbox.stage(
                w.agency().id(),
                List.of(sql.sql("select lane, recipient, params from outbox where agency_id = ?")
                        .param(w.agency().id())
                        .query((rs, i) -> new Outbox.Outgoing(
                                null, rs.getString(1), rs.getString(2), "moved", JSON.readValue(rs.getString(3), MAP)))
                        .single())));
        PostRound.deliver(program);
        assertThat(phone.last())
                .startsWith("[aduan_kabar] " + number() + "\nhttp")
                .contains("?kode=");
    }

    @Test
    void aSendThatWasCutOffIsNotRepeated() {
        phone = phone(Network.WAHA);
        phone.mood(Line.Mood.CUT);
        phone.write("PU # Jalan kampung berlubang sejak galian pipa", false, false);
        round();
        phone.mood(Line.Mood.WELL);
        clock.forward(Duration.ofMinutes(10));
        PostRound.deliver(program);
        assertThat(phone.received())
                .as("perhaps it arrived; nobody sends it twice")
                .isEmpty();
        assertThat(sql.sql("select count(*) from outbox where agency_id = ? and perhaps_at is not null")
                        .param(w.agency().id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private Line phone(Network network) {
        return new TownAccounts(accounts, clock)
                .connect(
                        w.agency().id(),
                        network,
                        "Ponsel " + network,
                        "6281200009000",
                        "Siti Aminah",
                        "6281200003390",
                        0,
                        Objects.requireNonNull(w.officers().get("admin")));
    }

    private void round() {
        reading.readAll();
        PostRound.deliver(program);
    }

    private String number() {
        return sql.sql("select public_number from complaint where agency_id = ?")
                .param(w.agency().id())
                .query(String.class)
                .single();
    }
}
