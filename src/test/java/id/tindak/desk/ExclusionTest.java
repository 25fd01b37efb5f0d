package id.tindak.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.complaint.Complaint;
import id.tindak.complaint.Privacy;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.CaseVerbs;
import id.tindak.handling.Decision;
import id.tindak.handling.Exclusions;
import id.tindak.handling.Handlings;
import id.tindak.handling.Outcome;
import id.tindak.handling.ReporterVerbs;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** An officer whom a complaint accuses meets it nowhere. */
@JourneyTest
@Import(Office.class)
class ExclusionTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Office office;

    @Autowired
    Handlings handlings;

    @Autowired
    Exclusions exclusions;

    @Autowired
    CaseVerbs verbs;

    @Autowired
    ReporterVerbs reporter;

    DemoWorld.Founded w;

    @BeforeEach
    void open() {
        clock.setWib("2026-11-23T09:31");
        w = office.open();
    }

    @Test
    void whomTheReporterNamesMeetsTheComplaintNowhere() {
        Complaint c = accusing("Bapak Bagus Setiawan, petugas loket");
        Http ratna = world.signedIn(w, "ratna");
        assertThat(ratna.get("/meja").text()).contains(c.publicNumber());
        assertThat(ratna.get("/aduan/" + c.publicNumber()).text())
                .contains("menjauhkan Bagus Setiawan dari aduan ini karena namanya disebut pelapor");
        meetsItNowhere(world.signedIn(w, "bagus"), c);
        assertThat(decides("bagus", c)).isInstanceOf(Outcome.Refused.class);
        long assignment = office.current(c).id();
        assertThat(handlings.take(c.agencyId(), Office.id(w, "bagus"), c.id(), assignment, 1))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(handlings.assign(c.agencyId(), Office.id(w, "ratna"), c.id(), assignment, 1, Office.id(w, "bagus")))
                .isEqualTo(new Outcome.Refused("kepada", "handling.notHolder"));
    }

    @Test
    void holderKeepsAColleagueAwayAndLetsHimInAgain() {
        Complaint c = accusing("petugas di loket, pagi hari");
        handlings.take(
                c.agencyId(), Office.id(w, "bagus"), c.id(), office.current(c).id(), 1);
        Http ratna = world.signedIn(w, "ratna");
        Http bagus = world.signedIn(w, "bagus");
        assertThat(bagus.get("/meja").text()).contains(c.publicNumber());

        Http.Shown without = exclude(ratna, c, "bagus", "");
        assertThat(without.status).isEqualTo(422);
        assertThat(exclude(ratna, c, "bagus", "Pelapor menyebut namanya lewat telepon.").status)
                .isEqualTo(200);
        meetsItNowhere(bagus, c);
        assertThat(office.current(c).officerId())
                .as("it is back in the role's queue")
                .isNull();
        assertThat(ratna.get("/aduan/" + c.publicNumber()).text()).contains("mengembalikan aduan ini ke antrean");

        ratna.get("/aduan/" + c.publicNumber())
                .submit("form[action$=/izinkan]", "petugas", id("bagus"), "alasan", "Ternyata orang lain.");
        assertThat(bagus.get("/meja").text()).contains(c.publicNumber());
        assertThat(ratna.get("/aduan/" + c.publicNumber()).text()).contains("mengizinkan Bagus Setiawan");
    }

    @Test
    void nobodyIsKeptAwayWhereThenNobodyCouldDoTheStep() {
        Complaint c = accusing("kepala dinas");
        office.decide(w, c, "ratna", 0, "PERKIM", "");
        Http admin = world.signedIn(w, "tono.perkim");
        Http.Shown refused = exclude(admin, c, "tono.perkim", "Saya sendiri yang diadukan.");
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.text()).contains("Hanya petugas itu yang memegang peran");
        exclude(admin, c, "lina.perkim", "Disebut dalam bukti.");
        assertThat(decides("tono.perkim", c)).isEqualTo(new Outcome.Refused("", "handling.onlyExcluded"));
    }

    @Test
    void whereAllHoldersAreNamedThatIsSaidAndNobodyIsKeptAwayInSilence() {
        Complaint c = accusing("Ratna Wulandari, Bagus Setiawan, Retno Palupi dan Yusuf Maulana");
        assertThat(world.signedIn(w, "ratna").get("/aduan/" + c.publicNumber()).text())
                .contains("tidak dapat menjauhkan Bagus Setiawan");
        assertThat(world.signedIn(w, "admin").get("/kelola/peristiwa").text())
                .contains("Aduan menyebut semua pemegang peran langkah pertama", c.publicNumber());
    }

    @Test
    void whereAllHoldersAreNamedThoseWhoExamineAbuseHaveIt() {
        Complaint c = accusing("Ratna Wulandari dan Bagus Setiawan");
        meetsItNowhere(world.signedIn(w, "ratna"), c);
        meetsItNowhere(world.signedIn(w, "bagus"), c);
        assertThat(world.signedIn(w, "inspektur").get("/meja").text()).contains(c.publicNumber());
    }

    @Test
    void whileTheReporterHasItNobodyMayEmptyTheStepThatGoesOnAfterwards() {
        Complaint c = accusing("petugas di loket");
        office.decide(w, c, "ratna", 1, null, "Mohon lengkapi.");
        Http ratna = world.signedIn(w, "ratna");
        assertThat(exclude(ratna, c, "bagus", "Disebut.").status).isEqualTo(200);
        assertThat(exclude(ratna, c, "ratna", "Saya juga.").status).isEqualTo(422);
    }

    @Test
    void whoHadTheCaseEarlierNeitherExcludesNorWritesToTheReporter() {
        Complaint c = office.file(w, "Lampu padam", "Tiang 117.");
        office.decide(w, c, "ratna", 0, "PERKIM", "");
        office.decide(w, c, "tono.perkim", 1, null, "Bukan kami.");
        long tono = Office.id(w, "tono.perkim");
        assertThat(exclusions.exclude(c.agencyId(), tono, c.id(), Office.id(w, "bagus"), "Mengada-ada."))
                .isEqualTo(new Outcome.Refused("", "handling.notYours"));
        assertThat(handlings.notice(c.agencyId(), tono, c.id(), "Halo."))
                .isEqualTo(new Outcome.Refused("", "handling.notYours"));
        assertThat(verbs.categorise(c.agencyId(), tono, c.id(), ""))
                .isEqualTo(new Outcome.Refused("", "handling.notYours"));
        assertThat(handlings.note(c.agencyId(), tono, c.id(), "Catatan.")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whoDidAStepOfAConfidentialCaseReadsItButDoesNothingToItWhereOthersHaveIt() {
        Complaint c = accusing("petugas di loket");
        office.decide(w, c, "ratna", 0, "PERKIM", "");
        long ratna = Office.id(w, "ratna");
        exclusions.exclude(c.agencyId(), Office.id(w, "tono.perkim"), c.id(), Office.id(w, "bagus"), "Disebut.");
        assertThat(world.signedIn(w, "ratna").get("/aduan/" + c.publicNumber()).status)
                .isEqualTo(200);
        assertThat(exclusions.admit(c.agencyId(), ratna, c.id(), Office.id(w, "bagus"), "Kawan saya."))
                .as("she sits at the desk of the whole agency, but the case is confidential and not hers")
                .isEqualTo(new Outcome.Refused("", "handling.notYours"));
        assertThat(handlings.notice(c.agencyId(), ratna, c.id(), "Halo."))
                .isEqualTo(new Outcome.Refused("", "handling.notYours"));
    }

    @Test
    void whenACaseHasEndedOnlyWhoHadItLastActsOnItStill() {
        Complaint c = office.file(w, "Lampu padam", "Tiang 117.");
        office.decide(w, c, "ratna", 0, "PERKIM", "");
        for (String officer : List.of("tono.perkim", "lina.perkim", "agus.perkim", "lina.perkim", "tono.perkim"))
            office.decide(w, c, officer, 0, null, "Sudah diganti.");
        assertThat(handlings.notice(c.agencyId(), Office.id(w, "agus.perkim"), c.id(), "Saya yang memperbaiki."))
                .isEqualTo(new Outcome.Refused("", "handling.notYours"));
        assertThat(handlings.notice(c.agencyId(), Office.id(w, "tono.perkim"), c.id(), "Lampu cadangan dikirim."))
                .isInstanceOf(Outcome.Done.class);
        assertThat(handlings.notice(c.agencyId(), Office.id(w, "ratna"), c.id(), "Terima kasih."))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whoGivesNoIdentityIsHeardInConfidenceAllTheSame() {
        Complaint c =
                office.file(w, "Pungutan liar di loket", "Diminta uang.", Privacy.TANPA_IDENTITAS, "Bagus Setiawan");
        assertThat(c.confidential()).isTrue();
        meetsItNowhere(world.signedIn(w, "bagus"), c);
        Http ratna = world.signedIn(w, "ratna");
        assertThat(ratna.get("/aduan/" + c.publicNumber()).text()).contains("Pelapor tidak menyebutkan identitas.");
        assertThat(world.signedIn(w, "auditor").get("/audit").text()).doesNotContain(c.publicNumber(), c.title());
        office.decide(w, c, "ratna", 1, null, "Mohon lengkapi.");
        assertThat(ratna.get("/meja-depan/aduan/" + c.publicNumber())
                        .submit("form[action$=/kode]", "dokumen", "KTP", "nama", "Siapa saja", "catatan", "Kenal.")
                        .text())
                .contains("tidak ada yang dapat dicocokkan");
    }

    @Test
    void anAuditorWhomACaseAccusesDoesNotFindItInTheList() {
        Complaint c = office.file(w, "Lampu padam", "Tiang 117.");
        exclusions.exclude(c.agencyId(), Office.id(w, "ratna"), c.id(), Office.id(w, "auditor"), "Disebut.");
        assertThat(world.signedIn(w, "auditor").get("/audit").text()).doesNotContain(c.publicNumber());
    }

    @Test
    void anAdministratorDoesNotEraseTheCaseThatAccusesHim() {
        Complaint c = accusing("Hadi Pranoto");
        reporter.withdraw(c.agencyId(), c.id(), "Takut.");
        Http.Shown refused = world.signedIn(w, "admin")
                .get("/kelola/hapus-data")
                .submit(
                        "form[action$=/hapus-data]",
                        "nomor",
                        c.publicNumber(),
                        "ulangi",
                        c.publicNumber(),
                        "alasan",
                        "Permintaan pelapor.");
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.text()).doesNotContain(c.title());
        assertThat(office.now(c).complaint().title()).isEqualTo(c.title());
    }

    @Test
    void aCaseThatIsReopenedGoesToWhomItDoesNotAccuse() {
        Complaint c = accusing("kepala bidang");
        office.decide(w, c, "ratna", 0, "PERKIM", "");
        for (String officer : List.of("tono.perkim", "lina.perkim", "agus.perkim", "lina.perkim", "tono.perkim"))
            office.decide(w, c, officer, 0, null, "Sudah diperiksa.");
        assertThat(exclude(world.signedIn(w, "tono.perkim"), c, "lina.perkim", "Disebut dalam bukti.").status)
                .isEqualTo(200);
        assertThat(reporter.write(
                        c.agencyId(),
                        c.id(),
                        "Masih diminta uang.",
                        new ReporterVerbs.Supplied(null, null, null, null),
                        List.of()))
                .isInstanceOf(Outcome.Done.class);
        assertThat(office.current(c).step()).as("not 6, which is hers alone").isEqualTo("5");
    }

    @Test
    void aDraftForAStepOfACaseThatOneMayNotSeeIsNotKept() {
        Complaint secret = accusing("petugas di loket");
        Complaint open = office.file(w, "Lampu padam", "Tiang 117.");
        office.decide(w, open, "ratna", 0, "PERKIM", "");
        Http tono = world.signedIn(w, "tono.perkim");
        String id = Long.toString(office.current(secret).id());
        Http.Shown shown = tono.get("/aduan/" + open.publicNumber());
        for (String action : List.of("kirim", "draf"))
            assertThat(shown.submit("form[action$=/langkah]", "penugasan", id, "teks", "x", "aksi", action).status)
                    .isEqualTo(404);
        assertThat(tono.get("/meja/draf").text()).doesNotContain(secret.publicNumber(), secret.title());
    }

    @Test
    void anExcludedOfficersOldDraftsAreNeitherCountedNorThrownAway() {
        Complaint c = accusing("petugas di loket");
        Http bagus = world.signedIn(w, "bagus");
        Http.Shown shown = bagus.get("/aduan/" + c.publicNumber());
        shown.submit("form[action$=/langkah]", "teks", "Baru separuh.", "aksi", "draf");
        assertThat(bagus.get("/meja/draf").text()).contains(c.publicNumber(), "Aduan rahasia");
        assertThat(bagus.get("/meja").page().select("a[href$=/meja/draf]").text())
                .contains("1");
        exclude(world.signedIn(w, "ratna"), c, "bagus", "Disebut dalam bukti.");
        assertThat(bagus.get("/meja").page().select("a[href$=/meja/draf]").text())
                .doesNotContain("1");
        String token =
                bagus.get("/meja/cari?cari=x").page().select("input[name=_t]").val();
        assertThat(bagus.post(
                                "/aduan/" + c.publicNumber() + "/buang-draf",
                                Map.of("_t", List.of(token), "penugasan", List.of("1")))
                        .status)
                .isEqualTo(404);
    }

    @Test
    void aTitleOfStopWordsOpensAndASecondClickIsNoConflict() {
        Complaint c = office.file(w, "Bagaimana ini?", "Tiang 117.");
        Http ratna = world.signedIn(w, "ratna");
        Http.Shown shown = ratna.get("/aduan/" + c.publicNumber());
        assertThat(shown.status).isEqualTo(200);
        assertThat(ratna.get("/aduan/" + c.publicNumber() + "/cetak").status).isEqualTo(200);
        String form = "form[action$=/langkah]:has(input[name=cabang][value=1])";
        for (int click = 0; click < 2; click++) {
            Http.Shown after = shown.submit(form, "teks", "Mohon lengkapi.", "aksi", "kirim");
            assertThat(after.status).isEqualTo(200);
            assertThat(after.text()).doesNotContain("Belum terkirim");
        }
        assertThat(office.now(c).assignments()).hasSize(2);
    }

    private void meetsItNowhere(Http officer, Complaint c) {
        assertThat(officer.get("/meja").text()).doesNotContain(c.publicNumber(), c.title());
        assertThat(officer.get("/aduan/" + c.publicNumber()).status).isEqualTo(404);
        assertThat(officer.get("/aduan/" + c.publicNumber() + "/cetak").status).isEqualTo(404);
        assertThat(officer.get("/meja/cari?cari=" + c.publicNumber()).text()).doesNotContain(c.title());
        assertThat(officer.get("/meja/cari?cari=pungutan").text()).doesNotContain(c.publicNumber());
        assertThat(officer.get("/meja/draf").text()).doesNotContain(c.publicNumber());
    }

    private Http.Shown exclude(Http by, Complaint c, String whom, String reason) {
        return by.get("/aduan/" + c.publicNumber())
                .submit("form[action$=/kecualikan]", "petugas", id(whom), "alasan", reason);
    }

    private Outcome decides(String officer, Complaint c) {
        var a = office.current(c);
        return handlings.decide(
                c.agencyId(),
                Office.id(w, officer),
                new Decision(c.id(), a.id(), a.version(), 0, w.units().get("PERKIM"), "", List.of()));
    }

    private Complaint accusing(String whom) {
        return office.file(w, "Pungutan liar di loket", "Diminta uang.", Privacy.RAHASIA, whom);
    }

    private String id(String officer) {
        return Long.toString(Office.id(w, officer));
    }
}
