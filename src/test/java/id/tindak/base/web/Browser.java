package id.tindak.base.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A visitor with cookies, without JavaScript, over real HTTP. Keeps Secure cookies on plain HTTP, as browsers do for localhost. Follows no redirect by itself. */
public final class Browser {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String origin;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Browser(int port) {
        this.origin = "http://localhost:" + port;
    }

    /** An answer as a person sees it. */
    public record Answer(int status, Map<String, List<String>> headers, String body) {
        public Document html() {
            return Jsoup.parse(body);
        }

        public String header(String name) {
            return String.join(", ", headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()));
        }

        public String location() {
            return header("location");
        }

        public String title() {
            return html().select("h1").text();
        }
    }

    /** A file to send. */
    public record Part(String field, String fileName, String type, byte[] bytes) {}

    public Browser header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), "");
    }

    public Answer method(String method, String path) {
        return send(method, path, BodyPublishers.noBody(), "");
    }

    /** Follows the redirect of an answer, if it is one. */
    public Answer follow(Answer answer) {
        if (answer.status() != 303 && answer.status() != 302) return answer;
        String to = answer.location();
        return get(to.startsWith("http") ? URI.create(to).getRawPath() : to);
    }

    /** Posts the fields as they are. */
    public Answer post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(e -> enc(e.getKey()) + "=" + enc(e.getValue()))
                .collect(Collectors.joining("&"));
        return send("POST", path, BodyPublishers.ofString(body), "application/x-www-form-urlencoded");
    }

    /** Fills in the form of a page that goes to the given address and sends it: hidden fields and what is preset included. */
    public Answer submit(Answer page, String action, Map<String, String> fields) {
        Map<String, String> all = preset(page, action);
        all.putAll(fields);
        return post(action, all);
    }

    /** The same with files. */
    public Answer submit(Answer page, String action, Map<String, String> fields, List<Part> files) {
        Map<String, String> all = preset(page, action);
        all.putAll(fields);
        return multipart(action, all, files);
    }

    public Answer multipart(String path, Map<String, String> fields, List<Part> files) {
        String boundary = "batas-4711";
        List<byte[]> body = new ArrayList<>();
        fields.forEach((name, value) -> body.add(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        for (Part p : files) {
            body.add(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + p.field() + "\"; filename=\""
                            + p.fileName() + "\"\r\nContent-Type: " + p.type() + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.add(p.bytes());
            body.add("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.add(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send("POST", path, BodyPublishers.ofByteArrays(body), "multipart/form-data; boundary=" + boundary);
    }

    private static Map<String, String> preset(Answer page, String action) {
        Element form = page.html().select("form[action=\"" + action + "\"]").first();
        if (form == null) throw new AssertionError("No form to " + action + " on:\n" + page.body());
        Map<String, String> all = new LinkedHashMap<>();
        form.select("input, textarea, select").forEach(e -> {
            String type = e.attr("type");
            boolean off = (type.equals("radio") || type.equals("checkbox")) && !e.hasAttr("checked");
            if (!e.attr("name").isEmpty() && !off && !type.equals("file")) all.put(e.attr("name"), e.val());
        });
        return all;
    }

    private Answer send(String method, String path, BodyPublisher body, String type) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin + path)).method(method, body);
        if (!cookies.isEmpty())
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        if (!type.isEmpty()) request.header("Content-Type", type);
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("set-cookie").forEach(this::keep);
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String line) {
        String[] parts = line.split(";");
        String[] pair = parts[0].split("=", 2);
        boolean gone = line.toLowerCase(java.util.Locale.ROOT).contains("max-age=0");
        if (gone) cookies.remove(pair[0]);
        else cookies.put(pair[0], pair[1]);
    }

    private static String enc(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
