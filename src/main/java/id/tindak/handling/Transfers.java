package id.tindak.handling;

import id.tindak.agency.People;
import id.tindak.base.Ids;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Event;
import id.tindak.complaint.StoredFile;
import id.tindak.message.Message;
import id.tindak.sop.Sop;
import id.tindak.sop.Standing;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a case that was passed on (SOP.md, PINDAH): within the agency it begins anew under the other unit, another agency of the installation
 * gets a copy by a job, and what an outside body answers is recorded here.
 */
@Service
public class Transfers {

    private final TransferStore store;
    private final Cases cases;
    private final Complaints complaints;
    private final Sops sops;
    private final People people;
    private final Clock clock;

    Transfers(TransferStore store, Cases cases, Complaints complaints, Sops sops, People people, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.complaints = complaints;
        this.sops = sops;
        this.people = people;
        this.clock = clock;
    }

    /** A copy that another agency is still to get. */
    public record Waiting(long id, long complaintId, int otherAgency) {}

    /** By id from {@code after} on. */
    public List<Waiting> waiting(int agencyId, long after, int limit) {
        return store.waiting(agencyId, after, limit).stream()
                .map(w -> new Waiting(w.id(), w.complaintId(), w.otherAgency()))
                .toList();
    }

    /** The other agency has it, under its own number. A second time changes nothing. */
    @Transactional
    public void arrived(int agencyId, Waiting w, Complaint there) {
        Complaint here = complaints.lock(agencyId, w.complaintId()).complaint();
        Instant now = clock.instant();
        if (!store.arrived(agencyId, w.id(), there.publicNumber(), there.id(), now)) return;
        complaints.append(
                here,
                List.of(Event.of(
                        Event.Kind.FORWARDED,
                        null,
                        "transfer",
                        Long.toString(w.id()),
                        "arrived",
                        there.publicNumber())),
                now);
    }

    /** Says in the copy's own agency from where it came, with the head of the chain there. Part of the copy's intake. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cameFrom(Complaint copy, Complaint origin, String agencyName) {
        store.insert(
                copy.agencyId(),
                new Transfer(
                        Ids.next(copy.receivedAt()),
                        copy.id(),
                        Transfer.Kind.ORIGIN,
                        null,
                        origin.agencyId(),
                        agencyName,
                        copy.receivedAt(),
                        null,
                        origin.publicNumber(),
                        origin.id(),
                        copy.receivedAt(),
                        null));
        Complaint locked = complaints.lock(copy.agencyId(), copy.id()).complaint();
        complaints.append(
                locked,
                List.of(Event.of(
                        Event.Kind.MOVED_IN,
                        null,
                        "origin",
                        origin.publicNumber(),
                        "head",
                        HexFormat.of().formatHex(origin.chainHead()))),
                copy.receivedAt());
    }

    /** The answer of an outside body, for the reporter. The case stays ended: it is no longer this agency's. */
    @Transactional
    public Outcome answered(
            int agencyId, long officerId, long complaintId, long transferId, String text, List<StoredFile> files) {
        Case k = cases.lock(agencyId, complaintId);
        Instant now = clock.instant();
        if (!Sight.of(k, officerId, people.holdings(agencyId, officerId), false, now)
                .acts()) return new Outcome.Refused("", "handling.notYours");
        if (k.transfers().stream().noneMatch(x -> x.id() == transferId && x.awaited()))
            return new Outcome.Refused("", "handling.noSuchTransfer");
        if (text.isBlank()) return new Outcome.Refused("isi", "handling.answerMissing");
        Transition t = cases.change(k, now, officerId);
        Message m = t.say(Message.Audience.REPORTER, Message.Kind.ANSWER, text);
        t.answerWith(m);
        t.add(new Event(
                Event.Kind.OUTSIDE_ANSWERED, officerId, t.withText(Map.of("transfer", Long.toString(transferId)), m)));
        t.tellReporter("answered", m);
        store.answered(agencyId, transferId, now);
        Complaint saved = cases.save(t);
        complaints.attach(
                agencyId,
                Stream.concat(Stream.of(m), t.joinedAnswers().stream()).toList(),
                files,
                now);
        return new Outcome.Done(saved);
    }

    /** Goes on under another unit: a run of its own under the procedure in force, from its first step. */
    @Transactional(propagation = Propagation.MANDATORY)
    Complaint moveOn(Complaint ended, Transfer to, long officer, Instant now) {
        int agencyId = ended.agencyId();
        Case k = cases.lock(agencyId, ended.id());
        Handling last = k.handling();
        Sops.Running under =
                sops.inForce(agencyId).filter(s -> fits(s.sop(), k)).orElseGet(() -> sops.byId(agencyId, last.sopId()));
        long unit = Objects.requireNonNull(to.unitId());
        Handling next = new Handling(Ids.next(now), ended.id(), under.id(), last.round() + 1, unit, now, null, null);
        Transition t = cases.change(k.run(next, under.sop()), now, officer);
        t.moveOn(unit, Objects.requireNonNull(last.endedAt()), to.id());
        return cases.save(t);
    }

    /** Whether the version still has every step that the case has been through; else the case stays under its own. */
    private static boolean fits(Sop sop, Case k) {
        return k.assignments().stream()
                .allMatch(a -> sop.hasStep(a.step())
                        && (Standing.is(a.step()) || sop.actors().containsKey(a.role())));
    }
}
