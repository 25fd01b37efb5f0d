/*
# DOC: Bagian bin/bench dalam Java: kasus contoh lewat HTTP, permintaan untuk wrk, dan SQL program sebagai skrip pgbench
*/
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Started by bin/bench: {@code java Bench.java sample|capture URL DIRECTORY}. Speaks to the running program over HTTP alone; what it
 * has to know of the database lies as tab-separated files in the directory, written there by bin/bench.
 */
public class Bench {

    private final URI base;
    private final Path directory;
    private final HttpClient http = HttpClient.newHttpClient();
    private int visitors;

    Bench(String url, String directory) {
        this.base = URI.create(url);
        this.directory = Path.of(directory);
    }

    public static void main(String[] a) throws Exception {
        Bench bench = new Bench(a[1], a[2]);
        switch (a[0]) {
            case "sample" -> bench.sample();
            case "capture" -> bench.capture();
            default -> throw new IllegalArgumentException(a[0]);
        }
    }

    // ---- the cases that the program makes itself, one per unit and step; bench-seed.sql copies them

    /** Who acts at which step of the Cilacap procedure. */
    private static final Map<String, String> ROLE_OF_STEP = Map.of(
            "2", "admin-utama", "3", "admin-opd", "4", "penghubung", "5", "kepala", "6", "penghubung", "7", "admin-opd");

    private static final String DONE = "selesai";

    private static final String[] BODIES = {
        "Sudah dua minggu kerusakannya makin parah. Setiap hujan turun air menggenang setinggi lutut dan warga harus memutar jauh. Mohon dinas terkait meninjau ke lokasi dan memperbaikinya sebelum ada korban.",
        "Saya sudah tiga kali datang ke loket dan selalu diminta kembali minggu depan tanpa penjelasan. Berkas saya lengkap sejak awal bulan. Mohon kejelasan kapan selesai dan siapa petugas yang dapat dihubungi.",
        "Lampunya padam sejak Jumat malam sehingga tikungan itu gelap sekali. Tadi malam ada pengendara motor menabrak pembatas. Kami sudah melapor ke kelurahan tetapi belum ada tindakan.",
        "Sampahnya tidak diangkut sejak hari Senin dan baunya sampai ke ruang kelas. Anak-anak mengeluh pusing. Mohon jadwal pengangkutan dikembalikan seperti semula, yaitu setiap dua hari.",
        "Parkir ditarik lima ribu rupiah tanpa karcis setiap malam Minggu oleh orang yang tidak berseragam. Mohon ditertibkan dan dipasang papan tarif yang jelas.",
        "Guru pengganti belum ada sejak bulan lalu sehingga murid kelas empat sering pulang lebih awal. Mohon segera ditugaskan guru supaya pelajaran tidak tertinggal jauh."
    };

    /** Files and walks the sample cases, and notes number, code and step of each in sample.tsv. */
    void sample() throws Exception {
        Map<String, String> units = new LinkedHashMap<>();
        Map<String, Officer> holders = new HashMap<>();
        for (String[] h : read("holders.tsv")) { // role, unit, username
            if (!h[1].isEmpty()) units.put(h[1], h[1]);
            holders.putIfAbsent(h[0] + h[1], new Officer(h[2]));
        }
        List<String> lines = new ArrayList<>();
        int i = 0;
        for (String step : List.of("2", "3", "4", "5", "6", "7", DONE)) {
            for (String unit : units.keySet()) {
                String[] filed = file(unit, i++);
                walk(filed[0], step, unit, holders);
                lines.add(filed[0] + "\t" + filed[1] + "\t" + step);
            }
        }
        Files.write(directory.resolve("sample.tsv"), lines);
    }

    private String[] file(String unit, int i) throws Exception {
        String body = submission(unit, i);
        HttpResponse<String> receipt = send(post("/lapor", body), null);
        must(303, receipt);
        String page = get(receipt.headers().firstValue("Location").orElseThrow(), null);
        return new String[] {
            find("[A-Z]{2,5}-\\d{6}-[0-9A-Z]{4}", page), find("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?![0-9A-Z])", page)
        };
    }

