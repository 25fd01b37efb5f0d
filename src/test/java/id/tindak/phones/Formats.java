package id.tindak.phones;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The providers. What stands here is written from their public pages, so that a wrong reading of ours shows. */
final class Formats {

    private static final JsonMapper JSON = new JsonMapper();

    private Formats() {}

    /** Kannel User's Guide, "SMS-service", "sendsms", "Delivery reports". */
    static final class Kannel implements Format {

        @Override
        public Call said(Line l, Bubble b, boolean comment) {
            String query = "?from=%2B" + l.number + "&to=" + encoded(l.address) + "&ts=" + b.at.getEpochSecond()
                    + "&id=" + b.id;
            return new Call("POST", l.door() + query, Map.of("Content-Type", "text/plain; charset=UTF-8"), b.text);
        }

        @Override
        public @Nullable Taken taken(Line l, Asked asked) {
            return asked.path().endsWith("/cgi-bin/sendsms")
                    ? new Taken(asked.query().getOrDefault("text", ""), id(), 202, "0: Accepted for delivery")
                    : null;
        }

        @Override
        public @Nullable Call report(Line l, Bubble b, Bubble.State state) {
            if (state == Bubble.State.READ && !b.note.isEmpty()) return null; // SMS knows no such thing
            return new Call("GET", b.note.replace("%d", state == Bubble.State.FAILED ? "2" : "1"), Map.of(), "");
        }
    }

    /** Meta's Cloud API: "Webhooks", "Messages", "Media". */
    static final class CloudApi implements Format {

        @Override
        public Call said(Line l, Bubble b, boolean comment) {
            Map<String, Object> message = new HashMap<>(
                    Map.of("from", l.number, "id", "wamid." + b.id, "timestamp", Long.toString(b.at.getEpochSecond())));
            if (b.photo) {
                message.put("type", "image");
                message.put("image", Map.of("caption", b.text, "mime_type", "image/jpeg", "id", "9001"));
            } else {
                message.put("type", "text");
                message.put("text", Map.of("body", b.text));
            }
            return change(
                    l,
                    Map.of(
                            "contacts",
                            List.of(Map.of("profile", Map.of("name", l.citizen), "wa_id", l.number)),
                            "messages",
                            List.of(message)));
        }

        @Override
        public @Nullable String answer(Line l, Asked asked) {
            return asked.path().endsWith("/9001")
                    ? json(Map.of("url", l.url() + "/foto.jpg", "mime_type", "image/jpeg"))
                    : null;
        }

        @Override
        public @Nullable Taken taken(Line l, Asked asked) {
            if (!asked.path().endsWith("/" + l.secrets.get("phone_number_id") + "/messages")) return null;
            JsonNode m = JSON.readTree(asked.body());
            String id = "wamid." + id();
            JsonNode template = m.path("template");
            String text = template.isMissingNode()
                    ? m.at("/text/body").asString()
                    : "[" + template.path("name").asString() + "] "
                            + template.at("/components/0/parameters/0/text").asString()
                            + "\n"
                            + template.at("/components/0/parameters/1/text").asString();
            return new Taken(text, id, 200, json(Map.of("messages", List.of(Map.of("id", id)))));
        }

        @Override
        public Call report(Line l, Bubble b, Bubble.State state) {
            Map<String, Object> status = new HashMap<>(Map.of(
                    "id",
                    b.id,
                    "status",
                    state.name().toLowerCase(java.util.Locale.ROOT),
                    "timestamp",
                    Long.toString(b.at.getEpochSecond() + 5),
                    "recipient_id",
                    l.number));
            if (state == Bubble.State.FAILED)
                status.put("errors", List.of(Map.of("code", 131_026, "title", "Message undeliverable")));
            return change(l, Map.of("statuses", List.of(status)));
        }

        private static Call change(Line l, Map<String, Object> what) {
            Map<String, Object> value = new HashMap<>(what);
            value.put("messaging_product", "whatsapp");
            value.put(
                    "metadata",
                    Map.of("display_phone_number", l.address, "phone_number_id", secret(l, "phone_number_id")));
            return signed(
                    l,
                    Map.of(
                            "object",
                            "whatsapp_business_account",
                            "entry",
                            List.of(Map.of(
                                    "id", "1", "changes", List.of(Map.of("field", "messages", "value", value))))));
        }
    }

