package id.tindak.journey;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A browser without JavaScript: keeps cookies, follows redirects, fills forms in as a person does (hidden fields and preset values go
 * along; a value "@name:content" goes as a file). Real HTTP, no mocks.
 */
public final class Http {

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, String> cookies = new HashMap<>();
    private final String root;
    private final String prefix;
    private String from = "";

    public Http(String root, String prefix) {
        this.root = root;
        this.prefix = prefix;
    }

    /** Comes from this address, if the program trusts the proxy in between. */
    public Http from(String address) {
        from = address;
        return this;
    }

    /** What came back, after redirects. */
    public final class Shown {
        public final int status;
        public final String url;
        public final String body;
        public final Map<String, List<String>> headers;
        private final Document document;

        Shown(HttpResponse<String> response) {
            status = response.statusCode();
            url = response.uri().toString();
            body = response.body();
            headers = response.headers().map();
            document = Jsoup.parse(body, url);
        }

        /** The page for looking into. */
        public Document page() {
            return document;
        }

        /** What a person reads, white space joined. */
        public String text() {
            return document.body().text();
        }

        /** Sends a form as the browser would, with these fields filled in (name, value, name, value …; the last value of a name wins). */
        public Shown submit(String form, String... fields) {
            Element f = form(form);
            Map<String, List<String>> values = values(form, fields);
            String action = f.hasAttr("action") ? f.absUrl("action") : url;
            if (f.attr("method").equalsIgnoreCase("post")) {
                return f.attr("enctype").equals("multipart/form-data")
                        ? multipart(action, values)
                        : send(post(action, urlencoded(values)));
            }
            return send(HttpRequest.newBuilder(URI.create(action.split("\\?")[0] + "?" + urlencoded(values)))
                    .GET());
        }

        /** Sends a form with a file in one of its fields. */
        public Shown attach(String form, String field, String name, String content, String... fields) {
            return multipart(form(form).absUrl("action"), values(form, fields), field, name, content);
        }

        /** What {@link #submit} would send: what stands in the form, and these fields. */
        public Map<String, List<String>> values(String form, String... fields) {
            Map<String, List<String>> values = preset(form(form));
            for (int i = 0; i < fields.length; i += 2) values.put(fields[i], List.of(fields[i + 1]));
            return values;
        }

        private Element form(String form) {
            Element f = document.selectFirst(form);
            if (f == null) throw new AssertionError("no form " + form + " on " + url + " (" + status + "):\n" + text());
            return f;
        }
    }

    public Shown get(String path) {
        return send(HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : root + prefix + path))
                .GET());
    }

    /** A bare POST of form fields; no token is added. */
    public Shown post(String path, Map<String, List<String>> values) {
        return send(post(path.startsWith("http") ? path : root + prefix + path, urlencoded(values)));
    }

    /** A request as it is, with this browser's cookies; redirects are followed. */
    public Shown send(HttpRequest.Builder request) {
        HttpResponse<String> response = once(request);
        for (int i = 0;
                i < 5
                        && response.statusCode() / 100 == 3
                        && response.headers().firstValue("Location").isPresent();
                i++) {
            response = once(HttpRequest.newBuilder(response.uri()
                            .resolve(response.headers().firstValue("Location").get()))
                    .GET());
        }
        return new Shown(response);
    }

    /** The same for a file. */
    public HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
        return once(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** One request and its answer, redirects not followed. */
    public HttpResponse<String> once(HttpRequest.Builder request) {
        return once(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> once(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        if (!cookies.isEmpty()) {
            List<String> all = new ArrayList<>();
            cookies.forEach((k, v) -> all.add(k + "=" + v));
            request.setHeader("Cookie", String.join("; ", all));
        }
        if (!from.isEmpty()) request.setHeader("X-Forwarded-For", from);
        try {
            HttpResponse<T> response = client.send(request.build(), handler);
            for (String set : response.headers().allValues("Set-Cookie")) {
                String pair = set.split(";", 2)[0];
                int eq = pair.indexOf('=');
                if (set.contains("Max-Age=0")) cookies.remove(pair.substring(0, eq));
                else cookies.put(pair.substring(0, eq), pair.substring(eq + 1));
            }
            return response;
        } catch (IOException e) {
            throw new AssertionError("request failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A file as it comes. */
    public HttpResponse<byte[]> bytes(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + prefix + path)).GET();
        List<String> all = new ArrayList<>();
        cookies.forEach((k, v) -> all.add(k + "=" + v));
        if (!all.isEmpty()) request.setHeader("Cookie", String.join("; ", all));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError("request failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    private static HttpRequest.Builder post(String url, String body) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private Shown multipart(String url, Map<String, List<String>> values) {
        return multipart(url, values, "", "", "");
    }

    private Shown multipart(String url, Map<String, List<String>> values, String field, String file, String content) {
        String boundary = "batas" + System.nanoTime();
        StringBuilder body = new StringBuilder();
        values.forEach((name, list) -> list.forEach(v -> body.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append(v.startsWith("@") ? "\"; filename=\"" + v.substring(1, v.indexOf(':')) : "")
                .append("\"\r\n\r\n")
                .append(v.startsWith("@") ? v.substring(v.indexOf(':') + 1) : v)
                .append("\r\n")));
        if (!field.isEmpty())
            body.append("--")
                    .append(boundary)
                    .append("\r\nContent-Disposition: form-data; name=\"")
                    .append(field)
                    .append("\"; filename=\"")
                    .append(file)
                    .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .append(content)
                    .append("\r\n");
        body.append("--").append(boundary).append("--\r\n");
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private static Map<String, List<String>> preset(Element form) {
        Map<String, List<String>> values = new HashMap<>();
        for (Element e : form.select("input[name], textarea[name], select[name]")) {
            String type = e.attr("type");
            if (type.equals("submit") || type.equals("file")) continue;
            if ((type.equals("radio") || type.equals("checkbox")) && !e.hasAttr("checked")) continue;
            String value = e.tagName().equals("select")
                    ? selected(e)
                    : e.tagName().equals("textarea") ? e.wholeText() : e.attr("value");
            if (type.equals("checkbox") && value.isEmpty()) value = "on";
            values.computeIfAbsent(e.attr("name"), k -> new ArrayList<>()).add(value);
        }
        return values;
    }

    private static String selected(Element select) {
        Element chosen = select.selectFirst("option[selected]");
        if (chosen == null) chosen = select.selectFirst("option");
        return chosen == null ? "" : chosen.attr("value");
    }

    static String urlencoded(Map<String, List<String>> values) {
        List<String> pairs = new ArrayList<>();
        values.forEach((k, list) -> list.forEach(v -> pairs.add(
                URLEncoder.encode(k, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(v, StandardCharsets.UTF_8))));
        return String.join("&", pairs);
    }
}
