package id.tindak.register;

import id.tindak.base.web.Signed;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.Reporter;
import id.tindak.demo.DemoWorld;
import id.tindak.handling.Assignment;
import id.tindak.handling.CaseFiles;
import id.tindak.handling.Decision;
import id.tindak.handling.Handlings;
import id.tindak.handling.Outcome;
import id.tindak.handling.Sops;
import id.tindak.intake.Intake;
import id.tindak.journey.SettableClock;
import id.tindak.journey.TestWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Agencies whose procedure enters complaints into books: the Cilacap SOP with `catat` at the first officer's step and at the answer. */
@TestComponent
class BookWorld {

    private final TestWorld world;
    private final Sops sops;
    private final Intake intake;
    private final Handlings handlings;
    private final CaseFiles files;
    private final Complaints complaints;
    private final Entries entries;
    private final Books books;
    private final SettableClock clock;

    BookWorld(
            TestWorld world,
            Sops sops,
            Intake intake,
            Handlings handlings,
            CaseFiles files,
            Complaints complaints,
            Entries entries,
            Books books,
            SettableClock clock) {
        this.world = world;
        this.sops = sops;
        this.intake = intake;
        this.handlings = handlings;
        this.files = files;
        this.complaints = complaints;
        this.entries = entries;
        this.books = books;
        this.clock = clock;
    }

    DemoWorld.Founded open() {
        DemoWorld.Founded at = world.agency();
        inForce(at, sop());
        return at;
    }

    void inForce(DemoWorld.Founded at, String yaml) {
        int agency = at.agency().id();
        if (!(sops.upload(agency, yaml, null) instanceof Sops.Stored stored)) throw new AssertionError("refused");
        sops.putInForce(agency, stored.version().id(), clock.instant(), null);
    }

    static String sop() {
        try {
            return Files.readString(Path.of("sop/004-cilacap-laporbup.yaml"))
                    .replaceFirst("(?m)^    pilihan:\n      Lengkap", "    sistem: [catat: buku-agenda]\n$0")
                    .replace("sistem: [jawab: pemohon]", "sistem: [catat: surat-keluar, jawab: pemohon]");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Complaint file(DemoWorld.Founded at, String title, Privacy privacy) {
        return intake.accept(
                at.agency().id(),
                NewComplaint.of("pengaduan", "web", title, "Uraian " + title)
                        .category("pju")
                        .at("Maos", null, "Tiang 117")
                        .privacy(privacy)
                        .from(Reporter.person("Siti Aminah", "Jalan Melati 14", "0812-0000-3390", null))
                        .done());
    }

    /** Decides the open step by a branch. */
    void decide(DemoWorld.Founded at, Complaint c, String officer, int branch, @Nullable String unit, String text) {
        Assignment a = files.forReporter(
                        complaints.knownByNumber(c.agencyId(), c.publicNumber()).orElseThrow())
                .k()
                .current()
                .orElseThrow();
        Long target = unit == null ? null : at.units().get(unit);
        Outcome outcome = handlings.decide(
                c.agencyId(),
                me(at, officer).officerId(),
                new Decision(c.id(), a.id(), a.version(), branch, target, text, List.of()));
        if (!(outcome instanceof Outcome.Done)) throw new AssertionError(outcome.toString());
    }

    Signed me(DemoWorld.Founded at, String officer) {
        long id = Objects.requireNonNull(at.officers().get(officer), officer);
        return new Signed(at.agency().id(), id, officer, "", false, officer.equals("auditor"), null);
    }

    Book book(DemoWorld.Founded at, String key) {
        return books.find(at.agency().id(), key).orElseThrow();
    }

    Shelf shelf(DemoWorld.Founded at, String key, int year) {
        return new Shelf(book(at, key), year, books.of(at.agency().id()));
    }

    /** A letter entered by hand, received at that time. */
    Written.Done letter(DemoWorld.Founded at, String subject, Instant received) {
        Written written = entries.enter(me(at, "ratna"), book(at, "buku-agenda"), typed(subject, received, null), "");
        if (written instanceof Written.Done done) return done;
        throw new AssertionError(written.toString());
    }

    static NewEntry typed(String subject, Instant received, @Nullable String submission) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.put(Field.PERIHAL, subject);
        fields.put(Field.NAMA, "Karang Taruna Contoh");
        return new NewEntry(submission, received, null, null, null, fields);
    }

    List<Line> lines(DemoWorld.Founded at, String officer, String key, int year) {
        return entries.page(me(at, officer), shelf(at, key, year), Filter.ALL, Integer.MAX_VALUE, 1000)
                .lines()
                .reversed();
    }
}
