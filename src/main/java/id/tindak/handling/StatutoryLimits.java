package id.tindak.handling;

import id.tindak.agency.AgencyEvents;
import id.tindak.agency.People;
import id.tindak.calendar.TimeStandard;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The limits set by law as they hold for one agency, and the agency's own confirmation of them (RULES.md, Law). */
@Service
public class StatutoryLimits {

    private final HandlingStore store;
    private final Cases cases;
    private final People people;
    private final AgencyEvents events;
    private final Clock clock;

    StatutoryLimits(HandlingStore store, Cases cases, People people, AgencyEvents events, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** Those in force today. */
    public List<StatutoryLimit> of(int agencyId) {
        return store.limits(agencyId, people.today(agencyId));
    }

    /** Confirms a limit as it stands or with another time; holds for clocks that start from now on. */
    @Transactional
    public void confirm(int agencyId, String code, TimeStandard standard, boolean pauses, long by) {
        store.confirm(agencyId, code, standard, pauses, by, clock.instant());
        events.append(
                agencyId,
                "LIMIT_CONFIRMED",
                by,
                Map.of("code", code, "standard", standard.text(), "pauses", Boolean.toString(pauses)));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                cases.forgetLimits();
            }
        });
    }
}
