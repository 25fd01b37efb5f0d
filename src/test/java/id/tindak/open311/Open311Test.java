package id.tindak.open311;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.api.Peer;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Erasures;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.CaseFiles;
import id.tindak.handling.ReporterVerbs;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GeoReport v2 as a client of the specification meets it: XML that is parsed, the same said as JSON, errors in both. */
@JourneyTest
class Open311Test {

    private static final String V2 = "/open311/v2/";
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Complaints complaints;

    @Autowired
    CaseFiles cases;

    @Autowired
    ReporterVerbs reporters;

    @Autowired
    Erasures erasures;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;
    Peer peer;
    Peer stranger;

    @BeforeEach
    void open() {
        clock.setWib("2026-11-23T09:00");
        w = world.agency();
        peer = Peer.admitted(world, w, "aduan:tulis");
        stranger = Peer.stranger(world, w);
    }

    @Test
    void discoveryLeadsToTheServices() throws Exception {
        Document xml = xml(stranger.get(V2 + "discovery.xml"));
        assertThat(xml.getDocumentElement().getTagName()).isEqualTo("discovery");
        assertThat(text(xml, "specification")).isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(text(xml, "changeset")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(text(xml, "contact")).isNotEmpty();
        assertThat(text(xml, "key_service")).isNotEmpty();
        assertThat(text(xml, "type")).isIn("test", "production");
        JsonNode json = json(stranger.get(V2 + "discovery.json"));
        assertThat(json.at("/endpoints/0/formats/0").asString()).isEqualTo("text/xml");
        assertThat(json.at("/endpoints/0/formats/1").asString()).isEqualTo("application/json");
        assertThat(json.at("/endpoints/0/url").asString()).isEqualTo(text(xml, "url"));
    }

    @Test
    void categoriesAreServicesAndWhatTheFormAsksAreAttributes() throws Exception {
        Document xml = xml(stranger.get(V2 + "services.xml"));
        assertThat(texts(xml, "service_code")).contains("jalan", "pju").doesNotHaveDuplicates();
        assertThat(texts(xml, "type")).containsOnly("realtime");
        assertThat(texts(xml, "metadata")).containsOnly("true");
        JsonNode json = json(stranger.get(V2 + "services.json"));
        assertThat(json.isArray()).isTrue();
        assertThat(json.get(0).get("metadata").isBoolean()).isTrue();
        assertThat(json.get(0).get("group").asString()).isEqualTo("Dinas Pekerjaan Umum dan Penataan Ruang");

        Document definition = xml(stranger.get(V2 + "services/pju.xml"));
        assertThat(definition.getDocumentElement().getTagName()).isEqualTo("service_definition");
        assertThat(texts(definition, "code")).containsExactly("jenis", "kecamatan", "desa", "kerahasiaan");
        assertThat(texts(definition, "datatype"))
                .containsExactly("singlevaluelist", "singlevaluelist", "string", "singlevaluelist");
        assertThat(texts(definition, "order")).containsExactly("1", "2", "3", "4");
        assertThat(texts(definition, "key")).contains("pengaduan", "Cilacap Tengah", "RAHASIA");
        JsonNode attributes = json(stranger.get(V2 + "services/pju.json")).get("attributes");
        assertThat(attributes.get(1).at("/values/0/key").asString()).isEqualTo("Cilacap Selatan");
        assertThat(attributes.get(2).get("values").isArray()).isTrue();
    }

    @Test
    void aPostedRequestIsAComplaintWithItsPlaceAndItsReporter() throws Exception {
        HttpResponse<String> answer = file(
                "service_code",
                "pju",
                "lat",
                "-7.726500",
                "long",
                "109.015400",
                "address_string",
                "Tikungan SDN 2, Jalan Merpati",
                "description",
                "Lampu jalan padam sejak Jumat. Tiang 117 & 118 <gelap>.",
                "first_name",
                "Siti",
                "last_name",
                "Aminah",
                "email",
                "siti@contoh.invalid",
                "phone",
                "0812-0000-3390",
                "account_id",
                "warga-7",
                "attribute[kecamatan]",
                "Cilacap Tengah",
                "attribute[jenis]",
                "saran");
        assertThat(answer.statusCode()).isEqualTo(200);
        Document xml = xml(answer);
        String number = text(xml, "service_request_id");
        assertThat(text(xml, "account_id")).isEqualTo("warga-7");
        assertThat(text(xml, "service_notice")).contains("/lacak/" + number);
        assertThat(texts(xml, "token")).isEmpty();

        Complaints.Known known =
                complaints.knownByNumber(w.agency().id(), number).orElseThrow();
        Complaint c = known.complaint();
        assertThat(c.category()).isEqualTo("pju");
        assertThat(c.kind()).isEqualTo("saran");
        assertThat(c.district()).isEqualTo("Cilacap Tengah");
        assertThat(c.landmark()).isEqualTo("Tikungan SDN 2, Jalan Merpati (-7.726500, 109.015400)");
        assertThat(c.title()).isEqualTo("Lampu jalan padam sejak Jumat");
        assertThat(c.channel()).as("no channel of its own in this SOP").isEqualTo("web");
        assertThat(known.reporter().name()).isEqualTo("Siti Aminah");
        assertThat(known.reporter().phone()).isEqualTo("081200003390");
        assertThat(world.signedIn(w, "ratna").get("/meja").text()).contains(number);
    }

    @Test
    void theSameRequestAgainIsTheSameComplaintForTenMinutes() throws Exception {
        String[] said = {"service_code", "pju", "address_string", "Jalan Merpati", "description", "Lampu padam"};
        String first = text(xml(file(said)), "service_request_id");
        clock.forward(Duration.ofMinutes(9));
        assertThat(text(xml(file(said)), "service_request_id")).isEqualTo(first);
        clock.forward(Duration.ofMinutes(12));
        assertThat(text(xml(file(said)), "service_request_id")).isNotEqualTo(first);
        assertThat(text(
                        xml(file(
                                "service_code",
                                "pju",
                                "address_string",
                                "Jalan Kutilang",
                                "description",
                                "Lampu padam")),
                        "service_request_id"))
                .isNotEqualTo(first);
    }

    @Test
    void theSameRequestManyTimesAtOnceIsOneComplaint() throws Exception {
        String[] said = {"service_code", "pju", "address_string", "Jalan Merpati", "description", "Lampu padam"};
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) answers.add(threads.submit(() -> file(said)));
        }
        Set<String> numbers = new HashSet<>();
        for (Future<HttpResponse<String>> answer : answers) numbers.add(text(xml(answer.get()), "service_request_id"));
        assertThat(numbers).hasSize(1);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void picturesComeAsPartsOfTheRequest() throws Exception {
        HttpResponse<String> answer = multipart(picture(), "image/png");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String number = text(xml(answer), "service_request_id");
        assertThat(complaints
                        .knownByNumber(w.agency().id(), number)
                        .orElseThrow()
                        .attachments())
                .singleElement()
                .satisfies(a -> assertThat(a.file().mediaType()).startsWith("image/"));
        assertThat(text(xml(multipart(picture(), "image/png")), "service_request_id"))
                .as("said again with its picture")
                .isEqualTo(number);
        HttpResponse<String> refused =
                multipart("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), "image/png");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void anAddressThatLeadsInsideIsNotFetchedAndLeftInTheText() throws Exception {
        String inside = "http://169.254.169.254/latest/meta-data/";
        String number = text(
                xml(file(
                        "service_code",
                        "pju",
                        "address_string",
                        "Jalan Merpati",
                        "description",
                        "Lampu padam",
                        "media_url",
                        inside)),
                "service_request_id");
        Complaints.Known known =
                complaints.knownByNumber(w.agency().id(), number).orElseThrow();
        assertThat(known.attachments()).isEmpty();
        assertThat(cases.forReporter(known).messages().getFirst().body())
                .startsWith("Lampu padam")
                .contains(inside);
    }

    @Test
    void aStrangerSeesThatAndWhenButNotWhatAndWhere() throws Exception {
        String number = filed("Lampu padam");
        Document own = xml(peer.get(V2 + "requests/" + number + ".xml?api_key=" + peer.key()));
        assertThat(text(own, "description")).isEqualTo("Lampu padam");
        assertThat(text(own, "address")).isEqualTo("Jalan Merpati");
        Document strange = xml(stranger.get(V2 + "requests/" + number + ".xml"));
        assertThat(text(strange, "service_request_id")).isEqualTo(number);
        assertThat(text(strange, "status")).isEqualTo("open");
        assertThat(text(strange, "service_code")).isEqualTo("pju");
        assertThat(text(strange, "service_name")).isEqualTo("Penerangan jalan");
        assertThat(text(strange, "agency_responsible")).isNotEmpty();
        assertThat(text(strange, "description")).isEmpty();
        assertThat(text(strange, "address")).isEmpty();
        assertThat(text(strange, "requested_datetime")).isEqualTo("2026-11-23T09:00:00+07:00");
        assertThat(OffsetDateTime.parse(text(strange, "updated_datetime"))).isNotNull();
        Peer other = Peer.admitted(world, w, "aduan:tulis", "aduan:baca");
        assertThat(other.get(V2 + "requests/" + number + ".json?api_key=" + other.key())
                        .body())
                .doesNotContain("Lampu padam", "Jalan Merpati");
        JsonNode json = json(stranger.get(V2 + "requests/" + number + ".json"));
        assertThat(json.get(0).get("description").isNull()).isTrue();
        assertThat(json.get(0).get("lat").isNull()).isTrue();
    }

    @Test
    void aConfidentialCaseExistsForWhoFiledItAlone() throws Exception {
        String number = text(
                xml(file(
                        "service_code",
                        "sekolah",
                        "address_string",
                        "SD Contoh",
                        "description",
                        "Pungutan tiap bulan",
                        "attribute[kerahasiaan]",
                        "RAHASIA")),
                "service_request_id");
        HttpResponse<String> none = stranger.get(V2 + "requests/" + number + ".xml");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body())
                .as("as for a number that never was")
                .isEqualTo(stranger.get(V2 + "requests/CLP-261123-0000.xml").body());
        assertThat(stranger.get(V2 + "requests.xml?service_request_id=" + number)
                        .body())
                .doesNotContain(number);
        assertThat(stranger.get(V2 + "requests.xml").body()).doesNotContain(number);
        assertThat(stranger.get(V2 + "servicerequestupdates.xml").body()).doesNotContain(number);
        assertThat(peer.get(V2 + "requests.xml?api_key=" + peer.key()).body()).contains(number);
    }

