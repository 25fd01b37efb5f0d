package id.tindak.handling;

import id.tindak.agency.Agencies;
import id.tindak.agency.AgencyEvents;
import id.tindak.base.Chain;
import id.tindak.base.Ids;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.PublicNumber;
import id.tindak.complaint.SearchTerms;
import id.tindak.complaint.SearchWords;
import id.tindak.sop.Sop;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases: by number, by words, by the reporter's name, by likeness. Shows only what the asking officer may see. */
@Service
public class CaseLines {

    /** So many of the newest finds are looked at. */
    static final int NEWEST = 200;

    private static final int MOST_SHOWN = 50;
    private static final int SIMILAR = 3;

    private final CaseLineStore store;
    private final Desk desk;
    private final Sops sops;
    private final Agencies agencies;
    private final AgencyEvents events;
    private final Clock clock;

    CaseLines(CaseLineStore store, Desk desk, Sops sops, Agencies agencies, AgencyEvents events, Clock clock) {
        this.store = store;
        this.desk = desk;
        this.sops = sops;
        this.agencies = agencies;
        this.events = events;
        this.clock = clock;
    }

    /** Newest first. A complete number finds that case alone, ours or the one that LAPOR! gave. */
    @Transactional(readOnly = true)
    public List<CaseLine> search(int agencyId, long officerId, String typed) {
        Desk.Owner owner = desk.owner(agencyId, officerId);
        List<CaseLine> byNumber = visible(store.byNumber(owner, PublicNumber.normal(typed)), owner, CaseLines::content);
        if (!byNumber.isEmpty()) return byNumber;
        List<CaseLine> outside =
                visible(store.byOutsideNumber(owner, typed.strip(), MOST_SHOWN), owner, CaseLines::content);
        if (!outside.isEmpty()) return outside;
        SearchTerms terms = SearchTerms.of(agencies.settings(agencyId).text("sinonim"), typed);
        if (terms.isEmpty()) return List.of();
        return visible(store.byWords(owner, terms.all(), NEWEST), owner, CaseLines::content);
    }

    /**
     * By the name of the reporter, of the institution or of whom the reporter speaks for; only cases whose reporter this officer may
     * reveal. Every such search is logged: the words in an erasable row, their salted hash in the agency's chain.
     */
    @Transactional
    public List<CaseLine> searchReporter(int agencyId, long officerId, String typed) {
        String[] words = SearchWords.ofPerson(typed);
        if (words.length == 0) return List.of();
        Instant now = clock.instant();
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        long id = Ids.next(now);
        store.log(agencyId, id, officerId, now, typed, salt);
        events.append(
                agencyId,
                "REPORTER_SEARCHED",
                officerId,
                Map.of("search", Long.toString(id), "text", Chain.fingerprint(salt, typed)));
        Desk.Owner owner = desk.owner(agencyId, officerId);
        return visible(store.byPerson(owner, SearchWords.query(words, " & "), NEWEST), owner, CaseLines::identity);
    }

    /**
     * What stands beside a case, in one statement.
     *
     * @param drafts own, on any step of the case, newest first
     * @param similar cases whose words are most like those of this one's title
     * @param answered those of them that were answered and are not confidential, with the beginning of the answer
     * @param joinedTo the case that goes on in place of this one
     * @param joined cases that were joined to this one
     */
    public record Beside(
            List<Drafts.Draft> drafts,
            List<CaseLine> similar,
            List<Answered> answered,
            List<CaseLine> joinedTo,
            List<CaseLine> joined) {}

    /** An earlier case, and how the answer to it begins. */
    public record Answered(CaseLine line, String answer) {}

