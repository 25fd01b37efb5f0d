package id.tindak.channel;

import id.tindak.base.OutboundHttp;
import id.tindak.message.Delivered;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** WhatsApp by Wablas. Its own page on incoming messages could not be read: fields as users of it write them. Signs nothing: the door's address is the proof. */
@Component
class Wablas extends WhatsAppGateway {

    Wablas(OutboundHttp http, Clock clock) {
        super(ChannelKind.WABLAS, http, clock);
    }

    @Override
    public boolean authentic(ChannelAccount account, Call call) {
        return true;
    }

    @Override
    public List<Arrival> read(ChannelAccount account, Call call) {
        JsonNode m = Json.read(call.body());
        String phone = Json.text(m, "phone");
        if (phone.isEmpty() || group(phone) || m.path("isGroup").asBoolean(false)) return List.of();
        List<Arrival.Sent> files = none();
        String text = Json.text(m, "message");
        JsonNode file = m.path("media");
        if (!Json.text(file, "url").isEmpty())
            files.add(GatewayTalk.file(
                    http,
                    account.setting("wablas_url"),
                    Json.text(file, "url"),
                    Json.fileName(Json.text(file, "mimetype"))));
        String name = Json.text(m, "pushName").isEmpty() ? Json.text(m, "pushname") : Json.text(m, "pushName");
        return List.of(said(Json.text(m, "id"), phone, name, moment(Json.text(m, "timestamp")), text, files));
    }

    @Override
    public Delivered send(ChannelAccount a, String to, String text, String reference) {
        var answer = http.postForm(
                URI.create(a.setting("wablas_url")),
                Map.of("phone", to.replace("+", ""), "message", text, "isGroup", "false"),
                "Authorization",
                a.setting("wablas_token"));
        return done(answer, "/data/messages/0/id");
    }
}
