package id.tindak.agency;

import id.tindak.base.Chain;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The audit chain of an agency's administrative changes: readable by its auditor, changeable by nobody (RULES.md). */
@Service
public class AgencyEvents {

    private final AgencyEventStore store;
    private final Clock clock;

    AgencyEvents(AgencyEventStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Appends one link in the caller's transaction; two administrators at once wait for each other for milliseconds. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(int agencyId, String kind, @Nullable Long byOfficer, Map<String, String> facts) {
        Chain last = store.lockedLast(agencyId);
        store.insert(
                agencyId,
                Chain.link(
                        last.hash(),
                        last.seq() + 1,
                        String.valueOf(agencyId),
                        kind,
                        byOfficer,
                        clock.instant(),
                        facts));
    }

    /** One thing to be appended together with others. */
    public record Happening(String kind, Map<String, String> facts) {}

    /** Appends many links at once, in order: one lock and one insert, for imports. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(int agencyId, @Nullable Long byOfficer, List<Happening> happenings) {
        Chain last = store.lockedLast(agencyId);
        List<Chain> links = new ArrayList<>();
        for (Happening h : happenings) {
            last = Chain.link(
                    last.hash(),
                    last.seq() + 1,
                    String.valueOf(agencyId),
                    h.kind(),
                    byOfficer,
                    clock.instant(),
                    h.facts());
            links.add(last);
        }
        store.insert(agencyId, links);
    }

    /** Newest first; {@code before} is the sequence number to read on from, {@code Integer.MAX_VALUE} for the newest page. */
    @Transactional(readOnly = true)
    public List<Chain> page(int agencyId, int before, int limit) {
        return store.page(agencyId, before, limit);
    }
}
