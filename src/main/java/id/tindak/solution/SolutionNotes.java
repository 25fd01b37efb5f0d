package id.tindak.solution;

import id.tindak.agency.Agencies;
import id.tindak.agency.AgencyEvents;
import id.tindak.agency.People;
import id.tindak.base.Chain;
import id.tindak.base.Ids;
import id.tindak.base.web.Signed;
import id.tindak.complaint.SearchTerms;
import id.tindak.handling.Desk;
import id.tindak.handling.NoteUse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The library. Every officer may read and write; a text is offered once a second person, of a role of the whole agency, has approved
 * it, and no longer than it holds.
 */
@Service
public class SolutionNotes implements NoteUse {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Fitting notes of one case. */
    private static final int SHOWN = 3;

    private static final int FOUND = 50;

    private static final Duration SECOND_CLICK = Duration.ofMinutes(10);

    /** One word spelt nearly so. */
    private static final double ONE_NEAR = 0.75;

    /** Two words of the question, or one and the same category. */
    private static final double FITS = 1.5;

    /** One word in the answer is enough where somebody searches. */
    private static final double SEARCHED = 0.4;

    private final SolutionStore store;
    private final Agencies agencies;
    private final People people;
    private final Desk desk;
    private final AgencyEvents events;
    private final Clock clock;

    SolutionNotes(SolutionStore store, Agencies agencies, People people, Desk desk, AgencyEvents events, Clock clock) {
        this.store = store;
        this.agencies = agencies;
        this.people = people;
        this.desk = desk;
        this.events = events;
        this.clock = clock;
    }

    /** The best approved notes that hold today for a case with this title, in one statement. */
    @Transactional(readOnly = true)
    public List<SolutionNote> fitting(int agencyId, String title, @Nullable String category) {
        SearchTerms terms = terms(agencyId, title);
        if (terms.isEmpty()) return List.of();
        double least = terms.terms().size() == 1 ? ONE_NEAR : FITS;
        return store.search(
                agencyId, SolutionNote.State.BERLAKU, people.today(agencyId), terms, category, least, SHOWN);
    }

    /** The note, if it may be answered from today. */
    @Transactional(readOnly = true)
    public Optional<SolutionNote> valid(int agencyId, long id) {
        return store.byId(agencyId, id).filter(n -> n.state(people.today(agencyId)) == SolutionNote.State.BERLAKU);
    }

