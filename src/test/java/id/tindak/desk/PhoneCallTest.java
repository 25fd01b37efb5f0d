package id.tindak.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.account.ReporterCode;
import id.tindak.base.Chain;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Erasures;
import id.tindak.complaint.Privacy;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.Unreached;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Telephone calls about a case: what the conversation keeps of them, what they do to the case, and what the reporter sees. */
@JourneyTest
@Import(Office.class)
class PhoneCallTest {

    private static final String FORM = "form[action$=/telepon]";

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Office office;

    @Autowired
    Complaints complaints;

    @Autowired
    Erasures erasures;

    @Autowired
    Unreached unreached;

    @Autowired
    ReporterCode codes;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;
    Complaint c;

    @BeforeEach
    void open() {
        clock.setWib("2026-11-23T09:31");
        w = office.open();
        c = office.file(w, "Lampu jalan padam di tikungan", "Tiang nomor 117 dan 118 padam sejak Jumat.");
        clock.setWib("2026-11-23T10:20");
    }

    @Test
    void aCallStandsInTheConversationAndTheReporterSeesOnlyThatThereWasOne() {
        Http.Shown form = show("ratna");
        assertThat(form.page().select("#telepon-waktu").val())
                .as("now, at first")
                .isEqualTo("2026-11-23T10:20");
        Http.Shown done = form.submit(
                FORM, "arah", "MASUK", "waktu", "2026-11-23T10:05", "isi", "Menanyakan kapan lampunya diganti.");
        assertThat(done.text())
                .contains("Telepon dicatat pada " + c.publicNumber())
                .contains("Anda mencatat telepon masuk, 10.05", "Menanyakan kapan lampunya diganti.");
        assertThat(conversation(done)).last().asString().contains("Telepon", "Internal");
        assertThat(event().facts()).containsEntry("direction", "MASUK").containsEntry("held", "2026-11-23T03:05:00Z");
        assertThat(event().line()).as("codes and times only").doesNotContain("lampu");
        assertThat(office.chainFaults(c)).isEmpty();
        assertThat(office.current(c).step()).as("nothing moves").isEqualTo("2");
        assertThat(world.signedIn(w, "ratna").get("/meja/cari?cari=kapan+diganti").url)
                .as("found by what was said")
                .contains("cari");
        assertThat(world.signedIn(w, "ratna").get("/meja/cari?cari=menanyakan").text())
                .contains(c.publicNumber());
        assertThat(world.signedIn(w, "ratna")
                        .get("/aduan/" + c.publicNumber() + "/cetak")
                        .text())
                .contains("mencatat telepon masuk, 10.05", "Menanyakan kapan lampunya diganti.");
        assertThat(tracked().text()).contains("menerima telepon Anda, 10.05").doesNotContain("Menanyakan kapan");
        assertThat(sql.sql("select count(*) from outbox where agency_id = ? and template = 'notice'")
                        .param(c.agencyId())
                        .query(Integer.class)
                        .single())
                .as("nobody is sent anything")
                .isZero();
    }

    @Test
    void aCallThatNobodyAnsweredNeedsNoWordsAndOneSecondClickIsOneCall() {
        Http.Shown form = show("ratna");
        for (String at : List.of("10:00", "10:00", "10:15"))
            form.submit(FORM, "arah", "TIDAK_TERSAMBUNG", "waktu", "2026-11-23T" + at);
        assertThat(calls()).hasSize(2);
        assertThat(show("ratna").text())
                .contains("mencatat telepon yang tidak tersambung, 10.00")
                .contains("mencatat telepon yang tidak tersambung, 10.15")
                .doesNotContain("dihapus");
        assertThat(tracked().text()).contains("menelepon Anda, tidak tersambung, 10.00");
    }

    @Test
    void whoSpokeForTheReporterIsNamedToTheOfficeAlone() {
        show("ratna").submit(FORM, "arah", "KELUAR", "dengan", "Pak Darmo, suaminya", "isi", "Menunggu di rumah.");
        assertThat(show("bagus").text())
                .contains("Ratna Wulandari mencatat telepon keluar, 10.20")
                .contains("Telepon dengan Pak Darmo, suaminya");
        assertThat(tracked().text())
                .contains("menelepon tentang aduan ini, 10.20")
                .doesNotContain("Darmo");
        assertThat(event().line()).doesNotContain("Darmo");
    }

