package id.tindak.channel;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * How an administrator laid out the call that sends a message. {@code {to}}, {@code {digits}} (the same without the plus sign), {@code {text}}, {@code {reference}} and {@code {secret}} are filled in
 * once, each as its place demands: no word of a message becomes part of the address, of the JSON or of another field.
 *
 * @param headers one a line, {@code name: value}; the secret and the reference only
 */
record CallLayout(String method, String url, boolean form, String headers, String body) {

    private static final Pattern BLANK = Pattern.compile("\\{(to|digits|text|reference|secret)}");
    /** RFC 9110, 5.1 and 5.5: a line break in a value would begin a header of its own. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");
    /** Of the connection itself. */
    private static final Set<String> NOT_OURS =
            Set.of("connection", "content-length", "expect", "host", "te", "trailer", "transfer-encoding", "upgrade");

    static CallLayout of(Map<String, String> settings) {
        return new CallLayout(
                settings.getOrDefault("http_metode", "POST"),
                settings.getOrDefault("http_url", ""),
                settings.getOrDefault("http_jenis", "").equals("form"),
                settings.getOrDefault("http_kepala", ""),
                settings.getOrDefault("http_badan", ""));
    }

    /** The call as it leaves. */
    record Laid(String method, URI address, Map<String, String> headers, String body) {

        /** As people write calls down. */
        String shown() {
            StringBuilder all = new StringBuilder(method + " " + address);
            headers.forEach(
                    (name, value) -> all.append('\n').append(name).append(": ").append(value));
            return body.isEmpty() ? all.toString() : all + "\n\n" + body;
        }
    }

    /**
     * @param fillings what stands for each blank
     * @throws RuntimeException when no call comes of it: no address, no JSON, a header that may not be set
     */
    Laid filled(Map<String, String> fillings) {
        String address = filled(url, fillings, CallLayout::encoded);
        Map<String, String> lines = new LinkedHashMap<>();
        boolean bare = method.equals("GET");
        if (!bare) lines.put("Content-Type", form ? "application/x-www-form-urlencoded" : "application/json");
        Map<String, String> ours = Map.of(
                "secret", fillings.getOrDefault("secret", ""), "reference", fillings.getOrDefault("reference", ""));
        for (String line : headers.lines().filter(l -> !l.isBlank()).toList()) {
            int colon = line.indexOf(':');
            if (colon < 1) throw new IllegalArgumentException(line);
            String name = line.substring(0, colon).strip();
            String value = filled(line.substring(colon + 1).strip(), ours, UnaryOperator.identity());
            if (!NAME.matcher(name).matches()
                    || !VALUE.matcher(value).matches()
                    || NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) throw new IllegalArgumentException(name);
            lines.put(name, value);
        }
        String content =
                bare || body.isBlank() ? "" : form ? formed(fillings) : Json.write(filled(Json.read(body), fillings));
        return new Laid(method, URI.create(address), lines, content);
    }

    private String formed(Map<String, String> fillings) {
        return Arrays.stream(body.strip().split("&|\\n"))
                .map(String::strip)
                .filter(pair -> !pair.isEmpty())
                .map(pair -> {
                    int equals = pair.indexOf('=');
                    if (equals < 1) throw new IllegalArgumentException(pair);
                    return encoded(pair.substring(0, equals).strip())
                            + "="
                            + encoded(filled(pair.substring(equals + 1), fillings, UnaryOperator.identity()));
                })
                .collect(Collectors.joining("&"));
    }

    private static Object filled(JsonNode node, Map<String, String> fillings) {
        if (node.isObject()) {
            Map<String, Object> all = new LinkedHashMap<>();
            node.properties().forEach(p -> all.put(p.getKey(), filled(p.getValue(), fillings)));
            return all;
        }
        if (node.isArray()) {
            List<Object> all = new ArrayList<>();
            node.forEach(element -> all.add(filled(element, fillings)));
            return all;
        }
        return node.isString() ? filled(node.asString(), fillings, UnaryOperator.identity()) : node;
    }

    /** In one go, so that a message that itself holds a blank stays as it was written. */
    private static String filled(String layout, Map<String, String> fillings, UnaryOperator<String> as) {
        return BLANK.matcher(layout)
                .replaceAll(m -> Matcher.quoteReplacement(
                        as.apply(Objects.requireNonNull(fillings.getOrDefault(m.group(1), "")))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
