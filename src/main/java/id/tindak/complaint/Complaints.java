package id.tindak.complaint;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.base.Chain;
import id.tindak.base.Ids;
import id.tindak.message.Conversations;
import id.tindak.message.Message;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Complaints as filed: writing them, finding them, linking what happened into their chains. */
@Service
public class Complaints {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ComplaintStore store;
    private final Conversations conversations;
    private final Agencies agencies;
    private final List<ChainWatch> watches;

    Complaints(ComplaintStore store, Conversations conversations, Agencies agencies, List<ChainWatch> watches) {
        this.store = store;
        this.conversations = conversations;
        this.agencies = agencies;
        this.watches = watches;
    }

    /** A complaint just written, with the texts that were written with it. */
    public record Filed(Complaint complaint, List<Message> texts) {}

    /** A complaint with who filed it and what was attached. */
    public record Known(Complaint complaint, Reporter reporter, List<Attachment> attachments) {}

    /** The complaint that this submission already made, if the same form came before. */
    public Optional<Complaint> bySubmission(int agencyId, String submissionKey) {
        return store.bySubmission(agencyId, submissionKey);
    }

    /**
     * Writes the complaint, its reporter, texts and attachments. Part of the intake's transaction.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the submission key or the random number is taken
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filed file(int agencyId, NewComplaint n, Instant now) {
        Agency agency = agencies.byId(agencyId);
        long id = Ids.next(now);
        Privacy privacy = n.concernsOfficer() ? Privacy.RAHASIA : n.privacy();
        Reporter reporter = n.privacy() == Privacy.TANPA_IDENTITAS ? Reporter.NOBODY : n.reporter();
        Complaint complaint = new Complaint(
                agencyId,
                id,
                PublicNumber.random(agency.numberPrefix(), LocalDate.ofInstant(now, agency.zone())),
                n.kind(),
                n.channel(),
                n.title(),
                n.category(),
                n.district(),
                n.village(),
                n.landmark(),
                privacy,
                n.concernsOfficer(),
                emergency(agencyId, n),
                n.suspect(),
                n.enteredBy(),
                now,
                0,
                0,
                1,
                null,
                null,
                null,
                null,
                0,
                Chain.START);
        List<Message> texts = n.texts(id, now);
        store.insert(complaint, n.submissionKey(), reporter, salt(), words(complaint, texts), personWords(reporter));
        conversations.store(agencyId, texts);
        attach(complaint, texts.getFirst(), n.uploads(), now);
        store.note(agencyId, id, n.reception());
        return new Filed(complaint, texts);
    }

    public Optional<Complaint> byNumber(int agencyId, String typed) {
        return store.byNumber(agencyId, PublicNumber.normal(typed));
    }

    public Optional<Complaint> byId(int agencyId, long id) {
        return store.byId(agencyId, id);
    }

    /** Complaint, reporter and attachments, found by the number as somebody typed it. */
    public Optional<Known> knownByNumber(int agencyId, String typed) {
        return store.knownByNumber(agencyId, PublicNumber.normal(typed));
    }

    /** What was noted when an officer wrote the complaint down; nothing is asked of the database where none did. */
    public Reception reception(Complaint c) {
        return c.enteredBy() == null ? Reception.NONE : store.reception(c.agencyId(), c.id());
    }

    /** Oldest first. */
    public List<Correction> corrections(Complaint c) {
        return c.enteredBy() == null ? List.of() : store.corrections(c.agencyId(), c.id());
    }

    /** Public numbers of complaints that came with a letter of this number from this person or institution. */
    public List<String> byLetter(int agencyId, String letterNumber, String sender) {
        return store.byLetter(agencyId, letterNumber, sender);
    }

    public Known known(Complaint c) {
        return store.known(c.agencyId(), c.id());
    }

    /** Oldest first. */
    public List<Chain> events(Complaint c) {
        return store.events(c.agencyId(), c.id());
    }

    /** Ended complaints whose reporter could react until before that time; by id from {@code after} on. */
    public List<Long> reactionOver(int agencyId, Instant now, long after, int limit) {
        return store.reactionOver(agencyId, now, after, limit);
    }

    /** Locks the complaint for the rest of the caller's transaction. Milliseconds: nothing slow may happen until the commit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Known lock(int agencyId, long id) {
        return store.locked(agencyId, id);
    }

    /** The same for all that are joined to this one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Known> lockJoined(Complaint head) {
        return store.lockedJoined(head.agencyId(), head.id());
    }

    /** One event of one complaint among many. */
    public record Linked(Complaint complaint, Event event) {}

