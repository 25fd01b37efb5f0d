package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.database.TestServer;
import id.tindak.journey.Http;
import id.tindak.journey.RunningProgram;
import id.tindak.journey.TestWorld;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed with messages at the door, in reading and on their way out: each message counts once, and each answer leaves once or asks an officer. */
@Tag("lengkap")
class KilledWhileReadingTest {

    private static final int EARLIER = 60;
    private static final int AT_ONCE = 40;
    private static final Pattern DOOR = Pattern.compile("https?://[^<\"\\s]+(/saran/kanal/[A-Za-z0-9_-]{30,})");

    @TempDir
    Path data;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger people = new AtomicInteger();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private FakeKannel kannel;
    private RunningProgram program;
    private String door;

    @AfterEach
    void end() {
        if (program != null) program.close();
        if (kannel != null) kannel.close();
    }

    @Test
    void eachMessageCountsOnceAndEachAnswerLeavesOnceOrAsksAnOfficer() throws Exception {
        kannel = new FakeKannel();
        kannel.takesMillis = 150;
        program = new RunningProgram(data, Map.of());
        program.start(0);
        door = account();
        RunningProgram.inParallel(EARLIER, () -> write(phone()));
        assertThat(acknowledged).hasSize(EARLIER);
        RunningProgram.await("answers begin to leave", () -> kannel.sent.size() >= 3);
        RunningProgram.inParallel(AT_ONCE, () -> {
            if (write(phone())) program.kill();
        });
        assertThat(unanswered)
                .as("messages were at the door when it was killed")
                .isNotEmpty();

        kannel.takesMillis = 0;
        program.start(5);
        unanswered.forEach(this::write);
        // a provider that missed an answer repeats what was taken long ago
        acknowledged.stream().limit(10).forEach(this::write);
        assertThat(acknowledged).hasSize(EARLIER + AT_ONCE);
        RunningProgram.await("all is answered", () -> kannel.sent.size() >= EARLIER + AT_ONCE - 1);
        Http admin = admin();
        // what was in hand is held for its lease, for the provider may have got it
        RunningProgram.await(
                "nothing waits to leave",
                () -> admin.get("/kelola/kiriman").text().contains("Tidak ada kiriman yang menunggu"));
        Thread.sleep(5_000); // and nothing more comes
        program.close();

        List<String> complaints = rows("select r.phone from reporter r join complaint c "
                + "on c.agency_id = r.agency_id and c.id = r.complaint_id where c.title like 'Uji lampu di gang%'");
        assertThat(complaints).as("one case for each person").containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(rows("select id::text from inbound_raw where read_at is null"))
                .as("all was read")
                .isEmpty();
        Map<String, Integer> answers = new TreeMap<>();
        kannel.sent.forEach(s -> answers.merge(s.get("to"), 1, Integer::sum));
        assertThat(answers.values()).as("nobody is told twice").containsOnly(1);
        List<String> perhaps = rows("select recipient from outbox where perhaps_at is not null");
        assertThat(perhaps).as("what was on its way asks an officer").isNotEmpty();
        answers.keySet().forEach(to -> acknowledged.remove(to));
        assertThat(perhaps).as("who was told nothing is known").containsAll(acknowledged);
    }

    private String phone() {
        return "+62812%08d".formatted(people.incrementAndGet());
    }

    /** Whether the door took it. */
    private boolean write(String from) {
        String query =
                "?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8) + "&to=9000&ts=0&id=uji" + from.substring(1);
        try {
            int status = client.send(
                            HttpRequest.newBuilder(URI.create(program.root() + door + query))
                                    .header("Content-Type", "text/plain; charset=UTF-8")
                                    .POST(HttpRequest.BodyPublishers.ofString("PU # Uji lampu di gang "
                                            + from.substring(9) + " padam, mohon diperbaiki."))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status == 200) acknowledged.add(from);
            else unanswered.add(from);
            return status == 200;
        } catch (IOException gone) {
            unanswered.add(from);
            return false;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** Path of the door of a new SMS account, as the administrator reads it. */
    private String account() {
        Http.Shown made = admin().get("/kelola/kanal/baru/kannel")
                .submit(
                        "main form[action*=/kelola/kanal/baru]",
                        "nama",
                        "SMS Center",
                        "alamat",
                        "9000",
                        "kirim_url",
                        kannel.url(),
                        "pengguna",
                        "tindak",
                        "sandi",
                        "rahasia");
        Matcher address = DOOR.matcher(made.body);
        assertThat(address.find()).as(made.text()).isTrue();
        return address.group(1);
    }

    private Http admin() {
        Http admin = program.agency("saran");
        admin.get("/masuk").submit("form[action$=/masuk]", "nama", "admin", "sandi", TestWorld.PASSWORD);
        return admin;
    }

    private List<String> rows(String sql) {
        return TestServer.rowsOf(data, sql);
    }
}
