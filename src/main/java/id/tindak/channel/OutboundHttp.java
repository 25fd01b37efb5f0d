package id.tindak.channel;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
