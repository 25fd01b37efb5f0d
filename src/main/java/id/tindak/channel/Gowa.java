package id.tindak.channel;

import id.tindak.base.OutboundHttp;
import id.tindak.message.Delivered;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** WhatsApp by gowa (github.com/aldinokemal/go-whatsapp-web-multidevice, "Webhook payload"): signed as Meta signs. Its preset secret is known to everybody and proves nothing. */
@Component
class Gowa extends WhatsAppGateway {

    private static final String PRESET = "secret";

    Gowa(OutboundHttp http, Clock clock) {
        super(ChannelKind.GOWA, http, clock);
    }

    @Override
    public boolean authentic(ChannelAccount a, Call call) {
        String secret = a.setting("gowa_hmac");
        return !secret.equals(PRESET)
                && Signatures.hmac("HmacSHA256", secret, call.body(), "sha256=", call.header("x-hub-signature-256"));
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
        String from = Json.text(p, "from").isEmpty() ? Json.text(p, "from_lid") : Json.text(p, "from");
        if (p.path("is_from_me").asBoolean(false) || group(Json.text(p, "chat_id")) || from.isEmpty()) return List.of();
        List<Arrival.Sent> files = none();
        String text = Json.text(p, "body");
        for (String kind : List.of("image", "document", "video", "audio")) {
            JsonNode file = p.path(kind);
            String path = file.isObject() ? Json.text(file, "path") : Json.text(p, kind);
            if (path.isEmpty()) continue;
            if (text.isEmpty()) text = Json.text(file, "caption");
            String url = path.startsWith("http") ? path : a.setting("gowa_url") + "/" + path;
            files.add(GatewayTalk.file(
                    http,
                    a.setting("gowa_url"),
                    url,
                    path.substring(path.lastIndexOf('/') + 1),
                    "Authorization",
                    basic(a)));
        }
        if (p.path("location").isObject())
            text = (text + " " + Json.place(p.path("location"), "degreesLatitude", "degreesLongitude")).strip();
        String name = Json.text(p, "sender_display_name").isEmpty()
                ? Json.text(p, "from_name")
                : Json.text(p, "sender_display_name");
        return List.of(said(Json.text(p, "id"), from, name, moment(Json.text(p, "timestamp")), text, files));
    }

    private List<Arrival> ack(JsonNode p) {
        Arrival.State state = switch (Json.text(p, "receipt_type")) {
            case "delivered" -> Arrival.State.DELIVERED;
            case "read" -> Arrival.State.READ;
            default -> null;
        };
        List<Arrival> all = new ArrayList<>();
        if (state != null)
            for (JsonNode id : p.path("ids"))
                all.add(new Arrival.Report(id.asString(), state, moment(Json.text(p, "timestamp")), ""));
        return all;
    }

    private static String basic(ChannelAccount a) {
        String both = a.setting("gowa_pengguna") + ":" + a.setting("gowa_sandi");
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Delivered send(ChannelAccount a, String to, String text, String reference) {
        String chat = to.startsWith("+") ? to.substring(1) + "@s.whatsapp.net" : to;
        var answer = http.postJson(
                URI.create(a.setting("gowa_url") + "/send/message"),
                Json.write(Map.of("phone", chat, "message", text)),
                "Authorization",
                basic(a));
        return done(answer, "/results/message_id");
    }
}