    /** Instagram Platform: "Webhook notification examples", "Send messages", "Private replies". */
    static final class InstagramApi implements Format {

        @Override
        public Call said(Line l, Bubble b, boolean comment) {
            if (comment)
                return entry(
                        l,
                        b,
                        "changes",
                        Map.of(
                                "field",
                                "comments",
                                "value",
                                Map.of(
                                        "id",
                                        b.id,
                                        "from",
                                        Map.of("id", l.number, "username", "warga.contoh"),
                                        "text",
                                        b.text,
                                        "media",
                                        Map.of("id", "1", "media_product_type", "FEED"))));
            Map<String, Object> message = new HashMap<>(Map.of("mid", b.id, "text", b.text));
            if (b.photo)
                message.put(
                        "attachments",
                        List.of(Map.of("type", "image", "payload", Map.of("url", l.url() + "/foto.jpg"))));
            return entry(l, b, "messaging", talk(l, b, Map.of("message", message)));
        }

        @Override
        public @Nullable Taken taken(Line l, Asked asked) {
            if (!asked.path().endsWith("/messages")) return null;
            JsonNode m = JSON.readTree(asked.body());
            String tag = m.path("tag").asString("");
            String about = m.at("/recipient/comment_id").asString("");
            String text = m.at("/message/text").asString();
            if (text.getBytes(StandardCharsets.UTF_8).length > 1_000)
                return new Taken(text, id(), 400, json(Map.of("error", Map.of("code", 100, "message", "too long"))));
            String id = "mid." + id();
            return new Taken(
                    (tag.isEmpty() ? "" : "[" + tag + "] ") + (about.isEmpty() ? "" : "[balasan komentar] ") + text,
                    id,
                    200,
                    json(Map.of("recipient_id", l.number, "message_id", id)));
        }

        @Override
        public @Nullable Call report(Line l, Bubble b, Bubble.State state) {
            return state == Bubble.State.READ
                    ? entry(l, b, "messaging", talk(l, b, Map.of("read", Map.of("mid", b.id))))
                    : null;
        }

        private static Map<String, Object> talk(Line l, Bubble b, Map<String, Object> what) {
            Map<String, Object> all = new HashMap<>(what);
            all.put("sender", Map.of("id", l.number));
            all.put("recipient", Map.of("id", secret(l, "id")));
            all.put("timestamp", b.at.toEpochMilli());
            return all;
        }

        private static Call entry(Line l, Bubble b, String list, Map<String, Object> what) {
            return signed(
                    l,
                    Map.of(
                            "object",
                            "instagram",
                            "entry",
                            List.of(Map.of(
                                    "id", secret(l, "id"), "time", b.at.getEpochSecond(), list, List.of(what)))));
        }
    }

    /** docs.fonnte.com, "Webhook Reply Message", "API Send Message". */
    static final class FonnteApi implements Format {

        @Override
        public Call said(Line l, Bubble b, boolean comment) {
            Map<String, Object> all = new HashMap<>(Map.of(
                    "device", l.address,
                    "sender", l.number,
                    "message", b.text,
                    "member", "",
                    "name", l.citizen,
                    "location", "",
                    "timestamp", b.at.getEpochSecond(),
                    "inboxid", b.id));
            if (b.photo) all.putAll(Map.of("url", l.url() + "/foto.jpg", "filename", "foto.jpg", "extension", "jpg"));
            return Call.json(l.door(), json(all));
        }

        @Override
        public @Nullable Taken taken(Line l, Asked asked) {
            if (!asked.path().endsWith("/send")) return null;
            String id = id();
            return new Taken(
                    Pairs.of(asked.body()).getOrDefault("message", ""),
                    id,
                    200,
                    json(Map.of("status", true, "id", List.of(id), "process", "pending")));
        }
    }

    /** Wablas, as its users write it down: its own page on incoming messages is not public. */
    static final class WablasApi implements Format {

