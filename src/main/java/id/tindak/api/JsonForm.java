package id.tindak.api;

import id.tindak.base.web.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a call as a form: an object of texts, numbers and truths, cleaned as what people type is. Objects in it are fields with a point in their name.
 *
 * @param raw as it came
 */
record JsonForm(Form form, byte[] raw) {

    /** Longer than the longest complaint with everything that belongs to it. */
    private static final int MOST = 128 * 1024;

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param known names of all fields; any other is a fault, since a name that is spelled wrongly would be lost
     * @throws ApiFault where it is too large, no JSON, or no object
     */
    static JsonForm read(HttpServletRequest request, Set<String> known) {
        if (!json(request.getContentType())) throw ApiFault.of(415, "api.fault.type");
        byte[] raw;
        try {
            raw = request.getInputStream().readNBytes(MOST + 1);
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
        if (raw.length > MOST) throw ApiFault.of(413, "api.fault.large", MOST / 1024);
        Map<String, String[]> fields = new LinkedHashMap<>();
        put(fields, "", object(raw));
        Form form = new Form(fields, Map.of());
        fields.keySet().stream().filter(f -> !known.contains(f)).forEach(f -> form.wrong(f, "api.fault.unknown"));
        return new JsonForm(form, raw);
    }

    private static boolean json(@Nullable String type) {
        try {
            return type != null && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException crooked) {
            return false;
        }
    }

    private static ObjectNode object(byte[] raw) {
        try {
            if (JSON.readTree(raw) instanceof ObjectNode object) return object;
        } catch (JacksonException noJson) {
            throw ApiFault.of(400, "api.fault.json");
        }
        throw ApiFault.of(400, "api.fault.json");
    }

    private static void put(Map<String, String[]> fields, String before, ObjectNode object) {
        for (Map.Entry<String, JsonNode> e : object.properties()) {
            String name = before + e.getKey();
            JsonNode value = e.getValue();
            if (value instanceof ObjectNode inner && before.isEmpty()) put(fields, name + ".", inner);
            else if (value.isValueNode())
                fields.put(name, value.isNull() ? new String[0] : new String[] {value.asString()});
            else throw ApiFault.of(400, "api.fault.json");
        }
    }
}