    @Test
    void theListIsFilteredAndPaged() throws Exception {
        String lamp = filed("Lampu padam");
        clock.forward(Duration.ofDays(1));
        String road = text(
                xml(file("service_code", "jalan", "address_string", "Jalan Raya", "description", "Jalan berlubang")),
                "service_request_id");
        reporters.withdraw(w.agency().id(), id(lamp), "");
        assertThat(numbers("requests.xml")).containsExactly(road, lamp);
        assertThat(numbers("requests.xml?service_code=jalan,sampah")).containsExactly(road);
        assertThat(numbers("requests.xml?status=open")).containsExactly(road);
        assertThat(numbers("requests.xml?status=closed")).containsExactly(lamp);
        assertThat(numbers("requests.xml?status=open,closed")).hasSize(2);
        assertThat(numbers("requests.xml?page_size=1")).containsExactly(road);
        assertThat(numbers("requests.xml?page_size=1&page=2")).containsExactly(lamp);
        assertThat(numbers("requests.xml?start_date=2026-11-24T00:00:00%2B07:00"))
                .containsExactly(road);
        assertThat(numbers("requests.xml?start_date=2026-11-24T00:00:00+07:00"))
                .as("a plus that was not encoded")
                .containsExactly(road);
        assertThat(numbers("requests.xml?end_date=2026-11-23T05:00:00Z")).containsExactly(lamp);
        assertThat(numbers("requests.xml?status=open&service_request_id=" + lamp + "," + road))
                .as("numbers override everything else")
                .containsExactly(road, lamp);
        clock.forward(Duration.ofDays(100));
        assertThat(numbers("requests.xml")).as("ninety days back").isEmpty();
        Document closed = xml(stranger.get(V2 + "requests/" + lamp + ".xml"));
        assertThat(text(closed, "updated_datetime")).as("when it was closed").startsWith("2026-11-24T09:00:00");
        assertThat(text(closed, "expected_datetime")).isEmpty();
    }

