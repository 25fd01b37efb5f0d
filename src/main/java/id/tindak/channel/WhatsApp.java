package id.tindak.channel;

import id.tindak.base.OutboundHttp;
import id.tindak.base.web.Texts;
import id.tindak.message.Carrier;
import id.tindak.message.Delivered;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final int MOST_WORDS = 1 << 16;
    /** Meta lets one message in six seconds go to one person. */
    private static final Carrier.Pace PACE = new Carrier.Pace(1, Duration.ofSeconds(6));

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final String OTHER_TEMPLATE = "wa_templat_lain";
    /** Country, point, up to 128 letters and digits ("Business-scoped user IDs"). */
    private static final String BUSINESS_SCOPED = "[A-Z]{2}\\.[A-Za-z0-9.]{1,132}";
    /** A heart on one of ours, or a notice that somebody changed his number. */
    private static final Set<String> NO_MESSAGE = Set.of("reaction", "system");

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
        return Meta.signed(a.setting("wa_rahasia"), call);
    }

    @Override
    public @Nullable String handshake(ChannelAccount a, Call call) {
        return Meta.greeting(a.setting("wa_verifikasi"), call);
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
                value.path("messages").forEach(m -> {
                    if (!NO_MESSAGE.contains(Json.text(m, "type"))) all.add(message(a, value, m));
                });
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
        String told = Phones.read(person).international();
        return new Arrival.Said(
                Json.text(m, "id"),
                person,
                Json.text(contact.path("profile"), "name"),
                told == null ? shared(m) : told,
                moment(Json.text(m, "timestamp")),
                text,
                files,
                false);
    }

    /** The number that a person without one gave when he was asked for it; a card of somebody else tells nothing of him. */
    private static @Nullable String shared(JsonNode m) {
        JsonNode card = m.path("contacts").path(0);
        String origin = Json.text(m, "origin") + Json.text(card, "origin");
        return origin.equals("contact_request")
                ? Phones.read(Json.text(card.path("phones").path(0), "phone")).international()
                : null;
    }

    /** Names and numbers of the cards that were sent. */
    private static String cards(JsonNode cards) {
        List<String> all = new ArrayList<>();
        for (JsonNode card : cards) {
            List<String> parts = new ArrayList<>(List.of(Json.text(card.path("name"), "formatted_name")));
            card.path("phones").forEach(p -> parts.add(Json.text(p, "phone")));
            all.add(String.join(" ", parts).strip());
        }
        return String.join("\n", all);
    }

    private String text(ChannelAccount a, JsonNode m, List<Arrival.Sent> files) {
        String type = Json.text(m, "type");
        JsonNode body = m.path(type);
        return switch (type) {
            case "text" -> Json.text(body, "body");
            case "button" -> Json.text(body, "text");
            case "interactive" ->
                Json.text(body.path("button_reply"), "title") + Json.text(body.path("list_reply"), "title");
            case "contacts" -> cards(body);
            case "location" -> Json.place(body, "latitude", "longitude");
            case "image", "document", "video", "audio", "sticker" -> {
                String name = Json.text(body, "filename");
                files.add(new Arrival.Sent(
                        name.isEmpty() ? Json.fileName(Json.text(body, "mime_type")) : name,
                        () -> media(a, Json.text(body, "id"))));
                yield Json.text(body, "caption");
            }
            default -> "";
        };
    }

    /** Two steps: its id tells where it lies for some minutes. */
    private byte @Nullable [] media(ChannelAccount a, String id) {
        String[] key = {"Authorization", "Bearer " + a.setting("wa_token")};
        byte[] found = http.file(URI.create(a.setting("wa_url") + "/" + id), MOST_WORDS, key);
        String url = found == null ? "" : Json.text(Json.read(found), "url");
        return url.isEmpty() ? null : http.file(URI.create(url), LARGEST, key);
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
        return Moments.of(seconds, clock.instant());
    }

    @Override
    public Capabilities capabilities(ChannelAccount a) {
        return new Capabilities(LONGEST, PACE);
    }

    @Override
    public Delivered send(ChannelAccount a, String to, String text, String reference) {
        return understood(post(a, to, reference, text(text)));
    }

    /** Free words within a day of what the person wrote; else the same as a wording that Meta has approved. */
    @Override
    public Delivered send(ChannelAccount a, Leaving m) {
        Instant wrote = m.wroteAt();
        boolean over = wrote != null && !clock.instant().isBefore(wrote.plus(WINDOW));
        if (over) return sendTemplate(a, m);
        OutboundHttp.Answer answer = post(a, m.to(), m.reference(), text(m.text()));
        boolean refused = answer instanceof OutboundHttp.Answer.Said said && Meta.code(said) == WINDOW_OVER;
        return refused ? sendTemplate(a, m) : understood(answer);
    }

    private Delivered sendTemplate(ChannelAccount a, Leaving m) {
        String own = a.setting(
                switch (m.topic()) {
                    case RECEIVED -> "wa_templat_terima";
                    case WAITING -> "wa_templat_lengkapi";
                    case ANSWERED -> "wa_templat_jawab";
                    case OTHER -> OTHER_TEMPLATE;
                });
        String name = own.isEmpty() ? a.setting(OTHER_TEMPLATE) : own;
        if (name.isEmpty() || m.number().isEmpty() || m.link().isEmpty())
            return new Delivered.Never(Texts.get(Texts.DEFAULT, "channel.reason.no-template"));
        return understood(post(a, m.to(), m.reference(), template(a, name, List.of(m.number(), m.link()))));
    }

    private static Map<String, Object> text(String text) {
        return Map.of("type", "text", "text", Map.of("body", text, "preview_url", false));
    }

    /** @param blanks {@code {{1}}}, {@code {{2}}} … of the approved wording */
    private static Map<String, Object> template(ChannelAccount a, String name, List<String> blanks) {
        List<Map<String, String>> parameters =
                blanks.stream().map(b -> Map.of("type", "text", "text", b)).toList();
        String language = a.setting("wa_templat_bahasa");
        return Map.of(
                "type",
                "template",
                "template",
                Map.of(
                        "name",
                        name,
                        "language",
                        Map.of("code", language.isEmpty() ? "id" : language),
                        "components",
                        List.of(Map.of("type", "body", "parameters", parameters))));
    }

    /** Phone numbers stand in {@code to}, ids of this business in {@code recipient}: in {@code to} Meta takes them and delivers to nobody. */
    private OutboundHttp.Answer post(ChannelAccount a, String to, String reference, Map<String, Object> content) {
        Map<String, Object> message = new LinkedHashMap<>(content);
        message.put("messaging_product", "whatsapp");
        message.put("recipient_type", "individual");
        message.put(to.matches(BUSINESS_SCOPED) ? "recipient" : "to", to);
        message.put("biz_opaque_callback_data", reference);
        return http.postJson(
                URI.create(a.setting("wa_url") + "/" + a.setting("wa_nomor_id") + "/messages"),
                Json.write(message),
                "Authorization",
                "Bearer " + a.setting("wa_token"));
    }

    private static Delivered understood(OutboundHttp.Answer answer) {
        return GatewayTalk.means(
                answer,
                said -> said.status() == 200 || Meta.code(said) > 0,
                said -> said.status() == 200 ? taken(said) : refused(said));
    }

    /** Meta gives every message an id: who answers without one is somebody between. */
    private static Delivered taken(OutboundHttp.Answer.Said said) {
        String id = Json.text(Json.readOr(said.body()).path("messages").path(0), "id");
        return id.isEmpty() ? new Delivered.Perhaps(said.line()) : new Delivered.Sent(id);
    }

    /** By the code, never by the title (Graph API, "Error codes"). */
    private static Delivered refused(OutboundHttp.Answer.Said said) {
        return switch (Meta.code(said)) {
            case RATE, PAIR_RATE, 4, 80_007 -> new Delivered.Later(said.line());
            case UNREACHABLE ->
                new Delivered.Never(Texts.get(Texts.DEFAULT, "channel.reason.no-whatsapp") + " " + said.line());
            case 190, 368, 131_031 -> new Delivered.NoServer(said.line());
            default -> said.status() >= 500 ? new Delivered.Later(said.line()) : new Delivered.Never(said.line());
        };
    }
}
