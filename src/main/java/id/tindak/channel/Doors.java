package id.tindak.channel;

import id.tindak.base.web.Access;
import id.tindak.base.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where providers knock. In this order: not too large, proven, stored as it came, answered; a job reads it later, so that a fault in reading loses nothing (RULES.md, Messages). Who cannot prove
 * himself leaves a counter and no more.
 */
@Controller
class Doors {

    /** More than any provider sends in one call; media come by address. */
    private static final int MOST = 1 << 20;

    /** Of the headers only these say something about the message. */
    private static final Set<String> KEPT = Set.of(
            "content-type",
            "x-hub-signature-256",
            "x-webhook-hmac",
            "x-webhook-hmac-algorithm",
            "x-webhook-timestamp",
            "x-kannel-coding",
            "authorization");

    private final ChannelAccounts accounts;
    private final Keeping keeping;
    private final Health health;
    private final Map<ChannelKind, Provider> providers;
    private final Clock clock;

    Doors(ChannelAccounts accounts, Keeping keeping, Health health, List<Provider> providers, Clock clock) {
        this.accounts = accounts;
        this.keeping = keeping;
        this.health = health;
        this.providers = providers.stream().collect(Collectors.toMap(Provider::kind, Function.identity()));
        this.clock = clock;
    }

    @PostMapping("/kanal/{door}")
    @Access(value = Access.Who.PROVIDER, formToken = false)
    ResponseEntity<String> post(Page page, @PathVariable String door, HttpServletRequest request) throws IOException {
        return knock(page.brand().agencyId(), door, request);
    }

    /** Reports on what was sent come by GET from some. */
    @GetMapping("/kanal/{door}")
    @Access(Access.Who.PROVIDER)
    ResponseEntity<String> get(Page page, @PathVariable String door, HttpServletRequest request) throws IOException {
        return knock(page.brand().agencyId(), door, request);
    }

    private ResponseEntity<String> knock(int agencyId, String door, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) return answer(HttpStatus.CONTENT_TOO_LARGE);
        Optional<ChannelAccount> account = accounts.behind(agencyId, door);
        if (account.isEmpty()) return answer(HttpStatus.NOT_FOUND);
        ChannelAccount a = account.get();
        Provider provider = providers.get(a.kind());
        if (provider == null) return answer(HttpStatus.NOT_FOUND);
        String query = request.getQueryString();
        Call call = new Call(query == null ? Map.of() : Call.pairs(query), headers(request, provider.headers(a)), body);
        String greeting = provider.handshake(a, call);
        if (greeting != null && !greeting.isEmpty()) return answer(HttpStatus.OK, greeting);
        if (greeting != null) return answer(HttpStatus.FORBIDDEN);
        if (!provider.authentic(a, call)) {
            health.refused(a);
            return answer(HttpStatus.UNAUTHORIZED);
        }
        keeping.keep(a, provider.kept(a, call));
        health.came(a, clock.instant());
        return answer(HttpStatus.OK);
    }

    private static ResponseEntity<String> answer(HttpStatus status) {
        return answer(status, "");
    }

    private static ResponseEntity<String> answer(HttpStatus status, String body) {
        return ResponseEntity.status(status)
                .header("Content-Type", "text/plain")
                .body(body);
    }

    private static Map<String, String> headers(HttpServletRequest request, Set<String> more) {
        Map<String, String> all = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (KEPT.contains(lower) || more.contains(lower)) all.put(lower, request.getHeader(name));
        }
        return all;
    }
}