    @Test
    void newsAreWhatFixMyStreetAsksFor() throws Exception {
        String number = filed("Lampu padam");
        clock.forward(Duration.ofHours(1));
        Http ratna = world.signedIn(w, "ratna");
        ratna.get("/aduan/" + number)
                .submit(
                        "form[action$=/langkah]",
                        "cabang",
                        "1",
                        "teks",
                        "Mohon tuliskan alamat Anda.",
                        "aksi",
                        "kirim");
        clock.forward(Duration.ofMinutes(1));
        reporters.withdraw(w.agency().id(), id(number), "");
        String span = "&start_date=2026-11-23T00:00:00Z&end_date=2026-11-24T00:00:00Z";
        Document own = xml(peer.get(V2 + "servicerequestupdates.xml?api_key=" + peer.key() + span));
        assertThat(own.getDocumentElement().getTagName()).isEqualTo("service_request_updates");
        assertThat(texts(own, "status")).startsWith("open").endsWith("closed");
        assertThat(texts(own, "description")).contains("Mohon tuliskan alamat Anda.");
        assertThat(texts(own, "update_id")).doesNotHaveDuplicates().doesNotContain("");
        assertThat(texts(own, "service_request_id")).containsOnly(number);
        String strange =
                stranger.get(V2 + "servicerequestupdates.xml?x=1" + span).body();
        assertThat(strange).contains(number, "closed").doesNotContain("Mohon tuliskan");
        assertThat(stranger.get(V2 + "servicerequestupdates.xml?start_date=2026-11-25T00:00:00Z")
                        .body())
                .doesNotContain(number);
    }

