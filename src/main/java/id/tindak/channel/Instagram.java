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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Instagram: what people write to the account and under its posts (Instagram Platform, "Webhook notification examples", "Send messages", "Private replies"). One day after somebody wrote he may be
 * written to by the program, seven days by a person; a comment may be answered once, in private, within seven days. Whoever commented is the same person when he writes later.
 */
@Component
class Instagram implements Provider {

    /** Bytes, not letters. */
    private static final int LONGEST = 1_000;

    private static final Carrier.Pace PACE = new Carrier.Pace(10, Duration.ofMinutes(1));
    /** Names for what comes without one; a voice message is MPEG-4, which says only by its name that it is no film. */
    private static final Map<String, String> NAMES = Map.of("image", "kiriman.jpg", "audio", "kiriman.m4a");

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration PERSONS_WINDOW = Duration.ofDays(7);

    private final OutboundHttp http;
    private final InstagramStore store;
    private final Clock clock;

    Instagram(OutboundHttp http, InstagramStore store, Clock clock) {
        this.http = http;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.INSTAGRAM;
    }

    @Override
    public boolean authentic(ChannelAccount a, Call call) {
        return Meta.signed(a.setting("ig_rahasia"), call);
    }

    @Override
    public @Nullable String handshake(ChannelAccount a, Call call) {
        return Meta.greeting(a.setting("ig_verifikasi"), call);
    }

    // --- in

    @Override
    public List<Arrival> read(ChannelAccount a, Call call) {
        JsonNode root = Json.read(call.body());
        JsonNode notification = root.isArray() ? root.path(0) : root; // one of Meta's examples wraps it
        if (!Json.text(notification, "object").equals("instagram")) throw new Unreadable("object");
        List<Arrival> all = new ArrayList<>();
        for (JsonNode entry : notification.path("entry")) {
            if (!Json.text(entry, "id").equals(a.setting("ig_id"))) continue;
            Instant at = Moments.of(Json.text(entry, "time"), clock.instant());
            entry.path("messaging").forEach(m -> message(a, m, all));
            entry.path("changes").forEach(change -> comment(a, change, at).ifPresent(all::add));
            comment(a, entry, at).ifPresent(all::add);
        }
        return all;
    }

    private void message(ChannelAccount a, JsonNode m, List<Arrival> all) {
        String sender = Json.text(m.path("sender"), "id");
        Instant at = Moments.of(Json.text(m, "timestamp"), clock.instant());
        String seen = Json.text(m.path("read"), "mid");
        if (!seen.isEmpty()) all.add(new Arrival.Report(seen, Arrival.State.READ, at, ""));
        JsonNode message = m.has("postback") ? m.path("postback") : m.path("message");
        String id = Json.text(message, "mid");
        boolean own = message.path("is_echo").asBoolean(false) || sender.equals(a.setting("ig_id"));
        if (id.isEmpty()
                || sender.isEmpty()
                || own
                || message.path("is_deleted").asBoolean(false)) return;
        List<Arrival.Sent> files = new ArrayList<>();
        String text = Json.text(message, "text") + Json.text(message, "title");
        for (JsonNode attachment : message.path("attachments")) text = attached(a, attachment, text, files);
        store.wrote(a, sender, at);
        all.add(new Arrival.Said(id, sender, "", null, at, text, files, false));
    }

    /** Pictures and files come along; what is shared from elsewhere is only named. */
    private String attached(ChannelAccount a, JsonNode attachment, String text, List<Arrival.Sent> files) {
        String type = Json.text(attachment, "type");
        String url = Json.text(attachment.path("payload"), "url");
        boolean sent = type.equals("image") || type.equals("file") || type.equals("video") || type.equals("audio");
        if (!sent || url.isEmpty()) return (text + " [" + type + "]").strip();
        files.add(GatewayTalk.file(http, a.setting("ig_url"), url, NAMES.getOrDefault(type, type)));
        return text;
    }

