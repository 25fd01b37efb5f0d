package id.tindak.demo;

import id.tindak.agency.Agencies;
import id.tindak.agency.Settings;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.EnteredField;
import id.tindak.complaint.NewComplaint;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.Reception;
import id.tindak.complaint.Reporter;
import id.tindak.demo.DemoFile.Row;
import id.tindak.handling.Alongside;
import id.tindak.handling.Assignment;
import id.tindak.handling.Case;
import id.tindak.handling.CaseFile;
import id.tindak.handling.CaseFiles;
import id.tindak.handling.Decision;
import id.tindak.handling.Disposition;
import id.tindak.handling.Dispositions;
import id.tindak.handling.Handlings;
import id.tindak.handling.Orders;
import id.tindak.handling.Outcome;
import id.tindak.handling.ReporterVerbs;
import id.tindak.handling.TimeLimits;
import id.tindak.intake.Intake;
import id.tindak.publication.Publication;
import id.tindak.publication.Publications;
import id.tindak.publication.Wording;
import id.tindak.sop.Branch;
import id.tindak.sop.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Lets the demo's complaints live: reporters file and answer, officers do their steps in working hours, all through the verbs that everybody uses, in the order of time over all agencies. What
 * would happen after now has not happened: there the case stands. Where nobody winds the time all of it happens at once, now.
 */
@Component
@ConditionalOnProperty("tindak.demo")
class DemoLives {

    /** Working time of a step for which the SOP sets none. */
    private static final Duration UNTIMED = Duration.ofHours(3);

    /** Acts of one case; more mean that two steps send it to and fro. */
    private static final int MOST = 60;

    private final Intake intake;
    private final Handlings handlings;
    private final Dispositions dispositions;
    private final ReporterVerbs reporters;
    private final CaseFiles files;
    private final Complaints complaints;
    private final Agencies agencies;
    private final TimeLimits limits;
    private final Publications publications;
    private final DemoBeside beside;
    private final Clock clock;
    private final @Nullable TimeMachine time;

    DemoLives(
            Intake intake,
            Handlings handlings,
            Dispositions dispositions,
            ReporterVerbs reporters,
            CaseFiles files,
            Complaints complaints,
            Agencies agencies,
            TimeLimits limits,
            Publications publications,
            DemoBeside beside,
            Clock clock,
            ObjectProvider<TimeMachine> time) {
        this.intake = intake;
        this.handlings = handlings;
        this.dispositions = dispositions;
        this.reporters = reporters;
        this.files = files;
        this.complaints = complaints;
        this.agencies = agencies;
        this.limits = limits;
        this.publications = publications;
        this.beside = beside;
        this.clock = clock;
        this.time = time.getIfAvailable();
    }

    /** One complaint of the file on its way. */
    private static final class Life {
        final DemoWorld.Founded w;
        final Row row;
        final Row way;
        final Random chance;
        final Set<Long> planned = new HashSet<>();
        String number = "";
        int acts;

        Life(DemoWorld.Founded w, Row row) {
            this.w = w;
            this.row = row;
            Row go = row.row("go");
            this.way = go == null ? new Row(Map.of()) : go;
            this.chance = new Random(row.text("title").hashCode());
        }

        /** What the file says for this step; null when nothing. */
        @Nullable
        String of(String key, String step) {
            Row steps = way.row(key);
            return steps == null ? null : steps.maybe(step);
        }
    }

    /** @param life null for what lies beside the complaints */
    private record Act(Instant at, @Nullable Life life, Runnable does) {}

    /** Complaints of all agencies and what lies beside them, from the oldest to now. */
    void live(Map<DemoWorld.Founded, DemoFile> world, Instant now) {
        PriorityQueue<Act> acts = new PriorityQueue<>(Comparator.comparing(Act::at));
        world.forEach((w, file) -> {
            file.rows("complaints").forEach(row -> {
                Life life = new Life(w, row);
                acts.add(new Act(at(w, row, now), life, () -> file(life)));
            });
            beside.acts(w, file).forEach((row, does) -> acts.add(new Act(at(w, row, now), null, does)));
        });
        Instant day = Instant.EPOCH;
        while (!acts.isEmpty()) {
            Act act = acts.poll();
            if (time != null) {
                if (act.at().isAfter(now)) continue;
                time.at(act.at());
            }
            Instant today = act.at().truncatedTo(ChronoUnit.DAYS);
            if (today.isAfter(day)) {
                day = today;
                limits.remindAndExpire();
                limits.closeAnswered();
                beside.daily(world, now);
            }
            act.does().run();
            if (act.life() != null) next(act.life(), act.at()).forEach(acts::add);
        }
        if (time != null) time.present();
    }