    /** Whether there is such a note, in whatever state. */
    @Transactional(readOnly = true)
    public boolean known(int agencyId, long id) {
        return store.byId(agencyId, id).isPresent();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void used(int agencyId, long noteId) {
        store.used(agencyId, noteId);
    }

    /** @param next id below which the next page begins; null on the last, and for finds */
    record Listed(List<SolutionNote> notes, @Nullable Long next) {}

    @Transactional(readOnly = true)
    Listed list(int agencyId, SolutionNote.State state, long before, int limit) {
        List<SolutionNote> found = store.list(agencyId, state, people.today(agencyId), before, limit + 1);
        return found.size() > limit
                ? new Listed(found.subList(0, limit), found.get(limit - 1).id())
                : new Listed(found, null);
    }

    @Transactional(readOnly = true)
    Listed search(int agencyId, SolutionNote.State state, String typed) {
        SearchTerms terms = terms(agencyId, typed);
        return terms.isEmpty()
                ? new Listed(List.of(), null)
                : new Listed(store.search(agencyId, state, people.today(agencyId), terms, null, SEARCHED, FOUND), null);
    }

    @Transactional(readOnly = true)
    Optional<SolutionNote> find(int agencyId, long id) {
        return store.byId(agencyId, id);
    }

    /** What an officer may do with a note. */
    public record Rights(boolean change, boolean approve, boolean withdraw) {
        static final Rights NONE = new Rights(false, false, false);
    }

    @Transactional(readOnly = true)
    Rights rights(Signed me, SolutionNote n) {
        if (me.auditor() || n.withdrawn() != null) return Rights.NONE;
        boolean wide = desk.ofWholeAgency(me.agencyId(), me.officerId());
        boolean own = n.made().by() == me.officerId() || n.written().by() == me.officerId();
        boolean second = wide && n.written().by() != me.officerId();
        return new Rights(
                wide || own,
                second && n.state(people.today(me.agencyId())) == SolutionNote.State.MENUNGGU,
                wide || own);
    }

    /** The same form sent twice is one note. */
    @Transactional
    NoteOutcome write(Signed me, SolutionNote.Text text, @Nullable Long complaintId) {
        Instant now = clock.instant();
        Long twice = store.written(me.agencyId(), me.officerId(), text, now.minus(SECOND_CLICK))
                .orElse(null);
        if (twice != null) return new NoteOutcome.Done(twice);
        SolutionNote.Act made = new SolutionNote.Act(me.officerId(), now);
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        SolutionNote n = new SolutionNote(Ids.next(now), text, made, made, null, null, complaintId, 0, 1);
        store.insert(me.agencyId(), n, salt);
        said(me, "SOLUTION_WRITTEN", n.id(), "digest", Chain.fingerprint(salt, text.whole()));
        return new NoteOutcome.Done(n.id());
    }

    /**
     * A note of a library that an agency brings along: written by one officer, approved by another, under the same rules as on the pages.
     *
     * @throws IllegalStateException when the second may not approve it
     */
    @Transactional
    public void bring(int agencyId, long writer, long approver, SolutionNote.Text text) {
        if (!(write(officer(agencyId, writer), text, null) instanceof NoteOutcome.Done written))
            throw new IllegalStateException("not written: " + text.question());
        SolutionNote n = store.byId(agencyId, written.id()).orElseThrow();
        if (!(approve(officer(agencyId, approver), n, n.version()) instanceof NoteOutcome.Done))
            throw new IllegalStateException("not approved: " + text.question());
    }

    private static Signed officer(int agencyId, long id) {
        return new Signed(agencyId, id, "", "", false, false, null);
    }

    /** @param version of the note on which the form was opened */
    @Transactional
    NoteOutcome change(Signed me, SolutionNote n, int version, SolutionNote.Text text) {
        if (!rights(me, n).change()) return new NoteOutcome.Refused("", "solution.notYours");
        if (text.equals(n.text())) return new NoteOutcome.Done(n.id());
        boolean changed = store.change(
                me.agencyId(), n.id(), version, text, new SolutionNote.Act(me.officerId(), clock.instant()));
        if (!changed) return new NoteOutcome.Refused("", "solution.changed");
        said(me, "SOLUTION_CHANGED", n.id(), "digest", digest(me, n.id(), text.whole()));
        return new NoteOutcome.Done(n.id());
    }

    @Transactional
    NoteOutcome approve(Signed me, SolutionNote n, int version) {
        if (!rights(me, n).approve())
            return new NoteOutcome.Refused(
                    "", n.written().by() == me.officerId() ? "solution.secondPerson" : "solution.notYours");
        boolean approved =
                store.approve(me.agencyId(), n.id(), version, new SolutionNote.Act(me.officerId(), clock.instant()));
        if (!approved) return new NoteOutcome.Refused("", "solution.changed");
        said(
                me,
                "SOLUTION_APPROVED",
                n.id(),
                "digest",
                digest(me, n.id(), n.text().whole()));
        return new NoteOutcome.Done(n.id());
    }

    @Transactional
    NoteOutcome withdraw(Signed me, SolutionNote n, String reason) {
        if (!rights(me, n).withdraw()) return new NoteOutcome.Refused("", "solution.notYours");
        if (reason.isBlank()) return new NoteOutcome.Refused("alasan", "solution.reasonMissing");
        boolean withdrawn = store.withdraw(
                me.agencyId(), n.id(), new SolutionNote.Withdrawn(me.officerId(), clock.instant(), reason));
        if (!withdrawn) return new NoteOutcome.Refused("", "solution.changed");
        said(me, "SOLUTION_WITHDRAWN", n.id(), "reason", digest(me, n.id(), reason));
        return new NoteOutcome.Done(n.id());
    }

    private void said(Signed me, String kind, long id, String fact, String fingerprint) {
        Map<String, String> facts = new HashMap<>();
        facts.put("note", Long.toString(id));
        facts.put(fact, fingerprint);
        events.append(me.agencyId(), kind, me.officerId(), facts);
    }

    private String digest(Signed me, long id, String text) {
        return Chain.fingerprint(store.salt(me.agencyId(), id), text);
    }

    private SearchTerms terms(int agencyId, String text) {
        return SearchTerms.of(agencies.settings(agencyId).text("sinonim"), text);
    }
}
