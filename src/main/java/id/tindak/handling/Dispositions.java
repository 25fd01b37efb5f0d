package id.tindak.handling;

import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.agency.Unit;
import id.tindak.message.Message;
import id.tindak.sop.Actor;
import id.tindak.sop.Sop;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with orders beside deciding the step: to whom they may go, reading, adding, passing on, recalling. */
@Service
public class Dispositions {

    private final Cases cases;
    private final People people;
    private final Exclusions exclusions;
    private final Clock clock;

    Dispositions(Cases cases, People people, Exclusions exclusions, Clock clock) {
        this.cases = cases;
        this.people = people;
        this.exclusions = exclusions;
        this.clock = clock;
    }

    /**
     * A party that may be addressed.
     *
     * @param unit name of the unit; empty for the one whom the SOP itself names
     * @param person name of the person; empty when the unit as a whole is addressed
     */
    public record Offered(Disposition.Party party, String unit, String person) {}

    /** Units in which somebody holds the role today, and the persons in them where there are several. The SOP's own fallback comes first. */
    public List<Offered> parties(int agencyId, Sop sop, String actor) {
        List<Offered> all = new ArrayList<>();
        String fallback = sop.actor(actor).fallback();
        if (fallback != null)
            all.add(new Offered(
                    new Disposition.Party(null, null, false),
                    sop.actor(fallback).name(),
                    ""));
        Map<Long, List<RoleHolder>> byUnit = people.holdersToday(agencyId).stream()
                .filter(h -> h.role().equals(actor) && h.unitId() != null)
                .collect(Collectors.groupingBy(h -> Objects.requireNonNull(h.unitId())));
        Map<Long, Officer> officers = people.officers(
                agencyId,
                byUnit.values().stream()
                        .flatMap(List::stream)
                        .map(RoleHolder::officerId)
                        .collect(Collectors.toSet()));
        people.units(agencyId).stream()
                .filter(u -> byUnit.containsKey(u.id()))
                .sorted(Comparator.comparing(Unit::elected).thenComparing(Unit::name))
                .forEach(u -> all.addAll(in(u, byUnit.getOrDefault(u.id(), List.of()), officers)));
        return all;
    }

    private static List<Offered> in(Unit u, List<RoleHolder> holders, Map<Long, Officer> officers) {
        List<Offered> offered = new ArrayList<>();
        offered.add(new Offered(new Disposition.Party(u.id(), null, u.elected()), u.name(), ""));
        if (holders.size() > 1)
            holders.stream()
                    .map(h -> officers.get(h.officerId()))
                    .filter(Objects::nonNull)
                    .distinct()
                    .sorted(Comparator.comparing(Officer::name))
                    .forEach(o -> offered.add(
                            new Offered(new Disposition.Party(u.id(), o.id(), u.elected()), u.name(), o.name())));
        return offered;
    }

    /** The giver asks further parties while the first are still at it. */
    @Transactional
    public Outcome add(
            int agencyId, long officerId, long complaintId, long givenIn, List<Disposition.Order> orders, String note) {
        Opened o = open(agencyId, officerId, complaintId);
        Disposition first = o.k().dispositions().stream()
                .filter(d -> d.givenIn() == givenIn && mine(o, d))
                .findFirst()
                .orElse(null);
        Assignment still = first == null ? null : openUnder(o.k(), givenIn).orElse(null);
        if (first == null || still == null) return new Outcome.Refused("", "handling.notYours");
        Outcome.Refused wrong = wrong(agencyId, o.k(), first.actor(), orders, note);
        if (wrong != null) return wrong;
        Outcome again = again(o.k(), givenIn, orders);
        if (again != null) return again;
        Assignment giver = o.k().assignments().stream()
                .filter(a -> a.id() == givenIn)
                .findFirst()
                .orElseThrow();
        o.t().parties().give(giver, o.k().step(still), orders, said(o.t(), note));
        return save(agencyId, o);
    }

    /** A party asks others for its part; it stays answerable for it. */
    @Transactional
    public Outcome passOn(
            int agencyId,
            long officerId,
            long complaintId,
            long assignmentId,
            List<Disposition.Order> orders,
            String note) {
        Opened o = open(agencyId, officerId, complaintId);
        Assignment a = o.k().open(assignmentId).orElse(null);
        if (a == null || !Sight.decides(o.k(), a, officerId, people.holdings(agencyId, officerId)))
            return new Outcome.Refused("", "handling.notYours");
        if (o.k().sop().actor(a.role()).from() != Actor.From.DISPOSITION)
            return new Outcome.Refused("", "handling.noSuchBranch");
        boolean itself = orders.stream()
                .anyMatch(x -> Objects.equals(x.to().unitId(), a.unitId()) && x.to().officerId() == null);
        if (itself) return new Outcome.Refused("pihak", "handling.partyItself");
        Outcome.Refused wrong = wrong(agencyId, o.k(), a.role(), orders, note);
        if (wrong != null) return wrong;
        Outcome again = again(o.k(), assignmentId, orders);
        if (again != null) return again;
        o.t().passOn(a, orders, said(o.t(), note));
        return save(agencyId, o);
    }

