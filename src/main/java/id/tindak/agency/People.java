package id.tindak.agency;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Units, officers and who holds which role on which day. Every change is an event of the agency's audit chain. */
@Service
public class People {

    private final PeopleStore store;
    private final Agencies agencies;
    private final AgencyEvents events;
    private final Clock clock;

    People(PeopleStore store, Agencies agencies, AgencyEvents events, Clock clock) {
        this.store = store;
        this.agencies = agencies;
        this.events = events;
        this.clock = clock;
    }

    /** Today in the agency's own zone. */
    public LocalDate today(int agencyId) {
        return LocalDate.ofInstant(clock.instant(), agencies.byId(agencyId).zone());
    }

    /** All units, ended ones included, by name. Kept in memory for some seconds, like the agencies themselves. */
    public List<Unit> units(int agencyId) {
        return agencies.remembered(agencyId, "units", () -> store.units(agencyId));
    }

    /** All officers, former ones included, by name. Kept in memory for some seconds. */
    public List<Officer> officers(int agencyId) {
        return agencies.remembered(agencyId, "officers", () -> store.officers(agencyId));
    }

    public Map<Long, Officer> officers(int agencyId, Collection<Long> ids) {
        return officers(agencyId).stream()
                .filter(o -> ids.contains(o.id()))
                .collect(Collectors.toMap(Officer::id, Function.identity()));
    }

    public Optional<Officer> officer(int agencyId, long id) {
        return store.officer(agencyId, id);
    }

    /** Who holds which role today, substitutes not counted. */
    public List<RoleHolder> holdersToday(int agencyId) {
        LocalDate today = today(agencyId);
        return holders(agencyId).stream().filter(h -> h.validOn(today)).toList();
    }

    /** All holdings, ended ones included. Kept in memory for some seconds; what an officer may do is read fresh by {@link #holdings}. */
    public List<RoleHolder> holders(int agencyId) {
        return agencies.remembered(agencyId, "holders", () -> store.holders(agencyId));
    }

    /** Who does the work of a role today: its holders, for an absent one the substitute. Asks the memory, not the database. */
    public Set<Long> onDuty(int agencyId, String role, @Nullable Long unitId) {
        return holdersToday(agencyId).stream()
                .filter(h -> h.holds(role, unitId))
                .flatMap(h -> inPlaceOf(agencyId, h.officerId()).stream())
                .collect(Collectors.toSet());
    }

    /** Who does this officer's work today: nobody else, or the substitutes of one who is away. */
    public Set<Long> inPlaceOf(int agencyId, long officerId) {
        LocalDate today = today(agencyId);
        Set<Long> substitutes =
                agencies.remembered(agencyId, "standingIn" + today, () -> store.substitutesOn(agencyId, today)).stream()
                        .filter(s -> s.officerId() == officerId)
                        .map(PeopleStore.Substitute::substituteId)
                        .collect(Collectors.toSet());
        return substitutes.isEmpty() ? Set.of(officerId) : substitutes;
    }

    public List<StandIn> standIns(int agencyId) {
        return store.standIns(agencyId);
    }

    /** Who steps in for whom, in order (Wakil Ketua I, II, III). */
    public Map<Long, List<Long>> substitutes(int agencyId) {
        return store.substitutes(agencyId);
    }

    /** What this officer may do today: own roles, those held for absent colleagues, and mandates. Empty for somebody not active. */
    public List<RoleHolder> holdings(int agencyId, long officerId) {
        return store.holdings(agencyId, officerId, today(agencyId));
    }

    @Transactional
    public void add(int agencyId, Unit unit, @Nullable Long by) {
        store.insert(agencyId, unit);
        agencies.forget();
        events.append(agencyId, "UNIT_ADDED", by, Map.of("unit", id(unit.id()), "code", unit.code()));
    }

    @Transactional
    public void change(int agencyId, Unit unit, long by) {
        store.update(agencyId, unit);
        agencies.forget();
        events.append(agencyId, "UNIT_CHANGED", by, Map.of("unit", id(unit.id()), "code", unit.code()));
    }

    /** Ends a unit with its last day; its cases and roles go to the successor in the caller's transaction. */
    @Transactional
    public void end(int agencyId, Unit unit, LocalDate lastDay, Unit successor, long by) {
        store.update(
                agencyId,
                new Unit(
                        unit.id(),
                        unit.code(),
                        unit.name(),
                        unit.shortName(),
                        unit.validFrom(),
                        lastDay,
                        successor.id(),
                        unit.elected()));
        agencies.forget();
        events.append(
                agencyId,
                "UNIT_ENDED",
                by,
                Map.of("unit", id(unit.id()), "successor", id(successor.id()), "last", lastDay.toString()));
    }

