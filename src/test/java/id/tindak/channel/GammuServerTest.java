package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.database.TestServer;
import id.tindak.demo.DemoWorld;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.message.Delivered;
import id.tindak.message.PostRound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * gammu-smsd itself, from Debian's package, with its own tables in a PostgreSQL database and a telephone that is a directory: what lies in the telephone comes in, what we write leaves through it,
 * and its reports come back.
 */
@JourneyTest
@Tag("peladen")
class GammuServerTest {

    private static final Path TABLES = Path.of("/usr/share/doc/gammu-smsd/examples/pgsql.sql");
    private static final String SITI = "+6281200003390";
    /** As the agency's; the machine that runs the test may have another. */
    private static final String ZONE = "Asia/Jakarta";

    @TempDir
    Path here;

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    Gammu gammu;

    @Autowired
    Polling polling;

    @Autowired
    Reading reading;

    @Autowired
    ApplicationContext program;

    @Autowired
    JdbcClient sql;

    private RealServers servers;
    private String url;
    private int inPhone = 100;
    private DemoWorld.Founded w;
    private ChannelAccount account;

    @BeforeEach
    void start() throws Exception {
        servers = new RealServers(here, Map.of("TZ", ZONE, "PGTZ", ZONE, "LC_ALL", "C.UTF-8"));
        clock.set(Instant.now());
        tables();
        for (String phone : List.of("ponsel", "jaringan"))
            for (int folder = 1; folder <= 5; folder++) Files.createDirectories(here.resolve(phone + "/sms/" + folder));
        PGSimpleDataSource server = (PGSimpleDataSource) TestServer.superuser();
        settings("jaringan", "");
        Path settings =
                settings("ponsel", """
                [smsd]
                service = sql
                driver = native_pgsql
                host = 127.0.0.1:%d
                user = gammu_uji
                password = gammu_uji
                database = %s
                phoneid = kantor
                logfile = %s
                debuglevel = 1
                commtimeout = 1
                receivefrequency = 1
                loopsleep = 1
                """.formatted(server.getPortNumbers()[0], database(), here.resolve("smsd.log")));
        servers.run("gammu-smsd", "gammu-smsd", "-c", settings.toString());
        w = world.agency("demo/saran.yaml");
        account = accounts.add(
                w.agency().id(),
                ChannelKind.GAMMU,
                "SMS Center",
                "0812-0000-9000",
                Map.of(
                        "gammu_url", url,
                        "gammu_pengguna", "gammu_uji",
                        "gammu_sandi", "gammu_uji",
                        "gammu_ponsel", "kantor"),
                w.officers().get("admin"));
    }

    @AfterEach
    void stop() throws Exception {
        servers.close();
        accounts.change(
                w.agency().id(),
                account,
                account.name(),
                account.address(),
                account.settings(),
                false,
                w.officers().get("admin"));
        superuser("drop database " + database() + " with (force)");
    }

    @Test
    void messagesComeInPutTogetherOnceEachAndInTheAgencysTime() throws Exception {
        String longText = "PU # "
                + "Jalan kampung berlubang sejak galian pipa. ".repeat(7).strip();
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(300);
        comes(at, SITI, "-text", "PU # Lampu jalan di depan pasar padam");
        comes(at, "+6281200003391", "-len", "600", "-text", longText);
        comes(at, "+6281200003392", "-unicode", "-text", "PU # Selokan meluap 🙏 terima kasih");
        comes(at, "TELKOMSEL", "-text", "Kuota Anda hampir habis, isi ulang di 123");
        servers.await("all are fetched", () -> {
            polling.round();
            return count("inbound_raw") == 4;
        });
        polling.round();
        reading.readAll();
        assertThat(sql.sql(
                                "select m.body from complaint c join message m on m.agency_id = c.agency_id and m.complaint_id = c.id"
                                        + " where c.agency_id = ? and m.kind = 'COMPLAINT' order by c.id")
                        .param(w.agency().id())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "Lampu jalan di depan pasar padam", longText.substring(5), "Selokan meluap 🙏 terima kasih");
        assertThat(sql.sql("select distinct at from inbound where agency_id = ?")
                        .param(w.agency().id())
                        .query(Timestamp.class)
                        .list())
                .containsExactly(Timestamp.from(at));
        assertThat(count("outbox"))
                .as("three receipts; a machine is never answered")
                .isEqualTo(3);
        assertThat(gammuRows("select \"ID\" from inbox where not \"Processed\""))
                .isEmpty();
    }

