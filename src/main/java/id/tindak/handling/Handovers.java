package id.tindak.handling;

import id.tindak.agency.Agencies;
import id.tindak.agency.Category;
import id.tindak.agency.Officer;
import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.agency.Unit;
import id.tindak.base.Ids;
import id.tindak.calendar.TimeStandard;
import id.tindak.calendar.WorkCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to open work when a person leaves a role or a unit ends: it goes to the role's queue or to the successor, in the
 * same transaction as the administrative change, one event per case; the clocks go on (RULES.md, The desk).
 */
@Service
public class Handovers {

    private static final int SHEET_ROWS = 200;

    /** A piece of open work without a word of what it is about. */
    public record Work(
            long complaintId,
            String number,
            String step,
            String role,
            @Nullable Long unitId,
            Instant since,
            @Nullable Instant deadline) {}

    /** A commitment that is owed; the last day to keep it. */
    public record Owed(String number, LocalDate due) {}

    public record Draft(String number, String step, Instant savedAt) {}

    /**
     * What one officer hands over.
     *
     * @param own work in the officer's own person
     * @param queued work in the queues of the roles held now or until lately, at most {@value #SHEET_ROWS} rows
     * @param owed commitments to reporters that the officer's units have still to keep, at most {@value #SHEET_ROWS}
     * @param drafts begun and not sent, of work still open
     */
    public record Sheet(List<Work> own, List<Work> queued, List<Owed> owed, List<Draft> drafts) {}

    private final HandoverStore store;
    private final Cases cases;
    private final Sops sops;
    private final People people;
    private final Agencies agencies;
    private final Clock clock;

