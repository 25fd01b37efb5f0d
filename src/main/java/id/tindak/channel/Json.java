package id.tindak.channel;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Providers' JSON, read with patience: what is missing is empty. */
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** What people send, with the ending by which it is known later; what is in it is looked at all the same. */
    private static final Map<String, String> ENDINGS = Map.of(
            "image/jpeg", ".jpg",
            "image/png", ".png",
            "image/webp", ".webp",
            "application/pdf", ".pdf",
            "audio/ogg", ".ogg",
            "audio/mp4", ".m4a",
            "audio/aac", ".aac",
            "audio/mpeg", ".mp3",
            "audio/amr", ".amr");

    private Json() {}

    /** @throws Provider.Unreadable when it is no JSON */
    static JsonNode read(byte[] body) {
        return read(new String(body, StandardCharsets.UTF_8));
    }

    static JsonNode read(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException no) {
            throw new Provider.Unreadable("JSON");
        }
    }

    /** The same; a missing node when it is none. */
    static JsonNode readOr(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException no) {
            return MissingNode.getInstance();
        }
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static byte[] bytes(JsonNode tree) {
        return MAPPER.writeValueAsBytes(tree);
    }

    /** Empty where there is none; numbers as they are written. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    /** A place in words that a map understands. */
    static String place(JsonNode node, String latitude, String longitude) {
        String where = text(node, "name") + " " + text(node, "address");
        return (where.strip() + " (" + text(node, latitude) + ", " + text(node, longitude) + ")").strip();
    }

    /** A name for a file that came without one. */
    static String fileName(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return "kiriman" + ENDINGS.getOrDefault(type, "");
    }
}