    /** When it happened: so many days ago, in the agency's own time; without a time machine all begin now. */
    private Instant at(DemoWorld.Founded w, Row row, Instant now) {
        String ago = row.maybe("ago");
        if (time == null || ago == null) return now;
        return now.atZone(w.agency().zone())
                .minusDays(Long.parseLong(ago))
                .with(LocalTime.parse(row.or("at", "08:20")))
                .toInstant();
    }

    private void file(Life life) {
        Row c = life.row;
        DemoWorld.Founded w = life.w;
        life.number = intake.accept(
                        w.agency().id(),
                        NewComplaint.of(
                                        c.or("kindof", "pengaduan"),
                                        c.or("channel", "web"),
                                        c.text("title"),
                                        c.text("body"))
                                .category(c.maybe("category"))
                                .at(c.maybe("district"), null, c.maybe("landmark"))
                                .to(c.maybe("unit") == null ? null : w.units().get(c.text("unit")))
                                .reception(letter(life))
                                .privacy(Privacy.valueOf(c.or("privacy", "TERBUKA")))
                                .from(Reporter.of(
                                        c.or("kind", "perseorangan"),
                                        c.maybe("name"),
                                        c.maybe("address"),
                                        c.maybe("phone"),
                                        c.maybe("email")))
                                .done())
                .publicNumber();
    }

    /** What the letter in the clerk's hand says of itself. */
    private Reception letter(Life life) {
        Row letter = life.row.row("letter");
        if (letter == null) return Reception.NONE;
        LocalDate written = LocalDate.ofInstant(clock.instant(), life.w.agency().zone())
                .minusDays(Long.parseLong(letter.text("age")));
        return Reception.of(Map.of(
                EnteredField.NOMOR_SURAT,
                letter.text("number"),
                EnteredField.TANGGAL_SURAT,
                written.toString(),
                EnteredField.ASLI,
                "kertas"));
    }

