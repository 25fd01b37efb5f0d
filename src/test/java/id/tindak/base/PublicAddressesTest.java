package id.tindak.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address in a stranger's message leads nowhere inside. */
class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:7f00:1::",
                "2001:db8::1"
            })
    void whatIsInsideIsNotPublic(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "103.10.66.1", "172.32.0.1", "192.0.1.1", "100.128.0.1", "2606:4700::1111"})
    void theRestIs(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/f", "https://127.0.0.1:%d/f", "https://localhost:%d/f", "https://[::1]:%d/f",
                "https://0x7f000001:%d/f", "file:///etc/passwd", "ftp://127.0.0.1:%d/f", "https://127.1:%d/f"
            })
    void nothingIsAskedOfTheOwnMachine(String address) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer inside = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        inside.createContext("/", call -> asked.incrementAndGet());
        inside.start();
        try {
            URI there = URI.create(address.formatted(inside.getAddress().getPort()));
            assertThat(had(there)).isNull();
            assertThat(asked).hasValue(0);
        } finally {
            inside.stop(0);
        }
    }

    /** A name that nobody knows may be known later; nothing comes of it either. */
    private static byte @Nullable [] had(URI there) {
        try {
            return new OutboundHttp().media(URI.create("https://gerbang.example"), there, 1_000);
        } catch (OutboundHttp.NotNow unknown) {
            return null;
        }
    }

    @Test
    void theGatewayThatTheAdministratorNamedMayStandInside() throws Exception {
        HttpServer gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        gateway.createContext("/f", call -> give(call, 1));
        gateway.createContext("/besar", call -> give(call, 2_000));
        gateway.start();
        try {
            URI there = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
            assertThat(new OutboundHttp().media(there, there.resolve("/f"), 1_000))
                    .containsExactly(1);
            assertThat(new OutboundHttp().media(there, there.resolve("/besar"), 1_000))
                    .as("more than is taken")
                    .isNull();
        } finally {
            gateway.stop(0);
        }
    }

    @Test
    @Timeout(20)
    void whoBeginsToAnswerAndStopsIsCutOff() throws Exception {
        try (ServerSocket stalling = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> stall(stalling));
            URI there = URI.create("http://127.0.0.1:" + stalling.getLocalPort() + "/f");
            OutboundHttp http = new OutboundHttp(Duration.ofMillis(700), Duration.ofMillis(700));
            assertThat(http.postJson(there, "{}")).isInstanceOf(OutboundHttp.Answer.CutOff.class);
            assertThat(http.get(there)).isInstanceOf(OutboundHttp.Answer.CutOff.class);
            assertThatThrownBy(() -> http.file(there, 1_000)).isInstanceOf(OutboundHttp.NotNow.class);
        }
    }

    /** Says that something comes, and says no more. */
    private static void stall(ServerSocket server) {
        List<Socket> kept = new ArrayList<>();
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                kept.add(socket);
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException closed) {
            kept.forEach(PublicAddressesTest::hangUp);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gerbang/kirim", "ftp://127.0.0.1/kirim", "http:kirim"})
    void whatIsNoAddressOfTheWebWasNotSent(String address) {
        assertThat(new OutboundHttp().postJson(URI.create(address), "{}"))
                .isInstanceOf(OutboundHttp.Answer.Unreached.class);
    }

    @Test
    void whatIsSentArrivesAsItWasWritten() throws Exception {
        BlockingQueue<String> taken = new LinkedBlockingQueue<>();
        HttpServer gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        gateway.createContext("/", call -> {
            taken.add(call.getRequestMethod() + " " + call.getRequestHeaders().getFirst("Content-Type") + " "
                    + call.getRequestHeaders().getFirst("X-Kunci") + " "
                    + new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            give(call, 1);
        });
        gateway.start();
        try {
            URI there = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + "/");
            OutboundHttp http = new OutboundHttp();
            http.postJson(there, "{\"isi\":\"Jalan – rusak 🙏\"}", "X-Kunci", "K");
            http.send("PUT", there, Map.of("X-Kunci", "L"), "");
            assertThat(taken).containsExactly("POST application/json K {\"isi\":\"Jalan – rusak 🙏\"}", "PUT null L ");
        } finally {
            gateway.stop(0);
        }
    }

    private static void give(HttpExchange call, int size) throws IOException {
        byte[] content = new byte[size];
        Arrays.fill(content, (byte) 1);
        call.sendResponseHeaders(200, size);
        call.getResponseBody().write(content);
        call.close();
    }
}
