package id.tindak.journey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.base.Chain;
import id.tindak.base.StatementCount;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Reporter;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.Assignment;
import id.tindak.handling.Case;
import id.tindak.handling.CaseClock;
import id.tindak.handling.CaseFiles;
import id.tindak.handling.Decision;
import id.tindak.handling.Handlings;
import id.tindak.handling.Outcome;
import id.tindak.handling.ReporterVerbs;
import id.tindak.intake.Intake;
import id.tindak.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine runs Cilacap's SOP: who holds it, how long, what returns do to the clocks. */
@JourneyTest
class CilacapEngineTest {

    @Autowired
    TestWorld world;

    @Autowired
    SettableClock clock;

    @Autowired
    Intake intake;

    @Autowired
    Handlings handlings;

    @Autowired
    ReporterVerbs reporter;

    @Autowired
    CaseFiles files;

    @Autowired
    Complaints complaints;

    DemoWorld.Founded w;

    @BeforeEach
    void found() {
        clock.set(SettableClock.START);
        w = world.agency();
    }

    @Test
    void theStepGoesOnWithWhatItHadLeftAfterTheReporterCompletedTheFile() {
        clock.setWib("2026-11-23T09:00");
        Complaint c = file();
        clock.setWib("2026-11-23T09:06");
        decide(c, "ratna", 1, null, "Alamat belum ada.");
        assertThat(now(c).waitsForReporter()).isTrue();
        clock.setWib("2026-11-24T10:00");
        reporter.write(
                agency(),
                c.id(),
                "Ini alamat saya.",
                new ReporterVerbs.Supplied(null, "Jalan Melati 1", null, null),
                List.of());
        Case k = now(c);
        Assignment a = k.current().orElseThrow();
        assertThat(a.step()).isEqualTo("2");
        assertThat(a.officerId()).isEqualTo(w.officers().get("ratna"));
        assertThat(k.remaining(a, clock.instant())).isEqualTo(Duration.ofMinutes(9));
        assertThat(k.used(a, clock.instant())).isEqualTo(Duration.ofMinutes(6));
        assertThat(promise(k)).isEqualTo(Duration.ofMinutes(129));
        assertThat(k.reporter().address()).isEqualTo("Jalan Melati 1");
    }

    @Test
    void aColleaguesReturnStartsTheStepAnewWhileThePromiseRunsOn() {
        clock.setWib("2026-11-23T09:00");
        Complaint c = file();
        decide(c, "ratna", 0, "DISHUB", "");
        clock.setWib("2026-11-23T09:24");
        decide(c, "rudi.dishub", 1, null, "Bukan kewenangan kami.");
        Case k = now(c);
        Assignment back = k.current().orElseThrow();
        assertThat(back.step()).isEqualTo("2");
        assertThat(back.reason()).isEqualTo(Assignment.Reason.RETURN);
        assertThat(back.officerId()).isEqualTo(w.officers().get("ratna"));
        assertThat(k.remaining(back, clock.instant())).isEqualTo(Duration.ofMinutes(15));
        assertThat(promise(k)).isEqualTo(Duration.ofMinutes(111));
        assertThat(k.complaint().returns()).isEqualTo(1);
    }

    @Test
    void afterThreeReturnsTheCoordinatorDecides() {
        clock.setWib("2026-11-23T09:00");
        Complaint c = file();
        decide(c, "ratna", 0, "PERKIM", "");
        decide(c, "tono.perkim", 0, null, "");
        for (int returns = 0; returns < 3; returns++) {
            sendBack(c, "lina.perkim", "3", "Belum jelas unitnya.");
            assertThat(now(c).current().orElseThrow().step()).isEqualTo("3");
            decide(c, "tono.perkim", 0, null, "");
        }
        sendBack(c, "lina.perkim", "3", "Masih belum jelas.");
        Assignment coordinator = now(c).current().orElseThrow();
        assertThat(coordinator.step()).isEqualTo("2");
        assertThat(coordinator.officerId()).isEqualTo(w.officers().get("ratna"));
    }