        @Override
        public Call said(Line l, Bubble b, boolean comment) {
            Map<String, Object> all = new HashMap<>(Map.of(
                    "id", b.id,
                    "phone", l.number,
                    "message", b.text,
                    "pushName", l.citizen,
                    "isGroup", false,
                    "timestamp", Long.toString(b.at.getEpochSecond())));
            if (b.photo) all.put("media", Map.of("url", l.url() + "/foto.jpg", "mimetype", "image/jpeg"));
            return Call.json(l.door(), json(all));
        }

        @Override
        public @Nullable Taken taken(Line l, Asked asked) {
            if (!asked.path().endsWith("/api/send-message")) return null;
            String id = id();
            return new Taken(
                    Pairs.of(asked.body()).getOrDefault("message", ""),
                    id,
                    200,
                    json(Map.of("status", true, "data", Map.of("messages", List.of(Map.of("id", id))))));
        }
    }

    /** waha.devlike.pro, "Events", "Send messages", "HMAC authentication". */
    static final class WahaApi implements Format {

        @Override
        public Call said(Line l, Bubble b, boolean comment) {
            Map<String, Object> payload = new HashMap<>(Map.of(
                    "id",
                    "false_" + l.number + "@c.us_" + b.id,
                    "timestamp",
                    b.at.getEpochSecond(),
                    "from",
                    l.number + "@c.us",
                    "fromMe",
                    false,
                    "to",
                    l.address + "@c.us",
                    "body",
                    b.text,
                    "hasMedia",
                    b.photo,
                    "_data",
                    Map.of("notifyName", l.citizen)));
            if (b.photo) payload.put("media", Map.of("url", l.url() + "/foto.jpg", "mimetype", "image/jpeg"));
            return event(l, "message", payload);
        }

        @Override
        public @Nullable Taken taken(Line l, Asked asked) {
            if (!asked.path().endsWith("/api/sendText")) return null;
            String id = "true_" + l.number + "@c.us_" + id();
            return new Taken(JSON.readTree(asked.body()).path("text").asString(), id, 201, json(Map.of("id", id)));
        }

        @Override
        public @Nullable Call report(Line l, Bubble b, Bubble.State state) {
            int ack = state == Bubble.State.READ ? 3 : state == Bubble.State.DELIVERED ? 2 : -1;
            return ack < 0
                    ? null
                    : event(
                            l,
                            "message.ack",
                            Map.of("id", b.id, "from", l.number + "@c.us", "fromMe", true, "ack", ack));
        }

        private static Call event(Line l, String event, Map<String, Object> payload) {
            String body = json(Map.of("event", event, "session", "default", "engine", "WEBJS", "payload", payload));
            return new Call(
                    "POST",
                    l.door(),
                    Map.of(
                            "Content-Type", "application/json",
                            "X-Webhook-Hmac", hmac("HmacSHA512", secret(l, "hmac"), body),
                            "X-Webhook-Hmac-Algorithm", "sha512"),
                    body);
        }
    }

    /** github.com/aldinokemal/go-whatsapp-web-multidevice, "Webhook payload". */
    static final class GowaApi implements Format {

        @Override
        public Call said(Line l, Bubble b, boolean comment) {
            Map<String, Object> payload = new HashMap<>(Map.of(
                    "id",
                    b.id,
                    "chat_id",
                    l.number + "@s.whatsapp.net",
                    "from",
                    l.number + "@s.whatsapp.net",
                    "from_name",
                    l.citizen,
                    "timestamp",
                    b.at.toString(),
                    "is_from_me",
                    false,
                    "body",
                    b.photo ? "" : b.text));
            if (b.photo) payload.put("image", Map.of("path", "statics/media/foto.jpg", "caption", b.text));
            return event(l, "message", payload);
        }

        @Override
        public @Nullable Taken taken(Line l, Asked asked) {
            if (!asked.path().endsWith("/send/message")) return null;
            String id = "3EB0" + id();
            return new Taken(
                    JSON.readTree(asked.body()).path("message").asString(),
                    id,
                    200,
                    json(Map.of("code", "SUCCESS", "results", Map.of("message_id", id, "status", "sent"))));
        }

