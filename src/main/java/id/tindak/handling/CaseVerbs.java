package id.tindak.handling;

import id.tindak.agency.Agencies;
import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.base.Keys;
import id.tindak.complaint.Changes;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Complaints;
import id.tindak.complaint.Event;
import id.tindak.complaint.Privacy;
import id.tindak.complaint.Reporter;
import id.tindak.message.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an officer may do with a case whatever its step is (SOP.md, Always possible): put it into another category, raise its
 * privacy, join it with another, look at who complained. Nothing here moves the case to another step; each is an event.
 */
@Service
public class CaseVerbs {

    private final Cases cases;
    private final Complaints complaints;
    private final Agencies agencies;
    private final People people;
    private final Keys keys;
    private final Clock clock;

    CaseVerbs(Cases cases, Complaints complaints, Agencies agencies, People people, Keys keys, Clock clock) {
        this.cases = cases;
        this.complaints = complaints;
        this.agencies = agencies;
        this.people = people;
        this.keys = keys;
        this.clock = clock;
    }

    /** Who complained, as it was given. */
    public sealed interface Revealed {

        /** @param nik the number itself; null when none was given or it does not open any more */
        record Person(Reporter reporter, @Nullable String nik) implements Revealed {}

        /** @param reason text key */
        record Refused(String field, String reason) implements Revealed {}
    }

    /** Puts the case into another category; an empty code takes it out of any. */
    @Transactional
    public Outcome categorise(int agencyId, long officerId, long complaintId, String code) {
        Opened o = open(agencyId, officerId, complaintId);
        if (!o.sight().acts()) return new Outcome.Refused("", "handling.notYours");
        boolean known = code.isEmpty()
                || agencies.categories(agencyId).stream()
                        .anyMatch(c -> c.active() && c.code().equals(code));
        if (!known) return new Outcome.Refused("kategori", "handling.noSuchCategory");
        Complaint c = o.k().complaint();
        String before = c.category() == null ? "" : c.category();
        if (before.equals(code)) return new Outcome.Done(c);
        Transition t = o.transition();
        t.change(Changes.of(c).category(code.isEmpty() ? null : code).complaint());
        t.add(Event.of(Event.Kind.CATEGORY_CHANGED, officerId, "from", dash(before), "to", dash(code)));
        return new Outcome.Done(cases.save(t));
    }

    /** Raises the privacy of the case, with a reason; it is never lowered. */
    @Transactional
    public Outcome raisePrivacy(int agencyId, long officerId, long complaintId, Privacy to, String reason) {
        Opened o = open(agencyId, officerId, complaintId);
        if (!o.sight().acts()) return new Outcome.Refused("", "handling.notYours");
        Privacy from = o.k().complaint().privacy();
        if (!higher(from).contains(to)) return new Outcome.Refused("kerahasiaan", "handling.notHigher");
        if (reason.isBlank()) return new Outcome.Refused("alasan", "handling.reasonMissing");
        Transition t = o.transition();
        t.change(Changes.of(t.complaint()).privacy(to).complaint());
        t.because(reason, Event.Kind.PRIVACY_RAISED, "from", from.name(), "to", to.name());
        return new Outcome.Done(cases.save(t));
    }

    /** What the privacy may be raised to. A case without identity has none to hide. */
    public static List<Privacy> higher(Privacy from) {
        return switch (from) {
            case TERBUKA -> List.of(Privacy.IDENTITAS_DISEMBUNYIKAN, Privacy.RAHASIA);
            case IDENTITAS_DISEMBUNYIKAN -> List.of(Privacy.RAHASIA);
            case RAHASIA, TANPA_IDENTITAS -> List.of();
        };
    }

