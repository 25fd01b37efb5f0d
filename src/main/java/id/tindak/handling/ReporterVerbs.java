package id.tindak.handling;

import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Event;
import id.tindak.complaint.Reporter;
import id.tindak.complaint.StoredFile;
import id.tindak.message.Conversations;
import id.tindak.message.Message;
import id.tindak.sop.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the reporter does to an own case: add, complete, react, withdraw. Each is one transaction. */
@Service
public class ReporterVerbs {

    private final Cases cases;
    private final Complaints complaints;
    private final Conversations conversations;
    private final Exclusions exclusions;
    private final Refusals refusals;
    private final Clock clock;

    ReporterVerbs(
            Cases cases,
            Complaints complaints,
            Conversations conversations,
            Exclusions exclusions,
            Refusals refusals,
            Clock clock) {
        this.cases = cases;
        this.complaints = complaints;
        this.conversations = conversations;
        this.exclusions = exclusions;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Identity fields supplied after a return; null leaves what is there. */
    public record Supplied(
            @Nullable String name,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String email) {

        /** Of it only these fields of the SOP's {@code isian}. */
        Supplied only(List<String> fields) {
            return new Supplied(
                    fields.contains("nama") ? name : null,
                    fields.contains("alamat") ? address : null,
                    fields.contains("hp") ? phone : null,
                    fields.contains("email") ? email : null);
        }

        Reporter on(Reporter r) {
            String mail = email == null ? r.email() : email;
            return new Reporter(
                    r.kind(),
                    name == null ? r.name() : name,
                    r.organisation(),
                    address == null ? r.address() : address,
                    phone == null ? r.phone() : phone,
                    mail,
                    r.nikSealed(),
                    r.relation(),
                    r.represents(),
                    java.util.Objects.equals(mail, r.email()) ? r.emailConfirmedAt() : null,
                    r.contact());
        }
    }

    /**
     * Takes what the reporter wrote and does what its moment means: completes the file when the office waits for it, reopens when
     * it comes after the answer and in time, else adds to the conversation.
     */
    @Transactional
    public Outcome write(int agencyId, long complaintId, String text, Supplied supplied, List<StoredFile> files) {
        return write(cases.lock(agencyId, complaintId), text, supplied, files, (t, said) -> {});
    }

    /**
     * The same for a case that is locked already.
     *
     * @param also what else the change says of the text
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome write(
            Case k, String text, Supplied supplied, List<StoredFile> files, BiConsumer<Transition, Message> also) {
        Complaint c = k.complaint();
        Instant now = clock.instant();
        if (repeated(k, text, files, now)) return new Outcome.Done(c);
        if (c.closed()) return new Outcome.Refused("", "handling.closed");
        if (text.isBlank() && files.isEmpty() && supplied.on(k.reporter()).equals(k.reporter()))
            return new Outcome.Refused("isi", "handling.textMissing");
        boolean reopens = !k.handling().open();
        if (reopens && (c.reactUntil() == null || now.isAfter(c.reactUntil())))
            return new Outcome.Refused("", "handling.tooLate");
        if (reopens && text.isBlank()) return new Outcome.Refused("isi", "handling.textMissing");
        Transition t = reopens ? reopened(k, text, now) : added(k, text, now);
        also.accept(t, t.texts().getFirst());
        return kept(k, t, text, supplied, files, now);
    }

    /** Takes what came in the reporter's name while nobody knows whether he wrote it: it stands in the conversation, and the case stays as it is. */
    @Transactional
    public Outcome heard(int agencyId, long complaintId, String text, List<StoredFile> files) {
        Case k = cases.lock(agencyId, complaintId);
        Instant now = clock.instant();
        if (repeated(k, text, files, now)) return new Outcome.Done(k.complaint());
        if (k.complaint().closed()) return new Outcome.Refused("", "handling.closed");
        Transition t = cases.change(k, now, null);
        addition(t, text);
        return kept(k, t, text, new Supplied(null, null, null, null), files, now);
    }

    private Outcome kept(Case k, Transition t, String text, Supplied supplied, List<StoredFile> files, Instant now) {
        Complaint c = k.complaint();
        Message m = t.texts().getFirst();
        Complaint saved = cases.save(t);
        complaints.attach(saved, m, files, now);
        Reporter completed = supplied.on(k.reporter());
        if (!completed.equals(k.reporter()) || !text.isBlank()) {
            complaints.complete(saved, completed, conversations.sought(c.agencyId(), c.id()));
        }
        return new Outcome.Done(saved);
    }

    /** The reporter withdraws; with a reason if one is given. */
    @Transactional
    public Outcome withdraw(int agencyId, long complaintId, String reason) {
        Case k = cases.lock(agencyId, complaintId);
        if (!k.handling().open()) return new Outcome.Refused("", "handling.closed");
        Instant now = clock.instant();
        Transition t = cases.change(k, now, null);
        Message m = reason.isBlank() ? null : t.say(Message.Audience.REPORTER, Message.Kind.ADDITION, reason);
        t.end(Handling.WITHDRAWN, Event.Kind.WITHDRAWN, m);
        t.tellReporter("withdrawn", null);
        return new Outcome.Done(cases.save(t));
    }

    /**
     * What the reporter thinks of the handling as a whole, from 1 to 4, once it was answered; the first word counts. It stands on the case and counts towards no index: the survey of satisfaction is
     * another matter, which nobody can link to a case.
     */
    @Transactional
    public Outcome rate(int agencyId, long complaintId, int grade) {
        Case k = cases.lock(agencyId, complaintId);
        if (k.handling().open() || !k.answered()) return new Outcome.Refused("", "handling.notAnswered");
        boolean rated =
                complaints.events(k.complaint()).stream().anyMatch(e -> e.kind().equals(Event.Kind.RATED.name()));
        if (rated) return new Outcome.Done(k.complaint());
        Transition t = cases.change(k, clock.instant(), null);
        t.add(Event.of(Event.Kind.RATED, null, "grade", Integer.toString(grade)));
        return new Outcome.Done(cases.save(t));
    }

    private Transition added(Case k, String text, Instant now) {
        Transition t = cases.change(k, now, null);
        if (k.waitsForReporter()) {
            Message m = t.say(Message.Audience.REPORTER, Message.Kind.COMPLETION, text);
            t.completed(k.current().orElseThrow(), m);
        } else addition(t, text);
        return t;
    }

    private static void addition(Transition t, String text) {
        Message m = t.say(Message.Audience.REPORTER, Message.Kind.ADDITION, text);
        t.add(Event.of(Event.Kind.REPORTER_ADDED, null, "message", Long.toString(m.id()), "text", m.fingerprint()));
    }

    /** An objection goes to whoever did not refuse. Else it goes on at the step before the answer (RULES.md, Clocks), or at the nearest one before it that is not left to accused officers alone. */
    private Transition reopened(Case k, String text, Instant now) {
        Transition objection =
                refusals.objected(k, nextRound(k, now), now, text).orElse(null);
        if (objection != null) return objection;
        Set<Long> judged = new HashSet<>(k.excluded());
        judged.addAll(k.refusers());
        return reopened(k, text, now, judged, Assignment.Reason.REOPEN)
                .or(() -> reopened(k, text, now, k.excluded(), Assignment.Reason.RETURN)) // there is nobody else
                .orElseGet(() -> reopen(k, text, now, stepsBeforeAnswer(k).getFirst(), Assignment.Reason.RETURN));
    }

    private Optional<Transition> reopened(
            Case k, String text, Instant now, Set<Long> without, Assignment.Reason reason) {
        return stepsBeforeAnswer(k).stream()
                .map(step -> reopen(k, text, now, step, reason))
                .filter(t -> !exclusions.leaveNobody(k.complaint().agencyId(), without, t.opened()))
                .findFirst();
    }

    private Transition reopen(Case k, String text, Instant now, Step step, Assignment.Reason reason) {
        Transition t = cases.change(nextRound(k, now), now, null);
        t.reopen(step.no(), t.say(Message.Audience.REPORTER, Message.Kind.REACTION, text), reason);
        return t;
    }

    /** The second click on what stands there already: same text, same files. */
    private boolean repeated(Case k, String text, List<StoredFile> files, Instant now) {
        Complaint c = k.complaint();
        return conversations
                .repeated(c.agencyId(), c.id(), null, Message.Audience.REPORTER, text, now)
                .filter(m -> complaints.attachedTo(c, m).equals(files))
                .isPresent();
    }

    /** The same case with a further run. */
    private static Case nextRound(Case k, Instant now) {
        Handling last = k.handling();
        Handling next = new Handling(
                id.tindak.base.Ids.next(now),
                last.complaintId(),
                last.sopId(),
                last.round() + 1,
                last.targetUnitId(),
                now,
                null,
                null);
        return k.run(next);
    }

    /** The office's steps of the usual path before its answer, nearest first; its first step when there is none. */
    private static List<Step> stepsBeforeAnswer(Case k) {
        List<Step> office = k.sop().mainPath(k.complaint().channel()).stream()
                .filter(s -> !k.sop().byCitizen(s))
                .toList();
        int answer = 1;
        while (answer < office.size() && !office.get(answer).answers()) answer++;
        return office.subList(0, answer < office.size() ? answer : 1).reversed();
    }
}