    @Test
    void whatTheReporterWritesOnToTheProgramReachesTheCaseThatItFiled() throws Exception {
        String number = filed("Lampu padam");
        String[] more = {
            "api_key",
            peer.key(),
            "service_request_id",
            number,
            "update_id",
            "7",
            "description",
            "Sekarang dua lampu padam."
        };
        Document first = xml(peer.post(V2 + "servicerequestupdates.xml", more));
        assertThat(first.getDocumentElement().getTagName()).isEqualTo("service_request_updates");
        assertThat(text(first, "update_id")).matches("\\d+");
        assertThat(text(xml(peer.post(V2 + "servicerequestupdates.xml", more)), "update_id"))
                .as("said again")
                .isEqualTo(text(first, "update_id"));
        assertThat(cases.forReporter(complaints.known(complaint(number))).messages())
                .filteredOn(m -> m.body().equals("Sekarang dua lampu padam."))
                .hasSize(1);
        Peer other = Peer.admitted(world, w, "aduan:tulis");
        fault(
                other.post(
                        V2 + "servicerequestupdates.xml",
                        "api_key",
                        other.key(),
                        "service_request_id",
                        number,
                        "description",
                        "Bukan aduan saya"),
                404,
                "service_request_id");
        fault(
                peer.post(V2 + "servicerequestupdates.json", "api_key", peer.key(), "service_request_id", number),
                400,
                "description");
        fault(stranger.post(V2 + "servicerequestupdates.xml", "service_request_id", number), 403, "api_key");
    }

    @Test
    void whoeverErasesAReporterErasesThePlaceThatTheProgramTold() throws Exception {
        String number = text(
                xml(file(
                        "service_code",
                        "pju",
                        "lat",
                        "-7.7265",
                        "long",
                        "109.0154",
                        "address_string",
                        "Jalan Melati 14")),
                "service_request_id");
        reporters.withdraw(w.agency().id(), id(number), "");
        assertThat(erasures.erase(w.agency().id(), w.officers().get("admin"), id(number), "Diminta pelapor"))
                .isNull();
        assertThat(peer.get(V2 + "requests/" + number + ".xml?api_key=" + peer.key())
                        .body())
                .contains(number)
                .doesNotContain("Melati", "109.0154");
    }

