package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.demo.DemoWorld;
import id.tindak.message.PostRound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Lets a journey be begun and answered by SMS: knocks at the agency's door as Kannel does, and keeps what is sent. */
public final class PlayedSms implements AutoCloseable {

    private final ApplicationContext program;
    private final FakeKannel kannel;
    private final String door;

    public PlayedSms(ApplicationContext program, DemoWorld.Founded w) {
        this.program = program;
        try {
            this.kannel = new FakeKannel();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.door = program.getBean(ChannelAccounts.class)
                .add(
                        w.agency().id(),
                        ChannelKind.KANNEL,
                        "SMS Center",
                        "0812-0000-9000",
                        Map.of("kirim_url", kannel.url(), "pengguna", "tindak", "sandi", "rahasia"),
                        Objects.requireNonNull(w.officers().get("admin")))
                .setting(ChannelAccounts.DOOR);
    }

    /** One citizen's phone. */
    public Correspondent phone(String number) {
        return new Correspondent() {
            @Override
            public String address() {
                return number;
            }

            @Override
            public void says(String text) {
                PlayedSms.this.says(number, text);
            }

            @Override
            public List<String> heard() {
                return PlayedSms.this.heard(number);
            }
        };
    }

    /** Somebody sends an SMS; it is read, and what there is to answer leaves. */
    public void says(String from, String text) {
        String query =
                "?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8) + "&to=9000&ts=0&id=" + UUID.randomUUID();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(
                            HttpRequest.newBuilder(URI.create(door + query))
                                    .header("Content-Type", "text/plain; charset=UTF-8")
                                    .POST(HttpRequest.BodyPublishers.ofString(text))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            assertThat(status).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        program.getBean(Reading.class).readAll();
    }

    /** What came to this number so far, in international form, oldest first. */
    public List<String> heard(String number) {
        PostRound.deliver(program);
        return kannel.to(number);
    }

    @Override
    public void close() {
        kannel.close();
    }
}
