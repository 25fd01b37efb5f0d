package id.tindak.channel;

import id.tindak.base.OutboundHttp;
import id.tindak.message.Delivered;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** WhatsApp by WAHA (waha.devlike.pro, "Events", "Send messages"): signed with HMAC-SHA512 over the raw body. */
@Component
class Waha extends WhatsAppGateway {

    private static final int DELIVERED = 2;
    private static final int READ = 3;

    Waha(OutboundHttp http, Clock clock) {
        super(ChannelKind.WAHA, http, clock);
    }

    @Override
    public boolean authentic(ChannelAccount a, Call call) {
        return call.header("x-webhook-hmac-algorithm").equals("sha512")
                && Signatures.hmac(
                        "HmacSHA512", a.setting("waha_hmac"), call.body(), "", call.header("x-webhook-hmac"));
    }

    @Override
    public List<Arrival> read(ChannelAccount a, Call call) {
        JsonNode root = Json.read(call.body());
        JsonNode p = root.path("payload");
        return switch (Json.text(root, "event")) {
            case "message" -> message(a, p);
            case "message.ack" -> ack(p);
            default -> List.of();
        };
    }

    private List<Arrival> message(ChannelAccount a, JsonNode p) {
        String from = Json.text(p, "from");
        if (p.path("fromMe").asBoolean(false) || group(from) || from.isEmpty()) return List.of();
        List<Arrival.Sent> files = none();
        String text = Json.text(p, "body");
        JsonNode file = p.path("media");
        if (p.path("hasMedia").asBoolean(false))
            files.add(GatewayTalk.file(
                    http,
                    a.setting("waha_url"),
                    Json.text(file, "url"),
                    Json.fileName(Json.text(file, "mimetype")),
                    "X-Api-Key",
                    a.setting("waha_kunci")));
        String name = Json.text(p.path("_data"), "notifyName");
        return List.of(said(Json.text(p, "id"), from, name, moment(Json.text(p, "timestamp")), text, files));
    }

    private List<Arrival> ack(JsonNode p) {
        int ack = p.path("ack").asInt(0);
        if (ack < DELIVERED) return List.of();
        Arrival.State state = ack >= READ ? Arrival.State.READ : Arrival.State.DELIVERED;
        return List.of(new Arrival.Report(Json.text(p, "id"), state, Instant.now(clock), ""));
    }

    @Override
    public Delivered send(ChannelAccount a, String to, String text, String reference) {
        String chat = to.startsWith("+") ? to.substring(1) + "@c.us" : to;
        var answer = http.postJson(
                URI.create(a.setting("waha_url") + "/api/sendText"),
                Json.write(Map.of("session", a.setting("waha_sesi"), "chatId", chat, "text", text)),
                "X-Api-Key",
                a.setting("waha_kunci"));
        return done(answer, "/id");
    }
}