    @Test
    void errorsAreSaidInTheFormatOfTheAddressWithTheNumbersOfTheSpecification() throws Exception {
        fault(stranger.post(V2 + "requests.xml", "service_code", "pju"), 403, "api_key");
        fault(stranger.post(V2 + "requests.json", "api_key", "salah", "service_code", "pju"), 403, "api_key");
        fault(stranger.get(V2 + "requests.xml?api_key=salah"), 403, "api_key");
        fault(stranger.get(V2 + "services.xml?jurisdiction_id=lain.go.id"), 404, "jurisdiction_id");
        assertThat(stranger.get(V2 + "services.xml?jurisdiction_id="
                                + w.agency().slug())
                        .statusCode())
                .isEqualTo(200);
        fault(file("description", "x"), 400, "service_code");
        fault(file("service_code", "tidak-ada", "address_string", "x"), 404, "service_code");
        fault(file("service_code", "pju", "description", "x"), 400, "address_string");
        fault(file("service_code", "pju", "lat", "-7.7"), 400, "long");
        fault(file("service_code", "pju", "lat", "-97", "long", "109"), 400, "lat");
        fault(file("service_code", "pju", "address_string", "x", "email", "bukan surel"), 400, "");
        fault(file("service_code", "pju", "address_string", "x", "description", "x".repeat(4_001)), 400, "4");
        fault(file("service_code", "pju", "address_string", "x", "attribute[jenis]", "entah"), 400, "jenis");
        fault(stranger.get(V2 + "services/entah.json"), 404, "service_code");
        fault(stranger.get(V2 + "requests/ENTAH.json"), 404, "service_request_id");
        fault(stranger.get(V2 + "tokens/123.xml"), 404, "");
        fault(stranger.get(V2 + "requests.xml?status=selesai"), 400, "status");
        fault(stranger.get(V2 + "requests.json?start_date=kemarin"), 400, "start_date");
        fault(
                stranger.get(V2 + "requests.xml?start_date=2026-01-01T00:00:00Z&end_date=2026-11-01T00:00:00Z"),
                400,
                "90");
        fault(stranger.get(V2 + "requests.xml?page_size=100000"), 400, "page_size");
        fault(stranger.get(V2 + "services.yaml"), 404, "xml");
        for (String unknown : List.of("apa.json", "apa.xml", "requests/1/2/3.json", "", "services"))
            fault(stranger.get(V2 + unknown), 404, "GeoReport");
        fault(stranger.get("/open311/v1/services.json"), 404, "GeoReport");
        fault(stranger.post("/open311/v3/requests.json", "service_code", "pju"), 404, "GeoReport");
        assertThat(count()).isZero();
    }

    @Test
    void severalFaultsAreToldAtOnce() throws Exception {
        JsonNode all = json(peer.post(
                V2 + "requests.json", "api_key", peer.key(), "service_code", "pju", "attribute[jenis]", "entah"));
        assertThat(all.size()).isEqualTo(2);
    }

    @Test
    void attackersGetErrorsAndNothingElse() throws Exception {
        assertThat(numbers("requests.xml?service_code=" + Peer.encoded("' or 1=1 --")))
                .isEmpty();
        assertThat(numbers("requests.xml?service_request_id=" + Peer.encoded("x'; select pg_sleep(9); --")))
                .isEmpty();
        fault(stranger.get(V2 + "requests.xml?page=" + Peer.encoded("1; select 1")), 400, "page");
        String entity = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";
        HttpResponse<String> xxe = peer.send(V2 + "requests.xml?api_key=" + peer.key(), "text/xml", entity);
        fault(xxe, 400, "service_code");
        assertThat(xxe.body()).doesNotContain("root:");
        fault(peer.send(V2 + "requests.json", "application/json", "[".repeat(50_000)), 403, "api_key");
        HttpResponse<String> huge = peer.send(
                V2 + "requests.xml", "application/x-www-form-urlencoded", "description=" + "x".repeat(10_000_000));
        assertThat(huge.statusCode()).isEqualTo(400);
        assertThat(huge.body()).contains("<errors>");
        Peer reader = Peer.admitted(world, w, "aduan:baca");
        fault(
                reader.post(V2 + "requests.xml", "api_key", reader.key(), "service_code", "pju", "address_string", "x"),
                403,
                "api_key");
        assertThat(count()).isZero();
    }

