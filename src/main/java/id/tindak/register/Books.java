package id.tindak.register;

import id.tindak.agency.Agencies;
import id.tindak.agency.AgencyEvents;
import id.tindak.base.web.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which books an agency keeps and how their numbers are printed. One book of every kind is there from the first day. Read by every
 * case page, changed once a year: kept in memory for {@value #FRESH_SECONDS} seconds, or until it is changed in this process.
 */
@Service
public class Books {

    private static final int FRESH_SECONDS = 5;

    /** @param own keys of those that the agency has set up itself */
    private record Known(List<Book> books, Set<String> own, Instant readAt) {}

    private final BookStore store;
    private final Agencies agencies;
    private final AgencyEvents events;
    private final Clock age = Clock.systemUTC(); // freshness of a cache, not time of the domain
    private final Map<Integer, Known> known = new ConcurrentHashMap<>();

    Books(BookStore store, Agencies agencies, AgencyEvents events) {
        this.store = store;
        this.agencies = agencies;
        this.events = events;
    }

    /** The usual ones first, then the agency's own by name. */
    public List<Book> of(int agencyId) {
        return known(agencyId).books();
    }

    /** The book of letters, once the agency has said how its numbers look: from then on every letter of answer takes one. */
    Optional<Book> letters(int agencyId) {
        Known k = known(agencyId);
        return k.own().contains(BookKind.OUTGOING.key()) ? find(agencyId, BookKind.OUTGOING.key()) : Optional.empty();
    }

    private Known known(int agencyId) {
        Known k = known.get(agencyId);
        Instant now = age.instant();
        if (k == null || Duration.between(k.readAt(), now).toSeconds() >= FRESH_SECONDS) {
            k = read(agencyId, now);
            known.put(agencyId, k);
        }
        return k;
    }

    public Optional<Book> find(int agencyId, String key) {
        return of(agencyId).stream().filter(b -> b.key().equals(key)).findFirst();
    }

    /** Names a book and says how its numbers look from now on; numbers already given stay as they were printed. */
    @Transactional
    public void define(int agencyId, Book book, long byOfficer) {
        store.store(agencyId, book);
        events.append(
                agencyId,
                "BOOK_DEFINED",
                byOfficer,
                Map.of("book", book.key(), "template", book.template().toString()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.remove(agencyId);
            }
        });
    }

    private Known read(int agencyId, Instant now) {
        Map<String, Book> books = new LinkedHashMap<>();
        String unit = agencies.byId(agencyId).numberPrefix();
        for (BookKind kind : BookKind.values())
            books.put(
                    kind.key(),
                    new Book(
                            kind.key(),
                            kind,
                            Texts.get(Texts.DEFAULT, "register.book." + kind.key()),
                            NumberTemplate.parse(kind.template()),
                            "",
                            unit,
                            ""));
        List<Book> own = store.books(agencyId);
        own.forEach(b -> books.put(b.key(), b));
        return new Known(
                List.copyOf(books.values()), own.stream().map(Book::key).collect(Collectors.toSet()), now);
    }
}
