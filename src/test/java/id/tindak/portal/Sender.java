package id.tindak.portal;

import id.tindak.journey.Http;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Fills in a multipart form with files, as a browser would; fields begin with what the page preset. */
public final class Sender {

    private record Sent(String field, String name, String type, byte[] content) {}

    private final String action;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final List<Sent> files = new ArrayList<>();

    public Sender(Http.Shown page, String form) {
        Element f = page.page().selectFirst(form);
        if (f == null) throw new AssertionError("no form " + form + " on " + page.url + "\n" + page.text());
        action = f.absUrl("action");
        for (Element e : f.select("input[name], textarea[name], select[name]")) {
            String type = e.attr("type");
            boolean choice = type.equals("radio") || type.equals("checkbox");
            if (type.equals("file") || choice && !e.hasAttr("checked")) continue;
            String value = switch (e.tagName()) {
                case "textarea" -> e.wholeText();
                case "select" -> selected(e);
                default -> e.attr("value");
            };
            fields.computeIfAbsent(e.attr("name"), k -> new ArrayList<>()).add(value);
        }
    }

    /** A complaint that lacks nothing. */
    public static Sender complaint(Http http) {
        return new Sender(http.get("/lapor"), "form[action$=/lapor]")
                .with("judul", "Lampu jalan padam")
                .with("uraian", "Lampu jalan di tikungan padam sejak Jumat malam.")
                .with("benar", "ya");
    }

    public Sender with(String field, String value) {
        fields.put(field, List.of(value));
        return this;
    }

    Sender without(String field) {
        fields.remove(field);
        return this;
    }

    public Sender file(String name, String type, byte[] content) {
        files.add(new Sent("berkas", name, type, content));
        return this;
    }

    String value(String field) {
        return fields.get(field).getFirst();
    }

    public Http.Shown by(Http http) {
        return http.send(request());
    }

    HttpRequest.Builder request() {
        String boundary = "batas" + System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, values) -> values.forEach(v -> {
            head(body, boundary, "form-data; name=\"" + name + "\"", null);
            write(body, v.getBytes(StandardCharsets.UTF_8));
        }));
        files.forEach(f -> {
            head(body, boundary, "form-data; name=\"" + f.field() + "\"; filename=\"" + f.name() + "\"", f.type());
            write(body, f.content());
        });
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return HttpRequest.newBuilder(URI.create(action))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static void head(ByteArrayOutputStream body, String boundary, String disposition, String type) {
        String head = "--" + boundary + "\r\nContent-Disposition: " + disposition + "\r\n"
                + (type == null ? "" : "Content-Type: " + type + "\r\n") + "\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(ByteArrayOutputStream body, byte[] content) {
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static String selected(Element select) {
        Element chosen = select.selectFirst("option[selected]");
        if (chosen == null) chosen = select.selectFirst("option");
        return chosen == null ? "" : chosen.attr("value");
    }
}