    @Test
    void whatComesAboveTheRateIsTakenAndLookedAtByAPerson() throws Exception {
        Peer fast = Peer.admitted(world, w, 1, "", "aduan:tulis");
        String first = text(
                xml(fast.post(
                        V2 + "requests.xml",
                        "api_key",
                        fast.key(),
                        "service_code",
                        "pju",
                        "address_string",
                        "a",
                        "description",
                        "satu")),
                "service_request_id");
        String second = text(
                xml(fast.post(
                        V2 + "requests.xml",
                        "api_key",
                        fast.key(),
                        "service_code",
                        "pju",
                        "address_string",
                        "a",
                        "description",
                        "dua")),
                "service_request_id");
        assertThat(complaint(first).suspect()).isFalse();
        assertThat(complaint(second).suspect()).isTrue();
    }

    private HttpResponse<String> file(String... fields) {
        List<String> all = new ArrayList<>(List.of("api_key", peer.key()));
        all.addAll(List.of(fields));
        return peer.post(V2 + "requests.xml", all.toArray(String[]::new));
    }

    private String filed(String words) throws Exception {
        return text(
                xml(file("service_code", "pju", "address_string", "Jalan Merpati", "description", words)),
                "service_request_id");
    }

    private HttpResponse<String> multipart(byte[] content, String type) throws Exception {
        String line = "----batas";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String[] f : new String[][] {
            {"api_key", peer.key()},
            {"service_code", "pju"},
            {"address_string", "Jalan Merpati"},
            {"description", "Lampu padam"}
        })
            body.writeBytes(
                    ("--" + line + "\r\nContent-Disposition: form-data; name=\"" + f[0] + "\"\r\n\r\n" + f[1] + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(("--" + line
                        + "\r\nContent-Disposition: form-data; name=\"media\"; filename=\"tiang.png\"\r\nContent-Type: "
                        + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + line + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return peer.send(HttpRequest.newBuilder(peer.address(V2 + "requests.xml"))
                .header("Content-Type", "multipart/form-data; boundary=" + line)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] picture() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private void fault(HttpResponse<String> answer, int status, String says) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (answer.uri().getPath().endsWith(".json")) {
            JsonNode error = json(answer).get(0);
            assertThat(error.get("code").asInt()).isEqualTo(status);
            assertThat(error.get("description").asString()).contains(says).isNotEmpty();
        } else {
            Document xml = xml(answer);
            assertThat(xml.getDocumentElement().getTagName()).isEqualTo("errors");
            assertThat(text(xml, "code")).isEqualTo(Integer.toString(status));
            assertThat(text(xml, "description")).contains(says).isNotEmpty();
        }
    }

    private List<String> numbers(String path) throws Exception {
        return texts(xml(stranger.get(V2 + path)), "service_request_id");
    }

    private Complaint complaint(String number) {
        return complaints.byNumber(w.agency().id(), number).orElseThrow();
    }

    private long id(String number) {
        return complaint(number).id();
    }

    private int count() {
        return Objects.requireNonNull(sql.sql("select count(*) from complaint where agency_id = ?")
                .param(w.agency().id())
                .query(Integer.class)
                .single());
    }

    private static Document xml(HttpResponse<String> answer) throws Exception {
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/xml;charset=utf-8");
        assertThat(answer.body().toLowerCase(java.util.Locale.ROOT))
                .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json;charset=utf-8");
        return JSON.readTree(answer.body());
    }

    private static String text(Document xml, String tag) {
        List<String> all = texts(xml, tag);
        assertThat(all).as(tag).isNotEmpty();
        return all.getFirst();
    }

    private static List<String> texts(Document xml, String tag) {
        NodeList found = xml.getElementsByTagName(tag);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) all.add(found.item(i).getTextContent());
        return all;
    }
}
