package id.tindak.channel;

import id.tindak.base.OutboundHttp;
import id.tindak.message.Delivered;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * WhatsApp by Mekari Qontak (github.com/qontak-dev/chat, "Webhook: Message Interaction" and "Send Message"). A person is known by his room, to which answers go; his number comes with it. Signs
 * nothing: the door's address is the proof. Where files of a message stand its page does not say: read as users of it write.
 */
@Component
class Qontak extends WhatsAppGateway {

    private static final String HELLO = "verify_info";

    Qontak(OutboundHttp http, Clock clock) {
        super(ChannelKind.QONTAK, http, clock);
    }

    @Override
    public boolean authentic(ChannelAccount account, Call call) {
        return true;
    }

    /** Some accounts are asked once to send back what they were sent. */
    @Override
    public @Nullable String handshake(ChannelAccount account, Call call) {
        String said = call.body().length == 0 ? call.query(HELLO) : Json.text(Json.readOr(call.text()), HELLO);
        return said.isEmpty() ? null : Json.write(Map.of(HELLO, said));
    }

    @Override
    public List<Arrival> read(ChannelAccount a, Call call) {
        JsonNode m = Json.read(call.body());
        JsonNode room = m.path("room");
        String channel = Json.text(room, "channel");
        if (!channel.isEmpty() && !channel.startsWith("wa")) return List.of(); // another of its channels
        if (!Json.text(m, "participant_type").equals("customer")) return report(m);
        String id = Json.text(m, "room_id").isEmpty() ? Json.text(room, "id") : Json.text(m, "room_id");
        if (id.isEmpty()) throw new Unreadable("room_id");
        List<Arrival.Sent> files = none();
        String text = Json.text(m, "text");
        String type = Json.text(m, "type");
        String url = Json.text(m.path("file"), "url");
        if (!url.isEmpty()) {
            String name = Json.text(m.path("file"), "filename");
            files.add(GatewayTalk.file(http, a.setting("qontak_url"), url, name.isEmpty() ? "kiriman" : name));
        } else if (text.isEmpty() && !type.equals("text")) text = "[" + type + "]";
        String name = Json.text(m.path("sender"), "name");
        return List.of(new Arrival.Said(
                Json.text(m, "id"),
                id,
                name.isEmpty() ? Json.text(room, "name") : name,
                Phones.read(Json.text(room, "account_uniq_id")).international(),
                moment(Json.text(m, "created_at")),
                text,
                files,
                false));
    }

    /** What became of a message that somebody of the office sent, or we. */
    private List<Arrival> report(JsonNode m) {
        Arrival.State state = switch (Json.text(m, "status")) {
            case "delivered" -> Arrival.State.DELIVERED;
            case "read" -> Arrival.State.READ;
            case "failed" -> Arrival.State.FAILED;
            default -> null;
        };
        return state == null ? List.of() : List.of(new Arrival.Report(Json.text(m, "id"), state, clock.instant(), ""));
    }

    @Override
    public Delivered send(ChannelAccount a, String to, String text, String reference) {
        var answer = http.postJson(
                URI.create(a.setting("qontak_url") + "/messages/whatsapp/bot"),
                Json.write(Map.of("room_id", to, "type", "text", "text", text)),
                "Authorization",
                "Bearer " + a.setting("qontak_token"));
        return done(answer, "/data/id");
    }
}
