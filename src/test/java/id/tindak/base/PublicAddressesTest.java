package id.tindak.base;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
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
            assertThat(new OutboundHttp().media(URI.create("https://gerbang.example"), there, 1_000))
                    .isNull();
            assertThat(asked).hasValue(0);
        } finally {
            inside.stop(0);
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

    private static void give(HttpExchange call, int size) throws IOException {
        byte[] content = new byte[size];
        Arrays.fill(content, (byte) 1);
        call.sendResponseHeaders(200, size);
        call.getResponseBody().write(content);
        call.close();
    }
}
