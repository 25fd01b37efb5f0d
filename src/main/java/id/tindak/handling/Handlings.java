package id.tindak.handling;

import id.tindak.agency.Agencies;
import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.agency.Unit;
import id.tindak.base.Ids;
import id.tindak.base.web.Texts;
import id.tindak.base.web.Times;
import id.tindak.calendar.TimeStandard;
import id.tindak.calendar.WorkCalendar;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Event;
import id.tindak.complaint.Reporter;
import id.tindak.complaint.StoredFile;
import id.tindak.message.Conversations;
import id.tindak.message.Message;
import id.tindak.message.Outbox;
import id.tindak.sop.Branch;
import id.tindak.sop.Sop;
import id.tindak.sop.Standing;
import id.tindak.sop.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The officers' verbs on a case. Each is one transaction: lock, work out the {@link Transition}, write it. */
@Service
public class Handlings {

    private final Cases cases;
    private final Complaints complaints;
    private final Sops sops;
    private final People people;
    private final Exclusions exclusions;
    private final Dispositions dispositions;
    private final Conversations conversations;
    private final Wordings wordings;
    private final NoteUse notes;
    private final Endings endings;
    private final Refusals refusals;
    private final Transfers transfers;
    private final Agencies agencies;
    private final Clock clock;

    Handlings(
            Cases cases,
            Complaints complaints,
            Sops sops,
            People people,
            Exclusions exclusions,
            Dispositions dispositions,
            Conversations conversations,
            Wordings wordings,
            NoteUse notes,
            Endings endings,
            Refusals refusals,
            Transfers transfers,
            Agencies agencies,
            Clock clock) {
        this.cases = cases;
        this.complaints = complaints;
        this.sops = sops;
        this.people = people;
        this.exclusions = exclusions;
        this.dispositions = dispositions;
        this.conversations = conversations;
        this.wordings = wordings;
        this.notes = notes;
        this.endings = endings;
        this.refusals = refusals;
        this.transfers = transfers;
        this.agencies = agencies;
        this.clock = clock;
    }

    /**
     * Starts the handling of a complaint just filed, under the SOP in force. Part of the intake's transaction.
     *
     * @param receipt template of the message to the reporter
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(Complaints.Filed filed, Reporter reporter, @Nullable Long targetUnit, String receipt) {
        Complaint c = filed.complaint();
        Sops.Running sop = sops.inForce(c.agencyId())
                .orElseThrow(() -> new IllegalStateException("agency " + c.agencyId() + " has no SOP in force"));
        Instant now = c.receivedAt();
        Handling run = new Handling(Ids.next(now), c.id(), sop.id(), 1, targetUnit, now, null, null);
        Transition t = new Transition(cases.fresh(c, reporter, run, sop), cases.rules(c.agencyId(), now, c), now, null);
        Message text = filed.texts().getFirst();
        t.add(Event.of(
                Event.Kind.RECEIVED,
                c.enteredBy(),
                "channel",
                c.channel(),
                "kind",
                c.kind(),
                "sop",
                Long.toString(sop.id()),
                "message",
                Long.toString(text.id()),
                "text",
                text.fingerprint()));
        var entry = sop.sop().channels().get(c.channel());
        String start =
                entry != null ? entry.start() : sop.sop().steps().getFirst().no();
        t.begin(aboutService(c) ? Standing.stepOf(Standing.SUPERIOR) : start, targetUnit);
        if (c.concernsOfficer())
            filed.texts().stream()
                    .filter(m -> m.kind() == Message.Kind.ACCUSED)
                    .findFirst()
                    .ifPresent(m -> exclusions.named(t, m.body()));
        t.tellReporter(receipt, null, clockStarts(t));
        cases.save(t);
    }

    /** Whoever writes at night learns when the clock starts; a clock that runs day and night has started. */
    private static Map<String, String> clockStarts(Transition t) {
        WorkCalendar calendar = t.from.calendar();
        boolean dayAndNight = t.opened().stream()
                .map(Assignment::timeStandard)
                .allMatch(s -> s == null || s.basis() == TimeStandard.Basis.WALL_CLOCK);
        if (dayAndNight || calendar.isWorking(t.now)) return Map.of();
        String start = new Times(calendar.zone(), Texts.DEFAULT).moment(calendar.nextWorking(t.now));
        return Map.of(Outbox.LINES, Texts.get(Texts.DEFAULT, "handling.clockStarts", start));
    }

