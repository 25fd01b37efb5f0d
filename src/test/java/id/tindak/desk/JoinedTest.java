package id.tindak.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.account.ReporterCode;
import id.tindak.base.StatementCount;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Privacy;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.CaseClock;
import id.tindak.handling.CaseVerbs;
import id.tindak.handling.Exclusions;
import id.tindak.handling.Outcome;
import id.tindak.handling.Oversight;
import id.tindak.handling.ReporterVerbs;
import id.tindak.journey.Http;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import id.tindak.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many complaints about one matter: one answer, and yet each its own reporter, number and clocks. */
@JourneyTest
@Import(Office.class)
class JoinedTest {

    private static final List<String> PERKIM =
            List.of("tono.perkim", "lina.perkim", "agus.perkim", "lina.perkim", "tono.perkim");

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Office office;

    @Autowired
    CaseVerbs verbs;

    @Autowired
    ReporterVerbs reporter;

    @Autowired
    Oversight oversight;

    @Autowired
    Exclusions exclusions;

    @Autowired
    ReporterCode codes;

    @Autowired
    JdbcClient sql;

    DemoWorld.Founded w;

    @BeforeEach
    void open() {
        clock.setWib("2026-11-23T09:31");
        w = office.open();
    }

    @Test
    void twoHundredReportersOfOneBlackoutEachReadTheAnswerUnderTheirOwnNumber() {
        Complaint head = office.file(w, "Listrik padam se-kecamatan", "Padam sejak subuh.");
        List<Complaint> joined = new ArrayList<>();
        for (int i = 0; i < 200; i++) joined.add(join(head, "Padam juga di RT " + i));
        office.decide(w, head, "ratna", 0, "PERKIM", "");
        for (String officer : PERKIM.subList(0, 4)) office.decide(w, head, officer, 0, null, "Diperiksa.");
        assertThat(office.now(joined.getFirst()).clocks())
                .as("the reporter is owed an answer all the same")
                .anyMatch(c -> c.stoppedAt() == null && !c.kind().equals(CaseClock.PROMISE));

        List<String> statements = StatementCount.during(
                () -> office.decide(w, head, "tono.perkim", 0, null, "Gardu diganti, listrik menyala pukul 9."));
        assertThat(statements)
                .as("one answer to two hundred is a handful of statements:\n%s", String.join("\n", statements))
                .hasSizeLessThanOrEqualTo(22);

        for (Complaint c : List.of(joined.getFirst(), joined.get(99), joined.getLast())) {
            Http.Shown tracked = tracked(c);
            assertThat(tracked.text())
                    .contains(c.publicNumber(), "Gardu diganti, listrik menyala pukul 9.", "Sudah dijawab");
            assertThat(office.now(c).clocks()).allMatch(k -> k.stoppedAt() != null);
        }
        assertThat(sql.sql("select count(*) from message where agency_id = ? and kind = ?")
                        .params(w.agency().id(), Message.Kind.ANSWER.name())
                        .query(Integer.class)
                        .single())
                .isEqualTo(201);
        assertThat(sql.sql("select count(*) from outbox where agency_id = ? and template = 'answered'")
                        .params(w.agency().id())
                        .query(Integer.class)
                        .single())
                .as("each on the own channel")
                .isEqualTo(201);
        chainsHold();
    }

    @Test
    void whatIsOpenToOthersIsNotJoinedWithWhatIsConfidential() {
        Complaint open = office.file(w, "Loket lambat", "Tiga jam menunggu.");
        Complaint secret = office.file(w, "Pungutan di loket", "Diminta uang.", Privacy.RAHASIA, "Bagus Setiawan");
        for (List<Complaint> pair : List.of(List.of(open, secret), List.of(secret, open)))
            assertThat(tryJoin(pair.getFirst(), pair.getLast()))
                    .isEqualTo(new Outcome.Refused("nomor", "handling.targetSecrecy"));
        Complaint other = office.file(w, "Pungutan lagi", "Diminta uang juga.", Privacy.RAHASIA, "petugas loket");
        assertThat(tryJoin(other, secret))
                .as("Bagus would answer the one that does not name him")
                .isEqualTo(new Outcome.Refused("nomor", "handling.targetSecrecy"));
    }

