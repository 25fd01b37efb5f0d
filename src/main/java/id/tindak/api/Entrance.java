package id.tindak.api;

import id.tindak.base.web.Limits;
import id.tindak.base.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Lets callers of the own API in: a bearer token, what it may do, and how often. */
@Component
class Entrance {

    private static final String BEARER = "bearer ";

    private final Gate gate;

    Entrance(Gate gate) {
        this.gate = gate;
    }

    /** A program that may do what it asks for. */
    record Admitted(Client client, Limits.Left left) {}

    /** @throws ApiFault 401 without a key in force here, 403 for what it may not, 429 above its rate */
    Admitted reading(Page page, HttpServletRequest request, Scope... any) {
        Admitted in = admitted(page, request, any);
        if (!in.left().granted()) throw ApiFault.tooMany(in.left());
        return in;
    }

    /** The same for a complaint, which no rate refuses. */
    Admitted filing(Page page, HttpServletRequest request) {
        return admitted(page, request, Scope.FILE);
    }

    private Admitted admitted(Page page, HttpServletRequest request, Scope... any) {
        String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean bearer = shown != null && shown.toLowerCase(Locale.ROOT).startsWith(BEARER);
        Client client = gate.client(
                        page.brand().agencyId(),
                        bearer ? shown.substring(BEARER.length()).strip() : "")
                .orElseThrow(() -> ApiFault.of(401, "api.fault.key"));
        for (Scope scope : any) if (client.may(scope)) return new Admitted(client, gate.count(client));
        throw ApiFault.of(403, "api.fault.may-not", any[0].word());
    }
}