    /** A filled form, as a browser sends it. Every other reporter gives an e-mail address. */
    private String submission(String unit, int i) throws Exception {
        String form = get("/lapor", null);
        String[] category = read("categories.tsv").stream() // code, unit, name
                .filter(c -> c[1].equals(unit))
                .findFirst()
                .orElseThrow();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("_t", hidden("_t", form));
        fields.put("kunci", "{key}");
        fields.put("jenis", "pengaduan");
        fields.put("judul", category[2] + ": mohon segera ditangani");
        fields.put("uraian", BODIES[i % BODIES.length]);
        fields.put("kategori", category[0]);
        fields.put("kecamatan", "Kroya");
        fields.put("desa", "Desa Contoh");
        fields.put("patokan", "Depan balai desa");
        fields.put("sifat", "TERBUKA");
        fields.put("menyangkut", "tidak");
        fields.put("jenis_pelapor", "perseorangan");
        fields.put("hubungan", "SENDIRI");
        fields.put("nama", "Warga Contoh " + i);
        fields.put("alamat", "Jalan Contoh " + i + " RT 03 RW 05");
        fields.put("hp", "0812-0000-%04d".formatted(i));
        if (i % 2 == 0) fields.put("email", "warga" + i + "@contoh.invalid");
        fields.put("benar", "ya");
        return multipart(fields);
    }

    private void walk(String number, String to, String unit, Map<String, Officer> holders) throws Exception {
        for (String step : List.of("2", "3", "4", "5", "6", "7")) {
            if (step.equals(to)) return;
            String role = ROLE_OF_STEP.get(step);
            Officer officer = holders.getOrDefault(role + unit, holders.get(role));
            String page = get("/aduan/" + number, officer.cookie());
            String text = step.equals("2") || step.equals("3") ? "" : "Sudah kami periksa di lapangan dan kami jadwalkan perbaikannya minggu ini.";
            String body = step(page, hidden("penugasan", page), unit, text);
            must(303, send(post("/aduan/" + number + "/langkah", body), officer.cookie()));
        }
    }

    private static String step(String page, String assignment, String unit, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("_t", hidden("_t", page));
        fields.put("penugasan", assignment);
        fields.put("versi", "1");
        fields.put("cabang", "0");
        fields.put("tujuan", unit);
        fields.put("teks", text);
        fields.put("aksi", "kirim");
        return multipart(fields);
    }

    /** Signs in when first needed. */
    private final class Officer {
        private final String username;
        private String cookie;

        Officer(String username) {
            this.username = username;
        }

        String cookie() throws Exception {
            if (cookie != null) return cookie;
            String form = get("/masuk", null);
            String body = encoded(Map.of("_t", hidden("_t", form), "nama", username, "sandi", System.getenv("TINDAK_DEMO_PASSWORD")));
            HttpResponse<String> in = send(post("/masuk", body).setHeader("Content-Type", FORM), null);
            must(303, in);
            cookie = cookieOf(in, "__Host-tindak");
            return cookie;
        }
    }

    // ---- what is measured: requests for wrk, and the SQL that the program runs for them as scripts for pgbench

    private static final int PAGES = 48;
    private static final int SUBMISSIONS = 24;

    private record Call(String method, String path, String cookie, String type, String body, int expected) {}