    /**
     * Joins the case with another about the same matter: its own handling ends, its reporter is not told yet. It keeps
     * reporter, number and statutory clocks, and can be separated again. Both are open to the same eyes, for one answer is read in
     * both: a confidential case goes together with another only, and with one that keeps the same officers away.
     *
     * @param toNumber public number of the case that goes on
     */
    @Transactional
    public Outcome join(int agencyId, long officerId, long complaintId, String toNumber, String reason) {
        Opened o = open(agencyId, officerId, complaintId);
        if (!mayEnd(o)) return new Outcome.Refused("", "handling.notYours");
        if (!o.k().handling().open()) return new Outcome.Refused("", "handling.closed");
        Complaint target = complaints.byNumber(agencyId, toNumber).orElse(null);
        if (target == null || !sees(o, target)) return new Outcome.Refused("nomor", "handling.noSuchCase");
        if (target.id() == complaintId) return new Outcome.Refused("nomor", "handling.sameCase");
        if (target.closed() || target.joinedTo() != null) return new Outcome.Refused("nomor", "handling.targetClosed");
        if (target.confidential() != o.k().complaint().confidential()
                || !cases.load(complaints.known(target)).excluded().equals(o.k().excluded()))
            return new Outcome.Refused("nomor", "handling.targetSecrecy");
        if (reason.isBlank()) return new Outcome.Refused("alasan", "handling.reasonMissing");
        Transition t = o.transition();
        Message m = t.say(Message.Audience.OFFICE, Message.Kind.REASON, reason);
        t.change(Changes.of(t.complaint()).joined(target.id()).complaint());
        t.end(Handling.JOINED, Event.Kind.JOINED, m);
        return new Outcome.Done(cases.save(t));
    }

    /** Takes a joined case out again: what was open is open again, the clocks have run on. */
    @Transactional
    public Outcome separate(int agencyId, long officerId, long complaintId, String reason) {
        Opened o = open(agencyId, officerId, complaintId);
        if (!o.sight().acts()) return new Outcome.Refused("", "handling.notYours");
        if (o.k().complaint().joinedTo() == null) return new Outcome.Refused("", "handling.notJoined");
        if (reason.isBlank()) return new Outcome.Refused("alasan", "handling.reasonMissing");
        Transition t = o.transition();
        t.separate();
        t.because(reason, Event.Kind.SEPARATED);
        return new Outcome.Done(cases.save(t));
    }

    /** Shows who complained, with a reason that is kept and an event that names the officer. */
    @Transactional
    public Revealed reveal(int agencyId, long officerId, long complaintId, String reason) {
        Opened o = open(agencyId, officerId, complaintId);
        if (!o.sight().identity()) return new Revealed.Refused("", "handling.notYours");
        if (reason.isBlank()) return new Revealed.Refused("alasan", "handling.reasonMissing");
        Transition t = o.transition();
        t.because(reason, Event.Kind.REVEALED);
        cases.save(t);
        return new Revealed.Person(
                o.k().reporter(), nik(agencyId, complaintId, o.k().reporter().nikSealed()));
    }

    private @Nullable String nik(int agencyId, long complaintId, @Nullable String sealed) {
        if (sealed == null) return null;
        try {
            return keys.decrypt(sealed, "nik:" + agencyId + ":" + complaintId);
        } catch (Keys.Unreadable e) {
            return null;
        }
    }

    /** A locked case with what this officer may do. */
    private record Opened(Case k, Sight sight, List<RoleHolder> holdings, long officerId, Transition transition) {}

    private Opened open(int agencyId, long officerId, long complaintId) {
        Case k = cases.lock(agencyId, complaintId);
        Instant now = clock.instant();
        List<RoleHolder> holdings = people.holdings(agencyId, officerId);
        Sight sight = Sight.of(k, officerId, holdings, false, now);
        Transition t = cases.change(k, now, officerId);
        return new Opened(k, sight, holdings, officerId, t);
    }

    /** The holder of a step, or the desk of the whole agency. */
    private static boolean mayEnd(Opened o) {
        return o.sight().content() && (o.sight().decide() != null || Sight.agencyDesk(o.k().sop(), o.holdings()));
    }

    private boolean sees(Opened o, Complaint target) {
        return Sight.of(cases.load(complaints.known(target)), o.officerId(), o.holdings(), false, clock.instant())
                .content();
    }

    private static String dash(String code) {
        return code.isEmpty() ? "-" : code;
    }
}