    /** A complaint about the complaint service goes to the desk's superior, where the agency has named one. */
    private boolean aboutService(Complaint c) {
        return agencies.categories(c.agencyId()).stream()
                        .anyMatch(x -> x.aboutService() && x.code().equals(c.category()))
                && endings.held(c.agencyId(), Standing.SUPERIOR, Set.of());
    }

    /** The officer decides a step by one of its branches. */
    @Transactional
    public Outcome decide(int agencyId, long officerId, Decision d) {
        Case k = cases.lock(agencyId, d.complaintId());
        Optional<Assignment> found = k.open(d.assignmentId());
        if (found.isEmpty() || found.get().version() != d.version()) return Outcome.conflict(k, d.assignmentId());
        Assignment a = found.get();
        List<RoleHolder> holdings = people.holdings(agencyId, officerId);
        boolean own = Sight.decides(k, a, officerId, holdings);
        Long official = own ? null : Sight.enteredFor(k, a, officerId, holdings);
        if (!own && official == null) return new Outcome.Refused("", "handling.notYours");
        Instant now = clock.instant();
        Outcome.Refused unproven = official == null ? null : unproven(k, d, now);
        if (unproven != null) return unproven;
        Step step = k.step(a);
        if (d.branch() < 0 || d.branch() >= step.branches().size())
            return new Outcome.Refused("", "handling.noSuchBranch");
        Branch branch = step.branches().get(d.branch());
        if (!k.branches(a).contains(branch)) return new Outcome.Refused("", "handling.noSuchBranch");
        Message fixed = wordings.fixed(k, step, branch);
        if (fixed != null && !d.text().isBlank() && !d.text().equals(fixed.body()))
            return new Outcome.Refused("teks", "handling.wordingFixed");
        String words = fixed == null ? d.text() : fixed.body();
        Outcome.Refused missing = missing(agencyId, k, step, branch, d, words);
        if (missing == null) missing = wordings.wrong(k, step, branch, fixed != null, d.beside());
        if (missing != null) return missing;
        Designation designation = designation(k, now);
        if (designation.binds(a) && designation.givesAway(a, branch))
            return new Outcome.Refused("", "handling.designated");
        Ending ending = endings.read(agencyId, k, branch, d.ending(), officerId, now);
        if (ending instanceof Ending.Wrong wrong) return wrong.why();
        if (ending instanceof Ending.Refusal refusal && refusal.ground().secondPerson())
            return refusals.propose(
                    change(k, d, officerId, official, now), a, branch, refusal.ground(), words, d.files());
        Transition t = change(k, d, officerId, official, now);
        t.takenFrom(d.beside().source());
        Message text = text(t, k, step, branch, d, words);
        if (text != null && text.kind() == Message.Kind.ANSWER) t.answerWith(text);
        endings.apply(t, ending);
        t.finish(a, branch, branch.fillsTargetUnit() ? d.targetUnit() : null, text, d.orders());
        if (text != null && text.kind() == Message.Kind.REASON && text.audience() == Message.Audience.REPORTER) {
            t.tellReporter(told(branch), text);
        }
        if (exclusions.leaveNobody(agencyId, k.excluded(), t.opened()))
            return new Outcome.Refused(branch.fillsTargetUnit() ? "tujuan" : "", "handling.onlyExcluded");
        Message cited = wordings.along(t, k, a, branch, fixed, d.beside());
        Complaint saved = cases.save(t);
        if (text != null)
            complaints.attach(
                    agencyId,
                    Stream.concat(Stream.of(text), t.joinedAnswers().stream()).toList(),
                    d.files(),
                    now);
        cite(saved, cited, d.beside(), now);
        TextSource source = d.beside().source();
        if (source != null && source.kind() == TextSource.Kind.CATATAN && t.answer() != null)
            notes.used(agencyId, source.id());
        if (ending instanceof Ending.Away away && away.transfer().kind() == Transfer.Kind.UNIT)
            saved = transfers.moveOn(saved, away.transfer(), officerId, now);
        return new Outcome.Done(saved);
    }