    /**
     * Sends each kind of request some dozens of times, over different complaints, to the program that now says what it sends to the
     * database; writes KIND.tsv for wrk and KIND-NN.sql for pgbench.
     */
    void capture() throws Exception {
        Map<String, Officer> officers = new LinkedHashMap<>();
        for (String[] h : read("holders.tsv")) officers.computeIfAbsent(h[2], Officer::new);
        Map<String, Officer> liaisons = new HashMap<>();
        for (String[] h : read("holders.tsv")) if (h[0].equals("penghubung")) liaisons.putIfAbsent(h[1], officers.get(h[2]));
        Officer main = officers.get(read("holders.tsv").stream().filter(h -> h[0].equals("admin-utama")).findFirst().orElseThrow()[2]);

        measure("meja", cycle(PAGES, List.copyOf(officers.values()), o -> new Call("GET", "/meja", o.cookie(), "", "", 200)));
        List<String[]> numbers = read("numbers.tsv");
        measure("aduan", cycle(PAGES, numbers, n -> new Call("GET", "/aduan/" + n[0], main.cookie(), "", "", 200)));
        String token = hidden("_t", get("/lacak", null));
        measure("nomor", cycle(PAGES, numbers, n ->
                new Call("POST", "/lacak", "", FORM, encoded(Map.of("_t", token, "nomor", n[0], "kode", "")), 200)));
        measure("lacak", cycle(PAGES, read("sample.tsv"), s -> new Call("GET", "/lacak/" + s[0], proof(s[0], s[1]), "", "", 200)));

        // steps: one complaint can take this step once, so the first of each unit is captured and the others are left to be measured
        List<String[]> open = read("steps.tsv"); // number, assignment, unit, complaint; unit by unit the oldest last
        Map<String, List<String[]>> byUnit = open.stream().collect(Collectors.groupingBy(s -> s[2], LinkedHashMap::new, Collectors.toList()));
        List<Call> firsts = new ArrayList<>();
        for (List<String[]> unit : byUnit.values()) firsts.add(stepCall(unit.getFirst(), liaisons));
        long shift = shift(byUnit.values());
        List<List<Statement>> taken = new ArrayList<>();
        for (Call c : firsts) taken.add(statements(c));
        script("langkah", 0, taken, shift);
        List<Call> rest = new ArrayList<>();
        int least = byUnit.values().stream().mapToInt(List::size).min().orElseThrow();
        for (int i = 1; i < least; i++) for (List<String[]> unit : byUnit.values()) rest.add(stepCall(unit.get(i), liaisons));
        write("langkah", rest);

        List<String> units = List.copyOf(byUnit.keySet());
        List<Call> submissions = new ArrayList<>();
        for (int i = 0; i < SUBMISSIONS; i++)
            submissions.add(new Call("POST", "/lapor", "", MULTIPART, submission(units.get(i % units.size()), i), 303));
        for (int i = 0; i < SUBMISSIONS; i++) script("lapor", i, List.of(statements(submissions.get(i))), 0);
        write("lapor", submissions);
    }

    private interface Making<T> {
        Call of(T from) throws Exception;
    }

