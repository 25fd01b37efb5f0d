package id.tindak.open311;

import id.tindak.agency.Agencies;
import id.tindak.agency.AgencyEvents;
import id.tindak.base.Chain;
import id.tindak.base.web.Page;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where programs begin (wiki.open311.org/Service_Discovery). */
@Component
class Discovery {

    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

    private static final DateTimeFormatter CHANGESET = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Agencies agencies;
    private final AgencyEvents events;

    Discovery(Agencies agencies, AgencyEvents events) {
        this.agencies = agencies;
        this.events = events;
    }

    Node of(Page page) {
        String changed = changeset(page);
        boolean demo = agencies.byId(page.brand().agencyId()).demo();
        return new Node.Group(
                "discovery",
                List.of(
                        new Node.Text("changeset", changed),
                        new Node.Text("contact", contact(page)),
                        new Node.Text(
                                "key_service",
                                page.t("georeport.key-service", page.brand().name())),
                        new Node.Series(
                                "endpoints",
                                List.of(new Node.Group(
                                        "endpoint",
                                        List.of(
                                                new Node.Text("specification", SPECIFICATION),
                                                new Node.Text(
                                                        "url", page.brand().baseUrl() + "/open311/v2"),
                                                new Node.Text("changeset", changed),
                                                new Node.Text("type", demo ? "test" : "production"),
                                                new Node.Series(
                                                        "formats",
                                                        Arrays.stream(Format.values())
                                                                .map(f -> new Node.Text("format", f.mediaType()))
                                                                .toList())))))));
    }

    /** Services are the agency's own data: whatever an administrator changed last may have changed them. */
    private String changeset(Page page) {
        Instant last = events.page(page.brand().agencyId(), Integer.MAX_VALUE, 1).stream()
                .map(Chain::at)
                .findFirst()
                .orElse(Instant.EPOCH);
        return CHANGESET.format(last.atZone(page.times().zone()));
    }

    private static String contact(Page page) {
        String line = page.brand().contact();
        return line.isEmpty() ? page.brand().name() : line;
    }
}
