package id.tindak.channel;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls to gateways that an administrator has named. Never follows a redirect, reads little, waits not long. */
@Component
class OutboundHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST = 1 << 20;
    private static final int LINE = 300;

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    sealed interface Answer {

        record Said(int status, String body) implements Answer {

            /** Status and the beginning of what was said, for the administrator. */
            String line() {
                String words = body.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
                return status + " " + (words.length() <= LINE ? words : words.substring(0, LINE));
            }
        }

        /** Nothing was sent. */
        record Unreached(String why) implements Answer {}

        /** It was sent, or part of it; nobody knows whether it was taken. */
        record CutOff(String why) implements Answer {}
    }

    Answer get(URI address) {
        return send(HttpRequest.newBuilder(address).GET().timeout(PATIENCE).build());
    }

    /** @param headers name, value, name, value … */
    Answer postJson(URI address, String json, String... headers) {
        return post(address, "application/json", json, headers);
    }

    Answer postForm(URI address, Map<String, String> fields, String... headers) {
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

    /** A file of at most so many bytes; null where it could not be had. */
    byte @Nullable [] file(URI address, int most, String... headers) {
        var request = HttpRequest.newBuilder(address).GET().timeout(PATIENCE);
        try {
            HttpResponse<InputStream> answer = client.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] content = body.readNBytes(most + 1);
                return answer.statusCode() == 200 && content.length <= most ? content : null;
            }
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    Answer send(HttpRequest request) {
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return new Answer.Said(
                        answer.statusCode(), new String(body.readNBytes(MOST), StandardCharsets.UTF_8));
            }
        } catch (HttpConnectTimeoutException | java.net.ConnectException | java.nio.channels.UnresolvedAddressException e) {
            return new Answer.Unreached(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Answer.CutOff(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.CutOff("interrupted");
        }
    }
}
