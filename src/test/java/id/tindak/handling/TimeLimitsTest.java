package id.tindak.handling;

import static org.assertj.core.api.Assertions.assertThat;

import id.tindak.agency.Calendars;
import id.tindak.base.Chain;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Reporter;
import id.tindak.demo.DemoWorld;
import id.tindak.intake.Intake;
import id.tindak.journey.JourneyTest;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What time alone does to a case: reminders, expiry, closing after the answer, and a calendar that changes. */
@JourneyTest
class TimeLimitsTest {

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

    @Autowired
    Calendars calendars;

    @Autowired
    TimeLimits limits;

    @Autowired
    CalendarChange change;

    @Autowired
    JdbcClient sql;

    private DemoWorld.Founded w;

    @BeforeEach
    void found() {
        clock.set(SettableClock.START);
        w = world.agency();
        clock.setWib("2026-11-23T09:00");
    }

    @Test
    void aReporterIsRemindedTwiceAndThenTheComplaintCountsAsWithdrawn() {
        Complaint c = file();
        decide(c, "ratna", 1, null, "Alamat belum ada.");
        clock.forward(Duration.ofDays(10).minusSeconds(1));
        limits.remindAndExpire();
        assertThat(templates(c)).containsExactly("receipt", "returned");
        for (int day : new int[] {10, 20, 30}) {
            clock.set(wib("2026-11-23T09:00").plus(Duration.ofDays(day)));
            limits.remindAndExpire();
            limits.remindAndExpire();
        }
        assertThat(templates(c)).containsExactly("receipt", "returned", "reminder", "reminder", "expired");
        assertThat(params(c, "reminder").getFirst()).contains("\"until\":\"23 Desember 2026\"");
        assertThat(now(c).handling().outcome()).isEqualTo(Handling.EXPIRED);
        assertThat(now(c).handling().ground()).as("UU 25/2009 Pasal 44 (5)").isEqualTo(RefusalGround.INCOMPLETE);
        assertThat(now(c).complaint().closed()).isTrue();
        assertThat(now(c).open()).isEmpty();
        assertThat(kinds(c)).containsSubsequence("REMINDED", "REMINDED", "EXPIRED");
        assertThat(reporter.write(agency(), c.id(), "Maaf, baru sempat.", nothing(), List.of()))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aProgramThatStoodStillRemindsBeforeItCountsAsWithdrawn() {
        Complaint c = file();
        decide(c, "ratna", 1, null, "Alamat belum ada.");
        clock.forward(Duration.ofDays(60));
        limits.remindAndExpire();
        limits.remindAndExpire();
        assertThat(templates(c)).containsExactly("receipt", "returned", "reminder");
        assertThat(now(c).current().orElseThrow().deadline())
                .isEqualTo(clock.instant().plus(Duration.ofDays(3)));
        for (int i = 0; i < 2; i++) {
            clock.forward(Duration.ofDays(3));
            limits.remindAndExpire();
        }
        assertThat(templates(c)).containsExactly("receipt", "returned", "reminder", "reminder", "expired");
    }

    @Test
    void whoCompletesTheFileIsNotRemindedAnyMore() {
        Complaint c = file();
        decide(c, "ratna", 1, null, "Alamat belum ada.");
        clock.forward(Duration.ofDays(2));
        reporter.write(agency(), c.id(), "Jalan Melati 1.", nothing(), List.of());
        clock.forward(Duration.ofDays(60));
        limits.remindAndExpire();
        assertThat(kinds(c)).doesNotContain("REMINDED", "EXPIRED");
    }

    @Test
    void anAnswerThatFoundNoReactionIsClosedOnceTheTimeIsOver() {
        Complaint c = walkToAnswer();
        Instant until = now(c).complaint().reactUntil();
        assertThat(until).isNotNull();
        clock.set(until.minusSeconds(1));
        limits.closeAnswered();
        assertThat(now(c).complaint().closed()).isFalse();
        clock.set(until);
        limits.closeAnswered();
        limits.closeAnswered();
        assertThat(now(c).complaint().closedAt()).isEqualTo(until);
        assertThat(now(c).complaint().outcome()).isEqualTo("SELESAI");
        assertThat(kinds(c).stream().filter("CLOSED"::equals)).hasSize(1);
    }

    @Test
    void aReopenedComplaintIsNotClosed() {
        Complaint c = walkToAnswer();
        reporter.write(agency(), c.id(), "Lubangnya masih ada.", nothing(), List.of());
        clock.forward(Duration.ofDays(60));
        limits.closeAnswered();
        assertThat(now(c).complaint().closed()).isFalse();
    }

    @Test
    void aDayOffDeclaredLaterMovesWhatIsStillToComeAndNothingElse() {
        Complaint late = file();
        clock.setWib("2026-11-23T15:55");
        Complaint soon = file();
        clock.setWib("2026-11-23T15:58");
        Instant lateDeadline = now(late).current().orElseThrow().deadline();
        assertThat(now(soon).current().orElseThrow().deadline()).isEqualTo(wib("2026-11-24T07:40"));
        change("tutup:\n  - tanggal: 2026-11-24\n    nama: Hari berkabung\n");
        change.reckonAnew();
        change.reckonAnew();
        assertThat(now(soon).current().orElseThrow().deadline()).isEqualTo(wib("2026-11-25T07:40"));
        assertThat(now(late).current().orElseThrow().deadline()).isEqualTo(lateDeadline);
        assertThat(moved(soon).stream().filter(f -> f.contains("assignment="))).hasSize(1);
        assertThat(moved(late).stream().filter(f -> f.contains("assignment="))).isEmpty();
        assertThat(moved(soon).getFirst()).contains("to=2026-11-25T00:40:00Z").contains("calendar=2");
    }

    @Test
    void aDeclaredDisturbanceGivesItsTimeBack() {
        clock.setWib("2026-11-23T09:50");
        Complaint c = file();
        clock.setWib("2026-11-23T10:04");
        change("""
                gangguan:
                  - dari: 2026-11-23 10.00
                    sampai: 2026-11-23 11.00
                    alasan: Listrik padam
                    berita_acara: BA/12/XI/2026
                """);
        change.reckonAnew();
        assertThat(now(c).current().orElseThrow().deadline()).isEqualTo(wib("2026-11-23T11:05"));
    }

    @Test
    void aStepThatWentOnAfterAPauseKeepsWhatItHadLeft() {
        Complaint c = file();
        clock.setWib("2026-11-23T09:06");
        decide(c, "ratna", 1, null, "Alamat belum ada.");
        clock.setWib("2026-11-23T15:55");
        reporter.write(agency(), c.id(), "Jalan Melati 1.", nothing(), List.of());
        assertThat(now(c).current().orElseThrow().deadline()).isEqualTo(wib("2026-11-24T07:34"));
        change("tutup:\n  - tanggal: 2026-11-24\n    nama: Hari berkabung\n");
        change.reckonAnew();
        assertThat(now(c).current().orElseThrow().deadline()).isEqualTo(wib("2026-11-25T07:34"));
    }

    @Test
    void aCalendarThatChangesNothingLeavesNoEvent() {
        Complaint c = file();
        int before = now(c).complaint().chainCount();
        change("tutup:\n  - tanggal: 2030-01-02\n    nama: Jauh nanti\n");
        change.reckonAnew();
        assertThat(now(c).complaint().chainCount()).isEqualTo(before);
        assertThat(now(c).current().orElseThrow().due().calendarVersion()).isEqualTo(2);
    }

    private void change(String more) {
        calendars.change(agency(), calendars.text(agency(), 1) + "\n" + more, "Uji", null);
    }

    private List<String> templates(Complaint c) {
        return sql.sql("select template from outbox where agency_id = ? and complaint_id = ? order by id")
                .params(agency(), c.id())
                .query((rs, i) -> rs.getString(1))
                .list();
    }

    private List<String> params(Complaint c, String template) {
        return sql.sql(
                        "select params from outbox where agency_id = ? and complaint_id = ? and template = ? order by id")
                .params(agency(), c.id(), template)
                .query((rs, i) -> rs.getString(1))
                .list();
    }

    private List<String> kinds(Complaint c) {
        return complaints.events(c).stream().map(Chain::kind).toList();
    }

    private List<String> moved(Complaint c) {
        return complaints.events(c).stream()
                .filter(e -> e.kind().equals("DEADLINE_MOVED"))
                .map(Chain::line)
                .toList();
    }

    private static ReporterVerbs.Supplied nothing() {
        return new ReporterVerbs.Supplied(null, null, null, null);
    }

    private static Instant wib(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Jakarta")).toInstant();
    }

    private Complaint walkToAnswer() {
        Complaint c = file();
        decide(c, "ratna", 0, "DPUPR", "");
        for (String officer : List.of("dewi.dpupr", "joko.dpupr", "sri.dpupr", "joko.dpupr", "dewi.dpupr"))
            decide(c, officer, 0, null, "Sudah dikerjakan.");
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
                        new ArrayList<>()));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    private Case now(Complaint c) {
        return files.forReporter(
                        complaints.knownByNumber(agency(), c.publicNumber()).orElseThrow())
                .k();
    }

    private Complaint file() {
        return intake.accept(
                agency(),
                NewComplaint.of("pengaduan", "web", "Jalan berlubang", "Ada dua lubang di depan sekolah.")
                        .from(Reporter.person("Siti", null, null, "siti@contoh.invalid"))
                        .done());
    }

    private int agency() {
        return w.agency().id();
    }
}