    /** All units of a checked list, or none. */
    @Transactional
    public void addUnits(int agencyId, List<Unit> units, long by) {
        store.insertUnits(agencyId, units);
        agencies.forget();
        events.append(
                agencyId,
                by,
                units.stream()
                        .map(u -> new AgencyEvents.Happening(
                                "UNIT_ADDED", Map.of("unit", id(u.id()), "code", u.code(), "import", "true")))
                        .toList());
    }

    /** All officers of a checked list with the roles they hold, or none. */
    @Transactional
    public void addOfficers(int agencyId, List<Officer> officers, List<RoleHolder> holders, long by) {
        store.insertOfficers(agencyId, officers);
        agencies.forget();
        List<AgencyEvents.Happening> happenings = new ArrayList<>();
        officers.forEach(o -> happenings.add(
                new AgencyEvents.Happening("OFFICER_ADDED", Map.of("officer", id(o.id()), "import", "true"))));
        for (RoleHolder h : holders) {
            store.insert(agencyId, h);
            happenings.add(new AgencyEvents.Happening("HOLDER_APPOINTED", facts(h)));
        }
        events.append(agencyId, by, happenings);
        agencies.forget();
    }

    /** The officer's last day of service; holdings and open work are the caller's next steps in the same transaction. */
    @Transactional
    public void end(int agencyId, Officer o, LocalDate lastDay, long by) {
        store.update(
                agencyId,
                new Officer(
                        o.id(),
                        o.username(),
                        o.name(),
                        o.nip(),
                        o.email(),
                        o.phone(),
                        o.activeFrom(),
                        lastDay,
                        o.admin(),
                        o.auditorUntil()));
        agencies.forget();
        events.append(agencyId, "OFFICER_ENDED", by, Map.of("officer", id(o.id()), "last", lastDay.toString()));
    }

    @Transactional
    public void add(int agencyId, Officer officer, @Nullable Long by) {
        store.insert(agencyId, officer);
        agencies.forget();
        events.append(agencyId, "OFFICER_ADDED", by, Map.of("officer", id(officer.id())));
    }

    @Transactional
    public void change(int agencyId, Officer officer, long by) {
        store.update(agencyId, officer);
        agencies.forget();
        events.append(
                agencyId,
                "OFFICER_CHANGED",
                by,
                Map.of(
                        "officer",
                        id(officer.id()),
                        "admin",
                        String.valueOf(officer.admin()),
                        "auditor",
                        String.valueOf(officer.auditorUntil())));
    }

    @Transactional
    public void appoint(int agencyId, RoleHolder holder, @Nullable Long by) {
        store.insert(agencyId, holder);
        events.append(agencyId, "HOLDER_APPOINTED", by, facts(holder));
        agencies.forget();
    }

    /** Ends a holding with its last day; moving the open work is the caller's next step in the same transaction. */
    @Transactional
    public void end(int agencyId, RoleHolder holder, LocalDate lastDay, long by) {
        store.endHolder(agencyId, holder.id(), lastDay);
        Map<String, String> facts = new HashMap<>(facts(holder));
        facts.put("last", lastDay.toString());
        events.append(agencyId, "HOLDER_ENDED", by, facts);
        agencies.forget();
    }

    @Transactional
    public void standIn(int agencyId, StandIn s, long by) {
        store.insert(agencyId, s);
        agencies.forget();
        Long substitute = s.substituteId();
        events.append(
                agencyId,
                s.kind() == StandIn.Kind.MANDAT ? "MANDATE_GIVEN" : "ABSENCE_SET",
                by,
                Map.of(
                        "officer", id(s.officerId()),
                        "substitute", substitute == null ? "-" : id(substitute),
                        "from", s.fromDay().toString(),
                        "to", s.toDay().toString()));
    }

    @Transactional
    public void end(int agencyId, StandIn s, LocalDate lastDay, long by) {
        store.endStandIn(agencyId, s.id(), lastDay);
        agencies.forget();
        events.append(
                agencyId,
                s.kind() == StandIn.Kind.MANDAT ? "MANDATE_ENDED" : "ABSENCE_ENDED",
                by,
                Map.of("officer", id(s.officerId())));
    }

    /** Puts a person's substitutes in order; an empty list takes the order away. */
    @Transactional
    public void order(int agencyId, long officerId, List<Long> substitutes, long by) {
        store.order(agencyId, officerId, substitutes);
        agencies.forget();
        events.append(
                agencyId,
                "SUBSTITUTES_ORDERED",
                by,
                Map.of(
                        "officer",
                        id(officerId),
                        "substitutes",
                        substitutes.stream().map(People::id).collect(Collectors.joining(","))));
    }

    private static Map<String, String> facts(RoleHolder h) {
        return Map.of(
                "officer",
                id(h.officerId()),
                "role",
                h.role(),
                "unit",
                h.unitId() == null ? "-" : id(h.unitId()),
                "kind",
                h.kind().name());
    }

    private static String id(long id) {
        return Long.toString(id);
    }
}