    /** @param official in whose name it is entered; null for the officer's own */
    private Transition change(Case k, Decision d, long officerId, @Nullable Long official, Instant now) {
        Transition t = cases.change(k, now, officerId);
        Instant pen = d.pen();
        if (official != null && pen != null) t.onPaper(new Transition.Paper(official, pen));
        return t;
    }

    private Designation designation(Case k, Instant now) {
        return new Designation(k, cases.rules(k, now).returnsBeforeCoordinator());
    }

    /** How the mail is called that brings the reason to the reporter. */
    private static String told(Branch branch) {
        if (Standing.handsOver(branch)) return "oversight";
        return switch (branch.target()) {
            case Sop.REFUSED -> "refused";
            case Sop.MOVED -> "forwarded";
            default -> "returned";
        };
    }

    /** What is missing to enter a decision in an official's name: the photo of the sheet, and when it was signed; null when nothing is. */
    private static Outcome.@Nullable Refused unproven(Case k, Decision d, Instant now) {
        Instant pen = d.pen();
        if (pen == null) return new Outcome.Refused("pena", "handling.penMissing");
        if (pen.isAfter(now)) return new Outcome.Refused("pena", "handling.penAhead");
        if (pen.isBefore(k.complaint().receivedAt())) return new Outcome.Refused("pena", "handling.penBefore");
        return d.files().isEmpty() ? new Outcome.Refused("berkas", "handling.sheetMissing") : null;
    }

    /** The pictures of what an officer heard or read. */
    private void cite(Complaint saved, @Nullable Message cited, Alongside beside, Instant now) {
        Alongside.Basis basis = beside.basis();
        if (cited != null && basis != null) complaints.attach(saved, cited, basis.files(), now);
    }

    /** The step's actor lays what was prepared before the signer of the step. */
    @Transactional
    public Outcome submit(
            int agencyId,
            long officerId,
            long complaintId,
            long assignmentId,
            int version,
            String text,
            List<StoredFile> files,
            Alongside beside) {
        Case k = cases.lock(agencyId, complaintId);
        Optional<Assignment> found = k.open(assignmentId);
        if (found.isEmpty() || found.get().version() != version) return Outcome.conflict(k, assignmentId);
        Assignment a = found.get();
        if (!Sight.decides(k, a, officerId, people.holdings(agencyId, officerId)))
            return new Outcome.Refused("", "handling.notYours");
        String signer = k.signer(a).orElse(null);
        if (signer == null) return new Outcome.Refused("", "handling.noSuchBranch");
        if (text.isBlank()) return new Outcome.Refused("teks", "handling.resultMissing");
        Outcome.Refused wrong = wordings.wrong(k, k.step(a), null, false, beside);
        if (wrong != null) return wrong;
        Instant now = clock.instant();
        Transition t = cases.change(k, now, officerId);
        t.takenFrom(beside.source());
        Message m = t.say(Message.Audience.OFFICE, Message.Kind.RESULT, text);
        t.submit(a, signer, m);
        if (exclusions.leaveNobody(agencyId, k.excluded(), t.opened()))
            return new Outcome.Refused("", "handling.onlyExcluded");
        Message cited = wordings.along(t, k, a, null, null, beside);
        Complaint saved = cases.save(t);
        complaints.attach(saved, m, files, now);
        cite(saved, cited, beside, now);
        return new Outcome.Done(saved);
    }

