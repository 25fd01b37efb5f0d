package id.tindak.notice;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.agency.Agencies;
import id.tindak.agency.People;
import id.tindak.agency.StandIn;
import id.tindak.base.Chain;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Privacy;
import id.tindak.demo.DemoWorld;
import id.tindak.desk.Office;
import id.tindak.handling.Handlings;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What officers hear by mail: gathered into one mail per person, in working hours only, and nothing of the complaint itself. */
@JourneyTest
@Import(Office.class)
class NoticeTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Office office;

    @Autowired
    Handlings handlings;

    @Autowired
    Complaints complaints;

    @Autowired
    Digest digest;

    @Autowired
    Agencies agencies;

    @Autowired
    People people;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;

    @BeforeEach
    void open() {
        clock.setWib("2026-11-23T09:00");
        w = office.open();
    }

    @Test
    void newWorkOfAMorningComesInOneMailThatSaysNothingOfTheComplaints() {
        wants("ratna", "baru", "ya");
        Complaint first = office.file(w, "Lampu padam dekat rumah Pak Amir", "Lampu padam sejak Jumat.");
        digest.send();
        assertThat(mails("ratna")).hasSize(1);
        Complaint second = office.file(w, "Jalan berlubang", "Ada dua lubang.");
        Complaint third = office.file(w, "Got mampet", "Got mampet.");
        digest.send();
        assertThat(mails("ratna")).as("held until half an hour has passed").hasSize(1);
        clock.setWib("2026-11-23T09:30");
        digest.send();
        digest.send();
        assertThat(mails("ratna")).hasSize(2);
        assertThat(mails("ratna").getLast())
                .contains(second.publicNumber(), third.publicNumber(), "2 baru")
                .contains("Penerangan jalan", "2. Periksa kelengkapan", "batas waktu 23 November 2026 pukul 09.15 WIB")
                .doesNotContain(first.publicNumber());
        assertThat(String.join("", mails("ratna")))
                .doesNotContain("Lampu padam", "Amir", "Siti", "Melati", "0812", "Tiang 117", "Maos");
        assertThat(kinds(second)).containsOnlyOnce("OFFICER_MAILED");
        assertThat(world.signedIn(w, "ratna")
                        .get("/aduan/" + first.publicNumber())
                        .text())
                .contains("mengabari Anda lewat surel");
    }

    @Test
    void nobodyIsWokenAtNightOrOnASundayAndWhatWasDoneMeanwhileIsNotSaid() {
        wants("ratna", "baru", "ya");
        clock.setWib("2026-11-27T17:00");
        Complaint done = office.file(w, "Parkir liar", "Parkir liar.");
        Complaint open = office.file(w, "Sampah menumpuk", "Sampah.");
        for (String quiet : List.of("2026-11-27T17:05", "2026-11-28T10:00", "2026-11-29T10:00", "2026-11-30T07:29")) {
            clock.setWib(quiet);
            digest.send();
            assertThat(mails("ratna")).as(quiet).isEmpty();
        }
        office.decide(w, done, "bagus", 0, "DPUPR", "");
        clock.setWib("2026-11-30T07:30");
        digest.send();
        assertThat(mails("ratna")).hasSize(1);
        assertThat(mails("ratna").getFirst()).contains(open.publicNumber()).doesNotContain(done.publicNumber());
        assertThat(kinds(done)).doesNotContain("OFFICER_MAILED");
    }

    @Test
    void aConfidentialCaseIsANumberAloneAndWhoIsAccusedHearsNothing() {
        wants("ratna", "baru", "ya");
        wants("bagus", "baru", "ya");
        Complaint secret = office.file(w, "Pungutan", "Pungutan di loket.", Privacy.RAHASIA, "Bagus Setiawan");
        digest.send();
        assertThat(mails("bagus")).isEmpty();
        assertThat(mails("ratna").getFirst())
                .contains(secret.publicNumber() + ", rahasia")
                .doesNotContain("Penerangan jalan", "Periksa kelengkapan", "Bagus", "Pungutan");
    }

    @Test
    void whoTookItIsNotToldAndTheSubstituteOfAnAbsentOfficerIs() {
        wants("ratna", "baru", "ya");
        wants("bagus", "baru", "ya");
        wants("nina.dlh", "baru", "ya");
        Complaint c = office.file(w, "Trotoar rusak", "Trotoar rusak.");
        handlings.take(
                w.agency().id(),
                Office.id(w, "ratna"),
                c.id(),
                office.current(c).id(),
                1);
        digest.send();
        assertThat(mails("bagus")).as("a colleague has it").isEmpty();
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
        office.decide(w, c, "ratna", 0, "DPUPR", "");
        digest.send();
        assertThat(mails("nina.dlh").getFirst()).contains(c.publicNumber(), "3. Periksa disposisi");
    }

    @Test
    void wishesAreKeptAndAMailADayComesInTheMorning() {
        Http bagus = world.signedIn(w, "bagus");
        Http.Shown wrong = bagus.get("/akun").submit("form[action$=/akun]", "surel", "bukan alamat");
        assertThat(wrong.status).isEqualTo(422);
        assertThat(wrong.page().select("#surel").val()).isEqualTo("bukan alamat");
        wants("bagus", "harian", "ya");
        assertThat(bagus.get("/akun").page().select("input[name=harian][checked]"))
                .hasSize(1);
        office.file(w, "Satu", "Satu.");
        digest.send();
        clock.setWib("2026-11-23T14:00");
        office.file(w, "Dua", "Dua.");
        digest.send();
        assertThat(mails("bagus")).hasSize(1);
        clock.setWib("2026-11-24T07:30");
        digest.send();
        assertThat(mails("bagus")).hasSize(2);
        Http.Shown off = bagus.get("/akun").submit("form[action$=/akun]", "surel", "");
        assertThat(off.text()).contains("Akun Anda sudah disimpan.");
        clock.setWib("2026-11-25T07:30");
        office.file(w, "Tiga", "Tiga.");
        digest.send();
        assertThat(mails("bagus")).hasSize(2);
    }

    @Test
    void anAgencyThatDoesNotWantItSendsNone() {
        wants("ratna", "baru", "ya");
        agencies.set(w.agency().id(), Map.of("kabar_kerja_baru", "tidak"), null);
        office.file(w, "Lampu padam", "Lampu padam.");
        digest.send();
        assertThat(mails("ratna")).isEmpty();
    }

    @Test
    void twoSendersAtOnceMakeOneMail() throws Exception {
        wants("ratna", "baru", "ya");
        for (int i = 0; i < 5; i++) office.file(w, "Aduan " + i, "Isi " + i);
        List<Callable<Boolean>> twice = new ArrayList<>();
        for (int i = 0; i < 2; i++)
            twice.add(() -> {
                digest.send();
                return true;
            });
        try (var both = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> f : both.invokeAll(twice)) assertThat(f.get()).isTrue();
        }
        assertThat(mails("ratna")).hasSize(1);
        assertThat(mails("ratna").getFirst()).contains("5 baru");
    }

    /** The officer opens the own account page and says what to hear. */
    private void wants(String officer, String... fields) {
        List<String> all = new ArrayList<>(List.of("surel", officer + "@contoh.invalid"));
        all.addAll(List.of(fields));
        assertThat(world.signedIn(w, officer)
                        .get("/akun")
                        .submit("form[action$=/akun]", all.toArray(String[]::new))
                        .text())
                .contains("Akun Anda sudah disimpan.");
    }

    private List<String> mails(String officer) {
        return sql.sql("select params from outbox where agency_id = ? and recipient = ? order by id")
                .params(w.agency().id(), officer + "@contoh.invalid")
                .query((rs, i) -> rs.getString(1))
                .list();
    }

    private List<String> kinds(Complaint c) {
        return complaints.events(c).stream().map(Chain::kind).toList();
    }
}
