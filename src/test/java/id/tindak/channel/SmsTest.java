package id.tindak.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.CaseFile;
import id.tindak.handling.CaseFiles;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.message.PostRound;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Complaints by SMS: in through the agency's door as Kannel knocks at it, out through its {@code sendsms}. */
@JourneyTest
class SmsTest {

    private static final String SITI = "+6281200003390";

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    Reading reading;

    @Autowired
    Complaints complaints;

    @Autowired
    CaseFiles cases;

    @Autowired
    ApplicationContext program;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;
    ChannelAccount account;
    FakeKannel kannel;

    @BeforeEach
    void open() throws IOException {
        clock.setWib("2026-11-23T09:00");
        w = world.agency("demo/saran.yaml");
        kannel = new FakeKannel();
        account = accounts.add(
                w.agency().id(),
                ChannelKind.KANNEL,
                "SMS Center",
                "0812-0000-9000",
                Map.of("kirim_url", kannel.url(), "pengguna", "tindak", "sandi", "rahasia"),
                w.officers().get("admin"));
    }

    @AfterEach
    void close() {
        kannel.close();
    }

    @Test
    void aMessageWithTheCodeOfAUnitBecomesAComplaintThereAndIsAnsweredWithItsNumber() throws Exception {
        says("081200003390", "PU # Jalan kampung berlubang sejak galian pipa.\nMohon ditambal");
        Complaint c = only();
        assertThat(c.channel()).isEqualTo("sms");
        assertThat(c.title()).isEqualTo("Jalan kampung berlubang sejak galian pipa.");
        assertThat(cases.forReporter(complaints.known(c)).k().handling().targetUnitId())
                .isEqualTo(w.units().get("PU"));
        assertThat(complaints.known(c).reporter().phone()).isEqualTo(SITI);
        assertThat(kannel.to(SITI))
                .singleElement()
                .satisfies(
                        text -> assertThat(text).contains(c.publicNumber(), "/lacak/" + c.publicNumber() + "?kode="));
        assertThat(world.signedIn(w, "wulan").get("/meja").text()).contains(c.publicNumber());
    }

    @Test
    void whoWritesOutsideWorkingHoursLearnsWhenTheClockStarts() throws Exception {
        says("081200003390", "PU # Jalan kampung berlubang.");
        clock.setWib("2026-11-28T20:00"); // a Saturday
        says("081200004444", "PU # Lampu jalan di pasar mati.");
        assertThat(kannel.to(SITI)).singleElement().asString().doesNotContain("mulai dihitung");
        assertThat(kannel.to("+6281200004444"))
                .singleElement()
                .asString()
                .contains("Waktu pelayanan mulai dihitung", "30 November 2026");
    }

    @Test
    void theSameMessageTwiceIsOneComplaint() throws Exception {
        String id = UUID.randomUUID().toString();
        knock("081200003390", "PU # Jalan kampung berlubang.", id);
        knock("081200003390", "PU # Jalan kampung berlubang.", id);
        round();
        only();
        assertThat(kannel.to(SITI)).hasSize(1);
    }

    @Test
    void whoWritesOnIsUnderstoodToMeanTheSameComplaint() throws Exception {
        says("081200003390", "PU # Jalan kampung berlubang.");
        clock.forward(Duration.ofMinutes(5));
        says("0812-0000-3390", "Letaknya di depan pasar, dekat tiang 117");
        Complaint c = only();
        assertThat(cases.forReporter(complaints.known(c)).messages())
                .anyMatch(m -> m.body().equals("Letaknya di depan pasar, dekat tiang 117"));
        assertThat(kannel.to(SITI)).last().asString().contains("Tambahan Anda untuk aduan " + c.publicNumber());
        clock.forward(Duration.ofDays(2));
        says("081200003390", "PU # Lampu jalan di pasar mati.");
        assertThat(all()).hasSize(2);
    }

    @Test
    void whoAsksForNewsGetsItForTheOwnComplaintOnly() throws Exception {
        says("081200003390", "PU # Jalan kampung berlubang.");
        String number = only().publicNumber();
        says("081200003390", "CEK " + number.toLowerCase(java.util.Locale.ROOT));
        assertThat(kannel.to(SITI)).last().asString().contains("Sekarang pada Petugas SMS, sejak");
        says("081200004444", "CEK " + number);
        assertThat(kannel.to("+6281200004444"))
                .as("not even that it exists")
                .singleElement()
                .asString()
                .contains("tidak menemukan aduan " + number);
        says("081200003390", "BATAL " + number);
        assertThat(complaints.byNumber(w.agency().id(), number).orElseThrow().closed())
                .isTrue();
    }

