package id.tindak.frontdesk;

import id.tindak.agency.AgencyEvents;
import id.tindak.agency.People;
import id.tindak.base.web.Signed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Receipts printed in advance, for the day without electricity. Every number is used once, spoilt, or seen to be unused. */
@Service
class Blanks {

    private static final int TRIES = 5;

    private final BlankStore store;
    private final AgencyEvents events;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Blanks(BlankStore store, AgencyEvents events, People people, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.events = events;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * One receipt printed in advance.
     *
     * @param entry what was entered with it; null while it is not used
     * @param spoiltWhy null where it is not spoilt
     */
    record Blank(
            BlankNumber number,
            Instant printedAt,
            long printedBy,
            @Nullable Long entry,
            @Nullable String spoiltWhy) {

        boolean unused() {
            return entry == null && spoiltWhy == null;
        }
    }

    /** This year's and last year's, newest sheets first. */
    List<Blank> all(int agencyId) {
        return store.since(agencyId, people.today(agencyId).getYear() - 1);
    }

    /**
     * The next numbers of this year; who prints at the same moment gets others.
     *
     * @param after newest number on the page of the form: sent a second time, it gives the same numbers again
     */
    List<BlankNumber> print(Signed me, int count, int after) {
        int year = people.today(me.agencyId()).getYear();
        List<BlankNumber> before = all(me.agencyId()).stream()
                .filter(b -> b.unused() && b.printedBy() == me.officerId())
                .map(Blank::number)
                .filter(n -> n.year() == year && n.number() > after && n.number() <= after + count)
                .sorted()
                .toList();
        if (before.size() == count) return before;
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> next(me, year, count)));
            } catch (DuplicateKeyException faster) {
                if (attempt == TRIES) throw faster;
            }
        }
    }

    /** Newest of these numbers that is of this year; 0 when none was printed. */
    int newest(int agencyId, List<Blank> all) {
        int year = people.today(agencyId).getYear();
        return all.stream()
                .map(Blank::number)
                .filter(n -> n.year() == year)
                .mapToInt(BlankNumber::number)
                .max()
                .orElse(0);
    }

    private List<BlankNumber> next(Signed me, int year, int count) {
        List<BlankNumber> given = store.next(me.agencyId(), year, count, clock.instant(), me.officerId()).stream()
                .sorted()
                .toList();
        events.append(
                me.agencyId(),
                "BLANKS_PRINTED",
                me.officerId(),
                Map.of(
                        "first",
                        given.getFirst().toString(),
                        "last",
                        given.getLast().toString()));
        return given;
    }

    /** The sheet was torn, lost or written on wrongly. False when the number is none that is unused. */
    @Transactional
    public boolean spoil(Signed me, BlankNumber number, String why) {
        if (!store.spoil(me.agencyId(), number, clock.instant(), me.officerId(), why)) return false;
        events.append(me.agencyId(), "BLANK_SPOILT", me.officerId(), Map.of("number", number.toString()));
        return true;
    }
}
