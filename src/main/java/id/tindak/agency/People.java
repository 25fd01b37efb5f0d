package id.tindak.agency;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** All holdings, ended ones included. Kept in memory for some seconds; what an officer may do is read fresh by {@link #holdings}. */
    public List<RoleHolder> holders(int agencyId) {
        return agencies.remembered(agencyId, "holders", () -> store.holders(agencyId));
    }

    public List<Absence> absences(int agencyId) {
        return store.absences(agencyId);
    }

    /** What this officer may do today: own roles and those held for absent colleagues. Empty for somebody not active. */
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
        events.append(agencyId, "HOLDER_ENDED", by, facts(holder));
        agencies.forget();
    }

    @Transactional
    public void away(int agencyId, Absence absence, long by) {
        store.insert(agencyId, absence);
        events.append(
                agencyId,
                "ABSENCE_SET",
                by,
                Map.of(
                        "officer", id(absence.officerId()),
                        "substitute", id(absence.substituteId()),
                        "from", absence.fromDay().toString(),
                        "to", absence.toDay().toString()));
    }

    @Transactional
    public void back(int agencyId, Absence absence, LocalDate lastDay, long by) {
        store.endAbsence(agencyId, absence.id(), lastDay);
        events.append(agencyId, "ABSENCE_ENDED", by, Map.of("officer", id(absence.officerId())));
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
