package id.tindak.register;

import id.tindak.agency.AgencyEvents;
import id.tindak.agency.People;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closing a book at the end of its year: last number, date, two signers. It is never opened again; what comes late stands in the next year's book. */
@Service
class Closings {

    private final BookStore store;
    private final AgencyEvents events;
    private final People people;
    private final Clock clock;

    Closings(BookStore store, AgencyEvents events, People people, Clock clock) {
        this.store = store;
        this.events = events;
        this.people = people;
        this.clock = clock;
    }

    Optional<Closing> of(int agencyId, String book, int year) {
        return store.closing(agencyId, book, year);
    }

    /** The first day on which a year's book may be closed. */
    static LocalDate earliest(int year) {
        return LocalDate.of(year, Month.DECEMBER, 1);
    }

    @Transactional
    public Written close(Signed me, Shelf shelf, LocalDate day, String firstSigner, String secondSigner) {
        String key = shelf.book().key();
        int year = shelf.year();
        if (day.isBefore(earliest(year))) return new Written.Refused("tanggal", "register.close.early");
        if (day.isAfter(people.today(me.agencyId()))) return new Written.Refused("tanggal", "register.future");
        if (firstSigner.equalsIgnoreCase(secondSigner))
            return new Written.Refused("kedua", "register.close.samePerson");
        // the agency's chain before the counter, in the order in which a step takes them
        events.append(
                me.agencyId(), "BOOK_CLOSED", me.officerId(), Map.of("book", key, "year", Integer.toString(year)));
        int last = store.shut(me.agencyId(), key, year).orElseThrow(() -> Problem.of(409, "register.close.already"));
        store.insert(
                me.agencyId(),
                new Closing(key, year, day, last, firstSigner, secondSigner, clock.instant(), me.officerId()));
        return new Written.Done(year, last, "");
    }
}
