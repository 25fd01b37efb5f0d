package id.tindak.handling;

import id.tindak.agency.RoleHolder;
import id.tindak.complaint.Privacy;
import id.tindak.message.Message;
import id.tindak.sop.Actor;
import id.tindak.sop.Sop;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one officer may see of one case and do with it. Pure.
 *
 * @param content the case itself
 * @param identity who complained; masked until it is revealed with a reason
 * @param decide the open assignment that is this officer's to decide, or whose decision he may enter; null when none is
 * @param behalf in whose name that decision would be entered; null where it is the officer's own
 * @param take an open assignment that lies with the same role and may be taken over
 * @param acts whether the verbs beside the step are this officer's: as holder, as desk of the whole agency where the case is not confidential, or because no officer has the case at the moment and
 *     this one had it last
 */
public record Sight(
        boolean content,
        boolean identity,
        @Nullable Assignment decide,
        @Nullable Long behalf,
        @Nullable Assignment take,
        boolean acts) {

    /** Whether this officer may write such a text: to the reporter only who may act, a note whoever sees the case. */
    boolean may(Message.Audience audience) {
        return audience == Message.Audience.OFFICE ? content : acts;
    }

    /** Nothing may be seen or done. */
    public static final Sight NOTHING = new Sight(false, false, null, null, null, false);

    /** @param auditor read-only access, granted until a date by the agency */
    static Sight of(Case k, long officerId, List<RoleHolder> holdings, boolean auditor, Instant now) {
        if (k.excluded().contains(officerId)) return NOTHING;
        boolean deskOfAgency = agencyDesk(k.sop(), holdings);
        boolean everHeld = k.assignments().stream().anyMatch(a -> ours(a, officerId, holdings)) || owes(k, holdings);
        boolean enters = k.open().stream().anyMatch(a -> enteredFor(k, a, officerId, holdings) != null);
        boolean holdsNow = enters || k.open().stream().anyMatch(a -> ours(a, officerId, holdings));
        boolean confidential = k.complaint().confidential();
        boolean asked = k.inputs().stream().anyMatch(i -> i.asks(holdings));
        boolean inPerson = everHeldInPerson(k, officerId);
        boolean content = confidential
                ? holdsNow || inPerson
                : deskOfAgency || auditor || (k.handling().refused() ? inPerson : everHeld || asked);
        if (!content) return NOTHING;
        boolean identity = switch (k.complaint().privacy()) {
            case TERBUKA -> deskOfAgency || holdsNow;
            case IDENTITAS_DISEMBUNYIKAN -> deskOfAgency;
            case RAHASIA -> holdsNow;
            case TANPA_IDENTITAS -> false;
        };
        Assignment decide = k.open().stream()
                .filter(a -> decides(k, a, officerId, holdings))
                .findFirst()
                .orElse(null);
        Assignment entered = k.open().stream()
                .filter(a -> decide == null && enteredFor(k, a, officerId, holdings) != null)
                .findFirst()
                .orElse(null);
        Assignment take = k.open().stream()
                .filter(a -> a.officerId() == null || a.officerId() != officerId)
                .filter(a ->
                        !a.waitsForReporter() && !a.ordersPerson() && ofRole(a, holdings) && !k.barred(a, officerId))
                .findFirst()
                .orElse(null);
        boolean lastHeld = heldLast(k).stream().anyMatch(a -> ours(a, officerId, holdings));
        return new Sight(
                true,
                identity && k.complaint().privacy() != Privacy.TANPA_IDENTITAS,
                decide == null ? entered : decide,
                entered == null ? null : enteredFor(k, entered, officerId, holdings),
                take,
                !auditor && (deskOfAgency && !confidential || holdsNow || lastHeld));
    }

    /** Whether this officer may decide the assignment: it lies in a queue that is the officer's own or a substitute's. */
    static boolean decides(Case k, Assignment a, long officerId, List<RoleHolder> holdings) {
        if (!a.open() || a.waitsForReporter() || k.barred(a, officerId)) return false;
        Long person = a.officerId();
        if (person == null) return ofRole(a, holdings);
        return person == officerId
                || holdings.stream().anyMatch(h -> person.equals(h.substituteFor()) && h.holds(a.role(), a.unitId()));
    }

    /** The official whose decision on paper this officer may enter; null when there is none, and always in a confidential case, whose sheet goes from hand to hand. */
    static @Nullable Long enteredFor(Case k, Assignment a, long officerId, List<RoleHolder> holdings) {
        if (!a.open()
                || a.waitsForReporter()
                || k.complaint().confidential()
                || k.proposal(a).isPresent()) return null;
        Long person = a.officerId();
        return holdings.stream()
                .filter(h -> h.enters(a.role(), a.unitId()))
                .map(RoleHolder::officerId)
                .filter(official -> person == null || person.equals(official))
                .filter(official -> !k.barred(a, official) && !k.barred(a, officerId))
                .findFirst()
                .orElse(null);
    }

    static boolean ofRole(Assignment a, List<RoleHolder> holdings) {
        return holdings.stream().anyMatch(h -> h.holds(a.role(), a.unitId()));
    }

    private static boolean ours(Assignment a, long officerId, List<RoleHolder> holdings) {
        Long person = a.officerId();
        Long done = a.doneBy();
        return (person != null && person == officerId) || (done != null && done == officerId) || ofRole(a, holdings);
    }

    /** The work after which no officer has the case at the moment: parties side by side had it all; none while somebody has it. */
    private static List<Assignment> heldLast(Case k) {
        List<Assignment> office = k.assignments().stream()
                .filter(a -> !a.queue().equals(Queue.REPORTER))
                .toList();
        if (office.isEmpty() || office.stream().anyMatch(Assignment::open)) return List.of();
        Assignment last = office.getLast();
        return office.stream()
                .filter(a -> a.handlingId() == last.handlingId() && a.step().equals(last.step()))
                .toList();
    }

    /** Whether an answer of the case promised something that a unit of this officer has to keep. */
    private static boolean owes(Case k, List<RoleHolder> holdings) {
        return k.commitments().stream()
                .anyMatch(c -> c.told() && Commitments.units(holdings).contains(c.unitId()));
    }

    private static boolean everHeldInPerson(Case k, long officerId) {
        return k.assignments().stream().anyMatch(a -> a.doneBy() != null && a.doneBy() == officerId);
    }

    /** Whether one of the roles is a desk of the whole agency in this procedure, which sees all but confidential cases. */
    static boolean agencyDesk(Sop sop, List<RoleHolder> holdings) {
        return holdings.stream().anyMatch(h -> h.unitId() == null && !h.mandate() && fromAgency(sop, h.role()));
    }

    private static boolean fromAgency(Sop sop, String role) {
        Actor actor = sop.actors().get(role);
        return actor != null && (actor.from() == Actor.From.AGENCY || actor.from() == Actor.From.NAMED_UNIT);
    }
}
