package id.tindak.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The contract of the own API (OpenAPI 3.1), held against real answers: their status, media type and schema (JSON Schema 2020-12). */
final class Contract {

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode document;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Contract(ObjectNode document) {
        this.document = document;
    }

    static Contract read() {
        try (InputStream in = Objects.requireNonNull(Contract.class.getResourceAsStream("/api/openapi.yaml"))) {
            Object yaml = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            return new Contract((ObjectNode) JSON.<JsonNode>valueToTree(yaml));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    JsonNode document() {
        return document;
    }

    /** "GET /aduan/{nomor}" and so on. */
    Set<String> operations() {
        Set<String> all = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties())
            for (String method : path.getValue().propertyNames())
                if (Set.of("get", "post", "put", "patch", "delete").contains(method))
                    all.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
        return all;
    }

    /** What is wrong with the answer of this operation; empty when it is as the contract says. */
    List<String> faults(String operation, HttpResponse<String> answer) {
        String[] parts = operation.split(" ");
        JsonNode said = resolved(document.get("paths")
                .path(parts[1])
                .path(parts[0].toLowerCase(java.util.Locale.ROOT))
                .path("responses")
                .path(Integer.toString(answer.statusCode())));
        if (said.isMissingNode()) return List.of("no such status: " + answer.statusCode() + " " + answer.body());
        String type = answer.headers().firstValue("content-type").orElse("");
        JsonNode content = said.path("content").path(type);
        if (content.isMissingNode()) return List.of("no such type: " + type);
        return invalid(content.get("schema"), answer.body());
    }

    List<String> invalid(JsonNode schema, String json) {
        ObjectNode whole = JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", document.get("components"));
        return schemas.getSchema(whole).validate(JSON.readTree(json)).stream()
                .map(Error::toString)
                .toList();
    }

    /** The answer is as the contract says. */
    HttpResponse<String> kept(String operation, HttpResponse<String> answer) {
        assertThat(faults(operation, answer))
                .as(operation + " " + answer.body())
                .isEmpty();
        return answer;
    }

    private JsonNode resolved(JsonNode node) {
        String ref = node.path("$ref").asString("");
        return ref.isEmpty() ? node : document.at(ref.substring(1));
    }
}
