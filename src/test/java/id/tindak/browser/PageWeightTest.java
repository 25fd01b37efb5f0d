package id.tindak.browser;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.journey.JourneyTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Pages stay light: somebody with little credit and a slow line can complain. */
@Tag("browser")
@JourneyTest
class PageWeightTest {

    private static final int FORM = 12_000;
    private static final int OTHERS = 20_000;

    @Autowired
    private ApplicationContext program;

    @Test
    void aPageIsItsTextAndOneStylesheet() {
        FilledAgency agency = FilledAgency.shared(program);
        Map<String, Integer> heavy = new LinkedHashMap<>();
        try (Tour tour = new Tour(agency)) {
            for (Stop stop : Stop.all(agency)) {
                if (stop.who() != Stop.Who.CITIZEN || !stop.main()) continue;
                Visit visit = tour.to(stop);
                List<String> fetched = visit.requests().stream()
                        .filter(url -> !url.endsWith(".svg"))
                        .distinct()
                        .toList();
                long styles =
                        fetched.stream().filter(url -> url.endsWith(".css")).count();
                assertThat(styles).as(stop.name() + " " + fetched).isLessThanOrEqualTo(1);
                assertThat(fetched.stream().filter(url -> url.matches(".*\\.(js|png|woff2?)$")))
                        .as(stop.name())
                        .isEmpty();
                int size = fetched.stream()
                                .filter(u -> u.endsWith(".css"))
                                .mapToInt(PageWeightTest::zipped)
                                .sum()
                        + text(visit);
                if (size > (stop.name().startsWith("lapor") ? FORM : OTHERS)) heavy.put(stop.name(), size);
            }
        }
        assertThat(heavy).as("bytes, compressed").isEmpty();
    }

    /** The page once more, as it travels: only what can simply be got; what a form brought is of the same kind. */
    private static int text(Visit visit) {
        return zipped(visit.page().url());
    }

    private static int zipped(String url) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return response.body().length;
        } catch (IOException e) {
            throw new AssertionError(url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
