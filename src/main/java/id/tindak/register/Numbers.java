package id.tindak.register;

import id.tindak.agency.Agencies;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives numbers without gaps, per agency, book and local year (RULES.md, Numbers): the counter is part of the caller's transaction, so
 * what is rolled back was never given. Whoever needs several books takes them in the order of their names.
 */
@Component
class Numbers {

    private final BookStore store;
    private final Agencies agencies;
    private final TransactionTemplate savepoint;

    Numbers(BookStore store, Agencies agencies, PlatformTransactionManager transactions) {
        this.store = store;
        this.agencies = agencies;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    record Wanted(Book book, NewEntry entry) {}

    record Given(Book book, Written.Done number) {}

    /**
     * Enters each into its book under the next number of the year in which it happened; where that year is closed, of the next that
     * is open. Nothing older than last year opens a book. What stands there already gets no second number.
     *
     * @param byName in the order of the books' names
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Given> enter(int agencyId, List<Wanted> byName, Instant now, @Nullable Long officer) {
        try {
            return tried(agencyId, byName, now, officer);
        } catch (PessimisticLockingFailureException deadlock) {
            // the savepoint gave back the counters that were taken: the caller's transaction goes on as if it had only
            // waited
            return tried(agencyId, byName, now, officer);
        }
    }

    private List<Given> tried(int agencyId, List<Wanted> byName, Instant now, @Nullable Long officer) {
        return Objects.requireNonNull(savepoint.execute(status -> {
            List<Given> given = new ArrayList<>();
            for (Wanted w : byName) {
                Written.Done number = give(agencyId, w.book(), w.entry(), now, officer);
                if (number != null) given.add(new Given(w.book(), number));
            }
            return given;
        }));
    }

    /** Null when it stands there already. */
    private Written.@Nullable Done give(int agencyId, Book book, NewEntry e, Instant now, @Nullable Long officer) {
        ZoneId zone = agencies.byId(agencyId).zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate happened = LocalDate.ofInstant(e.happenedAt(), zone);
        int first = Math.max(happened.getYear(), today.getYear() - 1);
        for (int year = first; year <= today.getYear() + 1; year++) {
            BookStore.Next next = store.next(agencyId, book.key(), year, e);
            if (next.known()) return null;
            Integer number = next.number();
            if (number == null) continue;
            String printed = book.number(
                    number, year, month(year, happened, today), e.fields().getOrDefault(Field.KLASIFIKASI, ""));
            store.insert(agencyId, book.key(), year, number, printed, e, now, officer);
            return new Written.Done(year, number, printed);
        }
        throw new IllegalStateException("book " + book.key() + " is closed for next year already");
    }

    /** The month in which it happened; in another year's book that of the entry. */
    private static int month(int year, LocalDate happened, LocalDate today) {
        if (happened.getYear() == year) return happened.getMonthValue();
        return today.getYear() == year ? today.getMonthValue() : 1;
    }
}
