package id.tindak.api;

import id.tindak.demo.DemoWorld;
import id.tindak.journey.Http;
import id.tindak.journey.TestWorld;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Somebody else's program: no cookies, no form tokens, a key that an administrator made on the page for it. */
public final class Peer {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;
    private final String key;

    private Peer(String root, String key) {
        this.root = root;
        this.key = key;
    }

    /** One without a key. */
    public static Peer stranger(TestWorld world, DemoWorld.Founded at) {
        return new Peer(world.root() + "/" + at.agency().slug(), "");
    }

    /** One that the administrator let in, with these words of what it may. */
    public static Peer admitted(TestWorld world, DemoWorld.Founded at, String... may) {
        return admitted(world, at, 6_000, "", may);
    }

    /** @param officer user name of whom it decides for; empty for none */
    public static Peer admitted(TestWorld world, DemoWorld.Founded at, int rate, String officer, String... may) {
        Http admin = world.signedIn(at, "admin");
        Map<String, List<String>> form = admin.get("/kelola/aplikasi/baru")
                .values(
                        "main form[action$=/kelola/aplikasi]",
                        "nama",
                        "Aplikasi Kota",
                        "batas",
                        Integer.toString(rate),
                        "petugas",
                        officer.isEmpty() ? "" : String.valueOf(at.officers().get(officer)));
        form.put("boleh", List.of(may));
        Http.Shown shown = admin.post("/kelola/aplikasi", form);
        String key = Objects.requireNonNull(shown.page().selectFirst("#kunci-teks"), shown.text())
                .val();
        return new Peer(world.root() + "/" + at.agency().slug(), key);
    }

    public String key() {
        return key;
    }

    /** The same program at another agency's address. */
    public Peer at(TestWorld world, DemoWorld.Founded other) {
        return new Peer(world.root() + "/" + other.agency().slug(), key);
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(root + path)).GET());
    }

    /** @param fields name, value, name, value … */
    public HttpResponse<String> post(String path, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2)
            body.append(i == 0 ? "" : "&")
                    .append(encoded(fields[i]))
                    .append('=')
                    .append(encoded(fields[i + 1]));
        return send(path, "application/x-www-form-urlencoded", body.toString());
    }

    public HttpResponse<String> send(String path, String type, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public URI address(String path) {
        return URI.create(root + path);
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