    @Test
    void whatSaysTooLittleIsHelpedOnceADayAndMachinesNever() throws Exception {
        says("081200003390", "halo");
        says("081200003390", "tes");
        assertThat(kannel.to(SITI))
                .singleElement()
                .asString()
                .contains("KODE # isi aduan", "PU = Dinas Pekerjaan Umum");
        says("TELKOMSEL", "Kuota Anda hampir habis, isi ulang di *123#");
        says("3636", "Selamat! Anda mendapat pulsa gratis");
        assertThat(all()).isEmpty();
        assertThat(kannel.sent).hasSize(1);
    }

    @Test
    void aCodeThatIsAlmostRightIsSuggestedToTheOfficer() throws Exception {
        says("081200003390", "DINKAS # Antrean obat di puskesmas lama sekali");
        CaseFile file = cases.forReporter(complaints.known(only()));
        assertThat(file.k().handling().targetUnitId()).isNull();
        assertThat(file.messages().getFirst().body())
                .startsWith("DINKAS # Antrean obat")
                .endsWith("Barangkali yang dimaksud: DINKES.");
    }

    @Test
    void anAddressOfTheGatewayThatIsNoneSendsNothingAndTheAdministratorSeesIt() throws Exception {
        for (String crooked : List.of("gerbang/kirim", "http://gerbang kota/kirim")) {
            Map<String, String> settings = new HashMap<>(account.settings());
            settings.put("kirim_url", crooked);
            account = accounts.change(
                    w.agency().id(),
                    account,
                    account.name(),
                    account.address(),
                    settings,
                    true,
                    w.officers().get("admin"));
            says("081200003390", "PU # Jalan kampung berlubang di " + crooked);
            clock.forward(Duration.ofMinutes(10));
            PostRound.deliver(program);
            reading.readAll();
            assertThat(sql.sql(
                                    "select count(*) from outbox where agency_id = ? and (perhaps_at is not null or next_at is null)")
                            .param(w.agency().id())
                            .query(Integer.class)
                            .single())
                    .as("all wait, none may have left")
                    .isZero();
            Http admin = world.signedIn(w, "admin");
            assertThat(admin.get("/kelola/kanal").text()).contains("galat");
            Http.Shown refused = admin.get("/kelola/kanal/" + account.id())
                    .submit("main form[action$=/" + account.id() + "]", "kirim_url", crooked);
            assertThat(refused.status).isEqualTo(422);
            assertThat(refused.text()).contains("diawali http:// atau https://");
        }
    }

    @Test
    void anUnknownCodeIsLeftToTheOfficer() throws Exception {
        says("081200003390", "BAPPEDA # Peta rencana kota tidak dapat dibuka");
        assertThat(cases.forReporter(complaints.known(only())).k().handling().targetUnitId())
                .isNull();
    }

    @Test
    void whatBecameOfAnAnswerIsKept() throws Exception {
        says("081200003390", "PU # Jalan kampung berlubang.");
        String report = kannel.sent.getFirst().get("dlr-url");
        assertThat(report).startsWith(account.setting(ChannelAccounts.DOOR));
        Http.Shown told = new Http("", "").get(report.replace("%d", "1"));
        assertThat(told.status).isEqualTo(200);
        reading.readAll();
        assertThat(sql.sql("select delivered_at from outbox where agency_id = ? and lane = ?")
                        .params(w.agency().id(), account.lane())
                        .query(java.sql.Timestamp.class)
                        .single())
                .isNotNull();
    }

    @Test
    void aGatewayThatIsDownKeepsMessagesWaiting() throws Exception {
        kannel.status = 503;
        kannel.says = "3: Temporal failure, try again later.";
        says("081200003390", "PU # Jalan kampung berlubang.");
        assertThat(kannel.sent).isEmpty();
        kannel.status = 202;
        clock.forward(Duration.ofMinutes(2));
        PostRound.deliver(program);
        assertThat(kannel.to(SITI)).hasSize(1);
    }

