package id.tindak.register;

import id.tindak.complaint.Complaints;
import id.tindak.complaint.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets other desks enter guests and letters within their own transaction, which has to end soon after. */
@Service
public class HandEntries {

    private final Books books;
    private final Numbers numbers;
    private final Complaints complaints;
    private final Clock clock;

    HandEntries(Books books, Numbers numbers, Complaints complaints, Clock clock) {
        this.books = books;
        this.numbers = numbers;
        this.complaints = complaints;
        this.clock = clock;
    }

    /** Where it stands now. */
    public record Entered(String book, int year, int number, String printed) {}

    /**
     * @param complaint the case that it belongs to; null for none
     * @param at when it really happened
     * @param byBook key of the book to its columns
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Entered> enter(
            int agencyId, long officer, @Nullable Long complaint, Instant at, Map<String, Map<Field, String>> byBook) {
        if (byBook.isEmpty()) return List.of();
        Instant now = clock.instant();
        List<Numbers.Wanted> wanted = new ArrayList<>();
        new TreeMap<>(byBook).forEach((key, typed) -> {
            Book book = books.find(agencyId, key).orElseThrow();
            Map<Field, String> fields = new EnumMap<>(Field.class);
            fields.putAll(typed);
            if (book.kind().fields().contains(Field.KLASIFIKASI))
                fields.putIfAbsent(Field.KLASIFIKASI, book.classification());
            wanted.add(new Numbers.Wanted(book, new NewEntry(null, at, complaint, null, null, fields)));
        });
        List<Entered> all = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        for (Numbers.Given g : numbers.enter(agencyId, wanted, now, officer)) {
            Written.Done n = g.number();
            all.add(new Entered(g.book().key(), n.year(), n.number(), n.printed()));
            events.add(Recording.event(g.book().key(), n, officer));
        }
        if (complaint != null)
            complaints.append(complaints.lock(agencyId, complaint).complaint(), events, now);
        return all;
    }
}
