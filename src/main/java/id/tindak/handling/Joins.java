package id.tindak.handling;

import id.tindak.agency.Agencies;
import id.tindak.calendar.TimeStandard;
import id.tindak.complaint.Changes;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Complaints.Known;
import id.tindak.complaint.Complaints.Linked;
import id.tindak.complaint.Event;
import id.tindak.complaint.Privacy;
import id.tindak.message.Conversations;
import id.tindak.message.Message;
import id.tindak.message.Outbox;
import id.tindak.message.Outbox.Outgoing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What joined cases have of the case that goes on for them. Each keeps reporter, channel, number and clocks; when the one is answered, refused or
 * passed on, each reporter is told so under the own number and in the own way. A blackout with two hundred reporters is a handful of statements.
 */
@Component
class Joins {

    private static final Set<Event.Kind> ANSWERED = Set.of(Event.Kind.ANSWERED, Event.Kind.OUTSIDE_ANSWERED);
    private static final Set<String> OVER = Set.of(Handling.WITHDRAWN, Handling.EXPIRED);

    private final JoinStore store;
    private final ExclusionStore exclusions;
    private final Complaints complaints;
    private final Conversations conversations;
    private final Outbox outbox;
    private final Agencies agencies;

    Joins(
            JoinStore store,
            ExclusionStore exclusions,
            Complaints complaints,
            Conversations conversations,
            Outbox outbox,
            Agencies agencies) {
        this.store = store;
        this.exclusions = exclusions;
        this.complaints = complaints;
        this.conversations = conversations;
        this.outbox = outbox;
        this.agencies = agencies;
    }

    /** Part of the transaction that saves the head. */
    void follow(Cases cases, Transition t, Complaint head) {
        hide(t, head);
        boolean ended = t.before().handling().open() && !t.handling().open();
        if (ended && OVER.contains(String.valueOf(t.handling().outcome()))) promote(cases, t, head);
        else said(t, ended).ifPresent(m -> tell(t, head, m));
    }

    /** Whoever is kept from the head is kept from the others: what they say of the matter, and the one answer, stand there too. */
    private void hide(Transition t, Complaint head) {
        boolean secret = head.confidential() && !t.before().complaint().confidential();
        Set<Long> accused = t.events().stream()
                .filter(e -> e.kind() == Event.Kind.OFFICER_EXCLUDED)
                .map(e -> Long.valueOf(Objects.requireNonNull(e.facts().get("officer"))))
                .collect(Collectors.toSet());
        if (!secret && accused.isEmpty()) return;
        for (Known k : complaints.lockJoined(head)) {
            Complaint c = k.complaint();
            List<Event> events = new ArrayList<>();
            if (secret && !c.confidential())
                events.add(Event.of(
                        Event.Kind.PRIVACY_RAISED,
                        t.officer(),
                        "from",
                        c.privacy().name(),
                        "to",
                        Privacy.RAHASIA.name()));
            for (long officer : accused)
                events.add(Event.of(Event.Kind.OFFICER_EXCLUDED, t.officer(), "officer", Long.toString(officer)));
            if (!accused.isEmpty()) exclusions.add(c.agencyId(), c.id(), accused, t.now(), t.officer());
            complaints.append(secret ? Changes.of(c).privacy(Privacy.RAHASIA).complaint() : c, events, t.now());
        }
    }

    /** What the head's reporter has just been told for good. */
    private static Optional<Message> said(Transition t, boolean ended) {
        Message answer = t.answer();
        if (answer != null && t.events().stream().anyMatch(e -> ANSWERED.contains(e.kind())))
            return Optional.of(answer);
        return ended
                ? t.texts().stream()
                        .filter(m -> m.kind() == Message.Kind.REASON && m.audience() == Message.Audience.REPORTER)
                        .findFirst()
                : Optional.empty();
    }

    /** Its own time to react to what it was told is over: it is closed, and stays so when the head goes on. */
    private static boolean reacted(Complaint c) {
        return c.closed() && c.reactUntil() != null;
    }

    private void tell(Transition t, Complaint head, Message said) {
        int agencyId = head.agencyId();
        boolean late = t.events().stream().anyMatch(e -> e.kind() == Event.Kind.OUTSIDE_ANSWERED);
        List<Known> joined = complaints.lockJoined(head).stream()
                .filter(k -> late || !reacted(k.complaint()))
                .toList();
        if (joined.isEmpty()) return;
        Instant now = t.now();
        Instant react =
                t.before().calendar().deadline(now, TimeStandard.parse(t.rules().daysToReact() + " hari kerja"));
        boolean answer = said.kind() == Message.Kind.ANSWER;
        List<Message> texts = new ArrayList<>();
        List<Linked> events = new ArrayList<>();
        List<Outgoing> mails = new ArrayList<>();
        for (Known k : joined) {
            Complaint c = k.complaint();
            Message own = Conversations.compose(
                    c.id(), now, said.officerId(), Message.Audience.REPORTER, said.kind(), said.body());
            texts.add(own);
            Complaint changed = Changes.of(c)
                    .ended(String.valueOf(c.outcome()), react, null)
                    .complaint();
            events.add(new Linked(
                    changed,
                    Event.of(
                            Event.Kind.HEAD_ANSWERED,
                            t.officer(),
                            "head",
                            Long.toString(head.id()),
                            "message",
                            Long.toString(own.id()),
                            "text",
                            own.fingerprint())));
            ReporterNews.to(c, k.reporter(), t.before().sop(), link(c))
                    .of(answer ? "answered" : "joinedEnded", own, Map.of())
                    .ifPresent(mails::add);
        }
        conversations.store(agencyId, texts);
        complaints.appendEach(agencyId, events, now);
        outbox.stage(agencyId, mails);
        stopClocks(t, joined);
        t.joinedAnswers(texts);
    }

    private void stopClocks(Transition t, List<Known> joined) {
        int agencyId = t.complaint().agencyId();
        List<JoinStore.Running> running =
                store
                        .running(
                                agencyId,
                                joined.stream().map(k -> k.complaint().id()).toList())
                        .stream()
                        .map(r -> new JoinStore.Running(
                                r.complaintId(), r.clock().stop(t.before().calendar(), t.now())))
                        .toList();
        store.stop(agencyId, running, t.now());
    }

    /** The head's reporter is out of it: the oldest of the others goes on in its place. */
    private void promote(Cases cases, Transition t, Complaint head) {
        List<Known> waiting = complaints.lockJoined(head).stream()
                .filter(k -> k.complaint().reactUntil() == null)
                .toList();
        if (waiting.isEmpty()) return;
        Case first = cases.load(waiting.getFirst());
        Transition next = cases.change(first, t.now(), null);
        next.separate();
        next.add(Event.of(Event.Kind.HEAD_ENDED, null, "head", Long.toString(head.id())));
        Complaint goesOn = cases.save(next);
        List<Linked> others = waiting.stream()
                .skip(1)
                .map(k -> new Linked(
                        Changes.of(k.complaint()).joined(goesOn.id()).complaint(),
                        Event.of(Event.Kind.HEAD_CHANGED, null, "head", Long.toString(goesOn.id()))))
                .toList();
        complaints.appendEach(head.agencyId(), others, t.now());
    }

    private String link(Complaint c) {
        return agencies.byId(c.agencyId()).baseUrl() + "/lacak/" + c.publicNumber();
    }
}
