package id.tindak.handling;

import id.tindak.agency.People;
import id.tindak.agency.RoleHolder;
import id.tindak.complaint.Privacy;
import id.tindak.sop.Sop;
import id.tindak.sop.Standing;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What lies on an officer's desk. Two statements whatever the number of complaints: who the officer is, and one LIMIT scan of the
 * desk's index per queue (RULES.md, The desk).
 */
@Service
public class Desk {

    /** Rows of one page. */
    public static final int PAGE = 50;

    private static final int BESIDE = 10;

    private final DeskStore store;
    private final People people;
    private final Sops sops;
    private final Clock clock;

    Desk(DeskStore store, People people, Sops sops, Clock clock) {
        this.store = store;
        this.people = people;
        this.sops = sops;
        this.clock = clock;
    }

    /** Whose desk it is: the queues, and the roles behind them. */
    record Owner(int agencyId, long officerId, List<RoleHolder> holdings) {

        /** All that lies on the desk: the own queues, and those of officials whose decisions are entered here. */
        List<String> queues() {
            return of(holdings);
        }

        /** Role queues, the own, and those of absent colleagues. */
        List<String> ownQueues() {
            return of(own().toList());
        }

        List<String> roleQueues() {
            return own().map(h -> Queue.role(h.role(), h.unitId())).distinct().toList();
        }

        /** Units in which the officer holds a role. */
        List<Long> units() {
            return own().map(RoleHolder::unitId)
                    .flatMap(Stream::ofNullable)
                    .distinct()
                    .toList();
        }

        /** Whether a role of the whole agency is held; those beside the procedure see their own work alone. */
        boolean wide() {
            return own().anyMatch(h -> h.unitId() == null && !Standing.actors().containsKey(h.role()));
        }

        private Stream<RoleHolder> own() {
            return holdings.stream().filter(h -> !h.mandate());
        }

        private List<String> of(List<RoleHolder> held) {
            Set<String> queues = new LinkedHashSet<>();
            held.forEach(h -> queues.add(Queue.role(h.role(), h.unitId())));
            queues.add(Queue.person(officerId));
            held.stream()
                    .map(RoleHolder::substituteFor)
                    .flatMap(Stream::ofNullable)
                    .forEach(absent -> queues.add(Queue.person(absent)));
            return List.copyOf(queues);
        }
    }

    /** One page of a desk with its counts. */
    @Transactional(readOnly = true)
    public DeskPage page(int agencyId, long officerId, DeskQuery query) {
        Owner owner = owner(agencyId, officerId);
        Instant now = clock.instant();
        DeskStore.Answer answer = store.page(owner, query, now, PAGE + 1, BESIDE + 1);
        List<DeskRow> rows = rows(answer, query.part(), owner);
        boolean more = rows.size() > PAGE;
        List<DeskRow> shown = more ? rows.subList(0, PAGE) : rows;
        boolean beside = query.part() == DeskQuery.Part.MINE && query.after() == null;
        return new DeskPage(
                shown,
                beside ? first(rows(answer, DeskQuery.Part.OTHERS, owner)) : List.of(),
                beside ? first(rows(answer, DeskQuery.Part.WAITING, owner)) : List.of(),
                answer.counts(),
                owner.wide(),
                answer.channels(),
                more ? DeskQuery.After.of(shown.getLast()) : null);
    }

    /** These assignments, as far as they are still open and lie with a role of this officer; for work on many at once. */
    @Transactional(readOnly = true)
    public List<DeskRow> chosen(int agencyId, long officerId, Collection<Long> assignmentIds) {
        Owner owner = owner(agencyId, officerId);
        return store.byIds(agencyId, officerId, assignmentIds).stream()
                .map(this::row)
                .filter(r -> !r.work().waitsForReporter() && Sight.ofRole(r.work(), owner.holdings()))
                .toList();
    }

    /** These assignments of other offices, as far as this officer sees them from the desk of the whole agency; for reminding many at once. */
    @Transactional(readOnly = true)
    public List<DeskRow> elsewhere(int agencyId, long officerId, Collection<Long> assignmentIds) {
        Owner owner = owner(agencyId, officerId);
        return store.byIds(agencyId, officerId, assignmentIds).stream()
                .map(this::row)
                .filter(r -> r.privacy() != Privacy.RAHASIA && Sight.agencyDesk(r.sop(), owner.holdings()))
                .filter(r -> !r.work().waitsForReporter() && !Sight.ofRole(r.work(), owner.holdings()))
                .toList();
    }

    /** Whether this officer sits at a desk of the whole agency, under the SOP now in force; before the first SOP any role of the whole agency will do. */
    @Transactional(readOnly = true)
    public boolean ofWholeAgency(int agencyId, long officerId) {
        Owner owner = owner(agencyId, officerId);
        return owner.wide()
                && sops.inForce(agencyId)
                        .map(running -> Sight.agencyDesk(running.sop(), owner.holdings()))
                        .orElse(true);
    }

    Owner owner(int agencyId, long officerId) {
        return new Owner(agencyId, officerId, people.holdings(agencyId, officerId));
    }

    private List<DeskRow> rows(DeskStore.Answer answer, DeskQuery.Part part, Owner owner) {
        List<DeskRow> rows = new ArrayList<>();
        for (DeskStore.Row r : answer.rows()) {
            if (r.part() != part) continue;
            Sop sop = sops.byId(owner.agencyId(), r.sopId()).sop();
            // a role without a unit may also be a committee's, which sees its own work alone
            boolean mandate = !owner.ownQueues().contains(r.work().queue())
                    && owner.queues().contains(r.work().queue());
            if (mandate && r.privacy() == Privacy.RAHASIA) continue; // its sheet goes from hand to hand
            if (r.held() || Sight.agencyDesk(sop, owner.holdings())) rows.add(r.with(sop, mandate));
        }
        return List.copyOf(rows);
    }

    private DeskRow row(DeskStore.Row r) {
        return r.with(sops.byId(r.agencyId(), r.sopId()).sop(), false);
    }

    private static List<DeskRow> first(List<DeskRow> rows) {
        return rows.size() > BESIDE ? rows.subList(0, BESIDE) : rows;
    }
}