    private void sendBack(Complaint c, String officer, String toStep, String reason) {
        Assignment a = now(c).current().orElseThrow();
        assertThat(handlings.sendBack(
                        agency(),
                        Objects.requireNonNull(w.officers().get(officer)),
                        c.id(),
                        a.id(),
                        a.version(),
                        toStep,
                        reason))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void lunchAndTheWeekendDoNotCount() {
        clock.setWib("2026-11-27T16:10"); // Friday, 20 minutes before the end
        Complaint c = file();
        decide(c, "ratna", 0, "DPUPR", "");
        clock.setWib("2026-11-30T07:35"); // Monday
        Case k = now(c);
        assertThat(k.remaining(k.current().orElseThrow(), clock.instant())).isEqualTo(Duration.ofMinutes(-10));
        assertThat(promise(k)).isEqualTo(Duration.ofMinutes(110));
    }

    @Test
    void theAnswerEndsTheRunAndAReactionInTimeOpensARound() {
        Complaint c = walkToAnswer();
        Case k = now(c);
        assertThat(k.handling().outcome()).isEqualTo("SELESAI");
        assertThat(k.open()).isEmpty();
        assertThat(k.promise().orElseThrow().stoppedAt()).isNotNull();
        assertThat(files.forReporter(known(c)).messages())
                .extracting(Message::kind)
                .contains(Message.Kind.ANSWER);
        clock.forward(Duration.ofDays(3));
        assertThat(reporter.write(agency(), c.id(), "Belum beres.", nothing(), List.of()))
                .isInstanceOf(Outcome.Done.class);
        Case again = now(c);
        assertThat(again.complaint().round()).isEqualTo(2);
        assertThat(again.current().orElseThrow().step()).isEqualTo("6");
        assertThat(again.current().orElseThrow().officerId())
                .isEqualTo(w.officers().get("joko.dpupr"));
    }

    @Test
    void aReactionAfterTenWorkingDaysIsTooLate() {
        Complaint c = walkToAnswer();
        clock.forward(Duration.ofDays(20));
        assertThat(reporter.write(agency(), c.id(), "Belum beres.", nothing(), List.of()))
                .isEqualTo(new Outcome.Refused("", "handling.tooLate"));
    }

    @Test
    void whoDecidesSecondIsToldAndChangesNothing() {
        Complaint c = file();
        Assignment a = now(c).current().orElseThrow();
        Decision first = new Decision(c.id(), a.id(), a.version(), 0, w.units().get("DPUPR"), "", List.of());
        assertThat(handlings.decide(agency(), w.officers().get("ratna"), first)).isInstanceOf(Outcome.Done.class);
        Outcome second = handlings.decide(agency(), w.officers().get("bagus"), first);
        assertThat(second)
                .isInstanceOfSatisfying(
                        Outcome.Conflict.class,
                        x -> assertThat(x.done().doneBy())
                                .isEqualTo(w.officers().get("ratna")));
    }

    @Test
    void onlyTheHolderDecidesAndReasonsAreMandatory() {
        Complaint c = file();
        Assignment a = now(c).current().orElseThrow();
        Decision noReason = new Decision(c.id(), a.id(), a.version(), 1, null, " ", List.of());
        assertThat(handlings.decide(agency(), w.officers().get("dewi.dpupr"), noReason))
                .isEqualTo(new Outcome.Refused("", "handling.notYours"));
        assertThat(handlings.decide(agency(), w.officers().get("ratna"), noReason))
                .isEqualTo(new Outcome.Refused("teks", "handling.reasonMissing"));
        Decision noUnit = new Decision(c.id(), a.id(), a.version(), 0, 4711L, "", List.of());
        assertThat(handlings.decide(agency(), w.officers().get("ratna"), noUnit))
                .isEqualTo(new Outcome.Refused("tujuan", "handling.unitMissing"));
    }

    @Test
    void aSecondSendOfTheSameFormGivesTheSameComplaint() {
        NewComplaint n = complaint();
        assertThat(intake.accept(agency(), n).publicNumber())
                .isEqualTo(intake.accept(agency(), n).publicNumber());
    }

    @Test
    void theChainOfEventsHolds() {
        Complaint c = walkToAnswer();
        byte[] previous = Chain.START;
        List<Chain> events = complaints.events(c);
        assertThat(events).hasSizeGreaterThan(10);
        for (Chain e : events) {
            assertThat(Chain.hash(previous, e.line())).isEqualTo(e.hash());
            previous = e.hash();
        }
        assertThat(now(c).complaint().chainHead()).isEqualTo(previous);
        assertThat(events.stream().map(Chain::line)).noneMatch(l -> l.contains("Siti") || l.contains("Melati"));
    }

    @Test
    void statementBudgetsHold() {
        file(); // agencies, settings, units and calendars are kept in memory for seconds; this reads them
        NewComplaint n = complaint();
        assertThat(StatementCount.during(() -> intake.accept(agency(), n)))
                .as("submit")
                .hasSizeLessThanOrEqualTo(6);
        Complaint c = complaints.bySubmission(agency(), n.submissionKey()).orElseThrow();
        Case k = now(c);
        Assignment a = k.current().orElseThrow();
        Decision d = new Decision(c.id(), a.id(), a.version(), 0, w.units().get("DPUPR"), "Mohon segera.", List.of());
        assertThat(StatementCount.during(
                        () -> handlings.decide(agency(), w.officers().get("ratna"), d)))
                .as("step")
                .hasSizeLessThanOrEqualTo(6);
        assertThat(StatementCount.during(() -> files.forReporter(known(c))))
                .as("tracking")
                .hasSizeLessThanOrEqualTo(4);
        assertThat(StatementCount.during(
                        () -> files.forOfficer(agency(), w.officers().get("ratna"), false, c.publicNumber())))
                .as("case")
                .hasSizeLessThanOrEqualTo(6);
    }

    private Complaint walkToAnswer() {
        clock.setWib("2026-11-23T09:00");
        Complaint c = file();
        decide(c, "ratna", 0, "DPUPR", "");
        for (String officer : List.of("dewi.dpupr", "joko.dpupr", "sri.dpupr", "joko.dpupr")) {
            clock.forward(Duration.ofMinutes(5));
            decide(c, officer, 0, null, "Sudah dikerjakan.");
        }
        decide(c, "dewi.dpupr", 0, null, "Dua lubang ditutup pukul 10.30.");
        return c;
    }

    private void decide(Complaint c, String officer, int branch, String unit, String text) {
        Assignment a = now(c).current().orElseThrow();
        Outcome outcome = handlings.decide(
                agency(),
                w.officers().get(officer),
                new Decision(
                        c.id(),
                        a.id(),
                        a.version(),
                        branch,
                        unit == null ? null : w.units().get(unit),
                        text,
                        List.of()));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    private Complaint file() {
        return intake.accept(agency(), complaint());
    }

    private static NewComplaint complaint() {
        return NewComplaint.of("pengaduan", "web", "Jalan berlubang", "Ada dua lubang di depan sekolah.")
                .category("jalan")
                .from(Reporter.person("Siti Aminah", null, null, "siti@contoh.invalid"))
                .done();
    }

    private Complaints.Known known(Complaint c) {
        return complaints.knownByNumber(agency(), c.publicNumber()).orElseThrow();
    }

    private Case now(Complaint c) {
        return files.forReporter(known(c)).k();
    }

    private Duration promise(Case k) {
        CaseClock promise = k.promise().orElseThrow();
        return promise.remaining(k.calendar(), clock.instant());
    }

    private static ReporterVerbs.Supplied nothing() {
        return new ReporterVerbs.Supplied(null, null, null, null);
    }

    private int agency() {
        return w.agency().id();
    }
}
