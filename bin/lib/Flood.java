/*
# DOC: Bagian bin/bench --kanal dalam Java: banyak pesan masuk dengan laju tetap, dan meja petugas sementara itu
*/
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Started by bin/bench --kanal: {@code java Flood.java URL MESSAGES SECONDS RESULT}. Plays Kannel: sends so many SMS in so many seconds at an even pace, whether or not the program keeps up (open
 * loop: an answer's time counts from the moment at which its message was due), takes what the program sends, and looks at an officer's desk all the while.
 */
public class Flood {

    /** Each writes every so often; the gap between two messages of one person is the same for all. */
    private static final int PEOPLE = 8_000;

    private static final int IDLE_LOOKS = 60;
    private static final long LOOK_EVERY_MS = 250;

    private final URI base;
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final HttpClient http = HttpClient.newBuilder()
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    Flood(String url) {
        this.base = URI.create(url);
    }

    public static void main(String[] a) throws Exception {
        try {
            new Flood(a[0]).run(Integer.parseInt(a[1]), Integer.parseInt(a[2]), Path.of(a[3]));
            System.exit(0);
        } catch (Exception failed) {
            failed.printStackTrace();
            System.exit(1);
        }
    }

    void run(int messages, int seconds, Path result) throws Exception {
        HttpServer kannel = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 1024);
        kannel.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        kannel.createContext("/cgi-bin/sendsms", call -> {
            answered.incrementAndGet();
            byte[] yes = "0: Accepted for delivery".getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(202, yes.length);
            call.getResponseBody().write(yes);
            call.close();
        });
        kannel.start();
        String door = account("http://127.0.0.1:" + kannel.getAddress().getPort() + "/cgi-bin/sendsms");
        String officer = signedIn("wulan");
        warmUp(door, messages / 10, officer);
        long[] idle = new long[IDLE_LOOKS];
        for (int i = 0; i < IDLE_LOOKS; i++) idle[i] = look(officer);

        AtomicLongArray times = new AtomicLongArray(messages);
        AtomicInteger wrong = new AtomicInteger();
        long[] busy = new long[(int) (seconds * 1000L / LOOK_EVERY_MS)];
        AtomicInteger looks = new AtomicInteger();
        Thread desk = Thread.startVirtualThread(() -> {
            try {
                while (looks.get() < busy.length) {
                    busy[looks.get()] = look(officer);
                    looks.incrementAndGet();
                    Thread.sleep(LOOK_EVERY_MS);
                }
            } catch (Exception ended) {
                // the flood is over
                Thread.currentThread().interrupt();
            }
        });
        long begun = System.nanoTime();
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < messages; i++) {
                long due = begun + i * (seconds * 1_000_000_000L / messages);
                while (System.nanoTime() < due) Thread.sleep(0, 200_000);
                int n = i;
                each.execute(() -> {
                    if (knock(door, n) != 200) wrong.incrementAndGet();
                    times.set(n, System.nanoTime() - due);
                });
            }
        }
        double took = (System.nanoTime() - begun) / 1e9;
        desk.interrupt();
        desk.join();
        long[] acknowledged = new long[messages];
        for (int i = 0; i < messages; i++) acknowledged[i] = times.get(i);
        Files.writeString(
                result,
                String.format(
                        Locale.ROOT,
                        "%d\t%d\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%d\t%d\t%d%n",
                        messages,
                        wrong.get(),
                        took,
                        percentile(acknowledged, 50),
                        percentile(acknowledged, 99),
                        percentile(idle, 99),
                        percentile(Arrays.copyOf(busy, looks.get()), 99),
                        Math.min(PEOPLE, messages),
                        looks.get(),
                        turnedAway.get()));
        // who plays Kannel stays until it is told to go: the backlog is answered meanwhile
        System.in.read();
    }

    /** A tenth of the messages in half a minute, from other people: the program has been in use for a while when a flood comes. Ends when what they wrote is answered. */
    private void warmUp(String door, int messages, String officer) throws Exception {
        for (int i = 0; i < messages; i++) {
            send(door, "0813" + String.format("%08d", i), "w" + i, "PU # Lampu jalan di gang " + i + " padam, mohon diperbaiki.");
            if (i % 5 == 0) look(officer);
            Thread.sleep(30_000 / messages);
        }
        for (int before = -1; before != answered.get(); Thread.sleep(6_000)) before = answered.get();
    }

    /** The first message of a person is a complaint, the others go on with it. */
    private int knock(String door, int i) {
        int person = i % PEOPLE;
        int turn = i / PEOPLE + 1;
        String text = turn == 1
                ? "PU # Jalan berlubang di RT " + person + ", mohon ditambal. urut " + turn
                : "Masih berlubang juga sampai hari ini. urut " + turn;
        return send(door, "0812" + String.format("%08d", person), "f" + i, text);
    }

    private int send(String door, String from, String id, String text) {
        String query = "?from=" + from + "&to=9000&ts=0&id=" + id;
        try {
            return http.send(
                            HttpRequest.newBuilder(base.resolve(door + query))
                                    .header("Content-Type", "text/plain; charset=UTF-8")
                                    .POST(BodyPublishers.ofString(text))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (Exception gone) {
            return 0; // counted as not taken
        }
    }

    /** How long the desk took, also where it had no place for the officer. */
    private long look(String cookie) throws Exception {
        long begun = System.nanoTime();
        if (send(request("/meja"), cookie).statusCode() != 200) turnedAway.incrementAndGet();
        return System.nanoTime() - begun;
    }

    /** Path of the door of a new account, as the administrator sees it. */
    private String account(String sendsms) throws Exception {
        String admin = signedIn("admin");
        String form = send(request("/kelola/kanal/baru/kannel"), admin).body();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("_t", find("name=\"_t\" value=\"([^\"]+)\"", form));
        fields.put("nama", "SMS Center");
        fields.put("alamat", "9000");
        fields.put("kirim_url", sendsms);
        fields.put("pengguna", "tindak");
        fields.put("sandi", "rahasia");
        HttpResponse<String> stored = send(post("/kelola/kanal/baru/kannel", fields), admin);
        must(303, stored);
        String where = stored.headers().firstValue("Location").orElseThrow();
        String page = send(HttpRequest.newBuilder(stored.uri().resolve(where)).GET(), admin).body();
        return URI.create(find("(https?://[^<\"\\s]+/kanal/[A-Za-z0-9_-]{30,})", page)).getPath();
    }

    private String signedIn(String name) throws Exception {
        HttpResponse<String> page = send(request("/masuk"), null);
        // the demo's agencies come one after the other
        for (int i = 0; i < 120 && page.statusCode() == 404; i++) {
            Thread.sleep(500);
            page = send(request("/masuk"), null);
        }
        String form = page.body();
        HttpResponse<String> in = send(
                post(
                        "/masuk",
                        Map.of(
                                "_t", find("name=\"_t\" value=\"([^\"]+)\"", form),
                                "nama", name,
                                "sandi", System.getenv("TINDAK_DEMO_PASSWORD"))),
                null);
        must(303, in);
        return in.headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith("__Host-tindak="))
                .map(c -> c.split(";")[0])
                .findFirst()
                .orElseThrow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).GET();
    }

    private HttpRequest.Builder post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String cookie) throws Exception {
        if (cookie != null) request.setHeader("Cookie", cookie);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static void must(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status)
            throw new IllegalStateException(answer.statusCode() + " for " + answer.uri() + "\n" + answer.body());
    }

    private static String find(String pattern, String page) {
        Matcher m = Pattern.compile(pattern).matcher(page);
        if (!m.find()) throw new IllegalStateException("no " + pattern + " in\n" + page);
        return m.group(1);
    }

    /** Milliseconds. */
    private static double percentile(long[] nanos, int percent) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
