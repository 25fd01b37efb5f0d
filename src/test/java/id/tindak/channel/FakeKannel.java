package id.tindak.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Kannel's {@code sendsms}, as its User's Guide describes it: takes what is sent and keeps it. */
final class FakeKannel implements AutoCloseable {

    private final HttpServer server;
    final List<Map<String, String>> sent = new CopyOnWriteArrayList<>();
    /** Takes the message and hangs up before it says so. */
    volatile boolean cutOff;

    /** How long it thinks. */
    volatile long takesMillis;

    volatile int status = 202;
    volatile String says = "0: Accepted for delivery";

    FakeKannel() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/cgi-bin/sendsms", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/cgi-bin/sendsms";
    }

    /** What went to this number, oldest first. */
    List<String> to(String number) {
        return sent.stream()
                .filter(s -> number.equals(s.get("to")))
                .map(s -> s.get("text"))
                .toList();
    }

    private void take(HttpExchange call) throws IOException {
        Map<String, String> query = new HashMap<>();
        for (String pair : call.getRequestURI().getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        if (status < 300) sent.add(query);
        try {
            Thread.sleep(takesMillis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (cutOff) {
            call.close();
            return;
        }
        byte[] body = says.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