    /** Links one event into each of many chains of an agency, in one statement; all must be locked. Writes when they close and to what they are joined. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void appendEach(int agencyId, List<Linked> all, Instant now) {
        if (all.isEmpty()) return;
        store.appendEach(
                agencyId,
                all.stream().map(Linked::complaint).toList(),
                all.stream()
                        .map(l -> link(
                                l.complaint(),
                                l.event(),
                                l.complaint().chainHead(),
                                l.complaint().chainCount() + 1,
                                now))
                        .toList());
        watches.forEach(w -> w.happened(agencyId, all));
    }

    private static Chain link(Complaint c, Event e, byte[] previous, int seq, Instant now) {
        return Chain.link(previous, seq, c.agencyId() + "/" + c.id(), e.kind().name(), e.actor(), now, e.facts());
    }

    /** Links the events and writes the complaint's changed columns, in one statement; {@code c} must be locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Complaint append(Complaint c, List<Event> events, Instant now) {
        List<Chain> links = new ArrayList<>();
        byte[] previous = c.chainHead();
        int seq = c.chainCount();
        for (Event e : events) {
            Chain link = link(c, e, previous, ++seq, now);
            links.add(link);
            previous = link.hash();
        }
        store.append(c, links);
        List<Linked> linked = events.stream().map(e -> new Linked(c, e)).toList();
        watches.forEach(w -> w.happened(c.agencyId(), linked));
        return Changes.of(c).chain(seq, previous).complaint();
    }

    /** Files of one text of the case, in the order in which they came. */
    public List<StoredFile> attachedTo(Complaint c, Message text) {
        return store.known(c.agencyId(), c.id()).attachments().stream()
                .filter(a -> a.messageId() == text.id())
                .map(Attachment::file)
                .toList();
    }

    /** Attaches stored files to a text, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void attach(Complaint c, Message text, List<StoredFile> files, Instant now) {
        attach(c.agencyId(), List.of(text), files, now);
    }

    /** Attaches the same files to texts of several cases. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void attach(int agencyId, List<Message> texts, List<StoredFile> files, Instant now) {
        if (files.isEmpty() || texts.isEmpty()) return;
        List<Long> complaintIds = new ArrayList<>();
        List<Attachment> all = new ArrayList<>();
        for (Message text : texts)
            for (StoredFile f : files) {
                complaintIds.add(text.complaintId());
                all.add(new Attachment(Ids.next(now), text.id(), f));
            }
        store.insert(agencyId, complaintIds, all);
    }

    /** What the reporter supplied later; empty fields leave what is there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void complete(Complaint c, Reporter completed, List<Message> allTexts) {
        store.completeReporter(c.agencyId(), c.id(), completed);
        index(c, completed, allTexts);
    }

    /** Something was said by which a search is to find the case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void index(Complaint c, Reporter reporter, List<Message> texts) {
        store.searchWords(c.agencyId(), c.id(), words(c, texts), personWords(reporter));
    }

    /** Writes a corrected value and keeps what stood there; {@code known} must be locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void correct(Known known, Correction correction, List<Message> allTexts) {
        Complaint c = known.complaint();
        EnteredField field = correction.field();
        store.correction(c.agencyId(), c.id(), correction);
        switch (field.of()) {
            case COMPLAINT -> store.column(c.agencyId(), c.id(), field, correction.to());
            case REPORTER, TEXT -> {}
            case RECEPTION, FACT -> store.note(c.agencyId(), c.id(), new Reception(Map.of(field, correction.to())));
        }
        Reporter reporter = known.reporter().with(field, correction.to());
        if (field.of() != EnteredField.Of.RECEPTION)
            complete(store.known(c.agencyId(), c.id()).complaint(), reporter, allTexts);
    }

    /** The reporter followed the link that was mailed to this address. True when it was not confirmed before. */
    @Transactional
    public boolean confirmEmail(Complaint c, String email, Instant now) {
        Complaint locked = store.locked(c.agencyId(), c.id()).complaint();
        if (!store.confirmEmail(c.agencyId(), c.id(), email, now)) return false;
        append(locked, List.of(new Event(Event.Kind.EMAIL_CONFIRMED, null, Map.of())), now);
        return true;
    }

    private boolean emergency(int agencyId, NewComplaint n) {
        String text = (n.title() + ' ' + n.body()).toLowerCase(Locale.ROOT);
        return agencies.settings(agencyId).list("kata_darurat").stream()
                .anyMatch(w -> text.contains(w.toLowerCase(Locale.ROOT)));
    }

    private static String[] words(Complaint c, List<Message> texts) {
        List<String> all = new ArrayList<>();
        all.add(c.title());
        if (c.landmark() != null) all.add(c.landmark());
        if (c.village() != null) all.add(c.village());
        if (c.district() != null) all.add(c.district());
        texts.stream().filter(t -> t.kind() != Message.Kind.ACCUSED).forEach(t -> all.add(t.body()));
        return SearchWords.of(all.toArray(String[]::new));
    }

    private static String[] personWords(Reporter r) {
        return SearchWords.ofPerson(r.name(), r.organisation(), r.represents());
    }

    private static byte[] salt() {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return salt;
    }
}
