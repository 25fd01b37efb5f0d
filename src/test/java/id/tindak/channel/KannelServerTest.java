package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.demo.DemoWorld;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.message.PostRound;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kannel itself, from Debian's package, with its own fake telephone network: a citizen's SMS comes in, the receipt goes out, the network reports that it arrived. */
@JourneyTest
@Tag("peladen")
class KannelServerTest {

    private static final Path FAKESMSC = Path.of("/usr/lib/kannel/test/fakesmsc");

    @TempDir
    Path here;

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

    private RealServers servers;
    private final int admin = RealServers.freePort();
    private final int box = RealServers.freePort();
    private final int network = RealServers.freePort();
    private final int sendsms = RealServers.freePort();
    private DemoWorld.Founded w;
    private ChannelAccount account;

    @BeforeEach
    void start() throws Exception {
        servers = new RealServers(here, Map.of());
        clock.set(Instant.now());
        w = world.agency("demo/saran.yaml");
        account = accounts.add(
                w.agency().id(),
                ChannelKind.KANNEL,
                "SMS Center",
                "9000",
                Map.of(
                        "kirim_url",
                        "http://127.0.0.1:" + sendsms + "/cgi-bin/sendsms",
                        "pengguna",
                        "tindak",
                        "sandi",
                        "rahasia",
                        "pengirim",
                        "9000"),
                w.officers().get("admin"));
        Path conf = Files.writeString(here.resolve("kannel.conf"), """
                group = core
                admin-port = %d
                admin-password = x
                smsbox-port = %d
                box-allow-ip = "127.0.0.1"
                log-file = "%s"

                group = smsc
                smsc = fake
                smsc-id = FAKE
                port = %d
                connect-allow-ip = "127.0.0.1"

                group = smsbox
                bearerbox-host = 127.0.0.1
                sendsms-port = %d
                global-sender = 9000
                log-file = "%s"

                group = sendsms-user
                username = tindak
                password = rahasia
                concatenation = true
                max-messages = 10

                group = sms-service
                keyword = default
                catch-all = true
                max-messages = 0
                post-url = "%s?from=%%p&to=%%P&ts=%%T&id=%%I"
                """.formatted(
                        admin,
                        box,
                        here.resolve("bearerbox.log"),
                        network,
                        sendsms,
                        here.resolve("smsbox.log"),
                        account.setting(ChannelAccounts.DOOR)));
        servers.run("bearerbox", "/usr/sbin/bearerbox", "-v", "2", conf.toString());
        servers.await("bearerbox", () -> RealServers.listening(box));
        servers.run("smsbox", "/usr/sbin/smsbox", "-v", "2", conf.toString());
        servers.await("smsbox", () -> RealServers.listening(sendsms));
    }

    @AfterEach
    void stop() throws Exception {
        servers.close();
    }

    @Test
    void aCitizensMessageComesInItsReceiptGoesOutAndIsReportedDelivered() throws Exception {
        Path phone = servers.said("fakesmsc");
        servers.run(
                "fakesmsc",
                FAKESMSC.toString(),
                "-H",
                "127.0.0.1",
                "-r",
                Integer.toString(network),
                "-i",
                "1",
                "-m",
                "1",
                "081200003390 9000 text PU # Jalan kampung berlubang sejak galian pipa");
        servers.await("the message is kept", () -> count("inbound_raw") > 0);
        reading.readAll();
        String number = sql.sql("select public_number from complaint where agency_id = ?")
                .param(w.agency().id())
                .query(String.class)
                .single();
        PostRound.deliver(program);
        servers.await(
                "the receipt is on the phone", () -> Files.readString(phone).contains(number));
        servers.await("the network reports", () -> {
            reading.readAll();
            return sql.sql("select delivered_at from outbox where agency_id = ? and lane = ?")
                    .params(w.agency().id(), account.lane())
                    .query(Timestamp.class)
                    .optional()
                    .isPresent();
        });
        assertThat(count("inbound")).isEqualTo(1);
    }

    private int count(String table) {
        return sql.sql("select count(*) from " + table + " where agency_id = ?")
                .param(w.agency().id())
                .query(Integer.class)
                .single();
    }
}
