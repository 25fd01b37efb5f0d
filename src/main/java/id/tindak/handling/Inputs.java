package id.tindak.handling;

import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.agency.Unit;
import id.tindak.base.Ids;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Event;
import id.tindak.complaint.StoredFile;
import id.tindak.message.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking a unit for its input, and giving it (minta masukan). */
@Service
public class Inputs {

    /** Rows of the list; what was answered makes room for the next. */
    private static final int PAGE = 100;

    private final Cases cases;
    private final InputStore store;
    private final Complaints complaints;
    private final People people;
    private final Desk desk;
    private final Clock clock;

    Inputs(Cases cases, InputStore store, Complaints complaints, People people, Desk desk, Clock clock) {
        this.cases = cases;
        this.store = store;
        this.complaints = complaints;
        this.people = people;
        this.desk = desk;
        this.clock = clock;
    }

    /** What a unit is asked and has not answered. */
    public record Listed(
            String number,
            String title,
            String question,
            String askedBy,
            Instant askedAt,
            @Nullable Instant due) {}

    /** Units in which somebody can answer, each with whether it is elected; none in a confidential case, which is not shown around. */
    public List<Unit> askable(int agencyId, Case k) {
        if (k.complaint().confidential()) return List.of();
        List<Long> held = people.holdersToday(agencyId).stream()
                .filter(h -> !k.excluded().contains(h.officerId()))
                .map(RoleHolder::unitId)
                .flatMap(Stream::ofNullable)
                .toList();
        return people.units(agencyId).stream()
                .filter(u -> held.contains(u.id()) && u.validOn(people.today(agencyId)))
                .toList();
    }

    /** What the units of this officer are asked. */
    @Transactional(readOnly = true)
    public List<Listed> open(int agencyId, long officerId) {
        List<Long> units = desk.owner(agencyId, officerId).units();
        return units.isEmpty() ? List.of() : store.open(agencyId, officerId, units, PAGE);
    }

    /** The holder asks. A unit is asked once at a time. */
    @Transactional
    public Outcome ask(
            int agencyId,
            long officerId,
            long complaintId,
            long assignmentId,
            @Nullable Long unit,
            @Nullable Instant due,
            String question) {
        Case k = cases.lock(agencyId, complaintId);
        Assignment a = k.open(assignmentId).orElse(null);
        if (a == null || !Sight.decides(k, a, officerId, people.holdings(agencyId, officerId)))
            return new Outcome.Refused("", "handling.notYours");
        Unit asked = askable(agencyId, k).stream()
                .filter(u -> Objects.equals(u.id(), unit))
                .findFirst()
                .orElse(null);
        if (asked == null) return new Outcome.Refused("unit", "handling.unitMissing");
        if (Objects.equals(a.unitId(), unit)) return new Outcome.Refused("unit", "handling.partyItself");
        if (question.isBlank()) return new Outcome.Refused("teks", "handling.questionMissing");
        Instant now = clock.instant();
        if (due != null && !due.isAfter(now)) return new Outcome.Refused("tenggat", "handling.deadlinePast");
        if (k.inputs().stream().anyMatch(i -> i.open() && i.unitId() == asked.id()))
            return new Outcome.Refused("unit", "handling.askedAlready");
        Transition t = cases.change(k, now, officerId);
        Message text = t.say(Message.Audience.OFFICE, Message.Kind.INSTRUCTION, question);
        InputRequest request = new InputRequest(
                Ids.next(now),
                a.id(),
                asked.id(),
                officerId,
                now,
                text.id(),
                asked.elected() ? null : due,
                null,
                null,
                null,
                null);
        t.add(new Event(Event.Kind.INPUT_ASKED, officerId, t.withText(facts(request), text)));
        Complaint saved = cases.save(t);
        store.write(agencyId, complaintId, request);
        return new Outcome.Done(saved);
    }

    /** Somebody of the asked unit answers; who asked is told on the list of what has to be known. */
    @Transactional
    public Outcome give(
            int agencyId, long officerId, long complaintId, long requestId, String text, List<StoredFile> files) {
        Case k = cases.lock(agencyId, complaintId);
        InputRequest request = of(k, requestId);
        if (request == null || k.excluded().contains(officerId) || !request.asks(people.holdings(agencyId, officerId)))
            return new Outcome.Refused("", "handling.notYours");
        if (!request.open() || !k.handling().open() || k.complaint().confidential())
            return new Outcome.Refused("", "handling.askedOver");
        if (text.isBlank()) return new Outcome.Refused("teks", "handling.resultMissing");
        Instant now = clock.instant();
        Transition t = cases.change(k, now, officerId);
        Message answer = t.say(Message.Audience.OFFICE, Message.Kind.RESULT, text);
        t.add(new Event(Event.Kind.INPUT_GIVEN, officerId, t.withText(facts(request), answer)));
        t.inform(request.assignmentId(), request.askedBy());
        Complaint saved = cases.save(t);
        complaints.attach(saved, answer, files, now);
        store.write(agencyId, complaintId, request.given(now, officerId, answer.id()));
        return new Outcome.Done(saved);
    }

    /** Who asked does not need it any more. */
    @Transactional
    public Outcome withdraw(int agencyId, long officerId, long complaintId, long requestId) {
        Case k = cases.lock(agencyId, complaintId);
        InputRequest request = of(k, requestId);
        if (request == null || request.askedBy() != officerId || k.excluded().contains(officerId))
            return new Outcome.Refused("", "handling.notYours");
        if (!request.open()) return new Outcome.Refused("", "handling.askedOver");
        Instant now = clock.instant();
        Transition t = cases.change(k, now, officerId);
        t.add(new Event(Event.Kind.INPUT_WITHDRAWN, officerId, facts(request)));
        Complaint saved = cases.save(t);
        store.write(agencyId, complaintId, request.withdrawn(now));
        return new Outcome.Done(saved);
    }

    private static @Nullable InputRequest of(Case k, long id) {
        return k.inputs().stream().filter(i -> i.id() == id).findFirst().orElse(null);
    }

    private static Map<String, String> facts(InputRequest r) {
        return Map.of("input", Long.toString(r.id()), "unit", Long.toString(r.unitId()));
    }
}
