package id.tindak.channel;

import id.tindak.message.Carrier;
import id.tindak.message.Delivered;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * WhatsApp by Meta's Cloud API (Graph API, "Webhooks" and "Messages"). Signed with HMAC-SHA256 over the raw body; a person is known by phone number or, where he has a user name, by the id that Meta
 * gives him for this business.
 */
@Component
class WhatsApp implements Provider {

    private static final int LONGEST = 4_096;
    private static final int LARGEST = 20 << 20;
    /** Meta lets one message in six seconds go to one person. */
    private static final Carrier.Pace PACE = new Carrier.Pace(1, Duration.ofSeconds(6));

    private static final int RATE = 130_429;
    private static final int PAIR_RATE = 131_056;
    private static final int WINDOW_OVER = 131_047;
    private static final int UNREACHABLE = 131_026;

    private final OutboundHttp http;
    private final Clock clock;

    WhatsApp(OutboundHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WHATSAPP;
    }

    @Override
    public boolean authentic(ChannelAccount a, Call call) {
        return Signatures.hmac(
                "HmacSHA256", a.setting("wa_rahasia"), call.body(), "sha256=", call.header("x-hub-signature-256"));
    }

    @Override
    public @Nullable String handshake(ChannelAccount a, Call call) {
        if (!call.query("hub.mode").equals("subscribe")) return null;
        return Signatures.same(a.setting("wa_verifikasi"), call.query("hub.verify_token"))
                ? call.query("hub.challenge")
                : "";
    }

    @Override
    public List<Arrival> read(ChannelAccount a, Call call) {
        JsonNode root = Json.read(call.body());
        if (!Json.text(root, "object").equals("whatsapp_business_account")) throw new Unreadable("object");
        List<Arrival> all = new ArrayList<>();
        for (JsonNode entry : root.path("entry"))
            for (JsonNode change : entry.path("changes")) {
                JsonNode value = change.path("value");
                if (!Json.text(value.path("metadata"), "phone_number_id").equals(a.setting("wa_nomor_id"))) continue;
                value.path("messages").forEach(m -> all.add(message(a, value, m)));
                value.path("statuses").forEach(s -> status(s, all));
            }
        return all;
    }

    private Arrival message(ChannelAccount a, JsonNode value, JsonNode m) {
        JsonNode contact = value.path("contacts").path(0);
        String phone = Json.text(m, "from").isEmpty() ? Json.text(contact, "wa_id") : Json.text(m, "from");
        String person = phone.isEmpty() ? Json.text(contact, "user_id") : phone;
        if (person.isEmpty()) throw new Unreadable("from");
        List<Arrival.Sent> files = new ArrayList<>();
        String text = text(a, m, files);
        Phones.Number number = Phones.read(person);
        return new Arrival.Said(
                Json.text(m, "id"),
                person,
                Json.text(contact.path("profile"), "name"),
                number.international(),
                moment(Json.text(m, "timestamp")),
                text,
                files,
                false);
    }

    private String text(ChannelAccount a, JsonNode m, List<Arrival.Sent> files) {
        String type = Json.text(m, "type");
        JsonNode body = m.path(type);
        return switch (type) {
            case "text" -> Json.text(body, "body");
            case "button" -> Json.text(body, "text");
            case "interactive" ->
                Json.text(body.path("button_reply"), "title") + Json.text(body.path("list_reply"), "title");
            case "location" -> Json.place(body, "latitude", "longitude");
            case "image", "document", "video", "audio", "sticker" -> {
                boolean had = media(a, body, files);
                String caption = Json.text(body, "caption");
                yield had ? caption : (caption + " [" + type + "]").strip();
            }
            default -> "";
        };
    }

    private boolean media(ChannelAccount a, JsonNode body, List<Arrival.Sent> files) {
        String bearer = "Bearer " + a.setting("wa_token");
        var found = http.send(
                java.net.http.HttpRequest.newBuilder(URI.create(a.setting("wa_url") + "/" + Json.text(body, "id")))
                        .header("Authorization", bearer)
                        .GET()
                        .timeout(Duration.ofSeconds(20))
                        .build());
        if (!(found instanceof OutboundHttp.Answer.Said said) || said.status() != 200) return false;
        String url = Json.text(Json.read(said.body()), "url");
        byte[] content = url.isEmpty() ? null : http.file(URI.create(url), LARGEST, "Authorization", bearer);
        if (content == null) return false;
        String name = Json.text(body, "filename");
        files.add(new Arrival.Sent(name.isEmpty() ? Json.fileName(Json.text(body, "mime_type")) : name, content));
        return true;
    }

    private void status(JsonNode s, List<Arrival> all) {
        Arrival.State state = switch (Json.text(s, "status")) {
            case "delivered" -> Arrival.State.DELIVERED;
            case "read" -> Arrival.State.READ;
            case "failed" -> Arrival.State.FAILED;
            default -> null;
        };
        if (state == null) return;
        JsonNode error = s.path("errors").path(0);
        all.add(new Arrival.Report(
                Json.text(s, "id"),
                state,
                moment(Json.text(s, "timestamp")),
                (Json.text(error, "code") + " " + Json.text(error, "title")).strip()));
    }

    private Instant moment(String seconds) {
        return seconds.matches("\\d{9,11}") ? Instant.ofEpochSecond(Long.parseLong(seconds)) : clock.instant();
    }

    @Override
    public Capabilities capabilities(ChannelAccount a) {
        return new Capabilities(LONGEST, PACE);
    }

    @Override
    public Delivered send(ChannelAccount a, String to, String text, String reference) {
        String json = Json.write(Map.of(
                "messaging_product",
                "whatsapp",
                "recipient_type",
                "individual",
                "to",
                to,
                "type",
                "text",
                "text",
                Map.of("body", text, "preview_url", false),
                "biz_opaque_callback_data",
                reference));
        var answer = http.postJson(
                URI.create(a.setting("wa_url") + "/" + a.setting("wa_nomor_id") + "/messages"),
                json,
                "Authorization",
                "Bearer " + a.setting("wa_token"));
        return switch (answer) {
            case OutboundHttp.Answer.Unreached(String why) -> new Delivered.NoServer(why);
            case OutboundHttp.Answer.CutOff(String why) -> new Delivered.Perhaps(why);
            case OutboundHttp.Answer.Said said
            when said.status() == 200 ->
                new Delivered.Sent(
                        Json.text(Json.read(said.body()).path("messages").path(0), "id"));
            case OutboundHttp.Answer.Said said -> refused(said);
        };
    }

    /** By the code, never by the title (Graph API, "Error codes"). */
    private static Delivered refused(OutboundHttp.Answer.Said said) {
        int code = Json.readOr(said.body()).path("error").path("code").asInt(0);
        return switch (code) {
            case RATE, PAIR_RATE, 4, 80_007 -> new Delivered.Later(said.line());
            case WINDOW_OVER, UNREACHABLE -> new Delivered.Never(said.line());
            case 190, 368, 131_031 -> new Delivered.NoServer(said.line());
            default ->
                said.status() >= 500 || said.status() == 429
                        ? new Delivered.Later(said.line())
                        : new Delivered.Never(said.line());
        };
    }
}
