package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.tindak.base.database.TestServer;
import jakarta.mail.Message;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program ends while citizens file, by kill -9 and by an orderly stop: what a citizen was told is true afterwards. */
@Tag("lengkap")
class KilledWhileFilingTest {

    private static final int CITIZENS = 4;
    private static final int ENOUGH = 30;
    private static final int AT_ONCE = 24;
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2,5}-\\d{6}-[0-9A-Z]{4}");

    @TempDir
    Path data;

    private final AtomicInteger people = new AtomicInteger();
    /** Title of a complaint → the number its reporter was told. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    private final int mailPort = RunningProgram.freePort();
    private final GreenMail mail = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private RunningProgram program;

    @BeforeEach
    void place() {
        program = new RunningProgram(
                data,
                Map.of(
                        "TINDAK_SMTP_HOST", "127.0.0.1",
                        "TINDAK_SMTP_PORT", Integer.toString(mailPort),
                        "TINDAK_SMTP_SECURITY", "TANPA",
                        "TINDAK_SMTP_FROM", "tindak@contoh.invalid"));
    }

    @AfterEach
    void end() {
        mail.stop();
        program.close();
    }

    @Test
    void whatWasAcknowledgedIsThereOnceAndItsMailArrivesOnceTheServersAreBack() throws Exception {
        program.start(0);
        RunningProgram.inParallel(CITIZENS, () -> {
            while (acknowledged.size() < ENOUGH) new Filing().send();
        });
        Queue<Filing> ready = new ConcurrentLinkedQueue<>(
                Stream.generate(Filing::new).limit(AT_ONCE).toList());
        Queue<Filing> cut = new ConcurrentLinkedQueue<>();
        int before = acknowledged.size();
        RunningProgram.inParallel(AT_ONCE, () -> {
            Filing filing = ready.remove();
            try {
                filing.send();
            } catch (AssertionError gone) {
                cut.add(filing);
                return;
            }
            // kill -9 as soon as the first has an answer; the mail server was never there
            program.kill();
        });
        assertThat(acknowledged).as("some were told their number").hasSizeGreaterThan(before);
        assertThat(cut).as("requests were under way when it was killed").isNotEmpty();

        mail.start();
        program.start(5);
        for (Filing filing : cut) filing.again(); // the same form once more, as a person does
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH + cut.size());
        RunningProgram.await("each has its mail", () -> mailed().keySet().containsAll(acknowledged.values()));
        assertThat(mailed().values())
                .as("a repeated mail has the same Message-ID")
                .allMatch(ids -> ids.size() == 1);

        String last = titleFiledWhileItStops();

        Map<String, String> stored = new HashMap<>();
        for (String row : TestServer.rowsOf(
                data, "SELECT title || '|' || public_number FROM complaint WHERE title LIKE 'Uji %'")) {
            String[] parts = row.split("\\|");
            assertThat(stored.put(parts[0], parts[1]))
                    .as("%s is there once", parts[0])
                    .isNull();
        }
        assertThat(stored.remove(last)).as("what was answered while it stopped").isNotNull();
        assertThat(stored)
                .as("all that was acknowledged, and nothing that nobody filed")
                .isEqualTo(acknowledged);
    }

    /** SIGTERM between the head and the end of a request: it is answered, no other is taken, and the program ends by itself. */
    private String titleFiledWhileItStops() throws Exception {
        Filing filing = new Filing();
        String body = filing.body();
        int port = program.port();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            var out = socket.getOutputStream();
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out.write(("POST /cilacap/lapor HTTP/1.1\r\nHost: 127.0.0.1:" + port
                            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nExpect: 100-continue\r\nContent-Length: "
                            + body.length() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(in.readLine()).as("the program has the request in hand").contains("100");
            in.readLine();
            out.write(body.substring(0, 100).getBytes(StandardCharsets.US_ASCII));
            program.stop();
            RunningProgram.await("no new visitor is let in", () -> !RunningProgram.reachable(port));
            assertThat(program.isAlive()).isTrue();
            out.write(body.substring(100).getBytes(StandardCharsets.US_ASCII));
            assertThat(in.readLine()).contains("303");
            assertThat(in.readLine()).isNotNull();
        }
        assertThat(program.ended(Duration.ofSeconds(30))).as("ended by itself").isTrue();
        return filing.title;
    }

    /** One citizen's form, filled in; it can be sent again as it is. */
    private final class Filing {
        private final int person = people.incrementAndGet();
        private final String title = "Uji " + person + " lampu jalan padam";
        private final Http.Shown form =
                program.agency("cilacap").from("198.51.100." + person).get("/lapor");
        private final String[] fields = {
            "jenis",
            "pengaduan",
            "judul",
            title,
            "uraian",
            "Lampu jalan di tikungan padam sejak Jumat malam.",
            "kategori",
            "pju",
            "kecamatan",
            "Cilacap Tengah",
            "patokan",
            "Tikungan SDN 2",
            "sifat",
            "TERBUKA",
            "jenis_pelapor",
            "perseorangan",
            "nama",
            "Warga Contoh",
            "alamat",
            "Jalan Melati 14",
            "email",
            "warga" + person + "@contoh.invalid",
            "benar",
            "ya"
        };

        void send() {
            told(form.submit("form[action$=/lapor]", fields).text());
        }

        /** After the program came back under another address. */
        void again() {
            told(program.agency("cilacap")
                    .from("198.51.100." + person)
                    .post("/lapor", form.values("form[action$=/lapor]", fields))
                    .text());
        }

        String body() {
            return Http.urlencoded(form.values("form[action$=/lapor]", fields));
        }

        void told(String page) {
            Matcher number = NUMBER.matcher(page);
            assertThat(number.find()).as(page).isTrue();
            acknowledged.put(title, number.group());
        }
    }

    /** Number → the Message-IDs of the mails that name it. */
    private Map<String, Set<String>> mailed() {
        Map<String, Set<String>> all = new HashMap<>();
        try {
            for (Message message : mail.getReceivedMessages()) {
                Matcher number = NUMBER.matcher(message.getSubject());
                if (number.find())
                    all.computeIfAbsent(number.group(), n -> new HashSet<>()).add(message.getHeader("Message-ID")[0]);
            }
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
        return all;
    }
}