    @Test
    void whatTheReporterTellsCompletesTheCaseThatWaitsForIt() {
        Complaint waiting = noAddress();
        office.decide(w, waiting, "ratna", 1, null, "Mohon lengkapi alamat Anda.");
        assertThat(office.now(waiting).waitsForReporter()).isTrue();
        c = waiting;
        Http.Shown noted = show("ratna").submit(FORM, "arah", "KELUAR", "isi", "Akan dikirim besok.");
        assertThat(noted.status).isEqualTo(200);
        assertThat(office.now(c).waitsForReporter())
                .as("a note completes nothing")
                .isTrue();
        Http.Shown form = show("ratna");
        Http.Shown other = form.submit(
                FORM, "arah", "MASUK", "dengan", "Tetangganya", "isi", "Alamatnya di Jalan Mawar.", "keterangan", "ya");
        assertThat(other.status).isEqualTo(422);
        assertThat(other.text()).contains("Hanya kata pelapor sendiri");
        assertThat(office.now(c).waitsForReporter())
                .as("what a neighbour says is not the reporter's")
                .isTrue();
        assertThat(form.page().select(FORM + " input[name=alamat]")).hasSize(1);
        assertThat(form.page().select(FORM + " input[name=nama]"))
                .as("is known")
                .isEmpty();
        Http.Shown done = form.submit(
                FORM,
                "arah",
                "MASUK",
                "isi",
                "Alamatnya di Jalan Melati, RT 02.",
                "alamat",
                "Jalan Melati RT 02",
                "nama",
                "Orang Lain",
                "keterangan",
                "ya");
        assertThat(done.status).as(done.text()).isEqualTo(200);
        assertThat(office.now(c).waitsForReporter()).isFalse();
        assertThat(office.current(c).step()).isEqualTo("2");
        assertThat(complaints.known(now()).reporter().address()).isEqualTo("Jalan Melati RT 02");
        assertThat(complaints.known(now()).reporter().name())
                .as("never replaced")
                .isEqualTo("Siti Aminah");
        assertThat(conversation(done))
                .anySatisfy(said -> assertThat(said)
                        .contains("melengkapi aduan; waktu berjalan lagi", "Telepon", "Alamatnya di Jalan Melati"))
                .anySatisfy(said -> assertThat(said).startsWith("Anda mencatat telepon masuk, 10.20"));
        assertThat(tracked().text())
                .contains("Alamatnya di Jalan Melati, RT 02.", "menerima telepon Anda")
                .doesNotContain("Akan dikirim besok");
        assertThat(office.chainFaults(c)).isEmpty();
        form.submit(FORM, "arah", "MASUK", "isi", "Alamatnya di Jalan Melati, RT 02.", "keterangan", "ya");
        assertThat(calls()).as("the second click").hasSize(2);
    }

    @Test
    void aReactionByTelephoneReopensTheCaseInTime() {
        answer();
        assertThat(office.now(c).handling().open()).isFalse();
        show("dewi.dpupr").submit(FORM, "arah", "MASUK", "isi", "Satu tiang masih padam.", "keterangan", "ya");
        assertThat(office.now(c).handling().open()).isTrue();
        assertThat(tracked().text()).contains("Satu tiang masih padam.");
    }

    @Test
    void aReporterWhoWasReachedNeedNotBeChasedAnyMore() {
        transaction.executeWithoutResult(s -> unreached.note(c.agencyId(), c.id(), "email", false));
        assertThat(toKnow("ratna")).contains("Kabar kepada pelapor tidak sampai");
        show("ratna").submit(FORM, "arah", "TIDAK_TERSAMBUNG");
        show("ratna").submit(FORM, "arah", "KELUAR", "dengan", "Tetangganya", "isi", "Akan menyampaikan.");
        assertThat(toKnow("ratna")).as("he himself was not reached").contains("Kabar kepada pelapor tidak sampai");
        show("ratna").submit(FORM, "arah", "KELUAR", "isi", "Sudah saya sampaikan.");
        assertThat(toKnow("ratna")).doesNotContain("Kabar kepada pelapor tidak sampai");
        assertThat(show("ratna").text()).contains("kabar yang tidak sampai tidak perlu dikejar lagi");
    }

    @Test
    void whatCannotBeACallIsSaidAtItsField() {
        Map<List<String>, String> wrong = Map.of(
                List.of("arah", "", "isi", "Halo."), "Pilih siapa yang menelepon.",
                List.of("arah", "LAIN", "isi", "Halo."), "Pilih siapa yang menelepon.",
                List.of("arah", "MASUK", "isi", " "), "Tulis apa yang dibicarakan.",
                List.of("arah", "KELUAR", "isi", "x".repeat(50_000)), "50000",
                List.of("arah", "MASUK", "isi", "Halo.", "waktu", "2026-11-23T10:21"), "Waktu telepon masih di depan",
                List.of("arah", "MASUK", "isi", "Halo.", "waktu", "2026-11-23T09:30"), "lebih awal daripada aduan",
                List.of("arah", "MASUK", "isi", "Halo.", "waktu", "kemarin"), "tanggal",
                List.of("arah", "MASUK", "isi", "Halo.", "dengan", "x".repeat(50_000)), "50000");
        Http.Shown form = show("ratna");
        wrong.forEach((fields, sentence) -> {
            Http.Shown refused = form.submit(FORM, fields.toArray(String[]::new));
            assertThat(refused.status).as(sentence).isEqualTo(422);
            assertThat(refused.page().select("[role=alert]").text().replace(".", ""))
                    .contains(sentence.replace(".", ""));
            assertThat(refused.page().select("details:has(" + FORM + ")[open]")).hasSize(1);
        });
        assertThat(form.submit(FORM, "arah", "MASUK", "isi", "Halo.", "waktu", "2026-11-23T09:31").status)
                .as("in the minute in which it came")
                .isEqualTo(200);
        assertThat(calls()).hasSize(1);
    }