        @Override
        public @Nullable Call report(Line l, Bubble b, Bubble.State state) {
            if (state != Bubble.State.READ && state != Bubble.State.DELIVERED) return null;
            return event(
                    l,
                    "message.ack",
                    Map.of(
                            "ids",
                            List.of(b.id),
                            "receipt_type",
                            state.name().toLowerCase(java.util.Locale.ROOT),
                            "timestamp",
                            b.at.plusSeconds(5).toString()));
        }

        private static Call event(Line l, String event, Map<String, Object> payload) {
            return signed(l, Map.of("event", event, "device_id", "1", "payload", payload));
        }
    }

    /** github.com/qontak-dev/chat, "Webhook: Message Interaction", "Send Message". */
    static final class QontakApi implements Format {

        @Override
        public Call said(Line l, Bubble b, boolean comment) {
            Map<String, Object> all = message(l, b, "customer", "created", l.citizen);
            if (b.photo) all.put("file", Map.of("url", l.url() + "/foto.jpg", "filename", "foto.jpg"));
            return Call.json(l.door(), json(all));
        }

        @Override
        public @Nullable Taken taken(Line l, Asked asked) {
            if (!asked.path().endsWith("/messages/whatsapp/bot")) return null;
            String id = id();
            return new Taken(
                    JSON.readTree(asked.body()).path("text").asString(),
                    id,
                    201,
                    json(Map.of("status", "success", "data", Map.of("id", id, "status", "created"))));
        }

        @Override
        public Call report(Line l, Bubble b, Bubble.State state) {
            return Call.json(
                    l.door(), json(message(l, b, "bot", state.name().toLowerCase(java.util.Locale.ROOT), "Bot")));
        }

        private static Map<String, Object> message(Line l, Bubble b, String who, String status, String name) {
            String room = UUID.nameUUIDFromBytes(l.number.getBytes(StandardCharsets.UTF_8))
                    .toString();
            return new HashMap<>(Map.of(
                    "id",
                    b.id,
                    "type",
                    b.photo ? "image" : "text",
                    "room_id",
                    room,
                    "sender",
                    Map.of("name", name),
                    "text",
                    b.text,
                    "status",
                    status,
                    "participant_type",
                    who,
                    "created_at",
                    b.at.toString(),
                    "room",
                    Map.of("id", room, "name", l.citizen, "channel", "wa", "account_uniq_id", l.number)));
        }
    }

    /** A gateway that no class of the program knows, as the account describes it: a signature, an object in an object. */
    static final class OwnGateway implements Format {

        @Override
        public Call said(Line l, Bubble b, boolean comment) {
            Map<String, Object> all = new HashMap<>(Map.of(
                    "id",
                    b.id,
                    "dari",
                    l.number,
                    "nama",
                    l.citizen,
                    "waktu",
                    b.at.toString(),
                    "pesan",
                    Map.of("teks", b.text)));
            if (b.photo) all.put("lampiran", l.url() + "/foto.jpg");
            String body = json(all);
            return new Call(
                    "POST",
                    l.door(),
                    Map.of(
                            "Content-Type",
                            "application/json",
                            "X-Tanda-Tangan",
                            hmac("HmacSHA256", secret(l, "hmac"), body)),
                    body);
        }

        @Override
        public @Nullable Taken taken(Line l, Asked asked) {
            if (!asked.path().endsWith("/kirim")) return null;
            String id = id();
            return new Taken(
                    Pairs.of(asked.body()).getOrDefault("isi", ""),
                    id,
                    200,
                    json(Map.of("berhasil", true, "nomor", id)));
        }
    }

    // --- what they share

    /** As Meta signs, and gowa after it. */
    private static Format.Call signed(Line l, Map<String, Object> content) {
        String body = json(content);
        return new Format.Call(
                "POST",
                l.door(),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-Hub-Signature-256",
                        "sha256=" + hmac("HmacSHA256", secret(l, "hmac"), body)),
                body);
    }

    private static String secret(Line l, String name) {
        return l.secrets.getOrDefault(name, "");
    }

    private static String hmac(String algorithm, String key, String body) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