    Handovers(HandoverStore store, Cases cases, Sops sops, People people, Agencies agencies, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.sops = sops;
        this.people = people;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** Open work in the person of an officer, as far as the asking administrator may know of it. */
    public List<Work> ofOfficer(int agencyId, long officerId, long viewer) {
        return works(agencyId, admitted(agencyId, store.ofPerson(agencyId, officerId), viewer));
    }

    /** Open work that the officer holds by this very role; the same. */
    public List<Work> ofHolder(int agencyId, RoleHolder h, long viewer) {
        return works(agencyId, admitted(agencyId, rowsOf(agencyId, h), viewer));
    }

    /** An administrator whom a case accuses does not learn where it lies. */
    private List<HandoverStore.Row> admitted(int agencyId, List<HandoverStore.Row> rows, long viewer) {
        Set<Long> accusing = store.accusing(agencyId, viewer);
        return rows.stream().filter(r -> !accusing.contains(r.complaintId())).toList();
    }

    /** How many complaints the successor of a unit would take over. */
    public int countOfUnit(int agencyId, long unitId) {
        return store.complaintsOfUnit(agencyId, unitId).size();
    }

    public Sheet sheet(int agencyId, long officerId, long viewer) {
        LocalDate lately = people.today(agencyId).minusDays(30);
        List<RoleHolder> held = people.holders(agencyId).stream()
                .filter(h -> h.officerId() == officerId
                        && (h.validTo() == null || !h.validTo().isBefore(lately)))
                .toList();
        List<Work> queued = held.stream()
                .map(h -> Queue.role(h.role(), h.unitId()))
                .distinct()
                .flatMap(q ->
                        works(agencyId, admitted(agencyId, store.inQueue(agencyId, q, SHEET_ROWS), viewer)).stream())
                .limit(SHEET_ROWS)
                .toList();
        List<Draft> drafts = store.drafts(agencyId, officerId, viewer).stream()
                .map(d -> new Draft(d.number(), title(agencyId, d.sopId(), d.step()), d.savedAt()))
                .toList();
        List<Long> units = held.stream()
                .map(RoleHolder::unitId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<Owed> owed = store.owed(agencyId, units, viewer, SHEET_ROWS);
        return new Sheet(ofOfficer(agencyId, officerId, viewer), queued, owed, drafts);
    }

    /**
     * Ends a holding; work held by it goes to the role's queue at once when the last day is today or past, else on the day
     * after by {@link #requeueLapsed}.
     *
     * @param next who holds the role from then on; null when nobody is named yet
     * @return number of cases moved
     */
    @Transactional
    public int end(int agencyId, RoleHolder h, LocalDate lastDay, @Nullable RoleHolder next, long by) {
        people.end(agencyId, h, lastDay, by);
        if (next != null) people.appoint(agencyId, next, by);
        if (lastDay.isAfter(people.today(agencyId)) || heldOtherwise(agencyId, h, lastDay)) return 0;
        return requeue(agencyId, rowsOf(agencyId, h), by, "HOLDER_ENDED");
    }

    /**
     * Ends an officer's service with all holdings; see {@link #end(int, RoleHolder, LocalDate, RoleHolder, long)}.
     *
     * @return number of cases moved
     */
    @Transactional
    public int end(int agencyId, Officer officer, LocalDate lastDay, long by) {
        people.end(agencyId, officer, lastDay, by);
        people.holders(agencyId).stream()
                .filter(h -> h.officerId() == officer.id()
                        && (h.validTo() == null || h.validTo().isAfter(lastDay)))
                .forEach(h -> people.end(agencyId, h, lastDay, by));
        if (lastDay.isAfter(people.today(agencyId))) return 0;
        return requeue(agencyId, store.ofPerson(agencyId, officer.id()), by, "OFFICER_ENDED");
    }

    /**
     * Ends a unit: its cases, its roles with their holders, its categories, and what it owes reporters and other units go to the successor.
     *
     * @param lastDay today or earlier
     * @return number of cases moved
     */
    @Transactional
    public int end(int agencyId, Unit unit, Unit successor, LocalDate lastDay, long by) {
        LocalDate today = people.today(agencyId);
        if (lastDay.isAfter(today)) throw new IllegalArgumentException("a unit does not end ahead of time");
        people.end(agencyId, unit, lastDay, successor, by);
        moveHolders(agencyId, unit, successor, lastDay, by);
        for (Category c : agencies.categories(agencyId)) {
            if (!Objects.equals(c.unitId(), unit.id())) continue;
            agencies.categorise(
                    agencyId,
                    new Category(c.code(), c.name(), c.needsPlace(), successor.id(), c.active(), c.aboutService()),
                    by);
        }
        List<RoleHolder> there = people.holders(agencyId).stream()
                .filter(h -> Objects.equals(h.unitId(), successor.id()))
                .filter(h -> h.validOn(today))
                .toList();
        Instant now = clock.instant();
        List<Long> complaints = store.complaintsOfUnit(agencyId, unit.id());
        for (long complaintId : complaints) {
            Case k = cases.lock(agencyId, complaintId);
            Transition t = cases.change(k, now, by);
            t.moveUnit(
                    unit.id(),
                    successor.id(),
                    a -> there.stream()
                            .anyMatch(h -> h.role().equals(a.role()) && Objects.equals(a.officerId(), h.officerId())));
            cases.save(t);
        }
        store.succeed(agencyId, unit.id(), successor.id());
        return complaints.size();
    }

    /**
     * Moves work that lies with somebody who no longer holds its role, because a date has passed; for the nightly job.
     *
     * @return number of cases moved
     */
    @Transactional
    public int requeueLapsed(int agencyId) {
        return requeue(agencyId, store.lapsed(agencyId, people.today(agencyId)), null, "HOLDING_LAPSED");
    }

    /** How many of the agency's open deadlines another calendar would move, and how many there are. */
    public record Moves(int moved, int open) {}

    public Moves moves(int agencyId, WorkCalendar before, WorkCalendar after) {
        Instant now = clock.instant();
        List<HandoverStore.Due> ahead = store.ahead(agencyId, now);
        long moved = ahead.stream()
                .filter(d -> {
                    var basis = TimeStandard.parse(d.standard()).basis();
                    Instant then = after.resume(now, before.remaining(now, d.deadline(), basis), basis);
                    return !then.equals(d.deadline());
                })
                .count();
        return new Moves((int) moved, ahead.size());
    }

    private void moveHolders(int agencyId, Unit unit, Unit successor, LocalDate lastDay, long by) {
        LocalDate today = people.today(agencyId);
        List<RoleHolder> all = people.holders(agencyId);
        for (RoleHolder h : all) {
            if (!Objects.equals(h.unitId(), unit.id())
                    || (h.validTo() != null && !h.validTo().isAfter(lastDay))) continue;
            people.end(agencyId, h, lastDay, by);
            boolean already = all.stream()
                    .anyMatch(x -> Objects.equals(x.unitId(), successor.id())
                            && x.role().equals(h.role())
                            && x.officerId() == h.officerId()
                            && (x.validTo() == null || !x.validTo().isBefore(today)));
            if (already) continue;
            LocalDate from = h.validFrom().isAfter(today) ? h.validFrom() : today;
            people.appoint(
                    agencyId,
                    new RoleHolder(
                            Ids.next(clock.instant()),
                            h.role(),
                            successor.id(),
                            h.officerId(),
                            h.kind(),
                            from,
                            h.validTo()),
                    by);
        }
    }

    private List<HandoverStore.Row> rowsOf(int agencyId, RoleHolder h) {
        return store.ofPerson(agencyId, h.officerId()).stream()
                .filter(w -> h.holds(w.role(), w.unitId()))
                .toList();
    }

    private boolean heldOtherwise(int agencyId, RoleHolder ended, LocalDate lastDay) {
        LocalDate next = lastDay.plusDays(1);
        return people.holders(agencyId).stream()
                .anyMatch(h -> h.id() != ended.id()
                        && h.officerId() == ended.officerId()
                        && h.holds(ended.role(), ended.unitId())
                        && h.validOn(next));
    }

    /** Locks the cases in the order of their ids, so that two acts at once never wait for each other in a ring. */
    private int requeue(int agencyId, List<HandoverStore.Row> rows, @Nullable Long by, String why) {
        Map<Long, List<HandoverStore.Row>> byComplaint = rows.stream()
                .collect(Collectors.groupingBy(HandoverStore.Row::complaintId, TreeMap::new, Collectors.toList()));
        Instant now = clock.instant();
        int moved = 0;
        for (var entry : byComplaint.entrySet()) {
            Case k = cases.lock(agencyId, entry.getKey());
            Transition t = cases.change(k, now, by);
            List<Assignment> still = new ArrayList<>();
            for (HandoverStore.Row row : entry.getValue())
                k.open(row.assignmentId())
                        .filter(a -> Objects.equals(a.officerId(), row.officerId()))
                        .ifPresent(still::add);
            if (still.isEmpty()) continue;
            t.requeue(still, Objects.requireNonNull(still.getFirst().officerId()), why);
            cases.save(t);
            moved++;
        }
        return moved;
    }

    private List<Work> works(int agencyId, List<HandoverStore.Row> rows) {
        return rows.stream()
                .map(r -> new Work(
                        r.complaintId(),
                        r.number(),
                        title(agencyId, r.sopId(), r.step()),
                        r.role(),
                        r.unitId(),
                        r.since(),
                        r.deadline()))
                .toList();
    }

    private String title(int agencyId, long sopId, String step) {
        return step + ". " + sops.byId(agencyId, sopId).sop().step(step).title();
    }
}
