package id.tindak.channel;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a provider sent to the agency's door, before anybody has read it.
 *
 * @param query decoded parameters of the address
 * @param headers names in small letters
 */
record Call(Map<String, String> query, Map<String, String> headers, byte[] body) {

    String query(String name) {
        return query.getOrDefault(name, "");
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The same without a header that is as good as a key. */
    Call without(String header) {
        Map<String, String> left = new HashMap<>(headers);
        left.remove(header);
        return new Call(query, left, body);
    }

    /** Decoded pairs of an address or of a form, {@code a=b&c=d}; of a name that comes twice the last. */
    static Map<String, String> pairs(String encoded) {
        Map<String, String> all = new HashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) all.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return all;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException crooked) {
            return text;
        }
    }
}