    /** Returns the case to an earlier actor, with a reason; always possible, whatever the SOP's branches are. */
    @Transactional
    public Outcome sendBack(
            int agencyId,
            long officerId,
            long complaintId,
            long assignmentId,
            int version,
            String toStep,
            String reason) {
        Case k = cases.lock(agencyId, complaintId);
        Optional<Assignment> found = k.open(assignmentId);
        if (found.isEmpty() || found.get().version() != version) return Outcome.conflict(k, assignmentId);
        Assignment a = found.get();
        if (!Sight.decides(k, a, officerId, people.holdings(agencyId, officerId)))
            return new Outcome.Refused("", "handling.notYours");
        if (reason.isBlank()) return new Outcome.Refused("alasan", "handling.reasonMissing");
        if (k.earlier(a).stream().noneMatch(e -> e.step().equals(toStep)))
            return new Outcome.Refused("ke", "handling.noSuchStep");
        Instant now = clock.instant();
        Designation designation = designation(k, now);
        if (designation.binds(a) && designation.givesAway(toStep))
            return new Outcome.Refused("ke", "handling.designated");
        Transition t = cases.change(k, now, officerId);
        t.sendBack(a, toStep, t.say(Message.Audience.OFFICE, Message.Kind.REASON, reason));
        if (exclusions.leaveNobody(agencyId, k.excluded(), t.opened()))
            return new Outcome.Refused("ke", "handling.onlyExcluded");
        return new Outcome.Done(cases.save(t));
    }

    /** Takes a case from the role's queue (or from a colleague of the same role) onto the own desk. */
    @Transactional
    public Outcome take(int agencyId, long officerId, long complaintId, long assignmentId, int version) {
        return hold(agencyId, officerId, complaintId, assignmentId, version, officerId, Event.Kind.TAKEN);
    }

    /** Gives the case to a person who holds the same role; null gives it back to the role's queue. */
    @Transactional
    public Outcome assign(
            int agencyId, long officerId, long complaintId, long assignmentId, int version, @Nullable Long toOfficer) {
        return hold(agencyId, officerId, complaintId, assignmentId, version, toOfficer, Event.Kind.ASSIGNED);
    }

    /** An internal note, never seen by the reporter; moves nothing and conflicts with nothing. */
    @Transactional
    public Outcome note(int agencyId, long officerId, long complaintId, String text) {
        return write(
                agencyId, officerId, complaintId, text, Message.Audience.OFFICE, Message.Kind.NOTE, Event.Kind.NOTE);
    }

    /** A question or notice to the reporter; the clocks run on. */
    @Transactional
    public Outcome notice(int agencyId, long officerId, long complaintId, String text) {
        return write(
                agencyId,
                officerId,
                complaintId,
                text,
                Message.Audience.REPORTER,
                Message.Kind.NOTICE,
                Event.Kind.NOTICE);
    }

    private Outcome write(
            int agencyId,
            long officerId,
            long complaintId,
            String text,
            Message.Audience audience,
            Message.Kind kind,
            Event.Kind event) {
        Case k = cases.lock(agencyId, complaintId);
        Instant now = clock.instant();
        if (!Sight.of(k, officerId, people.holdings(agencyId, officerId), false, now)
                .may(audience)) return new Outcome.Refused("", "handling.notYours");
        if (text.isBlank()) return new Outcome.Refused("isi", "handling.textMissing");
        if (conversations
                .repeated(agencyId, complaintId, officerId, audience, text, now)
                .isPresent()) return new Outcome.Done(k.complaint());
        Transition t = cases.change(k, now, officerId);
        Message m = t.say(audience, kind, text);
        t.add(Event.of(event, officerId, "message", Long.toString(m.id()), "text", m.fingerprint()));
        if (audience == Message.Audience.REPORTER) t.tellReporter("notice", m);
        return new Outcome.Done(cases.save(t));
    }

