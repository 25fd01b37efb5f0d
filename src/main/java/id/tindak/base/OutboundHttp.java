package id.tindak.base;

import id.tindak.base.web.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls to gateways that an administrator has named, and calls and files to and from addresses that strangers named. Never follows a redirect, reads little, waits not long. */
@Component
public class OutboundHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST = 1 << 20;
    private static final int LINE = 300;

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final CloseableHttpClient strangers = client(new PublicAddresses());
    private final CloseableHttpClient gateways = client(SystemDefaultDnsResolver.INSTANCE);

    private static CloseableHttpClient client(DnsResolver addresses) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(10))
                                .setSocketTimeout(Timeout.ofSeconds(20))
                                .build())
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .build();
    }

    public sealed interface Answer {

        record Said(int status, String body) implements Answer {

            /** Status and the beginning of what was said, for the administrator. */
            public String line() {
                String words = body.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
                return status + " " + (words.length() <= LINE ? words : words.substring(0, LINE));
            }
        }

        /** Nothing was sent. */
        record Unreached(String why) implements Answer {}

        /** It was sent, or part of it; nobody knows whether it was taken. */
        record CutOff(String why) implements Answer {}
    }

    public Answer get(URI address) {
        return send(HttpRequest.newBuilder(address).GET().timeout(PATIENCE).build());
    }

    /** @param headers name, value, name, value … */
    public Answer postJson(URI address, String json, String... headers) {
        return post(address, "application/json", json, headers);
    }

    public Answer postForm(URI address, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
        return post(address, "application/x-www-form-urlencoded", body, headers);
    }

    private Answer post(URI address, String type, String body, String... headers) {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .timeout(PATIENCE);
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * A file that a message names by its address. From the gateway that the administrator named it is taken wherever that stands; from anywhere else only over https, from a public address, without
     * following where it is sent on, and without any key of ours.
     *
     * @param gateway address of the account's own provider
     * @param headers for the gateway
     * @return null where it could not be had, or is larger than {@code most}
     * @throws NotNow as {@link #file}, for the gateway's own
     */
    public byte @Nullable [] media(URI gateway, URI address, int most, String... headers) {
        boolean own = gateway.getHost() != null
                && gateway.getHost().equals(address.getHost())
                && gateway.getPort() == address.getPort()
                && String.valueOf(gateway.getScheme()).equals(address.getScheme());
        if (own) return file(address, most, headers);
        return strange(address, most);
    }

    /** A file from an address that a stranger gave: only over https, from a public address, without following where it is sent on. Null as for {@link #media}. */
    public byte @Nullable [] strange(URI address, int most) {
        return "https".equals(address.getScheme()) && address.getHost() != null ? strangeFile(address, most) : null;
    }

    /** What went wrong, in words: of a connection that is refused Java says nothing. */
    private static String why(Exception e) {
        String words = e.getMessage();
        return words == null || words.isBlank() ? Texts.get(Texts.DEFAULT, "web.unreached") : words;
    }

    /** What cannot be had now and perhaps later. */
    public static final class NotNow extends RuntimeException {
        NotNow(String why) {
            super(why);
        }
    }

    /**
     * A file from an address that the provider itself gave, in an answer to us. Null where it cannot be had, or is larger than {@code most}.
     *
     * @throws NotNow where the provider is away, busy or broken
     */
    public byte @Nullable [] file(URI address, int most, String... headers) {
        var request = HttpRequest.newBuilder(address).GET().timeout(PATIENCE);
        try {
            HttpResponse<InputStream> answer = client.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] content = body.readNBytes(most + 1);
                if (answer.statusCode() == 429 || answer.statusCode() >= 500)
                    throw new NotNow("HTTP " + answer.statusCode());
                return answer.statusCode() == 200 && content.length <= most ? content : null;
            }
        } catch (IOException e) {
            throw new NotNow(why(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private byte @Nullable [] strangeFile(URI address, int most) {
        try {
            return inTime(strangers, new HttpGet(address), answer -> {
                if (answer.getCode() != 200 || answer.getEntity() == null) return null;
                byte[] content = answer.getEntity().getContent().readNBytes(most + 1);
                return content.length <= most ? content : null;
            });
        } catch (IOException refusedOrGone) {
            return null;
        }
    }

    /** JSON to an address that is not of this house: only over https, and to a public address. */
    public Answer postStrange(URI address, String json, Map<String, String> headers) {
        if (!"https".equals(address.getScheme()) || address.getHost() == null)
            return new Answer.Unreached("not https: " + address.getScheme());
        HttpPost request = new HttpPost(address);
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        return asked(strangers, request, LINE);
    }

    /** The time limits of the line begin anew with every byte: who trickles is cut off all the same. */
    private <T> T inTime(CloseableHttpClient client, HttpUriRequestBase request, HttpClientResponseHandler<T> reader)
            throws IOException {
        var end = CompletableFuture.runAsync(
                request::abort, CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        try {
            return client.execute(request, reader);
        } finally {
            end.cancel(false);
        }
    }

    /** Sends once, to a gateway that the administrator named: what was sent twice would reach a citizen twice. */
    public Answer send(HttpRequest request) {
        return request.method().equals("GET") ? once(request) : posted(request);
    }

    /** The JDK's client sends a GET a second time when the server hangs up: a gateway that sends by GET would send twice. */
    private Answer once(HttpRequest request) {
        HttpGet get = new HttpGet(request.uri());
        request.headers().map().forEach((name, values) -> values.forEach(value -> get.addHeader(name, value)));
        return asked(gateways, get, MOST);
    }

    /** @param most bytes that are read of the answer */
    private Answer asked(CloseableHttpClient client, HttpUriRequestBase request, int most) {
        try {
            return inTime(
                    client,
                    request,
                    answer -> new Answer.Said(
                            answer.getCode(),
                            answer.getEntity() == null
                                    ? ""
                                    : new String(
                                            answer.getEntity().getContent().readNBytes(most), StandardCharsets.UTF_8)));
        } catch (UnknownHostException | ConnectTimeoutException | java.net.ConnectException nobody) {
            return new Answer.Unreached(why(nobody));
        } catch (IOException e) {
            return new Answer.CutOff(why(e));
        }
    }

    private Answer posted(HttpRequest request) {
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return new Answer.Said(answer.statusCode(), new String(body.readNBytes(MOST), StandardCharsets.UTF_8));
            }
        } catch (HttpConnectTimeoutException
                | java.net.ConnectException
                | java.nio.channels.UnresolvedAddressException e) {
            return new Answer.Unreached(why(e));
        } catch (IOException e) {
            return new Answer.CutOff(why(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.CutOff("interrupted");
        }
    }
}
