package id.tindak.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.web.Access;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Privacy;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.CaseVerbs;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The own API as its contract says: every answer here is held against the schema of its operation. */
@JourneyTest
class ApiTest {

    private static final String V1 = "/api/v1";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Contract CONTRACT = Contract.read();
    private static final String[] ALL = {"aduan:tulis", "aduan:baca", "pelapor:baca", "keputusan", "peristiwa"};

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Complaints complaints;

    @Autowired
    CaseVerbs verbs;

    @Autowired
    JdbcClient sql;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    DemoWorld.Founded w;
    Peer peer;

    @BeforeEach
    void open() {
        clock.setWib("2026-11-23T09:00");
        w = world.agency();
        peer = Peer.admitted(world, w, 6_000, "ratna", ALL);
    }

    @Test
    void everyRouteStandsInTheContractAndEveryOperationIsARoute() {
        Set<String> routes = new TreeSet<>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .forEach((info, handler) -> info.getPatternValues().stream()
                        .filter(p -> p.startsWith(V1 + "/"))
                        .forEach(p -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(m -> routes.add(m + " " + p.substring(V1.length())))));
        assertThat(routes).isNotEmpty().isEqualTo(CONTRACT.operations());
        assertThat(requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                        .filter(e -> e.getKey().getPatternValues().stream()
                                .anyMatch(p -> p.startsWith(V1 + "/") && !p.endsWith(".yaml")))
                        .map(e -> e.getValue().getMethodAnnotation(Access.class)))
                .as("all want a key")
                .allSatisfy(access -> assertThat(access.value()).containsExactly(Access.Who.CLIENT));
    }

