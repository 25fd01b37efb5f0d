package id.tindak.handling;

import id.tindak.agency.Agencies;
import id.tindak.agency.AgencyEvents;
import id.tindak.agency.People;
import id.tindak.base.web.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The grounds on which an agency refuses. Those that procedures and laws name are there from the first day; the agency words them anew, adds and drops. Read by every case page, changed once a
 * year: kept in memory for {@value #FRESH_SECONDS} seconds, or until changed in this process.
 */
@Service
public class RefusalGrounds {

    /** SOP Kota Mojokerto (tidak etis, SARA, tidak bertanggung jawab); UU 25/2009 Pasal 44 (not completed within 30 days); the others from practice. */
    private static final List<String> DEFAULTS = List.of(
            "sara",
            "tidak-etis",
            "tidak-bertanggung-jawab",
            RefusalGround.INCOMPLETE,
            "bukan-kewenangan",
            "berulang",
            "bukan-aduan");

    private static final int FRESH_SECONDS = 5;

    private final RefusalStore store;
    private final Agencies agencies;
    private final People people;
    private final AgencyEvents events;
    private final Clock age = Clock.systemUTC(); // freshness of a cache, not time of the domain
    private final Map<Day, Known> known = new ConcurrentHashMap<>();

    private record Day(int agencyId, LocalDate day) {}

    private record Known(List<RefusalGround> own, Instant readAt) {}

    RefusalGrounds(RefusalStore store, Agencies agencies, People people, AgencyEvents events) {
        this.store = store;
        this.agencies = agencies;
        this.people = people;
        this.events = events;
    }

    /** All of today, dropped ones included. */
    public List<RefusalGround> all(int agencyId) {
        return on(agencyId, people.today(agencyId));
    }

    /** Those that an officer may choose. */
    public List<RefusalGround> offered(int agencyId) {
        return all(agencyId).stream().filter(RefusalGround::active).toList();
    }

    Optional<RefusalGround> find(int agencyId, String code) {
        return offered(agencyId).stream().filter(g -> g.code().equals(code)).findFirst();
    }

    /** In the words of the day on which it was used; empty where none was named. */
    public Optional<RefusalGround> used(int agencyId, @Nullable String code, @Nullable Instant at) {
        if (code == null || at == null) return Optional.empty();
        LocalDate day = LocalDate.ofInstant(at, agencies.byId(agencyId).zone());
        return on(agencyId, day).stream().filter(g -> g.code().equals(code)).findFirst();
    }

    /** Words a ground, from today on. */
    @Transactional
    public void set(int agencyId, RefusalGround ground, long by) {
        store.set(agencyId, ground, people.today(agencyId));
        events.append(
                agencyId,
                "REFUSAL_GROUND_SET",
                by,
                Map.of(
                        "code",
                        ground.code(),
                        "second",
                        Boolean.toString(ground.secondPerson()),
                        "active",
                        Boolean.toString(ground.active())));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.keySet().removeIf(d -> d.agencyId() == agencyId);
            }
        });
    }

    private List<RefusalGround> on(int agencyId, LocalDate day) {
        Map<String, RefusalGround> all = new LinkedHashMap<>();
        DEFAULTS.forEach(code -> all.put(code, usual(code)));
        own(new Day(agencyId, day)).forEach(g -> all.put(g.code(), g));
        return List.copyOf(all.values());
    }

    private List<RefusalGround> own(Day day) {
        Known k = known.get(day);
        Instant now = age.instant();
        if (k == null || Duration.between(k.readAt(), now).toSeconds() >= FRESH_SECONDS) {
            k = new Known(store.grounds(day.agencyId(), day.day()), now);
            known.keySet().removeIf(d -> d.agencyId() == day.agencyId() && !d.equals(day));
            known.put(day, k);
        }
        return k.own();
    }

    private static RefusalGround usual(String code) {
        return new RefusalGround(
                code,
                Texts.get(Texts.DEFAULT, "refusal.name." + code),
                Texts.get(Texts.DEFAULT, "refusal.explanation." + code),
                Texts.get(Texts.DEFAULT, "refusal.basis." + code),
                false,
                true);
    }
}
