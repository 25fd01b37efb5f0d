package id.tindak.notice;

import id.tindak.agency.Officer;
import id.tindak.agency.People;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what officers are to hear, and keeps what each of them wants to hear. */
@Service
public class Notices {

    private final NoticeStore store;
    private final People people;
    private final Clock clock;

    Notices(NoticeStore store, People people, Clock clock) {
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    /** Of these officers, those whom a mail reaches: in service and with an address. Asks the memory, not the database. */
    public Set<Long> reachable(int agencyId, Set<Long> officers) {
        if (officers.isEmpty()) return officers;
        LocalDate today = people.today(agencyId);
        return people.officers(agencyId, officers).values().stream()
                .filter(o -> o.email() != null && o.activeOn(today))
                .map(Officer::id)
                .collect(Collectors.toSet());
    }

    /** Gathers notices in the caller's transaction, in one statement, or in none when there is nothing to gather. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void gather(int agencyId, List<Notice> notices) {
        if (!notices.isEmpty()) store.insert(agencyId, notices, clock.instant());
    }

    Wish wish(int agencyId, long officerId) {
        return store.wish(agencyId, officerId).orElse(Wish.DEFAULT);
    }

    /** Keeps what an officer wants and the address for it; an empty address ends the mails. */
    @Transactional
    void change(int agencyId, long officerId, String email, Wish wish) {
        Officer before = people.officer(agencyId, officerId).orElseThrow();
        Officer after = before.reachedAt(email.isEmpty() ? null : email);
        if (!after.equals(before)) people.change(agencyId, after, officerId);
        store.wish(agencyId, officerId, wish);
    }
}