    @Test
    void theContractIsServedAsItIsAndSeesWhatIsWrong() {
        HttpResponse<String> served = Peer.stranger(world, w).get(V1 + "/openapi.yaml");
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.body()).startsWith("openapi: 3.1.0");
        assertThat(CONTRACT.document().at("/info/version").asString()).isEqualTo("1");
        JsonNode filed = CONTRACT.document().at("/components/schemas/Diterima");
        assertThat(CONTRACT.invalid(filed, "{\"nomor\": 7}")).hasSizeGreaterThan(1);
    }

    @Test
    void aComplaintIsFiledReadAndListed() {
        JsonNode filed = json(file("""
                {"jenis": "saran", "judul": "Lampu padam", "isi": "Lampu padam sejak Jumat.\\nTiang 117.", "kategori": "pju",
                 "kecamatan": "Cilacap Tengah", "patokan": "Tikungan SDN 2", "lintang": -7.7265, "bujur": 109.0154,
                 "pelapor": {"nama": "Siti Aminah", "hp": "0812-0000-3390", "email": "siti@contoh.invalid"}}"""));
        String number = filed.get("nomor").asString();
        assertThat(filed.get("kode").asString()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(filed.get("diterima").asString()).isEqualTo("2026-11-23T09:00:00+07:00");
        JsonNode one = json(kept("GET /aduan/{nomor}", get("/aduan/" + number)));
        assertThat(one.get("isi").asString()).isEqualTo("Lampu padam sejak Jumat.\nTiang 117.");
        assertThat(one.get("patokan").asString()).isEqualTo("Tikungan SDN 2 (-7.726500, 109.015400)");
        assertThat(one.get("keadaan").asString()).isEqualTo("berjalan");
        assertThat(one.toString()).doesNotContain("Siti", "0812", "siti@");
        JsonNode person = json(kept("GET /aduan/{nomor}/pelapor", get("/aduan/" + number + "/pelapor")));
        assertThat(person.get("nama").asString()).isEqualTo("Siti Aminah");
        assertThat(world.signedIn(w, "admin").get("/kelola/peristiwa").text())
                .contains("Aplikasi melihat siapa pelapornya", number);
        JsonNode list = json(kept("GET /aduan", get("/aduan?keadaan=berjalan&kategori=pju")));
        assertThat(list.get("aduan").get(0).get("nomor").asString()).isEqualTo(number);
        assertThat(json(kept("GET /aduan", get("/aduan?keadaan=berakhir")))
                        .get("aduan")
                        .size())
                .isZero();
        assertThat(world.signedIn(w, "ratna").get("/meja").text()).contains(number);
    }

    @Test
    void pagesAreTurnedByTheirCursorWithoutGapOrDouble() {
        for (int i = 0; i < 5; i++) file("{\"isi\": \"Jalan berlubang nomor " + i + "\", \"kategori\": \"jalan\"}");
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(kept("GET /aduan", get("/aduan?batas=2" + cursor)));
            page.get("aduan").forEach(a -> seen.add(a.get("nomor").asString()));
            cursor = page.get("berikut").isNull()
                    ? ""
                    : "&setelah=" + page.get("berikut").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(5);
        assertThat(new HashSet<>(seen)).hasSize(5);
    }

    @Test
    void aSubmissionWithANameIsFiledOnceHoweverLateItIsRepeated() {
        String body = "{\"isi\": \"Lampu padam\"}";
        String first = json(send("/aduan", body, "Idempotency-Key", "a-1"))
                .get("nomor")
                .asString();
        clock.forward(Duration.ofDays(3));
        assertThat(json(send("/aduan", body, "Idempotency-Key", "a-1"))
                        .get("nomor")
                        .asString())
                .isEqualTo(first);
        assertThat(json(send("/aduan", body, "Idempotency-Key", "a-2"))
                        .get("nomor")
                        .asString())
                .isNotEqualTo(first);
        HttpResponse<String> other =
                kept("POST /aduan", send("/aduan", "{\"isi\": \"lain\"}", "Idempotency-Key", "a-1"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aProgramSeesItsOwnAndWithTheRightAllThatIsNotConfidential() {
        Peer writer = Peer.admitted(world, w, "aduan:tulis");
        String open = number(file(peer, "{\"isi\": \"Lampu padam\"}"));
        String secret = number(file(peer, "{\"isi\": \"Pungutan tiap bulan\", \"kerahasiaan\": \"RAHASIA\"}"));
        String own = number(file(writer, "{\"isi\": \"Pungutan lain\", \"kerahasiaan\": \"RAHASIA\"}"));
        assertThat(numbers(writer)).containsExactly(own);
        assertThat(numbers(peer)).containsExactly(secret, open);
        assertThat(kept("GET /aduan/{nomor}", get(writer, "/aduan/" + open)).statusCode())
                .isEqualTo(404);
        HttpResponse<String> none = kept("GET /aduan/{nomor}", get(peer, "/aduan/" + own));
        assertThat(none.body()).isEqualTo(get(peer, "/aduan/CLP-261123-0000").body());
        verbs.raisePrivacy(w.agency().id(), w.officers().get("ratna"), id(open), Privacy.RAHASIA, "Menyebut nama anak");
        Peer reader = Peer.admitted(world, w, "aduan:baca");
        assertThat(numbers(reader)).isEmpty();
        Peer elsewhere = peer.at(world, world.agency());
        assertThat(get(elsewhere, "/aduan").statusCode()).isEqualTo(401);
    }

    @Test
    void whoHidesTheIdentityHidesItFromProgramsToo() {
        String number = number(
                file(
                        peer,
                        "{\"isi\": \"Parkir liar\", \"kerahasiaan\": \"IDENTITAS_DISEMBUNYIKAN\", \"pelapor\": {\"nama\": \"Arif\"}}"));
        HttpResponse<String> person = kept("GET /aduan/{nomor}/pelapor", get("/aduan/" + number + "/pelapor"));
        assertThat(person.statusCode()).isEqualTo(200);
        assertThat(person.body()).doesNotContain("Arif");
    }

    @Test
    void aProgramDecidesWhatItsOfficerMayDecideAndOnlyThat() {
        String number = number(file(peer, "{\"isi\": \"Lampu padam di tikungan\", \"kategori\": \"pju\"}"));
        JsonNode step = json(kept("GET /aduan/{nomor}/langkah", get("/aduan/" + number + "/langkah")))
                .get("langkah");
        assertThat(step.get("nomor").asString()).isEqualTo("2");
        JsonNode way = step.get("cabang").get(0);
        assertThat(way.get("perlu_tujuan").asBoolean()).isTrue();
        String decision = """
                {"penugasan": "%s", "versi": %d, "cabang": %d, "tujuan": "%s"}""";
        String work = step.get("penugasan").asString();
        int version = step.get("versi").asInt();
        int branch = way.get("cabang").asInt();
        HttpResponse<String> missing = decide(peer, number, decision.formatted(work, version, branch, ""));
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(json(missing).at("/kesalahan/0/isian").asString()).isEqualTo("tujuan");
        assertThat(decide(peer, number, decision.formatted(work, version, branch, "ENTAH"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(decide(peer, number, decision.formatted(work, version + 1, branch, "PERKIM"))
                        .statusCode())
                .isEqualTo(409);
        String done = decision.formatted(work, version, branch, "PERKIM");
        assertThat(decide(peer, number, done).statusCode()).isEqualTo(200);
        assertThat(decide(peer, number, done).statusCode()).as("said twice").isEqualTo(200);
        assertThat(decide(peer, number, decision.formatted(work, version, branch + 1, "PERKIM"))
                        .statusCode())
                .as("another way than the one that was gone")
                .isEqualTo(409);
        assertThat(world.signedIn(w, "tono.perkim").get("/meja").text()).contains(number);
        assertThat(json(kept("GET /aduan/{nomor}/langkah", get("/aduan/" + number + "/langkah")))
                        .get("langkah")
                        .isNull())
                .as("lies with another office now")
                .isTrue();
        assertThat(world.signedIn(w, "ratna").get("/aduan/" + number).text()).contains("Ratna Wulandari");
        Peer unit = Peer.admitted(world, w, 600, "tono.perkim", "keputusan");
        String foreign = number(file(peer, "{\"isi\": \"Jalan berlubang\"}"));
        assertThat(kept("GET /aduan/{nomor}/langkah", get(unit, "/aduan/" + foreign + "/langkah"))
                        .statusCode())
                .as("not this officer's to see")
                .isEqualTo(404);
        assertThat(decide(unit, foreign, done).statusCode()).isEqualTo(404);
    }

    @Test
    void whoFollowsMissesNothingAndSeesNoWords() {
        String number = number(file(peer, """
                {"isi": "Lampu padam di tikungan", "pelapor": {"nama": "Siti Aminah"}}"""));
        String secret = number(
                file(Peer.admitted(world, w, "aduan:tulis"), "{\"isi\": \"Pungutan\", \"kerahasiaan\": \"RAHASIA\"}"));
        HttpResponse<String> answer = kept("GET /peristiwa", get("/peristiwa?batas=1"));
        JsonNode first = json(answer);
        assertThat(first.at("/peristiwa/0/jenis").asString()).isEqualTo("RECEIVED");
        assertThat(first.at("/peristiwa/0/nomor").asString()).isEqualTo(number);
        String cursor = first.get("berikut").asString();
        JsonNode rest = json(kept("GET /peristiwa", get("/peristiwa?setelah=" + cursor)));
        assertThat(rest.toString()).contains("STEP_OPENED").doesNotContain("RECEIVED", "Siti", "Lampu", secret);
        String end = rest.get("berikut").asString();
        assertThat(json(get("/peristiwa?setelah=" + end)).get("peristiwa").size())
                .isZero();
        assertThat(json(get("/peristiwa?setelah=" + end)).get("berikut").asString())
                .isEqualTo(end);
        assertThat(get("/peristiwa?setelah=%27%20or%201=1").statusCode()).isEqualTo(400);
        assertThat(get("/peristiwa?setelah=zzzzzzzzzzzzz-zzzzzzzzzzzzz").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsCommittedLateIsNotMissed() {
        String slow = number(file(peer, "{\"isi\": \"Lampu padam\"}"));
        String cursor = json(get("/peristiwa")).get("berikut").asString();
        new TransactionTemplate(transactions).executeWithoutResult(open -> {
            sql.sql("insert into api_event (agency_id, id, complaint_id, kind, at) values (?, 1, ?, 'NOTE', now())")
                    .params(w.agency().id(), id(slow))
                    .update();
            file(peer, "{\"isi\": \"Jalan berlubang\"}");
            assertThat(json(get("/peristiwa?setelah=" + cursor))
                            .get("peristiwa")
                            .size())
                    .as("what comes after the open one waits for it")
                    .isZero();
        });
        List<String> kinds = new ArrayList<>();
        json(get("/peristiwa?setelah=" + cursor))
                .get("peristiwa")
                .forEach(e -> kinds.add(e.get("jenis").asString()));
        assertThat(kinds).startsWith("NOTE", "RECEIVED");
    }

    @Test
    void theContractIsWholeAndSaysWhatEveryCallerMeets() {
        JsonNode document = CONTRACT.document();
        Set<String> ids = new HashSet<>();
        for (String operation : CONTRACT.operations()) {
            String[] parts = operation.split(" ");
            JsonNode said = document.get("paths").get(parts[1]).get(parts[0].toLowerCase(Locale.ROOT));
            assertThat(ids.add(said.get("operationId").asString()))
                    .as(operation)
                    .isTrue();
            assertThat(said.get("summary").asString()).as(operation).isNotBlank();
            if (said.path("security").isEmpty() && said.has("security")) continue;
            assertThat(said.get("responses").propertyNames()).as(operation).contains("401", "403");
            boolean files = operation.equals("POST /aduan");
            assertThat(said.get("responses").has("429")).as(operation).isEqualTo(!files);
        }
        assertThat(Pattern.compile("\"\\$ref\":\"#([^\"]+)\"")
                        .matcher(document.toString())
                        .results()
                        .map(m -> m.group(1)))
                .isNotEmpty()
                .allSatisfy(ref ->
                        assertThat(document.at(ref).isMissingNode()).as(ref).isFalse());
    }

    @Test
    void withoutTheKeyOrTheRightNothingOpens() {
        Peer stranger = Peer.stranger(world, w);
        HttpResponse<String> none = kept("GET /aduan", stranger.get(V1 + "/aduan"));
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("www-authenticate")).hasValue("Bearer");
        Peer poor = Peer.admitted(world, w, "aduan:tulis");
        String number = number(file(peer, "{\"isi\": \"Lampu padam\"}"));
        for (String path : List.of("/peristiwa", "/aduan/" + number + "/pelapor", "/aduan/" + number + "/langkah"))
            assertThat(get(poor, path).statusCode()).as(path).isEqualTo(403);
        assertThat(decide(poor, number, "{}").statusCode()).isEqualTo(403);
        assertThat(kept("POST /aduan", send(Peer.admitted(world, w, "aduan:baca"), "/aduan", "{\"isi\": \"x\"}"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(stranger.get(V1 + "/aduan?api_key=" + peer.key()).statusCode())
                .as("a key in an address is no bearer")
                .isEqualTo(401);
    }

    @Test
    void whatTheContractDoesNotKnowIsAProblemAndNoPage() {
        HttpResponse<String> nothing = get(peer, "/pengaduan");
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(nothing.body()).contains("GET /api/v1/pengaduan", "openapi.yaml");
        assertThat(Peer.stranger(world, w).get(V1 + "/pengaduan").statusCode()).isEqualTo(401);
    }

    @Test
    void crookedBodiesGetASentence() {
        assertThat(field("{\"isi\": \"\"}")).isEqualTo("isi");
        assertThat(field("{\"isi\": \"x\", \"jenis\": \"entah\"}")).isEqualTo("jenis");
        assertThat(field("{\"isi\": \"x\", \"juduI\": \"salah ketik\"}")).isEqualTo("juduI");
        assertThat(field("{\"isi\": \"x\", \"lintang\": 91, \"bujur\": 1}")).isEqualTo("lintang");
        assertThat(field("{\"isi\": \"x\", \"lintang\": 9}")).isEqualTo("bujur");
        assertThat(field("{\"isi\": \"x\", \"pelapor\": {\"email\": \"bukan surel\"}}"))
                .isEqualTo("pelapor.email");
        assertThat(field("{\"isi\": \"" + "x".repeat(10_001) + "\"}")).isEqualTo("isi");
        assertThat(status("{\"isi\": [1]}")).isEqualTo(400);
        assertThat(status("{\"isi\": \"x\"")).isEqualTo(400);
        assertThat(status("[]")).isEqualTo(400);
        assertThat(status("[".repeat(100_000))).isEqualTo(400);
        assertThat(status("{\"a\":".repeat(20_000))).isEqualTo(400);
        assertThat(status("{\"isi\": \"" + "x".repeat(10_000_000) + "\"}")).isEqualTo(413);
        assertThat(status("")).isEqualTo(400);
        for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "x"))
            assertThat(kept(
                                    "POST /aduan",
                                    peer.send(
                                            V1 + "/aduan",
                                            type,
                                            "{\"isi\": \"x\"}",
                                            "Authorization",
                                            "Bearer " + peer.key()))
                            .statusCode())
                    .as(type)
                    .isEqualTo(415);
        assertThat(get("/aduan?batas=100000").statusCode()).isEqualTo(400);
        assertThat(get("/aduan?setelah=%27%3B--").statusCode()).isEqualTo(400);
        assertThat(get("/aduan?keadaan=semua").statusCode()).isEqualTo(400);
        assertThat(json(get("/aduan?kategori=%27%20or%20%271%27=%271"))
                        .get("aduan")
                        .size())
                .isZero();
        assertThat(count()).isZero();
    }

    private String field(String body) {
        HttpResponse<String> answer = kept("POST /aduan", send("/aduan", body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return json(answer).at("/kesalahan/0/isian").asString();
    }

    private int status(String body) {
        return kept("POST /aduan", send("/aduan", body)).statusCode();
    }

    private HttpResponse<String> file(String body) {
        return file(peer, body);
    }

    private HttpResponse<String> file(Peer who, String body) {
        HttpResponse<String> answer = kept("POST /aduan", send(who, "/aduan", body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private HttpResponse<String> decide(Peer who, String number, String body) {
        return kept("POST /aduan/{nomor}/keputusan", send(who, "/aduan/" + number + "/keputusan", body));
    }

    private HttpResponse<String> send(String path, String body, String... headers) {
        return send(peer, path, body, headers);
    }

    private static HttpResponse<String> send(Peer who, String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + who.key()));
        all.addAll(List.of(headers));
        return who.send(V1 + path, "application/json", body, all.toArray(String[]::new));
    }

    private HttpResponse<String> get(String path) {
        return get(peer, path);
    }

    private static HttpResponse<String> get(Peer who, String path) {
        return who.send(HttpRequest.newBuilder(who.address(V1 + path))
                .header("Authorization", "bearer " + who.key())
                .GET());
    }

    private static HttpResponse<String> kept(String operation, HttpResponse<String> answer) {
        return CONTRACT.kept(operation, answer);
    }

    private static List<String> numbers(Peer who) {
        List<String> all = new ArrayList<>();
        json(get(who, "/aduan"))
                .get("aduan")
                .forEach(a -> all.add(a.get("nomor").asString()));
        return all;
    }

    private static String number(HttpResponse<String> filed) {
        return json(filed).get("nomor").asString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private long id(String number) {
        return complaints.byNumber(w.agency().id(), number).map(Complaint::id).orElseThrow();
    }

    private int count() {
        return sql.sql("select count(*) from complaint where agency_id = ?")
                .param(w.agency().id())
                .query(Integer.class)
                .single();
    }
}
