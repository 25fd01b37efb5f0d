package id.tindak.handling;

import id.tindak.agency.Agencies;
import id.tindak.agency.Agency;
import id.tindak.agency.People;
import id.tindak.agency.Unit;
import id.tindak.base.Ids;
import id.tindak.base.web.Texts;
import id.tindak.complaint.Complaint;
import id.tindak.complaint.Event;
import id.tindak.sop.Branch;
import id.tindak.sop.Effect;
import id.tindak.sop.Sop;
import id.tindak.sop.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The branches that take a case out of the procedure: on which ground it is refused, where it goes, who examines an allegation. What they
 * offer is the agency's data.
 */
@Service
public class Endings {

    /** Key of the paper that goes to an outside body. */
    public static final String LETTER = "surat-penerusan";

    private static final int FRESH_SECONDS = 60;
    private static final String UNIT = "u-";
    private static final String AGENCY = "i-";
    private static final String BODY = "b-";

    private final TransferStore store;
    private final RefusalGrounds grounds;
    private final Agencies agencies;
    private final People people;
    private final Sops sops;
    private final Clock age = Clock.systemUTC(); // freshness of a cache, not time of the domain
    private volatile @Nullable Taking taking;

    private record Taking(int known, Set<Integer> agencies, Instant readAt) {}

    Endings(TransferStore store, RefusalGrounds grounds, Agencies agencies, People people, Sops sops) {
        this.store = store;
        this.grounds = grounds;
        this.agencies = agencies;
        this.people = people;
        this.sops = sops;
    }

    /** What the officer may choose on this branch, value to name; empty where it asks for nothing. */
    public Map<String, String> choices(int agencyId, Case k, Branch branch) {
        Map<String, String> choices = new LinkedHashMap<>();
        if (branch.target().equals(Sop.REFUSED))
            grounds.offered(agencyId).forEach(g -> choices.put(g.code(), g.name()));
        else if (Standing.handsOver(branch)) choices.putAll(overseers(agencyId, k.excluded()));
        else if (branch.target().equals(Sop.MOVED)) choices.putAll(places(agencyId, k));
        return choices;
    }

    /** Roles beside the procedure that examine abuse of power and that somebody holds whom the case does not accuse. */
    public Map<String, String> overseers(int agencyId, Set<Long> accused) {
        Map<String, String> roles = new LinkedHashMap<>();
        Standing.actors().forEach((role, actor) -> {
            if (Standing.overseers().contains(role) && held(agencyId, role, accused)) roles.put(role, actor.name());
        });
        return roles;
    }

    /** Whether somebody whom the case does not accuse holds the role today. */
    boolean held(int agencyId, String role, Set<Long> accused) {
        return people.holdersToday(agencyId).stream()
                .anyMatch(h -> h.holds(role, null) && !accused.contains(h.officerId()));
    }

    private Map<String, String> places(int agencyId, Case k) {
        Map<String, String> places = new LinkedHashMap<>();
        for (String body : agencies.settings(agencyId).list("pihak_luar"))
            places.put(BODY + body, Texts.get(Texts.DEFAULT, "handling.place.body", body));
        others(agencyId)
                .forEach(a -> places.put(
                        AGENCY + a.id(), Texts.get(Texts.DEFAULT, "handling.place.agency", a.name(), a.government())));
        people.units(agencyId).stream()
                .filter(u -> u.validOn(people.today(agencyId)))
                .filter(u -> !Long.valueOf(u.id()).equals(k.handling().targetUnitId()))
                .forEach(u -> places.put(UNIT + u.id(), Texts.get(Texts.DEFAULT, "handling.place.unit", u.name())));
        return places;
    }

    /** Other agencies of this installation that take complaints; asked anew after {@value #FRESH_SECONDS} seconds. */
    private List<Agency> others(int agencyId) {
        Taking now = taking;
        int known = agencies.all().size();
        if (now == null
                || now.known() != known
                || Duration.between(now.readAt(), age.instant()).toSeconds() >= FRESH_SECONDS) {
            now = new Taking(
                    known,
                    agencies.all().stream()
                            .filter(a -> sops.inForce(a.id()).isPresent())
                            .map(Agency::id)
                            .collect(Collectors.toSet()),
                    age.instant());
            taking = now;
        }
        Set<Integer> open = now.agencies();
        return agencies.all().stream()
                .filter(a -> a.id() != agencyId && open.contains(a.id()))
                .filter(a -> a.demo() == agencies.byId(agencyId).demo())
                .toList();
    }