    /** Comments stand in a list of changes or bare in the entry: Meta's pages show both. */
    private Optional<Arrival> comment(ChannelAccount a, JsonNode change, Instant at) {
        if (!Json.text(change, "field").equals("comments")) return Optional.empty();
        JsonNode value = change.path("value");
        JsonNode from = value.path("from");
        String person = Json.text(from, "id");
        String id = Json.text(value, "id");
        String text = Json.text(value, "text");
        boolean own = person.equals(a.setting("ig_id"))
                || !Json.text(from, "self_ig_scoped_id").isEmpty();
        if (own || person.isEmpty() || id.isEmpty() || !meant(a, text)) return Optional.empty();
        store.commented(a, id, person, at);
        String name = Json.text(from, "username");
        return Optional.of(new Arrival.Said(
                "komentar:" + id, person, name.isEmpty() ? "" : "@" + name, null, at, text, List.of(), false));
    }

    /** Not every greeting under a picture is a complaint: an agency may ask for a word in those that are. */
    private static boolean meant(ChannelAccount a, String text) {
        return text.toLowerCase(Locale.ROOT).contains(a.setting("ig_tanda").toLowerCase(Locale.ROOT));
    }

    // --- out

    @Override
    public Capabilities capabilities(ChannelAccount a) {
        return new Capabilities(LONGEST, PACE, true);
    }

    @Override
    public Delivered send(ChannelAccount a, String to, String text, String reference) {
        return send(a, to, text, false);
    }

    @Override
    public Delivered send(ChannelAccount a, Leaving m) {
        return send(a, m.to(), m.text(), m.typed());
    }

    private Delivered send(ChannelAccount a, String to, String text, boolean typed) {
        Instant now = clock.instant();
        Instant wrote = store.wroteAt(a, to).orElse(Instant.EPOCH);
        if (now.isBefore(wrote.plus(WINDOW)))
            return sent(a, Map.of("recipient", Map.of("id", to), "messaging_type", "RESPONSE"), text);
        String comment = store.openComment(a, to, now.minus(PERSONS_WINDOW)).orElse(null);
        if (comment != null) {
            Delivered done = sent(a, Map.of("recipient", Map.of("comment_id", comment)), text);
            boolean used = done instanceof Delivered.Sent || done instanceof Delivered.Perhaps;
            if (used) store.answered(a, comment, now);
            return done;
        }
        if (typed && now.isBefore(wrote.plus(PERSONS_WINDOW)))
            return sent(
                    a,
                    Map.of("recipient", Map.of("id", to), "messaging_type", "MESSAGE_TAG", "tag", "HUMAN_AGENT"),
                    text);
        return new Delivered.Never(Texts.get(Texts.DEFAULT, "channel.reason.instagram-window"));
    }

    private Delivered sent(ChannelAccount a, Map<String, Object> how, String text) {
        Map<String, Object> message = new LinkedHashMap<>(how);
        message.put("message", Map.of("text", text));
        OutboundHttp.Answer answer = http.postJson(
                URI.create(a.setting("ig_url") + "/" + a.setting("ig_id") + "/messages"),
                Json.write(message),
                "Authorization",
                "Bearer " + a.setting("ig_token"));
        return GatewayTalk.means(answer, said -> said.status() == 200 || Meta.code(said) > 0, Instagram::understood);
    }

    /** By the code (Graph API, "Error codes"; Instagram Platform, "Error codes"). */
    private static Delivered understood(OutboundHttp.Answer.Said said) {
        return switch (Meta.code(said)) {
            case 0 -> new Delivered.Sent(Json.text(Json.readOr(said.body()), "message_id"));
            case 1, 2, 4, 17, 32, 341, 613, 80_002 -> new Delivered.Later(said.line());
            case 102, 190, 368 -> new Delivered.NoServer(said.line());
            default -> new Delivered.Never(said.line());
        };
    }
}
