package id.tindak.handling;

import id.tindak.base.Ids;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Event;
import id.tindak.message.Conversations;
import id.tindak.message.Message;
import id.tindak.message.Outbox.Outgoing;
import id.tindak.message.PhoneCall;
import id.tindak.message.Transcript;
import id.tindak.notice.Notice;
import id.tindak.sop.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One change of a case, worked out before anything is written, as far as it is worked out: assignments, events, texts, messages, entries. {@link Transition} works it out, {@link Cases#save} writes it
 * in one go.
 */
abstract class CaseChange {

    /**
     * Rules of the agency that are not in the SOP (RULES.md, Clocks).
     *
     * @param returnsBeforeCoordinator after so many returns between officers the next one goes to the coordinator
     */
    public record Rules(
            int daysToComplete,
            int daysToReact,
            int returnsBeforeCoordinator,
            List<StatutoryLimit> limits,
            Map<String, StepEffect> effects,
            String link) {}

    /**
     * A decision made on paper and entered by somebody else (RULES.md, The desk).
     *
     * @param official who decided
     * @param pen when
     */
    record Paper(long official, Instant pen) {}

    final Case from;
    final Rules rules;
    final Instant now;
    final @Nullable Long officer;
    private @Nullable Paper paper;
    private @Nullable TextSource source;
    private final List<Copy> copies = new ArrayList<>();
    private final Map<Long, Assignment> assignments = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Message> texts = new ArrayList<>();
    private final List<PhoneCall> calls = new ArrayList<>();
    private final List<Transcript> transcripts = new ArrayList<>();
    private final List<Outgoing> outgoing = new ArrayList<>();
    private final Map<String, String> books = new LinkedHashMap<>();
    private final Map<StepEffect, String> writing = new LinkedHashMap<>();
    private final Map<Long, Commitment> commitments = new LinkedHashMap<>();
    private final Set<String> told = new LinkedHashSet<>();
    private final List<Notice> notices = new ArrayList<>();
    private String step = "";
    private Handling handling;
    private Complaint complaint;
    private @Nullable Message answer;
    private String addressee = "";
    private List<Message> joinedAnswers = List.of();

    CaseChange(Case from, Rules rules, Instant now, @Nullable Long officer) {
        this.from = from;
        this.rules = rules;
        this.now = now;
        this.officer = officer;
        this.handling = from.handling();
        this.complaint = from.complaint();
    }

    /** Lets the effect write rows of its own module once this change is saved; what is worked out and dropped leaves nothing. */
    public void write(StepEffect effect, String argument) {
        writing.putIfAbsent(effect, argument);
    }

    /** Effects that have rows to write, each with its argument. */
    Map<StepEffect, String> writing() {
        return Map.copyOf(writing);
    }

    /** Asks for an entry of the case in a book; once, however many steps are done at a stroke. */
    public void record(String book) {
        record(book, step);
    }

    Rules rules() {
        return rules;
    }

    public Case before() {
        return from;
    }

    public Complaint complaint() {
        return complaint;
    }

    public Handling handling() {
        return handling;
    }

    public Instant now() {
        return now;
    }

    void record(String book, String step) {
        books.putIfAbsent(book, step);
    }

    void put(Commitment c) {
        commitments.put(c.id(), c);
    }

    /** Commitments to write, whether new or changed. */
    List<Commitment> commitments() {
        return List.copyOf(commitments.values());
    }

    /** Lets the officers of a role hear of it by mail. */
    void tell(String role) {
        told.add(role);
    }

    /** Roles that the SOP wants told. */
    Set<String> told() {
        return told;
    }

    /** Lets an officer hear of something that is not new work. */
    void notify(Notice notice) {
        notices.add(notice);
    }

    List<Notice> notices() {
        return notices;
    }

    /** Those of {@link #assignments} that are open. */
    public List<Assignment> opened() {
        return assignments.values().stream().filter(Assignment::open).toList();
    }

    /** Officers whom the case accuses. */
    Set<Long> excluded() {
        return from.excluded();
    }

    /** Rows to write, whether new or changed. */
    public List<Assignment> assignments() {
        return List.copyOf(assignments.values());
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    public List<Message> texts() {
        return List.copyOf(texts);
    }

    public List<Outgoing> outgoing() {
        return List.copyOf(outgoing);
    }

    /** Books in which the case is to be entered, each with the step that asks for it; {@link Recorder} gives the numbers. */
    public Map<String, String> books() {
        return Map.copyOf(books);
    }

    /** Who does it; null for the reporter or the program. */
    public @Nullable Long officer() {
        return officer;
    }

    /** Whose decision it is: the official's, where it is entered in his name, else whoever does it. */
    @Nullable
    Long author() {
        return paper == null ? officer : Long.valueOf(paper.official());
    }

    /** From here on the officer enters what the official decided on paper. */
    void onPaper(Paper decided) {
        paper = decided;
    }

    /** The text of this decision began as another. */
    void takenFrom(@Nullable TextSource taken) {
        source = taken;
    }

    /** Copies to send, new. */
    public List<Copy> copies() {
        return List.copyOf(copies);
    }

    /** The answer that this transition gives to the reporter, once it is written. */
    public @Nullable Message answer() {
        return answer;
    }

    /** The outside body to which the case goes; empty when it goes to none. */
    public String addressee() {
        return addressee;
    }

    /** The answer as it went to the reporters of joined cases, once it is saved. */
    List<Message> joinedAnswers() {
        return joinedAnswers;
    }

    void joinedAnswers(List<Message> said) {
        joinedAnswers = said;
    }

    /** A letter to an outside body is due. */
    void addressTo(String body) {
        addressee = body;
    }

    /** A text of this case, to be stored with the transition. */
    Message say(Message.Audience audience, Message.Kind kind, String body) {
        Message m = Conversations.compose(complaint.id(), now, officer, audience, kind, body);
        texts.add(m);
        return m;
    }

    /** This text was said on the telephone; an officer says so. */
    void called(Message said, long by, PhoneCall.Direction direction, Instant at, String with, String... more) {
        calls.add(new PhoneCall(said.id(), direction, at, with));
        Map<String, String> facts = new LinkedHashMap<>(textFacts(said));
        facts.put("direction", direction.name());
        facts.put("held", at.toString());
        for (int i = 0; i < more.length; i += 2) facts.put(more[i], more[i + 1]);
        events.add(new Event(Event.Kind.PHONE_CALL, by, facts));
    }

    /** This text is what the officer understood of another. */
    void understood(Message said, Transcript transcript) {
        transcripts.add(transcript);
        Map<String, String> facts = new LinkedHashMap<>(textFacts(said));
        facts.put("of", Long.toString(transcript.of()));
        Long file = transcript.attachment();
        if (file != null) facts.put("file", Long.toString(file));
        facts.put("language", transcript.language().name());
        events.add(new Event(Event.Kind.TRANSCRIBED, officer, facts));
    }

    /** Transcripts to write, new. */
    List<Transcript> transcripts() {
        return List.copyOf(transcripts);
    }

    /** Calls to write, new. */
    List<PhoneCall> calls() {
        return List.copyOf(calls);
    }

    /** An act for which the officer gives a reason: the reason stays in the office, the event names it by its fingerprint. */
    void because(String reason, Event.Kind kind, String... more) {
        Map<String, String> facts =
                new LinkedHashMap<>(textFacts(say(Message.Audience.OFFICE, Message.Kind.REASON, reason)));
        for (int i = 0; i < more.length; i += 2) facts.put(more[i], more[i + 1]);
        events.add(new Event(kind, officer, facts));
    }

    void answerWith(Message text) {
        answer = text;
    }

    /** Something that happened with the transition, said by whoever made it happen. */
    public void add(Event event) {
        events.add(event);
    }

    void put(Assignment a) {
        assignments.put(a.id(), a);
    }

    void change(Complaint changed) {
        complaint = changed;
    }

    void change(Handling changed) {
        handling = changed;
    }

    /** Whether this assignment is among those to write. */
    boolean changes(Assignment a) {
        return assignments.containsKey(a.id());
    }

    /** From here on things happen because of this step. */
    void at(Step effective) {
        step = effective.no();
    }

    /**
     * Stages a message to the reporter, when there is an address and the case is not suspect. An unconfirmed address gets number,
     * state and link only: the typed text goes along only to a confirmed one.
     */
    public void tellReporter(String template, @Nullable Message typed) {
        tellReporter(template, typed, Map.of());
    }

    /** @param more parameters of the message, beside those that every one has */
    public void tellReporter(String template, @Nullable Message typed, Map<String, String> more) {
        ReporterNews.to(complaint, from.reporter(), from.sop(), rules.link())
                .of(template, typed, more)
                .ifPresent(outgoing::add);
    }

    /** Tells an officer that the input has come for which this work asked. */
    void inform(long assignment, long asker) {
        copies.add(new Copy(Ids.next(now), assignment, Copy.Kind.MASUKAN, Queue.person(asker), officer, now, null));
    }

    /** Whoever holds the case finds it among what there is to know; while it waits for the reporter, whoever held it last. */
    void unreached(String channel, boolean perhaps) {
        add(Event.of(perhaps ? Event.Kind.PERHAPS_NOT_REACHED : Event.Kind.NOT_REACHED, null, "channel", channel));
        from.assignments().stream()
                .filter(a -> !a.waitsForReporter())
                .max(Comparator.comparing(Assignment::open).thenComparing(Assignment::id))
                .ifPresent(a -> copies.add(new Copy(
                        Ids.next(now),
                        a.id(),
                        Copy.Kind.TIDAK_SAMPAI,
                        a.holder().queue(),
                        null,
                        now,
                        null)));
    }

    private Copy copy(Assignment a, Copy.Kind kind, String queue, @Nullable Instant pen) {
        return new Copy(Ids.next(now), a.id(), kind, queue, officer, now, pen);
    }

    /** The official learns what was entered in his name; the SOP's copies go out. */
    void copies(Assignment a, List<String> actors) {
        if (paper != null) copies.add(copy(a, Copy.Kind.ATAS_NAMA, Queue.person(paper.official()), paper.pen()));
        for (String actor : actors) {
            Long unit = from.sop().actor(actor).perUnit() ? handling.targetUnitId() : null;
            copies.add(copy(a, Copy.Kind.TEMBUSAN, Queue.role(actor, unit), null));
            events.add(Event.of(Event.Kind.COPIED, officer, "step", a.step(), "to", actor));
        }
    }

    Map<String, String> withText(Map<String, String> facts, Message text) {
        Map<String, String> all = new LinkedHashMap<>(facts);
        all.putAll(textFacts(text));
        return all;
    }

    Map<String, String> textFacts(Message text) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("message", Long.toString(text.id()));
        facts.put("text", text.fingerprint());
        if (source != null) facts.put("source", source.word());
        return facts;
    }

    Map<String, String> facts(Assignment a, @Nullable Message text, String... more) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("step", a.step());
        facts.put("assignment", Long.toString(a.id()));
        for (int i = 0; i < more.length; i += 2) facts.put(more[i], more[i + 1]);
        if (paper != null) {
            facts.put("behalf", Long.toString(paper.official()));
            facts.put("pen", paper.pen().toString());
        }
        if (text != null) facts.putAll(textFacts(text));
        return facts;
    }
}