    /** The giver takes an order back, with a reason. */
    @Transactional
    public Outcome recall(int agencyId, long officerId, long complaintId, long orderId, String reason) {
        Opened o = open(agencyId, officerId, complaintId);
        Disposition d = o.k().dispositions().stream()
                .filter(x -> x.id() == orderId)
                .findFirst()
                .orElse(null);
        if (d == null || !mine(o, d)) return new Outcome.Refused("", "handling.notYours");
        boolean done = d.assignmentId() != null && o.k().open(d.assignmentId()).isEmpty();
        if (d.recalled() || done) return new Outcome.Refused("", "handling.orderDone");
        if (reason.isBlank()) return new Outcome.Refused("alasan", "handling.reasonMissing");
        o.t().parties().recall(d, o.t().say(Message.Audience.OFFICE, Message.Kind.REASON, reason));
        return save(agencyId, o);
    }

    /** Notes that the one who holds the order has opened it; the first time counts. */
    @Transactional
    public void read(int agencyId, long officerId, long complaintId, long orderId) {
        Opened o = open(agencyId, officerId, complaintId);
        o.k().dispositions().stream()
                .filter(d -> d.id() == orderId && d.readAt() == null)
                .findFirst()
                .ifPresent(d -> {
                    o.t().parties().read(d, officerId);
                    cases.save(o.t());
                });
    }

    /** The order of this work, while nobody has opened it. */
    public static Optional<Disposition> unread(Case k, @Nullable Assignment work) {
        return work == null ? Optional.empty() : k.orderOf(work).filter(d -> d.readAt() == null);
    }

    /** What is wrong with orders; null when nothing is. */
    Outcome.@Nullable Refused wrong(int agencyId, Case k, String actor, List<Disposition.Order> orders, String note) {
        if (orders.isEmpty()) return new Outcome.Refused("pihak", "handling.partyMissing");
        List<Disposition.Party> offered =
                parties(agencyId, k.sop(), actor).stream().map(Offered::party).toList();
        if (!orders.stream().allMatch(o -> offered.contains(o.to())))
            return new Outcome.Refused("pihak", "handling.noSuchParty");
        if (note.isBlank() && orders.stream().anyMatch(o -> o.instructions().isEmpty()))
            return new Outcome.Refused("perintah", "handling.instructionMissing");
        boolean past = orders.stream()
                .map(Disposition.Order::deadline)
                .anyMatch(d -> d != null && !d.isAfter(clock.instant()));
        return past ? new Outcome.Refused("tenggat", "handling.deadlinePast") : null;
    }

    /** Nobody gets the same work twice from one giver: a form sent twice is one act, another order to a party still at work is refused. Null when all are new. */
    private static @Nullable Outcome again(Case k, long givenIn, List<Disposition.Order> orders) {
        List<Disposition.Order> atWork = k.dispositions().stream()
                .filter(d -> d.givenIn() == givenIn && d.assignmentId() != null)
                .filter(d -> k.open(Objects.requireNonNull(d.assignmentId())).isPresent())
                .map(Disposition::order)
                .toList();
        if (atWork.containsAll(orders)) return new Outcome.Done(k.complaint());
        boolean busy = orders.stream().anyMatch(o -> atWork.stream().anyMatch(w -> w.to().equals(o.to())));
        return busy ? new Outcome.Refused("pihak", "handling.partyAtWork") : null;
    }

    private record Opened(Case k, Transition t, long officerId, List<RoleHolder> holdings) {}

    private Opened open(int agencyId, long officerId, long complaintId) {
        Case k = cases.lock(agencyId, complaintId);
        return new Opened(
                k, cases.change(k, clock.instant(), officerId), officerId, people.holdings(agencyId, officerId));
    }

    /** Whether the officer gave it, or holds today the role that gave it. */
    private static boolean mine(Opened o, Disposition d) {
        if (o.k().excluded().contains(o.officerId())) return false;
        return d.giver() == o.officerId()
                || o.k().assignments().stream()
                        .filter(a -> a.id() == d.givenIn())
                        .anyMatch(a -> Sight.ofRole(a, o.holdings()));
    }

    private static Optional<Assignment> openUnder(Case k, long givenIn) {
        return k.dispositions().stream()
                .filter(d -> d.givenIn() == givenIn && d.assignmentId() != null)
                .map(d -> k.open(Objects.requireNonNull(d.assignmentId())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static @Nullable Message said(Transition t, String note) {
        return note.isBlank() ? null : t.say(Message.Audience.OFFICE, Message.Kind.INSTRUCTION, note);
    }

    private Outcome save(int agencyId, Opened o) {
        if (exclusions.leaveNobody(agencyId, o.k().excluded(), o.t().opened()))
            return new Outcome.Refused("pihak", "handling.onlyExcluded");
        return new Outcome.Done(cases.save(o.t()));
    }
}
