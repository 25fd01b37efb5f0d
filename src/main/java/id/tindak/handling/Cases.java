package id.tindak.handling;

import id.tindak.agency.Agencies;
import id.tindak.agency.Calendars;
import id.tindak.agency.People;
import id.tindak.agency.Settings;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Event;
import id.tindak.complaint.Reporter;
import id.tindak.message.Conversations;
import id.tindak.message.Outbox;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Loads a case for the engine and writes a transition: the only place where the engine meets the database. */
@Component
class Cases {

    private final HandlingStore store;
    private final DispositionStore dispositions;
    private final CopyStore copies;
    private final CommitmentStore commitments;
    private final Complaints complaints;
    private final Conversations conversations;
    private final Outbox outbox;
    private final Sops sops;
    private final Calendars calendars;
    private final Agencies agencies;
    private final People people;
    private final Recorder recorder;
    private final News news;
    private final ReminderRoutes reminders;
    private final Joins joins;
    private final Map<String, StepEffect> effects;

    Cases(
            HandlingStore store,
            DispositionStore dispositions,
            CopyStore copies,
            CommitmentStore commitments,
            Complaints complaints,
            Conversations conversations,
            Outbox outbox,
            Sops sops,
            Calendars calendars,
            Agencies agencies,
            People people,
            Recorder recorder,
            News news,
            ReminderRoutes reminders,
            Joins joins,
            List<StepEffect> effects) {
        this.store = store;
        this.dispositions = dispositions;
        this.copies = copies;
        this.commitments = commitments;
        this.complaints = complaints;
        this.conversations = conversations;
        this.outbox = outbox;
        this.sops = sops;
        this.calendars = calendars;
        this.agencies = agencies;
        this.people = people;
        this.recorder = recorder;
        this.news = news;
        this.reminders = reminders;
        this.joins = joins;
        this.effects = effects.stream().collect(Collectors.toMap(StepEffect::word, Function.identity()));
    }

    /** The case with its complaint locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Case lock(int agencyId, long complaintId) {
        return load(complaints.lock(agencyId, complaintId));
    }

    /** The case as it stands, for showing. */
    Case load(Complaints.Known known) {
        Complaint c = known.complaint();
        HandlingStore.Stored stored = store.stored(c.agencyId(), c.id());
        int version = agencies.byId(c.agencyId()).calendarVersion();
        return new Case(
                c,
                known.reporter(),
                stored.handling(),
                stored.assignments(),
                stored.dispositions(),
                stored.commitments(),
                stored.inputs(),
                stored.clocks(),
                sops.byId(c.agencyId(), stored.handling().sopId()).sop(),
                calendars.version(c.agencyId(), version),
                version,
                stored.excluded(),
                stored.transfers());
    }

    /** A case that begins: nothing of its handling is stored yet. */
    Case fresh(Complaint c, Reporter reporter, Handling handling, Sops.Running sop) {
        int version = agencies.byId(c.agencyId()).calendarVersion();
        return new Case(
                c,
                reporter,
                handling,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                sop.sop(),
                calendars.version(c.agencyId(), version),
                version,
                Set.of());
    }

    /** A change of this case that nothing is written of yet. */
    Transition change(Case k, Instant now, @Nullable Long officer) {
        return new Transition(k, rules(k.complaint().agencyId(), now, k.complaint()), now, officer);
    }

    Transition.Rules rules(Case k, Instant now) {
        return rules(k.complaint().agencyId(), now, k.complaint());
    }

    Transition.Rules rules(int agencyId, Instant now, Complaint c) {
        Settings settings = agencies.settings(agencyId);
        return new Transition.Rules(
                settings.number("hari_melengkapi"),
                settings.number("hari_reaksi"),
                settings.number("batas_pengembalian"),
                limits(agencyId, now),
                effects,
                agencies.byId(agencyId).baseUrl() + "/lacak/" + c.publicNumber());
    }

    /** The statutory limits of that day. */
    List<StatutoryLimit> limits(int agencyId, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, agencies.byId(agencyId).zone());
        return limits.computeIfAbsent(new LimitKey(agencyId, day), k -> store.limits(agencyId, day));
    }

    private record LimitKey(int agencyId, LocalDate day) {}

    private final Map<LimitKey, List<StatutoryLimit>> limits = new java.util.concurrent.ConcurrentHashMap<>();

    /** Statutory limits are read once a day and whenever the agency confirmed one. */
    void forgetLimits() {
        limits.clear();
    }

    /** Writes everything that the transition worked out, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    Complaint save(Transition t) {
        t.writing().forEach((effect, argument) -> effect.write(t, argument));
        Complaint c = t.complaint();
        List<Assignment> assignments = t.assignments().stream()
                .map(a -> reminders.planned(t, stillHeld(t, a)))
                .toList();
        store.write(c.agencyId(), t.handling(), assignments, t.changedClocks());
        conversations.store(c.agencyId(), t.texts());
        conversations.storeCalls(c.agencyId(), c.id(), t.calls());
        conversations.storeTranscripts(c.agencyId(), c.id(), t.transcripts());
        dispositions.write(c.agencyId(), c.id(), t.dispositions());
        copies.write(c.agencyId(), c.id(), t.copies());
        commitments.write(c.agencyId(), c.id(), t.commitments());
        outbox.stage(c.agencyId(), t.outgoing());
        news.gather(t, assignments);
        List<Event> events = new ArrayList<>(t.events());
        // a book's counter is locked from here to the commit: after it comes only the link that says the number
        if (!t.books().isEmpty()) events.addAll(recorder.record(t));
        Complaint saved = events.isEmpty() ? c : complaints.append(c, events, t.now());
        joins.follow(this, t, saved);
        return saved;
    }

    /** Work that goes back to a person stays with that person only while the role is still held; else the role's queue gets it. */
    private Assignment stillHeld(Transition t, Assignment a) {
        Long person = a.officerId();
        if (!a.open() || person == null || a.reason() == Assignment.Reason.FORWARD || a.version() > 1) return a;
        if (a.reason() == Assignment.Reason.ORDER) return a;
        boolean holds = !t.before().barred(a, person)
                && people.holdings(t.complaint().agencyId(), person).stream()
                        .anyMatch(h -> h.holds(a.role(), a.unitId()));
        return holds ? a : a.ofRole();
    }
}