    @Test
    void onAClosedCaseACallIsKeptAndChangesNothing() {
        answer();
        Http.Shown form = show("dewi.dpupr");
        sql.sql("update complaint set closed_at = now() where agency_id = ? and id = ?")
                .params(c.agencyId(), c.id())
                .update();
        assertThat(show("ratna").page().select(FORM + " input[name=keterangan]"))
                .isEmpty();
        Http.Shown refused = form.submit(FORM, "arah", "MASUK", "isi", "Padam lagi.", "keterangan", "ya");
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.text()).contains("Aduan ini sudah ditutup");
        assertThat(form.submit(FORM, "arah", "MASUK", "isi", "Padam lagi.").status)
                .isEqualTo(200);
        assertThat(office.now(c).handling().open()).isFalse();
    }

    @Test
    void onlyWhoMayWriteToTheReporterWritesDownACall() {
        Http.Shown form = show("ratna");
        office.decide(w, c, "ratna", 0, "DPUPR", "");
        office.decide(w, c, "dewi.dpupr", 0, null, "");
        Map<String, List<String>> call = form.values(FORM, "arah", "MASUK", "isi", "Halo.");
        Http dewi = world.signedIn(w, "dewi.dpupr");
        Http.Shown seen = dewi.get("/aduan/" + c.publicNumber());
        assertThat(seen.page().select(FORM))
                .as("sees the case, holds it no longer")
                .isEmpty();
        call.put("_t", List.of(seen.page().select("input[name=_t]").first().val()));
        assertThat(dewi.post("/aduan/" + c.publicNumber() + "/telepon", call).status)
                .isEqualTo(422);
        Http budi = world.signedIn(w, "rudi.dishub");
        call.put(
                "_t",
                List.of(budi.get("/meja")
                        .page()
                        .select("input[name=_t]")
                        .first()
                        .val()));
        assertThat(budi.post("/aduan/" + c.publicNumber() + "/telepon", call).status)
                .as("has never seen it")
                .isEqualTo(404);
        assertThat(world.signedIn(w, "auditor")
                        .get("/aduan/" + c.publicNumber())
                        .page()
                        .select(FORM))
                .isEmpty();
        assertThat(calls()).isEmpty();
    }

    @Test
    void whoIsErasedIsErasedFromTheCallsToo() {
        show("ratna").submit(FORM, "arah", "KELUAR", "dengan", "Pak Darmo", "isi", "Menunggu di rumah.");
        sql.sql("update complaint set closed_at = now() where agency_id = ? and id = ?")
                .params(c.agencyId(), c.id())
                .update();
        assertThat(erasures.erase(c.agencyId(), Office.id(w, "admin"), c.id(), "Permintaan pelapor."))
                .isNull();
        assertThat(show("ratna").text())
                .contains("mencatat telepon keluar, 10.20")
                .doesNotContain("Darmo", "Menunggu di rumah");
        assertThat(sql.sql("select spoke_with from phone_call where agency_id = ?")
                        .param(c.agencyId())
                        .query(String.class)
                        .list())
                .containsExactly("");
        assertThat(office.chainFaults(c)).isEmpty();
    }

    private Complaint noAddress() {
        Complaint filed = office.file(w, "Bantuan belum cair", "Bantuan bulan lalu belum cair.", Privacy.TERBUKA);
        sql.sql("update reporter set address = null where agency_id = ? and complaint_id = ?")
                .params(filed.agencyId(), filed.id())
                .update();
        return filed;
    }

    private void answer() {
        office.decide(w, c, "ratna", 0, "DPUPR", "");
        office.decide(w, c, "dewi.dpupr", 0, null, "");
        office.decide(w, c, "joko.dpupr", 0, null, "");
        office.decide(w, c, "sri.dpupr", 0, null, "Diganti.");
        office.decide(w, c, "joko.dpupr", 0, null, "");
        office.decide(w, c, "dewi.dpupr", 0, null, "Kedua lampu sudah diganti.");
    }

    private Complaint now() {
        return complaints.byId(c.agencyId(), c.id()).orElseThrow();
    }

    private List<Chain> calls() {
        return new ArrayList<>(complaints.events(now()).stream()
                .filter(e -> e.kind().equals("PHONE_CALL"))
                .toList());
    }

    private Chain event() {
        return calls().getLast();
    }

    private String toKnow(String officer) {
        return world.signedIn(w, officer).get("/untuk-diketahui").text();
    }

    private static List<String> conversation(Http.Shown page) {
        return page.page().select(".utas > li").eachText();
    }

    private Http.Shown show(String officer) {
        return world.signedIn(w, officer).get("/aduan/" + c.publicNumber());
    }

    private Http.Shown tracked() {
        return world.browser(w)
                .get("/lacak")
                .submit(
                        "form[action$=/lacak]",
                        "nomor",
                        c.publicNumber(),
                        "kode",
                        codes.of(c.agencyId(), c.id(), now().codeRotation()));
    }
}