    @Test
    void whatBecomesConfidentialTakesTheOthersAlong() {
        Complaint head = office.file(w, "Loket lambat", "Tiga jam menunggu.");
        Complaint other = join(head, "Loket lambat juga");
        long ratna = Office.id(w, "ratna");
        assertThat(oversight.allege(
                        head.agencyId(),
                        ratna,
                        head.id(),
                        "inspektorat",
                        Set.of(Office.id(w, "bagus")),
                        "Ternyata minta uang."))
                .isInstanceOf(Outcome.Done.class);
        assertThat(office.now(other).complaint().confidential()).isTrue();
        assertThat(office.now(other).excluded()).containsExactly(Office.id(w, "bagus"));
        Http bagus = world.signedIn(w, "bagus");
        assertThat(bagus.get("/aduan/" + other.publicNumber()).status).isEqualTo(404);
        assertThat(bagus.get("/meja/cari?cari=loket").text()).doesNotContain(other.title());
        assertThat(exclusions.exclude(head.agencyId(), ratna, other.id(), Office.id(w, "tono.perkim"), "Ikut."))
                .as("done on the head, where it holds for all")
                .isInstanceOf(Outcome.Refused.class);
        chainsHold();
    }

    @Test
    void whoIsNotContentGoesTheOwnWayAgain() {
        Complaint head = office.file(w, "Lampu padam", "Tiang 117.");
        Complaint other = join(head, "Lampu padam juga");
        answer(head);
        Outcome outcome = reporter.write(
                other.agencyId(),
                other.id(),
                "Di tempat saya masih padam.",
                new ReporterVerbs.Supplied(null, null, null, null),
                List.of());
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(office.now(other).handling().open()).isTrue();
        assertThat(office.now(other).complaint().joinedTo()).isNull();
        assertThat(office.now(head).handling().open()).isFalse();
    }

    @Test
    void aSeparatedCaseIsNoLongerToldWhatTheOtherCameTo() {
        Complaint head = office.file(w, "Lampu padam", "Tiang 117.");
        Complaint other = join(head, "Lampu padam juga");
        verbs.separate(other.agencyId(), Office.id(w, "ratna"), other.id(), "Ternyata tiang lain.");
        answer(head);
        assertThat(tracked(other).text()).contains("Sedang ditangani").doesNotContain("Sudah diganti.");
        assertThat(office.now(other).clocks()).anyMatch(c -> c.stoppedAt() == null);
    }

    @Test
    void whereTheFirstReporterWithdrawsTheNextOneGoesOn() {
        Complaint head = office.file(w, "Lampu padam", "Tiang 117.");
        Complaint second = join(head, "Lampu padam juga");
        Complaint third = join(head, "Padam semua");
        assertThat(reporter.withdraw(head.agencyId(), head.id(), "Sudah menyala di tempat saya."))
                .isInstanceOf(Outcome.Done.class);
        assertThat(office.now(second).handling().open()).isTrue();
        assertThat(office.now(third).complaint().joinedTo()).isEqualTo(second.id());
        answer(second);
        assertThat(tracked(third).text()).contains("Sudah diganti.");
        chainsHold();
    }

    /** Every head stands on its last link. */
    private void chainsHold() {
        assertThat(sql.sql("""
                        select count(*) from complaint c where c.agency_id = ? and not exists (select from complaint_event e
                            where e.agency_id = c.agency_id and e.complaint_id = c.id and e.seq = c.chain_count and e.hash = c.chain_head)
                        """).param(w.agency().id()).query(Integer.class).single())
                .isZero();
    }

    private void answer(Complaint c) {
        office.decide(w, c, "ratna", 0, "PERKIM", "");
        for (String officer : PERKIM) office.decide(w, c, officer, 0, null, "Sudah diganti.");
    }

    private Complaint join(Complaint head, String title) {
        Complaint c = office.file(w, title, "Sama dengan yang lain.");
        assertThat(tryJoin(c, head)).isInstanceOf(Outcome.Done.class);
        return c;
    }

    private Outcome tryJoin(Complaint c, Complaint head) {
        return verbs.join(c.agencyId(), Office.id(w, "ratna"), c.id(), head.publicNumber(), "Hal yang sama.");
    }

    private Http.Shown tracked(Complaint c) {
        return world.browser(w)
                .get("/lacak")
                .submit(
                        "form[action$=/lacak]",
                        "nomor",
                        c.publicNumber(),
                        "kode",
                        codes.of(c.agencyId(), c.id(), c.codeRotation()));
    }
}
