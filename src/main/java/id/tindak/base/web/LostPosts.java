package id.tindak.base.web;

import id.tindak.base.web.ErrorView.Kept;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What somebody sent after the session had ended, or the proof of an own case. It travels through the page that asks for password or code as one signed field and comes back for sending again;
 * nothing of it is stored here, so nobody can fill a table with it.
 */
@Component
public class LostPosts {

    private static final String PURPOSE = "lost-post";

    private final FormTokens signer;

    LostPosts(FormTokens signer) {
        this.signer = signer;
    }

    public String keep(HttpServletRequest request, Page page) {
        Kept kept = Kept.of(request, page);
        StringBuilder text = new StringBuilder(page.brand().agencyId() + "\n" + kept.action() + "\n");
        text.append(String.join(
                        "&", kept.files().stream().map(LostPosts::encode).toList()))
                .append('\n');
        List<String> pairs = new ArrayList<>();
        kept.fields().forEach((name, values) -> values.forEach(v -> pairs.add(encode(name) + "=" + encode(v))));
        return signer.sign(PURPOSE, text.append(String.join("&", pairs)).toString());
    }

    /** Null when there is none, or when it was not made here for this agency. */
    public @Nullable Kept open(String signed, Page page) {
        String text = signed.isEmpty() ? null : signer.open(PURPOSE, signed);
        if (text == null) return null;
        String[] lines = text.split("\n", 4);
        if (lines.length != 4 || !lines[0].equals(String.valueOf(page.brand().agencyId()))) return null;
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : parts(lines[3])) {
            int eq = pair.indexOf('=');
            fields.computeIfAbsent(decode(pair.substring(0, eq)), k -> new ArrayList<>())
                    .add(decode(pair.substring(eq + 1)));
        }
        return new Kept(
                lines[1],
                fields,
                parts(lines[2]).stream().map(LostPosts::decode).toList());
    }

    private static List<String> parts(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
