package id.tindak.handling;

import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Event;
import id.tindak.complaint.Privacy;
import id.tindak.message.Message;
import id.tindak.sop.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an officer has to know: copies that the SOP sends, and what others entered in the own name. */
@Service
public class Copies {

    /** Rows of one page; what was acknowledged makes room for the next. */
    static final int PAGE = 100;

    private final CopyStore store;
    private final Desk desk;
    private final Cases cases;
    private final Complaints complaints;
    private final Sops sops;
    private final Clock clock;

    Copies(CopyStore store, Desk desk, Cases cases, Complaints complaints, Sops sops, Clock clock) {
        this.store = store;
        this.desk = desk;
        this.cases = cases;
        this.complaints = complaints;
        this.sops = sops;
        this.clock = clock;
    }

    /** @param step number of the step that sent it */
    public record Listed(
            Copy copy,
            long complaintId,
            String number,
            String title,
            Privacy privacy,
            String step,
            long sopId,
            String sender) {}

    /** One copy with the step that sent it. */
    public record Read(Listed listed, Step step) {}

    /** @param more whether there are others behind these */
    public record Page(List<Read> list, boolean more) {}

    @Transactional(readOnly = true)
    public Page unread(int agencyId, long officerId) {
        List<Listed> found = store.unread(desk.owner(agencyId, officerId), PAGE + 1);
        return new Page(
                found.stream()
                        .sorted(Comparator.comparingLong(l -> l.copy().id()))
                        .limit(PAGE)
                        .map(l ->
                                new Read(l, sops.byId(agencyId, l.sopId()).sop().step(l.step())))
                        .toList(),
                found.size() > PAGE);
    }

    /**
     * The officer knows of these; each case says so. What is not on the own list, or was acknowledged meanwhile, is passed over.
     *
     * @return how many were acknowledged
     */
    @Transactional
    public int acknowledge(int agencyId, long officerId, Collection<Long> ids) {
        Instant now = clock.instant();
        List<Listed> known = store.byIds(desk.owner(agencyId, officerId), ids);
        // cases are locked in the order of their ids, so that two lists cannot wait for each other
        new TreeMap<>(known.stream().collect(Collectors.groupingBy(Listed::complaintId)))
                .forEach((complaint, copies) -> {
                    Complaint c = complaints.lock(agencyId, complaint).complaint();
                    complaints.append(
                            c,
                            copies.stream()
                                    .map(l -> Event.of(
                                            Event.Kind.ACKNOWLEDGED,
                                            officerId,
                                            "copy",
                                            Long.toString(l.copy().id()),
                                            "step",
                                            l.step(),
                                            "kind",
                                            l.copy().kind().name(),
                                            "queue",
                                            l.copy().queue()))
                                    .toList(),
                            now);
                });
        store.acknowledge(agencyId, known.stream().map(l -> l.copy().id()).toList(), officerId, now);
        return known.size();
    }

    /** What was entered in the officer's name is not what he decided: the case says so, and why. */
    @Transactional
    public Outcome object(int agencyId, long officerId, long copyId, String reason) {
        if (reason.isBlank()) return new Outcome.Refused("alasan", "handling.reasonMissing");
        Instant now = clock.instant();
        Listed l = store.byIds(desk.owner(agencyId, officerId), List.of(copyId)).stream()
                .filter(x -> x.copy().kind() == Copy.Kind.ATAS_NAMA)
                .findFirst()
                .orElse(null);
        if (l == null) return new Outcome.Refused("", "handling.notYours");
        Case k = cases.lock(agencyId, l.complaintId());
        Transition t = cases.change(k, now, officerId);
        Message why = t.say(Message.Audience.OFFICE, Message.Kind.REASON, reason);
        t.add(new Event(
                Event.Kind.OBJECTED,
                officerId,
                t.withText(
                        java.util.Map.of(
                                "copy", Long.toString(copyId),
                                "step", l.step(),
                                "assignment", Long.toString(l.copy().assignmentId())),
                        why)));
        Complaint saved = cases.save(t);
        store.acknowledge(agencyId, List.of(copyId), officerId, now);
        return new Outcome.Done(saved);
    }
}