    Ending read(int agencyId, Case k, Branch branch, String chosen, long officer, Instant now) {
        if (branch.target().equals(Sop.REFUSED))
            return grounds.find(agencyId, chosen)
                    .<Ending>map(Ending.Refusal::new)
                    .orElseGet(() -> wrong("handling.groundMissing"));
        if (Standing.handsOver(branch)) return overseer(agencyId, k, chosen);
        if (!branch.target().equals(Sop.MOVED)) return new Ending.None();
        return place(agencyId, k, chosen, officer, now)
                .<Ending>map(Ending.Away::new)
                .orElseGet(() -> wrong("handling.placeMissing"));
    }

    private Ending overseer(int agencyId, Case k, String chosen) {
        Map<String, String> held = overseers(agencyId, k.excluded());
        if (held.isEmpty()) return wrong("handling.nobodyOversees");
        return held.containsKey(chosen) ? new Ending.Oversight(chosen) : wrong("handling.overseerMissing");
    }

    private Optional<Transfer> place(int agencyId, Case k, String chosen, long officer, Instant now) {
        if (!places(agencyId, k).containsKey(chosen)) return Optional.empty();
        String rest = chosen.substring(2);
        Complaint c = k.complaint();
        if (chosen.startsWith(BODY))
            return Optional.of(transfer(c, Transfer.Kind.BODY, null, null, rest, officer, now, now));
        if (chosen.startsWith(UNIT)) {
            Unit unit = people.units(agencyId).stream()
                    .filter(u -> u.id() == Long.parseLong(rest))
                    .findFirst()
                    .orElseThrow();
            return Optional.of(transfer(c, Transfer.Kind.UNIT, unit.id(), null, unit.name(), officer, now, now));
        }
        Agency other = agencies.byId(Integer.parseInt(rest));
        return Optional.of(transfer(c, Transfer.Kind.AGENCY, null, other.id(), other.name(), officer, now, null));
    }

    private static Transfer transfer(
            Complaint c,
            Transfer.Kind kind,
            @Nullable Long unit,
            @Nullable Integer agency,
            String place,
            long officer,
            Instant now,
            @Nullable Instant arrived) {
        return new Transfer(Ids.next(now), c.id(), kind, unit, agency, place, now, officer, null, null, arrived, null);
    }

    private static Ending wrong(String reason) {
        return new Ending.Wrong(new Outcome.Refused("akhir", reason));
    }

    /** Adds to the transition what the ending brings with it, before the step is finished. */
    @Transactional(propagation = Propagation.MANDATORY)
    void apply(Transition t, Ending ending) {
        switch (ending) {
            case Ending.Refusal refusal -> t.ground(refusal.ground().code());
            case Ending.Oversight oversight -> t.overseer(oversight.role());
            case Ending.Away away -> leave(t, away.transfer());
            case Ending.None none -> {}
            case Ending.Wrong wrong -> throw new IllegalArgumentException(wrong.toString());
        }
    }

    private void leave(Transition t, Transfer to) {
        store.insert(t.complaint().agencyId(), to);
        t.add(Event.of(
                Event.Kind.FORWARDED,
                t.officer(),
                "transfer",
                Long.toString(to.id()),
                "kind",
                to.kind().name()));
        if (to.kind() != Transfer.Kind.BODY) return;
        t.addressTo(to.place());
        t.add(Event.of(Event.Kind.PAPER_DUE, null, "paper", LETTER));
        if (keepsLetters(t.before().sop())) t.record("surat-keluar");
    }

    /** Whether the agency's procedure enters its letters in a book of its own. */
    private static boolean keepsLetters(Sop sop) {
        return sop.steps().stream()
                .flatMap(s -> s.effects().stream())
                .anyMatch(e -> e.word().equals(Effect.REGISTER) && e.argument().equals("surat-keluar"));
    }
}
