package id.tindak.phones;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** One citizen's phone on one account, and the provider between it and the office: a port of its own, which can be shut. */
public final class Line implements AutoCloseable {

    /** What the provider does to the office's calls. */
    public enum Mood {
        WELL,
        /** Nobody listens. */
        DOWN,
        /** Takes the call and hangs up. */
        CUT,
        BUSY,
        BROKEN,
        SLOW,
        GARBAGE
    }

    private static final int SLOW_SECONDS = 12;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final String label;
    final String citizen;
    final String number;
    final String address;
    final Map<String, String> secrets;
    final Network network;
    private final Format format;
    final List<Bubble> bubbles = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private final int port;
    private volatile Mood mood = Mood.WELL;
    private volatile String door = "";
    private @Nullable HttpServer server;

    /**
     * @param label what it is, for people
     * @param citizen whose phone it is
     * @param number digits only
     * @param address of the office's account
     * @param secrets that provider and office share, by the provider's own names
     * @param port 0 for any
     */
    public Line(
            String label,
            String citizen,
            String number,
            String address,
            Map<String, String> secrets,
            Network network,
            int port,
            Clock clock) {
        this.label = label;
        this.citizen = citizen;
        this.number = number;
        this.address = address;
        this.secrets = secrets;
        this.network = network;
        this.format = network.format;
        this.clock = clock;
        HttpServer first = listen(port);
        this.port = first.getAddress().getPort();
        this.server = first;
    }

    /** Where the office reaches the provider. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Where the provider reaches the office. */
    public void opens(String officeDoor) {
        door = officeDoor;
    }

    String door() {
        return door;
    }

    public Mood mood() {
        return mood;
    }

    public synchronized void mood(Mood next) {
        mood = next;
        if (next == Mood.DOWN && server != null) {
            server.stop(0);
            server = null;
        }
        if (next != Mood.DOWN && server == null) server = listen(port);
    }

    // --- the citizen

    /** Writes to the office; tells what the office's door said. */
    public int write(String text, boolean photo, boolean comment) {
        Bubble bubble = new Bubble(UUID.randomUUID().toString(), true, text, photo, clock.instant());
        bubbles.add(bubble);
        int status = knock(format.said(this, bubble, comment));
        bubble.note = Integer.toString(status);
        return status;
    }

    /** Texts that came from the office, oldest first. */
    public List<String> received() {
        return bubbles.stream().filter(b -> !b.ours).map(b -> b.text).toList();
    }

    /** The last of them. */
    public String last() {
        return received().isEmpty() ? "" : received().getLast();
    }

    boolean reports() {
        return format.report(this, new Bubble("x", false, "", false, clock.instant()), Bubble.State.READ) != null;
    }

    /** Lets the provider say what became of the message; false where it never does. */
    boolean report(String id, Bubble.State state) {
        Bubble bubble =
                bubbles.stream().filter(b -> b.id.equals(id)).findFirst().orElseThrow();
        Format.Call call = format.report(this, bubble, state);
        if (call == null) return false;
        bubble.state = state;
        return knock(call) == 200;
    }

    /** The same for the last message that came. */
    public boolean reportLast(String state) {
        Bubble last = bubbles.stream().filter(b -> !b.ours).reduce((a, b) -> b).orElseThrow();
        return report(last.id, Bubble.State.valueOf(state));
    }

    private static int knock(Format.Call call) {
        var request = HttpRequest.newBuilder(URI.create(call.url()))
                .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
        call.headers().forEach(request::header);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException gone) {
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    // --- the provider

    private HttpServer listen(int at) {
        try {
            HttpServer listening = HttpServer.create(new InetSocketAddress("127.0.0.1", at), 0);
            listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            listening.createContext("/", this::take);
            listening.start();
            return listening;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void take(HttpExchange call) throws IOException {
        try (call) {
            URI uri = call.getRequestURI();
            if (uri.getPath().endsWith("/foto.jpg")) {
                answer(call, 200, "image/jpeg", photo());
                return;
            }
            var asked = new Format.Asked(
                    call.getRequestMethod(),
                    uri.getPath(),
                    Pairs.of(uri.getRawQuery()),
                    new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String other = format.answer(this, asked);
            if (other != null) {
                answer(call, 200, "application/json", other.getBytes(StandardCharsets.UTF_8));
                return;
            }
            switch (mood) {
                case WELL -> say(call, asked);
                case SLOW -> {
                    Thread.sleep(SLOW_SECONDS * 1_000L);
                    say(call, asked);
                }
                case BUSY -> answer(call, 429, "text/plain", "too many requests".getBytes(StandardCharsets.UTF_8));
                case BROKEN -> answer(call, 500, "text/plain", "internal error".getBytes(StandardCharsets.UTF_8));
                case GARBAGE ->
                    answer(call, 502, "text/html", "<html><h1>Bad Gateway</h1>".getBytes(StandardCharsets.UTF_8));
                case CUT, DOWN -> {}
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(HttpExchange call, Format.Asked asked) throws IOException {
        Format.Taken taken = format.taken(this, asked);
        if (taken == null) {
            answer(call, 404, "text/plain", asked.path().getBytes(StandardCharsets.UTF_8));
            return;
        }
        Bubble bubble = new Bubble(taken.id(), false, taken.text(), false, clock.instant());
        bubble.note = asked.query().getOrDefault("dlr-url", "");
        bubbles.add(bubble);
        answer(call, taken.status(), "application/json", taken.answer().getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange call, int status, String type, byte[] body) throws IOException {
        call.getResponseHeaders().set("Content-Type", type);
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
    }

    /** A street at dusk, more or less. */
    private static byte[] photo() {
        var picture = new java.awt.image.BufferedImage(320, 200, java.awt.image.BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 320; x++)
            for (int y = 0; y < 200; y++) picture.setRGB(x, y, y < 120 ? 0x24_30_5a + y : 0x3a_3a_3a + x % 16);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    @Override
    public synchronized void close() {
        if (server != null) server.stop(0);
        server = null;
    }
}
