package id.tindak.channel;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an administrator's pointers (RFC 6901) find in a call of a gateway; empty where they find nothing. A form, or the address alone, is read as if it were an object of its names.
 *
 * @param skipped the line by which the call is none of a citizen's; null where none fits
 */
record Pointed(
        String sender,
        String name,
        String text,
        String id,
        String time,
        String file,
        @Nullable String skipped) {

    /** {@code /pointer = value}; without a value: whatever stands there, but nothing, false and 0. */
    private static final Pattern RULE = Pattern.compile("(/[^=]*?)\\s*(?:=\\s*(.*))?");

    static Pointed in(JsonNode call, Map<String, String> settings) {
        return new Pointed(
                at(call, settings, "http_pengirim"),
                at(call, settings, "http_nama"),
                at(call, settings, "http_isi"),
                at(call, settings, "http_id"),
                at(call, settings, "http_waktu"),
                at(call, settings, "http_berkas"),
                settings.getOrDefault("http_abaikan", "")
                        .lines()
                        .map(String::strip)
                        .filter(rule -> !rule.isEmpty() && fits(call, rule))
                        .findFirst()
                        .orElse(null));
    }

    private static String at(JsonNode call, Map<String, String> settings, String field) {
        return at(call, settings.getOrDefault(field, ""));
    }

    /** Empty where nothing is pointed at, or what stands there is no single value. */
    static String at(JsonNode call, String pointer) {
        if (pointer.isEmpty()) return "";
        JsonNode found = call.at(pointer);
        return found.isValueNode() && !found.isNull() ? found.asString() : "";
    }

    /** @throws IllegalArgumentException when the rule is none */
    static boolean fits(JsonNode call, String rule) {
        Matcher m = RULE.matcher(rule);
        if (!m.matches()) throw new IllegalArgumentException(rule);
        String found = at(call, m.group(1));
        String wanted = m.group(2);
        return wanted == null
                ? !found.isEmpty() && !found.equals("false") && !found.equals("0")
                : found.equals(wanted.strip());
    }

    /** @throws IllegalArgumentException when it is no pointer */
    static void check(String pointer) {
        JsonPointer.compile(pointer);
    }

    /** @throws Provider.Unreadable when it is neither JSON nor a form */
    static JsonNode tree(Call call) {
        String body = call.text().strip();
        if (body.startsWith("{") || body.startsWith("[")) return Json.read(body);
        Map<String, String> pairs = body.isEmpty() ? call.query() : Call.pairs(body);
        if (pairs.isEmpty()) throw new Provider.Unreadable("JSON");
        return Json.read(Json.write(pairs));
    }

    /** The same call with nothing at that place. */
    static Call emptied(Call call, String pointer) {
        JsonNode tree = tree(call);
        JsonPointer place = JsonPointer.compile(pointer);
        if (tree.at(place.head()) instanceof ObjectNode parent)
            parent.put(place.last().getMatchingProperty(), "");
        return new Call(Map.of(), Map.of("content-type", "application/json"), Json.bytes(tree));
    }
}