    private static <T> List<Call> cycle(int count, List<T> from, Making<T> making) throws Exception {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < Math.min(count, from.size()); i++) calls.add(making.of(from.get(i)));
        return calls;
    }

    private void measure(String kind, List<Call> calls) throws Exception {
        for (int i = 0; i < calls.size(); i++) script(kind, i, List.of(statements(calls.get(i))), 0);
        write(kind, calls);
    }

    private final Map<Officer, String> tokens = new HashMap<>();

    private Call stepCall(String[] s, Map<String, Officer> liaisons) throws Exception {
        Officer officer = liaisons.get(s[2]);
        if (!tokens.containsKey(officer)) tokens.put(officer, get("/aduan/" + s[0], officer.cookie()));
        String body = step(tokens.get(officer), s[1], "", "Sudah kami koordinasikan dengan Kepala, dan petugas sudah ke lokasi.");
        return new Call("POST", "/aduan/" + s[0] + "/langkah", officer.cookie(), MULTIPART, body, 303);
    }

    /** The cookie that remembers number and code. */
    private String proof(String number, String code) throws Exception {
        String token = hidden("_t", get("/lacak", null));
        HttpResponse<String> opened = send(post("/lacak", encoded(Map.of("_t", token, "nomor", number, "kode", code))).setHeader("Content-Type", FORM), null);
        must(303, opened);
        return cookieOf(opened, "bukti");
    }

    /** wrk's requests: method, path, cookie, content type, expected status, body with its line ends escaped. */
    private void write(String kind, List<Call> calls) throws IOException {
        List<String> lines = calls.stream()
                .map(c -> String.join("\t", c.method(), base.getPath() + c.path(), c.cookie(), c.type(), "" + c.expected(),
                        c.body().replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n")))
                .toList();
        Files.write(directory.resolve(kind + ".tsv"), lines);
    }

    /** How far the ids of one copied case lie from those of the next, the same for all. */
    private static long shift(java.util.Collection<List<String[]>> units) {
        TreeSet<Long> shifts = new TreeSet<>();
        for (List<String[]> u : units)
            for (int i = 1; i < u.size(); i++) shifts.add(Long.parseLong(u.get(i)[1]) - Long.parseLong(u.get(i - 1)[1]));
        if (shifts.size() != 1) throw new IllegalStateException("the copies do not lie at equal distances: " + shifts);
        return shifts.first();
    }

    // ---- the program's own SQL, read from the server's log

    /** @param values as the server prints them, null for NULL; types as the driver names them, "0" = left to the server */
    private record Statement(String sql, List<String> values, List<String> types) {}

    private static final Pattern ENTRY =
            Pattern.compile("^\\S+ \\S+ UTC \\[\\d+] (\\S*)@\\S* (LOG|DETAIL):  (?:(?:execute \\S+|statement): |Parameters: )?(.*)$", Pattern.DOTALL);
    private static final Pattern PARSE = Pattern.compile("FE=> Parse\\(stmt=[^,]*,query=\"(.*?)\",oids=\\{([^}]*)\\}\\)", Pattern.DOTALL);

    private final Instant begun = Instant.now();

    /** What the program runs for one request, in order, BEGIN and COMMIT included. Jobs are switched off meanwhile. */
    private List<Statement> statements(Call c) throws Exception {
        Path log = directory.resolve("data/database.log");
        long from = Files.size(log);
        HttpRequest.Builder request = c.method().equals("GET") ? request(c.path()) : post(c.path(), c.body().replace("{key}", key()));
        if (!c.type().isEmpty()) request.setHeader("Content-Type", c.type());
        must(c.expected(), send(request, c.cookie().isEmpty() ? null : c.cookie()));
        Thread.sleep(30); // the session is stored after the answer has left
        String text = part(log, from, Files.size(log));
        Map<String, List<String>> types = types();
        List<Statement> all = new ArrayList<>();
        for (String entry : text.split("\n(?!\t)")) { // a line that goes on begins with a tab
            Matcher m = ENTRY.matcher(entry.stripTrailing());
            if (!m.matches() || !m.group(1).equals("tindak_app")) continue;
            String said = m.group(3).replace("\n\t", "\n");
            if (m.group(2).equals("DETAIL")) {
                String sql = all.removeLast().sql();
                all.add(new Statement(sql, values(said), types.get(sql.strip())));
            } else if (!said.isBlank()) all.add(new Statement(said, List.of(), List.of())); // an empty one asks whether the connection lives
        }
        return all;
    }

    private final Map<String, List<String>> typesBySql = new HashMap<>();
    private long typesRead;

    /** Parameter types by statement, as the driver tells them in the program's own log; the server's log does not. */
    private Map<String, List<String>> types() throws IOException {
        Path log = directory.resolve("program.log");
        long end = Files.size(log);
        Matcher m = PARSE.matcher(part(log, typesRead, end));
        typesRead = end;
        while (m.find()) typesBySql.put(m.group(1).strip(), List.of(m.group(2).split(",")));
        return typesBySql;
    }

    private static String part(Path file, long from, long to) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) (to - from)];
            in.seek(from);
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** {@code $1 = 'it''s', $2 = NULL} as the bare values. */
    private static List<String> values(String parameters) {
        List<String> values = new ArrayList<>();
        Matcher m = Pattern.compile("\\$\\d+ = (?:NULL|'((?:[^']|'')*)')").matcher(parameters);
        while (m.find()) values.add(m.group(1) == null ? null : m.group(1).replace("''", "'"));
        return values;
    }

    private static final Map<String, String> ARRAYS = Map.of(
            "1000", "boolean", "1001", "bytea", "1005", "int2", "1007", "int4", "1015", "varchar", "1016", "int8", "1009", "text", "1185", "timestamptz");
    private static final Map<String, String> SCALARS = Map.of(
            "16", "boolean", "17", "bytea", "20", "int8", "21", "int2", "23", "int4", "25", "text", "1043", "varchar", "1082", "date", "1184", "timestamptz");

    /**
     * The same statements for pgbench, with their values written into them; it prepares each once per connection, as the driver does. Only
     * what must differ from run to run becomes a variable: ids made by the request (and the complaint's number and submission key) are
     * counted up, and the ids of a copied case are moved to the next copy. The ids inside texts stay: same length, and nobody reads them.
     * Several alternatives take turns.
     *
     * <p>BEGIN travels with the statement after it, as the driver sends it.
     */
    private void script(String kind, int nr, List<List<Statement>> alternatives, long shift) throws IOException {
        int count = alternatives.size();
        StringBuilder script = new StringBuilder("\\set k :k + 1\n\\set u :first + :k * :clients + :client_id\n");
        if (shift != 0) script.append("\\set moved (:u / %d) * (%d)\n".formatted(count, shift));
        for (int i = 0; i < count; i++) {
            if (alternatives.get(i).isEmpty()) throw new IllegalStateException("no SQL was seen for " + kind);
            if (count > 1) script.append("\\if :u %% %d = %d\n".formatted(count, i));
            script.append(script(alternatives.get(i), new Fresh(begun, shift)));
            if (count > 1) script.append("\\endif\n");
        }
        Files.writeString(directory.resolve("%s-%02d.sql".formatted(kind, nr)), script);
    }

    private static String script(List<Statement> statements, Fresh fresh) {
        StringBuilder body = new StringBuilder();
        boolean open = false;
        for (Statement s : statements) {
            boolean begin = s.sql().startsWith("BEGIN");
            if (begin) body.append("\\startpipeline\n");
            body.append(inline(s, fresh)).append(";\n");
            if (open) body.append("\\endpipeline\n");
            open = begin;
        }
        StringBuilder head = new StringBuilder();
        fresh.variables.forEach((id, name) ->
                head.append("\\set ").append(name).append(' ').append(fresh.expression(id)).append('\n'));
        return head.append(body).toString();
    }

    /** Names the values of one script that change from run to run. */
    private static final class Fresh {
        private static final long EPOCH = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
        private static final int SPREAD = 20;
        private static final int ROOM = 64;
        private final long begun;
        private final long shift;
        private final Map<Long, String> variables = new LinkedHashMap<>();

        Fresh(Instant begun, long shift) {
            this.begun = (begun.toEpochMilli() - EPOCH) << SPREAD;
            this.shift = shift;
        }

        boolean made(long id) {
            return id >= begun;
        }

        /** Copies lie at least a day before everything that the demo world founded. */
        boolean copied(long id) {
            return shift != 0 && id > 1L << 50 && id < begun - ((long) 12 * 3_600_000 << SPREAD);
        }

        String id(String value) {
            long id;
            try {
                id = Long.parseLong(value);
            } catch (NumberFormatException no) {
                return null;
            }
            return made(id) || copied(id) ? ":" + variables.computeIfAbsent(id, x -> "i" + variables.size()) : null;
        }

        String expression(long id) {
            return made(id) ? ":ids + :u * %d + %d".formatted(ROOM, List.copyOf(variables.keySet()).indexOf(id)) : id + " + :moved";
        }
    }

    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2,5}-\\d{6}-[0-9A-Z]{4}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{12,40}(\\.[A-Za-z0-9_-]{12})");

    private static String inline(Statement s, Fresh fresh) {
        boolean filing = s.sql().contains("insert into public_number");
        return Pattern.compile("\\$(\\d+)").matcher(s.sql()).replaceAll(m -> {
            int i = Integer.parseInt(m.group(1)) - 1;
            return Matcher.quoteReplacement(value(s.values().get(i), s.types().get(i), filing, fresh));
        }).strip();
    }

    private static String value(String v, String type, boolean filing, Fresh fresh) {
        String cast = SCALARS.get(type);
        String element = ARRAYS.get(type);
        if (cast == null && element != null) cast = element + "[]";
        if (cast == null && !type.equals("0")) throw new IllegalStateException("parameter type " + type + " is new to the bench");
        if (v == null) return cast == null ? "NULL" : "NULL::" + cast;
        if (type.equals("20") && fresh.id(v) != null) return fresh.id(v) + "::int8";
        if (type.equals("1016")) return "array[" + java.util.Arrays.stream(v.substring(1, v.length() - 1).split(","))
                .map(e -> fresh.id(e) == null ? e : fresh.id(e)).collect(Collectors.joining(",")) + "]::int8[]";
        if (filing && NUMBER.matcher(v).matches()) return "(100000000000000 + :u)::varchar";
        Matcher key = KEY.matcher(v);
        if (filing && key.matches()) return "((100000000000 + :u)::varchar || '" + key.group(1) + "')";
        return quoted(v) + (cast == null ? "" : "::" + cast);
    }

    /** pgbench takes a colon before a letter for a variable, even within quotes. */
    private static String quoted(String v) {
        String text = v.replace("'", "''");
        if (!text.contains("\\") && !Pattern.compile(":[A-Za-z_]").matcher(text).find()) return "'" + text + "'";
        return "E'" + text.replace("\\", "\\\\").replace(":", "\\x3a") + "'";
    }

    // ---- HTTP

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BOUNDARY = "----BatasBagian7MA4YWxkTrZu0gW";
    private static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;

    private HttpRequest.Builder request(String path) {
        String whole = path.startsWith(base.getPath() + "/") ? path : base.getPath() + path;
        return HttpRequest.newBuilder(base.resolve(whole)).header("X-Forwarded-For", visitor());
    }

    private HttpRequest.Builder post(String path, String body) {
        return request(path).header("Content-Type", MULTIPART).POST(BodyPublishers.ofString(body.replace("{key}", key())));
    }

    /** Everybody comes from an own address, as behind a proxy; the limits per address are left as they are. */
    private String visitor() {
        visitors++;
        return "10.9." + visitors / 250 % 250 + "." + (visitors % 250 + 1);
    }

    private String key() {
        return "bench%012d".formatted(System.nanoTime() % 1_000_000_000_000L);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String cookie) throws Exception {
        if (cookie != null) request.header("Cookie", cookie);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String get(String path, String cookie) throws Exception {
        HttpResponse<String> answer = send(request(path), cookie);
        must(200, answer);
        return answer.body();
    }

    private static void must(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status)
            throw new IllegalStateException(answer.request().method() + " " + answer.uri() + ": " + answer.statusCode() + " instead of " + status
                    + "\n" + answer.body().replaceAll("<[^>]*>|\\s+", " "));
    }

    private static String cookieOf(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith(name + "="))
                .map(c -> c.substring(0, c.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private static String hidden(String name, String page) {
        Matcher m = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        if (!m.find()) throw new IllegalStateException("no field " + name);
        return m.group(1);
    }

    private static String find(String pattern, String page) {
        Matcher m = Pattern.compile(pattern).matcher(page);
        if (!m.find()) throw new IllegalStateException("no " + pattern);
        return m.group();
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** As a browser sends a form with a file field in which nothing was chosen. */
    private static String multipart(Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; name=\"").append(name)
                .append("\"\r\n\r\n").append(value).append("\r\n"));
        body.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"\"\r\n")
                .append("Content-Type: application/octet-stream\r\n\r\n\r\n--").append(BOUNDARY).append("--\r\n");
        return body.toString();
    }

    private List<String[]> read(String file) throws IOException {
        return Files.readAllLines(directory.resolve(file)).stream().map(l -> l.split("\t", -1)).toList();
    }
}
