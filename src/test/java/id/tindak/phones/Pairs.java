package id.tindak.phones;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pairs of an address or a form. */
final class Pairs {

    private Pairs() {}

    static Map<String, String> of(@Nullable String encoded) {
        Map<String, String> all = new HashMap<>();
        if (encoded == null) return all;
        for (String pair : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) all.put(decoded(parts[0]), decoded(parts[1]));
        }
        return all;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
