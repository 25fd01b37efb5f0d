package id.tindak.api;

import id.tindak.base.web.Limits;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Where programs show their key, and are counted. */
@Component
public class Gate {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Clients clients;
    private final Limits limits;

    Gate(Clients clients, Limits limits) {
        this.clients = clients;
        this.limits = limits;
    }

    /** The program with this key, while it is in use; empty for every other text, and for a key of another agency. */
    public Optional<Client> client(int agencyId, String key) {
        return key.isEmpty() ? Optional.empty() : clients.behind(agencyId, key);
    }

    /** Counts a call of the program. Above its rate, what it reads is refused; what it files is taken all the same, to be looked at by a person (RULES.md, Security). */
    public Limits.Left count(Client c) {
        return limits.take("api " + c.agencyId() + "/" + c.id(), c.rate(), PERIOD);
    }

    /** The state of an allowance as headers (draft-ietf-httpapi-ratelimit-headers-10), with the time to wait where it is used up. */
    public static HttpHeaders told(Limits.Left left) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(
                "RateLimit-Policy",
                "\"menit\";q=" + left.most() + ";w=" + left.period().toSeconds());
        headers.set("RateLimit", "\"menit\";r=" + left.remaining() + ";t=" + seconds(left.full()));
        if (!left.granted()) headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds(left.again())));
        return headers;
    }

    private static long seconds(Duration d) {
        return d.plusMillis(999).toSeconds();
    }
}