    @Transactional(readOnly = true)
    public Beside beside(CaseFile file, long officerId) {
        Complaint c = file.k().complaint();
        Desk.Owner owner = new Desk.Owner(c.agencyId(), officerId, file.holdings());
        String[] words = SearchWords.of(c.title());
        CaseLineStore.Around around = store.around(owner, c.id(), c.joinedTo(), SearchWords.query(words, " | "), words);
        List<CaseLine> similar = visible(around.similar(), owner, CaseLines::content);
        return new Beside(
                around.drafts(),
                similar.size() > SIMILAR ? similar.subList(0, SIMILAR) : similar,
                similar.stream()
                        .filter(l -> l.privacy() != Privacy.RAHASIA
                                && around.answers().containsKey(l.complaintId()))
                        .limit(SIMILAR)
                        .map(l -> new Answered(l, around.answers().getOrDefault(l.complaintId(), "")))
                        .toList(),
                visible(around.joinedTo(), owner, CaseLines::content),
                visible(around.joined(), owner, CaseLines::content));
    }

    /** @param returns how often officers returned it */
    public record Returned(CaseLine line, int returns) {}

    /** Cases that go to and fro, for the coordinator; the most often returned first. */
    @Transactional(readOnly = true)
    public List<Returned> returned(int agencyId, long officerId) {
        Desk.Owner owner = desk.owner(agencyId, officerId);
        return store.returned(owner, MOST_SHOWN).stream()
                .filter(f -> content(f, Sight.agencyDesk(sop(f), owner.holdings())))
                .map(f -> new Returned(line(f), (int) f.rank()))
                .toList();
    }

    /** @param identity whether the officer may also know who complained */
    public record Seen(CaseLine line, boolean identity) {}

    /** Of these cases, wherever they were listed, those whose content this officer may see; by id. */
    @Transactional(readOnly = true)
    public Map<Long, Seen> seen(int agencyId, long officerId, boolean auditor, Collection<Long> complaintIds) {
        if (complaintIds.isEmpty()) return Map.of();
        Desk.Owner owner = desk.owner(agencyId, officerId);
        Map<Long, Seen> seen = new HashMap<>();
        for (CaseLineStore.Found f : store.byIds(owner, complaintIds.toArray(Long[]::new))) {
            boolean wide = Sight.agencyDesk(sop(f), owner.holdings());
            if (content(f, wide) || auditor && f.privacy() != Privacy.RAHASIA)
                seen.put(f.complaintId(), new Seen(line(f), identity(f, wide)));
        }
        return seen;
    }

    /** All cases but the confidential and those that accuse him, newest first, for the auditor; {@code before} is the id to read on from. */
    @Transactional(readOnly = true)
    public List<CaseLine> all(int agencyId, long auditor, long before, int limit) {
        return store.all(agencyId, auditor, before, limit).stream()
                .map(this::line)
                .toList();
    }

    private List<CaseLine> visible(
            List<CaseLineStore.Found> found, Desk.Owner owner, BiPredicate<CaseLineStore.Found, Boolean> rule) {
        return found.stream()
                .filter(f -> rule.test(f, Sight.agencyDesk(sop(f), owner.holdings())))
                .limit(MOST_SHOWN)
                .map(this::line)
                .toList();
    }

    /** The rule of {@link Sight} for the content of a case. */
    private static boolean content(CaseLineStore.Found f, boolean agencyDesk) {
        if (f.privacy() == Privacy.RAHASIA) return f.holdsNow() || f.inPerson();
        return agencyDesk || (Sop.REFUSED.equals(f.outcome()) ? f.inPerson() : f.everHeld());
    }

    /** The rule of {@link Sight} for who complained. */
    private static boolean identity(CaseLineStore.Found f, boolean agencyDesk) {
        return content(f, agencyDesk)
                && switch (f.privacy()) {
                    case TERBUKA -> agencyDesk || f.holdsNow();
                    case IDENTITAS_DISEMBUNYIKAN -> agencyDesk;
                    case RAHASIA -> f.holdsNow();
                    case TANPA_IDENTITAS -> false;
                };
    }

    private Sop sop(CaseLineStore.Found f) {
        return sops.byId(f.agencyId(), f.sopId()).sop();
    }

    private CaseLine line(CaseLineStore.Found f) {
        return f.line(sop(f));
    }
}