    @Test
    void aNumberThatTakesNothingIsMadeKnownToWhoHoldsTheCase() throws Exception {
        kannel.status = 400;
        kannel.says = "1: Number is not routable";
        says("081200003390", "PU # Jalan kampung berlubang.");
        Http wulan = world.signedIn(w, "wulan");
        String page = "/aduan/" + only().publicNumber();
        assertThat(wulan.get("/untuk-diketahui").text()).contains("Kabar kepada pelapor tidak sampai");
        assertThat(wulan.get(page).text())
                .contains("kabar kepada pelapor lewat SMS tidak sampai", "Tanda terima, pesan: gagal", "not routable");
        kannel.status = 202;
        Http.Shown troubled = wulan.get(page);
        troubled.submit("form[action$=/lagi]");
        PostRound.deliver(program);
        assertThat(kannel.to(SITI)).hasSize(1);
        assertThat(wulan.get(page).text())
                .contains("Tanda terima, pesan: terkirim")
                .doesNotContain("not routable");
        assertThat(troubled.submit("form[action$=/lagi]").text())
                .as("a second click")
                .contains("Kiriman itu sudah beres.");
        PostRound.deliver(program);
        assertThat(kannel.to(SITI)).hasSize(1);
    }

    @Test
    void whatMayHaveBeenSentIsNotSentTwiceByItselfAndSettledByAReportOrByAnOfficer() throws Exception {
        kannel.cutOff = true;
        says("081200003390", "PU # Jalan kampung berlubang.");
        clock.forward(Duration.ofHours(3));
        PostRound.deliver(program);
        assertThat(kannel.sent).as("it was handed over once").hasSize(1);
        Http wulan = world.signedIn(w, "wulan");
        String page = "/aduan/" + only().publicNumber();
        assertThat(wulan.get(page).text())
                .contains("Tanda terima, pesan: mungkin terkirim", "Pelapor sudah menerimanya");
        new Http("", "").get(kannel.sent.getFirst().get("dlr-url").replace("%d", "1"));
        reading.readAll();
        assertThat(wulan.get(page).text())
                .contains("Tanda terima, pesan: sampai")
                .doesNotContain("mungkin terkirim");
        says("081200003390", "CEK " + only().publicNumber());
        wulan.post(page + "/kiriman/" + sending() + "/sampai", wulan.get(page).values("form[action$=/lagi]"));
        assertThat(wulan.get(page).text()).doesNotContain("mungkin terkirim");
        kannel.cutOff = false;
        clock.forward(Duration.ofHours(3));
        PostRound.deliver(program);
        assertThat(kannel.sent).hasSize(2);
    }

    private long sending() {
        return Objects.requireNonNull(sql.sql("select max(id) from outbox where agency_id = ? and lane = ?")
                .params(w.agency().id(), account.lane())
                .query(Long.class)
                .single());
    }

    @Test
    void aDoorThatIsNoneOrSwitchedOffOpensToNobody() throws Exception {
        assertThat(post(account.setting(ChannelAccounts.DOOR) + "x", "PU # Jalan kampung berlubang."))
                .isEqualTo(404);
        accounts.change(
                w.agency().id(),
                account,
                account.name(),
                account.address(),
                account.settings(),
                false,
                w.officers().get("admin"));
        assertThat(post(account.setting(ChannelAccounts.DOOR) + "?from=0812", "PU # Jalan kampung berlubang."))
                .isEqualTo(404);
        assertThat(post(account.setting(ChannelAccounts.DOOR) + "?from=0812", "x".repeat(2 << 20)))
                .isIn(404, 413);
        reading.readAll();
        assertThat(all()).isEmpty();
    }

    private void says(String from, String text) throws Exception {
        knock(from, text, UUID.randomUUID().toString());
        round();
    }

    private void round() {
        reading.readAll();
        PostRound.deliver(program);
    }

    private void knock(String from, String text, String id) throws Exception {
        String query =
                "?from=" + encoded(from) + "&to=9000&ts=" + clock.instant().getEpochSecond() + "&id=" + id;
        assertThat(post(account.setting(ChannelAccounts.DOOR) + query, text)).isEqualTo(200);
    }

    private static int post(String url, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Content-Type", "text/plain; charset=UTF-8")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<Complaint> all() {
        return filed().all();
    }

    private Complaint only() {
        return filed().only();
    }

    private AgencyComplaints filed() {
        return new AgencyComplaints(sql, complaints, w.agency().id());
    }
}
