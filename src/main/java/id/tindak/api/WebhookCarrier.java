package id.tindak.api;

import id.tindak.base.Keys;
import id.tindak.base.OutboundHttp;
import id.tindak.message.Carrier;
import id.tindak.message.Claim;
import id.tindak.message.Delivered;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells webhooks what happened, in order, each at least once: the id stays the same when it is told again. Only over https and to the open internet. */
@Component
class WebhookCarrier implements Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookCarrier.class);
    private static final Pace PACE = new Pace(600, Duration.ofMinutes(1));
    private static final JsonMapper JSON = new JsonMapper();

    /** The receiver says that it wants nothing more (Standard Webhooks). */
    private static final int GONE = 410;

    private final Webhooks webhooks;
    private final OutboundHttp http;
    private final Clock clock;

    WebhookCarrier(Webhooks webhooks, OutboundHttp http, Clock clock) {
        this.webhooks = webhooks;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public boolean takes(String lane) {
        return Webhook.ofLane(lane) >= 0;
    }

    @Override
    public boolean ready(int agencyId, String lane) {
        try {
            return webhook(agencyId, lane)
                    .filter(Webhook::active)
                    .map(webhooks::secret)
                    .isPresent();
        } catch (Keys.Unreadable shut) {
            LOG.warn("Secret of lane {} of agency {} does not open: {}", lane, agencyId, shut.getMessage());
            return false;
        }
    }

    @Override
    public Pace pace(int agencyId, String lane) {
        return PACE;
    }

    @Override
    public Delivered carry(Claim claim) {
        Webhook h = webhook(claim.agencyId(), claim.lane()).orElseThrow();
        String body = body(claim);
        String id = "msg_" + claim.messageId();
        long now = clock.instant().getEpochSecond();
        OutboundHttp.Answer answer = http.postStrange(
                URI.create(h.url()),
                body,
                Map.of(
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(now),
                        "webhook-signature",
                        StandardSignature.of(webhooks.secret(h), id, now, body)));
        return switch (answer) {
            case OutboundHttp.Answer.Said said when said.status() / 100 == 2 -> new Delivered.Sent(null);
            case OutboundHttp.Answer.Said said when said.status() == GONE -> new Delivered.Never(said.line());
            case OutboundHttp.Answer.Said said -> new Delivered.Later(said.line());
            case OutboundHttp.Answer.Unreached(String why) -> new Delivered.Later(why);
            case OutboundHttp.Answer.CutOff(String why) -> new Delivered.Later(why);
        };
    }

    private static String body(Claim claim) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (String field : new String[] {"nomor", "jenis", "waktu"})
            data.put(field, claim.params().getOrDefault(field, ""));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("type", "aduan." + claim.params().getOrDefault("jenis", ""));
        all.put("timestamp", claim.params().getOrDefault("waktu", ""));
        all.put("data", data);
        return JSON.writeValueAsString(all);
    }

    private Optional<Webhook> webhook(int agencyId, String lane) {
        return webhooks.find(agencyId, Webhook.ofLane(lane));
    }
}
