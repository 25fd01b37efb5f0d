/*
# DOC: Bagian bin/bench --kanal dalam Java: banyak pesan masuk dengan laju tetap, dan meja petugas sementara itu
*/
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
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
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Started by bin/bench --kanal: {@code java Flood.java URL MESSAGES SECONDS RESULT}. Plays Kannel, Meta and Fonnte: sends so many SMS and WhatsApp messages in so many seconds at an even pace, whether or not the program keeps up (open
 * loop: an answer's time counts from the moment at which its message was due), takes what the program answers, and looks at an officer's desk all the while.
 */
public class Flood {

    /** Each writes every so often; the gap between two messages of one person is the same for all. */
    private static final int PEOPLE = 8_000;

    private static final int IDLE_LOOKS = 60;
    private static final long LOOK_EVERY_MS = 250;

    private static final String SECRET = "rahasia-banjir-1234";
    private static final String NUMBER = "1045";

    /** A picture of one pixel. */
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private enum Way {
        KANNEL,
        META,
        FONNTE
    }

    private final URI base;
    private final HttpServer provider = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 1024);
    private Map<Way, String> doors = Map.of();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final HttpClient http = HttpClient.newBuilder()
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    Flood(String url) throws IOException {
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
        provider.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        provider.createContext("/cgi-bin/sendsms", call -> said(call, 202, "0: Accepted for delivery"));
        provider.createContext("/meta", call -> said(call, 200, "{\"messages\":[{\"id\":\"wamid.k" + answered.get() + "\"}]}"));
        provider.createContext("/fonnte", call -> said(call, 200, "{\"status\":true,\"id\":[\"k" + answered.get() + "\"]}"));
        provider.createContext("/foto", call -> sent(call, 200, PICTURE));
        provider.start();
        doors = Map.of(
                Way.KANNEL, account("kannel", "9000", Map.of("kirim_url", at("/cgi-bin/sendsms"), "pengguna", "tindak", "sandi", SECRET)),
                Way.META, account("whatsapp", "+62811000001", Map.of(
                        "wa_url", at("/meta"), "wa_nomor_id", NUMBER, "wa_token", SECRET, "wa_rahasia", SECRET, "wa_verifikasi", SECRET)),
                Way.FONNTE, account("fonnte", "+62811000002", Map.of("fonnte_url", at("/fonnte"), "fonnte_token", SECRET)));
        String officer = signedIn("wulan");
        warmUp(messages / 10, officer);
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
                    if (knock(n) != 200) wrong.incrementAndGet();
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
        // who plays the providers stays until it is told to go: the backlog is answered meanwhile
        System.in.read();
    }

    /** A tenth of the messages in half a minute, from other people: the program has been in use for a while when a flood comes. Ends when what they wrote is answered. */
    private void warmUp(int messages, String officer) throws Exception {
        for (int i = 0; i < messages; i++) {
            send("62813" + String.format("%08d", i), i, "w" + i, "PU # Lampu jalan di gang " + i + " padam, mohon diperbaiki.");
            if (i % 5 == 0) look(officer);
            Thread.sleep(30_000 / messages);
        }
        for (int before = -1; before != answered.get(); Thread.sleep(6_000)) before = answered.get();
    }

    /** The first message of a person is a complaint, the others go on with it; each hundredth comes twice, as providers do who missed the answer. */
    private int knock(int i) {
        int person = i % PEOPLE;
        int turn = i / PEOPLE + 1;
        String text = turn == 1
                ? "PU # Jalan berlubang di RT " + person + ", mohon ditambal. urut " + turn
                : "Masih berlubang juga sampai hari ini. urut " + turn;
        String from = "62812" + String.format("%08d", person);
        int status = send(from, person, "f" + i, text);
        return status == 200 && i % 100 == 0 ? send(from, person, "f" + i, text) : status;
    }

    /** A person writes by one way: half of them by SMS, a quarter each by two kinds of WhatsApp; each tenth message by Fonnte brings a picture. */
    private int send(String from, int person, String id, String text) {
        Way way = person % 4 < 2 ? Way.KANNEL : person % 4 == 2 ? Way.META : Way.FONNTE;
        long now = System.currentTimeMillis() / 1000;
        try {
            HttpRequest.Builder call = switch (way) {
                case KANNEL ->
                    knock(way, "?from=%2B" + from + "&to=9000&ts=0&id=" + id, text).header("Content-Type", "text/plain; charset=UTF-8");
                case META -> {
                    String body = """
                            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp",
                            "metadata":{"phone_number_id":"%s"},"contacts":[{"wa_id":"%s","profile":{"name":"Warga"}}],
                            "messages":[{"from":"%s","id":"wamid.%s","timestamp":"%d","type":"text","text":{"body":"%s"}}]}}]}]}""".formatted(NUMBER, from, from, id, now, text);
                    yield knock(way, "", body)
                            .header("Content-Type", "application/json")
                            .header("X-Hub-Signature-256", "sha256=" + signed(body));
                }
                case FONNTE -> {
                    String picture = id.endsWith("3") ? "\"url\":\"" + at("/foto") + "\",\"filename\":\"lubang.png\"," : "";
                    yield knock(way, "", "{\"device\":\"62811000002\",\"sender\":\"%s\",\"message\":\"%s\",%s\"inboxid\":\"%s\",\"timestamp\":\"%d\"}".formatted(from, text, picture, id, now))
                            .header("Content-Type", "application/json");
                }
            };
            return http.send(call.build(), BodyHandlers.discarding()).statusCode();
        } catch (Exception gone) {
            return 0; // counted as not taken
        }
    }

    private HttpRequest.Builder knock(Way way, String query, String body) {
        return HttpRequest.newBuilder(base.resolve(doors.get(way) + query)).POST(BodyPublishers.ofString(body));
    }

    private static String signed(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    private String at(String path) {
        return "http://127.0.0.1:" + provider.getAddress().getPort() + path;
    }

    private void said(HttpExchange call, int status, String answer) throws IOException {
        answered.incrementAndGet();
        sent(call, status, answer.getBytes(StandardCharsets.UTF_8));
    }

    private static void sent(HttpExchange call, int status, byte[] answer) throws IOException {
        call.sendResponseHeaders(status, answer.length);
        call.getResponseBody().write(answer);
        call.close();
    }

    /** How long the desk took, also where it had no place for the officer. */
    private long look(String cookie) throws Exception {
        long begun = System.nanoTime();
        if (send(request("/meja"), cookie).statusCode() != 200) turnedAway.incrementAndGet();
        return System.nanoTime() - begun;
    }

    /** Path of the door of a new account, as the administrator sees it. */
    private String account(String kind, String address, Map<String, String> settings) throws Exception {
        String admin = signedIn("admin");
        String path = "/kelola/kanal/baru/" + kind;
        Map<String, String> fields = new LinkedHashMap<>(settings);
        fields.put("_t", find("name=\"_t\" value=\"([^\"]+)\"", send(request(path), admin).body()));
        fields.put("nama", "Banjir " + kind);
        fields.put("alamat", address);
        HttpResponse<String> stored = send(post(path, fields), admin);
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
