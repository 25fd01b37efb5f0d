package id.tindak.register;

import id.tindak.agency.People;
import id.tindak.base.web.Problem;
import id.tindak.base.web.Signed;
import id.tindak.handling.Desk;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the books to whom they are open: officers at a desk of the whole agency read and write, auditors read. */
@Component
class Shelves {

    private static final int OLDEST = 1945;
    private static final int NEWEST = 2199;

    private final Books books;
    private final Desk desk;
    private final People people;

    Shelves(Books books, Desk desk, People people) {
        this.books = books;
        this.desk = desk;
        this.people = people;
    }

    /** @throws Problem 404 when the books are not open to this officer */
    List<Book> all(Signed me) {
        if (!me.auditor() && !desk.ofWholeAgency(me.agencyId(), me.officerId()))
            throw Problem.of(404, "register.notOpen");
        return books.of(me.agencyId());
    }

    /**
     * @param year of this year's when null
     * @throws Problem 404 when there is no such book or year, or the books are not open to this officer
     */
    Shelf open(Signed me, String key, @Nullable Long year) {
        List<Book> all = all(me);
        Book book = all.stream()
                .filter(b -> b.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Problem.of(404, "register.notOpen"));
        long at = year == null ? people.today(me.agencyId()).getYear() : year;
        if (at < OLDEST || at > NEWEST) throw Problem.of(404, "register.notOpen");
        return new Shelf(book, (int) at, all);
    }
}
