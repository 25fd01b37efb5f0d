package id.tindak.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider's HTTP interface, as its public documentation describes it: keeps what is sent to it and answers what it is told to. */
final class FakeProvider implements AutoCloseable {

    /** What was asked of it. */
    record Asked(String method, String path, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    record Answer(int status, String type, byte[] body) {}

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    final List<Asked> asked = new CopyOnWriteArrayList<>();

    FakeProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void answers(String path, int status, String json) {
        answers.put(path, new Answer(status, "application/json", json.getBytes(StandardCharsets.UTF_8)));
    }

    void gives(String path, byte[] file) {
        answers.put(path, new Answer(200, "application/octet-stream", file));
    }

    private void take(HttpExchange call) throws IOException {
        asked.add(new Asked(
                call.getRequestMethod(),
                call.getRequestURI().getPath(),
                call.getRequestHeaders(),
                new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Answer answer =
                answers.getOrDefault(call.getRequestURI().getPath(), new Answer(404, "text/plain", new byte[] {'-'}));
        call.getResponseHeaders().set("Content-Type", answer.type());
        call.sendResponseHeaders(answer.status(), answer.body().length);
        call.getResponseBody().write(answer.body());
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