    /** What comes next in this case, each open work once. */
    private List<Act> next(Life life, Instant now) {
        Case k = load(life);
        if (life.acts++ > MOST) return List.of();
        if (k.open().isEmpty()) return afterwards(life, k, now);
        return k.open().stream()
                .filter(a -> !a.step().equals(life.way.maybe("to")) && life.planned.add(a.id()))
                .map(a -> act(life, k, a))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Act> act(Life life, Case k, Assignment a) {
        if (a.waitsForReporter()) {
            String text = life.way.maybe("completes");
            return Optional.ofNullable(text)
                    .map(t -> new Act(a.openedAt().plus(Duration.ofHours(20)), life, () -> write(life, t)));
        }
        return Optional.of(new Act(moment(life, k, a), life, () -> decide(life, a.id())));
    }

    /** A share of the step's time, in working hours. */
    private static Instant moment(Life life, Case k, Assignment a) {
        Instant deadline = a.deadline();
        Duration given = deadline == null ? UNTIMED : k.calendar().workingBetween(a.openedAt(), deadline);
        double pace = Double.parseDouble(life.way.or("pace", "0.6")) * (0.5 + life.chance.nextDouble());
        Duration taken = Duration.ofSeconds(Math.max(90, (long) (given.toSeconds() * pace)));
        return k.calendar().addWorking(k.calendar().nextWorking(a.openedAt()), taken);
    }

    private List<Act> afterwards(Life life, Case k, Instant now) {
        String reaction = life.way.maybe("reacts");
        if (reaction == null || k.complaint().round() > 1) return List.of();
        return List.of(new Act(now.plus(Duration.ofHours(26)), life, () -> write(life, reaction)));
    }

    private void write(Life life, String text) {
        Complaint c = load(life).complaint();
        Outcome outcome = reporters.write(
                c.agencyId(), c.id(), text, new ReporterVerbs.Supplied(null, null, null, null), List.of());
        if (!(outcome instanceof Outcome.Done)) throw new IllegalStateException(c.publicNumber() + ": " + outcome);
    }

    private void decide(Life life, long assignment) {
        Case k = load(life);
        Assignment a = k.open(assignment).orElse(null);
        if (a == null) return; // another party's work sufficed
        long officer = officer(life.w, a);
        word(life, k, a, officer);
        String said = life.of("say", a.step());
        String signer = k.signer(a).orElse(null);
        Outcome outcome = signer != null
                ? handlings.submit(
                        k.complaint().agencyId(),
                        officer,
                        a.complaintId(),
                        a.id(),
                        a.version(),
                        said == null ? "Sudah kami pelajari; mohon pertimbangan." : said,
                        List.of(),
                        Alongside.NOTHING)
                : handlings.decide(k.complaint().agencyId(), officer, decision(life, k, a, said));
        if (!(outcome instanceof Outcome.Done))
            throw new IllegalStateException(life.row.text("title") + ", step " + a.step() + ": " + outcome);
    }

    /** The editor words the case for the public before it goes on. */
    private void word(Life life, Case k, Assignment a, long officer) {
        if (!k.sop().editors().contains(a.role()) || k.sop().publishers().contains(a.role())) return;
        CaseFile file = files.forOfficer(k.complaint().agencyId(), officer, false, life.number)
                .orElseThrow();
        Publication before = publications.of(k.complaint());
        Wording begun = Publications.begun(before, file);
        publications.word(
                file,
                officer,
                before.version(),
                new Wording(
                        begun.title(),
                        begun.complaint(),
                        life.way.or("answer", "Petugas sudah ke lokasi dan pekerjaannya selesai."),
                        begun.open()));
    }

    private Decision decision(Life life, Case k, Assignment a, @Nullable String said) {
        Step step = k.step(a);
        String wanted = life.of("pick", a.step());
        boolean first = k.assignments().stream()
                .noneMatch(x -> x.step().equals(a.step())
                        && x.doneAt() != null
                        && x.role().equals(a.role()));
        Branch branch = k.branches(a).stream()
                .filter(b -> first && b.label().equals(wanted))
                .findFirst()
                .orElse(k.branches(a).getFirst());
        String unit = life.way.maybe("unit");
        if (unit == null) unit = life.row.maybe("unit");
        String asked = k.asks(branch).orElse(null);
        return new Decision(
                a.complaintId(),
                a.id(),
                a.version(),
                step.branches().indexOf(branch),
                branch.fillsTargetUnit() && unit != null ? life.w.units().get(unit) : null,
                text(life, k, step, branch, said),
                List.of(),
                life.way.or("ending", ""),
                asked == null ? Orders.NONE : Orders.of(asked, orders(life, k, asked)),
                null,
                beside(life, k, step));
    }

    /** What the answer promises beyond itself. */
    private Alongside beside(Life life, Case k, Step step) {
        Row promise = life.way.row("promise");
        if (promise == null || !step.answers()) return Alongside.NOTHING;
        LocalDate due = LocalDate.ofInstant(clock.instant(), life.w.agency().zone())
                .plusDays(Long.parseLong(promise.text("days")));
        return new Alongside(
                "",
                List.of(new Alongside.Promised(
                        promise.text("what"), k.handling().targetUnitId(), promise.text("by"), due)),
                null);
    }

    private static String text(Life life, Case k, Step step, Branch branch, @Nullable String said) {
        if (said != null) return said;
        if (branch.reasonRequired())
            return life.way.or("reason", "Mohon diperiksa kembali; keterangan lokasinya belum cukup.");
        if (step.answers() || k.fixesWording(branch))
            return life.way.or(
                    "answer", "Terima kasih atas laporannya. Petugas sudah ke lokasi dan pekerjaannya selesai.");
        return branch.fills().contains(Branch.RESULT) ? life.way.or("result", "Sudah kami tangani di lapangan.") : "";
    }

    /** Orders to those whom the file names, else to the first who may be asked. */
    private List<Disposition.Order> orders(Life life, Case k, String actor) {
        Settings settings = agencies.settings(k.complaint().agencyId());
        List<String> wanted = List.of(life.way.or("orders", "").split(" *, *"));
        List<Disposition.Party> offered = dispositions.parties(k.complaint().agencyId(), k.sop(), actor).stream()
                .map(Dispositions.Offered::party)
                .filter(p -> p.officerId() == null)
                .toList();
        List<Disposition.Party> chosen = offered.stream()
                .filter(p -> p.unitId() != null && wanted.contains(code(life.w, p.unitId())))
                .toList();
        return (chosen.isEmpty() ? offered.subList(0, 1) : chosen)
                .stream()
                        .map(p -> new Disposition.Order(
                                p,
                                false,
                                settings.list(p.elected() ? "permohonan_disposisi" : "perintah_disposisi")
                                        .subList(0, 1),
                                Disposition.Urgency.valueOf(life.way.or("urgency", "BIASA")),
                                Disposition.Classification.BIASA,
                                null))
                        .toList();
    }

    private Case load(Life life) {
        return files.forReporter(complaints
                        .knownByNumber(life.w.agency().id(), life.number)
                        .orElseThrow())
                .k();
    }

    private static long officer(DemoWorld.Founded w, Assignment a) {
        Long person = a.officerId();
        if (person != null) return person;
        Long unit = a.unitId();
        String holder = unit == null ? a.role() : a.role() + ' ' + code(w, unit);
        return Objects.requireNonNull(w.holders().get(holder), holder);
    }

    private static String code(DemoWorld.Founded w, long unit) {
        return w.units().entrySet().stream()
                .filter(e -> e.getValue() == unit)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
