package id.tindak.channel;

import id.tindak.base.OutboundHttp;
import id.tindak.message.Delivered;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** WhatsApp by Fonnte (docs.fonnte.com, "Webhook Reply Message", "API Send Message"). Signs nothing: the door's address is the proof. */
@Component
class Fonnte extends WhatsAppGateway {

    Fonnte(OutboundHttp http, Clock clock) {
        super(ChannelKind.FONNTE, http, clock);
    }

    @Override
    public boolean authentic(ChannelAccount account, Call call) {
        return true;
    }

    @Override
    public List<Arrival> read(ChannelAccount account, Call call) {
        JsonNode m = Json.read(call.body());
        String sender = Json.text(m, "sender");
        if (sender.isEmpty() || !Json.text(m, "member").isEmpty() || group(sender)) return List.of();
        List<Arrival.Sent> files = none();
        String text = Json.text(m, "message");
        String url = Json.text(m, "url");
        if (!url.isEmpty()) {
            String name = Json.text(m, "filename");
            files.add(GatewayTalk.file(
                    http,
                    account.setting("fonnte_url"),
                    url,
                    name.isEmpty() ? "kiriman." + Json.text(m, "extension") : name));
        }
        String place = m.path("location").isObject()
                ? Json.place(m.path("location"), "latitude", "longitude")
                : Json.text(m, "location");
        return List.of(said(
                Json.text(m, "inboxid"),
                sender,
                Json.text(m, "name"),
                moment(Json.text(m, "timestamp")),
                (text + " " + place).strip(),
                files));
    }

    @Override
    public Delivered send(ChannelAccount a, String to, String text, String reference) {
        var answer = http.postForm(
                URI.create(a.setting("fonnte_url")),
                Map.of("target", to.replace("+", ""), "message", text, "countryCode", "62"),
                "Authorization",
                a.setting("fonnte_token"));
        return done(answer, "/id/0");
    }
}
