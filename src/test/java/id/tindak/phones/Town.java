package id.tindak.phones;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** The page on which one plays the citizens: a phone for each account, and what ails its provider. */
public final class Town implements AutoCloseable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH.mm.ss").withZone(ZoneId.systemDefault());
    private static final Map<Line.Mood, String> MOODS = new java.util.EnumMap<>(Map.of(
            Line.Mood.WELL, "berjalan baik",
            Line.Mood.DOWN, "mati",
            Line.Mood.CUT, "terputus di tengah kiriman",
            Line.Mood.BUSY, "menjawab 429 (terlalu banyak)",
            Line.Mood.BROKEN, "menjawab 500 (rusak)",
            Line.Mood.SLOW, "lambat, 12 detik",
            Line.Mood.GARBAGE, "menjawab HTML"));

    private final List<Line> lines;
    private final HttpServer server;

    public Town(List<Line> lines, int port) throws IOException {
        this.lines = List.copyOf(lines);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    private void serve(HttpExchange call) throws IOException {
        try (call) {
            String path = call.getRequestURI().getPath();
            if (call.getRequestMethod().equals("POST")) {
                act(path, Pairs.of(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                call.getResponseHeaders().set("Location", "/#" + path);
                call.sendResponseHeaders(303, -1);
                return;
            }
            int n = path.matches("/layar/\\d{1,3}") ? Integer.parseInt(path.substring("/layar/".length())) : -1;
            if (n < 0 && !path.equals("/")) {
                call.sendResponseHeaders(404, -1);
                return;
            }
            byte[] html = (n < 0 ? page() : screen(n)).getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().set("Content-Type", "text/html; charset=UTF-8");
            call.getResponseHeaders().set("Cache-Control", "no-store");
            call.sendResponseHeaders(200, html.length);
            call.getResponseBody().write(html);
        }
    }

    private void act(String path, Map<String, String> form) {
        Line line = lines.get(Integer.parseInt(form.getOrDefault("l", "0")));
        switch (path) {
            case "/tulis" -> {
                String text = form.getOrDefault("teks", "").strip();
                boolean photo = form.containsKey("foto");
                if (!text.isEmpty() || photo) line.write(text, photo, form.containsKey("komentar"));
            }
            case "/keadaan" -> line.mood(Line.Mood.valueOf(form.getOrDefault("keadaan", "WELL")));
            case "/laporan" ->
                line.report(
                        form.getOrDefault("id", ""), Bubble.State.valueOf(form.getOrDefault("menjadi", "DELIVERED")));
            default -> {}
        }
    }

    private String screen(int n) {
        Line line = lines.get(n);
        StringBuilder html = new StringBuilder();
        for (Bubble b : line.bubbles) {
            html.append("<li class=\"").append(b.ours ? "saya" : "kantor").append("\">");
            if (b.photo) html.append("<span class=\"foto\">foto</span>");
            html.append("<p>").append(linked(b.text)).append("</p><small>").append(TIME.format(b.at));
            if (b.ours) html.append(b.note.equals("200") ? " · diterima pintu" : " · pintu menjawab " + b.note);
            else html.append(" · ").append(word(b.state));
            html.append("</small>");
            if (!b.ours && line.reports() && b.state != Bubble.State.FAILED) reports(html, n, line, b);
            html.append("</li>");
        }
        return html.isEmpty() ? "<li class=\"kosong\">Belum ada pesan.</li>" : html.toString();
    }

    private static void reports(StringBuilder html, int n, Line line, Bubble b) {
        html.append("<form method=\"post\" action=\"/laporan\"><input type=\"hidden\" name=\"l\" value=\"")
                .append(n)
                .append("\"><input type=\"hidden\" name=\"id\" value=\"")
                .append(escaped(b.id))
                .append("\">");
        if (b.state == Bubble.State.SENT && line.network != Network.INSTAGRAM) button(html, "DELIVERED", "sampai");
        if (b.state != Bubble.State.READ && line.network != Network.KANNEL) button(html, "READ", "dibaca");
        boolean fails =
                List.of(Network.KANNEL, Network.WHATSAPP, Network.QONTAK).contains(line.network);
        if (b.state == Bubble.State.SENT && fails) button(html, "FAILED", "gagal");
        html.append("</form>");
    }

    private static void button(StringBuilder html, String state, String word) {
        html.append("<button name=\"menjadi\" value=\"")
                .append(state)
                .append("\">")
                .append(word)
                .append("</button>");
    }

    private static String word(Bubble.State state) {
        return switch (state) {
            case SENT -> "terkirim";
            case DELIVERED -> "sampai";
            case READ -> "dibaca";
            case FAILED -> "dilaporkan gagal";
        };
    }

    private String page() {
        StringBuilder html = new StringBuilder(HEAD);
        for (int n = 0; n < lines.size(); n++) phone(html, n, lines.get(n));
        return html.append("</main>").append(SCRIPT).toString();
    }

    private void phone(StringBuilder html, int n, Line line) {
        String l = "<input type=\"hidden\" name=\"l\" value=\"" + n + "\">";
        html.append("<section aria-labelledby=\"h")
                .append(n)
                .append("\"><header><h2 id=\"h")
                .append(n)
                .append("\">")
                .append(escaped(line.label))
                .append("</h2><p>")
                .append(escaped(line.citizen))
                .append(line.network == Network.INSTAGRAM ? " @warga.contoh" : " +" + line.number)
                .append(" kepada ")
                .append(escaped(line.address))
                .append("</p></header><ol data-layar=\"")
                .append(n)
                .append("\" tabindex=\"0\" aria-label=\"Layar ponsel\">")
                .append(screen(n))
                .append("</ol><form method=\"post\" action=\"/tulis\">")
                .append(l)
                .append(
                        "<label><span>Pesan</span><textarea name=\"teks\" rows=\"2\" maxlength=\"4000\"></textarea></label><div class=\"baris\">");
        if (line.network != Network.KANNEL)
            html.append("<label class=\"centang\"><input type=\"checkbox\" name=\"foto\">dengan foto</label>");
        html.append("<button class=\"utama\">Kirim</button>");
        if (line.network == Network.INSTAGRAM) html.append("<button name=\"komentar\" value=\"ya\">Komentar</button>");
        html.append("</div></form><form method=\"post\" action=\"/keadaan\" class=\"baris\">")
                .append(l)
                .append("<label>Penyedia <select name=\"keadaan\">");
        MOODS.forEach((mood, word) -> html.append("<option value=\"")
                .append(mood)
                .append(mood == line.mood() ? "\" selected>" : "\">")
                .append(word)
                .append("</option>"));
        html.append("</select></label><button>Atur</button></form></section>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String linked(String text) {
        return escaped(text).replaceAll("(https?://[^\\s<]+)", "<a href=\"$1\" target=\"_blank\">$1</a>");
    }

    @Override
    public void close() {
        server.stop(0);
        lines.forEach(Line::close);
    }

    private static final String HEAD = """
            <!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Ponsel warga</title><style>
            :root{color-scheme:light dark;--kertas:#f7f5f1;--muka:#fff;--tinta:#15181e;--redup:#555b66;--garis:#dedbd4;--nila:#213f7d;--t:#fff;--saya:#e2e9f6}
            @media (prefers-color-scheme:dark){:root{--kertas:#0f1217;--muka:#171b22;--tinta:#e9eaed;--redup:#a6acb7;--garis:#2c323c;--nila:#a3bcf5;--t:#0f1217;--saya:#22304d}}
            *{box-sizing:border-box}body{margin:0;background:var(--kertas);color:var(--tinta);font:15px/1.45 system-ui,sans-serif}
            body>header{padding:24px 16px 8px;max-width:1500px;margin:auto}h1{font-size:24px;margin:0 0 4px}h2{font-size:17px;margin:0}p{margin:0}small,section>header p,body>header p{color:var(--redup)}
            main{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,300px),1fr));gap:16px;padding:16px;max-width:1500px;margin:auto}
            section{background:var(--muka);border:1px solid var(--garis);border-radius:18px;padding:16px;display:flex;flex-direction:column;gap:10px;min-width:0}
            ol{list-style:none;margin:0;padding:8px;height:340px;overflow:auto;background:var(--kertas);border-radius:10px;display:flex;flex-direction:column;gap:8px}
            li{max-width:88%;padding:8px 10px;border-radius:10px;background:var(--muka);border:1px solid var(--garis);overflow-wrap:anywhere}li p{white-space:pre-wrap}
            li.saya{align-self:flex-end;background:var(--saya)}li.kosong{border:0;background:none;color:var(--redup);align-self:center;margin:auto}.foto{display:inline-block;padding:18px 30px;border-radius:6px;background:linear-gradient(#24305a,#3a3a3a);color:#fff;margin-bottom:4px}
            label span{display:block;font-weight:600;margin-bottom:2px}textarea,select,button{font:inherit;color:inherit;background:var(--muka);border:1px solid #7d828b;border-radius:6px;padding:8px 10px}textarea{width:100%;resize:vertical}
            button{cursor:pointer;min-height:40px}li button{min-height:32px;padding:2px 8px;font-size:13px}li form{margin-top:6px;display:flex;gap:6px;flex-wrap:wrap}.utama{background:var(--nila);color:var(--t);border-color:var(--nila);font-weight:600}
            .baris{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin-top:6px}.baris:has(select){flex-wrap:nowrap}.baris label:has(select){display:flex;gap:8px;align-items:center;flex:1;min-width:0}.baris select{flex:1;min-width:0}.centang{margin-right:auto;display:flex;gap:6px;align-items:center}a{color:var(--nila)}:focus-visible{outline:3px solid #b8560b;outline-offset:2px}
            </style></head><body><header><h1>Ponsel warga</h1><p>Tiap ponsel memakai satu akun kanal dari data contoh. Penyedianya tiruan, ditulis menurut format yang mereka terbitkan. Pesan dibaca dan dijawab dalam beberapa detik.</p></header><main>""";

    private static final String SCRIPT = """
            <script>
            for (const layar of document.querySelectorAll('[data-layar]')) {
              layar.scrollTop = layar.scrollHeight
              setInterval(async () => {
                const html = await (await fetch('/layar/' + layar.dataset.layar)).text()
                if (html === layar.isi || layar.contains(document.activeElement)) return
                layar.isi = html; layar.innerHTML = html; layar.scrollTop = layar.scrollHeight
              }, 1500)
            }
            for (const form of document.querySelectorAll('form[action="/tulis"],form[action="/keadaan"]'))
              form.addEventListener('submit', async e => {
                e.preventDefault()
                const isi = new URLSearchParams(new FormData(form, e.submitter))
                await fetch(form.action, {method: 'POST', body: isi, redirect: 'manual'})
                if (form.elements.teks) { form.elements.teks.value = ''; if (form.elements.foto) form.elements.foto.checked = false }
              })
            </script></body></html>""";
}
