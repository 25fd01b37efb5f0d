package id.tindak.base;

import id.tindak.base.web.Texts;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls to gateways that an administrator has named, and calls and files to and from addresses that strangers named. Never follows a redirect, reads little, waits not long. */
@Component
public class OutboundHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Twenty megabytes over a village's line. */
    private static final Duration PATIENCE_FOR_FILES = Duration.ofMinutes(2);

    private static final int MOST = 1 << 20;
    private static final int LINE = 300;
    private static final int AT_ONCE = 200;
    private static final int TOO_MANY = 429;

    private final Duration patience;
    private final Duration patienceForFiles;
    private final CloseableHttpClient strangers = client(new PublicAddresses());
    private final CloseableHttpClient gateways = client(SystemDefaultDnsResolver.INSTANCE);

    public OutboundHttp() {
        this(PATIENCE, PATIENCE_FOR_FILES);
    }

    OutboundHttp(Duration patience, Duration patienceForFiles) {
        this.patience = patience;
        this.patienceForFiles = patienceForFiles;
    }

    /** Each call has a connection of its own: of one that was kept nobody knows whether the other side has just hung up, and so whether the message was taken. */
    private static CloseableHttpClient client(DnsResolver addresses) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setMaxConnTotal(AT_ONCE)
                        .setMaxConnPerRoute(AT_ONCE)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(10))
                                .setSocketTimeout(Timeout.ofSeconds(20))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.ofSeconds(10))
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableContentCompression()
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
        return send("GET", address, Map.of(), "");
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
        Map<String, String> all = new LinkedHashMap<>(Map.of("Content-Type", type));
        for (int i = 0; i < headers.length; i += 2) all.put(headers[i], headers[i + 1]);
        return send("POST", address, all, body);
    }

    /** Sends once, to a gateway that the administrator named: what was sent twice would reach a citizen twice. */
    public Answer send(String method, URI address, Map<String, String> headers, String body) {
        HttpUriRequestBase request = new HttpUriRequestBase(method, address);
        headers.forEach(request::setHeader);
        if (!body.isEmpty()) request.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), null));
        return asked(gateways, request, MOST);
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
     * @throws NotNow as {@link #file}
     */
    public byte @Nullable [] media(URI gateway, URI address, int most, String... headers) {
        boolean own = gateway.getHost() != null
                && gateway.getHost().equals(address.getHost())
                && gateway.getPort() == address.getPort()
                && String.valueOf(gateway.getScheme()).equals(address.getScheme());
        if (own) return file(address, most, headers);
        return strange(address, most, patienceForFiles);
    }

    /**
     * A file from an address that a stranger gave: only over https, from a public address, without following where it is sent on. Null as for {@link #media}.
     *
     * @throws NotNow as {@link #file}
     */
    public byte @Nullable [] strange(URI address, int most) {
        return strange(address, most, patience);
    }

    private byte @Nullable [] strange(URI address, int most, Duration limit) {
        return "https".equals(address.getScheme()) && address.getHost() != null
                ? taken(strangers, new HttpGet(address), most, limit)
                : null;
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
        HttpGet request = new HttpGet(address);
        for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        return taken(gateways, request, most, patienceForFiles);
    }

    private byte @Nullable [] taken(CloseableHttpClient client, HttpUriRequestBase request, int most, Duration limit) {
        if (!leadsSomewhere(request)) return null;
        try {
            return inTime(client, request, limit, answer -> {
                if (answer.getCode() == TOO_MANY || answer.getCode() >= 500)
                    throw new NotNow("HTTP " + answer.getCode());
                if (answer.getCode() != 200 || answer.getEntity() == null) return null;
                byte[] content = answer.getEntity().getContent().readNBytes(most + 1);
                return content.length <= most ? content : null;
            });
        } catch (PublicAddresses.Inside refused) {
            return null;
        } catch (IOException e) {
            throw new NotNow(why(e));
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

    private static boolean leadsSomewhere(HttpUriRequestBase request) {
        String scheme = request.getScheme();
        return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme)) && request.getAuthority() != null;
    }

    /** The time limits of the line begin anew with every byte: who trickles is cut off all the same. */
    private static <T> T inTime(
            CloseableHttpClient client, HttpUriRequestBase request, Duration limit, HttpClientResponseHandler<T> reader)
            throws IOException {
        var end = CompletableFuture.runAsync(
                request::abort, CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return client.execute(request, reader);
        } finally {
            end.cancel(false);
        }
    }

    /** @param most bytes that are read of the answer */
    private Answer asked(CloseableHttpClient client, HttpUriRequestBase request, int most) {
        if (!leadsSomewhere(request)) return new Answer.Unreached(Texts.get(Texts.DEFAULT, "web.no-address"));
        try {
            return inTime(
                    client,
                    request,
                    patience,
                    answer -> new Answer.Said(
                            answer.getCode(),
                            answer.getEntity() == null
                                    ? ""
                                    : new String(
                                            answer.getEntity().getContent().readNBytes(most), StandardCharsets.UTF_8)));
        } catch (UnknownHostException
                | ConnectTimeoutException
                | ConnectionRequestTimeoutException
                | ConnectException
                | NoRouteToHostException
                | SSLHandshakeException
                | SSLPeerUnverifiedException nobody) {
            return new Answer.Unreached(why(nobody));
        } catch (IOException e) {
            return new Answer.CutOff(why(e));
        }
    }
}