    @Test
    void aReceiptLeavesInItsPartsOnceAndIsReportedDelivered() throws Exception {
        comes(Instant.now(), SITI, "-text", "PU # Lampu jalan di depan pasar padam sejak galian pipa");
        servers.await("it is fetched", () -> {
            polling.round();
            return count("inbound_raw") == 1;
        });
        reading.readAll();
        PostRound.deliver(program);
        servers.await("the phone has sent it", () -> !sent("SendingOK").isEmpty());
        String text = String.join("", gammuRows("select \"TextDecoded\" from sentitems order by \"SequencePosition\""));
        assertThat(text).contains("sudah diterima", "?kode=");
        polling.round();
        reading.readAll();
        assertThat(delivered()).as("not before the network says so").isZero();
        reported("Delivered");
        servers.await("the report is read", () -> {
            polling.round();
            reading.readAll();
            return delivered() == 1;
        });
        assertThat(gammuRows("select \"CreatorID\" from sentitems where \"CreatorID\" not like 'dibaca:%'"))
                .as("taken note of")
                .isEmpty();
    }

    @Test
    void longAndWideMessagesLeaveAsTheyWereWrittenAndASecondAttemptAddsNothing() throws Exception {
        String plain = "Aduan Anda sudah kami teruskan. ".repeat(12).strip();
        String wide = "Aduan Anda sudah ditangani 🙏 ".repeat(6).strip();
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(gammu.send(account, SITI, plain, "701")).isEqualTo(new Delivered.Sent("701"));
            assertThat(gammu.send(account, SITI, wide, "702")).isEqualTo(new Delivered.Sent("702"));
        }
        servers.await(
                "the phone has sent both",
                () -> gammuRows("select \"ID\" from outbox").isEmpty()
                        && sent("SendingOK").size() == 3 + 3);
        assertThat(written("701")).isEqualTo(plain);
        assertThat(written("702")).isEqualTo(wide);
        assertThat(gammuRows("select distinct \"Coding\" from sentitems where \"CreatorID\" like '%702'"))
                .containsExactly("Unicode_No_Compression");
        assertThat(gammu.send(account, SITI, plain, "701")).isEqualTo(new Delivered.Sent("701"));
        assertThat(gammuRows("select \"ID\" from outbox"))
                .as("it is known as sent")
                .isEmpty();
    }

    @Test
    void aReportOfFailureIsAFailure() throws Exception {
        assertThat(gammu.send(account, SITI, "Aduan Anda sudah diterima", "801"))
                .isInstanceOf(Delivered.Sent.class);
        servers.await("the phone has sent it", () -> !sent("SendingOK").isEmpty());
        reported("Failed");
        servers.await("Gammu has read the report", () -> !sent("DeliveryFailed").isEmpty());
        List<Call> calls = new ArrayList<>();
        gammu.poll(account, calls::addAll);
        assertThat(calls.stream().flatMap(c -> gammu.read(account, c).stream()))
                .singleElement()
                .isInstanceOfSatisfying(Arrival.Report.class, r -> {
                    assertThat(r.providerId()).isEqualTo("801");
                    assertThat(r.state()).isEqualTo(Arrival.State.FAILED);
                });
        gammu.poll(account, calls::addAll);
        assertThat(calls).as("told once").hasSize(1);
        assertThat(gammu.send(account, SITI, "Aduan Anda sudah diterima", "801"))
                .isInstanceOf(Delivered.Sent.class);
        assertThat(gammuRows("select \"ID\" from outbox union all select \"ID\" from sentitems"))
                .as("sent again, it leaves again")
                .hasSize(2);
    }

    // --- the telephone

    /** A message as the network delivers it: Gammu's own program writes it, so that its parts and letters are as on the air. */
    private void comes(Instant at, String from, String... how) throws Exception {
        Path network = here.resolve("jaringan/sms/1");
        List<String> command = new ArrayList<>(
                List.of("gammu", "-c", here.resolve("jaringan.rc").toString(), "savesms", "TEXT", "-folder", "1"));
        command.addAll(List.of("-unread", "-sender", from));
        command.addAll(Arrays.asList(how));
        assertThat(servers.run("gammu", command.toArray(String[]::new)).waitFor(10, TimeUnit.SECONDS))
                .isTrue();
        move(network, "PDU = Deliver\nDateTime = " + stamp(at));
    }

    /** The network's report on the last message that the telephone sent; the number is what this telephone gives to all. */
    private void reported(String what) throws Exception {
        Path network = here.resolve("jaringan/sms/1");
        servers.run(
                        "gammu",
                        "gammu",
                        "-c",
                        here.resolve("jaringan.rc").toString(),
                        "savesms",
                        "TEXT",
                        "-folder",
                        "1",
                        "-unread",
                        "-sender",
                        SITI,
                        "-text",
                        what)
                .waitFor(10, TimeUnit.SECONDS);
        move(network, "PDU = Status_Report\nSMSC = \"123456\"\nMessageReference = 255");
    }

    private void move(Path network, String lines) throws IOException {
        List<Path> parts;
        try (var files = Files.list(network)) {
            parts = files.sorted().toList();
        }
        assertThat(parts).isNotEmpty();
        for (Path part : parts) {
            String text = Files.readAllLines(part).stream()
                    .filter(l -> !l.startsWith("DateTime") && !l.startsWith("MessageReference"))
                    .map(l -> l.startsWith("PDU") ? lines : l)
                    .collect(Collectors.joining("\n", "", "\n"));
            Path whole = Files.writeString(here.resolve("bagian"), text);
            Files.move(whole, here.resolve("ponsel/sms/1/" + inPhone++));
            Files.delete(part);
        }
    }

    private static String stamp(Instant at) {
        return DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    private Path settings(String phone, String more) throws IOException {
        return Files.writeString(here.resolve(phone + ".rc"), """
                [gammu]
                model = dummy
                connection = none
                device = %s
                gammuloc = /dev/null

                %s""".formatted(here.resolve(phone), more));
    }

    // --- its tables

    private static String database() {
        return "uji_gammu_" + ProcessHandle.current().pid();
    }

    private void tables() throws Exception {
        superuser("do $$ begin create role gammu_uji login; exception when duplicate_object then null; end $$");
        superuser("alter role gammu_uji password 'gammu_uji'");
        superuser("drop database if exists " + database() + " with (force)");
        superuser("create database " + database() + " owner gammu_uji");
        PGSimpleDataSource server = (PGSimpleDataSource) TestServer.superuser();
        url = "jdbc:postgresql://127.0.0.1:" + server.getPortNumbers()[0] + "/" + database() + "?sslmode=disable";
        String tables = Files.readString(TABLES).replace("CREATE LANGUAGE plpgsql;", "");
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(tables);
        }
    }

    private static void superuser(String command) throws SQLException {
        try (Connection connection = TestServer.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(url, "gammu_uji", "gammu_uji");
    }

    private List<String> gammuRows(String query) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) all.add(rows.getString(1));
        }
        return all;
    }

    private List<String> sent(String status) throws SQLException {
        return gammuRows("select \"ID\" from sentitems where \"Status\" = '" + status + "'");
    }

    private String written(String reference) throws SQLException {
        return String.join(
                "",
                gammuRows("select \"TextDecoded\" from sentitems where \"CreatorID\" = 'Tindak " + reference
                        + "' order by \"SequencePosition\""));
    }

    private int delivered() {
        return sql.sql("select count(*) from outbox where agency_id = ? and delivered_at is not null")
                .param(w.agency().id())
                .query(Integer.class)
                .single();
    }

    private int count(String table) {
        return sql.sql("select count(*) from " + table + " where agency_id = ?")
                .param(w.agency().id())
                .query(Integer.class)
                .single();
    }

    // --- programs
}