    private Outcome hold(
            int agencyId,
            long officerId,
            long complaintId,
            long assignmentId,
            int version,
            @Nullable Long toOfficer,
            Event.Kind event) {
        Case k = cases.lock(agencyId, complaintId);
        Optional<Assignment> found = k.open(assignmentId);
        if (found.isEmpty()) return Outcome.conflict(k, assignmentId);
        Assignment a = found.get();
        if (a.waitsForReporter()
                || a.ordersPerson()
                || k.barred(a, officerId)
                || !Sight.ofRole(a, people.holdings(agencyId, officerId)))
            return new Outcome.Refused("", "handling.notYours");
        if (toOfficer != null && toOfficer != officerId && (k.barred(a, toOfficer) || !holds(agencyId, toOfficer, a)))
            return new Outcome.Refused("kepada", "handling.notHolder");
        if (Objects.equals(a.officerId(), toOfficer)) return new Outcome.Done(k.complaint());
        if (a.version() != version) return Outcome.conflict(k, assignmentId);
        Instant now = clock.instant();
        Transition t = cases.change(k, now, officerId);
        t.put(a.heldBy(toOfficer));
        t.add(Event.of(
                toOfficer == null ? Event.Kind.REQUEUED : event,
                officerId,
                "assignment",
                Long.toString(a.id()),
                "step",
                a.step(),
                "to",
                toOfficer == null ? "-" : Long.toString(toOfficer)));
        return new Outcome.Done(cases.save(t));
    }

    private boolean holds(int agencyId, long officer, Assignment a) {
        List<RoleHolder> holdings = people.holdings(agencyId, officer);
        return Sight.ofRole(a, holdings);
    }

    private Outcome.@Nullable Refused missing(
            int agencyId, Case k, Step step, Branch branch, Decision d, String words) {
        if (branch.fillsTargetUnit() && !validUnit(agencyId, d.targetUnit()))
            return new Outcome.Refused("tujuan", "handling.unitMissing");
        boolean blank = words.isBlank();
        if (branch.reasonRequired() && blank) return new Outcome.Refused("teks", "handling.reasonMissing");
        if (!branch.reasonRequired() && step.answers() && blank && !k.answered())
            return new Outcome.Refused("teks", "handling.answerMissing");
        if (k.fixesWording(branch) && blank) return new Outcome.Refused("teks", "handling.wordingMissing");
        if (branch.fills().contains(Branch.RESULT) && blank)
            return new Outcome.Refused("teks", "handling.resultMissing");
        String asked = k.asks(branch).orElse(null);
        return asked == null
                ? null
                : dispositions.wrong(agencyId, k, asked, d.orders().list(), d.text());
    }

    private boolean validUnit(int agencyId, @Nullable Long unit) {
        return unit != null
                && people.units(agencyId).stream()
                        .filter(u -> u.id() == unit)
                        .anyMatch((Unit u) -> u.validOn(people.today(agencyId)));
    }

    /** The decision's text as the kind that the branch makes of it; null when nothing was written and nothing attached. */
    private static @Nullable Message text(Transition t, Case k, Step step, Branch branch, Decision d, String typed) {
        Message.Kind inside = k.asks(branch).isPresent() ? Message.Kind.INSTRUCTION : Message.Kind.RESULT;
        if (typed.isBlank()) return d.files().isEmpty() ? null : t.say(Message.Audience.OFFICE, inside, "");
        boolean toReporter = branch.target().equals(Sop.REFUSED)
                || branch.target().equals(Sop.MOVED)
                || (!Sop.isEnd(branch.target())
                        && k.sop().byCitizen(k.sop().step(branch.target()))
                        && !k.sop().step(branch.target()).automatic());
        if (branch.reasonRequired() || toReporter) {
            return t.say(toReporter ? Message.Audience.REPORTER : Message.Audience.OFFICE, Message.Kind.REASON, typed);
        }
        if (step.answers()) return t.say(Message.Audience.REPORTER, Message.Kind.ANSWER, typed);
        if (k.fixesWording(branch)) return t.say(Message.Audience.OFFICE, Message.Kind.WORDING, typed);
        return t.say(Message.Audience.OFFICE, inside, typed);
    }
}
