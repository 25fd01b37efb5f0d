package id.tindak.register;

import id.tindak.agency.Agencies;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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

    /**
     * Enters each into its book under the next number of the year in which it happened; where that year is closed, of the next that
     * is open. Nothing older than last year opens a book.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Written.Done> enter(
            int agencyId, List<Book> byName, List<NewEntry> entries, Instant now, @Nullable Long officer) {
        return retried(() -> IntStream.range(0, byName.size())
                .mapToObj(i -> give(agencyId, byName.get(i), entries.get(i), now, officer))
                .toList());
    }

    /**
     * Whoever loses a deadlock gives back the counters it took, by a savepoint, and tries once more: the caller's transaction goes on
     * as if it had only waited.
     */
    private <T> T retried(Supplier<T> work) {
        try {
            return java.util.Objects.requireNonNull(savepoint.execute(status -> work.get()));
        } catch (PessimisticLockingFailureException deadlock) {
            return java.util.Objects.requireNonNull(savepoint.execute(status -> work.get()));
        }
    }

    private Written.Done give(int agencyId, Book book, NewEntry e, Instant now, @Nullable Long officer) {
        ZoneId zone = agencies.byId(agencyId).zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate happened = LocalDate.ofInstant(e.happenedAt(), zone);
        int first = Math.max(happened.getYear(), today.getYear() - 1);
        for (int year = first; year <= today.getYear() + 1; year++) {
            Integer number = store.next(agencyId, book.key(), year).orElse(null);
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
