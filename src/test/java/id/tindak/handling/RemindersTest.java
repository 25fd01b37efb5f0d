package id.tindak.handling;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.agency.Agencies;
import id.tindak.agency.Calendars;
import id.tindak.agency.People;
import id.tindak.agency.StandIn;
import id.tindak.base.Chain;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Privacy;
import id.tindak.demo.DemoWorld;
import id.tindak.desk.Office;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.notice.DigestRound;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reminding of time limits, by itself and by hand: when, whom, in which words, and never at the wrong time. */
@JourneyTest
@Import(Office.class)
class RemindersTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Office office;

    @Autowired
    Handlings handlings;

    @Autowired
    Reminders reminders;

    @Autowired
    Complaints complaints;

    @Autowired
    People people;

    @Autowired
    Agencies agencies;

    @Autowired
    Calendars calendars;

    @Autowired
    CalendarChange change;

    @Autowired
    ApplicationContext program;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;

    @BeforeEach
    void open() {
        clock.setWib("2026-11-23T09:00");
        w = office.open();
    }

    @Test
    void theHolderIsRemindedAtTheLimitNotASecondBeforeAndNotTwice() {
        Complaint c = atOpd("Jalan berlubang");
        clock.setWib("2026-11-23T09:14:59");
        reminders.remind();
        assertThat(reminded(c)).isEmpty();
        clock.setWib("2026-11-23T09:15");
        reminders.remind();
        reminders.remind();
        assertThat(reminded(c)).containsExactly("DUE told dewi.dpupr");
        clock.setWib("2026-11-23T16:00");
        reminders.remind();
        assertThat(reminded(c)).hasSize(1);
        assertThat(world.signedIn(w, "dewi.dpupr").get("/meja").text()).contains("Diingatkan 1 kali");
    }

    @Test
    void afterTheLimitTheLiaisonOfficerIsAskedWithACopyToTheHeadOnThreeMorningsAndThenNoMore() {
        Complaint c = atOpd("Jalan berlubang");
        for (int day = 23; day <= 30; day++) {
            clock.setWib("2026-11-" + day + "T09:15");
            reminders.remind();
        }
        String late = "LATE told dewi.dpupr, joko.dpupr copied sri.dpupr";
        assertThat(reminded(c)).containsExactly("DUE told dewi.dpupr", late, late, late);
        assertThat(times(c))
                .containsExactly(
                        "2026-11-23T02:15:00Z", "2026-11-24T02:15:00Z", "2026-11-25T02:15:00Z", "2026-11-26T02:15:00Z");
        Http.Shown page = world.signedIn(w, "ratna").get("/aduan/" + c.publicNumber());
        assertThat(page.text())
                .contains("Diingatkan 4 kali", "diingatkan 4 kali")
                .contains(
                        "mengingatkan Dewi Lestari, Joko Susilo, Sri Handayani bahwa batas waktu langkah 3. Periksa disposisi sudah lewat");
        assertThat(office.now(c).complaint().chainCount())
                .isEqualTo(complaints.events(c).size());
    }

    @Test
    void aStepOfAnHourIsRemindedOfAtHalfTimeAndAHeadThroughTheLiaisonOfficerOnly() {
        Complaint c = atOpd("Jalan berlubang");
        office.decide(w, c, "dewi.dpupr", 0, null, "");
        office.decide(w, c, "joko.dpupr", 0, null, "");
        clock.setWib("2026-11-23T09:30");
        reminders.remind();
        assertThat(reminded(c)).containsExactly("BEFORE told joko.dpupr copied sri.dpupr");
    }

    @Test
    void aProgramThatStoodStillRemindsOnceAndNobodyIsRemindedAtNightOrOnAClosedDay() {
        clock.setWib("2026-11-27T16:20");
        Complaint c = atOpd("Lampu padam");
        calendars.change(
                w.agency().id(),
                calendars.text(w.agency().id(), 1) + "\ntutup:\n  - tanggal: 2026-11-30\n    nama: Hari berkabung\n",
                "Uji",
                null);
        change.reckonAnew();
        for (String quiet : List.of(
                "2026-11-28T10:00", "2026-11-29T10:00", "2026-11-30T10:00", "2026-12-01T07:00", "2026-12-01T07:34")) {
            clock.setWib(quiet);
            reminders.remind();
            assertThat(reminded(c)).as(quiet).isEmpty();
        }
        clock.setWib("2026-12-01T07:35");
        reminders.remind();
        assertThat(reminded(c)).containsExactly("DUE told dewi.dpupr");
        clock.setWib("2026-12-09T10:00");
        reminders.remind();
        reminders.remind();
        assertThat(reminded(c)).hasSize(2);
    }

    @Test
    void whileTheReporterHasTheCaseNoOfficerIsReminded() {
        Complaint c = office.file(w, "Bantuan belum cair", "Belum cair.");
        office.decide(w, c, "ratna", 1, null, "Alamat belum ada.");
        clock.setWib("2026-12-02T09:00");
        reminders.remind();
        assertThat(reminded(c)).isEmpty();
    }

    @Test
    void theSubstituteOfAnAbsentHolderIsRemindedInItsPlace() {
        wantsMail("nina.dlh");
        Complaint c = atOpd("Trotoar rusak");
        var day = people.today(w.agency().id());
        people.standIn(
                w.agency().id(),
                new StandIn(
                        7,
                        Office.id(w, "dewi.dpupr"),
                        Office.id(w, "nina.dlh"),
                        StandIn.Kind.PENGGANTI,
                        day,
                        day,
                        "cuti"),
                Office.id(w, "admin"));
        clock.setWib("2026-11-23T09:15");
        reminders.remind();
        assertThat(reminded(c)).containsExactly("DUE told nina.dlh");
        DigestRound.send(program);
        assertThat(mails("nina.dlh").getFirst())
                .contains("mendekati batas waktu", "Mohon perkenan Bapak/Ibu", c.publicNumber())
                .contains("Hormat kami, Koordinator Pengaduan, Dinas Komunikasi dan Informatika")
                .doesNotContain("Trotoar");
    }

    @Test
    void ofAConfidentialCaseOnlyItsHoldersAreReminded() {
        Complaint c = office.file(w, "Pungutan", "Pungutan liar.", Privacy.RAHASIA);
        office.decide(w, c, "ratna", 0, "DPUPR", "");
        clock.setWib("2026-11-24T09:15");
        reminders.remind();
        assertThat(reminded(c)).containsExactly("LATE told dewi.dpupr");
    }

    @Test
    void twoProgramsAtOnceRemindOnce() throws Exception {
        List<Complaint> all = Stream.of("Satu", "Dua", "Tiga").map(this::atOpd).toList();
        clock.setWib("2026-11-23T09:15");
        List<Callable<Boolean>> twice = Collections.nCopies(2, () -> {
            reminders.remind();
            return true;
        });
        try (var both = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> f : both.invokeAll(twice)) assertThat(f.get()).isTrue();
        }
        for (Complaint c : all) assertThat(reminded(c)).hasSize(1);
    }

    @Test
    void anAgencyThatLeavesItToPersonsIsNotRemindedByTheProgram() {
        agencies.set(w.agency().id(), Map.of("pengingat_otomatis", "tidak"), null);
        Complaint c = atOpd("Jalan berlubang");
        clock.setWib("2026-11-24T09:15");
        reminders.remind();
        assertThat(reminded(c)).isEmpty();
    }

    @Test
    void thePersonAtTheDeskOfTheAgencyRemindsByHandPolitelyAndNotTwiceAnHour() {
        wantsMail("joko.dpupr");
        Complaint c = atOpd("Jalan berlubang");
        clock.setWib("2026-11-23T10:00");
        Http ratna = world.signedIn(w, "ratna");
        Http.Shown page = ratna.get("/aduan/" + c.publicNumber());
        assertThat(page.text()).contains("Sampai kepada Dewi Lestari, Joko Susilo. Tembusan Sri Handayani.");
        assertThat(page.page()
                        .select("form[action$=/ingatkan] textarea")
                        .first()
                        .wholeText())
                .contains("Mohon perkenan Bapak/Ibu", c.publicNumber(), "Koordinator Pengaduan");
        Http.Shown empty = page.submit("form[action$=/ingatkan]", "teks", "");
        assertThat(empty.status).isEqualTo(422);
        Http.Shown done = page.submit("form[action$=/ingatkan]", "teks", "Mohon perkenan Ibu Dewi, warga menunggu.");
        assertThat(done.text()).contains("Pengingat pada " + c.publicNumber() + " dikirim.", "Diingatkan 1 kali");
        assertThat(reminded(c)).containsExactly("ASKED told dewi.dpupr, joko.dpupr copied sri.dpupr");
        DigestRound.send(program);
        assertThat(mails("joko.dpupr").getFirst())
                .contains(c.publicNumber(), "Mohon perkenan Bapak/Ibu")
                .doesNotContain("warga menunggu", "Jalan berlubang");
        assertThat(world.signedIn(w, "dewi.dpupr")
                        .get("/aduan/" + c.publicNumber())
                        .text())
                .contains("Mohon perkenan Ibu Dewi, warga menunggu.");
        clock.setWib("2026-11-23T10:59");
        Http.Shown again = page.submit("form[action$=/ingatkan]", "teks", "Mohon lagi.");
        assertThat(again.status).isEqualTo(422);
        assertThat(again.text()).contains("Tunggu satu jam sejak pengingat terakhir");
        assertThat(again.page()
                        .select("form[action$=/ingatkan] textarea")
                        .first()
                        .wholeText())
                .contains("Mohon lagi.");
        clock.setWib("2026-11-23T11:00");
        assertThat(page.submit("form[action$=/ingatkan]", "teks", "Mohon lagi.").status)
                .isEqualTo(200);
        assertThat(world.signedIn(w, "dewi.dpupr")
                        .get("/aduan/" + c.publicNumber())
                        .page()
                        .select("form[action$=/ingatkan]"))
                .as("nobody reminds oneself")
                .isEmpty();
    }

    @Test
    void whoHasNoRightToRemindCannot() {
        Complaint c = atOpd("Jalan berlubang");
        long work = office.current(c).id();
        for (String officer : List.of("dewi.dpupr", "tono.perkim", "admin"))
            assertThat(reminders.byHand(w.agency().id(), Office.id(w, officer), c.id(), work, "Mohon."))
                    .as(officer)
                    .isEqualTo(new Outcome.Refused("", "handling.notToRemind"));
        Http.Shown shown = world.signedIn(w, "ratna").get("/aduan/" + c.publicNumber());
        office.decide(w, c, "dewi.dpupr", 0, null, "");
        assertThat(shown.submit("form[action$=/ingatkan]", "teks", "Mohon.").text())
                .contains("Langkah itu sudah selesai atau tidak dapat Anda ingatkan.");
    }

    @Test
    void overdueWorkOfOtherOfficesIsRemindedOfAtAStroke() {
        Complaint first = atOpd("Jalan berlubang");
        Complaint second = atOpd("Got mampet");
        clock.setWib("2026-11-23T10:00");
        Http ratna = world.signedIn(w, "ratna");
        assertThat(ratna.get("/meja").page().select("a[href$=antrean=opd]")).isNotEmpty();
        Http.Shown list = ratna.get("/meja?antrean=opd");
        assertThat(ratna.get("/meja?antrean=opd")
                        .submit("form[data-meja]", "aksi", "ingatkan")
                        .text())
                .contains("Belum ada aduan yang dipilih");
        Map<String, List<String>> ticked = list.values("form[data-meja]", "aksi", "ingatkan");
        ticked.put("pilih", list.page().select("input[name=pilih]").eachAttr("value"));
        Http.Shown preview = ratna.post("/meja/pilih", ticked);
        assertThat(preview.text()).contains("2 aduan di bawah ini. Belum ada yang berubah.");
        assertThat(reminded(first)).isEmpty();
        Map<String, List<String>> sent = preview.values("form[action$=/kerjakan]");
        assertThat(sent.get("teks").getFirst()).contains("Mohon perkenan Bapak/Ibu");
        Http.Shown results = ratna.post("/meja/kerjakan", sent);
        assertThat(results.text()).contains("2 dari 2 aduan berhasil");
        assertThat(reminded(first)).hasSize(1);
        assertThat(reminded(second)).hasSize(1);
        assertThat(ratna.post("/meja/kerjakan", sent).text()).contains("0 dari 2 aduan berhasil", "Tunggu satu jam");
    }

    private Complaint atOpd(String title) {
        Complaint c = office.file(w, title, title + ".");
        office.decide(w, c, "ratna", 0, "DPUPR", "");
        return c;
    }

    private void wantsMail(String officer) {
        world.signedIn(w, officer).get("/akun").submit("form[action$=/akun]", "surel", officer + "@contoh.invalid");
    }

    private List<String> mails(String officer) {
        return sql.sql("select params from outbox where agency_id = ? and recipient = ? order by id")
                .params(w.agency().id(), officer + "@contoh.invalid")
                .query((rs, i) -> rs.getString(1))
                .list();
    }

    /** "LATE told dewi.dpupr copied sri.dpupr" */
    private List<String> reminded(Complaint c) {
        return events(c).stream()
                .map(Chain::facts)
                .map(f -> f.get("why")
                        + Stream.of("told", "copied")
                                .filter(who -> !"-".equals(f.get(who)))
                                .map(who -> " " + who + " " + names(f.get(who)))
                                .reduce("", String::concat))
                .toList();
    }

    private List<String> times(Complaint c) {
        return events(c).stream().map(e -> e.at().toString()).toList();
    }

    private List<Chain> events(Complaint c) {
        return complaints.events(c).stream()
                .filter(e -> e.kind().equals("OFFICER_REMINDED"))
                .toList();
    }

    private String names(@Nullable String ids) {
        List<String> names = new ArrayList<>();
        for (String id : String.valueOf(ids).split(","))
            w.officers().forEach((name, officer) -> {
                if (officer.toString().equals(id)) names.add(name);
            });
        return names.stream().sorted().reduce((a, b) -> a + ", " + b).orElse("nobody");
    }
}
