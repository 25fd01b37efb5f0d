package id.tindak.desk;

import id.tindak.base.Chain;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.Reporter;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.Assignment;
import id.tindak.handling.Case;
import id.tindak.handling.CaseFiles;
import id.tindak.handling.Decision;
import id.tindak.handling.Handlings;
import id.tindak.handling.Outcome;
import id.tindak.intake.Intake;
import id.tindak.journey.TestWorld;
import id.tindak.message.Conversations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** An agency in which cases are filed and walked through Cilacap's steps without a browser, so that a test begins where it wants. */
@TestComponent
public class Office {

    private final TestWorld world;
    private final Intake intake;
    private final Handlings handlings;
    private final CaseFiles files;
    private final Complaints complaints;
    private final Conversations conversations;

    Office(
            TestWorld world,
            Intake intake,
            Handlings handlings,
            CaseFiles files,
            Complaints complaints,
            Conversations conversations) {
        this.world = world;
        this.intake = intake;
        this.handlings = handlings;
        this.files = files;
        this.complaints = complaints;
        this.conversations = conversations;
    }

    public DemoWorld.Founded open() {
        return world.agency();
    }

    public Complaint file(DemoWorld.Founded at, String title, String body) {
        return file(at, title, body, Privacy.TERBUKA);
    }

    public Complaint file(DemoWorld.Founded at, String title, String body, Privacy privacy) {
        return file(at, title, body, privacy, null);
    }

    /** @param accused whom the reporter complains of; null when it is about no officer */
    public Complaint file(DemoWorld.Founded at, String title, String body, Privacy privacy, @Nullable String accused) {
        return intake.accept(
                at.agency().id(),
                NewComplaint.of("pengaduan", "web", title, body)
                        .accusing(accused)
                        .category("pju")
                        .at("Maos", null, "Tiang 117")
                        .privacy(privacy)
                        .from(Reporter.person(
                                "Siti Aminah", "Jalan Melati 14", "0812-0000-3390", "siti@contoh.invalid"))
                        .done());
    }

    public Case now(Complaint c) {
        return files.forReporter(
                        complaints.knownByNumber(c.agencyId(), c.publicNumber()).orElseThrow())
                .k();
    }

    public Assignment current(Complaint c) {
        return now(c).current().orElseThrow();
    }

    /** Decides the open step by a branch. */
    public Outcome decide(
            DemoWorld.Founded at, Complaint c, String officer, int branch, @Nullable String unit, String text) {
        Assignment a = current(c);
        Outcome outcome = handlings.decide(
                c.agencyId(),
                id(at, officer),
                new Decision(
                        c.id(),
                        a.id(),
                        a.version(),
                        branch,
                        unit == null ? null : at.units().get(unit),
                        text,
                        List.of()));
        if (!(outcome instanceof Outcome.Done)) throw new AssertionError(outcome.toString());
        return outcome;
    }

    /** What is wrong with the chain of a case and the texts that it names; empty when all is whole. */
    public List<String> chainFaults(Complaint c) {
        List<String> faults = new ArrayList<>();
        Map<Long, String> texts = conversations.fingerprints(c.agencyId(), c.id(), c.id());
        byte[] previous = Chain.START;
        for (Chain link : complaints.events(c)) {
            if (!Arrays.equals(Chain.hash(previous, link.line()), link.hash())) faults.add("link " + link.seq());
            String named = link.facts().get("text");
            String message = link.facts().get("message");
            if (named != null && message != null) {
                String now = texts.get(Long.valueOf(message));
                if (now == null || !now.isEmpty() && !now.equals(named)) faults.add("text of " + link.line());
            }
            previous = link.hash();
        }
        return faults;
    }

    public static long id(DemoWorld.Founded at, String officer) {
        return Objects.requireNonNull(at.officers().get(officer), officer);
    }
}
